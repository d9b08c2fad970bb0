//! Content as written: YAML and front matter as located trees, decoded field by field.

pub mod decode;
pub mod front_matter;
pub mod raw;
pub mod record;
pub mod yaml;
