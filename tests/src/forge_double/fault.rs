//! What can go wrong between a service and a forge. A fault stands before the work, so that nothing
//! was done, or after it, so that all was done and nobody was told; or it is a limit that lasts.

use std::time::{Duration, Instant};

use super::http::{Answer, Request};
use super::hub::Core;

/// What happens instead of the forge's answer.
#[derive(Debug, Clone)]
pub enum Fault {
    /// This answer.
    Answer(Answer),
    /// No answer; the connection stays open until the client gives up.
    Silence,
    /// The connection is closed.
    Reset,
    /// Somebody does this a moment before; then the forge answers.
    Meanwhile(fn(&mut Core)),
}

/// When it happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// The forge has done nothing.
    Before,
    /// The forge has done it all.
    After,
}

/// A fault that waits for its request.
pub struct Planned {
    /// What happens.
    pub fault: Fault,
    /// When.
    pub when: When,
    /// What the line of the log begins with that it waits for, such as `POST /graphql`.
    pub at: &'static str,
}

impl Fault {
    fn json(status: u16, headers: &[(&str, &str)], message: &str) -> Fault {
        let body = serde_json::json!({ "message": message, "documentation_url": "https://docs.github.com/rest", "status": status.to_string() });
        Fault::Answer(Answer::json(status, &body).with(headers))
    }

    /// 401: the key is worn out.
    pub fn unauthorized() -> Fault {
        Fault::json(401, &[], "Bad credentials")
    }

    /// 403: the requests of this hour are used up.
    pub fn primary_limit(seconds: u64) -> Fault {
        let reset = (seconds_now() + seconds).to_string();
        Fault::json(
            403,
            &[("x-ratelimit-limit", "5000"), ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", &reset)],
            "API rate limit exceeded for installation ID 1.",
        )
    }

    /// 403: too much at once.
    pub fn secondary_limit(retry_after: Option<u64>) -> Fault {
        let seconds = retry_after.unwrap_or_default().to_string();
        let headers = [("retry-after", seconds.as_str())];
        Fault::json(
            403,
            if retry_after.is_some() { &headers } else { &[] },
            "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
        )
    }

    /// 429, with the time to wait.
    pub fn too_many(retry_after: u64) -> Fault {
        Fault::json(429, &[("retry-after", &retry_after.to_string())], "Too many requests")
    }

    /// 429 as GitLab says it: plain text, and the time to wait twice.
    pub fn throttled(seconds: u64) -> Fault {
        let (reset, seconds) = ((seconds_now() + seconds).to_string(), seconds.to_string());
        Fault::Answer(Answer { status: 429, headers: Vec::new(), body: b"Retry later\n".to_vec() }.with(&[
            ("content-type", "text/plain"),
            ("ratelimit-remaining", "0"),
            ("ratelimit-reset", &reset),
            ("retry-after", &seconds),
        ]))
    }

    /// 429 of something in between, which says nothing more.
    pub fn bare_limit() -> Fault {
        Fault::Answer(Answer { status: 429, headers: Vec::new(), body: b"slow down".to_vec() })
    }

    /// 503 of something in between, with the time to wait.
    pub fn busy(retry_after: u64) -> Fault {
        Fault::Answer(Answer::empty(503).with(&[("retry-after", &retry_after.to_string())]))
    }

    /// 200 with an error of GraphQL: too much at once, said in another way.
    pub fn submitted_too_quickly() -> Fault {
        let body = serde_json::json!({ "data": null, "errors": [{
            "type": "UNPROCESSABLE", "path": ["createPullRequest"],
            "message": "was submitted too quickly",
        }] });
        Fault::Answer(Answer::json(200, &body))
    }

    /// 404.
    pub fn not_found() -> Fault {
        Fault::json(404, &[], "Not Found")
    }

    /// 403, as Forgejo says it to whoever is no administrator.
    pub fn forbidden() -> Fault {
        Fault::json(
            403,
            &[],
            "Only admins can query all permissions, repo admins can query all repo permissions",
        )
    }

    /// 409.
    pub fn conflict() -> Fault {
        Fault::json(409, &[], "Git Repository is empty.")
    }

    /// 422 that says nothing of use.
    pub fn unprocessable() -> Fault {
        Fault::json(422, &[], "Validation Failed")
    }

    /// 500 or 502 with the forge's own words.
    pub fn server_error(status: u16) -> Fault {
        Fault::json(status, &[], "Server Error")
    }

    /// 502 of something in between, which speaks HTML.
    pub fn html_page() -> Fault {
        Fault::Answer(Answer {
            status: 502,
            headers: vec![("content-type".to_owned(), "text/html".to_owned())],
            body: b"<html><body><h1>502 Bad Gateway</h1></body></html>".to_vec(),
        })
    }

    /// 200 that is cut off in the middle of its JSON.
    pub fn half_an_answer() -> Fault {
        Fault::Answer(Answer {
            status: 200,
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: b"{\"data\": {\"createRef\": {\"re".to_vec(),
        })
    }

    /// How long a client has to be silent after it.
    fn limit(&self) -> Option<Duration> {
        let Fault::Answer(answer) = self else { return None };
        if let Some(seconds) = answer.header("retry-after") {
            return seconds.parse().ok().map(Duration::from_secs);
        }
        let reset: u64 = answer.header("x-ratelimit-reset")?.parse().ok()?;
        Some(Duration::from_secs(reset.saturating_sub(seconds_now())))
    }
}

fn seconds_now() -> u64 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default().as_secs()
}

