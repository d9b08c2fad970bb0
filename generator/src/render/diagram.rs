//! A schema -> a drawing of its tree (SVG), made once when the site is built: phases as columns,
//! objectives and tasks as diamonds on a thread, and lines from what comes before to what comes
//! after. The signs are those of the look: a diamond passes over its thread, and where two lines
//! cross, one passes over and the other leaves a gap.
//!
//! The drawing holds no colours and no fonts, only classes: the theme's style gives them, so that
//! it follows dark mode, forced colours and print. Texts are broken by the average widths of the
//! letters of the theme's font, since nothing here can measure them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::scope::Scope;
use crate::markdown::escape_html;
use crate::model::entry::{Node, Schema};

/// Width of a column.
const COLUMN: f64 = 260.0;
/// Where objectives and tasks hang, from the left edge of a column.
const OBJECTIVE_AT: f64 = 38.0;
/// See [`OBJECTIVE_AT`].
const TASK_AT: f64 = 50.0;
/// Where the names end.
const TEXT_END: f64 = COLUMN - 16.0;
/// The size of the letters of phases; objectives and tasks have the smallest of the look.
const PHASE_SIZE: f64 = 20.0;
/// See [`PHASE_SIZE`].
const SIZE: f64 = 14.0;
/// From one line of a name to the next.
const LINE: f64 = 18.0;
/// Lines that run beside the thread lie in so many lanes, so far apart.
const LANES: usize = 4;
/// See [`LANES`].
const LANE: f64 = 6.0;

/// The drawing of a schema, with the id that names its title.
pub fn draw(scope: &Scope<'_>, schema: &Schema, title: &str, description: &str) -> String {
    let phases: Vec<&Node> = schema.phases.iter().filter(|node| !node.retired).collect();
    let mut drawing = Drawing { scope, lines: String::new(), nodes: String::new(), height: 0.0 };
    let header = phases
        .iter()
        .map(|phase| wrap(&scope.node_name(phase).text, COLUMN - 48.0 - 16.0, PHASE_SIZE, true).len())
        .max()
        .unwrap_or(1);
    let top = 34.0 + header as f64 * 24.0;
    for (index, phase) in phases.iter().enumerate() {
        drawing.phase(index, phase, top);
    }
    drawing.strands(&phases);
    let width = COLUMN * phases.len().max(1) as f64;
    let height = drawing.height + 12.0;
    format!(
        "<svg class=\"map\" role=\"graphics-document\" aria-labelledby=\"map-title map-desc\" width=\"{width}\" \
         height=\"{height}\" viewBox=\"0 0 {width} {height}\" xmlns=\"http://www.w3.org/2000/svg\">\
         <title id=\"map-title\">{}</title><desc id=\"map-desc\">{}</desc>{}{}</svg>",
        escape_html(title),
        escape_html(description),
        drawing.lines,
        drawing.nodes,
    )
}

struct Drawing<'s, 'a> {
    scope: &'s Scope<'a>,
    lines: String,
    nodes: String,
    height: f64,
}

/// A node that lines lead to.
struct Spot<'n> {
    node: &'n Node,
    x: f64,
    y: f64,
    radius: f64,
    /// The number of its parent in the column, and its place among its siblings.
    place: (usize, usize),
}

impl Drawing<'_, '_> {
    fn phase(&mut self, index: usize, phase: &Node, top: f64) {
        let left = COLUMN * index as f64;
        let number = self.scope.messages.number(index as u64 + 1);
        let centre = left + 24.0;
        let _ = write!(
            self.nodes,
            "<a href=\"#{}\"><path class=\"p\" d=\"{}\"/>",
            phase.id,
            diamond(centre, 28.0, 20.0)
        );
        let _ =
            write!(self.nodes, "<text class=\"n\" x=\"{centre}\" y=\"34\">{}</text>", escape_html(&number));
        self.name(phase, left + 52.0, 34.0, TEXT_END - 52.0, PHASE_SIZE, "h");
        self.nodes.push_str("</a>");
        let mut y = top + 18.0;
        let mut spots: Vec<Spot<'_>> = Vec::new();
        for (place, objective) in phase.children.iter().filter(|node| !node.retired).enumerate() {
            let x = left + OBJECTIVE_AT;
            spots.push(Spot { node: objective, x, y, radius: 9.0, place: (usize::MAX, place) });
            let _ = write!(self.nodes, "<a href=\"#{}\"><path d=\"{}\"/>", objective.id, diamond(x, y, 9.0));
            y += self.name(objective, x + 18.0, y + 5.0, TEXT_END - OBJECTIVE_AT - 18.0, SIZE, "o") + 8.0;
            self.nodes.push_str("</a>");
            for (index, task) in objective.children.iter().filter(|node| !node.retired).enumerate() {
                let x = left + TASK_AT;
                spots.push(Spot { node: task, x, y, radius: 6.0, place: (place, index) });
                // The keyboard reaches each task in the list below; here it stops at objectives.
                let _ = write!(
                    self.nodes,
                    "<a href=\"#{}\" tabindex=\"-1\"><path d=\"{}\"/>",
                    task.id,
                    diamond(x, y, 6.0)
                );
                y += self.name(task, x + 14.0, y + 5.0, TEXT_END - TASK_AT - 14.0, SIZE, "t") + 8.0;
                self.nodes.push_str("</a>");
            }
            y += 14.0;
        }
        self.order(left, &spots);
        self.height = self.height.max(y);
    }

