//! The library behind `interlink-contrib`: modules in reading order.

pub mod clock;
pub mod forge;
pub mod queue;
pub mod secret;
pub mod submission;
