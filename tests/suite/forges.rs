//! What every forge has to do, asked of each of them: the repository beside the service, and GitHub, GitLab
//! and Forgejo as the double plays them. `stage` sets one up, `common` is the suite that all pass,
//! `network` is what only a forge on the network can get wrong, `github`, `gitlab` and `forgejo` are what
//! only one of them does.

mod common;
mod forgejo;
mod github;
mod gitlab;
mod network;
mod stage;
