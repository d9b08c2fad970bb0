//! The end-to-end tests: one binary, a module per feature.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod browser;
mod diagnostics;
