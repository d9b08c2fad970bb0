//! The service as it runs: the program, its store and a forge on the network, killed again and again while
//! contributions come and the forge fails. Each contribution becomes one request, and none is lost.
//!
//! A few are tried in every run. As many as one likes:
//!
//! ```text
//! INTERLINK_FAULT_CONTRIBUTIONS=2000 cargo nextest run --workspace -E 'test(whole_service)'
//! ```
//!
//! And, where somebody gives it a repository to play with, a real forge. Forgejo needs INTERLINK_SMOKE_ADDRESS, too:
//!
//! ```text
//! INTERLINK_SMOKE_FORGE=github INTERLINK_SMOKE_REPOSITORY=owner/name INTERLINK_SMOKE_TOKEN=… \
//!     cargo nextest run --workspace --no-capture -E 'test(a_real_forge)'
//! ```

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use interlink_tests::fixture::read_tree;
use interlink_tests::forge_double::{
    Fault, ForgeDouble, OWNER, Planned, PullState, REPOSITORY, TOKEN, Verdict, When,
};
use interlink_tests::postgres_server::PostgresServer;
use interlink_tests::programs::{command, program, run};
use interlink_tests::service_test::{
    Answer, ServiceTest, WITHOUT_LIMITS, hidden, id_and_key, key_of, proposal, try_to_post,
};
use interlink_tests::site_test::SiteTest;

/// Of so many requests to the forge in a hundred something goes wrong.
const FAULTS: u32 = 15;
/// Of so many requests of visitors in a hundred the service is killed under one.
const KILLS: u64 = 12;

fn how_many() -> usize {
    let asked = std::env::var("INTERLINK_FAULT_CONTRIBUTIONS").ok();
    asked.map_or(24, |text| text.parse().expect("INTERLINK_FAULT_CONTRIBUTIONS is a number"))
}

#[test]
fn killed_at_any_moment_with_sqlite_each_contribution_becomes_one_request() {
    each_contribution_becomes_one_request(None, 1, 5);
}

#[test]
fn killed_at_any_moment_two_replicas_on_postgresql_make_one_request_of_each_contribution() {
    let server = PostgresServer::start();
    each_contribution_becomes_one_request(Some(&server), 2, 6);
}

/// Chance that is the same in each run (Knuth's linear congruential generator).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// A catalogue in a repository at a forge.
pub(crate) fn base_files() -> Vec<(String, String)> {
    let site = SiteTest::from_fixture("base");
    let tree = read_tree(&site.folder().join("content"));
    let text = |(path, bytes)| Some((format!("content/{path}"), String::from_utf8(bytes).ok()?));
    tree.into_iter().filter_map(text).collect()
}

/// The settings with which a service uses it, in a hurry.
pub(crate) fn forge_settings(name: &'static str, forge: &ForgeDouble) -> Vec<(&'static str, &'static str)> {
    vec![
        ("INTERLINK_FORGE", name),
        ("INTERLINK_FORGE_ADDRESS", leaked(forge.address())),
        ("INTERLINK_FORGE_REPOSITORY", leaked(format!("{OWNER}/{REPOSITORY}"))),
        ("INTERLINK_FORGE_TOKEN", TOKEN),
        ("INTERLINK_FORGE_GIT", leaked(forge.git_address().display().to_string())),
        ("INTERLINK_FORGE_PACE", "0"),
        ("INTERLINK_FORGE_WRITES_PER_HOUR", "0"),
        ("INTERLINK_FORGE_BACK_OFF", "1"),
        ("INTERLINK_FORGE_BACK_OFF_LONGEST", "1"),
    ]
}

