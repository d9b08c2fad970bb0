//! What a dialect of the core is, and what the dialects of plain REST have in common: a request taken
//! apart, fields held to what is described, moments written as text.

use std::collections::BTreeMap;

use serde_json::Value;

use super::fault::Fault;
use super::http::{Answer, Request};
use super::hub::Core;

/// The account in whose name the service writes.
pub const BOT: &str = "interlink[bot]";
/// Who the repository belongs to.
pub const OWNER: &str = "catalogue";
/// The repository.
pub const REPOSITORY: &str = "content";
/// A token that may do what the service needs.
pub const TOKEN: &str = "a-fine-grained-token-of-a-test";

/// One forge's way of speaking.
pub(super) trait Dialect: Send {
    /// What the log says of a request.
    fn line(&self, request: &Request) -> String {
        format!("{} {}", request.method, request.path)
    }

    /// Does what is asked. What is wrong with a request by the forge's rules is kept.
    fn answer(&mut self, core: &mut Core, request: &Request, violations: &mut Vec<String>) -> Answer;

    /// From now on the repository has this name.
    fn rename(&mut self, name: &str);

    /// How it says that something is too much or too fast.
    fn limits(&self) -> [fn() -> Fault; 3];
}

/// A request of plain REST.
pub(super) struct Call<'a> {
    /// The method and the path below the repository, with a `*` for what stands in `named`.
    pub method: &'a str,
    /// The parts of the path below the repository.
    pub parts: Vec<&'a str>,
    query: &'a BTreeMap<String, String>,
    /// The body.
    pub body: Value,
}

impl<'a> Call<'a> {
    /// Takes a request apart whose path goes on after the repository with `rest`.
    pub fn new(request: &'a Request, rest: &'a str) -> Call<'a> {
        Call {
            method: &request.method,
            parts: rest.split('/').filter(|part| !part.is_empty()).collect(),
            query: &request.query,
            body: serde_json::from_slice(&request.body).unwrap_or_default(),
        }
    }

    /// A text of the body, empty where there is none.
    pub fn text(&self, field: &str) -> String {
        self.body[field].as_str().unwrap_or_default().to_owned()
    }

    /// A value of the query.
    pub fn asked(&self, name: &str) -> Option<&'a str> {
        self.query.get(name).map(String::as_str)
    }

    /// Names in the body and the query that are not described.
    pub fn undescribed(&self, described: &[&str]) -> Vec<String> {
        let fields = self.body.as_object().into_iter().flat_map(|fields| fields.keys());
        fields.chain(self.query.keys()).filter(|name| !described.contains(&name.as_str())).cloned().collect()
    }

    /// The page of a list that is asked for.
    pub fn page(&self, list: Vec<Value>, size: &str, most: usize) -> Value {
        let number = |name: &str| self.asked(name).and_then(|number| number.parse::<usize>().ok());
        let size = number(size).unwrap_or(20).clamp(1, most);
        let from = (number("page").unwrap_or(1).max(1) - 1) * size;
        Value::Array(list.into_iter().skip(from).take(size).collect())
    }
}

/// The rules of HTTP that every forge insists on.
pub(super) fn wrong_head(request: &Request) -> Vec<String> {
    let mut wrong = Vec::new();
    let is_json =
        request.headers.get("content-type").is_some_and(|kind| kind.starts_with("application/json"));
    if !request.body.is_empty() && !is_json {
        wrong.push(format!("{} {} has a body that is not said to be JSON", request.method, request.path));
    }
    if !request.headers.contains_key("user-agent") {
        wrong.push(format!("{} {} names no program", request.method, request.path));
    }
    wrong
}

/// A moment as forges write it.
pub(super) fn moment(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds).expect("a moment of the test").to_string()
}

/// The number of an account, made of its name.
pub(super) fn account(name: &str) -> u64 {
    name.bytes().fold(7, |number, byte| (number * 31 + u64::from(byte)) % 1_000_003)
}
