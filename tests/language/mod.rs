//! The language: grammar, values, paths, types, errors.

mod adversarial;
mod programs;

use crate::fixture::run_folder;

#[test]
fn fixtures() {
    run_folder("language");
}
