//! The files a visitor may send with a form. The hint beside the field, the message about any other
//! file and the service that recognises them all read this one list.

/// A kind of file that is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileType {
    /// Portable Document Format.
    Pdf,
    /// Word.
    Docx,
    /// Excel.
    Xlsx,
    /// PowerPoint.
    Pptx,
    /// OpenDocument text.
    Odt,
    /// OpenDocument spreadsheet.
    Ods,
    /// OpenDocument presentation.
    Odp,
    /// Comma-separated values.
    Csv,
    /// Markdown, offered as it is.
    Md,
    /// Plain text.
    Txt,
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpg,
}

impl FileType {
    /// All of them, in the order people are told of them.
    pub const ALL: [FileType; 12] = [
        FileType::Pdf,
        FileType::Docx,
        FileType::Xlsx,
        FileType::Pptx,
        FileType::Odt,
        FileType::Ods,
        FileType::Odp,
        FileType::Csv,
        FileType::Md,
        FileType::Txt,
        FileType::Png,
        FileType::Jpg,
    ];

    /// The endings of its names; files we keep get the first.
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            FileType::Pdf => &["pdf"],
            FileType::Docx => &["docx"],
            FileType::Xlsx => &["xlsx"],
            FileType::Pptx => &["pptx"],
            FileType::Odt => &["odt"],
            FileType::Ods => &["ods"],
            FileType::Odp => &["odp"],
            FileType::Csv => &["csv"],
            FileType::Md => &["md", "markdown"],
            FileType::Txt => &["txt", "text"],
            FileType::Png => &["png"],
            FileType::Jpg => &["jpg", "jpeg"],
        }
    }

    /// The type that the ending of a name promises.
    pub fn from_name(name: &str) -> Option<FileType> {
        let extension = name.rsplit_once('.')?.1.to_ascii_lowercase();
        FileType::ALL.into_iter().find(|own| own.extensions().contains(&extension.as_str()))
    }

    /// What people call it.
    pub fn label(self) -> String {
        match self {
            FileType::Md => "Markdown".to_owned(),
            FileType::Jpg => "JPEG".to_owned(),
            other => other.extensions()[0].to_uppercase(),
        }
    }

    /// All labels, as they stand in a sentence.
    pub fn list() -> String {
        FileType::ALL.map(FileType::label).join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_is_told_and_found_by_its_endings() {
        assert_eq!(FileType::list(), "PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV, Markdown, TXT, PNG, JPEG");
        for file_type in FileType::ALL {
            for extension in file_type.extensions() {
                assert_eq!(
                    FileType::from_name(&format!("a.b.{}", extension.to_uppercase())),
                    Some(file_type)
                );
            }
        }
        assert_eq!(FileType::from_name("pdf"), None);
    }
}
