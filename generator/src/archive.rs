//! ZIP archives that are the same whenever what is in them is the same: no times, no users, entries
//! in the order they are added. The only module that writes such archives; what is in them is
//! decided by `bundle` (the site on a disk) and `render::kit` (schemas, stories and files to take
//! along).

use std::io::{self, Read, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Why an archive cannot be written.
pub use zip::result::ZipError as ArchiveError;

/// Endings of files that are packed already: packing them again takes time and saves nothing.
const PACKED: [&str; 25] = [
    "7z", "avif", "docx", "epub", "gif", "gz", "jpeg", "jpg", "mp3", "mp4", "odg", "odp", "ods", "odt",
    "ogg", "pdf", "png", "pptx", "svgz", "webm", "webp", "woff2", "xlsx", "xz", "zip",
];

/// An archive under construction.
pub struct Archive<W: Write + Seek>(ZipWriter<W>);

impl<W: Write + Seek> Archive<W> {
    /// An empty archive.
    pub fn new(target: W) -> Archive<W> {
        Archive(ZipWriter::new(target))
    }

    /// Adds a file.
    ///
    /// # Errors
    /// When the archive cannot be written.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> Result<(), ArchiveError> {
        self.begin(path)?;
        Ok(self.0.write_all(bytes)?)
    }

    /// Adds what a reader gives, through a small buffer.
    ///
    /// # Errors
    /// When it cannot be read or the archive not be written.
    pub fn add_from(&mut self, path: &str, reader: &mut impl Read) -> Result<(), ArchiveError> {
        self.begin(path)?;
        io::copy(reader, &mut self.0)?;
        Ok(())
    }

    /// The finished archive.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(self) -> Result<W, ArchiveError> {
        self.0.finish()
    }

    fn begin(&mut self, path: &str) -> Result<(), ArchiveError> {
        // The least a ZIP archive can say about times: 1 January 1980.
        let options = SimpleFileOptions::default()
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644)
            .compression_method(method(path));
        self.0.start_file(path, options)
    }
}

fn method(path: &str) -> CompressionMethod {
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if PACKED.contains(&ending.as_str()) { CompressionMethod::Stored } else { CompressionMethod::Deflated }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn the_same_files_give_the_same_bytes_and_packed_ones_are_not_packed_again() {
        let make = || {
            let mut archive = Archive::new(Cursor::new(Vec::new()));
            archive.add("a/README.txt", &[b'x'; 400]).unwrap();
            archive.add_from("a/Plan.ODT", &mut &[b'x'; 400][..]).unwrap();
            archive.finish().unwrap().into_inner()
        };
        let bytes = make();
        assert_eq!(bytes, make());
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        assert_eq!(archive.by_name("a/README.txt").unwrap().compression(), CompressionMethod::Deflated);
        assert_eq!(archive.by_name("a/Plan.ODT").unwrap().compression(), CompressionMethod::Stored);
    }
}
