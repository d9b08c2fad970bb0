//! A white-label site made of the same content: its own name, logo, colours, languages and choice of
//! entries. Its colours are refused where people could not read them.

use super::address::BaseUrl;
use super::kind::Kind;
use super::site::ByLanguage;
use super::slug::Slug;
use super::theme_colours::ThemeColours;
use std::collections::{BTreeMap, BTreeSet};

/// What `editions/<slug>/edition.yaml` says. What is absent is as `site.yaml` says.
#[derive(Debug, Clone, Default)]
pub struct Edition {
    /// The name of the site, per language.
    pub name: ByLanguage,
    /// What it is for, in one line, per language.
    pub tagline: ByLanguage,
    /// Some of the site's languages, in its own fallback order.
    pub languages: Vec<String>,
    /// Where it is published.
    pub base_url: Option<BaseUrl>,
    /// Whom readers can write to.
    pub contact: Option<String>,
    /// Slugs of the pages listed in the footer.
    pub menu: Option<Vec<Slug>>,
    /// The schema the home page shows.
    pub default_schema: Option<Slug>,
    /// Its colours, by scheme.
    pub colours: Colours,
    /// Its logo: path below the content folder, width and height in pixels.
    pub logo: Option<(String, u32, u32)>,
    /// What it shows.
    pub selection: Selection,
}

/// Which entries an edition shows. An empty list asks for nothing, so all of them are shown.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Interlinkers of these themes.
    pub themes: BTreeSet<String>,
    /// Interlinkers that these publish.
    pub publishers: BTreeSet<Slug>,
    /// These Interlinkers, whatever else is asked for.
    pub interlinkers: BTreeSet<Slug>,
    /// Stories, calls and organisations of these countries.
    pub countries: BTreeSet<String>,
    /// Never these.
    pub leave_out: BTreeSet<(Kind, Slug)>,
}

/// Colours by their token of the theme, `#rrggbb`, in the light and in the dark scheme.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Colours {
    /// On a light ground.
    pub light: BTreeMap<&'static str, Colour>,
    /// On a dark ground.
    pub dark: BTreeMap<&'static str, Colour>,
}

/// A colour of the screen: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// `#rrggbb`.
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(())?;
        Some(Colour([part(0)?, part(2)?, part(4)?]))
    }

    /// The text of it, in lower case.
    pub fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// How light it is, from 0 to 1 (WCAG 2.2, relative luminance).
    fn luminance(self) -> f64 {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0;
        0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
    }

    /// How far two colours are apart, from 1 to 21 (WCAG 2.2, contrast ratio).
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }
}

/// The tokens an edition may set.
pub const TOKENS: [&str; 6] = ["accent", "deep", "on-accent", "citizen", "company", "admin"];

/// Text that is read (WCAG 1.4.3).
const FOR_TEXT: f64 = 4.5;
/// Lines and shapes that carry meaning (WCAG 1.4.11).
const FOR_LINES: f64 = 3.0;

/// A pair of colours that is too close.
#[derive(Debug, Clone, PartialEq)]
pub struct TooClose {
    /// `light` or `dark`.
    pub scheme: &'static str,
    /// The token that was set, or has to be.
    pub token: &'static str,
    /// What it stands on.
    pub ground: &'static str,
    /// The ratio of the pair.
    pub ratio: f64,
    /// What is needed.
    pub needed: f64,
}

impl Colours {
    /// Whether the edition sets none.
    pub fn is_empty(&self) -> bool {
        self.light.is_empty() && self.dark.is_empty()
    }

    /// Every pair that people could not tell apart, with the theme's colours where none is set. What
    /// the theme does not say either is judged by nobody.
    pub fn too_close(&self, theme: &ThemeColours) -> Vec<TooClose> {
        const PAIRS: [(&str, &str, f64); 9] = [
            ("accent", "ground", FOR_TEXT),
            ("accent", "band", FOR_TEXT),
            ("deep", "ground", FOR_TEXT),
            ("deep", "band", FOR_TEXT),
            ("on-accent", "accent", FOR_TEXT),
            ("on-accent", "deep", FOR_TEXT),
            ("citizen", "ground", FOR_LINES),
            ("company", "ground", FOR_LINES),
            ("admin", "ground", FOR_LINES),
        ];
        let mut found = Vec::new();
        for (scheme, own) in [("light", &self.light), ("dark", &self.dark)] {
            if own.is_empty() {
                continue;
            }
            let colour = |name: &str| {
                let of_theme = if scheme == "light" { theme.light(name) } else { theme.dark(name) };
                own.get(name).copied().or(of_theme)
            };
            for (token, ground, needed) in PAIRS {
                let (Some(above), Some(below)) = (colour(token), colour(ground)) else { continue };
                let ratio = above.contrast(below);
                if ratio < needed {
                    found.push(TooClose { scheme, token, ground, ratio, needed });
                }
            }
        }
        found
    }

