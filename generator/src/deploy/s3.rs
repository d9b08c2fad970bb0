//! A bucket of storage that speaks the protocol of Amazon S3. Requests are signed by rusty-s3 and
//! sent by ureq; this is the only file that names either. Buckets are named in the path of the
//! address, which every storage of this kind understands.

use std::thread::sleep;
use std::time::Duration;

use rusty_s3::{Bucket, Credentials, S3Action, UrlStyle};
use ureq::tls::{RootCerts, TlsConfig};

/// How long a signature holds: longer than any single request takes.
const SIGNED_FOR: Duration = Duration::from_secs(3600);
/// How often a request is tried that may succeed the next time.
const TRIES: u32 = 5;
/// How long to wait before the second try; twice as long before each further one.
const FIRST_PAUSE: Duration = Duration::from_millis(200);

/// Where a site goes, as `s3://bucket/prefix` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The name of the bucket.
    pub bucket: String,
    /// What every key begins with; empty, or ends in a slash.
    pub prefix: String,
}

/// A bucket that can be written.
pub struct Storage {
    bucket: Bucket,
    credentials: Credentials,
    prefix: String,
    agent: ureq::Agent,
}

/// Why the storage cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The address of the storage is none.
    #[error("{0} is no address of a storage; write it like https://s3.example.org")]
    Endpoint(String),
    /// It has refused.
    #[error("the storage refuses {what}: {status}{}", said(.message))]
    Refused {
        /// What was asked.
        what: String,
        /// The status of the answer.
        status: u16,
        /// What the answer says.
        message: String,
    },
    /// It does not answer, or not well.
    #[error("the storage does not answer {what}, tried {tries} times: {cause}", tries = TRIES)]
    Unreachable {
        /// What was asked.
        what: String,
        /// What happened the last time.
        cause: String,
    },
}

fn said(message: &str) -> String {
    if message.is_empty() { String::new() } else { format!(" ({message})") }
}

impl Target {
    /// The target in a text.
    ///
    /// # Errors
    /// When it is none, with what to write.
    pub fn parse(text: &str) -> Result<Target, String> {
        let wrong = || "write it like s3://bucket/folder, where the folder may be left out".to_owned();
        let rest = text.strip_prefix("s3://").ok_or_else(wrong)?;
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || ".-_".contains(letter);
        let prefix = prefix.trim_matches('/');
        let is_prefix = prefix.is_empty()
            || prefix.split('/').all(|step| !matches!(step, "" | "." | "..") && step.chars().all(is_name));
        if bucket.is_empty() || !bucket.chars().all(is_name) || !is_prefix {
            return Err(wrong());
        }
        let prefix = if prefix.is_empty() { String::new() } else { format!("{prefix}/") };
        Ok(Target { bucket: bucket.to_owned(), prefix })
    }
}

impl Storage {
    /// A bucket at an endpoint.
    ///
    /// # Errors
    /// When the endpoint is no address.
    pub fn open(
        target: &Target,
        endpoint: &str,
        region: &str,
        credentials: Credentials,
    ) -> Result<Storage, StorageError> {
        let wrong = || StorageError::Endpoint(endpoint.to_owned());
        let address: url::Url = endpoint.parse().map_err(|_| wrong())?;
        if !matches!(address.scheme(), "http" | "https") || address.host_str().is_none() {
            return Err(wrong());
        }
        let bucket = Bucket::new(address, UrlStyle::Path, target.bucket.clone(), region.to_owned())
            .map_err(|_| wrong())?;
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_connect(Some(Duration::from_secs(20)))
            .timeout_recv_response(Some(Duration::from_secs(120)))
            // The certificates of the system, so that those of an administration count as well.
            .tls_config(TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build())
            .build()
            .into();
        Ok(Storage { bucket, credentials, prefix: target.prefix.clone(), agent })
    }

    /// The credentials that the usual variables of the environment hold.
    pub fn credentials_of_environment() -> Option<Credentials> {
        Credentials::from_env()
    }

