//! SVG: a small strict reader that refuses what is more than a picture.
//!
//! It is no XML parser: it knows elements, attributes, text and comments, and refuses whatever it
//! does not know. Refused are scripts and event handlers, HTML inside the picture, anything that
//! fetches from elsewhere, document types that declare something (entities can hide all of it),
//! and style sheets from elsewhere.

use super::ImageProblem;

/// The size of an SVG whose size is not stated (CSS 2.2, replaced elements).
const DEFAULT_SIZE: (u32, u32) = (300, 150);

/// Elements that run something, hold HTML or play media, whatever their namespace.
const FORBIDDEN_ELEMENTS: [&str; 12] = [
    "audio",
    "body",
    "canvas",
    "embed",
    "foreignobject",
    "handler",
    "html",
    "iframe",
    "listener",
    "object",
    "script",
    "video",
];

/// Whether the first bytes are those of an SVG: its element stands within the first kilobytes,
/// behind the declaration, comments and the document type.
pub(super) fn looks_like_svg(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(4096)];
    let text = String::from_utf8_lossy(start);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with('<') && (text.contains("<svg") || text.contains(":svg"))
}

/// Checks an SVG; its width and height in pixels.
pub(super) fn inspect_svg(bytes: &[u8]) -> Result<(u32, u32), ImageProblem> {
    let text = std::str::from_utf8(bytes).map_err(|_| ImageProblem::BrokenSvg("it is not UTF-8"))?;
    let mut reader = Reader { rest: text.trim_start_matches('\u{feff}'), open: Vec::new(), size: None };
    while !reader.rest.is_empty() {
        reader.read_part()?;
    }
    match reader.size {
        Some(size) if reader.open.is_empty() => Ok(size),
        Some(_) => Err(ImageProblem::Truncated),
        None => Err(ImageProblem::BrokenSvg("there is no svg element")),
    }
}

struct Reader<'t> {
    rest: &'t str,
    /// The names of the open elements.
    open: Vec<&'t str>,
    /// The size, once the `svg` element was read.
    size: Option<(u32, u32)>,
}

struct Attribute<'t> {
    name: &'t str,
    value: String,
}

impl<'t> Reader<'t> {
    /// Reads the text up to the next tag, or a tag.
    fn read_part(&mut self) -> Result<(), ImageProblem> {
        let Some(tag) = self.rest.strip_prefix('<') else {
            let end = self.rest.find('<').unwrap_or(self.rest.len());
            let text = &self.rest[..end];
            self.rest = &self.rest[end..];
            return self.text(&decode(text)?);
        };
        if let Some(comment) = tag.strip_prefix("!--") {
            self.skip_behind(comment, "-->")?;
            Ok(())
        } else if let Some(data) = tag.strip_prefix("![CDATA[") {
            let data = self.skip_behind(data, "]]>")?;
            self.text(data)
        } else if let Some(instruction) = tag.strip_prefix('?') {
            let instruction = self.skip_behind(instruction, "?>")?;
            let is_declaration =
                instruction.strip_prefix("xml").is_some_and(|rest| rest.starts_with([' ', '\t', '\r', '\n']));
            if is_declaration { Ok(()) } else { Err(active("a processing instruction")) }
        } else if let Some(declaration) = tag.strip_prefix('!') {
            let declaration = self.skip_behind(declaration, ">")?;
            if declaration.contains('[') || !declaration.starts_with("DOCTYPE") {
                return Err(active("declarations of entities"));
            }
            Ok(())
        } else if let Some(name) = tag.strip_prefix('/') {
            let name = self.skip_behind(name, ">")?.trim_end();
            if self.open.pop() == Some(name) {
                Ok(())
            } else {
                Err(ImageProblem::BrokenSvg("its tags do not match"))
            }
        } else {
            self.element(tag)
        }
    }

