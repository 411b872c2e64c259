//! `cargo fuzz run run`: programs with an event, compiled and run.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vrlet_fuzz::run(bytes));
