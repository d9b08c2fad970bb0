//! Hands mails to a server over SMTP: encrypted and with the server's identity proven, except on this
//! machine. With `address` the one place that names lettre. An error of a server may quote the
//! address, so of its words only the number is passed on.

use std::time::{Duration, SystemTime};

use lettre::message::header::{ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::MailAddress;
use super::letter::Letter;
use crate::config::{MailServer, Security};
use crate::queue::job::Moment;

/// How long the server may take for each of its answers.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long a mail may take in all.
pub const LONGEST: Duration = Duration::from_secs(120);

/// Where mails are handed in, and who they are from.
pub struct Post {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: MailAddress,
}

/// Why a mail was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PostError {
    /// It may be taken later.
    #[error("{0}")]
    Later(String),
    /// It never will be.
    #[error("{0}")]
    Never(String),
}

impl Post {
    /// Where the settings say. Nobody is asked yet.
    ///
    /// # Errors
    /// When the system's certificates cannot be read.
    pub fn new(server: &MailServer, from: MailAddress) -> Result<Post, PostError> {
        let tls = || {
            TlsParameters::new(server.host.clone())
                .map_err(|error| PostError::Never(format!("the connection cannot be encrypted: {error}")))
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&server.host)
            .port(server.port)
            .timeout(Some(PATIENCE))
            .tls(match server.security {
                Security::Plain => Tls::None,
                Security::StartTls => Tls::Required(tls()?),
                Security::Tls => Tls::Wrapper(tls()?),
            });
        if let Some((user, password)) = &server.login {
            builder = builder.credentials(Credentials::new(user.clone(), password.reveal().to_owned()));
        }
        Ok(Post { transport: builder.build(), from })
    }

    /// Sends a mail. `name` is what two copies of it share.
    ///
    /// # Errors
    /// Whether it may be taken later, or never.
    pub async fn send(
        &self,
        letter: &Letter,
        to: &MailAddress,
        name: &str,
        now: Moment,
    ) -> Result<(), PostError> {
        let message = message(letter, &self.from, to, name, now)?;
        match tokio::time::timeout(LONGEST, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(told(&error)),
            Err(_) => Err(PostError::Later("the mail server did not answer in time".to_owned())),
        }
    }
}

/// The mail as it travels.
///
/// # Errors
/// When it cannot be put together.
pub fn message(
    letter: &Letter,
    from: &MailAddress,
    to: &MailAddress,
    name: &str,
    now: Moment,
) -> Result<Message, PostError> {
    let date = SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(now).unwrap_or_default());
    let mut builder = Message::builder()
        .from(Mailbox::new(Some(letter.sender.clone()), from.address().clone()))
        .to(Mailbox::new(None, to.address().clone()))
        .subject(letter.subject.clone())
        .date(date)
        .message_id(Some(format!("<{name}@{}>", from.domain())))
        // RFC 3834: no machine answers a machine.
        .header(AutoSubmitted);
    if let Some(page) = &letter.unsubscribe {
        builder = builder.header(ListUnsubscribe(page.clone()));
    }
    let text = SinglePart::builder()
        .header(ContentType::TEXT_PLAIN)
        .header(ContentTransferEncoding::QuotedPrintable)
        .body(letter.text.clone());
    builder
        .singlepart(text)
        .map_err(|error| PostError::Never(format!("the mail cannot be put together: {error}")))
}

/// The number that a server answered, or what went wrong on the way to it.
fn told(error: &lettre::transport::smtp::Error) -> PostError {
    if let Some(code) = error.status() {
        let code = u16::from(code);
        let text = format!("the mail server answered {code}");
        // 530 to 538 are about the login, which whoever keeps the service mends.
        let is_final = error.is_permanent() && !(530..540).contains(&code);
        return if is_final { PostError::Never(text) } else { PostError::Later(text) };
    }
    let text = match error {
        _ if error.is_timeout() => "the mail server did not answer in time",
        _ if error.is_tls() => {
            "the connection to the mail server cannot be encrypted, or it is another server"
        }
        // Such as no STARTTLS, or no way of logging in that both know.
        _ if error.is_client() => "the mail server does not offer what the settings ask for",
        _ if error.is_response() => "the mail server answered what nobody understands",
        _ => "the mail server cannot be reached",
    };
    PostError::Later(text.to_owned())
}

#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(AutoSubmitted)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[derive(Clone)]
struct ListUnsubscribe(String);

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(ListUnsubscribe(text.trim_matches(['<', '>']).to_owned()))
    }

    fn display(&self) -> HeaderValue {
        // An address has no spaces and nothing outside ASCII, so it stays in one piece.
        HeaderValue::dangerous_new_pre_encoded(Self::name(), format!("<{}>", self.0), format!("<{}>", self.0))
    }
}
