//! Longest-prefix match: the networks that contain an address, the narrowest first.
//!
//! Networks are nested or apart, so each has at most one parent, the narrowest one around it. A lookup
//! finds the last network that starts at or before the address and goes up from there. Where to look for
//! it is said by the first 16 bits of an IPv4 address, so a table of a million networks is searched in
//! about as many steps as a small one.

/// The networks of a table.
pub struct Prefixes {
    /// Sorted by their first address, a wider network before those inside it.
    networks: Vec<Network>,
    /// For each value of the first 16 bits of an IPv4 address, how many networks start before it; empty
    /// for a table so small that a search through all of it is as fast.
    starts: Vec<u32>,
}

#[derive(Clone, Copy)]
struct Network {
    first: u128,
    last: u128,
    row: u32,
    parent: u32,
}

const NONE: u32 = u32::MAX;
/// The first address of those that stand for IPv4 addresses, `::ffff:0.0.0.0`.
const IPV4: u128 = 0xffff_0000_0000;
const SLICES: u128 = 1 << 16;
/// A table with fewer networks is searched as a whole.
const LARGE: usize = 1 << 12;

impl Prefixes {
    /// Indexes networks: row, first and last address.
    pub fn new(networks: impl IntoIterator<Item = (u32, u128, u128)>) -> Self {
        let mut networks: Vec<Network> = networks
            .into_iter()
            .map(|(row, first, last)| Network { first, last, row, parent: NONE })
            .collect();
        networks.sort_unstable_by_key(|network| {
            (network.first, std::cmp::Reverse(network.last), network.row)
        });
        let mut around: Vec<u32> = Vec::new();
        for index in 0..networks.len() {
            let Network { first, .. } = networks[index];
            while around.last().is_some_and(|outer| networks[*outer as usize].last < first) {
                around.pop();
            }
            networks[index].parent = around.last().copied().unwrap_or(NONE);
            around.push(position(index));
        }
        let slices = if networks.len() < LARGE { 0..0 } else { 0..SLICES + 1 };
        let starts = slices
            .map(|slice| {
                let first = IPV4 + (slice << 16);
                position(networks.partition_point(|network| network.first < first))
            })
            .collect();
        Self { networks, starts }
    }

    /// Calls `visit` with each row whose network contains the address and the size of the network, less
    /// one, from the narrowest to the widest, until it says `false`.
    pub fn visit(&self, address: u128, mut visit: impl FnMut(u32, u128) -> bool) {
        let slice = address.checked_sub(IPV4).and_then(|bits| usize::try_from(bits >> 16).ok());
        let bounds = slice.and_then(|slice| self.starts.get(slice..slice + 2));
        let (from, to) = match bounds {
            Some(bounds) => (bounds[0] as usize, bounds[1] as usize),
            None => (0, self.networks.len()),
        };
        let after =
            from + self.networks[from..to].partition_point(|network| network.first <= address);
        let mut index = after.checked_sub(1).map_or(NONE, position);
        while let Some(network) = self.networks.get(index as usize) {
            if address <= network.last && !visit(network.row, network.last - network.first) {
                return;
            }
            index = network.parent;
        }
    }
}

/// A position in the list of networks, of which there are no more than rows.
fn position(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(NONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(prefixes: &Prefixes, address: u128) -> Vec<u32> {
        let mut rows = Vec::new();
        prefixes.visit(address, |row, _| {
            rows.push(row);
            true
        });
        rows
    }

    #[test]
    fn nested_networks_come_from_the_narrowest_to_the_widest() {
        let v4 = |bits: u128| IPV4 + bits;
        let prefixes = Prefixes::new([
            (0, 0, u128::MAX),
            (1, v4(0x0a00_0000), v4(0x0aff_ffff)),
            (2, v4(0x0a01_0000), v4(0x0a01_ffff)),
            (3, v4(0x0a01_0200), v4(0x0a01_02ff)),
            (4, v4(0x0b00_0000), v4(0x0b00_00ff)),
            (5, 0x2001 << 112, (0x2001 << 112) + 0xffff),
        ]);
        assert_eq!(found(&prefixes, v4(0x0a01_0203)), [3, 2, 1, 0]);
        assert_eq!(found(&prefixes, v4(0x0a01_ff00)), [2, 1, 0]);
        assert_eq!(found(&prefixes, v4(0x0aff_0000)), [1, 0]);
        assert_eq!(found(&prefixes, v4(0x0b00_0100)), [0]);
        assert_eq!(found(&prefixes, (0x2001 << 112) + 5), [5, 0]);
        assert_eq!(found(&prefixes, 0), [0]);
        assert_eq!(found(&prefixes, u128::MAX), [0]);
        assert!(found(&Prefixes::new([]), 7).is_empty());
    }

    #[test]
    fn large_tables_are_searched_by_slices_with_the_same_result() {
        let networks: Vec<(u32, u128, u128)> = (0..20_000_u32)
            .map(|row| {
                let size = 1_u128 << (row % 20);
                let first = IPV4 + u128::from(row.wrapping_mul(2_654_435_761)) / size * size;
                (row, first, first + size - 1)
            })
            .collect();
        let large = Prefixes::new(networks.iter().copied());
        let whole = Prefixes { networks: large.networks.clone(), starts: Vec::new() };
        assert!(!large.starts.is_empty());
        let mut hits = 0;
        for step in 0..20_000_u32 {
            let address = IPV4 + u128::from(step.wrapping_mul(1_640_531_527));
            let rows = found(&large, address);
            assert_eq!(rows, found(&whole, address), "{address:x}");
            hits += rows.len();
        }
        assert!(hits > 1000, "{hits}");
    }

    #[test]
    fn equal_networks_are_both_found() {
        let prefixes = Prefixes::new([(7, 16, 31), (3, 16, 31), (5, 0, 15)]);
        assert_eq!(found(&prefixes, 20).len(), 2);
        assert_eq!(found(&prefixes, 3), [5]);
    }
}
