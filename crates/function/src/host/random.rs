//! Randomness. The host gives the source, each machine draws from a generator of its own: machines on
//! different threads share nothing.

use crate::Failure;

/// Where random bytes come from.
pub trait Random: Send + Sync {
    /// A generator for one machine.
    fn generator(&self) -> Box<dyn Generator>;
}

/// Random bytes for one machine.
pub trait Generator: Send {
    /// Fills `bytes`.
    ///
    /// # Errors
    /// Where the host gives programs no randomness, or has none itself.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Failure>;
}

/// A host without randomness.
#[derive(Clone, Copy, Debug)]
pub struct NoRandom;

impl Random for NoRandom {
    fn generator(&self) -> Box<dyn Generator> {
        Box::new(Self)
    }
}

impl Generator for NoRandom {
    fn fill(&mut self, _: &mut [u8]) -> Result<(), Failure> {
        Err(Failure::fixed("the host gives programs no randomness"))
    }
}

/// Randomness that repeats itself, for tests: every machine draws the same from the same seed, in this
/// version and in later ones. It keeps no secrets.
#[derive(Clone, Copy, Debug)]
pub struct SeededRandom {
    seed: u64,
}

impl SeededRandom {
    /// Randomness of a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed }
    }
}

impl Random for SeededRandom {
    fn generator(&self) -> Box<dyn Generator> {
        Box::new(SplitMix(self.seed))
    }
}

/// The generator `SplitMix64` of Steele, Lea and Flood.
struct SplitMix(u64);

impl Generator for SplitMix {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Failure> {
        for chunk in bytes.chunks_mut(size_of::<u64>()) {
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut mixed = self.0;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            mixed ^= mixed >> 31;
            chunk.copy_from_slice(&mixed.to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}
