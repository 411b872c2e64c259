#!/usr/bin/env bash
# The crate csv 1.4.0: the line that a record says it starts in is wrong in files with CRLF, and after blank
# lines, and a quote that is never closed is no error.
#
# Seen: `position().line()` of the records of "a\r\nb\r\nc\r\n" is 1, 1, 2 (an editor counts 1, 2, 3), of
# "a\n\n\nb\nc\n" 1, 2, 5 (1, 4, 5): the position is taken where the search for a record begins, which is
# before the second half of a CRLF and before blank lines. "k,v\na,1\nb,\"2\nc,3\nd,4\n" gives two records
# and no error; the second has all the rest of the file in its last cell.
#
# So messages about rows take the byte offset of the position and count for themselves, and quotes are
# checked before.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "finding"
version = "0.0.0"
edition = "2021"
[dependencies]
csv = "=1.4.0"
TOML
cat > src/main.rs <<'RUST'
fn lines(text: &str) -> Vec<u64> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.byte_records().map(|row| row.unwrap().position().unwrap().line()).collect()
}

fn main() {
    println!("LF {:?}", lines("a\nb\nc\n"));
    println!("CRLF {:?}", lines("a\r\nb\r\nc\r\n"));
    println!("blank {:?}", lines("a\n\n\nb\nc\n"));
    let mut reader = csv::Reader::from_reader("k,v\na,1\nb,\"2\nc,3\nd,4\n".as_bytes());
    for row in reader.records() {
        println!("row {:?}", row.unwrap().iter().collect::<Vec<_>>());
    }
}
RUST
cat > expected <<'TEXT'
LF [1, 2, 3]
CRLF [1, 1, 2]
blank [1, 2, 5]
row ["a", "1"]
row ["b", "2\nc,3\nd,4\n"]
TEXT
cargo run --quiet > seen
diff expected seen && echo "as described: csv 1.4.0"
