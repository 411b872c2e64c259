//! The builtins: their examples and their fixtures.

mod examples;

use crate::fixture::run_folder;

#[test]
fn fixtures() {
    run_folder("functions");
}
