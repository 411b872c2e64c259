//! Programs that would bring a careless checker down: chains that look like nests, kinds that double.

use crate::{checked, codes};

#[test]
fn kinds_that_share_their_parts_stay_small() {
    let mut program = String::from("x = [1]\ny = [1]\n");
    program.push_str(&"x = [x, x]\ny = [y, y]\n".repeat(60));
    program.push_str("z = x\nif .a == 1 { z = y }\nz");
    assert!(codes(&program).is_empty());
}

#[test]
fn chains_are_not_nests() {
    let sum = format!(
        "x = .a\n{}x",
        "x = 1 + 1\n".repeat(10) + &format!(".b = 1{}\n", " + 1".repeat(5000))
    );
    assert!(checked(&sum).is_ok());
    let choices = (0..2000).fold("if .a == 1 { 1 }".to_owned(), |program, index| {
        format!("{program} else if .a == {index} {{ .x = {index} }}")
    });
    assert!(checked(&choices).is_ok());
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
