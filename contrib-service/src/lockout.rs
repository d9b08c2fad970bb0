//! Sends away whoever tries one wrong key of the maintainer's page after the other. After a few from
//! one neighbourhood of the network each further one costs a growing wait; many from anywhere cost
//! everybody who is wrong a short one. The right key is never kept waiting: its length is what
//! protects the page. Kept in memory and small: a restart forgets it.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

use crate::queue::job::Moment;

/// Wrong keys that cost nothing: people mistype.
const FREE_EACH: u32 = 5;
/// The longest wait of one neighbourhood, in seconds.
const LONGEST_EACH: Moment = 15 * 60;
/// Wrong keys from anywhere that cost nothing.
const FREE_ALL: u32 = 100;
/// The longest wait of everybody.
const LONGEST_ALL: Moment = 10;
/// After this time without a wrong key it begins anew, in seconds.
const FORGOTTEN: Moment = 60 * 60;
/// How many neighbourhoods are remembered; the one that was quiet longest gives way.
const MAX_NEIGHBOURHOODS: usize = 1_000;

/// Who tried wrong keys, and when.
#[derive(Debug, Default)]
pub struct Lockout(Mutex<Tries>);

#[derive(Debug, Default)]
struct Tries {
    each: BTreeMap<IpAddr, Wrong>,
    all: Wrong,
}

#[derive(Debug, Clone, Copy, Default)]
struct Wrong {
    count: u32,
    last: Moment,
}

impl Wrong {
    fn add(&mut self, now: Moment) {
        self.count = if now - self.last > FORGOTTEN { 1 } else { self.count.saturating_add(1) };
        self.last = now;
    }

    /// The seconds to wait: 1, 2, 4 … after the free ones.
    fn wait(&self, free: u32, longest: Moment, now: Moment) -> Moment {
        if self.count < free || now - self.last > FORGOTTEN {
            return 0;
        }
        let wait = 1_i64.checked_shl(self.count - free).filter(|wait| *wait > 0).unwrap_or(longest);
        // A clock that went backwards must not wait longer than the longest wait.
        (self.last + wait.min(longest) - now).clamp(0, longest)
    }
}

impl Lockout {
    /// The seconds that a wrong key from this address has to wait; none: it is only wrong.
    pub fn wait(&self, address: Option<IpAddr>, now: Moment) -> Option<u64> {
        let tries = self.tries();
        let own = tries.each.get(&neighbourhood(address)).copied().unwrap_or_default();
        let wait = own.wait(FREE_EACH, LONGEST_EACH, now).max(tries.all.wait(FREE_ALL, LONGEST_ALL, now));
        u64::try_from(wait).ok().filter(|wait| *wait > 0)
    }

    /// A wrong key came from this address.
    pub fn wrong(&self, address: Option<IpAddr>, now: Moment) {
        let mut tries = self.tries();
        let place = neighbourhood(address);
        if tries.each.len() >= MAX_NEIGHBOURHOODS && !tries.each.contains_key(&place) {
            let quietest = tries.each.iter().min_by_key(|(_, wrong)| wrong.last).map(|(place, _)| *place);
            quietest.and_then(|place| tries.each.remove(&place));
        }
        tries.each.entry(place).or_default().add(now);
        tries.all.add(now);
    }

    /// The right key came from this address: its mistakes are forgiven.
    pub fn right(&self, address: Option<IpAddr>) {
        self.tries().each.remove(&neighbourhood(address));
    }

    /// The counts are whole after every line, so a panic elsewhere leaves nothing broken behind.
    fn tries(&self) -> std::sync::MutexGuard<'_, Tries> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What one person can easily have: the last number of an IPv4 address, all but the first three
/// groups of an IPv6 address. Without an address everybody is one neighbourhood.
pub fn neighbourhood(address: Option<IpAddr>) -> IpAddr {
    match address.map(|address| address.to_canonical()) {
        Some(IpAddr::V4(address)) => {
            let [a, b, c, _] = address.octets();
            Ipv4Addr::new(a, b, c, 0).into()
        }
        Some(IpAddr::V6(address)) => {
            let [a, b, c, ..] = address.segments();
            Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0).into()
        }
        None => Ipv4Addr::UNSPECIFIED.into(),
    }
}

/// Whether it is an address of this machine or of the network inside the house: a proxy's.
pub fn is_inside(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_loopback() || address.is_private(),
        IpAddr::V6(address) => address.is_loopback() || address.is_unique_local(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Option<IpAddr> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn each_wrong_key_after_the_fifth_costs_twice_the_wait() {
        let (lockout, here) = (Lockout::default(), address("192.0.2.1"));
        for _ in 0..4 {
            lockout.wrong(here, 100);
        }
        assert_eq!(lockout.wait(here, 100), None);
        for wait in [1, 2, 4, 8] {
            lockout.wrong(here, 100);
            assert_eq!(lockout.wait(here, 100), Some(wait));
        }
        assert_eq!(lockout.wait(address("192.0.2.77"), 100), Some(8), "a neighbour waits too");
        assert_eq!(lockout.wait(address("198.51.100.1"), 100), None, "others do not");
        assert_eq!(lockout.wait(here, 108), None);
        lockout.right(here);
        assert_eq!(lockout.wait(here, 100), None);
    }

    #[test]
    fn a_wait_has_an_end_and_is_forgotten() {
        let (lockout, here) = (Lockout::default(), address("2001:db8::1"));
        for _ in 0..90 {
            lockout.wrong(here, 100);
        }
        assert_eq!(lockout.wait(here, 100), Some(900));
        assert_eq!(lockout.wait(address("2001:db8:0:ffff::2"), 100), Some(900));
        assert_eq!(lockout.wait(here, -1_000_000), Some(900), "a clock that went back");
        lockout.wrong(here, 100 + FORGOTTEN + 1);
        assert_eq!(lockout.wait(here, 100 + FORGOTTEN + 1), None);
    }

    #[test]
    fn guesses_from_many_places_cost_everybody_a_short_wait_and_little_memory() {
        let lockout = Lockout::default();
        for number in 0..3_000_u32 {
            lockout.wrong(Some(Ipv4Addr::from(number << 8).into()), 100);
        }
        assert_eq!(lockout.wait(address("203.0.113.1"), 100), Some(10));
        assert_eq!(lockout.tries().each.len(), MAX_NEIGHBOURHOODS);
    }
}
