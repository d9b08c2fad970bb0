//! Proof of work: a browser computes for a moment while somebody fills in a form, and whoever sends
//! many pays for each. Nobody else is asked, nothing is shown and nothing has to be solved by a
//! person. The scheme is ALTCHA's, version 2 (<https://altcha.org/docs/v2/proof-of-work>): of a number
//! of keys derived with PBKDF2 one that begins with zeros is looked for. To ask costs us nothing, to check
//! one derivation in a preview, of which there are only so many. The one file that names altcha.
//!
//! It comes with step one, because the pages of step two show what a stranger wrote and run no script; it
//! is kept with the draft and counts at step two. So a form that is shown, changed and shown again brings
//! the same proof each time. A proof counts for one contribution and for some hours. What was used is kept
//! in memory, by each replica for itself; a restart forgets it.

use std::collections::BTreeMap;
use std::fmt;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};

use altcha::{
    Challenge, CreateChallengeOptions, Payload, VerifySolutionOptions, create_challenge, verify_solution,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use generator::digest::Digest;

use crate::queue::job::Moment;
use crate::secret::{KeyHash, SecretKey};

/// The field of a form that holds a proof, as ALTCHA calls it.
pub const PROOF: &str = "altcha";
/// Rounds of PBKDF2 for one try: a few milliseconds in a browser.
const ROUNDS: u32 = 5_000;
/// How long a challenge can be answered, in seconds. Whoever writes a story takes their time.
const LIFETIME: i64 = 6 * 60 * 60;
/// The longest proof that is looked at, in bytes; ours have some hundred.
const LONGEST: usize = 4_096;
/// How many used proofs are remembered. Those that are over soonest are forgotten first.
const MOST_USED: usize = 100_000;

/// A proof of ours that was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Proof {
    /// When its challenge is over; first, so that the oldest proofs come first.
    over: Moment,
    challenge: Digest,
}

impl Proof {
    /// Reads what the store has kept.
    pub fn parse(text: &str) -> Option<Proof> {
        let (over, challenge) = text.split_once(' ')?;
        Some(Proof { over: over.parse().ok()?, challenge: Digest::from_hex(challenge)? })
    }
}

impl fmt::Display for Proof {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.over, self.challenge.hex(32))
    }
}

/// Gives challenges and takes proofs.
pub struct Proofs {
    /// How many zeros the key begins with, as hexadecimal digits; nothing where no proof is asked for.
    zeros: Option<NonZeroU32>,
    secret: String,
    /// By which key each was used.
    used: Mutex<BTreeMap<Proof, KeyHash>>,
}

impl Proofs {
    /// Proofs of keys with so many zeros: 16 tries on average for one, 256 for two. The secret is for
    /// nothing else, because what it signs is told to everybody; replicas that share it take each
    /// other's challenges.
    pub fn new(zeros: Option<NonZeroU32>, secret: &str) -> Proofs {
        Proofs { zeros, secret: secret.to_owned(), used: Mutex::default() }
    }

    /// Whether there is anything to prove.
    pub fn are_asked_for(&self) -> bool {
        self.zeros.is_some()
    }

    /// A challenge for a form, or nothing where none is asked for.
    ///
    /// # Errors
    /// When the challenge cannot be made.
    pub fn challenge(&self, now: Moment) -> Result<Option<Challenge>, altcha::Error> {
        let Some(zeros) = self.zeros else { return Ok(None) };
        let challenge = create_challenge(CreateChallengeOptions {
            cost: ROUNDS,
            key_prefix: "0".repeat(zeros.get() as usize),
            expires_at: Some(now + LIFETIME),
            hmac_signature_secret: Some(self.secret.clone()),
            ..CreateChallengeOptions::default()
        })?;
        Ok(Some(challenge))
    }

    /// Whether a proof counts for the contribution that this key sends, however often it sends it; then
    /// it counts for no other.
    pub fn use_up(&self, proof: Proof, key: &SecretKey, now: Moment) -> bool {
        if proof.over < now {
            return false;
        }
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(user) = used.get(&proof) {
            return user.matches(key);
        }
        while used.first_key_value().is_some_and(|(used, _)| used.over < now) || used.len() >= MOST_USED {
            used.pop_first();
        }
        used.insert(proof, key.hash());
        true
    }

