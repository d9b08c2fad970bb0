//! What the service answers: one file per page.

pub mod about;
pub mod asked;
pub mod challenge;
pub mod health;
pub mod mail;
pub mod maintain;
pub mod openapi;
pub mod preview;
pub mod reviewer;
pub mod similar;
pub mod status;
pub mod submit;
pub mod webhook;
