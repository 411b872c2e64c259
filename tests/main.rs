//! Integration tests of the whole engine. Layout mirrors the code.
//!
//! Programs with their expectations stand in `.vrl` files beside these modules, in the notation of
//! `crates/fixture`; `UPDATE=1 cargo test -p vrlet-tests` rewrites their expectations.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod bytecode;
mod diagnostics;
mod docs;
mod enrichment;
mod fixture;
mod functions;
mod language;
mod limits;
mod paths;
mod tidy;
