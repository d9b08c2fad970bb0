//! What every forge has to do, asked of each of them: the repository beside the service, and GitHub as
//! its double plays it. `stage` sets one up, `common` is the suite that all pass, `github` is what only
//! a forge on the network can get wrong.

mod common;
mod github;
mod stage;
