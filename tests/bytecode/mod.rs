//! What the compiler emits: programs beside their instructions.

use crate::fixture::run_folder;

#[test]
fn goldens() {
    run_folder("bytecode");
}
