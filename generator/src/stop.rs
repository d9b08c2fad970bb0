//! When a server is told to stop. `interlink serve` and the contribution service both listen here.

use std::future::Future;

/// Hears ctrl-c and SIGTERM from now on; the future is ready at the first of them.
///
/// # Errors
/// When the system refuses to tell of signals.
#[cfg(unix)]
pub fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Hears ctrl-c; the future is ready then.
///
/// # Errors
/// None here; other systems may refuse.
#[cfg(not(unix))]
pub fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
