//! The archive itself: a file after the other goes into it and out of memory.

use std::io::{self, Read, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::BundleError;

/// Endings of files that are compressed already.
const PACKED: &[&str] =
    &["png", "jpg", "jpeg", "webp", "woff2", "zip", "pdf", "docx", "odt", "xlsx", "ods", "pptx"];

/// An archive that is being written, file by file and without dates.
pub(super) struct Archive<W: Write + Seek> {
    writer: ZipWriter<W>,
}

impl<W: Write + Seek> Archive<W> {
    pub(super) fn new(target: W) -> Archive<W> {
        Archive { writer: ZipWriter::new(target) }
    }

    /// Adds a file as it is read.
    pub(super) fn add(&mut self, path: &str, bytes: &mut impl Read) -> Result<(), BundleError> {
        let options =
            SimpleFileOptions::default().last_modified_time(DateTime::default()).unix_permissions(0o644);
        let ending = path.rsplit('.').next().unwrap_or_default();
        let method =
            if PACKED.contains(&ending) { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        self.writer.start_file(path, options.compression_method(method))?;
        io::copy(bytes, &mut self.writer).map_err(zip::result::ZipError::from)?;
        Ok(())
    }

    pub(super) fn finish(self) -> Result<(), BundleError> {
        self.writer.finish()?.flush().map_err(zip::result::ZipError::from)?;
        Ok(())
    }
}
