//! What a shared link shows (Open Graph, <https://ogp.me/>): title, language and a picture, in the
//! colours, with the name and the logo of the edition. One picture per language for the site, each
//! nature and each kind; where it is asked for, one for each entry, with its words.
//!
//! The drawing is a template of the theme (`share.svg`), its fonts are those in the theme's `share/`;
//! without either, pages name no picture. Where words go and how large they are is found out here.
//! The pictures lie beside the pages in `share/`, apart from what readers keep or take along.

mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use super::layout::Head;
use super::scope::Scope;
use super::templates::{Shared, TemplateError, Templates};
use super::theme::Theme;
use super::{RenderError, Rendering};
use crate::digest::{Digest, Hasher};
use crate::media::{Cache, Inset, Typeface, Undrawn, drawn_once};
use crate::model::edition::{Colour, Edition};
use crate::model::entry::{Entry, Nature};
use crate::model::kind::Kind;
use crate::model::site::{Asset, pick};
use crate::model::slug::Slug;
use crate::model::theme_colours::ThemeColours;
use words::{Fitted, Room, fit};

/// The folder of the site with the pictures.
const FOLDER: &str = "share";
/// The template of the drawing.
const TEMPLATE: &str = "share.svg";
/// Width and height in pixels: what most services show uncut.
const SIZE: (u32, u32) = (1200, 630);
/// From the left edge to everything.
const MARGIN: u32 = 72;
/// The logo in the white band at the foot: its height at most, its width at most, its middle.
const LOGO: (u32, u32, u32) = (88, 264, 546);

/// The title of an entry, below the line that says what it is.
const TITLE: Room =
    Room { width: 1056.0, height: 312.0, sizes: (84, 18), leading: 1.12, lines: 3, weight: 700 };
/// Where [`TITLE`] begins.
const TITLE_TOP: f64 = 128.0;
/// The name of a kind, below its large sign.
const KIND_TITLE: Room = Room { height: 230.0, sizes: (96, 18), lines: 2, ..TITLE };
/// Where [`KIND_TITLE`] begins.
const KIND_TITLE_TOP: f64 = 204.0;
/// A summary, in what the title leaves.
const SUMMARY: Room =
    Room { width: 1056.0, height: 0.0, sizes: (34, 28), leading: 1.35, lines: 5, weight: 400 };
/// Between title and summary.
const GAP: f64 = 26.0;
/// The name of the site, in the white band.
const NAME: Room = Room { width: 0.0, height: 112.0, sizes: (42, 18), leading: 1.15, lines: 2, weight: 700 };
/// Where the name of the site has to end, before the plait.
const NAME_END: u32 = 800;

/// What a picture is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    Site,
    Nature(Nature),
    Kind(Kind),
    Entry(Kind, Slug),
}

/// Which pictures are drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ShareScope {
    /// One for the site, each nature and each kind.
    #[default]
    Kinds,
    /// One for each entry besides.
    Entries,
}

/// What a shared link shows.
#[derive(Debug, Serialize)]
pub(super) struct Share {
    title: String,
    kind: &'static str,
    locale: Option<&'static str>,
    picture: Option<SharePicture>,
}

/// The picture of a shared link.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SharePicture {
    url: String,
    width: u32,
    height: u32,
    alternative: String,
}

/// The pictures of a site, by language and what they are of.
pub(super) type Pictures = BTreeMap<(String, Subject), SharePicture>;

/// A file of the site that holds a picture.
#[derive(Debug, Clone)]
pub struct PictureFile {
    /// Its path below the root of the site.
    pub path: String,
    /// Its content.
    pub asset: Asset,
}

/// What a theme draws pictures with.
#[derive(Debug)]
pub(super) struct Studio {
    typeface: Typeface,
    colours: ThemeColours,
    /// The digest of the template, its signs and the fonts.
    digest: Digest,
}

impl Studio {
    /// The studio of a theme; `None` where it has no drawing or no font for it.
    pub(super) fn new(theme: &Theme, colours: ThemeColours) -> Option<Studio> {
        let drawing = theme.text(&format!("templates/{TEMPLATE}"))?;
        let is_font = |name: &str| name.ends_with(".ttf") || name.ends_with(".otf");
        let fonts = theme.files_below("share").filter(|(name, _)| is_font(name));
        let typeface = Typeface::new(fonts.map(|(_, bytes)| bytes))?;
        let mut hasher = Hasher::default();
        for text in [drawing, theme.text("templates/symbols.svg").unwrap_or_default()] {
            hasher.update(format!("{}\n{text}", text.len()).as_bytes());
        }
        hasher.update(&typeface.digest().0);
        Some(Studio { typeface, colours, digest: hasher.finish() })
    }
}

