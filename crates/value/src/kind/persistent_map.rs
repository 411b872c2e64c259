//! An ordered map whose copies share what they have in common: a persistent treap.
//!
//! A copy costs one reference; changing it copies the path to the change, or nothing while unshared. Nodes
//! are ordered by key from left to right and by the hash of the key from the top down, so two maps with the
//! same keys have the same form however they were made. What differs between two maps that come from one is
//! therefore found in proportion to the difference, which is what the checker asks where branches join.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::{Arc, LazyLock};

/// Nobody can choose keys that make a degenerate tree.
static SEED: LazyLock<RandomState> = LazyLock::new(RandomState::new);

#[derive(Clone, Debug)]
pub(super) struct PersistentMap<K, V> {
    root: Link<K, V>,
    len: usize,
}

type Link<K, V> = Option<Arc<Node<K, V>>>;

#[derive(Clone, Debug)]
struct Node<K, V> {
    key: K,
    value: V,
    priority: u64,
    left: Link<K, V>,
    right: Link<K, V>,
}

/// A key whose values differ between two maps, or that only one of them has.
#[derive(PartialEq, Debug)]
pub(super) enum Difference<K, V> {
    Both(K, V, V),
    Left(K, V),
    Right(K, V),
}

impl<K, V> PersistentMap<K, V> {
    pub const fn new() -> Self {
        Self { root: None, len: 0 }
    }

    pub const fn len(&self) -> usize {
        self.len
    }

    pub const fn is_empty(&self) -> bool {
        self.root.is_none()
    }

    /// The entries in the order of their keys.
    pub fn iter(&self) -> Iter<'_, K, V> {
        let mut iter = Iter { above: Vec::new(), left: self.len };
        iter.descend(&self.root);
        iter
    }

    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    pub fn last_key(&self) -> Option<&K> {
        let mut node = self.root.as_ref()?;
        while let Some(right) = &node.right {
            node = right;
        }
        Some(&node.key)
    }
}

impl<K: Ord, V> PersistentMap<K, V> {
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let mut link = &self.root;
        while let Some(node) = link {
            link = match key.cmp(node.key.borrow()) {
                Ordering::Less => &node.left,
                Ordering::Equal => return Some(&node.value),
                Ordering::Greater => &node.right,
            };
        }
        None
    }

    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.get(key).is_some()
    }
}

impl<K: Ord + Hash + Clone, V: Clone> PersistentMap<K, V> {
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        // What is not there must not copy the way to it.
        if self.contains_key(key) { find_mut(&mut self.root, key) } else { None }
    }

    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        let priority = SEED.hash_one(&key);
        let old = insert(&mut self.root, key, value, priority);
        self.len += usize::from(old.is_none());
        old
    }

    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        if !self.contains_key(key) {
            return None;
        }
        self.len -= 1;
        remove(&mut self.root, key)
    }

    /// Changes every value.
    pub fn change_all(&mut self, mut change: impl FnMut(&mut V)) {
        let mut links = vec![&mut self.root];
        while let Some(link) = links.pop() {
            if let Some(node) = link {
                let node = Arc::make_mut(node);
                change(&mut node.value);
                links.extend([&mut node.left, &mut node.right]);
            }
        }
    }

    /// The keys whose values are not the `same` in both maps, in no order.
    pub fn differences(
        &self,
        other: &Self,
        same: impl Fn(&V, &V) -> bool,
    ) -> Vec<Difference<K, V>> {
        let mut found = Vec::new();
        let mut pairs = vec![(self.root.clone(), other.root.clone())];
        while let Some((left, right)) = pairs.pop() {
            match (left, right) {
                (None, None) => {}
                (Some(left), Some(right)) if Arc::ptr_eq(&left, &right) => {}
                (Some(left), Some(right)) if left.key == right.key => {
                    if !same(&left.value, &right.value) {
                        let (key, value) = (left.key.clone(), left.value.clone());
                        found.push(Difference::Both(key, value, right.value.clone()));
                    }
                    pairs.push((left.left.clone(), right.left.clone()));
                    pairs.push((left.right.clone(), right.right.clone()));
                }
                // The key that would stand higher is not in the other map.
                (Some(left), right) if right.as_ref().is_none_or(|it| left.is_above(it)) => {
                    let (before, after) = split(right, &left.key);
                    pairs.push((left.left.clone(), before));
                    pairs.push((left.right.clone(), after));
                    found.push(Difference::Left(left.key.clone(), left.value.clone()));
                }
                (left, Some(right)) => {
                    let (before, after) = split(left, &right.key);
                    pairs.push((before, right.left.clone()));
                    pairs.push((after, right.right.clone()));
                    found.push(Difference::Right(right.key.clone(), right.value.clone()));
                }
                (Some(_), None) => unreachable!("nothing stands above what is there"),
            }
        }
        found
    }
}

