//! One contestant as a whole process: it opens the tables, compiles a program, and turns a file of lines into lines
//! on standard output. `tests/speed/whole-processes` runs two of them in turn.
//!
//! `whole-run reference|vrlet PROGRAM INPUT`; the tables are those of [`TableFiles`].

use std::fs::File;
use std::io::{self, Read, Write};

use crate::contest::tables::TableFiles;
use crate::contest::{self};

/// How much is read and written at once.
const PIECE: usize = 1 << 18;

/// Runs what the arguments say.
///
/// # Panics
/// Where the arguments or the files are none.
pub fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [name, program, input] = arguments.as_slice() else {
        panic!("usage: whole-run reference|vrlet PROGRAM INPUT");
    };
    let source = std::fs::read_to_string(program).expect("a program");
    let mut contestant = contest::named(name, &source, &TableFiles::from_environment());
    let input = File::open(input).expect("an input");
    let mut stdout = io::stdout().lock();
    let (mut chunk, mut out) = (Vec::with_capacity(2 * PIECE), Vec::with_capacity(8 * PIECE));
    loop {
        let read = (&input).take(PIECE as u64).read_to_end(&mut chunk).expect("a readable input");
        let end = match read {
            0 => chunk.len(),
            _ => memchr::memrchr(b'\n', &chunk).map_or(0, |end| end + 1),
        };
        contestant.run(&chunk[..end], &mut out);
        stdout.write_all(&out).expect("a writable output");
        out.clear();
        chunk.drain(..end);
        if read == 0 {
            return;
        }
    }
}
