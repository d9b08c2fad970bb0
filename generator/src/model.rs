//! The catalogue as the program may use it: types that can only be made from checked content.

pub mod definition;
pub mod kind;
pub mod slug;

pub use kind::Kind;
pub use slug::Slug;
