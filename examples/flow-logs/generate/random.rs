//! A seeded random generator: the same numbers on every machine, so that the samples can be compared byte
//! by byte. Integers only, because floating-point functions differ between platforms in their last bit.

/// A splitmix64 generator.
pub struct Random(u64);

impl Random {
    /// A generator whose whole sequence follows from `seed`.
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// The next 64 bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low + 1)
    }

    /// True in `percent` of 100 calls.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.between(1, 100) <= percent
    }

    /// One item of a list that is not empty.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.between(0, items.len() as u64 - 1) as usize]
    }

    /// A number from `low` on with a heavy tail: each doubling is half as likely as the one
    /// before, up to `doublings`. Most flows are small, a few carry most of the bytes.
    pub fn heavy(&mut self, low: u64, doublings: u32) -> u64 {
        let bucket = self.next().trailing_zeros().min(doublings);
        let floor = low << bucket;
        self.between(floor, 2 * floor - 1)
    }
}
