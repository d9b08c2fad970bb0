//! Accepts connections and hands requests to the router, each with the address it came from. A
//! connection that sends no request for a while is closed, so is one that does not read its answer,
//! and there is an end to how many there
//! are, so that silent clients cannot take all of them. The one file that names hyper.

use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tower::ServiceExt;

use crate::stalled::Stalled;

/// How many connections there may be at once.
const MAX_CONNECTIONS: usize = 800;
/// How long to wait when the system has no room for a connection.
const NO_ROOM: Duration = Duration::from_millis(100);

/// Where a request comes from, where that is known. Behind a proxy it is the proxy.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub Option<IpAddr>);

impl<S: Sync> FromRequestParts<S> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Peer, Infallible> {
        Ok(parts.extensions.get::<Peer>().copied().unwrap_or(Peer(None)))
    }
}

/// Answers until it is told to stop, then lets the requests that have begun finish. `idle` is how
/// long the head of a request may take, how long a connection may stay without one, and how long
/// its client may read nothing of an answer.
pub async fn run(listener: TcpListener, router: Router, idle: Duration, mut stop: watch::Receiver<bool>) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(idle);
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    loop {
        let accepted = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            accepted = accepted => accepted,
            // An error means that the sender is gone, which is a reason to stop as well.
            _ = stop.wait_for(|stop| *stop) => break,
        };
        let (stream, address) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!(%error, "a connection cannot be accepted");
                tokio::time::sleep(NO_ROOM).await;
                continue;
            }
        };
        let router = router.clone();
        let service = hyper::service::service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
            let mut request: Request = request.map(Body::new);
            request.extensions_mut().insert(Peer(Some(address.ip())));
            router.clone().oneshot(request)
        });
        let connection =
            graceful.watch(http.serve_connection(TokioIo::new(Stalled::new(stream, idle)), service));
        tokio::spawn(async move {
            // A client that goes away or is too slow is no event.
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
            drop(place);
        });
    }
    graceful.shutdown().await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::pin::Pin;
    use std::sync::Mutex;
    use std::task::{Context, Poll};
    use tokio::sync::oneshot;

    /// An answer without end, which tells when it is let go.
    struct Flood(#[expect(dead_code, reason = "dropping it tells")] oneshot::Sender<()>);

    impl axum::body::HttpBody for Flood {
        type Data = axum::body::Bytes;
        type Error = Infallible;

        fn poll_frame(
            self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<hyper::body::Frame<Self::Data>, Infallible>>> {
            Poll::Ready(Some(Ok(hyper::body::Frame::data(vec![b'a'; 64 * 1024].into()))))
        }
    }

    #[tokio::test]
    async fn a_reader_who_reads_nothing_is_let_go() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, let_go) = oneshot::channel();
        let flood = Arc::new(Mutex::new(Some(Flood(sender))));
        let answer = move || {
            let flood = flood.lock().unwrap().take().unwrap();
            async move { Body::new(flood) }
        };
        let router = Router::new().route("/", axum::routing::get(answer));
        let (stop, stopped) = watch::channel(false);
        let serving = tokio::spawn(run(listener, router, Duration::from_millis(50), stopped));
        let client = tokio::net::TcpStream::connect(address).await.unwrap();
        client.writable().await.unwrap();
        client.try_write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        // The client stays connected and silent; without the limit this would never end.
        let ended = tokio::time::timeout(Duration::from_secs(30), let_go).await;
        assert!(ended.is_ok(), "the answer still waits for its reader");
        drop(client);
        stop.send(true).unwrap();
        serving.await.unwrap();
    }
}