/// Everything a picture depends on besides the theme.
#[derive(Serialize)]
struct Order<'o> {
    language: &'o str,
    /// The id of a sign of the theme.
    sign: Option<String>,
    /// Whether the sign has lines instead of areas.
    is_line_sign: bool,
    /// What an entry is, above its title.
    kind: Option<String>,
    title: String,
    summary: Option<String>,
    site: &'o str,
    colours: &'o BTreeMap<&'static str, String>,
    logo: Option<&'o Logo>,
}

/// The logo of the edition in the picture.
#[derive(Serialize)]
struct Logo {
    digest: String,
    size: (u32, u32),
    #[serde(skip)]
    bytes: Arc<[u8]>,
}

impl Logo {
    fn of(rendering: &Rendering<'_>, edition: &Edition) -> Option<Logo> {
        let (path, width, height) = edition.logo.as_ref()?;
        let bytes = match rendering.site.assets.get(path)? {
            Asset::File(place) => std::fs::read(place).ok()?.into(),
            Asset::Bytes(bytes) => Arc::clone(bytes),
        };
        Some(Logo { digest: Digest::of(&bytes).hex(32), size: logo_size(*width, *height), bytes })
    }

    fn place(&self) -> (u32, u32) {
        (MARGIN, LOGO.2 - self.size.1 / 2)
    }
}

/// As large as its room allows, in its own shape.
fn logo_size(width: u32, height: u32) -> (u32, u32) {
    let (width, height) = (f64::from(width.max(1)), f64::from(height.max(1)));
    let scale = (f64::from(LOGO.0) / height).min(f64::from(LOGO.1) / width);
    let pixels = |length: f64| ((length * scale).round() as u32).max(1);
    (pixels(width), pixels(height))
}

/// What the template sees.
#[derive(Serialize)]
struct DrawingView<'v> {
    language: &'v str,
    width: u32,
    height: u32,
    sign: Option<&'v str>,
    /// The grid the sign is drawn on, and whether it has lines instead of areas.
    sign_grid: u32,
    is_line_sign: bool,
    kind: Option<&'v str>,
    title: Lines,
    summary: Option<Lines>,
    site: Lines,
    /// Where the name of the site begins, behind the logo.
    site_left: u32,
    colours: &'v BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
struct Lines {
    size: u32,
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    text: String,
    /// The line the letters stand on, from the top.
    y: f64,
}

impl Lines {
    fn new(fitted: Fitted, room: &Room, top: f64) -> Lines {
        let size = f64::from(fitted.size);
        // Capitals are 0.67 high; the first stand at the top of the room.
        let first = top + size * 0.74;
        let place = |number: usize| first + number as f64 * room.leading * size;
        let lines = fitted.lines.into_iter().enumerate();
        let lines =
            lines.map(|(number, text)| Line { text, y: (place(number) * 10.0).round() / 10.0 }).collect();
        Lines { size: fitted.size, lines }
    }
}

fn height(fitted: &Fitted, room: &Room) -> f64 {
    fitted.lines.len() as f64 * room.leading * f64::from(fitted.size)
}

/// A picture: what it is of and in which language, what pages say about it, and its file.
type Drawn = ((String, Subject), SharePicture, PictureFile);