    /// The bytes of a file; `None` where there is none.
    ///
    /// # Errors
    /// When the storage refuses or does not answer.
    pub fn get(&self, path: &str) -> Result<Option<Vec<u8>>, StorageError> {
        let key = self.key(path);
        self.ask(&format!("to read {key}"), || {
            let address = self.bucket.get_object(Some(&self.credentials), &key).sign(SIGNED_FOR);
            self.agent.get(address.as_str()).call()
        })
    }

    /// Stores a file.
    ///
    /// # Errors
    /// When the storage refuses or does not answer.
    pub fn put(&self, path: &str, bytes: &[u8], kind: &str, keeping: &str) -> Result<(), StorageError> {
        let key = self.key(path);
        let what = format!("to store {key}");
        let stored = self.ask(&what, || {
            let mut action = self.bucket.put_object(Some(&self.credentials), &key);
            action.headers_mut().insert("cache-control", keeping);
            action.headers_mut().insert("content-type", kind);
            let address = action.sign(SIGNED_FOR);
            let request = self.agent.put(address.as_str());
            request.header("cache-control", keeping).header("content-type", kind).send(bytes)
        })?;
        match stored {
            Some(_) => Ok(()),
            None => Err(StorageError::Refused {
                what,
                status: 404,
                message: "is there such a bucket?".to_owned(),
            }),
        }
    }

    /// Deletes a file; that it is gone already is well, too.
    ///
    /// # Errors
    /// When the storage refuses or does not answer.
    pub fn delete(&self, path: &str) -> Result<(), StorageError> {
        let key = self.key(path);
        self.ask(&format!("to delete {key}"), || {
            let address = self.bucket.delete_object(Some(&self.credentials), &key).sign(SIGNED_FOR);
            self.agent.delete(address.as_str()).call()
        })
        .map(drop)
    }

    fn key(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }

    /// The body of an answer, `None` for "not found". What a storage may do better the next time is
    /// tried again: no connection, too many requests, its own errors.
    fn ask(
        &self,
        what: &str,
        request: impl Fn() -> Result<ureq::http::Response<ureq::Body>, ureq::Error>,
    ) -> Result<Option<Vec<u8>>, StorageError> {
        let mut cause = String::new();
        for attempt in 0..TRIES {
            if attempt > 0 {
                sleep(FIRST_PAUSE * 2_u32.pow(attempt - 1));
            }
            let answer = request().and_then(|mut answer| {
                let body = answer.body_mut().with_config().limit(1 << 30).read_to_vec()?;
                Ok((answer.status().as_u16(), body))
            });
            match answer {
                Ok((200..=299, body)) => return Ok(Some(body)),
                Ok((404, _)) => return Ok(None),
                Ok((status @ (408 | 429 | 500..=599), body)) => {
                    cause = format!("{status}{}", said(&message(&body)))
                }
                Ok((status, body)) => {
                    return Err(StorageError::Refused {
                        what: what.to_owned(),
                        status,
                        message: message(&body),
                    });
                }
                Err(error) => cause = error.to_string(),
            }
        }
        Err(StorageError::Unreachable { what: what.to_owned(), cause })
    }
}

/// The sentence in the XML of an error, without control characters and not too long.
fn message(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    let sentence = text.split_once("<Message>").and_then(|(_, rest)| rest.split_once("</Message>"));
    let sentence = sentence.map(|(sentence, _)| sentence).unwrap_or_default();
    sentence.chars().filter(|letter| !letter.is_control()).take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_a_bucket_with_or_without_a_folder() {
        let target =
            |bucket: &str, prefix: &str| Ok(Target { bucket: bucket.to_owned(), prefix: prefix.to_owned() });
        assert_eq!(Target::parse("s3://site"), target("site", ""));
        assert_eq!(Target::parse("s3://site/our/catalogue/"), target("site", "our/catalogue/"));
        for wrong in ["site", "s3://", "s3:///x", "s3://a b", "s3://a/../b", "s3://a/b?c", "http://a/b"] {
            assert!(Target::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_sentence_of_a_refusal_is_shown_without_what_could_move_the_terminal() {
        assert_eq!(message(b"<Error><Message>Access\x1b[2J Denied</Message></Error>"), "Access[2J Denied");
        assert_eq!(message(b"no xml"), "");
    }
}
