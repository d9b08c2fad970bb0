#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| interlink_tests::fuzz_targets::process(bytes));
