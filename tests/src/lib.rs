//! What the end-to-end tests of both programs share, and the program that runs every check.
//!
//! Modules in reading order:
//!
//! - `verify` is the program behind `cargo verify`;
//! - `programs` finds the two programs under test and runs them;
//! - `kept` runs a program beside a test and ends it with the test;
//! - `fixture` copies folders of `fixtures/` and finds the original project's data;
//! - `site_test` is a folder with content that is checked and built;
//! - `html` reads one page, `crawl` reads a built site and looks for broken links and missing parts;
//! - `http` reads the head of a request, for the servers of the tests;
//! - `site_server` is a running `interlink serve`, `folder_server` a plain web server with any headers;
//! - `service_test` is a running contribution service with a repository of its own;
//! - `postgres_server` is a PostgreSQL server of a test's own;
//! - `forge_double` is a forge such as GitHub, over a real repository;
//! - `smtp_double` is a mail server that keeps what it is given;
//! - `storage_double` is a storage like Amazon S3;
//! - `web_server` is a real nginx or Caddy;
//! - `browser` is a headless Chromium with an empty profile;
//! - `desk` is somebody at work in the workspace;
//! - `page_types` names one page of each type;
//! - `journey` walks through every language and screen;
//! - `fuzz_targets` are what strangers' bytes must not do;
//! - `load` measures what the service stands;
//! - `contact_sheet` pictures them all, for the eyes of people.
//!
//! The tests speak to the programs as people do: arguments, files, HTTP. The libraries are asked
//! only for what no page shows: the list of diagnostic codes, and how many tasks have a match.

pub mod browser;
pub mod contact_sheet;
pub mod crawl;
pub mod desk;
pub mod fixture;
pub mod folder_server;
pub mod forge_double;
pub mod fuzz_targets;
pub mod html;
pub mod http;
pub mod journey;
pub mod kept;
pub mod load;
pub mod page_types;
pub mod postgres_server;
pub mod programs;
pub mod service_test;
pub mod site_server;
pub mod site_test;
pub mod smtp_double;
pub mod storage_double;
pub mod verify;
pub mod web_server;
