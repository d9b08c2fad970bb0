//! The end-to-end tests: one binary, a module per feature.

mod browser;
mod build;
mod contribution_browser;
mod contribution_http;
mod diagnostics;
mod search;
mod seed;
mod site_links;
