//! What the service stands: how many contributions it accepts in a second, each on disk before it is
//! answered, against what the disk can do in the same run; and whether its memory stays as it is.
//!
//! Figures of a machine that does something else meanwhile are the figures of that. The folder is where
//! the store lies while it is measured: name one on the disk that you want to know about (a `tmpfs`
//! flushes nothing). What many contributions share is a flush, so how often they do better than one flush each
//! depends on what that costs; `strace` makes any disk a slow one, here of 5 ms:
//! `strace -f --seccomp-bpf -qq -o /dev/null -e inject=fsync,fdatasync:delay_exit=5000 target/debug/load stores .`

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use contrib_service::queue::ask::Ask;
use contrib_service::queue::job::{Consent, EntryFile, Moment};
use contrib_service::queue::store::{NewDraft, Store, Terms};
use contrib_service::secret::{ContributionId, SecretKey};
use contrib_service::submission::free_slug;
use generator::model::{Kind, Slug};

use crate::postgres_server::PostgresServer;
use crate::service_test::{ServiceTest, Visitor, WITHOUT_LIMITS, key_of, proposal};
use crate::site_test::SiteTest;

/// How many people send at the same time.
const CROWDS: [usize; 4] = [1, 16, 64, 256];
/// The drafts of one measurement: more than any disk accepts in its time.
const DRAFTS: usize = 40_000;
/// A contribution as most are: two texts, no file.
const TEXT: usize = 2_000;
/// How many people use the service while its memory is watched.
const VISITORS: usize = 8;

/// What the stores accept, called as the service calls them.
///
/// # Errors
/// When the folder or a database cannot be used.
pub fn stores(folder: &Path, time: Duration) -> anyhow::Result<()> {
    let scratch = tempfile::tempdir_in(folder)?;
    let flushes = print_flushes(scratch.path(), time)?;
    for crowd in CROWDS {
        let store = Store::open(&scratch.path().join(format!("store-{crowd}.sqlite")))?;
        measure(&format!("SQLite, {crowd} at once"), &store, crowd, time, flushes)?;
    }
    let server = PostgresServer::start();
    for crowd in CROWDS {
        let store = Store::connect(&server.address(), None)?;
        measure(&format!("PostgreSQL, {crowd} at once"), &store, crowd, time, flushes)?;
    }
    Ok(())
}

/// What the running service accepts over HTTP on this machine: one-time keys are sent, answered when the
/// contribution is on disk.
///
/// # Errors
/// When the folder cannot be used or an answer is not as it should be.
pub fn loopback(time: Duration) -> anyhow::Result<()> {
    let service = service();
    let state = service.site.folder().join("state");
    let flushes = print_flushes(&state, time)?;
    let store = Store::open(&state.join("contributions.sqlite"))?;
    for crowd in CROWDS {
        let keys = drafts(&store, now())?;
        let sender = || {
            let visitor = Visitor::of(&service);
            move |key: &SecretKey| -> anyhow::Result<()> {
                let answer = visitor.post("contributions", &[("key", key.reveal())])?;
                anyhow::ensure!(answer.status == 303, "{}: {}", answer.status, answer.body);
                Ok(())
            }
        };
        let (in_all, mut times) = together(crowd, &keys, time, sender)?;
        print_rate(&format!("over HTTP, {crowd} at once"), in_all, flushes, &mut times);
    }
    Ok(())
}

