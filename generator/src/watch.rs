//! Watches the files a site is built from: the content folder and its theme. The one place that
//! names the watcher, for `interlink serve` and the contribution service.
//!
//! Start it before the first build. What changes while that build reads is then waiting when it is
//! done, and nothing is lost between "built" and "watched".

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use notify::{Config, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// How long the files must be quiet before a change is over: an editor or Git writes several at
/// once.
const QUIET: Duration = Duration::from_millis(100);
/// The longest wait for quiet.
const LONGEST_WAIT: Duration = Duration::from_secs(2);
/// How often a system without watches is looked at.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

/// Changes of the files a site is built from.
pub struct Changes {
    heard: Receiver<()>,
    sender: Sender<()>,
    watcher: Option<Box<dyn Watcher + Send>>,
}

/// Says by hand that something may have changed.
#[derive(Debug, Clone)]
pub struct ChangeBell(Sender<()>);

impl ChangeBell {
    /// Something may have changed.
    pub fn ring(&self) {
        // Nobody listens any more when the program ends.
        let _ = self.0.send(());
    }
}

impl Changes {
    /// Begins to watch a content folder and the theme of that name beside it, where there is one.
    pub fn watch(content: &Path, theme: &str) -> Changes {
        let (sender, heard) = channel();
        let root = content.canonicalize().unwrap_or_else(|_| content.to_owned());
        let theme = root.parent().map(|parent| parent.join("themes").join(theme));
        let folders: Vec<PathBuf> =
            std::iter::once(root).chain(theme.filter(|theme| theme.is_dir())).collect();
        Changes { watcher: start(&folders, &sender), heard, sender }
    }

    /// Whether the system lets us watch. If not, only the bell says that something has changed.
    pub fn sees_files(&self) -> bool {
        self.watcher.is_some()
    }

    /// A bell for those who change something themselves.
    pub fn bell(&self) -> ChangeBell {
        ChangeBell(self.sender.clone())
    }

    /// Waits for a change, and until it is over. Changes that came before the call count.
    pub fn wait(&self) {
        // We hold a sender ourselves, so the channel never closes.
        if self.heard.recv().is_ok() {
            let began = Instant::now();
            while began.elapsed() < LONGEST_WAIT && self.heard.recv_timeout(QUIET).is_ok() {}
        }
    }
}

/// The watcher of the system; where it has no watches left, one that looks again and again.
fn start(folders: &[PathBuf], sender: &Sender<()>) -> Option<Box<dyn Watcher + Send>> {
    let on_event = {
        let sender = sender.clone();
        move |event: notify::Result<notify::Event>| {
            // Reading a file is an event too, and every build reads them all.
            if event.is_ok_and(|event| !event.kind.is_access()) {
                let _ = sender.send(());
            }
        }
    };
    let watch_all = |watcher: &mut dyn Watcher| {
        folders.iter().try_for_each(|folder| watcher.watch(folder, RecursiveMode::Recursive))
    };
    if let Ok(mut watcher) = RecommendedWatcher::new(on_event.clone(), Config::default())
        && watch_all(&mut watcher).is_ok()
    {
        return Some(Box::new(watcher));
    }
    let mut watcher = PollWatcher::new(on_event, Config::default().with_poll_interval(LOOK_AGAIN)).ok()?;
    watch_all(&mut watcher).ok()?;
    Some(Box::new(watcher))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Waits for a change; a test that would wait for ever fails instead.
    fn wait(changes: Changes) -> Changes {
        let (done, heard) = channel();
        std::thread::spawn(move || {
            changes.wait();
            // The test has given up where nobody listens.
            let _ = done.send(changes);
        });
        heard.recv_timeout(Duration::from_secs(60)).expect("no change was heard within a minute")
    }

    #[test]
    fn a_change_before_anybody_waits_is_not_lost() {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        std::fs::create_dir_all(content.join("pages")).unwrap();
        let changes = Changes::watch(&content, "default");
        assert!(changes.sees_files());
        std::fs::write(content.join("pages/a.md"), "a").unwrap();
        wait(changes);
    }

    #[test]
    fn a_change_of_the_theme_and_the_bell_count_too() {
        let folder = tempfile::tempdir().unwrap();
        let theme = folder.path().join("themes/own");
        std::fs::create_dir_all(folder.path().join("content")).unwrap();
        std::fs::create_dir_all(&theme).unwrap();
        let changes = Changes::watch(&folder.path().join("content"), "own");
        std::fs::write(theme.join("a.html"), "b").unwrap();
        let changes = wait(changes);
        changes.bell().ring();
        wait(changes);
    }
}
