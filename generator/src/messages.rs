//! Interface texts, plurals, dates, numbers and collation: everything the site says in a reader's
//! language that is not content. Texts are Fluent files of the theme, one per language; plural
//! forms, dates, numbers and the order of names are ICU4X's. Rendering asks here and nowhere else, so no
//! template and no page holds a word of its own.

mod catalogue;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_datetime::input::Date;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

pub use catalogue::{check_catalogues, declared_messages};

/// One value that a message shows.
#[derive(Debug, Clone)]
pub enum Value {
    /// A number: chooses the plural form and is written with the separators of the language, by
    /// `PLURAL($n)` and `NUMBER($n)` in the text.
    Number(u64),
    /// A text, shown as it is.
    Text(String),
}

impl From<usize> for Value {
    fn from(number: usize) -> Value {
        Value::Number(number as u64)
    }
}
impl From<u64> for Value {
    fn from(number: u64) -> Value {
        Value::Number(number)
    }
}
impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

/// Why a language cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum MessagesError {
    /// The theme has no texts in it.
    #[error("the theme has no messages/{0}.ftl")]
    Absent(String),
    /// The Fluent file has a mistake.
    #[error("messages/{language}.ftl: {detail}")]
    Syntax {
        /// The language.
        language: String,
        /// What the parser says.
        detail: String,
    },
    /// No data for its dates, numbers or order.
    #[error("no data for dates, numbers or order in the language {language}: {detail}")]
    Data {
        /// The language.
        language: String,
        /// What the library says.
        detail: String,
    },
}

