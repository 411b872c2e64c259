//! Validation of a database before lookups: its metadata and its search tree.
//!
//! Every entry of the search tree must lead to another node, to nothing, or into the data: one pass
//! over the tree, which finds files that were damaged on the way without decoding all their records. A
//! record that is damaged fails the lookups that hit it.

use maxminddb::Reader;

/// The zeros between the search tree and the data.
const SEPARATOR: usize = 16;
const MARKER: &[u8] = b"\xab\xcd\xefMaxMind.com";

/// Says what is wrong with a file, in one line.
pub fn check(bytes: &[u8]) -> Result<(), String> {
    if bytes.is_empty() {
        return Err("the file is empty, expected a MaxMind database".to_owned());
    }
    let Some(data_end) = memchr::memmem::rfind(bytes, MARKER) else {
        return Err(
            "the file has no MaxMind metadata at its end: it is cut off, or no MaxMind database"
                .to_owned(),
        );
    };
    let reader = Reader::from_source(bytes)
        .map_err(|error| format!("this is no sound MaxMind database: {error}"))?;
    let metadata = reader.metadata();
    let nodes = metadata.node_count as usize;
    let node_size = usize::from(metadata.record_size) / 4;
    let tree_size = nodes * node_size;
    let data_start = tree_size + SEPARATOR;
    let (Some(tree), Some(separator)) = (bytes.get(..tree_size), bytes.get(tree_size..data_start))
    else {
        return Err("the search tree is longer than the file: it is cut off or damaged".to_owned());
    };
    if separator.iter().any(|byte| *byte != 0) {
        return Err(
            "the search tree does not end where the metadata says: the file is damaged".to_owned()
        );
    }
    // An entry beyond the nodes points into the data, counted from the end of the tree.
    let data = nodes + SEPARATOR..(nodes + data_end).saturating_sub(tree_size);
    let sound = |entry: usize| entry <= nodes || data.contains(&entry);
    for (number, node) in tree.chunks_exact(node_size).enumerate() {
        let [left, right] = entries(node);
        if !sound(left) || !sound(right) {
            return Err(format!(
                "node {number} of the search tree points outside of the data: the file is damaged"
            ));
        }
    }
    Ok(())
}

/// Both entries of a node, of 24, 28 or 32 bits each.
fn entries(node: &[u8]) -> [usize; 2] {
    let number =
        |bytes: &[u8]| bytes.iter().fold(0, |number, byte| number << 8 | usize::from(*byte));
    match node {
        [left @ .., middle, a, b, c] if left.len() == 3 => {
            let [high, low] = [usize::from(middle >> 4), usize::from(middle & 0xf)];
            [high << 24 | number(left), low << 24 | number(&[*a, *b, *c])]
        }
        _ => {
            let (left, right) = node.split_at(node.len() / 2);
            [number(left), number(right)]
        }
    }
}
