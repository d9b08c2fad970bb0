//! `interlink search`: what readers find, in the order they find it.

use super::{ContentFolder, Outcome, print_line};
use anyhow::{Context as _, bail};
use generator::build::dates;
use generator::render::Renderer;
use generator::render::theme::Theme;
use generator::search::build_index;

#[derive(Debug, clap::Args)]
pub(super) struct SearchArguments {
    /// What a reader would type.
    query: String,
    /// The reader's language.
    #[arg(long, value_name = "LANG")]
    lang: String,
    #[command(flatten)]
    content: ContentFolder,
    /// The theme whose texts are searched with the entries: a folder of themes/ beside the content
    /// folder, or the one built in.
    #[arg(long, default_value = "default", value_name = "NAME")]
    theme: String,
    /// Print an array of objects, best first.
    #[arg(long)]
    json: bool,
    /// How many results at most.
    #[arg(long, default_value_t = 20, value_name = "N")]
    limit: usize,
}

pub(super) fn run(arguments: &SearchArguments) -> anyhow::Result<Outcome> {
    let content = &arguments.content.content;
    let checked = generator::check(content).with_context(|| {
        format!("the content folder {} cannot be read; name another with --content", content.display())
    })?;
    let site = checked.site;
    if !site.settings.languages.contains(&arguments.lang) {
        bail!(
            "the site has no language “{}”; its languages are {}",
            arguments.lang,
            site.settings.languages.join(", ")
        );
    }
    let renderer = Renderer::new(&Theme::find(content, &arguments.theme)?, &site.settings.languages)?;
    let dates = dates(&site, None);
    let rendering = renderer.begin(&site, &dates)?;
    let index = build_index(&arguments.lang, rendering.search_documents(&arguments.lang)?, &site.synonyms)?;
    let results = index.search(&arguments.query, arguments.limit)?;
    for correction in &results.corrections {
        eprintln!("“{}” is in no entry; searched for: {}", correction.word, correction.instead.join(", "));
    }
    for expansion in &results.expansions {
        eprintln!("for “{}” also searched for: {}", expansion.word, expansion.also.join(", "));
    }
    if arguments.json {
        let hits: Vec<serde_json::Value> = results
            .hits
            .iter()
            .map(|hit| {
                serde_json::json!({
                    "rank": hit.rank,
                    "score": hit.score,
                    "kind": hit.kind.name(),
                    "slug": hit.slug,
                    "title": hit.title,
                    "url": hit.url,
                    "language": hit.language,
                })
            })
            .collect();
        print_line(serde_json::to_string_pretty(&hits)?)?;
    } else {
        for hit in &results.hits {
            if hit.rank == results.complete + 1 {
                eprintln!(
                    "{}",
                    if hit.rank == 1 {
                        "no entry has all the words; some of them have:"
                    } else {
                        "entries with some of the words:"
                    }
                );
            }
            print_line(format_args!("{:>3}  {:>5}  {}  {}", hit.rank, hit.score, hit.title, hit.url))?;
        }
        if results.hits.is_empty() {
            eprintln!("nothing found");
        }
    }
    if checked.diagnostics.has_errors() {
        eprintln!("the content has errors, so entries may be missing; see `interlink check`");
    }
    Ok(Outcome::Done)
}