/// What the service holds in memory while people fill in forms, send them and read, for some minutes. Prints
/// a line every half minute; the end of the run against its middle says whether it grows.
///
/// # Errors
/// When an answer is not as it should be.
pub fn memory(time: Duration) -> anyhow::Result<()> {
    let service = service();
    let (sent, is_over) = (AtomicUsize::new(0), AtomicBool::new(false));
    let mut seen: Vec<u64> = Vec::new();
    std::thread::scope(|scope| -> anyhow::Result<()> {
        let people: Vec<_> = (0..VISITORS)
            .map(|_| {
                scope.spawn(|| -> anyhow::Result<()> {
                    let visitor = Visitor::of(&service);
                    while !is_over.load(Ordering::Relaxed) {
                        contribute(&visitor, sent.fetch_add(1, Ordering::Relaxed))?;
                    }
                    Ok(())
                })
            })
            .collect();
        let start = Instant::now();
        while start.elapsed() < time && people.iter().all(|person| !person.is_finished()) {
            std::thread::sleep(Duration::from_secs(1));
            seen.extend(service.memory());
            if seen.len().is_multiple_of(30) {
                let (sent, memory) = (sent.load(Ordering::Relaxed), seen.last().copied().unwrap_or_default());
                println!("{:>5.0} s  {sent:>7} contributions  {memory:>5} MB", start.elapsed().as_secs_f64());
            }
        }
        is_over.store(true, Ordering::Relaxed);
        people.into_iter().try_for_each(join)
    })?;
    let quarter = seen.len() / 4;
    let median = |part: &[u64]| {
        let mut part = part.to_vec();
        part.sort_unstable();
        part.get(part.len() / 2).copied().unwrap_or_default()
    };
    let (second, last) = (median(&seen[quarter..2 * quarter]), median(&seen[3 * quarter..]));
    println!(
        "{} contributions; median of the second quarter {second} MB, of the last {last} MB: {:.2} ×",
        sent.load(Ordering::Relaxed),
        last as f64 / second as f64
    );
    Ok(())
}

/// A service that holds nobody back, so that it is itself what is measured.
fn service() -> ServiceTest {
    let mut settings = WITHOUT_LIMITS.to_vec();
    // Nothing goes to the forge: that is as fast as Git.
    settings.push(("INTERLINK_HOLD", "always"));
    ServiceTest::start_with(SiteTest::from_fixture("base"), &settings)
}

/// Both steps of a proposal, its status page, and a page of the site.
fn contribute(visitor: &Visitor, number: usize) -> anyhow::Result<()> {
    let name = format!("Walking interview {number}");
    let text = "Ask what they see. ".repeat(number % 100);
    let mut fields = proposal(&name);
    fields.push(("description", text.as_str()));
    let drafted = visitor.post("contributions/preview", &fields)?;
    anyhow::ensure!(drafted.status == 200, "{}: {}", drafted.status, drafted.body);
    let sent = visitor.post("contributions", &[("key", &key_of(&drafted.body))])?;
    anyhow::ensure!(sent.status == 303, "{}: {}", sent.status, sent.body);
    for page in [sent.location.trim_start_matches('/'), "en/interlinkers/"] {
        let answer = visitor.get(page)?;
        anyhow::ensure!(answer.status == 200, "{page}: {}", answer.status);
    }
    Ok(())
}

fn now() -> Moment {
    jiff::Timestamp::now().as_second()
}

fn print_flushes(folder: &Path, time: Duration) -> anyhow::Result<f64> {
    let (flushes, mut times) = flushes(folder, time)?;
    println!("{:>26}  {flushes:>9.0}/s          {}", "the disk's own flushes", percentiles(&mut times));
    Ok(flushes)
}

fn print_rate(name: &str, time: Duration, flushes: f64, times: &mut [Duration]) {
    let rate = times.len() as f64 / time.as_secs_f64();
    println!("{name:>26}  {rate:>9.0}/s  {:>5.1} ×  {}", rate / flushes, percentiles(times));
}

/// How often the disk takes one page to its plate, one after the other.
fn flushes(folder: &Path, time: Duration) -> anyhow::Result<(f64, Vec<Duration>)> {
    let mut file = File::create(folder.join("flushes"))?;
    let page = [7_u8; 4096];
    let (start, mut times) = (Instant::now(), Vec::new());
    while start.elapsed() < time {
        let one = Instant::now();
        file.write_all(&page)?;
        file.sync_data()?;
        times.push(one.elapsed());
    }
    Ok((times.len() as f64 / start.elapsed().as_secs_f64(), times))
}