    /// The style sheet that sets them. Forced colours stay the reader's, and paper is never dark.
    pub fn style_sheet(&self) -> String {
        let block = |query: &str, colours: &BTreeMap<&'static str, Colour>| {
            if colours.is_empty() {
                return String::new();
            }
            let set: Vec<String> =
                colours.iter().map(|(token, colour)| format!("--{token}:{}", colour.hex())).collect();
            format!("@media {query}{{:root{{{}}}}}\n", set.join(";"))
        };
        block("(forced-colors:none)", &self.light)
            + &block("screen and (forced-colors:none) and (prefers-color-scheme:dark)", &self.dark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colours(light: &[(&'static str, &str)], dark: &[(&'static str, &str)]) -> Colours {
        let read = |pairs: &[(&'static str, &str)]| {
            pairs.iter().map(|(token, text)| (*token, Colour::parse(text).unwrap())).collect()
        };
        Colours { light: read(light), dark: read(dark) }
    }

    #[test]
    fn the_ratio_is_that_of_wcag() {
        let colour = |text| Colour::parse(text).unwrap();
        assert_eq!(colour("#000000").contrast(colour("#ffffff")), 21.0);
        assert!((colour("#777777").contrast(colour("#ffffff")) - 4.48).abs() < 0.01);
        assert_eq!(Colour::parse("#0A5546").map(Colour::hex).as_deref(), Some("#0a5546"));
        for bad in ["0a5546", "#0a554", "#0a55466", "#0a55+6", "red", "#ā5546"] {
            assert_eq!(Colour::parse(bad), None, "{bad}");
        }
    }

    fn default_theme() -> ThemeColours {
        crate::render::theme::Theme::embedded().colours()
    }

    #[test]
    fn the_themes_own_colours_pass() {
        let theme = default_theme();
        let light = TOKENS.into_iter().filter_map(|token| Some((token, theme.light(token)?))).collect();
        let dark = TOKENS.into_iter().filter_map(|token| Some((token, theme.dark(token)?))).collect();
        let own = Colours { light, dark };
        assert_eq!((own.light.len(), own.dark.len()), (TOKENS.len(), TOKENS.len()));
        assert_eq!(own.too_close(&theme), []);
    }

    #[test]
    fn colours_are_judged_by_the_ground_that_the_theme_has() {
        let theme = ThemeColours::read(":root{--ground:#000;--band:#111111}");
        let pale = colours(&[("accent", "#cfe0ff"), ("deep", "#ffffff"), ("on-accent", "#000000")], &[]);
        assert_eq!(pale.too_close(&theme), []);
        assert!(!pale.too_close(&default_theme()).is_empty());
    }

    #[test]
    fn pale_links_and_pale_strands_are_found_in_their_scheme() {
        let found = colours(&[("accent", "#8899aa"), ("company", "#ffe000")], &[("accent", "#222222")]);
        let told: Vec<String> = found
            .too_close(&default_theme())
            .iter()
            .map(|pair| format!("{} {} on {}", pair.scheme, pair.token, pair.ground))
            .collect();
        assert_eq!(
            told,
            [
                "light accent on ground",
                "light accent on band",
                "light on-accent on accent",
                "light company on ground",
                "dark accent on ground",
                "dark accent on band",
                "dark on-accent on accent",
            ]
        );
    }

    #[test]
    fn a_style_sheet_leaves_forced_colours_alone() {
        let sheet = colours(&[("accent", "#123456")], &[("accent", "#abcdef")]).style_sheet();
        assert_eq!(
            sheet,
            "@media (forced-colors:none){:root{--accent:#123456}}\n\
             @media screen and (forced-colors:none) and (prefers-color-scheme:dark){:root{--accent:#abcdef}}\n"
        );
    }
}
