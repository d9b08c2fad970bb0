//! The library behind `interlink-contrib`: modules in reading order.

pub mod clock;
pub mod config;
pub mod entry_files;
pub mod forge;
pub mod origin;
pub mod queue;
pub mod raw_form;
pub mod secret;
pub mod submission;
pub mod upload;
