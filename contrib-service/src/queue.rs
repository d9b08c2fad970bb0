//! What the service owes: contributions between "thank you" and their end. `job` says which states
//! there are, `store` keeps them on disk, `worker` moves them on.

pub mod job;
pub mod store;
pub mod worker;
