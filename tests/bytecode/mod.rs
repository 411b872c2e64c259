//! Golden tests of the bytecode: programs with their disassembly.

use crate::fixture::run_folder;

#[test]
fn goldens() {
    run_folder("bytecode");
}