impl Rendering<'_> {
    /// Draws the pictures of shared links, so that the pages name them. A site that does not know its
    /// own address has none: a link to them could not be written.
    ///
    /// # Errors
    /// When the drawing of the theme has a mistake.
    pub fn draw_share_pictures(
        &mut self,
        cache: &Cache,
        scope: ShareScope,
    ) -> Result<Vec<PictureFile>, RenderError> {
        let Some(studio) = self.renderer.studio.as_ref().filter(|_| !self.origin.is_empty()) else {
            return Ok(Vec::new());
        };
        let edition = self.site.settings.edition.as_ref().map(|(_, edition)| edition);
        let colours = colours(&studio.colours, edition);
        let logo = edition.and_then(|edition| Logo::of(self, edition));
        let subjects: Vec<(&String, Subject)> = self
            .site
            .settings
            .languages
            .iter()
            .flat_map(|language| self.subjects(scope).into_iter().map(move |subject| (language, subject)))
            .collect();
        let drawn: Vec<Option<Drawn>> = subjects
            .into_par_iter()
            .map(|(language, subject)| {
                let scope = self.scope(language)?;
                let order = self.order(&scope, &subject, &colours, logo.as_ref());
                let alternative = alternative(&order);
                let key = serde_json::to_vec(&(studio.digest.hex(32), &order)).unwrap_or_default();
                let made = drawn_once(cache, &key, SIZE, || draw(studio, &self.renderer.templates, &order));
                let picture = match made {
                    Ok(picture) => picture,
                    Err(Undrawn::Broken(problem)) => {
                        let error = TemplateError::new(&format!("the drawing is no SVG: {problem}"));
                        return Err(RenderError::Template { page: format!("templates/{TEMPLATE}"), error });
                    }
                    // The page shows the picture of its kind, or that of the site.
                    Err(Undrawn::MissingLetter | Undrawn::TooLong) => return Ok(None),
                };
                let path = format!("{FOLDER}/{}", picture.name);
                let facts =
                    SharePicture { url: self.absolute(&path), width: SIZE.0, height: SIZE.1, alternative };
                let file = PictureFile { path, asset: picture.asset };
                Ok(Some(((language.clone(), subject), facts, file)))
            })
            .collect::<Result<_, RenderError>>()?;
        let mut files = Vec::new();
        for (key, facts, file) in drawn.into_iter().flatten() {
            self.pictures.insert(key, facts);
            files.push(file);
        }
        // Two languages may say the same.
        files.sort_by(|left, right| left.path.cmp(&right.path));
        files.dedup_by(|left, right| left.path == right.path);
        Ok(files)
    }

    /// Names the pictures of another rendering of the same site, where they are published.
    pub fn name_pictures_of(&mut self, other: &Rendering<'_>) {
        self.pictures.clone_from(&other.pictures);
    }

    /// The natures and kinds that some entry has, and the entries.
    fn subjects(&self, scope: ShareScope) -> Vec<Subject> {
        let mut subjects = vec![Subject::Site];
        let natures = Nature::ALL.into_iter();
        subjects.extend(
            natures
                .filter(|nature| self.site.interlinkers.values().any(|item| item.nature == *nature))
                .map(Subject::Nature),
        );
        let kinds = Kind::ALL.into_iter().filter(|kind| !matches!(kind, Kind::Interlinker | Kind::Page));
        subjects.extend(kinds.filter(|kind| !self.site.entries(*kind).is_empty()).map(Subject::Kind));
        if scope == ShareScope::Entries {
            for kind in Kind::ALL {
                let entries = self.site.entries(kind).into_iter();
                subjects.extend(entries.map(|entry| Subject::Entry(kind, entry.slug.clone())));
            }
        }
        subjects
    }

    fn order<'o>(
        &'o self,
        scope: &Scope<'o>,
        subject: &Subject,
        colours: &'o BTreeMap<&'static str, String>,
        logo: Option<&'o Logo>,
    ) -> Order<'o> {
        let settings = &self.site.settings;
        let site = self.frames.get(scope.language).map_or("Interlink", |frame| frame.name.as_str());
        let tagline = pick(&settings.tagline, scope.language, &settings.languages).map(str::to_owned);
        let sign = |name: &str| Some(format!("s-{name}"));
        let is_line_sign = matches!(subject, Subject::Kind(Kind::Problem) | Subject::Entry(Kind::Problem, _));
        let (sign, kind, title, summary) = match subject {
            // The name stands below in any case.
            Subject::Site => (None, None, tagline.unwrap_or_else(|| site.to_owned()), None),
            Subject::Nature(nature) => {
                (sign(nature.id()), None, scope.term("nature", nature.id()).to_owned(), tagline)
            }
            Subject::Kind(kind) => {
                let title = scope.messages.text(kind.folder());
                (kind_sign(*kind).and_then(sign), None, title, tagline)
            }
            Subject::Entry(kind, slug) => {
                let (own, label) = self.what_it_is(scope, *kind, slug);
                let entry = scope.find(*kind, slug);
                let text =
                    |field| entry.and_then(|entry: &Entry| scope.text(entry, field)).map(|text| text.text);
                (own.and_then(|own| sign(&own)), label, text("name").unwrap_or_default(), text("summary"))
            }
        };
        let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        Order {
            language: scope.language,
            sign,
            is_line_sign,
            kind,
            title: one_line(title),
            summary: summary.map(one_line).filter(|text| !text.is_empty()),
            site,
            colours,
            logo,
        }
    }

    /// The sign of an entry and the word for what it is.
    fn what_it_is(&self, scope: &Scope<'_>, kind: Kind, slug: &Slug) -> (Option<String>, Option<String>) {
        let site = self.site;
        match kind {
            Kind::Interlinker => {
                let nature = site.interlinkers.get(slug).map(|item| item.nature.id());
                (nature.map(str::to_owned), nature.map(|nature| scope.term("nature", nature).to_owned()))
            }
            Kind::Problem => {
                let family = site.problems.get(slug).map(|problem| problem.family.clone());
                (family, Some(scope.messages.text("problem")))
            }
            Kind::Page => (None, None),
            _ => (kind_sign(kind).map(str::to_owned), Some(scope.messages.text(kind.name()))),
        }
    }

    /// What a shared link to a page shows; none where the page has no whole address.
    pub(super) fn share_facts(&self, scope: &Scope<'_>, head: &Head) -> Option<Share> {
        if head.is_hidden || head.is_root || self.origin.is_empty() {
            return None;
        }
        let is_article = matches!(head.entry, Some((Kind::Story | Kind::News, _)));
        Some(Share {
            title: head.title.clone(),
            kind: if is_article { "article" } else { "website" },
            locale: locale(scope.language),
            picture: self.share_picture(scope, head),
        })
    }

    /// The picture of what a page shows: its own, else that of its nature or kind, else that of the
    /// site.
    fn share_picture(&self, scope: &Scope<'_>, head: &Head) -> Option<SharePicture> {
        let mut subjects = Vec::new();
        if let Some((kind, slug)) = &head.entry {
            subjects.push(Subject::Entry(*kind, slug.clone()));
            let nature = self.site.interlinkers.get(slug).filter(|_| *kind == Kind::Interlinker);
            subjects.push(nature.map_or(Subject::Kind(*kind), |item| Subject::Nature(item.nature)));
        }
        subjects.push(Subject::Site);
        let find = |subject| self.pictures.get(&(scope.language.to_owned(), subject));
        subjects.into_iter().find_map(find).cloned()
    }
}

