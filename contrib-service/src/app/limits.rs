//! How long a request may take and how many bodies are read at once. Whoever sends slowly, or
//! sends much at the same time, is answered and let go; the others go on.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower_http::timeout::TimeoutBody;

use super::App;
use crate::error::AppError;
use crate::lockout::{is_inside, neighbourhood};

/// How many forms with files are read and checked at the same time. Each may hold the size of an
/// upload in memory.
const MAX_BODIES: usize = 24;
/// How many of them one neighbourhood of the network may have, so that nobody who sends slowly
/// holds them all.
const MAX_BODIES_EACH: usize = 4;
/// How long a form waits for its turn before it is asked to come back.
const LONGEST_QUEUE: Duration = Duration::from_secs(15);

/// A turn, until it is dropped.
#[derive(Debug)]
pub struct Turn {
    _place: OwnedSemaphorePermit,
    _own: Option<OwnedSemaphorePermit>,
}

/// Turns for reading a form with a file.
#[derive(Clone)]
pub struct Turns {
    free: Arc<Semaphore>,
    each: Arc<Mutex<BTreeMap<IpAddr, Arc<Semaphore>>>>,
    longest_queue: Duration,
}

impl Default for Turns {
    fn default() -> Turns {
        Turns {
            free: Arc::new(Semaphore::new(MAX_BODIES)),
            each: Arc::default(),
            longest_queue: LONGEST_QUEUE,
        }
    }
}

impl Turns {
    /// A turn for a visitor from this address.
    ///
    /// # Errors
    /// When too many are before us for too long.
    pub async fn take(&self, address: Option<IpAddr>) -> Result<Turn, AppError> {
        let queue = async {
            // The own one first: whoever waits for it takes no place from anybody else.
            let own = match self.of_neighbourhood(address) {
                Some(own) => Some(own.acquire_owned().await.ok()?),
                None => None,
            };
            let place = Arc::clone(&self.free).acquire_owned().await.ok()?;
            Some(Turn { _place: place, _own: own })
        };
        tokio::time::timeout(self.longest_queue, queue).await.ok().flatten().ok_or(AppError::Busy)
    }

    /// Whether nobody has a turn.
    #[cfg(test)]
    pub fn are_all_free(&self) -> bool {
        self.free.available_permits() == MAX_BODIES
    }

    /// What this neighbourhood has. An address of this machine or of the network inside the house
    /// is a proxy's, which stands for everybody.
    fn of_neighbourhood(&self, address: Option<IpAddr>) -> Option<Arc<Semaphore>> {
        let address = address.map(|address| address.to_canonical()).filter(|address| !is_inside(*address))?;
        let mut each = self.each.lock().unwrap_or_else(PoisonError::into_inner);
        // Whoever has a turn or waits for one holds its semaphore; the others are forgotten.
        each.retain(|_, own| Arc::strong_count(own) > 1);
        let own = each.entry(neighbourhood(Some(address)));
        Some(Arc::clone(own.or_insert_with(|| Arc::new(Semaphore::new(MAX_BODIES_EACH)))))
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
            taken.push(turns.take(None).await.unwrap());
        }
        assert!(matches!(turns.take(None).await, Err(AppError::Busy)));
        taken.pop();
        assert!(turns.take(None).await.is_ok());
    }

    #[tokio::test]
    async fn one_neighbourhood_leaves_turns_to_the_others() {
        let turns = Turns { longest_queue: Duration::ZERO, ..Turns::default() };
        let address = |text: &str| Some(text.parse::<IpAddr>().unwrap());
        let mut taken = Vec::new();
        for number in 0..MAX_BODIES_EACH {
            taken.push(turns.take(address(&format!("192.0.2.{number}"))).await.unwrap());
        }
        assert!(matches!(turns.take(address("192.0.2.99")).await, Err(AppError::Busy)));
        assert!(matches!(turns.take(address("::ffff:192.0.2.99")).await, Err(AppError::Busy)));
        assert!(turns.take(address("198.51.100.1")).await.is_ok());
        taken.clear();
        for _ in 0..MAX_BODIES {
            taken.push(turns.take(address("127.0.0.1")).await.unwrap());
        }
        assert!(matches!(turns.take(address("127.0.0.1")).await, Err(AppError::Busy)));
        taken.clear();
        taken.push(turns.take(address("203.0.113.1")).await.unwrap());
        assert_eq!(turns.each.lock().unwrap().len(), 1, "who has no turn is forgotten");
    }
}
