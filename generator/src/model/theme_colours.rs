//! The colours that a theme says in its style sheet: the custom properties of `:root`, on a light and
//! on a dark ground. Pictures are drawn in them, and the colours of editions are held against them.

use std::collections::BTreeMap;

use super::edition::Colour;

/// The colours of a theme by their names, such as `accent`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ThemeColours {
    light: BTreeMap<String, Colour>,
    dark: BTreeMap<String, Colour>,
}

/// What the colours of editions are held against.
#[derive(Debug, Clone)]
pub struct Grounds {
    /// The colours of the theme.
    pub colours: ThemeColours,
    /// The edition that is built with the theme, where others are built with other themes; absent: all
    /// of them are held against it.
    pub only: Option<String>,
}

impl ThemeColours {
    /// Reads a style sheet. Only colours written as `#rgb` or `#rrggbb` are known; what is said for
    /// forced colours, more contrast or paper alone does not count.
    pub fn read(style_sheet: &str) -> ThemeColours {
        let mut colours = ThemeColours::default();
        // What stands before each brace that is open.
        let mut open: Vec<String> = Vec::new();
        let mut text = String::new();
        for letter in without_comments(style_sheet).chars() {
            match letter {
                '{' => open.push(std::mem::take(&mut text).trim().to_owned()),
                '}' | ';' => {
                    colours.take(&open, &text);
                    text.clear();
                    if letter == '}' {
                        open.pop();
                    }
                }
                _ => text.push(letter),
            }
        }
        colours
    }

    fn take(&mut self, open: &[String], declaration: &str) {
        let target = match open {
            [root] if root == ":root" => &mut self.light,
            [media, root] if root == ":root" && is_dark(media) => &mut self.dark,
            _ => return,
        };
        let Some((name, value)) = declaration.split_once(':') else { return };
        let (Some(name), Some(colour)) = (name.trim().strip_prefix("--"), colour(value.trim())) else {
            return;
        };
        target.insert(name.to_owned(), colour);
    }

    /// A colour on a light ground.
    pub fn light(&self, name: &str) -> Option<Colour> {
        self.light.get(name).copied()
    }

    /// A colour on a dark ground; what the theme does not say there is as on a light one.
    pub fn dark(&self, name: &str) -> Option<Colour> {
        self.dark.get(name).copied().or_else(|| self.light(name))
    }
}

fn is_dark(media: &str) -> bool {
    let media: String = media.split_whitespace().collect();
    media.starts_with("@media")
        && media.ends_with("(prefers-color-scheme:dark)")
        && media.matches('(').count() == 1
}

fn colour(text: &str) -> Option<Colour> {
    let doubled = |digits: &str| digits.chars().flat_map(|digit| [digit, digit]).collect::<String>();
    let short = text.strip_prefix('#').filter(|digits| digits.len() == 3);
    Colour::parse(&short.map_or_else(|| text.to_owned(), |digits| format!("#{}", doubled(digits))))
}

fn without_comments(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("/*") {
        plain.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_of_the_root_are_read_by_scheme_and_no_others() {
        let css = "/* --a:#000 */@font-face{src:url(a.woff2)}:root{color-scheme:light dark;--a:#FFF;\n--b: #0a5546 ;--t:1rem}\
                   @media screen and (prefers-color-scheme: dark){:root{--a:#101816}p{--b:#123456}}\
                   @media(forced-colors:active){:root{--a:#ff0000}}p{--a:#00ff00}";
        let colours = ThemeColours::read(css);
        let hex = |colour: Option<Colour>| colour.map(Colour::hex).unwrap_or_default();
        assert_eq!(hex(colours.light("a")), "#ffffff");
        assert_eq!(hex(colours.light("b")), "#0a5546");
        assert_eq!(hex(colours.dark("a")), "#101816");
        assert_eq!(hex(colours.dark("b")), "#0a5546");
        assert_eq!(colours.light("t"), None);
        assert_eq!(ThemeColours::read("}}{{:root{--a:#"), ThemeColours::default());
    }
}
