//! What stands in the store in place of an address. The address is encrypted together with the key of
//! the status page, which news lead to and of which the store has only a hash; each under a nonce of
//! its own and bound to its contribution, so that a row moved to another one opens nothing. The one
//! file that names the library of the cipher.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use generator::digest::Hasher;

use super::MailAddress;
use crate::queue::store::NewAddress;
use crate::secret::{ContributionId, NoRandomness, PlaceHash, SecretKey, confirm_token, random_bytes};

/// How long a nonce is, in bytes: long enough to be drawn at random for ever.
const NONCE: usize = 24;

/// What opens sealed addresses, and what follows from it.
pub struct MailKey {
    cipher: XChaCha20Poly1305,
    tokens: [u8; 32],
    counting: String,
}

/// What a sealed address holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The address.
    pub address: MailAddress,
    /// The key of the status page.
    pub status_key: SecretKey,
}

impl MailKey {
    /// The keys that follow from a secret, one for each purpose.
    pub fn of(secret: &str) -> MailKey {
        let derive = |purpose: &str| {
            let mut hasher = Hasher::default();
            for part in ["interlink mail", purpose, secret] {
                hasher.update(&(part.len() as u64).to_le_bytes());
                hasher.update(part.as_bytes());
            }
            hasher.finish()
        };
        MailKey {
            cipher: XChaCha20Poly1305::new(&derive("seal").0.into()),
            tokens: derive("confirm").0,
            counting: derive("count").hex(32),
        }
    }

    /// Seals an address for the store.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn seal(
        &self,
        id: &ContributionId,
        address: &MailAddress,
        status_key: &SecretKey,
    ) -> Result<NewAddress, NoRandomness> {
        let nonce: [u8; NONCE] = random_bytes()?;
        let text = format!("{}\n{}", status_key.reveal(), address.reveal());
        let payload = Payload { msg: text.as_bytes(), aad: id.as_str().as_bytes() };
        // The cipher refuses only what is longer than 256 GiB.
        let encrypted = self.cipher.encrypt(&XNonce::from(nonce), payload).unwrap_or_default();
        let sealed = [nonce.as_slice(), &encrypted].concat();
        Ok(NewAddress {
            address: PlaceHash::of(&self.counting, &address.folded()),
            domain: PlaceHash::of(&self.counting, &address.domain()),
            token: self.token(id, &sealed).hash(),
            sealed,
        })
    }

    /// What was sealed; nothing where it was sealed with another key or for another contribution.
    pub fn open(&self, id: &ContributionId, sealed: &[u8]) -> Option<Opened> {
        let (nonce, encrypted) = sealed.split_first_chunk::<NONCE>()?;
        let payload = Payload { msg: encrypted, aad: id.as_str().as_bytes() };
        let text = self.cipher.decrypt(&XNonce::from(*nonce), payload).ok()?;
        let (status_key, address) = std::str::from_utf8(&text).ok()?.split_once('\n')?;
        Some(Opened { address: MailAddress::parse(address)?, status_key: SecretKey::parse(status_key)? })
    }

    /// What the confirmation mail of this address carries.
    pub fn token(&self, id: &ContributionId, sealed: &[u8]) -> SecretKey {
        confirm_token(&self.tokens, id, sealed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_its_key_and_for_its_contribution_only() {
        let (key, other) = (MailKey::of("one secret"), MailKey::of("another"));
        let [id, other_id] = [(); 2].map(|()| ContributionId::random().unwrap());
        let opened = Opened {
            address: MailAddress::parse("lea@example.org").unwrap(),
            status_key: SecretKey::random().unwrap(),
        };
        let seal = || key.seal(&id, &opened.address, &opened.status_key).unwrap();
        let sealed = seal().sealed;
        assert_eq!(key.open(&id, &sealed), Some(opened.clone()));
        assert_eq!(other.open(&id, &sealed), None);
        assert_eq!(key.open(&other_id, &sealed), None);
        for at in [0, NONCE, sealed.len() - 1] {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(key.open(&id, &changed), None);
        }
        assert_eq!(key.open(&id, &sealed[..NONCE - 1]), None);
        assert_eq!(key.open(&id, &[]), None);
        let text = String::from_utf8_lossy(&sealed);
        assert!(!text.contains("lea") && !text.contains(opened.status_key.reveal()));
        let again = seal();
        assert_ne!(again.sealed, sealed, "each has a nonce of its own");
        assert!(!again.token.matches(&key.token(&id, &sealed)), "and a token of its own");
        assert!(again.token.matches(&key.token(&id, &again.sealed)));
    }

    #[test]
    fn spellings_of_one_mailbox_count_as_one() {
        let key = MailKey::of("one secret");
        let (id, status_key) = (ContributionId::random().unwrap(), SecretKey::random().unwrap());
        let sealed = |text: &str| key.seal(&id, &MailAddress::parse(text).unwrap(), &status_key).unwrap();
        let (one, same, other) =
            (sealed("lea@example.org"), sealed("LEA@Example.org"), sealed("leo@example.org"));
        assert!(one.address == same.address && one.domain == same.domain);
        assert!(one.address != other.address && one.domain == other.domain);
    }
}
