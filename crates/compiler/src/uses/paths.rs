//! Sets of paths: what a program reads or writes of an event.

use std::collections::BTreeSet;

use vrlet_value::{Path, Step};

/// A set of paths below a root. Each stands for the place itself and all that is in it, so no path of the
/// set leads into another one; the path of no steps is everything.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Paths(BTreeSet<Path>);

impl Paths {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the set is everything below the root: that holds where nothing less can be said.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.0.contains(&Path::root())
    }

    /// The paths, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Path> {
        self.0.iter()
    }

    /// Whether a path leads to a place of the set or into one.
    #[must_use]
    pub fn covers(&self, path: &[Step]) -> bool {
        (0..=path.len()).any(|length| self.0.contains(&Path::from(path[..length].to_vec())))
    }

    /// Whether a place may have a part in common with one of the set: one leads into the other, or they
    /// part at an index. Indices may meet, since negative ones count from the end and elements move up;
    /// an index and a field may as well, since a write replaces what is of the wrong kind.
    #[must_use]
    pub fn overlaps(&self, path: &[Step]) -> bool {
        self.0.iter().any(|of_set| {
            let parted = of_set.iter().zip(path).find(|(left, right)| left != right);
            !matches!(parted, Some((Step::Field(_), Step::Field(_))))
        })
    }

    /// Adds a path, and everything below it.
    pub(crate) fn insert(&mut self, path: &[Step]) {
        if self.covers(path) {
            return;
        }
        let path = Path::from(path.to_vec());
        let below = self.0.range(path.clone()..).take_while(|other| other.starts_with(&path));
        let below: Vec<Path> = below.cloned().collect();
        for path in &below {
            self.0.remove(path);
        }
        self.0.insert(path);
    }
}

#[cfg(test)]
mod tests {
    use vrlet_value::{Key, Path, Step};

    use super::Paths;

    fn path(text: &str) -> Path {
        let step = |part: &str| match part.parse() {
            Ok(index) => Step::Index(index),
            Err(_) => Step::Field(Key::from(part)),
        };
        text.split('.').filter(|part| !part.is_empty()).map(step).collect()
    }

    fn paths(texts: &[&str]) -> Paths {
        let mut paths = Paths::default();
        texts.iter().for_each(|text| paths.insert(&path(text)));
        paths
    }

    #[test]
    fn the_outer_path_stands_for_the_inner_ones() {
        let names = |paths: &Paths| paths.iter().map(Path::to_string).collect::<Vec<_>>();
        assert_eq!(names(&paths(&["a.b", "a.c", "aa", "a", "a.b.c"])), ["a", "aa"]);
        assert_eq!(names(&paths(&["b", "a.0", "a.b"])), ["a.b", "a[0]", "b"]);
        let all = paths(&["a", "", "b"]);
        assert!(all.is_all() && all.iter().count() == 1);
        assert!(paths(&[]).is_empty() && !paths(&[]).is_all());
    }

    #[test]
    fn what_is_covered_lies_below() {
        let paths = paths(&["a.b"]);
        assert!(paths.covers(&path("a.b")) && paths.covers(&path("a.b.c")));
        assert!(!paths.covers(&path("a")) && !paths.covers(&path("a.c")));
    }

    #[test]
    fn places_overlap_unless_they_part_at_fields() {
        let paths = paths(&["a.b", "c.0"]);
        for path_of in ["", "a", "a.b", "a.b.c", "a.1", "c", "c.1.x", "c.d"] {
            assert!(paths.overlaps(&path(path_of)), "{path_of}");
        }
        for path_of in ["a.c", "b", "b.0"] {
            assert!(!paths.overlaps(&path(path_of)), "{path_of}");
        }
    }
}
