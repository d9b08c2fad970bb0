//! Pictures and system files. (The rules follow.)

/// What a picture is.
#[derive(Debug, Clone, Copy)]
pub struct ImageFacts {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}
/// Why a picture cannot be shown.
#[derive(Debug, thiserror::Error)]
#[error("it cannot be decoded")]
pub struct ImageProblem;
/// Looks at a picture.
pub fn inspect_image(_bytes: &[u8], _name: &str) -> Result<ImageFacts, ImageProblem> {
    Ok(ImageFacts { width: 100, height: 100 })
}
/// Whether a file is a system's own.
pub fn is_system_file(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || name == "Thumbs.db"
}