    /// What a form brought along, if it is the proof of a challenge of ours.
    pub fn checked(&self, proof: &str) -> Option<Proof> {
        if proof.len() > LONGEST {
            return None;
        }
        let payload: Payload = serde_json::from_slice(&STANDARD.decode(proof).ok()?).ok()?;
        let answer =
            verify_solution(VerifySolutionOptions::new(&payload.challenge, &payload.solution, &self.secret));
        let over = payload.challenge.parameters.expires_at?;
        let signature = payload.challenge.signature?;
        let challenge = Digest::of(signature.as_bytes());
        answer.is_ok_and(|answer| answer.verified).then_some(Proof { over, challenge })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use altcha::{Solution, SolveChallengeOptions, solve_challenge};

    const NOW: Moment = 4_000_000_000;

    fn proofs(secret: &str) -> Proofs {
        Proofs::new(NonZeroU32::new(1), secret)
    }

    fn solved(challenge: Challenge) -> Payload {
        let solution = solve_challenge(SolveChallengeOptions::new(&challenge)).unwrap().unwrap();
        Payload { challenge, solution }
    }

    fn written(payload: &Payload) -> String {
        STANDARD.encode(serde_json::to_vec(payload).unwrap())
    }

    /// What a form with this proof makes of it, sent with a key of its own.
    fn counts(proofs: &Proofs, proof: &str, now: Moment) -> bool {
        let key = SecretKey::random().unwrap();
        proofs.checked(proof).is_some_and(|proof| proofs.use_up(proof, &key, now))
    }

    #[test]
    fn a_proof_counts_once_for_whoever_shares_the_secret() {
        let (one, other) = (proofs("secret"), proofs("secret"));
        let proof = written(&solved(one.challenge(NOW).unwrap().unwrap()));
        assert!(!counts(&proofs("another secret"), &proof, NOW));
        assert!(counts(&one, &proof, NOW));
        assert!(!counts(&one, &proof, NOW));
        assert!(counts(&other, &proof, NOW), "each replica remembers for itself");
    }

    #[test]
    fn a_form_may_be_looked_at_again_and_its_key_sent_again_with_the_same_proof() {
        let proofs = proofs("secret");
        let proof = written(&solved(proofs.challenge(NOW).unwrap().unwrap()));
        let first = proofs.checked(&proof).unwrap();
        let again = proofs.checked(&proof).unwrap();
        assert_eq!(first, again, "to look uses nothing up");
        let key = SecretKey::random().unwrap();
        assert!(proofs.use_up(again, &key, NOW));
        assert!(proofs.use_up(again, &key, NOW), "a key that is sent twice sends one contribution");
        assert!(!proofs.use_up(first, &SecretKey::random().unwrap(), NOW));
        assert_eq!(Proof::parse(&first.to_string()), Some(first));
        assert_eq!(Proof::parse("5 00"), None);
    }

    #[test]
    fn what_is_no_proof_of_ours_does_not_count() {
        let proofs = proofs("secret");
        let right = solved(proofs.challenge(NOW).unwrap().unwrap());
        let mut wrong = vec![String::new(), "{}".to_owned(), "A".repeat(1_000_000), STANDARD.encode("[[[[")];
        for (field, value) in
            [("keyPrefix", "\"00\""), ("cost", "1"), ("expiresAt", "5000000000"), ("salt", "\"00\"")]
        {
            let mut changed = serde_json::to_value(&right).unwrap();
            changed["challenge"]["parameters"][field] = serde_json::from_str(value).unwrap();
            wrong.push(STANDARD.encode(changed.to_string()));
        }
        let mut unsigned = right.clone();
        unsigned.challenge.signature = None;
        wrong.push(written(&unsigned));
        for derived_key in ["", "zz", "00"] {
            let solution = Solution { derived_key: derived_key.to_owned(), ..right.solution.clone() };
            wrong.push(written(&Payload { challenge: right.challenge.clone(), solution }));
        }
        for wrong in wrong {
            assert_eq!(proofs.checked(&wrong), None, "{wrong:.200}");
        }
        assert!(counts(&proofs, &written(&right), NOW));
    }

    #[test]
    fn a_challenge_is_over_after_some_hours_and_its_proof_forgotten() {
        let proofs = proofs("secret");
        let late = written(&solved(proofs.challenge(NOW).unwrap().unwrap()));
        let in_time = written(&solved(proofs.challenge(NOW).unwrap().unwrap()));
        assert!(counts(&proofs, &in_time, NOW + LIFETIME));
        assert!(!counts(&proofs, &late, NOW + LIFETIME + 1));
        let next = written(&solved(proofs.challenge(NOW + LIFETIME + 1).unwrap().unwrap()));
        assert!(counts(&proofs, &next, NOW + LIFETIME + 1));
        assert_eq!(proofs.used.lock().unwrap().len(), 1);
    }

    #[test]
    fn nothing_is_asked_where_no_tries_are() {
        let none = Proofs::new(None, "secret");
        assert!(!none.are_asked_for());
        assert!(none.challenge(NOW).unwrap().is_none());
    }
}
