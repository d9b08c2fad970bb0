//! What is wrong with content, where, and what to do: `Severity`, `Position`, `Code`,
//! `Diagnostic`, and the list that collects them. Every later stage reports through this module;
//! nothing here knows what a catalogue is.

use std::fmt;

/// How bad it is. Warnings never change the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The entry cannot be published.
    Error,
    /// The entry is published, but readers lose something.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// A place in a text file. Both numbers count from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The character in the line, from 1.
    pub column: u32,
}

impl Position {
    /// The first character of a file.
    pub const START: Position = Position { line: 1, column: 1 };
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $text:literal,)+) => {
        /// Every kind of diagnostic there is. This is the one list of them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])+ $variant,)+ }

        impl Code {
            /// Every code, in the order of the list.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)+];

            /// The stable name that scripts may rely on.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $text,)+ }
            }
        }
    };
}

codes! {
    /// The file or folder could not be read.
    Unreadable = "unreadable",
    /// A text file is larger than the limit.
    TooLarge = "too-large",
    /// A text file is not UTF-8.
    NotUtf8 = "not-utf-8",
    /// A text file holds a NUL character.
    NulCharacter = "nul-character",
    /// A symbolic link leads out of the content folder.
    SymlinkOutside = "symlink-outside",
    /// A file that has no place in the content folder.
    UnexpectedFile = "unexpected-file",
    /// A team's process file lies in the content folder.
    ProcessFile = "process-file",
    /// The YAML cannot be parsed.
    YamlSyntax = "yaml-syntax",
    /// The YAML uses anchors, aliases or tags.
    YamlAnchor = "yaml-anchor",
    /// The YAML is nested too deep or would grow too large.
    YamlLimit = "yaml-limit",
    /// A key stands twice in one map.
    DuplicateKey = "duplicate-key",
    /// The front matter has no end, or is missing.
    FrontMatter = "front-matter",
    /// A field that the kind does not have.
    UnknownField = "unknown-field",
    /// A required field is missing.
    MissingField = "missing-field",
    /// A field that ADMS-AP asks for is missing.
    NotStated = "not-stated",
    /// A value of the wrong type.
    WrongType = "wrong-type",
    /// A text longer than its field allows.
    TooLong = "too-long",
    /// The same value twice in a list.
    RepeatedValue = "repeated-value",
    /// An id that the vocabulary does not have.
    UnknownTerm = "unknown-term",
    /// A slug or id with characters it may not have.
    BadSlug = "bad-slug",
    /// A slug that the site needs for itself.
    ReservedSlug = "reserved-slug",
    /// Two entries of a kind with one slug or one former slug.
    DuplicateSlug = "duplicate-slug",
    /// Two problem profiles with one code.
    DuplicateCode = "duplicate-code",
    /// A node twice in one schema, or in the tree of one story.
    DuplicateNode = "duplicate-node",
    /// A day that does not exist or is written differently.
    BadDate = "bad-date",
    /// A statement that was not reviewed for a year.
    Overdue = "overdue",
    /// An end before its start.
    DatesReversed = "dates-reversed",
    /// An address that is none, or of a scheme that is not allowed.
    BadAddress = "bad-address",
    /// A licence that SPDX does not know.
    BadLicence = "bad-licence",
    /// `unstated` without a licence group.
    MissingLicenceGroup = "missing-licence-group",
    /// A language that the site does not have.
    UnknownLanguage = "unknown-language",
    /// An entry without its facts file.
    MissingFacts = "missing-facts",
    /// An entry without a name or a summary in any language.
    MissingWords = "missing-words",
    /// An empty text where a language is present.
    EmptyText = "empty-text",
    /// A reference to an entry that does not exist.
    DanglingReference = "dangling-reference",
    /// A reference to a schema node that does not exist.
    DanglingNode = "dangling-node",
    /// A file that is named but missing.
    MissingFile = "missing-file",
    /// A file that nothing names.
    UnlistedFile = "unlisted-file",
    /// Prerequisites that lead back to where they began.
    Cycle = "cycle",
    /// A retired entry or node that is still used.
    RetiredInUse = "retired-in-use",
    /// A sentence that `interlink new` wrote for an example.
    SampleText = "sample-text",
    /// A draft that a published entry uses.
    DraftInUse = "draft-in-use",
    /// HTML in Markdown.
    RawHtml = "raw-html",
    /// A character that nobody sees or that turns the direction of the text.
    HiddenCharacter = "hidden-character",
    /// A link of a scheme that is not allowed, such as `javascript:`.
    ForbiddenLink = "forbidden-link",
    /// A link inside the site that leads nowhere.
    BrokenLink = "broken-link",
    /// A picture from another server, or outside the entry.
    RemoteImage = "remote-image",
    /// A picture that cannot be decoded.
    BrokenImage = "broken-image",
    /// A file whose first pages cannot be drawn.
    NoPreview = "no-preview",
    /// A colour of an edition that is none.
    BadColour = "bad-colour",
    /// Colours of an edition that people could not tell apart.
    LowContrast = "low-contrast",
    /// A snapshot without alternative text.
    MissingAlternative = "missing-alternative",
    /// An uploaded file over the size limit.
    FileTooLarge = "file-too-large",
    /// A file name that some systems cannot hold.
    BadFileName = "bad-file-name",
    /// A file that a browser or a computer would run.
    ActiveFile = "active-file",
    /// An e-mail address, phone number or personal code of a person.
    PersonalData = "personal-data",
    /// A problem profile without an Interlinker, or without a task.
    DeadEnd = "dead-end",
    /// A translation whose source has changed.
    Outdated = "outdated",
    /// Git history is shallow or absent, so dates are left out.
    NoHistory = "no-history",
    /// An interface message is missing.
    MissingMessage = "missing-message",
    /// A template cannot be rendered.
    Template = "template",
    /// A file that is no process file.
    NoProcess = "no-process",
    /// A process file of a form that this program does not know yet.
    NewerVersion = "newer-version",
    /// An id or key in a process file with characters it may not have.
    BadId = "bad-id",
    /// A place among nodes that is none.
    BadPosition = "bad-position",
    /// A line of `seen`, `edits` or `also` that the program has not written.
    BadEdit = "bad-edit",
    /// A process, or the tree of a story, with more nodes than can be shown.
    TooManyNodes = "too-many-nodes",
    /// Nodes of a process, or of the tree of a story, that lie too deep in each other.
    TooDeep = "too-deep",
    /// A field of a process with two values, of which somebody has to choose one.
    TwoValues = "two-values",
    /// A node of a process at a level that cannot lie where it lies.
    LevelMismatch = "level-mismatch",
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// One mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// Which kind of mistake.
    pub code: Code,
    /// The file, relative to the content folder, with `/` between names.
    pub file: String,
    /// Where in the file; `None` for the file as a whole.
    pub position: Option<Position>,
    /// What is wrong, with the author's own value.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The line of the file it is about, without its line end.
    pub excerpt: Option<String>,
    /// The field it is about, where that is known apart from the message.
    pub field: Option<&'static str>,
}

