//! Damaged seeds on a stable compiler: the same damage in every run, a few seconds of it. `ROUNDS` asks
//! for more, `SEED` for other damage.

use std::fs;
use std::path::Path;

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Numbers that look random.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }
}

/// Changes a few bytes, takes some out or puts a piece of another seed in.
fn damaged(seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = seeds[random.below(seeds.len())].clone();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len() + 1);
        let end = (at + random.below(20)).min(bytes.len());
        match random.below(5) {
            0 if at < bytes.len() => bytes[at] = u8::try_from(random.below(256)).unwrap(),
            1 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let other = &seeds[random.below(seeds.len())];
                let from = random.below(other.len());
                let to = (from + random.below(30)).min(other.len());
                bytes.splice(at..at, other[from..to].iter().copied());
            }
            _ => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
    bytes
}

fn seeds(paths: &[&str]) -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut seeds = Vec::new();
    for path in paths {
        let path = root.join(path);
        if path.is_dir() {
            let mut files: Vec<_> =
                fs::read_dir(path).unwrap().map(|file| file.unwrap().path()).collect();
            files.sort();
            seeds.extend(
                files.into_iter().filter(|file| file.is_file()).map(|file| fs::read(file).unwrap()),
            );
        } else {
            seeds.push(fs::read(path).unwrap());
        }
    }
    assert!(!seeds.is_empty());
    seeds
}

fn feed(target: fn(&[u8]), rounds: u64, seeds: &[Vec<u8>]) {
    for seed in seeds {
        target(seed);
    }
    let mut random = Random(number("SEED", 0));
    for _ in 0..number("ROUNDS", rounds) {
        let bytes = damaged(seeds, &mut random);
        let outcome = std::panic::catch_unwind(|| target(&bytes));
        assert!(outcome.is_ok(), "{}", bytes.escape_ascii());
    }
}

#[test]
fn texts_for_the_parser() {
    feed(vrlet_fuzz::parse, 1_000, &seeds(&["tests/fuzz/seeds/program"]));
}

#[test]
fn programs() {
    feed(vrlet_fuzz::run, 1_000, &seeds(&["tests/fuzz/seeds/program"]));
}

#[test]
fn csv_tables() {
    feed(vrlet_fuzz::csv, 1_000, &seeds(&["tests/fuzz/seeds/csv"]));
}

#[test]
fn mmdb_tables() {
    let databases = ["examples/flow-logs/asn.mmdb", "examples/flow-logs/city.mmdb"];
    feed(vrlet_fuzz::mmdb, 1_000, &seeds(&databases));
}

#[test]
fn events() {
    feed(vrlet_fuzz::json, 10_000, &seeds(&["tests/fuzz/seeds/json"]));
}
