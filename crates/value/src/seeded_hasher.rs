//! The hasher of objects that have too many fields for a shape. Their keys come from outside, so the hash is
//! seeded: nobody can choose keys that all collide.

use std::hash::BuildHasher;
use std::sync::LazyLock;

use foldhash::fast::{FoldHasher, RandomState};

/// Makes hashers with the seed of this process. Without a size of its own it leaves objects small.
#[derive(Clone, Copy, Default)]
pub(crate) struct SeededHasher;

impl BuildHasher for SeededHasher {
    type Hasher = FoldHasher<'static>;

    fn build_hasher(&self) -> Self::Hasher {
        static SEED: LazyLock<RandomState> = LazyLock::new(RandomState::default);
        SEED.build_hasher()
    }
}
