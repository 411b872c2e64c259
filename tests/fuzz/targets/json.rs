//! `cargo fuzz run json`: events.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vrlet_fuzz::json(bytes));
