//! How long a request may take and how many bodies are read at once. Whoever sends slowly, or
//! sends much at the same time, is answered and let go; the others go on.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower_http::timeout::TimeoutBody;

use super::App;
use crate::error::AppError;

/// How many forms with files are read and checked at the same time. Each may hold the size of an
/// upload in memory.
const MAX_BODIES: usize = 24;
/// How long a form waits for its turn before it is asked to come back.
const LONGEST_QUEUE: Duration = Duration::from_secs(15);

/// Turns for reading a form with a file.
#[derive(Clone)]
pub struct Turns {
    free: Arc<Semaphore>,
    longest_queue: Duration,
}

impl Default for Turns {
    fn default() -> Turns {
        Turns { free: Arc::new(Semaphore::new(MAX_BODIES)), longest_queue: LONGEST_QUEUE }
    }
}

impl Turns {
    /// A turn, held until it is dropped.
    ///
    /// # Errors
    /// When too many are before us for too long.
    pub async fn take(&self) -> Result<OwnedSemaphorePermit, AppError> {
        match tokio::time::timeout(self.longest_queue, Arc::clone(&self.free).acquire_owned()).await {
            Ok(Ok(turn)) => Ok(turn),
            _ => Err(AppError::Busy),
        }
    }
}

/// Ends a request that takes too long, and one whose body stops coming.
pub(super) async fn within_time(State(app): State<App>, request: Request, next: Next) -> Response {
    let idle = app.settings.idle_time;
    let request = request.map(|body| Body::new(TimeoutBody::new(idle, body)));
    match tokio::time::timeout(app.settings.request_time, next.run(request)).await {
        Ok(response) => response,
        Err(_) => AppError::TooSlow.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_body_too_many_is_asked_to_come_back() {
        let turns = Turns { longest_queue: Duration::ZERO, ..Turns::default() };
        let mut taken = Vec::new();
        for _ in 0..MAX_BODIES {
            taken.push(turns.take().await.unwrap());
        }
        assert!(matches!(turns.take().await, Err(AppError::Busy)));
        taken.pop();
        assert!(turns.take().await.is_ok());
    }
}