impl Diagnostic {
    /// An error in a file.
    pub fn error(code: Code, file: impl Into<String>, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            code,
            file: file.into(),
            position: None,
            message: message.into(),
            help: None,
            excerpt: None,
            field: None,
        }
    }

    /// A warning about a file.
    pub fn warning(code: Code, file: impl Into<String>, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, file, message) }
    }

    /// The same diagnostic at a place.
    #[must_use]
    pub fn at(mut self, position: impl Into<Option<Position>>) -> Diagnostic {
        self.position = position.into();
        self
    }

    /// The same diagnostic about a field.
    #[must_use]
    pub fn about(mut self, field: &'static str) -> Diagnostic {
        self.field = Some(field);
        self
    }

    /// The same diagnostic with a word on what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }
}

/// The diagnostics of one run.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// An empty list.
    pub fn new() -> Diagnostics {
        Diagnostics::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all of another list.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Diagnostic>) {
        self.0.extend(others);
    }

    /// Whether there is an error among them.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// How many there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Puts them in file order, then by place; equal ones once.
    pub fn sort(&mut self) {
        self.0.sort_by(|a, b| {
            (&a.file, a.position, a.severity, a.code, &a.message)
                .cmp(&(&b.file, b.position, b.severity, b.code, &b.message))
        });
        self.0.dedup();
    }

    /// Goes through them.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// Goes through them to change them.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, Diagnostic> {
        self.0.iter_mut()
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
