//! The template engine: loads the templates of a theme, renders one, and puts the signs a page
//! uses into it. The only file that names tera, besides the values it hands over.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tera::{Context, Tera, Value};

use super::theme::Theme;

/// Where a page gets its signs.
const SYMBOLS_PLACE: &str = "<!--symbols-->";
/// What stands around the note that texts of the page are in another language, and how the tag of
/// such a text ends: the note stays where there is one. Words of the page cannot hold it, since the
/// `>` of a text is escaped.
const FALLBACK_BEGIN: &str = "<!--fallback-->";
/// See [`FALLBACK_BEGIN`].
const FALLBACK_END: &str = "<!--/fallback-->";
/// See [`FALLBACK_BEGIN`].
const FALLBACK_MARK: &str = " data-in>";
/// How a use of a sign begins.
const SYMBOL_USE: &str = " href=\"#";

/// A template that cannot be read or rendered.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{0}")]
pub struct TemplateError(String);

impl TemplateError {
    /// A mistake that only shows in what came out.
    pub(super) fn new(text: &str) -> TemplateError {
        TemplateError(text.to_owned())
    }
}

/// Values that many pages share, turned into the engine's form once.
#[derive(Debug, Clone)]
pub struct Shared(Value);

impl Shared {
    /// Turns a value into the engine's form.
    ///
    /// # Errors
    /// When the value cannot be serialised.
    pub fn new<T: Serialize>(value: &T) -> Result<Shared, TemplateError> {
        Value::try_from_serializable(value).map(Shared).map_err(|error| TemplateError(error.to_string()))
    }
}

/// The templates of a theme.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
    symbols: BTreeMap<String, String>,
}

impl Templates {
    /// Reads `templates/` of a theme.
    ///
    /// # Errors
    /// When a template has a syntax error or names something that does not exist.
    pub fn load(theme: &Theme) -> Result<Templates, TemplateError> {
        let mut tera = Tera::new();
        // Words stand in a drawing as they do in a page.
        tera.autoescape_on([".html", ".svg"]);
        let sources = theme
            .files_below("templates")
            .filter(|(name, _)| *name != "symbols.svg")
            .map(|(name, bytes)| (name.to_owned(), String::from_utf8_lossy(bytes).into_owned()))
            .collect::<Vec<_>>();
        tera.add_raw_templates(sources).map_err(|error| TemplateError(described(&error)))?;
        let symbols = theme.text("templates/symbols.svg").unwrap_or_default();
        let symbols = symbols
            .lines()
            .filter_map(|line| {
                let id = line.strip_prefix("<symbol id=\"")?;
                Some((id[..id.find('"')?].to_owned(), line.to_owned()))
            })
            .collect();
        Ok(Templates { tera, symbols })
    }

