//! How many contributions the store accepts in a second, each on disk before it is answered, against
//! what the disk can do: its own flushes per second, measured in the same run and the same folder.
//!
//! ```text
//! cargo run --release -p contrib-service --example accepting -- [FOLDER] [SECONDS] [ADDRESS]
//! ```
//!
//! FOLDER is where the store lies while it is measured: name one on the disk that you want to know
//! about (a `tmpfs` flushes nothing). ADDRESS is that of a PostgreSQL database to measure as well;
//! its disk may be another one.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use contrib_service::queue::ask::Ask;
use contrib_service::queue::job::{Consent, EntryFile};
use contrib_service::queue::store::{NewDraft, Store, Terms};
use contrib_service::secret::{ContributionId, SecretKey};
use contrib_service::submission::free_slug;
use generator::model::{Kind, Slug};

/// How many people send at the same time.
const CROWDS: [usize; 4] = [1, 16, 64, 256];
/// The drafts of one measurement: more than any disk accepts in its time.
const DRAFTS: usize = 40_000;
/// A contribution as most are: two texts, no file.
const TEXT: usize = 2_000;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().map_or_else(std::env::temp_dir, PathBuf::from);
    let seconds = arguments.next().map_or(Ok(3), |text| text.parse())?;
    let time = Duration::from_secs(seconds);
    let scratch = tempfile::tempdir_in(&folder)?;
    println!("folder {}; {seconds} s each", folder.display());
    let (flushes, mut times) = flushes(scratch.path(), time)?;
    println!("{:>26}  {flushes:>9.0}/s          {}", "the disk's own flushes", percentiles(&mut times));
    for crowd in CROWDS {
        let path = scratch.path().join(format!("store-{crowd}.sqlite"));
        measure(&format!("SQLite, {crowd} at once"), &Store::open(&path)?, crowd, time, flushes)?;
    }
    if let Some(address) = arguments.next() {
        let password = std::env::var("INTERLINK_STORE_PASSWORD").ok();
        for crowd in CROWDS {
            let store = Store::connect(&address, password.as_deref())?;
            measure(&format!("PostgreSQL, {crowd} at once"), &store, crowd, time, flushes)?;
        }
    }
    Ok(())
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
    let keys = drafts(store)?;
    let (next, start) = (AtomicUsize::new(0), Instant::now());
    let mut times: Vec<Duration> = Vec::new();
    std::thread::scope(|scope| -> anyhow::Result<()> {
        let people: Vec<_> = (0..crowd)
            .map(|_| {
                scope.spawn(|| -> anyhow::Result<Vec<Duration>> {
                    let mut times = Vec::new();
                    while start.elapsed() < time {
                        let Some(key) = keys.get(next.fetch_add(1, Ordering::Relaxed)) else { break };
                        let one = Instant::now();
                        // Names differ here, so that the search for a free folder is not measured.
                        store.receive(key, 200, Terms::default(), |draft, _| {
                            free_slug(&draft.slug, |_| false)
                        })?;
                        times.push(one.elapsed());
                    }
                    Ok(times)
                })
            })
            .collect();
        for person in people {
            times.extend(person.join().map_err(|_| anyhow::anyhow!("a thread panicked"))??);
        }
        Ok(())
    })?;
    let rate = times.len() as f64 / start.elapsed().as_secs_f64();
    println!("{name:>26}  {rate:>9.0}/s  {:>5.1} ×  {}", rate / flushes, percentiles(&mut times));
    Ok(())
}

/// Makes drafts, many at a time, as people do before they send.
fn drafts(store: &Store) -> anyhow::Result<Vec<SecretKey>> {
    let each = DRAFTS / 64;
    std::thread::scope(|scope| {
        let makers: Vec<_> = (0..64)
            .map(|_| {
                scope.spawn(move || -> anyhow::Result<Vec<SecretKey>> {
                    (0..each).map(|_| draft(store)).collect()
                })
            })
            .collect();
        let mut keys = Vec::new();
        for maker in makers {
            keys.extend(maker.join().map_err(|_| anyhow::anyhow!("a thread panicked"))??);
        }
        Ok(keys)
    })
}

fn draft(store: &Store) -> anyhow::Result<SecretKey> {
    let (id, key) = (ContributionId::random()?, SecretKey::random()?);
    let text = "x".repeat(TEXT);
    let draft = NewDraft {
        slug: Slug::parse(&format!("kit-{id}")).map_err(|_| anyhow::anyhow!("an id is no slug"))?,
        id,
        ask: Ask::NewEntry,
        kind: Kind::Interlinker,
        language: "en".to_owned(),
        title: "Kit".to_owned(),
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
        is_proven: true,
    };
    store.save_draft(draft, 100)?;
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
