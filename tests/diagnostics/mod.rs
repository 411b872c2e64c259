//! What the compiler says about programs that are wrong: a file for each code.

mod coverage;
mod explanations;
mod rendering;

use crate::fixture::run_folder;

#[test]
fn fixtures() {
    run_folder("diagnostics");
}
