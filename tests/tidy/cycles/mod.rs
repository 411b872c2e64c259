//! No cycles among the files of a crate: what a file is built on must not be built on that file.
//!
//! An arrow leads from a file to another where the first names an item of the second: in a `use`, or by a path
//! in its code or in a macro call (`crate::parse::parse`, `super::LIMIT`, `module::Item::new`). Names are
//! followed through re-exports to the file that declares them. No arrows are:
//!
//! - `mod name;`, and re-exports of what lies below, as long as the code beside them does not use the
//!   name: both are a table of contents;
//! - methods and fields, which are found by the type of a value;
//! - what is compiled for tests alone: a test may look at everything.

mod graph;
mod source;

use std::collections::BTreeSet;
use std::fs;

use graph::{Files, Graph};

use crate::paths;

/// Where a crate begins.
const ROOTS: [&str; 2] = ["lib.rs", "main.rs"];

fn files_of(name: &str) -> Files {
    let folder = paths::repository(&format!("crates/{name}/src"));
    let read = |path: std::path::PathBuf| {
        let inside = path.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/");
        (inside, paths::read(&path))
    };
    paths::files(&folder, ".rs").into_iter().map(read).collect()
}

#[test]
fn no_files_of_a_crate_form_a_cycle() {
    let mut problems = Vec::new();
    for folder in fs::read_dir(paths::repository("crates")).unwrap() {
        let name = folder.unwrap().file_name().to_string_lossy().into_owned();
        let files = files_of(&name);
        let mut reached = BTreeSet::new();
        for root in ROOTS.into_iter().filter(|root| files.contains_key(*root)) {
            let graph = Graph::new(&files, root).unwrap_or_else(|error| panic!("{name}: {error}"));
            reached.extend(graph.files().map(str::to_owned));
            problems.extend(graph.cycles().iter().map(|cycle| format!("{name}: {cycle}")));
        }
        let missed = files.keys().filter(|file| !reached.contains(*file));
        problems.extend(missed.map(|file| format!("{name}: no `mod` leads to {file}")));
    }
    problems.sort();
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

/// The cycles of a crate of these files, `lib.rs` first, in one line.
fn cycles(files: &[(&str, &str)]) -> String {
    let files: Files =
        files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let cycles = Graph::new(&files, "lib.rs").unwrap().cycles();
    cycles.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// `a.rs` and `b.rs` below a `lib.rs` that lists them.
fn pair(a: &str, b: &str) -> String {
    cycles(&[("lib.rs", "mod a; mod b;"), ("a.rs", a), ("b.rs", b)])
}

const BOTH: &str = "a.rs -> b.rs, b.rs -> a.rs";

#[test]
fn imports_and_paths_are_arrows() {
    let b = "use crate::a::A; pub struct B(A);";
    assert_eq!(pair("use crate::b::B; pub struct A(B);", b), BOTH);
    assert_eq!(pair("pub struct A(super::b::B);", b), BOTH);
    assert_eq!(pair("use super::b; pub struct A(b::B);", b), BOTH);
    assert_eq!(pair("use crate::{b as other}; pub struct A(Vec<other::B>);", b), BOTH);
    assert_eq!(pair("use super::b::{self, B as C}; pub struct A;", b), BOTH);
    assert_eq!(pair("use crate::b::*; pub struct A(B);", b), BOTH);
    assert_eq!(pair("pub fn A() { format!(\"{}\", crate::b::B::new(1)) }", b), BOTH);
    assert_eq!(pair("pub fn A() { use super::b::B; B }", b), BOTH);
    assert_eq!(pair("pub struct A { b: u8 } mod inner { use super::super::b::B; }", b), BOTH);
    assert_eq!(pair("make! { A } fn f() -> crate::b::B { }", b), BOTH);
}

#[test]
fn one_direction_is_no_cycle() {
    let b = "use crate::a::A; pub struct B(A);";
    for a in [
        "pub struct A;",
        "// crate::b::B\npub struct A { b: u8 } /* super::b::B */ const T: &str = \"crate::b::B\";",
        "use other::b::B; pub struct A(B, ::b::B, std::b::B);",
        "pub struct A; #[cfg(test)] mod tests { use crate::b::B; }",
        "pub struct A; #[cfg(test)] use crate::b::B;",
        "pub(in super::b) struct A; impl A { fn b(&self) { self.b::<u8>() } }",
        "use crate::b; pub struct A;",
    ] {
        assert_eq!(pair(a, b), "", "{a}");
    }
}

#[test]
fn names_are_followed_through_reexports() {
    let lists = "mod a; mod b; pub use a::A; pub use b::{B, helper as help};";
    let with = |a, b| cycles(&[("lib.rs", lists), ("a.rs", a), ("b.rs", b)]);
    assert_eq!(with("use crate::B; pub struct A(B);", "use crate::A; pub struct B(A);"), BOTH);
    assert_eq!(with("pub fn A() { crate::help() }", "use super::A; pub fn helper() {}"), BOTH);
    assert_eq!(with("pub struct A;", "pub struct B(crate::A); pub fn helper() {}"), "");
    let nested = [
        ("lib.rs", "mod a; mod b; pub use b::*;"),
        ("a.rs", "use crate::C; pub struct A(C);"),
        ("b/mod.rs", "mod c; pub use c::C;"),
        ("b/c.rs", "use crate::a::A; pub struct C(A);"),
    ];
    assert_eq!(cycles(&nested), "a.rs -> b/c.rs, b/c.rs -> a.rs");
}

#[test]
fn a_table_of_contents_is_no_arrow() {
    let child = "use super::Shared; pub struct Child(Shared);";
    let with = |parent| cycles(&[("lib.rs", "mod p;"), ("p/mod.rs", parent), ("p/c.rs", child)]);
    let cycle = "p/c.rs -> p/mod.rs, p/mod.rs -> p/c.rs";
    assert_eq!(with("mod c; pub struct Shared;"), "");
    assert_eq!(with("mod c; pub use c::Child; pub struct Shared;"), "");
    assert_eq!(with("mod c; pub use c::Child; pub struct Shared; fn f() -> Child { }"), cycle);
    assert_eq!(with("mod c; pub struct Shared; fn f() -> c::Child { }"), cycle);
    assert_eq!(with("mod c; use c::Child; pub struct Shared;"), cycle);
    // The one above is in order once what is shared has a file of its own.
    let files = [
        ("lib.rs", "mod p;"),
        ("p/mod.rs", "mod c; mod shared; use shared::Shared; fn f() -> c::Child { }"),
        ("p/c.rs", child),
        ("p/shared.rs", "pub struct Shared;"),
    ];
    assert_eq!(cycles(&files), "");
}

#[test]
fn long_cycles_are_found_whole_and_apart() {
    let files = [
        ("lib.rs", "mod a; mod b; mod c; mod d; mod e; mod f;"),
        ("a.rs", "use crate::b::B; pub struct A;"),
        ("b.rs", "use crate::c::C; pub struct B;"),
        ("c.rs", "use crate::a::A; use crate::d::D; pub struct C;"),
        ("d.rs", "use crate::e::E; pub struct D;"),
        ("e.rs", "use crate::d::D; use crate::f::F; pub struct E;"),
        ("f.rs", "pub struct F;"),
    ];
    let expected = "a.rs -> b.rs, b.rs -> c.rs, c.rs -> a.rs; d.rs -> e.rs, e.rs -> d.rs";
    assert_eq!(cycles(&files), expected);
}

#[test]
fn what_is_no_crate_is_refused() {
    let graph = |text: &str| {
        let files = Files::from([("lib.rs".to_owned(), text.to_owned())]);
        Graph::new(&files, "lib.rs").map(|_| ()).unwrap_err()
    };
    assert_eq!(graph("mod gone;"), "there is no gone/mod.rs");
    assert!(graph("fn f( {").starts_with("lib.rs: "));
}
