//! The builtins: their examples, their fixtures, and calls made up at random.

mod calls;
mod examples;
mod fits;
mod literal;
mod random;

use crate::fixture::run_folder;

#[test]
fn fixtures() {
    run_folder("functions");
}
