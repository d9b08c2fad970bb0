//! How often forms are taken from one neighbourhood of the network, and in all. Each has a stock that
//! refills evenly, so that a group in one room can send together and a machine cannot go on for
//! ever. Kept in memory, by each replica for itself; a restart forgets it. The one file that names
//! governor.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

use governor::clock::{Clock, MonotonicClock};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::state::{InMemoryState, NotKeyed};
use governor::{Quota, RateLimiter};

use crate::lockout::{is_inside, neighbourhood};

/// How many forms may come in an hour; nothing means as many as like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PerHour {
    /// From one neighbourhood.
    pub each: Option<NonZeroU32>,
    /// From everywhere together.
    pub all: Option<NonZeroU32>,
}

type Plain<C> = NoOpMiddleware<<C as Clock>::Instant>;
type Each<C> = RateLimiter<IpAddr, HashMapStateStore<IpAddr>, C, Plain<C>>;
type All<C> = RateLimiter<NotKeyed, InMemoryState, C, Plain<C>>;

/// A limit on one kind of form.
pub struct Rate<C: Clock = MonotonicClock> {
    each: Option<Each<C>>,
    all: Option<All<C>>,
    per_hour: PerHour,
    clock: C,
    asked: AtomicU32,
}

/// After how many forms those are forgotten that were quiet long enough.
const TIDY_EVERY: u32 = 1_000;

impl Rate {
    /// The limit of a setting.
    pub fn new(per_hour: PerHour) -> Rate {
        Rate::with_clock(per_hour, MonotonicClock)
    }
}

impl<C: Clock + Clone> Rate<C> {
    fn with_clock(per_hour: PerHour, clock: C) -> Rate<C> {
        Rate {
            each: per_hour.each.map(|most| {
                RateLimiter::new(Quota::per_hour(most), HashMapStateStore::default(), clock.clone())
            }),
            all: per_hour
                .all
                .map(|most| RateLimiter::direct_with_clock(Quota::per_hour(most), clock.clone())),
            per_hour,
            clock,
            asked: AtomicU32::new(0),
        }
    }

    /// Takes one from the stock. An address of this machine or of the network inside the house is a
    /// proxy's, which stands for everybody; then only the common stock counts.
    ///
    /// # Errors
    /// The seconds until there is one again.
    pub fn take(&self, address: Option<IpAddr>) -> Result<(), u64> {
        self.take_several(address, NonZeroU32::MIN)
    }

    /// Takes several at once of the stock of a neighbourhood; as many as there can be, if that is fewer.
    ///
    /// # Errors
    /// The seconds until there are as many again.
    pub fn take_several(&self, address: Option<IpAddr>, count: NonZeroU32) -> Result<(), u64> {
        // A stock smaller than the count never has as many.
        let at_most = |most: Option<NonZeroU32>| most.map_or(count, |most| most.min(count));
        if let (Some(each), Some(address)) = (&self.each, address.map(|address| address.to_canonical()))
            && !is_inside(address)
        {
            if self.asked.fetch_add(1, Ordering::Relaxed) % TIDY_EVERY == TIDY_EVERY - 1 {
                each.retain_recent();
                each.shrink_to_fit();
            }
            let taken = each.check_key_n(&neighbourhood(Some(address)), at_most(self.per_hour.each));
            taken.unwrap_or(Ok(())).map_err(|wait| self.seconds(&wait))?;
        }
        match &self.all {
            Some(all) => {
                // One of the common stock all the same: nobody empties it faster by being slow.
                all.check().map_err(|wait| self.seconds(&wait))
            }
            None => Ok(()),
        }
    }

    fn seconds(&self, wait: &governor::NotUntil<C::Instant>) -> u64 {
        wait.wait_time_from(self.clock.now()).as_secs() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use governor::clock::FakeRelativeClock;
    use std::time::Duration;

    fn rate(each: u32, all: u32) -> (Rate<FakeRelativeClock>, FakeRelativeClock) {
        let clock = FakeRelativeClock::default();
        let per_hour = PerHour { each: NonZeroU32::new(each), all: NonZeroU32::new(all) };
        (Rate::with_clock(per_hour, clock.clone()), clock)
    }

    fn from(text: &str) -> Option<IpAddr> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn a_neighbourhood_has_a_stock_that_refills_and_others_have_their_own() {
        let (rate, clock) = rate(4, 0);
        for number in 0..4 {
            rate.take(from(&format!("192.0.2.{number}"))).unwrap();
        }
        let wait = rate.take(from("192.0.2.99")).unwrap_err();
        assert!((1..=901).contains(&wait), "{wait}");
        rate.take(from("198.51.100.1")).unwrap();
        clock.advance(Duration::from_secs(wait));
        rate.take(from("192.0.2.99")).unwrap();
        rate.take(from("::ffff:192.0.2.99")).unwrap_err();
    }

    #[test]
    fn all_together_have_a_stock_too_and_a_proxy_has_no_other() {
        let (rate, _) = rate(1, 3);
        for _ in 0..3 {
            rate.take(from("127.0.0.1")).unwrap();
        }
        assert!(rate.take(from("10.0.0.1")).is_err());
        assert!(rate.take(None).is_err());
    }

    #[test]
    fn several_are_taken_at_once_and_from_a_small_stock_all() {
        let (rate, clock) = rate(10, 0);
        let four = NonZeroU32::new(4).unwrap();
        rate.take_several(from("192.0.2.1"), four).unwrap();
        rate.take_several(from("192.0.2.1"), four).unwrap();
        let wait = rate.take_several(from("192.0.2.1"), four).unwrap_err();
        rate.take(from("192.0.2.1")).unwrap();
        clock.advance(Duration::from_secs(wait + 3_600));
        rate.take_several(from("192.0.2.1"), NonZeroU32::MAX).unwrap();
        rate.take(from("192.0.2.1")).unwrap_err();
    }

    #[test]
    fn without_a_number_there_is_no_limit() {
        let (rate, _) = rate(0, 0);
        assert!((0..10_000).all(|_| rate.take(from("192.0.2.1")).is_ok()));
    }

    #[test]
    fn whoever_was_quiet_long_enough_is_forgotten() {
        let (rate, clock) = rate(10, 0);
        for number in 0..TIDY_EVERY - 1 {
            rate.take(Some(std::net::Ipv4Addr::from(0xc000_0000 + (number << 8)).into())).unwrap();
        }
        clock.advance(Duration::from_secs(7_200));
        rate.take(from("192.0.2.1")).unwrap();
        assert!(rate.each.as_ref().unwrap().len() <= 1);
    }
}
