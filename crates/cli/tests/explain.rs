//! Tests of `vrlet explain`.

use crate::sandbox::Sandbox;

#[test]
fn all_codes_with_their_titles() {
    let ended = Sandbox::new("explain_all").vrlet(&["explain"], "");
    assert_eq!((ended.status, ended.err.as_str()), (0, ""));
    assert!(ended.out.starts_with("E100  an expression that can fail"), "{}", ended.out);
    assert!(ended.out.contains("\nE900  a value or a variable is never used\n"), "{}", ended.out);
}

#[test]
fn all_about_one_however_it_is_written() {
    let sandbox = Sandbox::new("explain_one");
    let ended = sandbox.vrlet(&["explain", "E103"], "");
    assert_eq!((ended.status, ended.err.as_str()), (0, ""));
    for part in [
        "E103: the right side of a plain assignment can fail\n\n",
        "\nExample\n  .status = to_int(.status)\n",
        "\nWays out\n  - Store a default when it fails\n      .status = to_int(.status) ?? 0\n\n",
    ] {
        assert!(ended.out.contains(part), "{part} in:\n{}", ended.out);
    }
    for spelling in ["103", "e103"] {
        assert_eq!(sandbox.vrlet(&["explain", spelling], ""), ended);
    }
    let longest = ended.out.lines().map(|line| line.chars().count()).max();
    assert!(longest <= Some(96), "{longest:?}");
}

#[test]
fn codes_that_there_are_not() {
    let sandbox = Sandbox::new("explain_unknown");
    sandbox.vrlet(&["explain", "1003"], "").is(
        2,
        "",
        "error: there is no code `E1003`\n  = help: did you mean `E100`? `vrlet explain` lists them all\n",
    );
    sandbox.vrlet(&["explain", "everything"], "").is(
        2,
        "",
        "error: there is no code `everything`\n  = help: `vrlet explain` lists them all\n",
    );
}