impl<K: Ord, V> Node<K, V> {
    /// Whether this node stands above another one wherever both are.
    fn is_above(&self, other: &Self) -> bool {
        (self.priority, &self.key) > (other.priority, &other.key)
    }
}

fn find_mut<'m, K: Ord + Clone + Borrow<Q>, Q: Ord + ?Sized, V: Clone>(
    link: &'m mut Link<K, V>,
    key: &Q,
) -> Option<&'m mut V> {
    let node = Arc::make_mut(link.as_mut()?);
    match key.cmp(node.key.borrow()) {
        Ordering::Less => find_mut(&mut node.left, key),
        Ordering::Equal => Some(&mut node.value),
        Ordering::Greater => find_mut(&mut node.right, key),
    }
}

fn insert<K: Ord + Clone, V: Clone>(
    link: &mut Link<K, V>,
    key: K,
    value: V,
    priority: u64,
) -> Option<V> {
    match link {
        Some(node) if (node.priority, &node.key) >= (priority, &key) => {
            let node = Arc::make_mut(node);
            match key.cmp(&node.key) {
                Ordering::Less => insert(&mut node.left, key, value, priority),
                Ordering::Equal => Some(std::mem::replace(&mut node.value, value)),
                Ordering::Greater => insert(&mut node.right, key, value, priority),
            }
        }
        Some(_) | None => {
            let (left, right) = split(link.take(), &key);
            *link = Some(Arc::new(Node { key, value, priority, left, right }));
            None
        }
    }
}

fn remove<K: Ord + Clone + Borrow<Q>, Q: Ord + ?Sized, V: Clone>(
    link: &mut Link<K, V>,
    key: &Q,
) -> Option<V> {
    let node = Arc::make_mut(link.as_mut()?);
    match key.cmp(node.key.borrow()) {
        Ordering::Less => remove(&mut node.left, key),
        Ordering::Greater => remove(&mut node.right, key),
        Ordering::Equal => {
            let below = join(node.left.take(), node.right.take());
            let removed = std::mem::replace(link, below)?;
            Some(Arc::unwrap_or_clone(removed).value)
        }
    }
}

/// Cuts a tree at a key that is not in it.
fn split<K: Ord + Clone, V: Clone>(link: Link<K, V>, key: &K) -> (Link<K, V>, Link<K, V>) {
    let Some(mut node) = link else { return (None, None) };
    let cut = Arc::make_mut(&mut node);
    if cut.key < *key {
        let (before, after) = split(cut.right.take(), key);
        cut.right = before;
        (Some(node), after)
    } else {
        let (before, after) = split(cut.left.take(), key);
        cut.left = after;
        (before, Some(node))
    }
}

/// One tree of two, all keys of the left one being smaller.
fn join<K: Ord + Clone, V: Clone>(left: Link<K, V>, right: Link<K, V>) -> Link<K, V> {
    match (left, right) {
        (Some(mut left), Some(mut right)) => {
            if left.is_above(&right) {
                let top = Arc::make_mut(&mut left);
                top.right = join(top.right.take(), Some(right));
                Some(left)
            } else {
                let top = Arc::make_mut(&mut right);
                top.left = join(Some(left), top.left.take());
                Some(right)
            }
        }
        (one, other) => one.or(other),
    }
}

pub(super) struct Iter<'m, K, V> {
    /// Nodes that come before what stands above them, the next one last.
    above: Vec<&'m Node<K, V>>,
    left: usize,
}

impl<'m, K, V> Iter<'m, K, V> {
    fn descend(&mut self, mut link: &'m Link<K, V>) {
        while let Some(node) = link {
            self.above.push(node);
            link = &node.left;
        }
    }
}

impl<'m, K, V> Iterator for Iter<'m, K, V> {
    type Item = (&'m K, &'m V);

