//! `cargo fuzz run csv`: CSV tables.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vrlet_fuzz::csv(bytes));
