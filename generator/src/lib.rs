//! The library behind `interlink`: modules in reading order.

pub mod build;
pub mod check;
pub mod content;
pub mod diagnostic;
pub mod diagnostic_output;
pub mod history;
pub mod import;
pub mod markdown;
pub mod media;
pub mod messages;
pub mod model;
pub mod nearest;
pub mod output;
pub mod personal_data;
pub mod recommend;
pub mod render;
pub mod resolve;
pub mod search;
pub mod source;
pub mod validate;
pub mod watch;

pub use check::{Checked, check, check_source};
