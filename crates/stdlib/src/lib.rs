//! The builtin functions of the vrlet engine.
//!
//! One function, one file: its contract as a reader of the manual sees it, then its body. The folder is
//! the chapter; each folder lists its functions, and [`FUNCTIONS`] is all of them. A new function is a
//! new file and a line in its folder's list; one that needs a cargo feature is also listed in
//! [`FEATURES`], so that a build without it can say what it lacks.

mod array;
#[cfg(feature = "checksum")]
mod checksum;
mod codec;
#[cfg(any(feature = "proto", feature = "schema", feature = "web"))]
mod constant_file;
mod convert;
#[cfg(feature = "crypto")]
mod crypto;
mod debug;
#[cfg(feature = "network")]
pub mod dns;
mod enumerate;
mod event;
mod feature;
mod forked_regex;
mod hex;
mod ip;
mod lazy_shape;
mod legacy;
mod map;
mod mismatch;
mod number;
mod object;
mod parse;
mod path;
#[cfg(feature = "proto")]
mod proto;
mod random;
mod string;
mod system;
mod text;
mod time;
mod time_format;
mod time_format_check;
mod time_mismatch;
mod types;

pub use feature::{FEATURES, Feature, left_out};
use vrlet_function::Function;

/// All builtin functions, by chapters.
pub static FUNCTIONS: &[&Function] = &ALL;

const FOLDERS: &[&[&Function]] = &[
    array::FUNCTIONS,
    #[cfg(feature = "checksum")]
    checksum::FUNCTIONS,
    codec::FUNCTIONS,
    convert::FUNCTIONS,
    #[cfg(feature = "crypto")]
    crypto::FUNCTIONS,
    debug::FUNCTIONS,
    enumerate::FUNCTIONS,
    event::FUNCTIONS,
    ip::FUNCTIONS,
    legacy::FUNCTIONS,
    map::FUNCTIONS,
    number::FUNCTIONS,
    object::FUNCTIONS,
    parse::FUNCTIONS,
    path::FUNCTIONS,
    random::FUNCTIONS,
    string::FUNCTIONS,
    system::FUNCTIONS,
    time::FUNCTIONS,
    types::FUNCTIONS,
];

static ALL: [&Function; count(FOLDERS)] = concatenate(FOLDERS);

const fn count(folders: &[&[&Function]]) -> usize {
    let mut count = 0;
    let mut folder = 0;
    while folder < folders.len() {
        count += folders[folder].len();
        folder += 1;
    }
    count
}

const fn concatenate<const N: usize>(folders: &[&[&'static Function]]) -> [&'static Function; N] {
    let mut all = [folders[0][0]; N];
    let (mut count, mut folder, mut function) = (0, 0, 0);
    while count < N {
        if function == folders[folder].len() {
            (folder, function) = (folder + 1, 0);
        } else {
            all[count] = folders[folder][function];
            (count, function) = (count + 1, function + 1);
        }
    }
    all
}
