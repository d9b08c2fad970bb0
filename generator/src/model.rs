//! The catalogue as the program may use it: types that can only be made from checked content.

pub mod address;
pub mod definition;
pub mod edition;
pub mod entry;
pub mod file_type;
pub mod form;
pub mod guide;
pub mod json_schema;
pub mod kind;
pub mod said;
pub mod site;
pub mod slug;
pub mod statement;
pub mod synonyms;
pub mod theme_colours;
pub mod words;

pub use kind::Kind;
pub use site::Site;
pub use slug::Slug;
