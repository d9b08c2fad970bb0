//! Why a file is refused: a message key with its arguments, said in the visitor's language
//! elsewhere.

use generator::model::file_type::FileType;
use generator::personal_data::PersonalDataKind;

use crate::submission::FieldError;

/// Why a file is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing in it.
    Empty,
    /// Not one of the types.
    Type,
    /// One of the types, but not the one its name says.
    Misnamed(FileType),
    /// A text in an old encoding.
    Encoding,
    /// It holds macros or scripts: what, as its format calls it.
    Active(String),
    /// Another file is inside it.
    Embedded(String),
    /// It loads something from elsewhere, or points to somebody's computer.
    Outside(String),
    /// Nobody can see what is in it.
    Encrypted,
    /// A signature names who signed.
    Signed,
    /// It cannot be read, so it cannot be checked.
    Unreadable,
    /// It is more than is checked: too many parts, or far larger unpacked.
    TooLarge,
    /// More than one picture.
    Animated,
    /// More than so many million pixels.
    Pixels(usize),
    /// A cell of a table that a spreadsheet would run.
    Formula {
        /// The cell.
        cell: String,
        /// Its line.
        line: usize,
    },
    /// Something that looks personal.
    PersonalData {
        /// What.
        kind: PersonalDataKind,
        /// As it is written.
        shown: String,
        /// Its line, 0 where a file has none.
        line: usize,
    },
}

impl Refusal {
    /// The message key of the reason.
    pub fn message(&self) -> &'static str {
        match self {
            Refusal::Empty => "error-file-empty",
            Refusal::Type => "error-file-type",
            Refusal::Misnamed(_) => "error-file-misnamed",
            Refusal::Encoding => "error-file-encoding",
            Refusal::Active(_) => "error-file-active",
            Refusal::Embedded(_) => "error-file-embedded",
            Refusal::Outside(_) => "error-file-outside",
            Refusal::Encrypted => "error-file-encrypted",
            Refusal::Signed => "error-file-signed",
            Refusal::Unreadable => "error-file-unreadable",
            Refusal::TooLarge => "error-file-too-complex",
            Refusal::Animated => "error-file-animated",
            Refusal::Pixels(_) => "error-file-pixels",
            Refusal::Formula { .. } => "error-file-formula",
            Refusal::PersonalData { kind, .. } => match kind {
                PersonalDataKind::EmailAddress => "error-file-personal-email",
                PersonalDataKind::PhoneNumber => "error-file-personal-phone",
                PersonalDataKind::PersonalCode(_) => "error-file-personal-code",
            },
        }
    }

    /// The error beside the field, for a file of that name.
    pub fn field_error(&self, field: &str, name: &str) -> FieldError {
        let error = FieldError::new(field, self.message()).text("name", name);
        match self {
            Refusal::Misnamed(found) => error.text("detail", &found.label()),
            Refusal::Active(what) | Refusal::Embedded(what) | Refusal::Outside(what) => {
                error.text("value", what)
            }
            Refusal::Pixels(limit) => error.number("limit", *limit),
            Refusal::Formula { cell, line } => error.text("value", cell).number("count", *line),
            Refusal::PersonalData { shown, line, .. } => error.text("value", shown).number("count", *line),
            _ => error,
        }
    }
}
