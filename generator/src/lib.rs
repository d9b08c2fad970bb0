//! The library behind `interlink`: modules in reading order.

pub mod diagnostic;
pub mod markdown;
pub mod messages;
pub mod model;
pub mod output;
pub mod recommend;
pub mod render;
