//! The fuzz targets over random bytes, over good inputs and over good inputs with changes: what libFuzzer
//! does at length, for a moment in every run.

use std::io::{Cursor, Write};

use interlink_tests::fuzz_targets::TARGETS;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Inputs that reach far into each target.
fn good_inputs() -> Vec<Vec<u8>> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("interlinkers/a-tool/interlinker.yaml", "nature: software\n"),
        (
            "interlinkers/a-tool/en.md",
            "---\nname: A tool\nsummary: It does what tools of its kind do.\n---\n",
        ),
    ] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    let texts: [&[u8]; 11] = [
        b"\0kind=interlinker&language=en&name=A+tool&nature=software&summary=It+does+what+tools+of+its+kind+do.\
          &description=%2A%2Ax%2A%2A&licence=CC-BY-4.0&agree=yes",
        b"\x01--x\r\ncontent-disposition: form-data; name=\"name\"\r\n\r\nA tool\r\n--x\r\n\
          content-disposition: form-data; name=\"file\"; filename=\"../a.txt\"\r\n\r\nwords\r\n--x--\r\n",
        b"\x02{\"kind\":\"story\",\"name\":\"A story\",\"countries\":[\"es\",\"lv\"]}",
        b"\x00nature: software\nlicence: {id: MIT}\nproblems: [a, b]\nversions:\n  - {version: 1.0.0, date: 2026-01-02}\n",
        b"\x01---\nname: \"A\"\nsummary: |\n  words\n---\n\n# One\n\n[x](y.pdf) <b>z</b> jane@x.lv\n",
        b"sha256=0000000000000000000000000000000000000000000000000000000000000000\n{}",
        b"\x01a,b\n1,2\n=cmd,\"x\"\n",
        "# One\n\n[a](javascript:alert(1)) ![b](data:text/html,x) <script>x</script> +371 67026533 `a` | b\n".as_bytes(),
        b"process: 1\nid: 00112233445566778899aabbccddeeff\nname: A plan\ntags: [a, b]\npeople:\n  p1: {name: Ada}\nnodes:\n  \
          - node: default/engage\n    skipped: true\n    children:\n      - id: own\n        start: 2026-03-14\n        \
          uses: {u: {interlinker: a-tool, status: used}}\nactivity:\n  a1: {date: 2026-03-14, what: started}\n",
        b"process: 1\nid: 00112233445566778899aabbccddeeff\nname: B\nseen:\n  aaaaaaaa: 3\nedits:\n  name: 3 aaaaaaaa 00000000\n\
          also:\n  - field: name\n    edit: 2 bbbbbbbb\n    value: |-\n      two\n      lines\n",
        b"<a href=\"jav&#x61;script:x\" onclick=x>y</a><img src=x onerror=y>",
    ];
    let mut inputs: Vec<Vec<u8>> = texts.iter().map(|text| text.to_vec()).collect();
    inputs.push(archive.finish().unwrap().into_inner());
    inputs
}

#[test]
fn good_inputs_break_no_rule_of_any_target() {
    for input in good_inputs() {
        for (_, target) in TARGETS {
            target(&input);
        }
    }
}

#[test]
fn every_target_can_be_handed_to_the_fuzzer() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/");
    let manifest = std::fs::read_to_string(format!("{folder}Cargo.toml")).unwrap();
    for (name, _) in TARGETS {
        let file = std::fs::read_to_string(format!("{folder}fuzz_targets/{name}.rs")).unwrap();
        assert!(file.contains(&format!("fuzz_targets::{name}(bytes)")), "{name}");
        assert!(manifest.contains(&format!("name = \"{name}\"\n")), "{name} is not in the manifest");
    }
}

proptest! {
    // The same inputs in each run: chance is libFuzzer's, and a change is never red for another's fault.
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(7), ..ProptestConfig::with_cases(300) })]

    #[test]
    fn random_bytes_break_no_rule_of_any_target(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for (_, target) in TARGETS {
            target(&bytes);
        }
    }

    #[test]
    fn changed_inputs_break_no_rule_of_any_target(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        doubled in any::<prop::sample::Index>(),
    ) {
        let inputs = good_inputs();
        let mut bytes = inputs[which.index(inputs.len())].clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let from = doubled.index(bytes.len());
        bytes.extend_from_within(from..);
        for (_, target) in TARGETS {
            target(&bytes);
        }
    }

    #[test]
    fn any_text_breaks_no_rule_of_any_target(text in "([-:#|>\\[\\]{}&*!%@`'\"\n\t <\\\\]|---\n|[a-z=+.]{1,6}|\\PC){0,80}", choice in any::<u8>()) {
        let bytes = [&[choice], text.as_bytes()].concat();
        for (_, target) in TARGETS {
            target(&bytes);
        }
    }
}
