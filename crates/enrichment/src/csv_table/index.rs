//! The hash index of a table over some of its columns.
//!
//! Rows stand sorted by bucket in one array, so a lookup reads two places of memory whatever the size
//! of the table: where the bucket starts, and the bucket. A part of the hash stands beside the row, so
//! that rows that only share the bucket are passed over without looking at their cells.

use std::hash::Hasher;

use rustc_hash::FxHasher;
use vrlet_function::Case;

use super::cells::Cells;

/// Rows by the hash of some of their cells.
pub struct Index {
    starts: Vec<u32>,
    entries: Vec<Entry>,
}

#[derive(Clone, Copy)]
struct Entry {
    tag: u32,
    row: u32,
}

impl Index {
    /// Indexes all rows by the cells of `columns`.
    pub fn new(cells: &Cells, columns: &[usize], case: Case) -> Self {
        let rows = cells.rows();
        let buckets = (rows as usize).next_power_of_two();
        let hashes: Vec<u64> = (0..rows)
            .map(|row| {
                let mut hasher = FxHasher::default();
                columns.iter().for_each(|column| cells.cell(row, *column).hash(&mut hasher, case));
                hasher.finish()
            })
            .collect();
        // A counting sort: how many rows a bucket has, where it ends, then every row to its place, from
        // the last one down, so that the rows of a bucket stay in the order of the file.
        let mut starts = vec![0; buckets + 1];
        for hash in &hashes {
            starts[bucket(*hash, buckets)] += 1;
        }
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        let mut entries = vec![Entry { tag: 0, row: 0 }; hashes.len()];
        for (row, hash) in (0..rows).zip(&hashes).rev() {
            let start = &mut starts[bucket(*hash, buckets)];
            *start -= 1;
            entries[*start as usize] = Entry { tag: tag(*hash), row };
        }
        Self { starts, entries }
    }

    /// The rows whose cells have this hash, and rarely another, in the order of the file.
    pub fn candidates(&self, hash: u64) -> impl Iterator<Item = u32> {
        let bucket = bucket(hash, self.starts.len() - 1);
        let entries = &self.entries[self.starts[bucket] as usize..self.starts[bucket + 1] as usize];
        entries.iter().filter(move |entry| entry.tag == tag(hash)).map(|entry| entry.row)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a part of the hash is as good as the whole")]
const fn bucket(hash: u64, buckets: usize) -> usize {
    hash as usize & (buckets - 1)
}

const fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32
}
