//! What a web server says about the files of a site: their media types, how long a browser may keep
//! them, what a page may load. The two servers of the project, the files for other servers and
//! `interlink deploy` all ask here, so that a site behaves the same wherever it lies.

pub mod caching;
pub mod media_type;
pub mod not_found;
pub mod policy;

mod caddy;
mod nginx;
mod pages_hosts;

use std::fmt;

use crate::model::site::Settings;

/// A host that files are made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// The web server nginx.
    Nginx,
    /// The web server Caddy.
    Caddy,
    /// GitHub Pages, which takes no headers.
    GithubPages,
    /// GitLab Pages, which takes no headers.
    GitlabPages,
}

impl Host {
    /// Every host, in the order of the help.
    pub const ALL: [Host; 4] = [Host::Nginx, Host::Caddy, Host::GithubPages, Host::GitlabPages];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Host::Nginx => "nginx",
            Host::Caddy => "caddy",
            Host::GithubPages => "github-pages",
            Host::GitlabPages => "gitlab-pages",
        }
    }

    /// The host of that name.
    pub fn from_name(name: &str) -> Option<Host> {
        Host::ALL.into_iter().find(|host| host.name() == name)
    }

    /// Whether a site for it has to carry its policy and its page for "not found" itself.
    pub fn takes_no_headers(self) -> bool {
        matches!(self, Host::GithubPages | Host::GitlabPages)
    }

    /// The settings of the host for a site: path and text. `root` is the folder of the site on the
    /// server, where the host has one.
    pub fn settings_file(self, settings: &Settings, root: &str) -> (&'static str, String) {
        match self {
            Host::Nginx => ("nginx.conf", nginx::server(settings, root)),
            Host::Caddy => ("Caddyfile", caddy::site(settings, root)),
            Host::GithubPages => (".github/workflows/pages.yml", pages_hosts::github(settings)),
            Host::GitlabPages => (".gitlab-ci.yml", pages_hosts::gitlab(settings)),
        }
    }

    /// What has to be done with that file, and what the host cannot do, in a sentence or two.
    pub fn advice(self) -> &'static str {
        match self {
            Host::Nginx => {
                "include it in the http block of nginx, as files in conf.d are; `certbot --nginx` adds the certificate"
            }
            Host::Caddy => "name it to Caddy, which fetches a certificate by itself",
            Host::GithubPages => {
                "commit it and choose “GitHub Actions” in the settings of Pages; this host sends no headers of ours: \
                 pages carry the policy themselves, which leaves out frame-ancestors and nosniff, and nothing is \
                 cached for longer than ten minutes"
            }
            Host::GitlabPages => {
                "commit it; this host sends no headers of ours: pages carry the policy themselves, which leaves out \
                 frame-ancestors and nosniff, and nothing is cached for longer than ten minutes"
            }
        }
    }
}

impl fmt::Display for Host {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// The media types that are text, which is worth compressing; fonts and pictures are so already.
fn compressible() -> Vec<&'static str> {
    let known = media_type::ENDINGS.iter().chain(media_type::NAMES).map(|(_, kind)| *kind);
    let mut types: Vec<&str> = known
        .map(|kind| kind.split(';').next().unwrap_or(kind))
        .filter(|kind| {
            kind.starts_with("text/")
                || ["json", "xml", "yaml", "bibtex"].iter().any(|end| kind.ends_with(end))
        })
        .collect();
    types.sort_unstable();
    types.dedup();
    types
}

/// The host and, where the address has one, the port of a site.
fn authority(settings: &Settings) -> (String, Option<u16>) {
    let rest = settings.base_url.origin().split_once("://").map_or("localhost", |(_, rest)| rest);
    match rest.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => {
            (host.to_owned(), port.parse().ok())
        }
        _ => (rest.to_owned(), None),
    }
}

/// Whether a host is the address of a machine and no name: then the server listens there only.
fn is_address(host: &str) -> bool {
    host.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok()
}

fn is_https(settings: &Settings) -> bool {
    settings.base_url.origin().starts_with("https:")
}

#[cfg(test)]
mod tests;
