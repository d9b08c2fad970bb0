//! Whose word about a visitor's address is taken. Anybody can write an `X-Forwarded-For`, so it is
//! read only in requests of proxies that a setting names, and only as far as those have written it.

use std::net::IpAddr;

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;
use ipnet::IpNet;

use crate::app::App;
use crate::server::Peer;

/// The proxies that are believed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proxies(Vec<IpNet>);

impl Proxies {
    /// A list of addresses and networks, separated by commas.
    ///
    /// # Errors
    /// The part that is neither.
    pub fn parse(text: &str) -> Result<Proxies, String> {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        let network = |part: &str| {
            let address = part.parse::<IpAddr>().map(IpNet::from);
            address.or_else(|_| part.parse::<IpNet>()).map_err(|_| part.to_owned())
        };
        parts.map(network).collect::<Result<_, _>>().map(Proxies)
    }

    /// Where a request comes from: the connection, or, when that is a proxy of ours, whoever is the
    /// last in the header that is none.
    pub fn client(&self, peer: Option<IpAddr>, headers: &HeaderMap) -> Option<IpAddr> {
        let is_ours =
            |address: &IpAddr| self.0.iter().any(|network| network.contains(&address.to_canonical()));
        let mut client = peer?;
        if !is_ours(&client) {
            return Some(client);
        }
        let lines: Vec<&str> =
            headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok()).collect();
        for part in lines.iter().flat_map(|line| line.split(',')).rev() {
            // What cannot be read was not written by a proxy of ours, and nothing before it was.
            let Some(address) = address(part.trim()) else { break };
            client = address;
            if !is_ours(&address) {
                break;
            }
        }
        Some(client)
    }
}

/// An address, with a port behind it or without.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    bare.parse().ok().or_else(|| text.parse::<std::net::SocketAddr>().ok().map(|address| address.ip()))
}

/// Puts the visitor's address where the proxy's was.
pub(crate) async fn find_client(State(app): State<App>, mut request: Request, next: Next) -> Response {
    if let Some(Peer(peer)) = request.extensions().get::<Peer>().copied() {
        let client = app.settings.proxies.client(peer, request.headers());
        request.extensions_mut().insert(Peer(client));
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(proxies: &str, peer: &str, header: &[&'static str]) -> String {
        let mut headers = HeaderMap::new();
        for line in header {
            headers.append("x-forwarded-for", axum::http::HeaderValue::from_static(line));
        }
        let proxies = Proxies::parse(proxies).unwrap();
        proxies.client(Some(peer.parse().unwrap()), &headers).unwrap().to_string()
    }

    #[test]
    fn the_header_of_a_stranger_is_not_read() {
        assert_eq!(client("", "127.0.0.1", &["192.0.2.1"]), "127.0.0.1");
        assert_eq!(client("10.0.0.0/8", "203.0.113.9", &["192.0.2.1"]), "203.0.113.9");
    }

    #[test]
    fn our_proxies_are_believed_and_nobody_before_them() {
        let ours = "10.0.0.0/8, ::1";
        assert_eq!(client(ours, "10.1.2.3", &["192.0.2.1"]), "192.0.2.1");
        assert_eq!(client(ours, "::ffff:10.1.2.3", &["192.0.2.1"]), "192.0.2.1");
        assert_eq!(client(ours, "10.1.2.3", &["6.6.6.6, 192.0.2.1, 10.9.9.9"]), "192.0.2.1");
        assert_eq!(client(ours, "::1", &["6.6.6.6", "192.0.2.1:4711"]), "192.0.2.1");
        assert_eq!(client(ours, "::1", &["[2001:db8::1]:443"]), "2001:db8::1");
        assert_eq!(client(ours, "10.1.2.3", &["192.0.2.1, unknown"]), "10.1.2.3");
        assert_eq!(client(ours, "10.1.2.3", &[]), "10.1.2.3");
    }

    #[test]
    fn what_is_no_network_is_named() {
        assert_eq!(Proxies::parse("10.0.0.0/8, proxy.example"), Err("proxy.example".to_owned()));
    }
}
