//! Random histories of a process: three people who edit their copies, now and then with an editor, and merge.

use generator::process::fields::{NODE, Part, Shape, TOP};
use generator::process::{Document, Happening, Value, merge, normal, read_process, spread, write_process};

/// A sequence of numbers that is the same in every run (Knuth's generator, its upper bits).
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn pick<'t, T: ?Sized>(&mut self, from: &[&'t T]) -> &'t T {
        from[self.below(from.len())]
    }

    fn holds(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }
}

/// Texts that each reach another rule of the writer.
const PIECES: &[&str] = &[
    "Pieteikuma apraksta uzlabošana",
    "no",
    "TRUE",
    "null",
    "~",
    "- a",
    "a: b",
    "a #b",
    "# a",
    "'a'",
    "\"a\"",
    "\\n",
    " ",
    "  ",
    "\t",
    "a ",
    " a",
    "2026-03-14",
    "1e999",
    "0x1F",
    "[a, b]",
    "{a}",
    "*a",
    "&a",
    "!a",
    "|",
    ">",
    "%",
    "@",
    "`",
    "?",
    ":",
    "---",
    "...",
    "ā",
    "a\u{304}",
    "\u{1100}\u{1161}",
    "हिन्दी",
    "عربى",
    "北京",
    "😀",
    "𝒶",
    "ⓐ",
    "Ⅷ",
    "½",
    "\u{85}",
    "\u{2028}",
    "\u{a0}",
    "\u{feff}",
    "\u{ffff}",
    "\u{fffe}",
    "\u{1}",
    "\u{7f}",
    "\u{200b}",
    "\r\n",
    "\r",
    "<<",
    "=",
    "process: 1",
    "d'Arc’s +1 (x), y/z",
];
const WORDS: &[&str] = &["a", "b", "kanvas", "ideas-1", "2024", "no", "x-y-z"];
const IDS: &[&str] = &["a", "b", "ada", "x.y", "no", "12", "A-1", "true", "p_1"];
const KEYS: &[&str] =
    &["default/engage", "default/identify", "default/do-it", "other/engage", "own", "own-2", "z", "no", "3"];
const REPLICAS: [&str; 3] = ["aaaaaaaa", "b2b2b2b2", "zzzzzzzz"];

/// What became of a process in three hands.
pub struct History {
    pub copies: [Document; 3],
}

