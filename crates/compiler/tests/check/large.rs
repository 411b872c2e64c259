//! Programs that would bring a careless checker down: chains that look like nests, kinds that double.

use std::thread::Builder;

use crate::{checked, codes};

#[test]
fn kinds_that_share_their_parts_stay_small() {
    // More than 16,000 elements within two levels.
    let wide = |name: &str, item: &str| format!("{name} = [{}]\n", format!("{item}, ").repeat(130));
    let program = wide("w", "1") + &wide("x", "w") + "x";
    assert!(codes(&program).is_empty());
}

#[test]
fn chains_are_not_nests() {
    let sum = format!(
        "x = .a\n{}x",
        "x = 1 + 1\n".repeat(10) + &format!(".b = 1{}\n", " + 1".repeat(300))
    );
    let choices = (0..300).fold("if .a == 1 { 1 }".to_owned(), |program, index| {
        format!("{program} else if .a == {index} {{ .x = {index} }}")
    });
    // A stack that takes a program of one level, and no recursion over what stands side by side.
    const STACK: usize = 192 * 1024;
    for program in [sum, choices] {
        let checking = move || assert!(checked(&program).is_ok());
        let thread = Builder::new().stack_size(STACK).spawn(checking);
        thread.expect("a thread can be started").join().expect("checking does not panic");
    }
}

/// Where copies of what is known were made for each line, these would take minutes.
#[test]
fn what_branches_have_in_common_is_not_copied() {
    type Line = fn(u32) -> String;
    let constructs: [(&str, Line); 5] = [
        ("", |n| format!("if .a == {n} {{ .b.x{n} = 1 }} else {{ .b.y{n} = \"x\" }}\n")),
        ("x = {}\n", |n| format!("if .a == {n} {{ x.x{n} = 1 }} else {{ x.y{n} = \"x\" }}\n")),
        ("", |n| format!("if .a == {n} {{ . |= {{\"k{n}\": 1}} }}\n")),
        ("", |n| format!(".e{n} = [.]\n")),
        ("x = {}\n", |n| format!("each([{n}]) -> |v| {{ x.x{n} = v }}\n")),
    ];
    for (start, line) in constructs {
        let program = start.to_owned() + &(0..1500).map(line).collect::<String>();
        assert!(checked(&program).is_ok(), "{}", line(0));
    }
}
