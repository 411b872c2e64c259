//! Flow logs for measurements: `flows EVENTS ADDRESSES` writes so many records, in each of which one end is one of so
//! many public addresses, picked at random, and the other a private one.

use std::io::{BufWriter, Write};

/// The places of `pkt_dstaddr` and `pkt_srcaddr` in the flagship's format.
const ENDS: [usize; 2] = [13, 15];

fn main() {
    let arguments: Vec<u64> =
        std::env::args().skip(1).map(|number| number.parse().expect("a number")).collect();
    let [events, addresses] = arguments.as_slice() else { panic!("usage: flows EVENTS ADDRESSES") };
    let samples = include_str!("../../../../examples/flow-logs/events.ndjson");
    let samples: Vec<&str> = samples.lines().filter(|line| line.contains(" OK ")).collect();
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut random = Random(1);
    for event in 0..*events {
        let sample = samples[random.below(samples.len() as u64) as usize];
        let (before, message) = sample.split_once(":\"").expect("a message");
        let message = message.trim_end_matches("\"}");
        let mut fields: Vec<String> = message.split(' ').map(str::to_owned).collect();
        let public = public_address(random.below(*addresses));
        let private = format!("10.{}.{}.{}", event % 4, event / 4 % 256, random.below(250) + 1);
        let outward = random.below(2) as usize;
        fields[ENDS[outward]] = public;
        fields[ENDS[1 - outward]] = private;
        writeln!(out, "{before}:\"{}\"}}", fields.join(" ")).expect("a writable output");
    }
}

/// One of many addresses of the public space, all over it.
fn public_address(index: u64) -> String {
    let bits = index.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
    // The first byte of networks that are handed out.
    let first =
        [3, 8, 13, 18, 31, 46, 52, 62, 80, 91, 104, 142, 151, 185, 194, 203][index as usize % 16];
    format!("{first}.{}.{}.{}", bits >> 16 & 255, bits >> 8 & 255, bits & 255)
}

struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}
