//! `cargo fuzz run mmdb`: MaxMind databases.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vrlet_fuzz::mmdb(bytes));
