//! Diagnostics of the compiler: a fixture for each code.

mod coverage;
mod explanations;
mod rendering;

use crate::fixture::run_folder;

#[test]
fn fixtures() {
    run_folder("diagnostics");
}
