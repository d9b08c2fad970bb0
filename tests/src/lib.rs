//! What the end-to-end tests of both programs share, and the program that runs every check.
//!
//! Modules in reading order: `verify` is the program behind `cargo verify`.

pub mod verify;
