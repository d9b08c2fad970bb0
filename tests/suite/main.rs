//! The end-to-end tests: one binary, a module per feature.

#![allow(clippy::unwrap_used, reason = "every function of this binary belongs to a test")]

mod browser;
mod build;
mod contribution_browser;
mod contribution_http;
mod diagnostics;
mod search;
mod seed;
mod site_links;