/// The interface of one language.
pub struct Messages {
    language: String,
    bundle: FluentBundle<FluentResource>,
    keys: BTreeMap<String, BTreeSet<String>>,
    day: DateTimeFormatter<YMD>,
    month: DateTimeFormatter<YM>,
    decimal: DecimalFormatter,
    collator: CollatorBorrowed<'static>,
    /// Keys asked for and not found. They fail the build when rendering is over, all at once.
    missing: Mutex<BTreeSet<String>>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Messages").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Messages {
    /// Reads the texts of a language from the source of its Fluent file.
    ///
    /// # Errors
    /// When the file has a syntax error, or ICU4X has no data for the language.
    pub fn parse(language: &str, source: &str) -> Result<Messages, MessagesError> {
        let syntax = |detail: String| MessagesError::Syntax { language: language.to_owned(), detail };
        let data = |detail: String| MessagesError::Data { language: language.to_owned(), detail };
        // Plain English would mean American dates; this is a European catalogue.
        let tag = if language == "en" { "en-GB" } else { language };
        let locale: Locale = tag.parse().map_err(|error| data(format!("{error}")))?;
        let identifier = language.parse().map_err(|error| data(format!("{error}")))?;
        let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
            syntax(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
        })?;
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // The isolation marks are for right-to-left scripts; the site has none, and they would
        // break texts that are compared or put into attributes.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|errors| {
            syntax(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
        })?;
        let decimal = || {
            DecimalFormatter::try_new((&locale).into(), Default::default())
                .map_err(|error| data(error.to_string()))
        };
        let grouped = decimal()?;
        bundle
            .add_function("NUMBER", move |positional, _| match positional.first() {
                Some(FluentValue::Number(number)) => {
                    FluentValue::from(grouped.format(&Decimal::from(number.value as i64)).to_string())
                }
                _ => FluentValue::Error,
            })
            .map_err(|error| syntax(error.to_string()))?;
        // Fluent's own plural rules take 111 for 1 in Latvian, so texts choose their form with
        // `PLURAL($n)`, which asks ICU4X.
        let rules =
            PluralRules::try_new_cardinal((&locale).into()).map_err(|error| data(error.to_string()))?;
        bundle
            .add_function("PLURAL", move |positional, _| match positional.first() {
                Some(FluentValue::Number(number)) => {
                    FluentValue::from(match rules.category_for(number.value as u64) {
                        PluralCategory::Zero => "zero",
                        PluralCategory::One => "one",
                        PluralCategory::Two => "two",
                        PluralCategory::Few => "few",
                        PluralCategory::Many => "many",
                        PluralCategory::Other => "other",
                    })
                }
                _ => FluentValue::Error,
            })
            .map_err(|error| syntax(error.to_string()))?;
        Ok(Messages {
            language: language.to_owned(),
            bundle,
            keys: declared_messages(source),
            day: DateTimeFormatter::try_new((&locale).into(), YMD::long())
                .map_err(|error| data(error.to_string()))?,
            month: DateTimeFormatter::try_new((&locale).into(), YM::long())
                .map_err(|error| data(error.to_string()))?,
            decimal: decimal()?,
            collator: Collator::try_new((&locale).into(), CollatorOptions::default())
                .map_err(|error| data(error.to_string()))?,
            missing: Mutex::new(BTreeSet::new()),
        })
    }

    /// The language, as an ISO 639-1 code.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// A text without values.
    pub fn text(&self, key: &str) -> String {
        self.format(key, [])
    }

    /// A text with its values filled in, or nothing where the language has none of that name.
    pub fn format_if_any<const N: usize>(&self, key: &str, values: [(&str, Value); N]) -> Option<String> {
        self.bundle.has_message(key).then(|| self.format(key, values))
    }

    /// A text with its values filled in.
    pub fn format<const N: usize>(&self, key: &str, values: [(&str, Value); N]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            if let Ok(mut missing) = self.missing.lock() {
                missing.insert(key.to_owned());
            }
            return format!("[{key}]");
        };
        let mut arguments = FluentArgs::with_capacity(N);
        for (name, value) in values {
            match value {
                Value::Number(number) => arguments.set(name.to_owned(), number as f64),
                Value::Text(text) => arguments.set(name.to_owned(), text),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        if !errors.is_empty()
            && let Ok(mut missing) = self.missing.lock()
        {
            missing.insert(format!("{key} ({})", errors[0]));
        }
        text
    }

    /// The names of all texts, each with the names of its values.
    pub fn declared(&self) -> impl Iterator<Item = (&str, &BTreeSet<String>)> {
        self.keys.iter().map(|(key, values)| (key.as_str(), values))
    }

    /// Every text that needs no value, by its name with underscores, as templates use it.
    pub fn plain_texts(&self) -> BTreeMap<String, String> {
        self.keys
            .iter()
            .filter(|(_, variables)| variables.is_empty())
            .map(|(key, _)| (key.replace('-', "_"), self.text(key)))
            .collect()
    }

    /// What was asked for so far and does not exist.
    pub fn missing_keys(&self) -> Vec<String> {
        self.missing.lock().map(|missing| missing.iter().cloned().collect()).unwrap_or_default()
    }

    /// A calendar day, a month or a year, as far as it is known, in words.
    pub fn date(&self, year: i32, month: Option<u8>, day: Option<u8>) -> String {
        let date = Date::try_new_iso(year, month.unwrap_or(1), day.unwrap_or(1));
        match (date, month, day) {
            (Ok(date), Some(_), Some(_)) => self.day.format(&date).to_string(),
            (Ok(date), Some(_), None) => self.month.format(&date).to_string(),
            _ => year.to_string(),
        }
    }

    /// A whole number with the separators of the language.
    pub fn number(&self, number: u64) -> String {
        match i64::try_from(number) {
            Ok(number) => self.decimal.format(&Decimal::from(number)).to_string(),
            Err(_) => number.to_string(),
        }
    }

    /// The size of a file in the largest unit that leaves at least 1, rounded.
    pub fn file_size(&self, bytes: u64) -> String {
        let (number, unit) = match bytes {
            0..1_000 => (Decimal::from(bytes), "size-bytes"),
            1_000..1_000_000 => (Decimal::from((bytes + 500) / 1_000), "size-kilobytes"),
            _ => {
                let mut tenths = Decimal::from((bytes + 50_000) / 100_000);
                tenths.multiply_pow10(-1);
                (tenths, "size-megabytes")
            }
        };
        self.format(unit, [("size", self.decimal.format(&number).to_string().into())])
    }

    /// The order of two names in a list; equal names are told apart by their bytes, so that the
    /// order never depends on where they stood before.
    pub fn compare_names(&self, left: &str, right: &str) -> Ordering {
        self.collator.compare(left, right).then_with(|| left.cmp(right))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "size-bytes = { $size } B\nsize-kilobytes = { $size } kB\nsize-megabytes = { $size } MB\ncount =\n    { PLURAL($n) ->\n        [zero] nulle { NUMBER($n) }\n        [one] viens { NUMBER($n) }\n       *[other] citi { NUMBER($n) }\n    }\n";

    fn messages(language: &str) -> Messages {
        Messages::parse(language, SOURCE).unwrap()
    }

    #[test]
    fn latvian_has_a_form_for_zero_and_teens_and_one_for_twenty_one() {
        let latvian = messages("lv");
        let count = |n: usize| latvian.format("count", [("n", n.into())]);
        assert_eq!(count(0), "nulle 0");
        assert_eq!(count(11), "nulle 11");
        assert_eq!(count(21), "viens 21");
        assert_eq!(count(22), "citi 22");
    }

    #[test]
    fn plural_forms_are_those_of_icu() {
        for language in ["en", "es", "it", "lv"] {
            // Plain English would mean American dates; this is a European catalogue.
            let tag = if language == "en" { "en-GB" } else { language };
            let locale: Locale = tag.parse().unwrap();
            let rules = PluralRules::try_new_cardinal((&locale).into()).unwrap();
            let messages = messages(language);
            for n in 0usize..230 {
                let expected = match rules.category_for(n) {
                    PluralCategory::Zero => "nulle",
                    PluralCategory::One => "viens",
                    _ => "citi",
                };
                let text = messages.format("count", [("n", n.into())]);
                assert_eq!(text.split(' ').next(), Some(expected), "{language} {n}");
            }
        }
    }

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        let date = |language| messages(language).date(2026, Some(3), Some(14));
        assert_eq!(date("en"), "14 March 2026");
        assert_eq!(date("es"), "14 de marzo de 2026");
        assert_eq!(date("it"), "14 marzo 2026");
        assert_eq!(date("lv"), "2026. gada 14. marts");
        assert_eq!(messages("lv").date(2026, None, None), "2026");
        assert_eq!(messages("it").date(2026, Some(3), None), "marzo 2026");
    }

    #[test]
    fn sizes_and_numbers_use_the_separators_of_the_language() {
        assert_eq!(messages("lv").file_size(1_250_000), "1,3 MB");
        assert_eq!(messages("en").file_size(213_700), "214 kB");
        assert_eq!(messages("it").number(12_345), "12.345");
    }

    #[test]
    fn names_are_ordered_as_a_dictionary_would() {
        let latvian = messages("lv");
        let mut names = vec!["Šablons", "Tests", "Saruna", "Čats", "Centrs", "Darbs"];
        names.sort_by(|a, b| latvian.compare_names(a, b));
        assert_eq!(names, ["Centrs", "Čats", "Darbs", "Saruna", "Šablons", "Tests"]);
        let mut spanish = vec!["ñu", "nube", "o", "nz"];
        spanish.sort_by(|a, b| messages("es").compare_names(a, b));
        assert_eq!(spanish, ["nube", "nz", "ñu", "o"]);
    }

    #[test]
    fn an_unknown_key_is_remembered_instead_of_panicking() {
        let messages = messages("en");
        assert_eq!(messages.text("no-such-text"), "[no-such-text]");
        assert_eq!(messages.missing_keys(), ["no-such-text"]);
    }
}
