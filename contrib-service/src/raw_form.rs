//! A request's body -> `RawForm`: what somebody typed, as they typed it. Three encodings, one
//! result; limits first, because whoever sends it may be anybody. What the values mean is decided
//! in `submission`.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;

/// The fields of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RawForm {
    texts: BTreeMap<String, Vec<String>>,
    /// The files that were chosen.
    pub files: Vec<RawFile>,
    /// Fields whose bytes are not UTF-8. Their text is kept with a mark where it was unreadable.
    pub unreadable: BTreeSet<String>,
    /// Files that are larger than a request may be: field and name. Their content was read and
    /// thrown away, so that the rest of the form arrives and can be shown again.
    pub oversized: Vec<(String, String)>,
}

/// A file as the browser sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawFile {
    /// The field.
    pub field: String,
    /// The name on the visitor's machine; only ever shown, never a path.
    pub name: String,
    /// Its content.
    pub bytes: Bytes,
}

/// Why a body is no form.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// More bytes than allowed.
    #[error("the request has more than {0} bytes")]
    TooLarge(usize),
    /// A content type nobody asked for.
    #[error("the content type is none of a form")]
    Type,
    /// It stopped coming.
    #[error("the visitor stopped sending")]
    Slow,
    /// It cannot be taken apart.
    #[error("the form cannot be read: {0}")]
    Broken(String),
}

/// The most fields a form may have. Ours has about thirty, some of them lists.
const MAX_FIELDS: usize = 1_000;

/// What a body may have beyond the limit before we stop listening. A browser shows our answer only
/// when it could send everything, so the rest is read and thrown away.
const PATIENCE: usize = 8;

impl RawForm {
    /// Reads a request of at most `limit` bytes. A file that makes it larger is left out and named;
    /// anything else over the limit is an error.
    ///
    /// # Errors
    /// When the body is too large, of another type or broken.
    pub async fn read(request: Request, limit: usize) -> Result<RawForm, FormError> {
        let content_type =
            request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match essence.as_str() {
            "application/x-www-form-urlencoded" => {
                parse_urlencoded(&read_body(request.into_body(), limit).await?)
            }
            "multipart/form-data" => read_multipart(request, limit).await,
            "application/json" => parse_json(&read_body(request.into_body(), limit).await?),
            _ => Err(FormError::Type),
        }
    }

    /// Adds a value.
    pub fn add(&mut self, field: &str, value: impl Into<String>) {
        self.texts.entry(field.to_owned()).or_default().push(value.into());
    }

    /// Gives a field one value, or none for the empty text.
    pub fn set(&mut self, field: &str, value: &str) {
        self.texts.remove(field);
        if !value.is_empty() {
            self.add(field, value);
        }
    }

    /// The first value of a field, trimmed; empty where there is none.
    pub fn text(&self, field: &str) -> &str {
        self.texts.get(field).and_then(|values| values.first()).map_or("", |value| value.trim())
    }

    /// All values of a field that are not empty.
    pub fn list(&self, field: &str) -> Vec<&str> {
        let values = self.texts.get(field).map(Vec::as_slice).unwrap_or_default();
        values.iter().map(|value| value.trim()).filter(|value| !value.is_empty()).collect()
    }

    /// Every field and its values, to show the form again.
    pub fn texts(&self) -> &BTreeMap<String, Vec<String>> {
        &self.texts
    }

    /// The form without a field.
    #[must_use]
    pub fn without(&self, field: &str) -> RawForm {
        let mut form = self.clone();
        form.texts.remove(field);
        form
    }

    /// The texts as they are kept with a draft.
    pub fn to_json(&self) -> String {
        serde_json::to_string(&self.texts).unwrap_or_default()
    }

    /// The texts as they were kept.
    pub fn from_json(text: &str) -> RawForm {
        RawForm { texts: serde_json::from_str(text).unwrap_or_default(), ..RawForm::default() }
    }

    fn add_bytes(&mut self, field: &str, bytes: &[u8]) -> Result<(), FormError> {
        if self.texts.values().map(Vec::len).sum::<usize>() >= MAX_FIELDS {
            return Err(FormError::Broken("it has too many fields".to_owned()));
        }
        match std::str::from_utf8(bytes) {
            // Browsers send line ends as CR LF; content has LF.
            Ok(text) => self.add(field, text.replace("\r\n", "\n").replace('\r', "\n")),
            Err(_) => {
                self.unreadable.insert(field.to_owned());
                self.add(field, String::from_utf8_lossy(bytes));
            }
        }
        Ok(())
    }
}

