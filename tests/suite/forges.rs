//! What every forge has to do, asked of each of them: the repository beside the service, and GitHub, GitLab
//! and Forgejo as the double plays them. `stage` sets one up, `common` is the suite that all pass,
//! `network` is what only a forge on the network has, `faults` what it can get wrong, and `github`,
//! `gitlab` and `forgejo` are what only one of them does.

// Each of these is a test of each forge on the network.
macro_rules! every_network_forge {
    ($($name:ident)*) => {
        mod github_by_documents {
            $(#[test] fn $name() { super::$name(super::Words::Documents); })*
        }
        mod github_by_rest {
            $(#[test] fn $name() { super::$name(super::Words::Rest); })*
        }
        mod gitlab {
            $(#[test] fn $name() { super::$name(super::Words::Gitlab); })*
        }
        mod forgejo {
            $(#[test] fn $name() { super::$name(super::Words::Forgejo); })*
        }
    };
}

mod common;
mod faults;
mod forgejo;
mod github;
mod gitlab;
mod network;
mod stage;
