//! How fast a forge is spoken to. Writes keep a distance; a limit that the forge names is kept to the
//! second; one that it does not explain is waited out, longer each time. It decides with the time it
//! is told, so that its rules are tested without a clock.

use std::collections::VecDeque;
use std::time::Duration;

/// The settings.
#[derive(Debug, Clone, Copy)]
pub struct PaceSettings {
    /// The distance between two writes.
    pub between_writes: Duration,
    /// The most writes in an hour; 0 for as many as their distance allows.
    pub an_hour: usize,
    /// The first wait after a limit without a stated time.
    pub back_off: Duration,
    /// The longest such wait.
    pub longest: Duration,
}

/// What the forge said of its limits with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Limits {
    /// Whether the answer was a refusal for being too much or too fast.
    pub limited: bool,
    /// `retry-after`, in seconds.
    pub retry_after: Option<u64>,
    /// How many requests are left, where it says so.
    pub remaining: Option<u64>,
    /// When there will be more, in seconds since 1970.
    pub reset: Option<u64>,
}

/// When the forge may be spoken to.
#[derive(Debug)]
pub struct Pace {
    settings: PaceSettings,
    /// The earliest moments, counted like the `now` that is handed in.
    next_write: Duration,
    next_request: Duration,
    refusals: u32,
    /// The places that were given in the last hour, where they are counted.
    writes: VecDeque<Duration>,
}

/// What `an_hour` is counted by.
const HOUR: Duration = Duration::from_secs(60 * 60);

impl Pace {
    /// At the beginning nothing has to wait.
    pub fn new(settings: PaceSettings) -> Pace {
        Pace {
            settings,
            next_write: Duration::ZERO,
            next_request: Duration::ZERO,
            refusals: 0,
            writes: VecDeque::new(),
        }
    }

    /// How long a limit still holds.
    pub fn limited_for(&self, now: Duration) -> Option<Duration> {
        self.next_request.checked_sub(now).filter(|wait| !wait.is_zero())
    }

    /// How long a write would have to wait.
    pub fn wait_for_write(&self, now: Duration) -> Duration {
        let at = self.next_write.max(now);
        let is_full = self.settings.an_hour > 0 && self.writes.len() >= self.settings.an_hour;
        let next_hour = self.writes.front().filter(|_| is_full).map_or(at, |oldest| *oldest + HOUR);
        at.max(next_hour) - now
    }

    /// Takes the next place for a write and says how long to wait for it.
    pub fn place_for_write(&mut self, now: Duration) -> Duration {
        let wait = self.wait_for_write(now);
        if self.settings.an_hour > 0 {
            self.writes.push_back(now + wait);
            if self.writes.len() > self.settings.an_hour {
                self.writes.pop_front();
            }
        }
        self.next_write = now + wait + self.settings.between_writes;
        wait
    }

    /// Learns from an answer. `epoch` is the time of day, in seconds since 1970.
    pub fn learn(&mut self, limits: Limits, now: Duration, epoch: u64) {
        let used_up = limits.remaining == Some(0);
        if !limits.limited && !used_up {
            self.refusals = 0;
            return;
        }
        let reset = limits
            .reset
            .filter(|_| used_up)
            .map(|reset| Duration::from_secs(reset.saturating_sub(epoch) + 1));
        let named = limits.retry_after.map(Duration::from_secs).or(reset);
        let wait = match named {
            Some(named) => named,
            None => {
                let doubled = self.settings.back_off.saturating_mul(1 << self.refusals.min(16));
                doubled.min(self.settings.longest)
            }
        };
        if limits.limited {
            self.refusals = self.refusals.saturating_add(1);
        }
        // Whatever stands before the forge may say anything; nobody waits longer than this for it.
        self.next_request = self.next_request.max(now + wait.min(LONGEST_NAMED));
    }
}

/// The longest wait that a forge may ask for: limits are counted by the hour.
const LONGEST_NAMED: Duration = Duration::from_secs(2 * 60 * 60);

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: PaceSettings = PaceSettings {
        between_writes: Duration::from_secs(1),
        an_hour: 500,
        back_off: Duration::from_secs(60),
        longest: Duration::from_secs(900),
    };

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn writes_keep_their_distance_however_many_come_at_once() {
        let mut pace = Pace::new(SETTINGS);
        let waits: Vec<Duration> = (0..3).map(|_| pace.place_for_write(seconds(10))).collect();
        assert_eq!(waits, [seconds(0), seconds(1), seconds(2)]);
        assert_eq!(pace.place_for_write(seconds(60)), seconds(0));
    }

    #[test]
    fn no_hour_has_more_writes_than_it_may() {
        let mut pace = Pace::new(PaceSettings { an_hour: 3, ..SETTINGS });
        let mut at = Vec::new();
        let mut now = seconds(0);
        for _ in 0..20 {
            now += pace.place_for_write(now);
            at.push(now);
        }
        assert_eq!(at[..4], [0, 1, 2, 3_600].map(seconds));
        for some in at.windows(4) {
            assert!(some[3] - some[0] >= HOUR, "{some:?}");
        }
        let mut unlimited = Pace::new(PaceSettings { an_hour: 0, ..SETTINGS });
        assert!((0..5_000).all(|second| unlimited.place_for_write(seconds(second)) == seconds(0)));
    }

    #[test]
    fn a_named_wait_is_kept_and_a_reset_is_a_time_of_day() {
        let mut pace = Pace::new(SETTINGS);
        pace.learn(Limits { limited: true, retry_after: Some(30), ..Limits::default() }, seconds(0), 1_000);
        assert_eq!(pace.limited_for(seconds(10)), Some(seconds(20)));
        assert_eq!(pace.limited_for(seconds(30)), None);
        let used_up = Limits { limited: true, retry_after: None, remaining: Some(0), reset: Some(1_700) };
        pace.learn(used_up, seconds(40), 1_100);
        assert_eq!(pace.limited_for(seconds(40)), Some(seconds(601)));
    }

    #[test]
    fn the_last_request_of_the_hour_waits_for_the_next_hour() {
        let mut pace = Pace::new(SETTINGS);
        let last = Limits { limited: false, retry_after: None, remaining: Some(0), reset: Some(1_060) };
        pace.learn(last, seconds(0), 1_000);
        assert_eq!(pace.limited_for(seconds(0)), Some(seconds(61)));
    }

    #[test]
    fn a_limit_without_a_time_is_waited_out_longer_each_time_and_not_for_ever() {
        let mut pace = Pace::new(SETTINGS);
        let refused = Limits { limited: true, ..Limits::default() };
        let mut waits = Vec::new();
        for _ in 0..6 {
            let now = pace.next_request;
            pace.learn(refused, now, 0);
            waits.extend(pace.limited_for(now));
        }
        assert_eq!(waits, [60, 120, 240, 480, 900, 900].map(seconds));
        let now = pace.next_request;
        pace.learn(Limits::default(), now, 0);
        pace.learn(refused, now, 0);
        assert_eq!(pace.limited_for(now), Some(seconds(60)), "an answer in between begins anew");
    }
}
