//! What the service owes: contributions between "thank you" and their end. `ask` says what they can
//! ask for, `job` which states there are, `store` keeps them on disk, `worker` moves them on.

pub mod ask;
pub mod job;
pub mod store;
pub mod worker;
