//! The archive itself: what a reader opens comes first, then everything else by its path.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{BundleError, START};

/// Endings of files that are compressed already.
const PACKED: &[&str] =
    &["png", "jpg", "jpeg", "webp", "woff2", "zip", "pdf", "docx", "odt", "xlsx", "ods", "pptx"];

/// Packs the entries without a date.
pub(super) fn pack(entries: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, BundleError> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        SimpleFileOptions::default().last_modified_time(DateTime::default()).unix_permissions(0o644);
    let start = entries.get_key_value(START);
    for (path, bytes) in start.into_iter().chain(entries.iter().filter(|(path, _)| *path != START)) {
        let ending = path.rsplit('.').next().unwrap_or_default();
        let method =
            if PACKED.contains(&ending) { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        writer.start_file(path.as_str(), options.compression_method(method))?;
        writer.write_all(bytes).map_err(zip::result::ZipError::from)?;
    }
    Ok(writer.finish()?.into_inner())
}