/// What is going to go wrong.
pub(super) struct Faults {
    planned: Vec<Planned>,
    /// How the forge says that something is too much or too fast.
    limits: [fn() -> Fault; 3],
    chance: Option<(u64, u32)>,
    quiet_until: Option<Instant>,
}

impl Faults {
    pub(super) fn new(limits: [fn() -> Fault; 3]) -> Faults {
        Faults { planned: Vec::new(), limits, chance: None, quiet_until: None }
    }

    pub(super) fn plan(&mut self, planned: Planned) {
        self.planned.push(planned);
    }

    pub(super) fn by_chance(&mut self, seed: u64, of_hundred: u32) {
        self.planned.clear();
        self.quiet_until = None;
        self.chance = (of_hundred > 0).then_some((seed | 1, of_hundred));
    }

    /// What goes wrong with this request, if anything. A request that comes while the client was
    /// told to be silent is remembered as a violation of the forge's rules.
    pub(super) fn of(
        &mut self,
        line: &str,
        request: &Request,
        violations: &mut Vec<String>,
    ) -> Option<(Fault, When)> {
        if self.quiet_until.is_some_and(|until| until > Instant::now()) {
            violations.push(format!("{line} came while a limit held"));
        }
        let found = match self.planned.iter().position(|planned| line.starts_with(planned.at)) {
            Some(at) => {
                let planned = self.planned.remove(at);
                Some((planned.fault, planned.when))
            }
            None => self.draw(request),
        };
        if let Some((fault, _)) = &found
            && let Some(limit) = fault.limit()
        {
            // A little less: the client's clock starts when the answer has arrived.
            self.quiet_until = Some(Instant::now() + limit);
        }
        found
    }

    /// A fault by chance.
    fn draw(&mut self, request: &Request) -> Option<(Fault, When)> {
        let (seed, of_hundred) = self.chance.as_mut()?;
        let mut next = |below: u64| {
            // xorshift: the same seed gives the same run.
            *seed ^= *seed << 13;
            *seed ^= *seed >> 7;
            *seed ^= *seed << 17;
            *seed % below
        };
        if next(100) >= u64::from(*of_hundred) {
            return None;
        }
        let when = if next(2) == 0 { When::Before } else { When::After };
        let fault = match next(9) {
            0 => Fault::server_error(500),
            1 => Fault::server_error(502),
            2 => Fault::html_page(),
            3 => Fault::Reset,
            4 => Fault::half_an_answer(),
            // What a forge says instead of doing something, it says before.
            limit @ 5..=7 => return Some((self.limits[limit as usize - 5](), When::Before)),
            _ if request.method == "GET" => return Some((Fault::not_found(), When::Before)),
            _ => Fault::Reset,
        };
        Some((fault, when))
    }
}