    /// Moves behind the end of a part; what is before the end.
    fn skip_behind(&mut self, part: &'t str, end: &str) -> Result<&'t str, ImageProblem> {
        let (inside, rest) = part.split_once(end).ok_or(ImageProblem::Truncated)?;
        self.rest = rest;
        Ok(inside)
    }

    fn text(&mut self, text: &str) -> Result<(), ImageProblem> {
        match self.open.last() {
            None if !text.trim().is_empty() => Err(ImageProblem::BrokenSvg("there is text outside it")),
            Some(name) if local(name).eq_ignore_ascii_case("style") => check_style(text),
            _ => Ok(()),
        }
    }

    fn element(&mut self, tag: &'t str) -> Result<(), ImageProblem> {
        let end = tag
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '<'))
            .ok_or(ImageProblem::Truncated)?;
        let name = &tag[..end];
        let mut rest = &tag[end..];
        let mut attributes = Vec::new();
        let closed = loop {
            rest = rest.trim_ascii_start();
            if let Some(after) = rest.strip_prefix("/>") {
                rest = after;
                break true;
            }
            if let Some(after) = rest.strip_prefix('>') {
                rest = after;
                break false;
            }
            let (attribute, after) = read_attribute(rest)?;
            attributes.push(attribute);
            rest = after;
        };
        self.rest = rest;
        check_element(name, &attributes)?;
        if self.open.is_empty() {
            if self.size.is_some() || local(name) != "svg" {
                return Err(ImageProblem::BrokenSvg("it does not consist of one svg element"));
            }
            self.size = Some(size(&attributes));
        }
        if !closed {
            self.open.push(name);
        }
        Ok(())
    }
}

fn read_attribute(text: &str) -> Result<(Attribute<'_>, &str), ImageProblem> {
    const BROKEN: ImageProblem = ImageProblem::BrokenSvg("an attribute has no value in quotation marks");
    let end = text.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/' | '>' | '<' | '"' | '\''));
    let end = end.ok_or(ImageProblem::Truncated)?;
    if end == 0 {
        return Err(BROKEN);
    }
    let value = text[end..].trim_ascii_start().strip_prefix('=').ok_or(BROKEN)?.trim_ascii_start();
    let quote = value.chars().next().ok_or(ImageProblem::Truncated)?;
    if quote != '"' && quote != '\'' {
        return Err(BROKEN);
    }
    let (value, rest) = value[1..].split_once(quote).ok_or(ImageProblem::Truncated)?;
    if value.contains('<') {
        return Err(BROKEN);
    }
    Ok((Attribute { name: &text[..end], value: decode(value)? }, rest))
}

/// Text with its character references replaced. Only those exist that need no declaration.
fn decode(text: &str) -> Result<String, ImageProblem> {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        let (name, after) = after
            .split_once(';')
            .ok_or(ImageProblem::BrokenSvg("an & does not begin a character reference"))?;
        let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
        let character = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => match name.strip_prefix('#') {
                Some(digits) => match digits.strip_prefix('x') {
                    Some(digits) => number(digits, 16),
                    None => number(digits, 10),
                },
                None => return Err(active("entities of its own")),
            },
        };
        decoded.push(character.ok_or(ImageProblem::BrokenSvg("a character reference names no character"))?);
        rest = after;
    }
    decoded.push_str(rest);
    Ok(decoded)
}

