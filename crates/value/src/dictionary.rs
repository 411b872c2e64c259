//! Fields of objects that have too many for a shape, in a hash map. The keys come from outside, so the
//! hash is seeded: nobody can choose keys that all fall together.

use std::hash::BuildHasher;
use std::sync::LazyLock;

use foldhash::fast::{FoldHasher, RandomState};
use indexmap::IndexMap;

use crate::{Key, Value};

pub(crate) type Dictionary = IndexMap<Key, Value, SeededHasher>;

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