impl History {
    pub fn of(seed: u64) -> History {
        let mut numbers = Numbers(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut first = Document::new(format!("{:032x}", u128::from(seed)));
        for index in 0..numbers.below(4) {
            first.add_node(KEYS[index], if index == 0 { None } else { Some(KEYS[index - 1]) });
        }
        let first = settled(&first);
        let mut copies = [first.clone(), first.clone(), first];
        for _ in 0..numbers.below(30) {
            let at = numbers.below(3);
            match numbers.below(12) {
                0 => {
                    let other = numbers.below(3);
                    copies[at] = merge(&copies[at], &copies[other]).unwrap();
                }
                1 => add_node(&mut copies[at], &mut numbers, REPLICAS[at]),
                2 => {
                    let happening = happening(&mut numbers);
                    copies[at].add_happening(&format!("e{}", numbers.below(40)), happening);
                }
                3 if numbers.holds(3) => {
                    let text = edited(&write_process(&copies[at]), &mut numbers);
                    let read = read_process("p", &text).document;
                    if let Some(changed) = read.filter(|changed| changed.id() == copies[at].id()) {
                        copies[at] = changed;
                    }
                }
                _ => {
                    let mut changes = Vec::new();
                    for _ in 0..1 + numbers.below(3) {
                        changes.extend(change(&copies[at], &mut numbers));
                    }
                    copies[at].set_fields(REPLICAS[at], changes);
                }
            }
        }
        History { copies: copies.map(|copy| settled(&copy)) }
    }
}

/// A state as it is once it was in a file: positions that nobody set are there.
fn settled(document: &Document) -> Document {
    let text = write_process(document);
    let reading = read_process("p", &text);
    reading.document.unwrap_or_else(|| panic!("{:?}\n{text}", reading.diagnostics))
}

fn add_node(document: &mut Document, numbers: &mut Numbers, replica: &str) {
    let key = numbers.pick(KEYS);
    // Its place never changes, and so is the same in every copy.
    let place = KEYS.iter().position(|known| *known == key).unwrap_or_default();
    let parent = if place % 3 == 0 { None } else { Some(KEYS[place - 1]) };
    if parent.is_some_and(|parent| !document.places().contains_key(parent)) {
        return;
    }
    document.add_node(key, parent);
    if numbers.holds(2) {
        let position = Value::text(&spread(numbers.below(9), 9));
        document.set_fields(replica, [(format!("node {key} position"), position)]);
    }
}

fn happening(numbers: &mut Numbers) -> Happening {
    Happening {
        date: format!("2026-0{}-1{}", 1 + numbers.below(9), numbers.below(10)),
        person: numbers.holds(2).then(|| numbers.pick(IDS).to_owned()),
        what: numbers.pick(&["added", "used", "status"]).to_owned(),
        node: numbers.holds(2).then(|| numbers.pick(KEYS).to_owned()),
        detail: line(numbers).filter(|text| !text.is_empty()),
    }
}

/// A field and a value for it.
fn change(document: &Document, numbers: &mut Numbers) -> Option<(String, Option<Value>)> {
    let nodes: Vec<&String> = document.places().keys().collect();
    let (prefix, parts) = if nodes.is_empty() || numbers.holds(3) {
        (String::new(), TOP)
    } else {
        (format!("node {} ", nodes[numbers.below(nodes.len())]), NODE)
    };
    let (path, shape) = match parts[numbers.below(parts.len())] {
        Part::Field(field) => (format!("{prefix}{}", field.name), field.shape),
        Part::Items(collection) => {
            let field = collection.fields[numbers.below(collection.fields.len())];
            (format!("{prefix}{} {} {}", collection.item, numbers.pick(IDS), field.name), field.shape)
        }
    };
    if numbers.holds(6) {
        return Some((path, None));
    }
    let value = if shape.is_list() {
        let items: Vec<String> = (0..1 + numbers.below(3)).filter_map(|_| one(shape, numbers)).collect();
        Value::list(items.iter().map(String::as_str))
    } else {
        Value::text(&one(shape, numbers)?)
    };
    Some((path, value))
}

fn one(shape: Shape, numbers: &mut Numbers) -> Option<String> {
    Some(match shape {
        Shape::Line | Shape::Lines => line(numbers)?,
        Shape::Text => {
            let pieces =
                (0..1 + numbers.below(8)).map(|_| if numbers.holds(3) { "\n" } else { numbers.pick(PIECES) });
            pieces.collect()
        }
        Shape::Day => format!("2024-02-{:02}", 1 + numbers.below(29)),
        Shape::Address => format!("https://example.org/{}?a=b#c", numbers.pick(WORDS)),
        Shape::Logo => "data:image/png;base64,iVBORw0KGgo=".to_owned(),
        Shape::Slug => numbers.pick(WORDS).to_owned(),
        Shape::Id | Shape::Ids => numbers.pick(IDS).to_owned(),
        Shape::Key | Shape::Keys => numbers.pick(KEYS).to_owned(),
        Shape::Process => format!("{:032x}", numbers.below(1 << 20)),
        Shape::Position => spread(numbers.below(50), 50),
        Shape::Flag => "true".to_owned(),
        Shape::Term(terms) | Shape::Terms(terms) => numbers.pick(terms).to_owned(),
    })
}

fn line(numbers: &mut Numbers) -> Option<String> {
    let text: String = (0..1 + numbers.below(3)).map(|_| numbers.pick(PIECES)).collect();
    let text = normal(&text);
    (!text.contains('\n')).then_some(text)
}

/// A file that was changed with an editor above the lines that the program keeps. Who changes those makes copies
/// that say they know of edits they have lost; then the order of merges may matter.
fn edited(text: &str, numbers: &mut Numbers) -> String {
    let (above, kept) = text.split_at(text.find("\n# Kept by").unwrap_or(text.len()));
    damage(above, numbers, 1) + kept
}

/// A text with a few changes such as hands and bad copies make: of a line, of a word, of the layout.
pub fn damage(text: &str, numbers: &mut Numbers, changes: usize) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..changes {
        if lines.len() < 4 {
            break;
        }
        let at = 2 + numbers.below(lines.len() - 2);
        match numbers.below(11) {
            0 | 1 => drop(lines.remove(at)),
            2 => lines.insert(at, lines[at].clone()),
            3 => {
                let other = 2 + numbers.below(lines.len() - 2);
                lines.swap(at, other);
            }
            4 | 5 => {
                if let Some(colon) = lines[at].find(": ") {
                    lines[at].replace_range(colon + 2.., numbers.pick(PIECES));
                }
            }
            6 => {
                if let Some(colon) = lines[at].find(": ") {
                    let ids =
                        [IDS, KEYS, WORDS, &["true", "done", "\"\"", "1 aaaaaaaa 00000000", "", "citizens"]];
                    let ids = ids[numbers.below(ids.len())];
                    lines[at].replace_range(colon + 2.., numbers.pick(ids));
                }
            }
            7 => {
                let letters: Vec<(usize, char)> = lines[at].char_indices().collect();
                if let Some((place, letter)) = letters.get(numbers.below(letters.len().max(1))) {
                    let range = *place..place + letter.len_utf8();
                    lines[at].replace_range(range, numbers.pick(&["", "x", ":", " ", "'", "\"", "#", "-"]));
                }
            }
            8 => lines[at].push_str(numbers.pick(&[" ", "  # a note", " x", "\t"])),
            9 => lines[at].insert_str(0, numbers.pick(&[" ", "  ", "# ", "- "])),
            _ => {
                // The tail goes, as it does when a file was not wholly sent.
                if numbers.holds(4) {
                    lines.truncate(at);
                }
            }
        }
    }
    lines.join("\n") + "\n"
}