fn measure(name: &str, store: &Store, crowd: usize, time: Duration, flushes: f64) -> anyhow::Result<()> {
    // What the last crowd did not send: the store forgets drafts when they hold too much.
    store.forget_drafts_before(i64::MAX)?;
    let keys = drafts(store, 100)?;
    let sender = || {
        move |key: &SecretKey| -> anyhow::Result<()> {
            // Names differ here, so that the search for a free folder is not measured.
            store.receive(key, 200, Terms::default(), |draft, is_taken| free_slug(&draft.slug, is_taken))?;
            Ok(())
        }
    };
    let (in_all, mut times) = together(crowd, &keys, time, sender)?;
    print_rate(name, in_all, flushes, &mut times);
    Ok(())
}

/// Has so many people, each with a sender of their own, send these keys at the same time, until all are sent or
/// the time is over: how long it took in all, and how long each one.
fn together<S: Fn(&SecretKey) -> anyhow::Result<()>>(
    crowd: usize,
    keys: &[SecretKey],
    time: Duration,
    sender: impl Fn() -> S + Sync,
) -> anyhow::Result<(Duration, Vec<Duration>)> {
    let (next, start) = (AtomicUsize::new(0), Instant::now());
    let times = std::thread::scope(|scope| -> anyhow::Result<Vec<Duration>> {
        let person = || -> anyhow::Result<Vec<Duration>> {
            let (send, mut times) = (sender(), Vec::new());
            while let Some(key) =
                keys.get(next.fetch_add(1, Ordering::Relaxed)).filter(|_| start.elapsed() < time)
            {
                let one = Instant::now();
                send(key)?;
                times.push(one.elapsed());
            }
            Ok(times)
        };
        let people: Vec<_> = (0..crowd).map(|_| scope.spawn(person)).collect();
        let mut times = Vec::new();
        for person in people {
            times.extend(join(person)?);
        }
        Ok(times)
    })?;
    Ok((start.elapsed(), times))
}

fn join<T>(person: std::thread::ScopedJoinHandle<'_, anyhow::Result<T>>) -> anyhow::Result<T> {
    person.join().map_err(|_| anyhow::anyhow!("a thread panicked"))?
}

/// Makes drafts, many at a time, as people do before they send.
fn drafts(store: &Store, now: Moment) -> anyhow::Result<Vec<SecretKey>> {
    let each = DRAFTS / 64;
    std::thread::scope(|scope| {
        let makers: Vec<_> = (0..64)
            .map(|_| {
                scope.spawn(move || -> anyhow::Result<Vec<SecretKey>> {
                    (0..each).map(|_| draft(store, now)).collect()
                })
            })
            .collect();
        let mut keys = Vec::new();
        for maker in makers {
            keys.extend(join(maker)?);
        }
        Ok(keys)
    })
}

fn draft(store: &Store, now: Moment) -> anyhow::Result<SecretKey> {
    let (id, key) = (ContributionId::random()?, SecretKey::random()?);
    let text = "x".repeat(TEXT);
    let draft = NewDraft {
        slug: Slug::parse(&format!("kit-{id}")).map_err(|_| anyhow::anyhow!("an id is no slug"))?,
        title: format!("Kit {id}"),
        id,
        ask: Ask::NewEntry,
        kind: Kind::Interlinker,
        language: "en".to_owned(),
        author: None,
        words: String::new(),
        form: text.clone(),
        key: key.clone(),
        files: ["en.md", "interlinker.yaml"]
            .map(|path| EntryFile::new(path, text.clone().into_bytes()))
            .to_vec(),
        upload: None,
        changes: None,
        consent: Consent::default(),
        proof: None,
    };
    store.save_draft(draft, now)?;
    Ok(key)
}

fn percentiles(times: &mut [Duration]) -> String {
    times.sort();
    let at = |share: usize| {
        let time = times.get(times.len() * share / 100).or(times.last()).copied().unwrap_or_default();
        format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
    };
    format!("p50 {:>9}  p99 {:>9}", at(50), at(99))
}
