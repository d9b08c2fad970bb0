//! The end-to-end tests: one binary, a module per feature.

#![allow(clippy::unwrap_used, reason = "every function of this binary belongs to a test")]

mod accessibility;
mod api;
mod browser;
mod build;
mod catalogue;
mod catalogue_browser;
mod command_line;
mod contribution_browser;
mod contribution_http;
mod contribution_life;
mod deploy;
mod diagnostics;
mod editions;
mod entry_browser;
mod forges;
mod guide;
mod guide_page;
mod hosting;
mod init;
mod journeys;
mod kit;
mod law;
mod linked_data;
mod machine_files;
mod media;
mod offline_bundle;
mod offline_keeping;
mod open_data;
mod page_weight;
mod public_service;
mod publiccode;
mod reading;
mod running;
mod search;
mod search_page;
mod search_workshop;
mod seed;
mod selection;
mod serve;
mod share_pictures;
mod site_links;
mod store;
mod strict_policy;
mod translations;
