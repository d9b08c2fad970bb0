//! What a contribution asks for, as a closed list, and which files each kind of asking may bring.
//! The store keeps it, the forge holds every contribution to it before anything is written.

use generator::model::form::Purpose;

use super::job::EntryFile;
use crate::secret::ContributionId;

/// What a contribution asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ask {
    /// A new entry of a kind, with all of its files.
    NewEntry,
    /// Other facts or words in an entry that is there.
    Edit,
    /// The words of an entry in one more language, or newer ones.
    Translation,
    /// "We use this": one new file, `uses/<id>.yaml`.
    Use,
    /// A review: one new file, `reviews/<id>.yaml`.
    Review,
    /// A problem with an entry: no file, an issue of the forge.
    Report,
}

impl Ask {
    /// Everything that can be asked for.
    pub const ALL: [Ask; 6] =
        [Ask::NewEntry, Ask::Edit, Ask::Translation, Ask::Use, Ask::Review, Ask::Report];

    /// What a form of this purpose asks for.
    pub fn of(purpose: Purpose) -> Ask {
        match purpose {
            Purpose::Propose => Ask::NewEntry,
            Purpose::Edit => Ask::Edit,
            Purpose::Translate => Ask::Translation,
            Purpose::Use => Ask::Use,
            Purpose::Review => Ask::Review,
            Purpose::Report => Ask::Report,
        }
    }

    /// The name in the store, in JSON and in message keys.
    pub fn name(self) -> &'static str {
        match self {
            Ask::NewEntry => "new-entry",
            Ask::Edit => "edit",
            Ask::Translation => "translation",
            Ask::Use => "use",
            Ask::Review => "review",
            Ask::Report => "report",
        }
    }

    /// What has that name.
    pub fn from_name(name: &str) -> Option<Ask> {
        Ask::ALL.into_iter().find(|ask| ask.name() == name)
    }

    /// Whether the folder must not be there yet: such a contribution takes its slug.
    pub fn takes_slug(self) -> bool {
        self == Ask::NewEntry
    }

    /// Whether it becomes an issue and brings no files.
    pub fn is_issue(self) -> bool {
        self == Ask::Report
    }

    /// What these files do that this kind of asking does not allow, said to the person who keeps
    /// the service: the forms make the files, so it is a mistake of the service's own.
    pub fn objection(self, id: &ContributionId, files: &[EntryFile]) -> Option<String> {
        if let Some(file) = files.iter().find(|file| !is_plain_path(&file.path)) {
            return Some(format!("{:?} is no path of an entry's file", file.path));
        }
        if let Some(twice) = files
            .iter()
            .enumerate()
            .find(|(at, file)| files[..*at].iter().any(|other| other.path == file.path))
        {
            return Some(format!("{} is there twice", twice.1.path));
        }
        let only = |path: String| match files {
            [file] if file.path == path && file.replaces.is_none() => None,
            _ => Some(format!("it brings other files than the new file {path}")),
        };
        match self {
            Ask::Report if files.is_empty() => None,
            Ask::Report => Some("a report brings files".to_owned()),
            _ if files.is_empty() => Some("it brings no file".to_owned()),
            Ask::NewEntry => files
                .iter()
                .find(|file| file.replaces.is_some())
                .map(|file| format!("{} replaces a file of an entry that is not there yet", file.path)),
            Ask::Edit => files
                .iter()
                .find(|file| belongs_to_others(&file.path))
                .map(|file| format!("an edit changes {}", file.path)),
            Ask::Translation => files
                .iter()
                .find(|file| !is_words(&file.path))
                .map(|file| format!("a translation changes {}", file.path)),
            Ask::Use => only(format!("uses/{id}.yaml")),
            Ask::Review => only(format!("reviews/{id}.yaml")),
        }
    }
}

/// What other people said of an entry is theirs.
pub fn belongs_to_others(path: &str) -> bool {
    path.starts_with("uses/") || path.starts_with("reviews/")
}

/// `lv.md`, or `lv.yaml` with the words of a schema's nodes.
fn is_words(path: &str) -> bool {
    let language = path.strip_suffix(".md").or_else(|| path.strip_suffix(".yaml"));
    language.is_some_and(|language| {
        let mut parts = language.split('-');
        parts.next().is_some_and(|part| {
            (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase())
        }) && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
    })
}

/// `name` or `folder/name`, of letters, digits, dots, hyphens; no part starts with a dot. The
/// service makes these names itself, so this can only refuse a mistake of our own.
fn is_plain_path(path: &str) -> bool {
    path.split('/').count() <= 2
        && path.split('/').all(|part| {
            !part.is_empty()
                && !part.starts_with('.')
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::queue::job::BlobName;

    fn file(path: &str) -> EntryFile {
        EntryFile::new(path, b"x".to_vec())
    }

    fn replacing(path: &str) -> EntryFile {
        EntryFile { replaces: BlobName::parse(&"a".repeat(40)), ..file(path) }
    }

    #[test]
    fn what_is_asked_for_keeps_its_name() {
        for ask in Ask::ALL {
            assert_eq!(Ask::from_name(ask.name()), Some(ask));
        }
    }

    #[test]
    fn each_kind_of_asking_brings_its_own_files_and_no_others() {
        let id = ContributionId::parse("0123456789").unwrap();
        let allowed: [(Ask, Vec<EntryFile>); 7] = [
            (Ask::NewEntry, vec![file("en.md"), file("interlinker.yaml"), file("files/kit.pdf")]),
            (Ask::Edit, vec![replacing("interlinker.yaml"), file("logo.png")]),
            (Ask::Translation, vec![file("lv.md"), replacing("pt-BR.md")]),
            (Ask::Translation, vec![replacing("lv.yaml")]),
            (Ask::Use, vec![file("uses/0123456789.yaml")]),
            (Ask::Review, vec![file("reviews/0123456789.yaml")]),
            (Ask::Report, vec![]),
        ];
        for (ask, files) in &allowed {
            assert_eq!(ask.objection(&id, files), None, "{ask:?}");
        }
        let refused: [(Ask, Vec<EntryFile>); 13] = [
            (Ask::NewEntry, vec![]),
            (Ask::NewEntry, vec![replacing("en.md")]),
            (Ask::NewEntry, vec![file("en.md"), file("en.md")]),
            (Ask::NewEntry, vec![file("../x/en.md")]),
            (Ask::Edit, vec![replacing("uses/0000000000.yaml")]),
            (Ask::Edit, vec![file("reviews/0123456789.yaml")]),
            (Ask::Translation, vec![file("interlinker.yaml")]),
            (Ask::Translation, vec![file("files/lv.md")]),
            (Ask::Use, vec![file("uses/0000000000.yaml")]),
            (Ask::Use, vec![replacing("uses/0123456789.yaml")]),
            (Ask::Use, vec![file("uses/0123456789.yaml"), file("en.md")]),
            (Ask::Review, vec![file("uses/0123456789.yaml")]),
            (Ask::Report, vec![file("en.md")]),
        ];
        for (ask, files) in &refused {
            assert!(ask.objection(&id, files).is_some(), "{ask:?} {files:?}");
        }
    }
}
