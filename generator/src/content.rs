//! Content as written: YAML and front matter as located trees, decoded field by field.

pub mod canonical;
pub mod decode;
pub mod edit;
pub mod front_matter;
pub mod prose;
pub mod raw;
pub mod record;
pub mod skeleton;
pub mod story_tree;
pub mod yaml;
