#![doc = include_str!("../README.md")]

pub mod advice;
pub mod app;
pub mod catalogue;
pub mod clock;
pub mod config;
pub mod describer;
pub mod entry_files;
pub mod error;
pub mod forge;
pub mod live_site;
pub mod lockout;
pub mod metrics;
pub mod origin;
pub mod proxies;
pub mod queue;
pub mod queue_commands;
pub mod rates;
pub mod raw_form;
pub mod review;
pub mod routes;
pub mod secret;
pub mod serve;
pub mod server;
mod stalled;
pub mod submission;
pub mod upload;