/// Reads a body of at most `limit` bytes.
///
/// # Errors
/// When it is larger, or the visitor stops sending.
pub async fn read_body(mut body: Body, limit: usize) -> Result<Bytes, FormError> {
    use std::pin::Pin;
    let mut bytes = Vec::new();
    let mut total = 0_usize;
    loop {
        let frame =
            std::future::poll_fn(|context| axum::body::HttpBody::poll_frame(Pin::new(&mut body), context))
                .await;
        match frame {
            None => break,
            Some(Err(error)) => return Err(broken_body(&error)),
            Some(Ok(frame)) => {
                let Ok(data) = frame.into_data() else { continue };
                total = total.saturating_add(data.len());
                if total <= limit {
                    bytes.extend_from_slice(&data);
                } else {
                    bytes = Vec::new();
                    if total > limit.saturating_mul(PATIENCE) {
                        break;
                    }
                }
            }
        }
    }
    if total > limit { Err(FormError::TooLarge(limit)) } else { Ok(bytes.into()) }
}

/// A body that broke off: the visitor stopped sending, or something else went wrong on the way.
fn broken_body(error: &(dyn std::error::Error + 'static)) -> FormError {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if error.is::<tower_http::timeout::TimeoutError>() {
            return FormError::Slow;
        }
        cause = error.source();
    }
    FormError::Broken(error.to_string())
}

fn parse_urlencoded(bytes: &[u8]) -> Result<RawForm, FormError> {
    let mut form = RawForm::default();
    for pair in bytes.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        let end = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
        let name = decode_urlencoded(&pair[..end]);
        let Ok(name) = String::from_utf8(name) else {
            return Err(FormError::Broken("the name of a field is not UTF-8".to_owned()));
        };
        form.add_bytes(&name, &decode_urlencoded(pair.get(end + 1..).unwrap_or_default()))?;
    }
    Ok(form)
}

fn decode_urlencoded(bytes: &[u8]) -> Vec<u8> {
    let spaced: Vec<u8> = bytes.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    percent_encoding::percent_decode(&spaced).collect()
}

async fn read_multipart(mut request: Request, limit: usize) -> Result<RawForm, FormError> {
    // The limits are applied below, where it is known what is too large.
    DefaultBodyLimit::disable().apply(&mut request);
    let mut multipart =
        Multipart::from_request(request, &()).await.map_err(|error| FormError::Broken(error.body_text()))?;
    let mut form = RawForm::default();
    let (mut kept, mut total) = (0_usize, 0_usize);
    while let Some(mut field) = multipart.next_field().await.map_err(|error| broken_body(&error))? {
        let Some(name) = field.name().map(str::to_owned) else {
            return Err(FormError::Broken("a field has no name".to_owned()));
        };
        let file_name = field.file_name().map(str::to_owned);
        let (mut bytes, mut is_whole) = (Vec::new(), true);
        while let Some(chunk) = field.chunk().await.map_err(|error| broken_body(&error))? {
            total = total.saturating_add(chunk.len());
            if is_whole && kept + bytes.len() + chunk.len() <= limit {
                bytes.extend_from_slice(&chunk);
            } else if file_name.is_none() || total > limit.saturating_mul(PATIENCE) {
                return Err(FormError::TooLarge(limit));
            } else {
                (bytes, is_whole) = (Vec::new(), false);
            }
        }
        kept += bytes.len();
        match file_name {
            // An untouched file field is sent as an empty file without a name.
            Some(file_name) if file_name.is_empty() && bytes.is_empty() && is_whole => {}
            Some(_) if form.files.len() + form.oversized.len() >= MAX_FIELDS => {
                return Err(FormError::Broken("it has too many files".to_owned()));
            }
            Some(file_name) if is_whole => {
                form.files.push(RawFile { field: name, name: file_name, bytes: bytes.into() });
            }
            Some(file_name) => form.oversized.push((name, file_name)),
            None => form.add_bytes(&name, &bytes)?,
        }
    }
    Ok(form)
}

