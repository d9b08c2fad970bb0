//! A team's own process, kept in one file `process.yaml` that travels by mail, on a share or in Git.
//! The workspace in the browser writes it; here it is checked, merged as Git asks for it, and made
//! from an export of the original environment. It stands beside the flow of a catalogue: the content
//! never holds such a file.
//!
//! `fields` is the one table of what a file may hold. `read` makes a [`Document`] of the text, `state`
//! is what it can do, `merge` brings two copies together, `write` gives the one text of a state, and
//! `check` says what a team should look at. The same is written in JavaScript for the workspace
//! (`process*.js` of the theme); a test holds the two together, to the byte.
//!
//! Nothing here reads a clock or draws a random number: ids, replicas and days come from outside.

mod check;
mod digest;
pub mod fields;
mod merge;
mod read;
mod state;
mod tree;
mod write;

pub use check::check_process;
pub use digest::{canonical, digest};
pub use merge::{MergeError, merge, places_in_dispute};
pub use read::{Reading, read_process};
pub use state::{Alternative, Document, Edit, Happening, Register, Value, normal};
pub use tree::{children_of, spread};
pub use write::write_process;
