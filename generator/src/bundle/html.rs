//! A page of the site -> the same page for a disk. The tokenizer is the one browsers agree on; what
//! is not an address or a script is written as it was read.

use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::address::{Target, View};
use super::script::Scripts;

/// Attributes that readers or the browser follow.
const FOLLOWED: &[&str] = &["href", "src", "action", "formaction", "poster"];
/// Links of a head that mean nothing on a disk: the address of the page on the web, its feeds, an
/// installation. A font that is asked for ahead would be refused, since every file is a stranger to
/// every other.
const DROPPED_LINKS: &[&str] = &["canonical", "alternate", "manifest", "search", "preload", "modulepreload"];

/// Rewrites a page, or a part of one, for the place that `view` looks from.
pub(super) fn rewrite(text: &str, view: &View<'_>, scripts: &Scripts) -> String {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    let writer = Writer {
        view,
        scripts,
        page: RefCell::new(String::with_capacity(text.len() + 512)),
        loaded: RefCell::default(),
        is_raw: Cell::new(false),
        skips_end_of_script: Cell::new(false),
        in_svg: Cell::new(false),
    };
    let tokenizer = Tokenizer::new(writer, TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.page.into_inner()
}

struct Writer<'a> {
    view: &'a View<'a>,
    scripts: &'a Scripts,
    page: RefCell<String>,
    /// The scripts that the page loads already.
    loaded: RefCell<Vec<String>>,
    /// Inside a script or style, whose text has no escapes.
    is_raw: Cell<bool>,
    /// The script that ends next is written already.
    skips_end_of_script: Cell<bool>,
    /// Drawings have titles of their own, which may hold tags.
    in_svg: Cell<bool>,
}

impl TokenSink for Writer<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::DoctypeToken(_) => self.page.borrow_mut().push_str("<!doctype html>"),
            Token::CommentToken(text) => {
                self.page.borrow_mut().push_str(&format!("<!--{text}-->"));
            }
            Token::CharacterTokens(text) if self.is_raw.get() => self.page.borrow_mut().push_str(&text),
            Token::CharacterTokens(text) => escape(&text, false, &mut self.page.borrow_mut()),
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => {
                if &*tag.name == "script" && self.skips_end_of_script.take() {
                    return TokenSinkResult::Continue;
                }
                match &*tag.name {
                    "script" | "style" => self.is_raw.set(false),
                    "svg" => self.in_svg.set(false),
                    _ => {}
                }
                self.page.borrow_mut().push_str(&format!("</{}>", tag.name));
            }
            Token::TagToken(tag) => return self.start_tag(tag),
            Token::NullCharacterToken | Token::ParseError(_) | Token::EOFToken => {}
        }
        TokenSinkResult::Continue
    }
}

impl Writer<'_> {
    fn start_tag(&self, mut tag: Tag) -> TokenSinkResult<()> {
        let name = tag.name.to_string();
        let get = |tag: &Tag, name: &str| {
            tag.attrs
                .iter()
                .find(|attribute| &*attribute.name.local == name)
                .map(|found| found.value.to_string())
        };
        if name == "link" && get(&tag, "rel").is_some_and(|rel| DROPPED_LINKS.contains(&rel.as_str())) {
            return TokenSinkResult::Continue;
        }
        if name == "script" && get(&tag, "src").is_some() {
            self.load_script(&get(&tag, "src").unwrap_or_default());
            self.skips_end_of_script.set(true);
            return TokenSinkResult::RawData(RawKind::ScriptData);
        }
        tag.attrs.retain_mut(|attribute| {
            let written = self.attribute(&name, &attribute.name.local, &attribute.value);
            attribute.value = written.clone().unwrap_or_default().into();
            written.is_some()
        });
        let mut page = self.page.borrow_mut();
        page.push('<');
        page.push_str(&name);
        for attribute in &tag.attrs {
            page.push_str(&format!(" {}", attribute.name.local));
            if !attribute.value.is_empty() {
                page.push_str("=\"");
                escape(&attribute.value, true, &mut page);
                page.push('"');
            }
        }
        page.push_str(if tag.self_closing { "/>" } else { ">" });
        match name.as_str() {
            "svg" => self.in_svg.set(!tag.self_closing),
            "textarea" => return TokenSinkResult::RawData(RawKind::Rcdata),
            "title" if !self.in_svg.get() => return TokenSinkResult::RawData(RawKind::Rcdata),
            "script" => {
                self.is_raw.set(true);
                return TokenSinkResult::RawData(RawKind::ScriptData);
            }
            "style" => {
                self.is_raw.set(true);
                return TokenSinkResult::RawData(RawKind::Rawtext);
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }

    /// The value of an attribute in the archive; `None` leaves the attribute out.
    fn attribute(&self, tag: &str, name: &str, value: &str) -> Option<String> {
        let target = match name {
            name if FOLLOWED.contains(&name) => self.view.file(value),
            name if name.starts_with("data-") => self.view.value(value),
            "content" if tag == "meta" => {
                let Some((before, address)) = value.split_once("url=") else { return Some(value.to_owned()) };
                return match self.view.file(address) {
                    Target::Here(address) => Some(format!("{before}url={address}")),
                    Target::Elsewhere => Some(value.to_owned()),
                    Target::Absent => None,
                };
            }
            "srcset" => {
                let candidates = value.split(',').map(|candidate| {
                    let mut words: Vec<String> = candidate.split_whitespace().map(str::to_owned).collect();
                    if let (Some(first), Target::Here(address)) =
                        (words.first_mut(), self.view.file(candidate.split_whitespace().next().unwrap_or("")))
                    {
                        *first = address;
                    }
                    words.join(" ")
                });
                return Some(candidates.collect::<Vec<_>>().join(", "));
            }
            // A module of the same site only; on a disk there is no such thing.
            "crossorigin" => return None,
            _ => Target::Elsewhere,
        };
        match target {
            Target::Here(address) => Some(address),
            Target::Elsewhere => Some(value.to_owned()),
            // A script may know what to do with a value that leads nowhere; a reader does not.
            Target::Absent if name.starts_with("data-") => Some(value.to_owned()),
            Target::Absent => None,
        }
    }

    /// A script with those it builds on before it, each once. They wait for the page, as modules do.
    fn load_script(&self, address: &str) {
        for path in self.scripts.with_imports(address) {
            let mut loaded = self.loaded.borrow_mut();
            if !loaded.contains(&path) {
                let address = self.view.relative(&path);
                self.page.borrow_mut().push_str(&format!("<script src=\"{address}\" defer></script>"));
                loaded.push(path);
            }
        }
    }
}

fn escape(text: &str, in_attribute: bool, page: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => page.push_str("&amp;"),
            '"' if in_attribute => page.push_str("&quot;"),
            '<' if !in_attribute => page.push_str("&lt;"),
            '>' if !in_attribute => page.push_str("&gt;"),
            letter => page.push(letter),
        }
    }
}
