//! `editions/<slug>/`: white-label sites, each in a folder of its own, so that two administrations
//! never change the same file.

use super::settings::read_tree;
use crate::content::decode::{Context, Reference, decode};
use crate::content::record::Record;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Position};
use crate::media::inspect_image;
use crate::model::address::BaseUrl;
use crate::model::definition;
use crate::model::edition::{Colour, Colours, Edition, Selection, TOKENS};
use crate::model::kind::Kind;
use crate::model::site::{Asset, Vocabulary};
use crate::model::slug::Slug;
use crate::model::theme_colours::{Grounds, ThemeColours};
use crate::render::theme::Theme;
use crate::source::{Source, SourceFile};
use std::collections::BTreeMap;

/// Reads every edition. What they name is added to `references`.
pub(super) fn read_editions(
    source: &Source,
    files: &BTreeMap<String, Vec<String>>,
    vocabularies: &BTreeMap<String, Vocabulary>,
    languages: &[String],
    references: &mut Vec<Reference>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<Slug, Edition> {
    let mut editions = BTreeMap::new();
    for (folder, files) in files {
        let path = format!("editions/{folder}/edition.yaml");
        let slug = match Slug::parse(folder) {
            Ok(slug) => slug,
            Err(error) => {
                diagnostics.push(
                    Diagnostic::error(Code::BadSlug, &path, format!("“{folder}” is no folder name: {error}"))
                        .help("rename the folder"),
                );
                continue;
            }
        };
        if source.text(&path).is_none() {
            diagnostics.push(
                Diagnostic::error(Code::MissingFacts, &path, "the file edition.yaml is missing")
                    .help("write one with a name; `interlink schema edition` lists the fields"),
            );
            continue;
        }
        let Some(tree) = read_tree(source, &path, diagnostics) else { continue };
        let context = Context { file: &path, vocabularies: Some(vocabularies), languages };
        let decoded = decode(&tree, definition::EDITION, context);
        references.extend(decoded.references);
        diagnostics.extend(decoded.diagnostics);
        let record = &decoded.record;
        let logo = files.iter().find(|file| file.starts_with("logo."));
        let edition = Edition {
            name: record.texts_by_name("name"),
            tagline: record.texts_by_name("tagline"),
            languages: known_languages(record, &path, languages, diagnostics),
            base_url: record.text("base-url").and_then(|text| BaseUrl::parse(text).ok()),
            contact: record.owned("contact"),
            menu: (!record.list("menu").is_empty()).then(|| record.slugs("menu")),
            default_schema: record.slug("default-schema"),
            colours: read_colours(record, &path, theme_of(source, &slug).as_ref(), diagnostics),
            logo: logo.and_then(|file| read_logo(source, &format!("editions/{folder}/{file}"), diagnostics)),
            selection: read_selection(record),
        };
        editions.insert(slug, edition);
    }
    editions
}

fn known_languages(
    record: &Record,
    path: &str,
    languages: &[String],
    diagnostics: &mut Diagnostics,
) -> Vec<String> {
    let (known, unknown): (Vec<String>, Vec<String>) =
        record.texts("languages").into_iter().partition(|language| languages.contains(language));
    for language in unknown {
        diagnostics.push(
            Diagnostic::error(Code::UnknownLanguage, path, format!("the site has no language “{language}”"))
                .at(record.position("languages"))
                .help(format!("its languages are {}; site.yaml lists them", languages.join(", "))),
        );
    }
    known
}

/// The colours of the theme that an edition is judged by; `None` where it is built with another one.
fn theme_of(source: &Source, edition: &Slug) -> Option<ThemeColours> {
    match &source.grounds {
        Some(Grounds { only: Some(only), .. }) if only != edition.as_str() => None,
        Some(Grounds { colours, .. }) => Some(colours.clone()),
        None => Some(Theme::embedded().colours()),
    }
}

fn read_colours(
    record: &Record,
    path: &str,
    theme: Option<&ThemeColours>,
    diagnostics: &mut Diagnostics,
) -> Colours {
    let mut colours = Colours::default();
    let Some(schemes) = record.record("colours") else { return colours };
    let mut positions: BTreeMap<(&str, &str), Option<Position>> = BTreeMap::new();
    for (scheme, target) in [("light", &mut colours.light), ("dark", &mut colours.dark)] {
        let Some(set) = schemes.record(scheme) else { continue };
        for token in TOKENS {
            let Some(text) = set.text(token) else { continue };
            positions.insert((scheme, token), set.position(token));
            match Colour::parse(text) {
                Some(colour) => drop(target.insert(token, colour)),
                None => diagnostics.push(
                    Diagnostic::error(Code::BadColour, path, format!("“{text}” is no colour"))
                        .at(set.position(token))
                        .help("write it like \"#0a5546\", in quotation marks"),
                ),
            }
        }
    }
    for pair in theme.map(|theme| colours.too_close(theme)).unwrap_or_default() {
        // A colour that was not set is too close to one that was.
        let set =
            positions.get(&(pair.scheme, pair.token)).or_else(|| positions.get(&(pair.scheme, pair.ground)));
        diagnostics.push(
            Diagnostic::error(
                Code::LowContrast,
                path,
                format!(
                    "{} on {} has a contrast of {:.2} to 1 in the {} scheme; people need {} to 1",
                    pair.token,
                    pair.ground,
                    // Never rounded up to what is needed.
                    (pair.ratio * 100.0).floor() / 100.0,
                    pair.scheme,
                    pair.needed
                ),
            )
            .at(set.copied().flatten().or(record.position("colours")))
            .help(format!(
                "choose a colour that is {} for {}, or leave it out",
                if pair.scheme == "light" { "darker" } else { "lighter" },
                pair.token
            )),
        );
    }
    colours
}

fn read_logo(source: &Source, path: &str, diagnostics: &mut Diagnostics) -> Option<(String, u32, u32)> {
    let SourceFile::Data { asset, .. } = source.files.get(path)? else { return None };
    let bytes = match asset {
        Asset::File(place) => std::fs::read(place).map(Into::into),
        Asset::Bytes(bytes) => Ok(bytes.clone()),
    };
    let found = match bytes {
        Ok(bytes) => inspect_image(&bytes, path).map_err(|problem| problem.to_string()),
        Err(error) => Err(error.to_string()),
    };
    match found {
        Ok(facts) => Some((path.to_owned(), facts.width, facts.height)),
        Err(problem) => {
            diagnostics.push(
                Diagnostic::error(Code::BrokenImage, path, format!("the picture cannot be shown: {problem}"))
                    .help("save it again from a picture editor, or remove it"),
            );
            None
        }
    }
}

fn read_selection(record: &Record) -> Selection {
    let mut selection = Selection::default();
    let Some(select) = record.record("select") else { return selection };
    selection.themes = select.texts("themes").into_iter().collect();
    selection.countries = select.texts("countries").into_iter().collect();
    selection.publishers = select.slugs("publishers").into_iter().collect();
    selection.interlinkers = select.slugs("interlinkers").into_iter().collect();
    if let Some(left_out) = select.record("leave-out") {
        for kind in [Kind::Interlinker, Kind::Schema, Kind::Story, Kind::Call, Kind::Page, Kind::News] {
            selection.leave_out.extend(left_out.slugs(kind.folder()).into_iter().map(|slug| (kind, slug)));
        }
    }
    selection
}
