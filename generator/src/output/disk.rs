//! Every call that changes the disk, so that each error names its file and a test can end a run
//! at any of them.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use super::OutputError;
use super::manifest::Entry;
use crate::digest::Hasher;

/// The disk. In tests it can die after a number of calls, like a process that is killed.
#[derive(Debug, Default)]
pub(super) struct Disk {
    #[cfg(test)]
    pub(super) fuse: Option<std::sync::atomic::AtomicUsize>,
}

impl Disk {
    #[cfg(test)]
    pub(super) fn dying_after(calls: usize) -> Disk {
        Disk { fuse: Some(std::sync::atomic::AtomicUsize::new(calls)) }
    }

    /// True once the process is to be taken for dead: then nothing may happen any more.
    #[cfg(test)]
    fn is_dead(&self) -> bool {
        use std::sync::atomic::Ordering::SeqCst;
        self.fuse
            .as_ref()
            .is_some_and(|fuse| fuse.fetch_update(SeqCst, SeqCst, |left| left.checked_sub(1)).is_err())
    }

    #[cfg(not(test))]
    fn is_dead(&self) -> bool {
        false
    }

    fn run(
        &self,
        action: &'static str,
        path: &Path,
        call: impl FnOnce() -> io::Result<()>,
    ) -> Result<(), OutputError> {
        let result = if self.is_dead() { Err(io::Error::other("killed")) } else { call() };
        result.map_err(io_error(action, path))
    }

    /// Makes a folder and those above it.
    pub(super) fn create_folder(&self, path: &Path) -> Result<(), OutputError> {
        self.run("make the folder", path, || fs::create_dir_all(path))
    }

    /// Writes a file, and the folders above it where they are missing.
    pub(super) fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
        self.run("write", path, || {
            let mut file = create(path)?;
            // A process may be killed in the middle of a file.
            if self.is_dead() {
                file.write_all(&bytes[..bytes.len() / 2])?;
                return Err(io::Error::other("killed"));
            }
            file.write_all(bytes)
        })
    }

    /// Copies a file that must still have the bytes of `expected`.
    pub(super) fn copy(&self, source: &Path, path: &Path, expected: Entry) -> Result<(), OutputError> {
        let mut reader = File::open(source).map_err(io_error("read", source))?;
        self.run("write", path, || {
            let mut writer = create(path)?;
            // Hashed on the way: a copy must not be one of half an old and half a new file.
            let mut hasher = Hasher::default();
            let mut length = 0;
            let mut buffer = vec![0; 64 * 1024];
            loop {
                let read = reader.read(&mut buffer)?;
                if read == 0 {
                    break;
                }
                hasher.update(&buffer[..read]);
                length += read as u64;
                writer.write_all(&buffer[..read])?;
            }
            let copied = Entry { digest: hasher.finish(), length };
            if copied == expected { Ok(()) } else { Err(io::Error::from(io::ErrorKind::InvalidData)) }
        })
        .map_err(|error| match error {
            OutputError::Io { source: cause, .. } if cause.kind() == io::ErrorKind::InvalidData => {
                OutputError::SourceChanged(source.to_owned())
            }
            other => other,
        })
    }

    /// Writes a file that must survive a power failure once this returns.
    pub(super) fn write_durably(&self, path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
        self.write(path, bytes)?;
        self.run("write", path, || File::open(path)?.sync_all())
    }

    /// Renames a file or folder; the folder it goes to is made where it is missing.
    pub(super) fn rename(&self, from: &Path, to: &Path) -> Result<(), OutputError> {
        self.run("replace", to, || match fs::rename(from, to) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && from.exists() => {
                to.parent().map_or(Ok(()), fs::create_dir_all)?;
                fs::rename(from, to)
            }
            result => result,
        })
    }

    /// Gives a file a second name, where the file system can do that.
    pub(super) fn link(&self, from: &Path, to: &Path) -> Result<(), OutputError> {
        self.run("link", to, || {
            // Only speed depends on it.
            let _ = fs::hard_link(from, to);
            Ok(())
        })
    }

    /// Makes the renames in a folder survive a power failure, where the system can do that.
    pub(super) fn sync_folder(&self, path: &Path) -> Result<(), OutputError> {
        self.run("write", path, || match File::open(path) {
            Ok(folder) if cfg!(unix) => folder.sync_all(),
            _ => Ok(()),
        })
    }

    /// Removes a file or symbolic link, if it is there; never a folder.
    pub(super) fn remove_file(&self, path: &Path) -> Result<(), OutputError> {
        self.run("remove", path, || match fs::symlink_metadata(path) {
            Ok(found) if found.is_dir() => Ok(()),
            _ => absent_is_fine(fs::remove_file(path)),
        })
    }

    /// Removes a folder if it is empty; true if it is gone, now or since an earlier run.
    pub(super) fn remove_empty_folder(&self, path: &Path) -> Result<bool, OutputError> {
        let mut gone = false;
        self.run("remove", path, || {
            gone = absent_is_fine(fs::remove_dir(path)).is_ok() && fs::symlink_metadata(path).is_err();
            Ok(())
        })?;
        Ok(gone)
    }

    /// Removes a folder of our own with everything in it, if it is there.
    pub(super) fn remove_tree(&self, path: &Path) -> Result<(), OutputError> {
        self.run("remove", path, || match fs::symlink_metadata(path) {
            Ok(found) if !found.is_dir() => fs::remove_file(path),
            _ => absent_is_fine(fs::remove_dir_all(path)),
        })
    }
}

/// Makes a file, and the folders above it only where that fails: most files share one.
fn create(path: &Path) -> io::Result<File> {
    match File::create(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            File::create(path)
        }
        result => result,
    }
}

fn absent_is_fine(result: io::Result<()>) -> io::Result<()> {
    match result {
        // A file may stand by now where the folder of an absent file was.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Ok(())
        }
        result => result,
    }
}

pub(super) fn io_error(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> OutputError {
    move |source| OutputError::Io { action, path: path.to_owned(), source }
}
