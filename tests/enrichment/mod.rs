//! Enrichment tables in programs, and the flow-log script of the examples.

mod flagship;

use crate::fixture::run_folder;

#[test]
fn fixtures() {
    run_folder("enrichment");
}
