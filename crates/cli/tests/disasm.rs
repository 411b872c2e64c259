//! Tests of `vrlet disasm`.

use crate::sandbox::Sandbox;

#[test]
fn the_bytecode_below_its_source() {
    let sandbox = Sandbox::new("disasm");
    let ended = sandbox.file("a.vrl", ".a = .b\n").vrlet(&["disasm", "a.vrl"], "");
    assert!(ended.out.starts_with("; 1: .a = .b\n   0  "), "{}", ended.out);
    assert_eq!((ended.status, ended.err.as_str()), (0, ""));
    assert_eq!(sandbox.vrlet(&["disasm", "-e", ".a = .b"], "").out, ended.out);
}

#[test]
fn a_program_that_does_not_compile() {
    let ended = Sandbox::new("disasm_wrong").vrlet(&["disasm", "-e", ".a = "], "");
    assert!(ended.err.starts_with("error[E"), "{}", ended.err);
    assert_eq!((ended.status, ended.out.as_str()), (2, ""));
    assert_eq!(Sandbox::new("disasm_nothing").vrlet(&["disasm"], "").status, 2);
}
