//! What time it is. Handed to everything that asks, so that a test turns the clock itself.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::queue::job::Moment;

/// A clock.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Moment + Send + Sync>);

impl Clock {
    /// The clock of the system.
    pub fn system() -> Clock {
        Clock(Arc::new(|| {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            Moment::try_from(since.as_secs()).unwrap_or(Moment::MAX)
        }))
    }

    /// A clock that a test turns.
    pub fn turned_by(read: impl Fn() -> Moment + Send + Sync + 'static) -> Clock {
        Clock(Arc::new(read))
    }

    /// Seconds since 1970 (UTC).
    pub fn now(&self) -> Moment {
        (self.0)()
    }
}
