//! The vocabularies that come with the generator, for the imported content.

macro_rules! built_in {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../../content/vocabularies/", $name, ".yaml")))
    };
}

/// The vocabularies of our own content, by name and in that order. They are built into the program
/// so that an import needs no other files.
pub const VOCABULARIES: [(&str, &str); 24] = [
    built_in!("accessibility"),
    built_in!("assessment-method"),
    built_in!("audience"),
    built_in!("barrier-reason"),
    built_in!("conformance"),
    built_in!("country"),
    built_in!("difficulty"),
    built_in!("form"),
    built_in!("governance-model"),
    built_in!("language"),
    built_in!("licence-group"),
    built_in!("nature"),
    built_in!("organisation-type"),
    built_in!("problem-family"),
    built_in!("purpose"),
    built_in!("role"),
    built_in!("scope"),
    built_in!("service-status"),
    built_in!("service-type"),
    built_in!("status"),
    built_in!("tag"),
    built_in!("task-status"),
    built_in!("thematic-area"),
    built_in!("theme"),
];

/// The text of a vocabulary.
pub fn vocabulary_text(name: &str) -> Option<&'static str> {
    VOCABULARIES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_vocabulary_of_the_content_is_forgotten() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../content/vocabularies");
        let mut on_disk: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .filter_map(|entry| {
                entry.unwrap().file_name().into_string().unwrap().strip_suffix(".yaml").map(str::to_owned)
            })
            .collect();
        on_disk.sort();
        assert_eq!(VOCABULARIES.map(|(name, _)| name.to_owned()).to_vec(), on_disk);
    }
}