    /// Writes a name in as many lines as it needs; returns their height.
    fn name(&mut self, node: &Node, x: f64, y: f64, width: f64, size: f64, class: &str) -> f64 {
        let name = self.scope.node_name(node);
        let step = if size > SIZE { 24.0 } else { LINE };
        let language = name.lang.as_ref().map_or_else(String::new, |code| format!(" lang=\"{code}\""));
        let _ = write!(self.nodes, "<text class=\"{class}\" x=\"{x}\" y=\"{y}\"{language}>");
        let lines = wrap(&name.text, width, size, class != "t");
        for (index, line) in lines.iter().enumerate() {
            // The blank keeps words apart where the drawing is read as text.
            let blank = if index + 1 < lines.len() { " " } else { "" };
            let down = if index > 0 { step } else { 0.0 };
            let _ = write!(self.nodes, "<tspan x=\"{x}\" dy=\"{down}\">{}{blank}</tspan>", escape_html(line));
        }
        self.nodes.push_str("</text>");
        lines.len() as f64 * step
    }

    /// The lines of a column: along the thread from one sibling to the next that needs it, in a
    /// lane beside it where others stand between.
    fn order(&mut self, left: f64, spots: &[Spot<'_>]) {
        let by_id: BTreeMap<&str, &Spot<'_>> =
            spots.iter().map(|spot| (spot.node.id.as_str(), spot)).collect();
        let mut lane = 0;
        for spot in spots {
            let before = spot.node.prerequisites.iter().filter_map(|id| by_id.get(id.as_str()));
            for from in before.filter(|from| from.y < spot.y) {
                let is_next = from.place.0 == spot.place.0 && from.place.1 + 1 == spot.place.1;
                // Between two objectives lie tasks, whose diamonds hang beside the thread.
                if is_next {
                    let _ = write!(self.lines, "<path class=\"l\" d=\"M{} {}V{}\"/>", spot.x, from.y, spot.y);
                    continue;
                }
                let x = left + OBJECTIVE_AT - 14.0 - LANE * (lane % LANES) as f64;
                lane += 1;
                let (from_x, to_x) = (from.x - from.radius, spot.x - spot.radius);
                let path = format!("M{from_x} {}H{x}V{}H{to_x}", from.y, spot.y);
                let _ =
                    write!(self.lines, "<path class=\"g\" d=\"{path}\"/><path class=\"l\" d=\"{path}\"/>");
            }
        }
    }

    /// The thick strand from one phase to the next that needs it.
    fn strands(&mut self, phases: &[&Node]) {
        for (index, phase) in phases.iter().enumerate().skip(1) {
            let before = phases[index - 1];
            if phase.prerequisites.contains(&before.id) {
                let (from, to) = (COLUMN * (index as f64 - 1.0) + 24.0, COLUMN * index as f64 + 24.0);
                let _ = write!(self.lines, "<path class=\"s\" d=\"M{from} 4H{to}V28M{from} 4V28\"/>");
            }
        }
    }
}

fn diamond(x: f64, y: f64, radius: f64) -> String {
    format!("m{x} {} {radius} {radius}-{radius} {radius}-{radius}-{radius}z", y - radius)
}

/// Breaks a text into lines of at most this width.
fn wrap(text: &str, width: f64, size: f64, is_bold: bool) -> Vec<String> {
    let weight = if is_bold { 1.07 } else { 1.0 };
    let measure = |text: &str| text.chars().map(average_width).sum::<f64>() * size * weight;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if let Some(last) = lines.last_mut()
            && measure(last) + measure(" ") + measure(word) <= width
        {
            last.push(' ');
            last.push_str(word);
            continue;
        }
        // A word wider than the column, such as an address, is broken where it must be.
        let mut piece = String::new();
        for letter in word.chars() {
            if measure(&piece) + measure(&letter.to_string()) > width && !piece.is_empty() {
                lines.push(std::mem::take(&mut piece));
            }
            piece.push(letter);
        }
        lines.push(piece);
    }
    if lines.is_empty() { vec![String::new()] } else { lines }
}

/// The width of a letter in parts of its size, on the safe side: the average of the font is 0.43.
fn average_width(letter: char) -> f64 {
    match letter {
        'i' | 'l' | 'j' | 'ī' | 'ļ' | 'í' | 'ì' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | ' ' => {
            0.27
        }
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 0.36,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' => 0.86,
        letter if letter.is_uppercase() => 0.66,
        // Letters of other scripts, such as Han, are as wide as they are high.
        letter if u32::from(letter) > 0x2e80 => 1.0,
        _ => 0.52,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_broken_between_words_and_a_word_only_where_it_must_be() {
        assert_eq!(wrap("Map the people", 60.0, 14.0, false), ["Map the", "people"]);
        assert_eq!(wrap("", 60.0, 14.0, false), [""]);
        let long = wrap("Verwaltungsvorschriften", 60.0, 14.0, false);
        assert!(long.len() > 2 && long.concat() == "Verwaltungsvorschriften", "{long:?}");
    }
}