/// The sign of a kind, where all its entries have the same.
fn kind_sign(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Schema | Kind::Story | Kind::Call => Some("dia"),
        Kind::Problem => Some("find"),
        Kind::Interlinker | Kind::Organisation | Kind::News | Kind::Page => None,
    }
}

/// What somebody hears who does not see the picture: the words in it.
fn alternative(order: &Order<'_>) -> String {
    let title = match &order.kind {
        Some(kind) => format!("{kind}: {}", order.title),
        None => order.title.clone(),
    };
    if title == order.site { title } else { format!("{title} – {}", order.site) }
}

/// The colours of a picture: those of the edition, where it has its own, else those of the theme. An
/// edition with colours but no strands has its plait in one of them, and not in those of Interlink.
fn colours(theme: &ThemeColours, edition: Option<&Edition>) -> BTreeMap<&'static str, String> {
    const STRANDS: [&str; 3] = ["citizen", "company", "admin"];
    let own = edition.map(|edition| &edition.colours.light);
    let has = |names: &[&str]| own.is_some_and(|own| names.iter().any(|name| own.contains_key(name)));
    let is_plain = has(&["accent", "deep"]) && !has(&STRANDS);
    let colour = |name: &str| {
        let name = if is_plain && STRANDS.contains(&name) { "accent" } else { name };
        let own = own.and_then(|own| own.get(name)).copied();
        own.or_else(|| theme.light(name)).unwrap_or(Colour([0, 0, 0])).hex()
    };
    // Templates reach values by names without a hyphen.
    let names = [("on_accent", "on-accent")].into_iter();
    let plain = ["ground", "accent", "deep"].into_iter().chain(STRANDS).map(|name| (name, name));
    names.chain(plain).map(|(key, name)| (key, colour(name))).collect()
}

