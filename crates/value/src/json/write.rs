//! x
use crate::Key;
/// x
pub fn write_key(_key: &Key, _out: &mut Vec<u8>) {}
