//! What always holds of process files: merging is a join, what is written is read back, and nothing that hands do
//! to a file makes the reader panic.

use super::random::{History, Numbers, damage};
use generator::process::{Document, merge, read_process, write_process};
use proptest::prelude::*;

fn read(text: &str) -> Option<Document> {
    read_process("process.yaml", text).document
}

fn merged(one: &Document, other: &Document) -> Document {
    merge(one, other).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(seed in any::<u64>()) {
        let history = History::of(seed);
        let [a, b, c] = &history.copies;
        let ab = merged(a, b);
        prop_assert_eq!(&ab, &merged(b, a));
        prop_assert_eq!(&merged(&ab, c), &merged(a, &merged(b, c)));
        prop_assert_eq!(&merged(a, a), a);
        prop_assert_eq!(&merged(&ab, a), &ab);
        prop_assert_eq!(write_process(&ab), write_process(&merged(b, a)));
    }

    #[test]
    fn what_is_written_is_read_back(seed in any::<u64>()) {
        let history = History::of(seed);
        let [a, b, c] = &history.copies;
        for document in [a, &merged(a, b), &merged(&merged(c, a), b)] {
            let text = write_process(document);
            let found = read_process("process.yaml", &text);
            prop_assert_eq!(found.diagnostics.iter().next(), None, "{}", &text);
            let found = found.document.unwrap();
            prop_assert_eq!(&found, document, "{}", &text);
            prop_assert_eq!(write_process(&found), text);
        }
    }

    #[test]
    fn a_file_changed_by_hand_is_read_the_same_every_time_and_still_merges(seed in any::<u64>()) {
        let mut numbers = Numbers(seed);
        let history = History::of(seed);
        let [a, b, _] = &history.copies;
        let text = damage(&write_process(a), &mut numbers, 2);
        if let Some(changed) = read(&text) {
            prop_assert_eq!(&read(&text).unwrap(), &changed);
            prop_assert_eq!(&read(&write_process(&changed)).unwrap(), &changed, "{}\n{}", text, write_process(&changed));
            if changed.id() == b.id() {
                prop_assert_eq!(merged(&changed, b), merged(b, &changed));
                prop_assert_eq!(merged(&changed, &changed), changed);
            }
        }
    }
}

#[test]
fn a_process_file_cut_at_any_byte_is_read_or_refused() {
    for seed in 0..3 {
        let history = History::of(seed);
        let text = write_process(&merged(&history.copies[0], &history.copies[1]));
        let step = text.len() / 4000 + 1;
        for end in (0..=text.len()).step_by(step) {
            // A cut inside a character is what the caller refuses before.
            if let Some(part) = text.get(..end) {
                let _ = read(part);
            }
        }
    }
}
