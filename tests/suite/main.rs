//! The end-to-end tests: one binary, a module per feature.

mod browser;
mod diagnostics;