    /// Renders a template with shared values and one view of its own.
    ///
    /// # Errors
    /// When the template asks for something the values do not have.
    pub fn render(
        &self,
        template: &str,
        values: &[(&'static str, &Shared)],
    ) -> Result<String, TemplateError> {
        let mut context = Context::new();
        for (name, value) in values {
            context.insert_value(*name, value.0.clone());
        }
        let html = self.tera.render(template, &context).map_err(|error| TemplateError(described(&error)))?;
        Ok(self.with_symbols(with_fallback_note(html)))
    }

    /// Puts the signs that a page uses in the place kept for them.
    fn with_symbols(&self, html: String) -> String {
        let Some(place) = html.rfind(SYMBOLS_PLACE) else {
            return html;
        };
        let used: BTreeSet<&str> =
            html.split(SYMBOL_USE).skip(1).filter_map(|rest| rest.get(..rest.find('"')?)).collect();
        let mut page = String::with_capacity(html.len() + 2048);
        page.push_str(&html[..place]);
        page.push_str("<svg class=\"hide\" aria-hidden=\"true\">");
        for id in used {
            page.push_str(self.symbols.get(id).map_or("", String::as_str));
        }
        page.push_str("</svg>");
        page.push_str(&html[place + SYMBOLS_PLACE.len()..]);
        page
    }
}

/// JSON for a script element that carries data: `<` stands in it as a number, so that no text in it
/// can end the element.
pub fn data_block<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("texts under texts are always JSON").replace('<', "\\u003c")
}

/// Whether some text of the HTML is in another language than the page.
pub fn has_fallback(html: &str) -> bool {
    html.contains(FALLBACK_MARK)
}

/// Keeps the note about texts in another language, or takes it out where there are none. The marks
/// of the texts decide, so that no page can forget to say it.
fn with_fallback_note(html: String) -> String {
    let (Some(begin), Some(end)) = (html.find(FALLBACK_BEGIN), html.find(FALLBACK_END)) else {
        return html;
    };
    let rest = &html[end + FALLBACK_END.len()..];
    let note = if has_fallback(&html) { &html[begin + FALLBACK_BEGIN.len()..end] } else { "" };
    [&html[..begin], note, rest].concat()
}

/// The error with its causes: the engine says where in its first line and why in the last.
fn described(error: &tera::Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::view::Text;
    use super::*;

    #[test]
    fn a_page_carries_the_signs_it_uses_and_no_others() {
        let templates = Templates::load(&Theme::embedded()).unwrap();
        let page =
            templates.with_symbols("<use href=\"#s-x\"/><use href=\"#s-x\"/><!--symbols-->".to_owned());
        assert_eq!(page.matches("<symbol id=\"s-x\"").count(), 1);
        assert_eq!(page.matches("<symbol").count(), 1);
    }

    #[test]
    fn the_note_about_other_languages_stays_only_where_a_text_is_marked() {
        let note = "<p>a</p><!--fallback--><p>note</p><!--/fallback-->";
        assert_eq!(with_fallback_note(note.to_owned()), "<p>a</p>");
        let marked = format!("{note}<b lang=\"en\" data-in>b</b>");
        assert_eq!(with_fallback_note(marked), "<p>a</p><p>note</p><b lang=\"en\" data-in>b</b>");
        let prose = format!("{note}<p>a data-informed choice, written data-in&gt;</p>");
        assert!(!with_fallback_note(prose).contains("note"));
    }

    #[test]
    fn the_mark_of_a_text_in_another_language_ends_its_tag_in_every_template() {
        for (name, bytes) in Theme::embedded().files_below("templates") {
            let text = String::from_utf8_lossy(bytes);
            for (mark, end) in
                [(" data-in", [">", "{% endif %}\n{%- endcomponent lang -%}"]), ("<lang text=", [">", ">"])]
            {
                for rest in text.split(mark).skip(1) {
                    let rest = if mark == " data-in" { rest } else { rest.split_once("}}").unwrap().1 };
                    assert!(end.iter().any(|end| rest.starts_with(end)), "{name}: {mark}{}", &rest[..20]);
                }
            }
        }
    }

    #[test]
    fn a_summary_names_its_language_unless_the_name_above_it_has_named_the_same() {
        let mut templates = Templates::load(&Theme::embedded()).unwrap();
        templates.tera.add_raw_template("test.html", "{{ <summary of={view}/> }}").unwrap();
        let text = |note: Option<&str>| Text {
            text: "x".to_owned(),
            lang: note.map(str::to_owned),
            note: note.map(str::to_owned),
        };
        let told = |name: Option<&str>, summary: Option<&str>| {
            let view = BTreeMap::from([("name", text(name)), ("summary", text(summary))]);
            let html = templates.render("test.html", &[("view", &Shared::new(&view).unwrap())]).unwrap();
            html.split("<span class=\"in\">").nth(1).map(|rest| rest[..rest.find('<').unwrap()].to_owned())
        };
        assert_eq!(told(Some("in English"), Some("in Latvian")).as_deref(), Some("in Latvian"));
        assert_eq!(told(None, Some("in Latvian")).as_deref(), Some("in Latvian"));
        assert_eq!(told(Some("in English"), Some("in English")), None);
        assert_eq!(told(Some("in English"), None), None);
        assert_eq!(told(None, None), None);
    }

    #[test]
    fn no_text_of_a_data_block_ends_its_element_and_all_of_it_is_read_back() {
        let value = serde_json::json!({ "name": "</script><!--" });
        let block = data_block(&value);
        assert!(!block.contains('<'), "{block}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&block).unwrap(), value);
    }

    #[test]
    fn every_sign_that_a_template_names_exists() {
        let theme = Theme::embedded();
        let templates = Templates::load(&theme).unwrap();
        for (name, bytes) in theme.files_below("templates") {
            let text = String::from_utf8_lossy(bytes);
            for rest in text.split("href=\"#s-").skip(1).filter(|rest| !rest.starts_with("{{")) {
                let id = format!("s-{}", &rest[..rest.find('"').unwrap()]);
                assert!(templates.symbols.contains_key(&id), "{name} uses {id}");
            }
        }
    }
}
