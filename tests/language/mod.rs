//! The language: grammar, values, paths, types, errors.

mod cases;
mod hostile;

use crate::fixture::run_folder;

#[test]
fn fixtures() {
    run_folder("language");
}