fn draw(studio: &Studio, templates: &Templates, order: &Order<'_>) -> Result<Vec<u8>, Undrawn> {
    let has_large_sign = order.sign.is_some() && order.kind.is_none();
    let (room, top) = if has_large_sign { (KIND_TITLE, KIND_TITLE_TOP) } else { (TITLE, TITLE_TOP) };
    let words = |text: &str, room: &Room| fit(&studio.typeface, text, room);
    let title = words(&order.title, &room)?.ok_or(Undrawn::TooLong)?;
    let below = top + height(&title, &room) + GAP;
    let left = Room { height: top + room.height - below, ..SUMMARY };
    let summary = order.summary.as_deref().map(|text| words(text, &left)).transpose()?.flatten();
    let site_left = MARGIN + order.logo.map_or(0, |logo| logo.size.0 + 28);
    let name_room = Room { width: f64::from(NAME_END.saturating_sub(site_left)), ..NAME };
    let site = words(order.site, &name_room)?.ok_or(Undrawn::TooLong)?;
    let site_top = f64::from(LOGO.2) - height(&site, &name_room) / 2.0;
    let view = DrawingView {
        language: order.language,
        width: SIZE.0,
        height: SIZE.1,
        sign: order.sign.as_deref(),
        sign_grid: if order.is_line_sign { 16 } else { 24 },
        is_line_sign: order.is_line_sign,
        kind: order.kind.as_deref(),
        title: Lines::new(title, &room, top),
        summary: summary.map(|summary| Lines::new(summary, &left, below)),
        site: Lines::new(site, &name_room, site_top),
        site_left,
        colours: order.colours,
    };
    let broken = |error: TemplateError| Undrawn::Broken(error.to_string());
    let view = Shared::new(&view).map_err(broken)?;
    let svg = templates.render(TEMPLATE, &[("view", &view)]).map_err(broken)?;
    // Signs are drawn in the ink of the page they stand in.
    let svg = svg.replace("var(--ink)", order.colours.get("on_accent").map_or("#fff", String::as_str));
    let inset = order.logo.map(|logo| Inset { bytes: &logo.bytes, place: logo.place(), size: logo.size });
    studio.typeface.draw(&svg, SIZE, inset)
}

/// A language with a country, as Open Graph wants it: the official languages of the European Union, each with the
/// country that gives it most readers there. None for any other: a wrong country says more than no country.
fn locale(language: &str) -> Option<&'static str> {
    Some(match language {
        "bg" => "bg_BG",
        "cs" => "cs_CZ",
        "da" => "da_DK",
        "de" => "de_DE",
        "el" => "el_GR",
        "en" => "en_GB",
        "es" => "es_ES",
        "et" => "et_EE",
        "fi" => "fi_FI",
        "fr" => "fr_FR",
        "ga" => "ga_IE",
        "hr" => "hr_HR",
        "hu" => "hu_HU",
        "it" => "it_IT",
        "lt" => "lt_LT",
        "lv" => "lv_LV",
        "mt" => "mt_MT",
        "nl" => "nl_NL",
        "pl" => "pl_PL",
        "pt" => "pt_PT",
        "ro" => "ro_RO",
        "sk" => "sk_SK",
        "sl" => "sl_SI",
        "sv" => "sv_SE",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn edition(light: &[(&'static str, &str)]) -> Edition {
        let light = light.iter().map(|(name, text)| (*name, Colour::parse(text).unwrap())).collect();
        let colours = crate::model::edition::Colours { light, dark: BTreeMap::new() };
        Edition { colours, ..Edition::default() }
    }

    #[test]
    fn an_edition_has_its_own_colours_and_never_our_strands_beside_them() {
        let theme = ThemeColours::read(&Theme::embedded().text("static/style.css").unwrap());
        let ours = colours(&theme, None);
        assert_eq!((ours["deep"].as_str(), ours["citizen"].as_str()), ("#063a30", "#cf4a22"));
        assert_eq!(colours(&theme, Some(&edition(&[]))), ours);
        let theirs = colours(&theme, Some(&edition(&[("accent", "#0b4f8a"), ("deep", "#083a66")])));
        assert_eq!((theirs["deep"].as_str(), theirs["on_accent"].as_str()), ("#083a66", "#ffffff"));
        assert!(["citizen", "company", "admin"].iter().all(|strand| theirs[strand] == "#0b4f8a"));
        let strands = colours(&theme, Some(&edition(&[("deep", "#083a66"), ("company", "#123456")])));
        assert_eq!((strands["company"].as_str(), strands["citizen"].as_str()), ("#123456", "#cf4a22"));
    }

    #[test]
    fn a_logo_keeps_its_shape_inside_its_room() {
        assert_eq!(logo_size(64, 64), (88, 88));
        assert_eq!(logo_size(3000, 100), (264, 9));
        assert_eq!(logo_size(1, 150_000_000), (1, 88));
    }
}