    fn next(&mut self) -> Option<Self::Item> {
        let node = self.above.pop()?;
        self.descend(&node.right);
        self.left -= 1;
        Some((&node.key, &node.value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<K, V> ExactSizeIterator for Iter<'_, K, V> {}

impl<K: Ord + Hash + Clone, V: Clone> FromIterator<(K, V)> for PersistentMap<K, V> {
    /// Of several values for one key the last one counts.
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        for (key, value) in entries {
            map.insert(key, value);
        }
        map
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for PersistentMap<K, V> {
    fn eq(&self, other: &Self) -> bool {
        let mut pairs = vec![(&self.root, &other.root)];
        while let Some(pair) = pairs.pop() {
            match pair {
                (None, None) => {}
                (Some(left), Some(right)) if Arc::ptr_eq(left, right) => {}
                (Some(left), Some(right)) if left.key == right.key && left.value == right.value => {
                    pairs.push((&left.left, &right.left));
                    pairs.push((&left.right, &right.right));
                }
                // The same keys have the same form.
                (Some(_) | None, Some(_) | None) => return false,
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{Difference, PersistentMap};

    /// A small generator of the xorshift family.
    fn next(random: &mut u64) -> u64 {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        *random >> 16
    }

    fn entries(map: &PersistentMap<u64, u64>) -> Vec<(u64, u64)> {
        map.iter().map(|(key, value)| (*key, *value)).collect()
    }

    #[test]
    fn it_does_what_an_ordered_map_does_and_copies_do_not_see_changes() {
        let mut random = 0x9e37_79b9_7f4a_7c15;
        let (mut map, mut model) = (PersistentMap::new(), BTreeMap::new());
        let mut copies = Vec::new();
        for step in 0..4000_u64 {
            let key = next(&mut random) % 500;
            match next(&mut random) % 4 {
                0 => assert_eq!(map.remove(&key), model.remove(&key)),
                1 => {
                    let value = map.get_mut(&key);
                    assert_eq!(value, model.get_mut(&key));
                    if let Some(value) = value {
                        *value = step;
                        model.insert(key, step);
                    }
                }
                _ => assert_eq!(map.insert(key, step), model.insert(key, step)),
            }
            assert_eq!((map.len(), map.is_empty()), (model.len(), model.is_empty()));
            assert_eq!(map.get(&key), model.get(&key));
            assert_eq!(map.last_key(), model.last_key_value().map(|(key, _)| key));
            if step % 100 == 0 {
                copies.push((map.clone(), model.clone()));
            }
        }
        for (map, model) in &copies {
            assert_eq!(entries(map), model.clone().into_iter().collect::<Vec<_>>());
            assert_eq!(map.iter().len(), model.len());
        }
        for (one, other) in copies.iter().zip(copies.iter().rev()) {
            let mut found: Vec<_> = one.0.differences(&other.0, |left, right| left == right);
            found.sort_by_key(|difference| match difference {
                Difference::Both(key, ..)
                | Difference::Left(key, _)
                | Difference::Right(key, _) => *key,
            });
            let keys: BTreeSet<u64> = one.1.keys().chain(other.1.keys()).copied().collect();
            let of_key = |key: u64| match (one.1.get(&key), other.1.get(&key)) {
                (Some(left), Some(right)) if left == right => None,
                (Some(left), Some(right)) => Some(Difference::Both(key, *left, *right)),
                (Some(left), None) => Some(Difference::Left(key, *left)),
                (None, Some(right)) => Some(Difference::Right(key, *right)),
                (None, None) => None,
            };
            let expected: Vec<_> = keys.into_iter().filter_map(of_key).collect();
            assert_eq!(found, expected);
            assert_eq!(one.0 == other.0, expected.is_empty());
        }
    }

    #[test]
    fn the_order_of_insertions_does_not_matter() {
        let up: PersistentMap<u64, u64> = (0..1000).map(|key| (key, key)).collect();
        let down: PersistentMap<u64, u64> = (0..1000).rev().map(|key| (key, key)).collect();
        assert_eq!(up, down);
        assert!(up.differences(&down, |left, right| left == right).is_empty());
    }

    #[test]
    fn what_copies_share_is_not_compared() {
        let map: PersistentMap<u64, u64> = (0..10_000).map(|key| (key, key)).collect();
        let mut changed = map.clone();
        changed.insert(5_000, 0);
        changed.insert(10_001, 0);
        changed.remove(&7_000);
        let compared = std::cell::Cell::new(0);
        let found = map.differences(&changed, |left, right| {
            compared.set(compared.get() + 1);
            left == right
        });
        assert_eq!(found.len(), 3);
        assert!(compared.get() < 500, "{} values were compared", compared.get());
    }
}
