//! The search tree: one node a bit of the address, two records a node.

/// Bits of one record in the file.
pub const RECORD_BITS: u16 = 24;

/// Bits of an address.
const ADDRESS_BITS: u32 = 128;

#[derive(Clone, Copy)]
enum Record {
    /// No network here.
    Nothing,
    /// The search goes on at this node.
    Node(usize),
    /// A network: the offset of its record in the data section.
    Data(usize),
}

/// A tree that grows as networks are added.
pub struct Tree {
    nodes: Vec<[Record; 2]>,
}

impl Tree {
    /// A tree in which no address has a record.
    pub fn new() -> Tree {
        Tree { nodes: vec![[Record::Nothing; 2]] }
    }

    /// How many nodes there are.
    pub fn node_count(&self) -> u32 {
        self.nodes.len() as u32
    }

    /// Gives the network the record at `offset`. Wider networks must have been added before.
    pub fn insert(&mut self, address: u128, prefix: u32, offset: usize) {
        *self.slot(address, prefix) = Record::Data(offset);
    }

    /// Makes `from` another way to reach what the network `to` leads to.
    pub fn alias(&mut self, from: u128, prefix: u32, to: (u128, u32)) {
        let shared = *self.slot(to.0, to.1);
        *self.slot(from, prefix) = shared;
    }

    /// The record where the walk along the network's bits ends. Missing nodes are made on the
    /// way; where a wider network is in the way, both halves of a new node inherit it.
    fn slot(&mut self, address: u128, prefix: u32) -> &mut Record {
        let mut node = 0;
        for depth in 0..prefix - 1 {
            let side = bit(address, depth);
            node = match self.nodes[node][side] {
                Record::Node(next) => next,
                inherited @ (Record::Nothing | Record::Data(_)) => {
                    self.nodes.push([inherited; 2]);
                    let next = self.nodes.len() - 1;
                    self.nodes[node][side] = Record::Node(next);
                    next
                }
            };
        }
        &mut self.nodes[node][bit(address, prefix - 1)]
    }

    /// The tree as it stands in the file. A record below the number of nodes names a node, the
    /// number itself means nothing, and what is above points into the data section, which
    /// begins `separator` bytes after the tree.
    pub fn bytes(&self, separator: usize) -> Vec<u8> {
        let count = self.nodes.len();
        let mut bytes = Vec::with_capacity(count * usize::from(RECORD_BITS) / 4);
        for record in self.nodes.iter().flatten() {
            let number = match record {
                Record::Nothing => count,
                Record::Node(node) => *node,
                Record::Data(offset) => count + separator + offset,
            };
            assert!(number < 1 << RECORD_BITS, "the database is too large for its record size");
            bytes.extend_from_slice(&(number as u32).to_be_bytes()[1..]);
        }
        bytes
    }
}

fn bit(address: u128, depth: u32) -> usize {
    (address >> (ADDRESS_BITS - 1 - depth) & 1) as usize
}