/// Settings live as long as the test.
pub(crate) fn leaked(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

fn each_contribution_becomes_one_request(server: Option<&PostgresServer>, replicas: usize, seed: u64) {
    let files = base_files();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let forge = ForgeDouble::github(&files);
    let mut settings = forge_settings("github", &forge);
    settings.extend([
        ("INTERLINK_FORGE_LOOK_EVERY", "5"),
        ("INTERLINK_HOLD", "never"),
        ("INTERLINK_REPLICA_LEASE", "3"),
        ("INTERLINK_RETRY_WAITS", "1,1,1,1,1,1,1,1,1,1"),
    ]);
    settings.extend(WITHOUT_LIMITS);
    settings.extend(server.map(|server| ("INTERLINK_STORE", leaked(server.address()))));
    let mut services = vec![ServiceTest::start_with(SiteTest::from_fixture("base"), &settings)];
    while services.len() < replicas {
        services.push(services[0].replica());
    }
    forge.misbehave(seed, FAULTS);
    let mut crowd = Crowd { services, chance: Chance(seed), kills: 0 };
    let (count, start) = (how_many(), Instant::now());
    let pages: Vec<String> = (0..count).map(|number| crowd.contribute(number)).collect();
    // Work goes on under kills until all is there.
    let enough = Duration::from_secs(300 + 2 * count as u64);
    while forge.core(|core| core.pulls.len()) < count {
        assert!(
            start.elapsed() < enough,
            "{} of {count}\n{}",
            forge.core(|core| core.pulls.len()),
            crowd.log()
        );
        std::thread::sleep(Duration::from_millis(1_500 + crowd.chance.below(4_000)));
        crowd.kill_one();
    }
    forge.misbehave(0, 0);
    let mut requests: BTreeMap<String, u32> = BTreeMap::new();
    for page in &pages {
        crowd.services[0].wait_for_state(page, "proposed");
        let (id, _) = id_and_key(page);
        requests.insert(format!("contrib/{id}"), 0);
    }
    assert_eq!(requests.len(), count, "each has a page of its own");
    assert!(crowd.kills > 0, "nothing was killed");
    forge.core(|core| {
        for pull in core.pulls.values() {
            *requests.get_mut(&pull.head).unwrap_or_else(|| panic!("{} is nobody's", pull.head)) += 1;
        }
        assert!(requests.values().all(|requests| *requests == 1), "{requests:?}");
        assert_eq!(core.branches().len(), count);
        for branch in requests.keys() {
            let changes = core.changes(branch);
            assert!(changes.lines().all(|line| line.starts_with("A content/interlinkers/")), "{changes}");
            assert_eq!(changes.lines().count(), 2, "{changes}");
        }
    });
    assert_eq!(forge.violations(), Vec::<String>::new());
    println!("{count} contributions, {} kills, {:.0} s", crowd.kills, start.elapsed().as_secs_f64());
}

/// The running services and whoever uses them.
struct Crowd {
    services: Vec<ServiceTest>,
    chance: Chance,
    kills: u32,
}

impl Crowd {
    /// Both steps of sending a form, each again until it is answered; gives the address of the status page.
    fn contribute(&mut self, number: usize) -> String {
        let name = format!("Walking interview {number}");
        let drafted = self.post_until("contributions/preview", &proposal(&name), 200);
        let key = key_of(&drafted.body);
        // A key that was told is known, and sends the same contribution each time.
        self.post_until("contributions", &[("key", &key)], 303).location
    }

    fn post_until(&mut self, path: &str, fields: &[(&str, &str)], status: u16) -> Answer {
        let start = Instant::now();
        loop {
            match self.post(path, fields) {
                Some(answer) if answer.status == status => return answer,
                Some(answer) if !matches!(answer.status, 429 | 500 | 503) => {
                    panic!("{path}: {}\n{}\n{}", answer.status, answer.body, self.log())
                }
                _ => {}
            }
            assert!(start.elapsed() < Duration::from_secs(120), "{path} is not answered\n{}", self.log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// One request, under which the service may be killed.
    fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Option<Answer> {
        let which = self.chance.below(self.services.len() as u64) as usize;
        let base = self.services[which].url("");
        if self.chance.below(100) >= KILLS {
            return try_to_post(&base, path, fields);
        }
        let life = Duration::from_millis(self.chance.below(150));
        std::thread::scope(|scope| {
            let asked = scope.spawn(|| try_to_post(&base, path, fields));
            std::thread::sleep(life);
            self.kill(which);
            asked.join().expect("a request does not panic")
        })
    }

    fn kill_one(&mut self) {
        let which = self.chance.below(self.services.len() as u64) as usize;
        self.kill(which);
    }

    fn kill(&mut self, which: usize) {
        self.kills += 1;
        self.services[which].kill();
        self.services[which].start_again();
    }

    /// The end of what the services have logged.
    fn log(&self) -> String {
        let log = self.services[0].log();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(60)..].join("\n")
    }
}

/// What an operator does before anybody relies on a forge.
#[test]
fn a_forge_is_tried_and_nothing_is_left_behind() {
    let files = base_files();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    for (name, forge, written) in [
        ("github", ForgeDouble::github(&files), "POST /graphql createRef"),
        ("gitlab", ForgeDouble::gitlab(&files), "POST /api/v4/projects/catalogue/content/merge_requests"),
        ("forgejo", ForgeDouble::forgejo(&files), "POST /api/v1/repos/catalogue/content/pulls"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let try_forge = || {
            let mut command = command(program("interlink-contrib"), folder.path());
            command.args(["try-forge", "--state", "state", "--content", "content"]);
            run(command.envs(forge_settings(name, &forge)))
        };
        let said = try_forge().expect_code(0).stdout;
        assert!(said.contains("a small entry is proposed: http"), "{name}: {said}");
        assert!(said.contains("Everything that contributions need works."), "{name}: {said}");
        forge.core(|core| {
            assert_eq!(core.branches(), Vec::<String>::new(), "{name}");
            assert!(core.pulls.values().all(|pull| pull.state == PullState::Closed), "{name}");
            assert_eq!(core.pulls.len(), 1, "{name}");
            let closed: Vec<bool> = core.issues.values().map(|issue| issue.closed.is_some()).collect();
            assert_eq!(closed, [true], "{name}");
        });
        // What was made before something failed is taken back as well.
        forge.plan(Planned { fault: Fault::server_error(502), when: When::After, at: written });
        let refused = try_forge().expect_code(2).stderr;
        assert!(refused.contains("nothing can be proposed"), "{name}: {refused}");
        forge.core(|core| {
            assert_eq!(core.branches(), Vec::<String>::new(), "{name}");
            assert!(core.pulls.values().all(|pull| pull.state == PullState::Closed), "{name}");
            assert_eq!(core.pulls.len(), 2, "{name}");
        });
        assert_eq!(forge.violations(), Vec::<String>::new());
        forge.misbehave(1, 100);
        let refused = try_forge().expect_code(2).stderr;
        assert!(refused.starts_with("error: "), "{name}: {refused}");
    }
}

/// A real forge, where somebody says which one. Nothing else in these tests leaves this machine.
#[test]
fn a_real_forge_lets_contributions_be_proposed() {
    let given = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let names = ["INTERLINK_SMOKE_FORGE", "INTERLINK_SMOKE_REPOSITORY", "INTERLINK_SMOKE_TOKEN"];
    if let Some(missing) = names.into_iter().find(|name| given(name).is_none()) {
        println!("skipped: {missing} is not set");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut command = command(program("interlink-contrib"), folder.path());
    command.args(["try-forge", "--state", "state", "--content", "content"]);
    for (from, to) in [
        ("INTERLINK_SMOKE_FORGE", "INTERLINK_FORGE"),
        ("INTERLINK_SMOKE_REPOSITORY", "INTERLINK_FORGE_REPOSITORY"),
        ("INTERLINK_SMOKE_TOKEN", "INTERLINK_FORGE_TOKEN"),
        ("INTERLINK_SMOKE_ADDRESS", "INTERLINK_FORGE_ADDRESS"),
    ] {
        command.envs(given(from).map(|value| (to, value)));
    }
    let said = run(&mut command).expect_code(0).stdout;
    assert!(said.contains("Everything that contributions need works."), "{said}");
    println!("{said}");
}

/// What is in a public request can never be taken back, so it waits for a person unless somebody has said otherwise.
#[test]
fn what_is_sent_to_a_public_forge_is_held_until_a_maintainer_releases_it() {
    let files = base_files();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let forge = ForgeDouble::github(&files);
    let settings = forge_settings("github", &forge);
    assert!(settings.iter().all(|(name, _)| *name != "INTERLINK_HOLD"), "nobody says whether it holds");
    let service = ServiceTest::start_with(SiteTest::from_fixture("base"), &settings);
    let [first, second] =
        ["Walking interview", "Street budget"].map(|name| service.contribute(&proposal(name)));
    // The worker goes through everything that was sent once a later one is released.
    let (id, _) = id_and_key(&second);
    let before = forge.log();
    assert_eq!(service.decide(&id, "release", &[]).status, 303);
    service.wait_for_state(&second, "proposed");
    assert_eq!(service.get_json(&first)["state"], "held");
    let writes = |log: &[String]| {
        let is_write = |line: &&String| {
            line.contains(" create") || !line.starts_with("GET ") && !line.contains("/graphql")
        };
        log.iter().filter(is_write).cloned().collect::<Vec<_>>()
    };
    assert_eq!(writes(&before), Vec::<String>::new());
    assert_eq!(writes(&forge.log()), ["POST /graphql createRef createCommitOnBranch createPullRequest"]);
    forge.core(|core| {
        let heads: Vec<&str> = core.pulls.values().map(|pull| pull.head.as_str()).collect();
        assert_eq!(heads, [format!("contrib/{id}")]);
        assert_eq!(core.branches(), [format!("contrib/{id}")]);
    });
    assert_eq!(forge.violations(), Vec::<String>::new());
}

/// What maintainers say where they work: the writer hears it on the page and by mail, answers, and hears the end.
#[test]
fn what_maintainers_say_at_a_forge_reaches_whoever_wrote_it() {
    let files = base_files();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    for (name, forge) in [
        ("github", ForgeDouble::github(&files)),
        ("gitlab", ForgeDouble::gitlab(&files)),
        ("forgejo", ForgeDouble::forgejo(&files)),
    ] {
        let mut settings = forge_settings(name, &forge);
        settings.extend([("INTERLINK_HOLD", "never"), ("INTERLINK_FORGE_LOOK_EVERY", "1")]);
        let mut service = ServiceTest::start_with(SiteTest::from_fixture("base"), &settings);
        // A service looks at the forge when it starts, and then only now and then.
        let look = |service: &mut ServiceTest| {
            service.kill();
            service.start_again();
        };
        let mut fields = proposal("Walking interview");
        let status = service.contribute(&fields);
        let (id, key) = id_and_key(&status);
        service.wait_for_state(&status, "proposed");
        let number = forge.core(|core| *core.pulls.keys().next().unwrap());
        forge.core(|core| {
            core.people.insert("maintainer".to_owned(), "write");
            core.comment(number, "stranger", "I may say nothing");
            core.review(number, "maintainer", Verdict::ChangesRequested, "Which <b>city</b> is it about?");
        });
        look(&mut service);
        service.wait_for_state(&status, "changes-requested");
        let page = service.get(&status).body;
        assert!(page.contains("Which &lt;b&gt;city&lt;/b&gt; is it about?"), "{name}: {page}");
        assert!(!page.contains("I may say nothing"), "{name}: {page}");
        let json = service.get_json(&status);
        assert_eq!(json["replies"].as_array().unwrap().len(), 1, "{name}: {json}");
        // The answer is a new version; the review that asked still stands, and asks no second time.
        let form = service.post(&format!("contributions/{id}/change"), &[("key", &key)]);
        fields[2].1 = "A talk while walking through Riga.";
        let (change, status_key) = (hidden(&form.body, "change"), hidden(&form.body, "status-key"));
        fields.extend([("change", change.as_str()), ("status-key", status_key.as_str())]);
        let preview = service.post("contributions/preview", &fields);
        let sent = service
            .post("contributions", &[("key", &key_of(&preview.body)), ("status-key", status_key.as_str())]);
        assert_eq!(sent.status, 303, "{name}: {}", sent.body);
        service.wait_for_state(&status, "proposed");
        forge.core(|core| core.comment(number, "maintainer", "Thank you, we read it next week."));
        look(&mut service);
        service.wait_for_page(&status, "we read it next week");
        assert_eq!(service.get_json(&status)["state"], "proposed", "{name}");
        // Settled, and asked for something else.
        forge.core(|core| core.review(number, "maintainer", Verdict::Approved, ""));
        forge.core(|core| core.label(number, "needs-info"));
        look(&mut service);
        service.wait_for_state(&status, "changes-requested");
        forge.core(|core| {
            core.comment(number, "maintainer", "It is no tool after all.");
            core.close_pull(number);
        });
        look(&mut service);
        service.wait_for_state(&status, "declined");
        assert_eq!(service.get_json(&status)["reason"], "It is no tool after all.", "{name}");
        assert_eq!(forge.violations(), Vec::<String>::new());
    }
}
