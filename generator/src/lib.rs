//! The library behind `interlink`: modules in reading order.

pub mod diagnostic;
pub mod markdown;
pub mod model;
pub mod recommend;