fn check_element(name: &str, attributes: &[Attribute<'_>]) -> Result<(), ImageProblem> {
    let element = local(name).to_ascii_lowercase();
    if FORBIDDEN_ELEMENTS.contains(&element.as_str()) {
        return Err(active(&format!("<{element}>")));
    }
    for Attribute { name, value } in attributes {
        let attribute = local(name).to_ascii_lowercase();
        let squeezed: String = value
            .chars()
            .filter(|c| !c.is_whitespace() && !c.is_control())
            .collect::<String>()
            .to_lowercase();
        // An animation can set what could not be written.
        let sets_address = attribute == "attributename"
            && (squeezed.ends_with("href") || squeezed.ends_with("src") || squeezed.starts_with("on"));
        if attribute.starts_with("on")
            || sets_address
            || squeezed.contains("javascript:")
            || squeezed.contains("vbscript:")
        {
            return Err(active(&format!("the attribute {name}")));
        }
        match attribute.as_str() {
            "href" | "src" => {
                let is_link = element == "a"
                    && (squeezed.starts_with("https://")
                        || squeezed.starts_with("http://")
                        || squeezed.starts_with("mailto:"));
                if !is_link && !is_own(&squeezed) {
                    return Err(active("references to other files"));
                }
            }
            "base" => return Err(active("references to other files")),
            _ if name.starts_with("xmlns") => {
                if squeezed.contains("xhtml") {
                    return Err(active("HTML"));
                }
            }
            _ => check_style(value)?,
        }
    }
    Ok(())
}

/// Style, or an attribute that may hold some.
fn check_style(style: &str) -> Result<(), ImageProblem> {
    let style = style.to_lowercase();
    // A backslash can spell any letter of the words below, as a number or as the letter itself.
    if style.contains('\\')
        || ["@import", "image-set(", "expression(", "javascript:"].iter().any(|word| style.contains(word))
    {
        return Err(active("style from elsewhere"));
    }
    for (at, word) in style.match_indices("url(") {
        let address = style[at + word.len()..].trim_start().trim_start_matches(['"', '\'']).trim_start();
        if !is_own(address) {
            return Err(active("references to other files"));
        }
    }
    Ok(())
}

/// Whether an address stays in the file: a part of it, or a picture or font spelled out in it.
fn is_own(address: &str) -> bool {
    const SPELLED_OUT: [&str; 7] = [
        "data:image/png",
        "data:image/jpeg",
        "data:image/jpg",
        "data:image/gif",
        "data:image/webp",
        "data:font/",
        "data:application/font",
    ];
    address.is_empty()
        || address.starts_with('#')
        || SPELLED_OUT.iter().any(|start| address.starts_with(start))
}

/// The size that the `svg` element states, else that of its view box.
fn size(attributes: &[Attribute<'_>]) -> (u32, u32) {
    let value = |name: &str| {
        attributes.iter().find(|attribute| attribute.name == name).map(|found| found.value.as_str())
    };
    let (width, height) = (value("width").and_then(pixels), value("height").and_then(pixels));
    let view_box: Vec<f64> = value("viewBox")
        .unwrap_or_default()
        .split([' ', ',', '\t', '\r', '\n'])
        .filter(|part| !part.is_empty())
        .filter_map(|part| part.parse().ok())
        .collect();
    let view_box = match view_box.as_slice() {
        [_, _, width, height] if *width > 0.0 && *height > 0.0 => Some((*width, *height)),
        _ => None,
    };
    let (width, height) = match (width, height, view_box) {
        (Some(width), Some(height), _) => (width, height),
        // One side follows from the other and the view box.
        (Some(width), None, Some(view)) => (width, width * view.1 / view.0),
        (None, Some(height), Some(view)) => (height * view.0 / view.1, height),
        (None, None, Some(view)) => view,
        _ => return DEFAULT_SIZE,
    };
    // `as` stays within the range of the type.
    (width.ceil() as u32, height.ceil() as u32)
}

/// A length in pixels of CSS; `None` for one that depends on where the picture stands.
fn pixels(length: &str) -> Option<f64> {
    let length = length.trim();
    let end =
        length.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))).unwrap_or(length.len());
    let (number, unit) = length.split_at(end);
    let number: f64 = number.parse().ok()?;
    let factor = match unit.trim() {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        _ => return None,
    };
    (number >= 0.0).then_some(number * factor)
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn active(what: &str) -> ImageProblem {
    // A name from the file, kept to a length that a message can hold.
    ImageProblem::ActiveSvg(what.chars().take(60).collect())
}
