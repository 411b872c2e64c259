//! An interval tree: the ranges that contain a value. Ranges may overlap as they like.

/// The ranges of a table, as a balanced tree in an array: a part of the array has its root in the middle,
/// and each root knows the largest end below it.
pub struct Ranges(Vec<Node>);

#[derive(Clone, Copy)]
struct Node {
    first: u128,
    last: u128,
    /// The largest `last` of this part of the tree.
    most: u128,
    row: u32,
}

impl Ranges {
    /// Indexes ranges: row, first and last value.
    pub fn new(ranges: impl IntoIterator<Item = (u32, u128, u128)>) -> Self {
        let mut nodes: Vec<Node> = ranges
            .into_iter()
            .map(|(row, first, last)| Node { first, last, most: last, row })
            .collect();
        nodes.sort_unstable_by_key(|node| (node.first, node.last, node.row));
        largest_ends(&mut nodes);
        Self(nodes)
    }

    /// Calls `visit` with each row whose range contains all from `low` to `high`, and the length of the
    /// range, until it says `false`.
    pub fn visit(&self, low: u128, high: u128, mut visit: impl FnMut(u32, u128) -> bool) {
        search(&self.0, low, high, &mut visit);
    }
}

/// Notes in each root the largest end of its part, and gives that of the whole. As deep as the tree,
/// which is balanced.
fn largest_ends(nodes: &mut [Node]) -> u128 {
    let Some(root) = nodes.len().checked_sub(1).map(|last| last / 2 + last % 2) else { return 0 };
    let most = largest_ends(&mut nodes[..root]).max(largest_ends(&mut nodes[root + 1..]));
    nodes[root].most = nodes[root].last.max(most);
    nodes[root].most
}

fn search(
    nodes: &[Node],
    low: u128,
    high: u128,
    visit: &mut impl FnMut(u32, u128) -> bool,
) -> bool {
    let Some(root) = nodes.len().checked_sub(1).map(|last| last / 2 + last % 2) else {
        return true;
    };
    let node = nodes[root];
    if node.most < high {
        return true;
    }
    if !search(&nodes[..root], low, high, visit) {
        return false;
    }
    if node.first > low {
        return true;
    }
    if node.last >= high && !visit(node.row, node.last - node.first) {
        return false;
    }
    search(&nodes[root + 1..], low, high, visit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_range_around_a_value_is_found() {
        let ranges: Vec<(u32, u128, u128)> = (0..300_u32)
            .map(|row| {
                let first = u128::from(row.wrapping_mul(2_654_435_761) % 1000);
                (row, first, first + u128::from(row.wrapping_mul(40_503) % 97))
            })
            .collect();
        let tree = Ranges::new(ranges.iter().copied());
        for value in 0..1100 {
            let mut found = Vec::new();
            tree.visit(value, value, |row, _| {
                found.push(row);
                true
            });
            found.sort_unstable();
            let expected: Vec<u32> = ranges
                .iter()
                .filter(|(_, first, last)| (*first..=*last).contains(&value))
                .map(|(row, ..)| *row)
                .collect();
            assert_eq!(found, expected, "{value}");
        }
        Ranges::new([]).visit(1, 1, |_, _| panic!("there are no ranges"));
    }
}
