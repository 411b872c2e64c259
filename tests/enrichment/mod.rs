//! Tables in programs, and the script that they were built for.

mod flagship;

use crate::fixture::run_folder;

#[test]
fn fixtures() {
    run_folder("enrichment");
}
