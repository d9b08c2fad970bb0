//! Names that cannot be guessed: the id of a contribution, the one-time key of the form and the
//! key of the status page. Only hashes of keys are stored, so a stolen store opens no page.

use std::fmt;

use generator::digest::{Digest, Hasher};
use subtle::ConstantTimeEq;

/// Crockford's base 32 in lower case: no `i`, `l`, `o`, `u`, so that an id read out on the phone
/// arrives as it was sent.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The public name of a contribution: ten characters, 50 random bits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContributionId(String);

/// Length of an id, in characters.
const ID_LENGTH: usize = 10;

impl ContributionId {
    /// A new id.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn random() -> Result<ContributionId, NoRandomness> {
        random_text(ID_LENGTH).map(ContributionId)
    }

    /// The id in an address, or `None` for anything we never made. Whatever passes is safe in a
    /// file name and in the name of a branch.
    pub fn parse(text: &str) -> Option<ContributionId> {
        is_ours(text, ID_LENGTH).then(|| ContributionId(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The branch that carries the contribution.
    pub fn branch(&self) -> String {
        format!("contrib/{}", self.0)
    }
}

impl fmt::Display for ContributionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A secret of 130 random bits. It has no `Display`, and its `Debug` says nothing, so that it
/// cannot slip into a log.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretKey(String);

/// Length of a key, in characters.
const KEY_LENGTH: usize = 26;

impl SecretKey {
    /// A new key.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn random() -> Result<SecretKey, NoRandomness> {
        random_text(KEY_LENGTH).map(SecretKey)
    }

    /// The key somebody sent, or `None` for anything that cannot be one.
    pub fn parse(text: &str) -> Option<SecretKey> {
        is_ours(text, KEY_LENGTH).then(|| SecretKey(text.to_owned()))
    }

    /// Another key that follows from this one and does not lead back to it. The status key follows
    /// from the one-time key, so that a form sent twice leads to the same page twice although the
    /// store knows neither.
    #[must_use]
    pub fn derive(&self, purpose: &str) -> SecretKey {
        let mut hasher = Hasher::default();
        hasher.update(purpose.as_bytes());
        hasher.update(&[0]);
        hasher.update(self.0.as_bytes());
        SecretKey(to_text(&hasher.finish().0, KEY_LENGTH))
    }

    /// The key of the status page that belongs to this one-time key.
    #[must_use]
    pub fn status_key(&self) -> SecretKey {
        self.derive("interlink status page")
    }

    /// What the store keeps.
    pub fn hash(&self) -> KeyHash {
        KeyHash(Digest::of(self.0.as_bytes()).0)
    }

    /// The text, for the one place that shows it to its owner.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SecretKey(…)")
    }
}

/// A secret that somebody else has made: a token of a forge, a private key, the secret of a webhook.
/// It has no `Display`, and its `Debug` says nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretText(String);

impl SecretText {
    /// Keeps a secret.
    pub fn new(text: &str) -> SecretText {
        SecretText(text.to_owned())
    }

    /// The text, for the one place that sends it or computes with it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SecretText(…)")
    }
}

/// The SHA-256 of a key. A plain hash is enough: the key has 130 random bits, so nobody can try
/// all of them.
#[derive(Clone, Copy)]
pub struct KeyHash([u8; 32]);

impl KeyHash {
    /// The hash as it was read from the store.
    pub fn from_bytes(bytes: &[u8]) -> Option<KeyHash> {
        bytes.try_into().ok().map(KeyHash)
    }

    /// The bytes for the store.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Whether this is the key, in a time that does not depend on where they differ.
    pub fn matches(&self, key: &SecretKey) -> bool {
        self.0.ct_eq(&key.hash().0).into()
    }
}

impl fmt::Debug for KeyHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("KeyHash(…)")
    }
}

/// Where a contribution came from: a hash of the neighbourhood of an address, keyed with a secret of
/// the service, so that nobody who reads the store learns an address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PlaceHash([u8; 16]);

