//! Text files of foreign data -> text, within limits: a file that is too large, no ordinary file or
//! no UTF-8 is refused with the reason.

use std::fs;
use std::path::Path;

/// Largest text file that is read. The real ones are below 100 kB.
const MAX_TEXT_FILE: u64 = 8 * 1024 * 1024;

/// The text of a file, without a byte order mark, or why there is none.
pub fn read_text(path: &Path) -> Result<String, String> {
    let metadata = fs::symlink_metadata(path).map_err(|error| format!("it cannot be read ({error})"))?;
    if !metadata.is_file() {
        return Err("it is not an ordinary file".to_owned());
    }
    if metadata.len() > MAX_TEXT_FILE {
        return Err(format!("it has {} bytes; at most {MAX_TEXT_FILE} are read", metadata.len()));
    }
    let bytes = fs::read(path).map_err(|error| format!("it cannot be read ({error})"))?;
    let text = String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}
