#![doc = include_str!("../README.md")]

// In the order of the flow of data, which is a good order to read them in. The blank lines keep
// rustfmt from sorting them by name.

pub mod check;

pub mod build;

pub mod diagnostic;
pub mod diagnostic_output;

pub mod source;

pub mod content;

pub mod model;

pub mod validate;

pub mod resolve;

pub mod recommend;

pub mod guide;

pub mod translation;

pub mod edition;

pub mod history;

pub mod messages;

pub mod personal_data;

pub mod hidden;

pub mod markdown;

pub mod media;

pub mod render;

pub mod search;

pub mod bundle;

pub mod output;

pub mod hosting;

pub mod deploy;

pub mod import;

pub mod process;

pub mod init;

pub mod apply;
pub mod archive;
pub mod digest;
pub mod formula;
pub mod listen;
pub mod nearest;
pub mod stop;
pub mod watch;

pub use check::{Checked, check, check_source};