impl PlaceHash {
    /// The hash of a neighbourhood.
    pub fn of(secret: &str, neighbourhood: &str) -> PlaceHash {
        let mut hasher = Hasher::default();
        for part in ["interlink neighbourhood", secret, neighbourhood] {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hasher.finish().0[..16]);
        PlaceHash(bytes)
    }

    /// The bytes for the store.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for PlaceHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PlaceHash(…)")
    }
}

/// Whether two texts are the same, in a time that depends on their lengths only.
pub fn same_text(a: &str, b: &str) -> bool {
    Digest::of(a.as_bytes()).0.ct_eq(&Digest::of(b.as_bytes()).0).into()
}

/// What a maintainer's browser keeps instead of the key itself.
pub fn session_of(token: &str) -> String {
    let mut hasher = Hasher::default();
    hasher.update(b"interlink maintainer session\0");
    hasher.update(token.as_bytes());
    to_text(&hasher.finish().0, KEY_LENGTH)
}

/// What opens the preview of a contribution for its reviewers. It follows from the maintainer's key
/// and does not lead back to it.
pub fn preview_token(maintainer_token: &str, id: &ContributionId) -> String {
    let mut hasher = Hasher::default();
    hasher.update(b"interlink reviewers' preview\0");
    hasher.update(maintainer_token.as_bytes());
    hasher.update(&[0]);
    hasher.update(id.as_str().as_bytes());
    to_text(&hasher.finish().0, KEY_LENGTH)
}

/// What confirms an address: the link in the mail that went there. It follows from a secret of the
/// service and from the address as it is kept, so only whoever reads the mail knows it, not even
/// whoever gave the address.
pub fn confirm_token(secret: &[u8; 32], id: &ContributionId, sealed: &[u8]) -> SecretKey {
    let mut hasher = Hasher::default();
    for part in [b"interlink confirms an address".as_slice(), secret, id.as_str().as_bytes(), sealed] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    SecretKey(to_text(&hasher.finish().0, KEY_LENGTH))
}

/// The system gave no random numbers, so nothing secret can be made.
#[derive(Debug, thiserror::Error)]
#[error("the system gives no random numbers: {0}")]
pub struct NoRandomness(getrandom::Error);

/// Random bytes.
///
/// # Errors
/// When the system gives none.
pub fn random_bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes).map_err(NoRandomness)?;
    Ok(bytes)
}

fn random_text(length: usize) -> Result<String, NoRandomness> {
    let mut bytes = vec![0_u8; length];
    getrandom::fill(&mut bytes).map_err(NoRandomness)?;
    Ok(to_text(&bytes, length))
}

/// One character of five bits per byte. 256 is a multiple of 32, so no character is favoured.
fn to_text(bytes: &[u8], length: usize) -> String {
    bytes.iter().take(length).map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect()
}

fn is_ours(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| ALPHABET.contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_opens_its_own_hash_and_no_other() {
        let (one, other) = (SecretKey::random().unwrap(), SecretKey::random().unwrap());
        assert!(one.hash().matches(&SecretKey::parse(one.reveal()).unwrap()));
        assert!(!one.hash().matches(&other));
        assert_eq!(format!("{one:?} {:?}", one.hash()), "SecretKey(…) KeyHash(…)");
    }

    #[test]
    fn the_status_key_follows_from_the_one_time_key() {
        let key = SecretKey::random().unwrap();
        assert_eq!(key.status_key(), key.status_key());
        assert_ne!(key.status_key(), key);
        assert!(SecretKey::parse(key.status_key().reveal()).is_some());
    }

    #[test]
    fn a_path_is_no_id() {
        for text in ["", "../../etc/", "abcdefghjK", "abcdefghjkm", "abc/defghj", "abcdefghj\n"] {
            assert_eq!(ContributionId::parse(text), None, "{text:?}");
        }
        let id = ContributionId::random().unwrap();
        assert_eq!(ContributionId::parse(id.as_str()), Some(id));
    }
}
