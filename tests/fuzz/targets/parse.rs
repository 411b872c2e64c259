//! `cargo fuzz run parse`: texts for the parser.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vrlet_fuzz::parse(bytes));