fn parse_json(bytes: &[u8]) -> Result<RawForm, FormError> {
    use serde_json::Value;
    let broken = || FormError::Broken("a JSON object of texts and lists of texts is expected".to_owned());
    let value: Value = serde_json::from_slice(bytes).map_err(|error| FormError::Broken(error.to_string()))?;
    let Value::Object(fields) = value else { return Err(broken()) };
    let mut form = RawForm::default();
    for (name, value) in &fields {
        let items = match value {
            Value::Array(items) => items.as_slice(),
            other => std::slice::from_ref(other),
        };
        for item in items {
            match item {
                Value::String(text) => form.add_bytes(name, text.as_bytes())?,
                Value::Bool(true) => form.add_bytes(name, b"yes")?,
                Value::Bool(false) | Value::Null => {}
                Value::Number(number) => form.add_bytes(name, number.to_string().as_bytes())?,
                Value::Array(_) | Value::Object(_) => return Err(broken()),
            }
        }
    }
    Ok(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn parse(content_type: &str, body: &[u8]) -> Result<RawForm, FormError> {
        read(content_type, body, 1_000_000).await
    }

    async fn read(content_type: &str, body: &[u8], limit: usize) -> Result<RawForm, FormError> {
        let request = Request::post("/").header(CONTENT_TYPE, content_type);
        RawForm::read(request.body(Body::from(body.to_vec())).unwrap(), limit).await
    }

    #[tokio::test]
    async fn three_encodings_are_one_form() {
        let urlencoded = parse(
            "application/x-www-form-urlencoded; charset=utf-8",
            "name=R%C4%ABga+%26+co&themes=design&themes=engagement&empty=".as_bytes(),
        );
        let multipart = parse(
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nRīga & co\r\n\
             --x\r\nContent-Disposition: form-data; name=\"themes\"\r\n\r\ndesign\r\n\
             --x\r\nContent-Disposition: form-data; name=\"themes\"\r\n\r\nengagement\r\n\
             --x\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n\
             --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--x--\r\n"
                .as_bytes(),
        );
        let json = parse(
            "application/json",
            r#"{"name":"Rīga & co","themes":["design","engagement"],"empty":""}"#.as_bytes(),
        );
        let urlencoded = urlencoded.await.unwrap();
        assert_eq!(urlencoded.text("name"), "Rīga & co");
        assert_eq!(urlencoded.list("themes"), ["design", "engagement"]);
        assert_eq!(urlencoded.list("empty"), Vec::<&str>::new());
        assert_eq!(multipart.await.unwrap(), urlencoded);
        assert_eq!(json.await.unwrap(), urlencoded);
    }

    #[tokio::test]
    async fn a_file_keeps_its_bytes_and_its_name() {
        let form = parse(
            "multipart/form-data; boundary=x",
            b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../a.pdf\"\r\n\r\n\xff\0\r\n--x--\r\n",
        )
        .await
        .unwrap();
        let file = RawFile {
            field: "file".to_owned(),
            name: "../a.pdf".to_owned(),
            bytes: Bytes::from_static(b"\xff\0"),
        };
        assert_eq!(form.files, [file]);
    }

    #[tokio::test]
    async fn a_file_over_the_limit_is_left_out_and_the_fields_around_it_arrive() {
        let part = |head: &str, value: &str| {
            format!("--x\r\nContent-Disposition: form-data; {head}\r\n\r\n{value}\r\n")
        };
        let with_file = |size: usize| {
            let file = part("name=\"file\"; filename=\"big.pdf\"", &"a".repeat(size));
            format!("{}{file}{}--x--\r\n", part("name=\"name\"", "Kit"), part("name=\"agree\"", "yes"))
        };
        let multipart = "multipart/form-data; boundary=x";
        let form = read(multipart, with_file(1_000).as_bytes(), 500).await.unwrap();
        assert_eq!((form.text("name"), form.text("agree")), ("Kit", "yes"));
        assert_eq!(form.oversized, [("file".to_owned(), "big.pdf".to_owned())]);
        assert!(form.files.is_empty());
        let form = read(multipart, with_file(490).as_bytes(), 500).await.unwrap();
        assert_eq!((form.files.len(), form.oversized.len()), (1, 0));
        let text = format!("{}--x--\r\n", part("name=\"name\"", &"a".repeat(501)));
        assert!(matches!(read(multipart, text.as_bytes(), 500).await, Err(FormError::TooLarge(500))));
        let endless = with_file(500 * PATIENCE + 1);
        assert!(matches!(read(multipart, endless.as_bytes(), 500).await, Err(FormError::TooLarge(500))));
    }

    #[tokio::test]
    async fn bytes_that_are_not_utf_8_are_marked_and_the_rest_is_kept() {
        let form = parse("application/x-www-form-urlencoded", b"name=caf%E9&summary=ok").await.unwrap();
        assert_eq!(form.text("name"), "caf\u{fffd}");
        assert_eq!(form.text("summary"), "ok");
        assert_eq!(form.unreadable.iter().collect::<Vec<_>>(), ["name"]);
    }

    #[tokio::test]
    async fn a_body_over_the_limit_is_refused_without_being_kept() {
        let body = Body::from(vec![b'x'; 1_001]);
        assert!(matches!(read_body(body, 1_000).await, Err(FormError::TooLarge(1_000))));
        assert_eq!(read_body(Body::from(vec![b'x'; 1_000]), 1_000).await.unwrap().len(), 1_000);
    }

    #[tokio::test]
    async fn what_is_no_form_is_refused() {
        assert!(matches!(parse("text/plain", b"a=b").await, Err(FormError::Type)));
        assert!(matches!(parse("multipart/form-data", b"--x").await, Err(FormError::Broken(_))));
        assert!(matches!(
            parse("multipart/form-data; boundary=x", b"--x\r\n").await,
            Err(FormError::Broken(_))
        ));
        assert!(matches!(parse("application/json", b"[1").await, Err(FormError::Broken(_))));
        assert!(matches!(parse("application/json", br#"{"a":{"b":1}}"#).await, Err(FormError::Broken(_))));
    }

    #[test]
    fn what_is_kept_comes_back() {
        let mut form = RawForm::default();
        form.add("name", "a\n\"b\"");
        form.add("themes", "x");
        form.add("themes", "y");
        assert_eq!(RawForm::from_json(&form.to_json()), form);
    }
}
