//! Proof of work: a browser computes for a moment while somebody fills in a form, and whoever sends
//! many pays for each. Nobody else is asked, nothing is shown and nothing has to be solved by a
//! person. The scheme is ALTCHA's, version 2 (<https://altcha.org/docs/v2/proof-of-work>): of a number
//! of keys derived with PBKDF2 one that begins with zeros is looked for. To ask costs us nothing, to check
//! one derivation in a preview, of which there are only so many. The one file that names altcha.
//!
//! It comes with step one, because the pages of step two show what a stranger wrote and run no script; it
//! counts at step two. A proof counts once and for some hours. What was used is kept in memory, by each
//! replica for itself; a restart forgets it.

use std::collections::BTreeSet;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};

use altcha::{
    Challenge, CreateChallengeOptions, Payload, VerifySolutionOptions, create_challenge, verify_solution,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use generator::digest::{Digest, Hasher};

use crate::queue::job::Moment;

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

/// Gives challenges and takes proofs.
pub struct Proofs {
    /// How many zeros the key begins with, as hexadecimal digits; nothing where no proof is asked for.
    zeros: Option<NonZeroU32>,
    secret: String,
    used: Mutex<BTreeSet<(Moment, Digest)>>,
}

impl Proofs {
    /// Proofs of keys with so many zeros: 16 tries on average for one, 256 for two. The secret is for
    /// nothing else, because what it signs is told to everybody; replicas that share it take each
    /// other's challenges.
    pub fn new(zeros: Option<NonZeroU32>, secret: &str) -> Proofs {
        let mut hasher = Hasher::default();
        hasher.update(b"interlink proof of work\0");
        hasher.update(secret.as_bytes());
        Proofs { zeros, secret: hasher.finish().hex(32), used: Mutex::default() }
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

    /// Whether this is the proof of a challenge of ours that nobody has used; then it is used.
    pub fn take(&self, proof: &str, now: Moment) -> bool {
        let Some((challenge, over)) = self.proven(proof) else { return false };
        if over < now {
            return false;
        }
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        while used.first().is_some_and(|(over, _)| *over < now) || used.len() >= MOST_USED {
            used.pop_first();
        }
        used.insert((over, challenge))
    }

    /// The challenge that was answered, and when it is over.
    fn proven(&self, proof: &str) -> Option<(Digest, Moment)> {
        if proof.len() > LONGEST {
            return None;
        }
        let payload: Payload = serde_json::from_slice(&STANDARD.decode(proof).ok()?).ok()?;
        let answer =
            verify_solution(VerifySolutionOptions::new(&payload.challenge, &payload.solution, &self.secret));
        let over = payload.challenge.parameters.expires_at?;
        let signature = payload.challenge.signature?;
        answer.is_ok_and(|answer| answer.verified).then(|| (Digest::of(signature.as_bytes()), over))
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

    #[test]
    fn a_proof_counts_once_for_whoever_shares_the_secret() {
        let (one, other) = (proofs("secret"), proofs("secret"));
        let proof = written(&solved(one.challenge(NOW).unwrap().unwrap()));
        assert!(!proofs("another secret").take(&proof, NOW));
        assert!(one.take(&proof, NOW));
        assert!(!one.take(&proof, NOW));
        assert!(other.take(&proof, NOW), "each replica remembers for itself");
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
            assert!(!proofs.take(&wrong, NOW), "{wrong:.200}");
        }
        assert!(proofs.take(&written(&right), NOW));
    }

    #[test]
    fn a_challenge_is_over_after_some_hours_and_its_proof_forgotten() {
        let proofs = proofs("secret");
        let late = written(&solved(proofs.challenge(NOW).unwrap().unwrap()));
        let in_time = written(&solved(proofs.challenge(NOW).unwrap().unwrap()));
        assert!(proofs.take(&in_time, NOW + LIFETIME));
        assert!(!proofs.take(&late, NOW + LIFETIME + 1));
        let next = written(&solved(proofs.challenge(NOW + LIFETIME + 1).unwrap().unwrap()));
        assert!(proofs.take(&next, NOW + LIFETIME + 1));
        assert_eq!(proofs.used.lock().unwrap().len(), 1);
    }

    #[test]
    fn nothing_is_asked_where_no_tries_are() {
        let none = Proofs::new(None, "secret");
        assert!(!none.are_asked_for());
        assert!(none.challenge(NOW).unwrap().is_none());
    }
}
