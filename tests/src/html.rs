//! One page of a built site as its tags say it: where it leads, what it loads, what its parts are
//! called. The tokenizer is the one browsers agree on; no tree is needed for what we ask.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// Why a page names an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// A reader may go there.
    Link,
    /// The browser loads it by itself.
    Load,
    /// A form is sent there.
    Send,
}

/// What the tags of a page say.
#[derive(Debug, Default)]
pub struct Html {
    /// The language of the page.
    pub language: Option<String>,
    /// The text of the title.
    pub title: String,
    /// How many headings of the first level it has.
    pub first_headings: usize,
    /// Every `id`, and every `name` of an anchor.
    pub ids: BTreeSet<String>,
    /// Every address with its use, in order.
    pub addresses: Vec<(Use, String)>,
    /// What is wrong with the page by itself, as sentences.
    pub problems: Vec<String>,
}

/// Reads a page.
pub fn parse(text: &str) -> Html {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.page.into_inner()
}

#[derive(Default)]
struct Reader {
    page: RefCell<Html>,
    in_title: Cell<bool>,
    // Drawings have titles of their own.
    in_svg: Cell<bool>,
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut page = self.page.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                page.read_tag(&tag, line);
                match &*tag.name {
                    "svg" => self.in_svg.set(!tag.self_closing),
                    "title" if !self.in_svg.get() => {
                        self.in_title.set(true);
                        return TokenSinkResult::RawData(RawKind::Rcdata);
                    }
                    "textarea" => return TokenSinkResult::RawData(RawKind::Rcdata),
                    "style" => return TokenSinkResult::RawData(RawKind::Rawtext),
                    "script" => return TokenSinkResult::RawData(RawKind::ScriptData),
                    _ => {}
                }
            }
            Token::TagToken(tag) => match &*tag.name {
                "svg" => self.in_svg.set(false),
                "title" => self.in_title.set(false),
                _ => {}
            },
            Token::CharacterTokens(text) if self.in_title.get() => page.title.push_str(&text),
            Token::ParseError(error) => page.problems.push(format!("line {line}: {error}")),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Html {
    fn read_tag(&mut self, tag: &Tag, line: u64) {
        let get = |name: &str| {
            tag.attrs
                .iter()
                .find(|attribute| &*attribute.name.local == name)
                .map(|attribute| attribute.value.to_string())
        };
        let name = &*tag.name;
        if let Some(inline) = inline_part(tag) {
            self.problems.push(format!("line {line}: {inline}, which a strict policy does not run"));
        }
        if let Some(id) = get("id").or_else(|| if name == "a" { get("name") } else { None })
            && !self.ids.insert(id.clone())
        {
            self.problems.push(format!("line {line}: the id `{id}` stands twice"));
        }
        let mut add = |usage: Use, address: Option<String>| {
            self.addresses.extend(address.map(|address| (usage, address)));
        };
        match name {
            "html" => self.language = get("lang").filter(|language| !language.is_empty()),
            "h1" => self.first_headings += 1,
            "a" | "area" => add(Use::Link, get("href")),
            "link" => {
                let relation = get("rel").unwrap_or_default();
                let loads = ["stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"]
                    .iter()
                    .any(|word| relation.split_whitespace().any(|part| part == *word));
                add(if loads { Use::Load } else { Use::Link }, get("href"));
            }
            "form" => add(Use::Send, get("action")),
            "button" | "input" => add(Use::Send, get("formaction")),
            "meta" if get("http-equiv").is_some_and(|kind| kind.eq_ignore_ascii_case("refresh")) => {
                let target = get("content").and_then(|content| {
                    content.split_once("url=").map(|(_, address)| address.trim_matches('\'').to_owned())
                });
                add(Use::Link, target);
            }
            "img" | "source" | "script" | "iframe" | "video" | "audio" | "track" | "embed" => {
                add(Use::Load, get("src"));
                add(Use::Load, get("poster"));
                for candidate in get("srcset").unwrap_or_default().split(',') {
                    add(Use::Load, candidate.split_whitespace().next().map(str::to_owned));
                }
                if name == "img" && get("alt").is_none() {
                    self.problems.push(format!("line {line}: a picture without `alt`"));
                }
            }
            // Drawings refer to parts of themselves or of a shared file.
            "use" | "image" => add(Use::Load, get("href")),
            _ => {}
        }
    }
}

/// What a page under a strict Content-Security-Policy cannot have: scripts and styles that stand in
/// it. A block of data is no script.
fn inline_part(tag: &Tag) -> Option<String> {
    let get = |name: &str| tag.attrs.iter().find(|attribute| &*attribute.name.local == name);
    let is_data = get("type").is_some_and(|kind| kind.value.ends_with("json"));
    if &*tag.name == "style" || (&*tag.name == "script" && get("src").is_none() && !is_data) {
        return Some(format!("an inline <{}>", tag.name));
    }
    tag.attrs
        .iter()
        .map(|attribute| &*attribute.name.local)
        .find(|name| *name == "style" || name.starts_with("on"))
        .map(|name| format!("an attribute `{name}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_tells_its_language_title_headings_and_addresses() {
        let page = parse(
            "<!doctype html><html lang=lv><title>A &amp; B</title><link rel='icon' href=i.svg>\
             <svg><title>drawn</title><use href='#sign'/></svg><h1 id=top>A</h1>\
             <a href='b/?x=1&amp;y=2#c'>b</a><img src=p.png alt=''><script type=application/json>'<a href=no>'</script>\
             <form action=/send></form>",
        );
        assert_eq!(page.language.as_deref(), Some("lv"));
        assert_eq!(page.title, "A & B");
        assert_eq!(page.first_headings, 1);
        assert_eq!(page.ids.iter().collect::<Vec<_>>(), ["top"]);
        let addresses: Vec<_> =
            page.addresses.iter().map(|(usage, address)| (*usage, address.as_str())).collect();
        assert_eq!(
            addresses,
            [
                (Use::Load, "i.svg"),
                (Use::Load, "#sign"),
                (Use::Link, "b/?x=1&y=2#c"),
                (Use::Load, "p.png"),
                (Use::Send, "/send"),
            ]
        );
        assert_eq!(page.problems, Vec::<String>::new());
    }

    #[test]
    fn scripts_and_styles_in_a_page_are_problems() {
        let page = parse(
            "<!doctype html><style>a{}</style><p style=color:red onclick=go()>\
             <script src=a.js></script><script type=application/ld+json>{}</script><script>1</script>",
        );
        let said: Vec<_> = page.problems.iter().filter_map(|problem| problem.split(": ").nth(1)).collect();
        assert_eq!(
            said,
            ["an inline <style>", "an attribute `style`", "an inline <script>"]
                .map(|what| format!("{what}, which a strict policy does not run"))
        );
    }

    #[test]
    fn a_repeated_id_and_a_picture_without_words_are_problems() {
        let page = parse("<!doctype html><p id=a>\n<p id=a><img src=b>");
        assert_eq!(page.problems, ["line 2: the id `a` stands twice", "line 2: a picture without `alt`"]);
    }
}
