//! Checking takes time in proportion to the program, and no program brings it down.

use std::fmt::Write;
use std::time::{Duration, Instant};

use crate::{checked, codes};

fn repeated(count: usize, line: fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut program, index| {
        let _ = writeln!(program, "{}", line(index));
        program
    })
}

/// The time that the check alone takes, the best of three.
fn time(source: &str) -> Duration {
    let ast = vrlet_parser::parse(source).unwrap_or_else(|errors| panic!("{errors:?}"));
    let registry = vrlet_function::Registry::new();
    let host = vrlet_function::Host::default();
    let options =
        vrlet_compiler::Options { registry: &registry, host: &host, strict: true, read_only: &[] };
    let once = || {
        let start = Instant::now();
        assert!(vrlet_compiler::check(&ast, &options).is_ok());
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

#[test]
fn twice_the_program_takes_about_twice_the_time() {
    let lines: [fn(usize) -> String; 4] = [
        |i| format!("v{i} = {i}; .f{i} = v{i} + 1"),
        |i| format!("if .x == 1 {{ .f{i} = 1 }} else {{ .f{i} = \"s\"; .g{i} = 2 }}"),
        |i| format!(".a.f{i} = .a.f{} || 1", i / 2),
        |i| format!(".f{i} = .a == 1 || (.c{i} = {i}) == 2"),
    ];
    for line in lines {
        let (small, large) = (repeated(100, line), repeated(1600, line));
        // Sixteen times the program; a quadratic checker would take 256 times as long.
        let (small, large) = (time(&small), time(&large));
        assert!(large < small * 100, "{}: {small:?} and {large:?}", line(1));
    }
}

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
