//! Property tests of the kind algebra: union, subset, writes and deletions on random kinds from fixed seeds.

use std::collections::BTreeSet;

use vrlet_value::kind::{Collection, Kind, KindSet};
use vrlet_value::{Key, Step};

const SAMPLES: u64 = 3000;

/// A small generator of the xorshift family: the same kinds on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) % limit
    }

    fn kind(&mut self, depth: u32) -> Kind {
        const PLAIN: [KindSet; 6] = [
            KindSet::BYTES,
            KindSet::INTEGER,
            KindSet::NULL,
            KindSet::FLOAT.or(KindSet::BOOLEAN),
            KindSet::COLLECTION,
            KindSet::VALUE,
        ];
        let plain = Kind::from(PLAIN[self.below(PLAIN.len() as u64) as usize]);
        if depth == 0 {
            return plain;
        }
        match self.below(6) {
            0 | 1 => {
                let fields = ["a", "b", "c"].into_iter().filter(|_| self.below(2) == 0);
                let names: BTreeSet<_> = fields.map(Key::from).collect();
                let fields: Vec<_> =
                    names.into_iter().map(|name| (name, self.member(depth))).collect();
                Kind::object(Collection::of_fields(fields).with_rest(self.rest(depth)))
            }
            2 | 3 => {
                let length = self.below(4);
                let elements: Vec<_> = (0..length).map(|_| self.kind(depth - 1)).collect();
                Kind::array(Collection::of_elements(elements).with_rest(self.rest(depth)))
            }
            4 => plain.union(&self.kind(depth - 1)),
            _ => plain,
        }
    }

    fn member(&mut self, depth: u32) -> Kind {
        let kind = self.kind(depth - 1);
        if self.below(4) == 0 { kind.or_undefined() } else { kind }
    }

    fn rest(&mut self, depth: u32) -> Kind {
        match self.below(4) {
            0 => Kind::any(),
            1 => self.kind(depth - 1),
            _ => Kind::undefined(),
        }
    }

    fn path(&mut self) -> Vec<Step> {
        let length = 1 + self.below(3);
        let step = |random: &mut Self| match random.below(7) {
            0 => Step::Field(Key::from("a")),
            1 => Step::Field(Key::from("b")),
            2 => Step::Field(Key::from("z")),
            index => Step::Index(index as i64 - 5),
        };
        (0..length).map(|_| step(self)).collect()
    }
}

fn samples(mut law: impl FnMut(&mut Random)) {
    for seed in 1..=SAMPLES {
        law(&mut Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
    }
}

#[test]
fn union_is_commutative_associative_and_idempotent() {
    samples(|random| {
        let (a, b, c) = (random.kind(3), random.kind(3), random.kind(3));
        assert_eq!(a.union(&b), b.union(&a));
        assert_eq!(a.union(&a), a);
        let (left, right) = (a.union(&b).union(&c), a.union(&b.union(&c)));
        assert!(left.is_subset_of(&right) && right.is_subset_of(&left), "{a:?} {b:?} {c:?}");
    });
}

#[test]
fn never_adds_nothing_and_any_takes_all() {
    samples(|random| {
        let kind = random.kind(3);
        assert_eq!(kind.union(&Kind::never()), kind);
        assert!(kind.is_subset_of(&Kind::any()));
        assert!(Kind::never().is_subset_of(&kind));
        assert!(kind.union(&Kind::any()).is_subset_of(&Kind::any()));
        assert!(Kind::any().is_subset_of(&kind.union(&Kind::any())));
    });
}

#[test]
fn both_sides_are_subsets_of_their_union() {
    samples(|random| {
        let (a, b) = (random.kind(3), random.kind(3));
        let both = a.union(&b);
        assert!(a.is_subset_of(&a));
        assert!(a.is_subset_of(&both) && b.is_subset_of(&both), "{a:?} {b:?} {both:?}");
        assert!(!both.is_subset_of(&a) || b.is_subset_of(&a));
    });
}

#[test]
fn get_respects_subsets() {
    samples(|random| {
        let (a, b, path) = (random.kind(3), random.kind(3), random.path());
        let from_end = path.iter().any(|step| matches!(step, Step::Index(index) if *index < 0));
        if !from_end {
            assert!(a.get(&path).is_subset_of(&a.union(&b).get(&path)), "{a:?} {b:?} {path:?}");
        }
    });
}

#[test]
fn what_was_stored_is_found() {
    samples(|random| {
        let (mut kind, value, path) = (random.kind(3), random.member(2), random.path());
        kind.insert(&path, value.clone());
        let found = kind.get(&path);
        assert!(value.clone().stored().is_subset_of(&found), "{value:?} {path:?} {found:?}");
        if path.iter().all(|step| !matches!(step, Step::Index(index) if *index < 0)) {
            assert_eq!(found, value.stored());
        }
    });
}

#[test]
fn a_value_that_never_comes_changes_nothing() {
    samples(|random| {
        let (kind, path) = (random.kind(3), random.path());
        let mut after = kind.clone();
        after.insert(&path, Kind::never());
        assert_eq!(after, kind);
    });
}

#[test]
fn what_was_removed_may_be_missing() {
    samples(|random| {
        let (mut kind, path) = (random.kind(3), random.path());
        let only_fields = path.iter().all(|step| matches!(step, Step::Field(_)));
        kind.remove(&path, Some(false));
        if only_fields {
            assert!(kind.get(&path).contains_undefined(), "{kind:?} {path:?}");
        }
    });
}

#[test]
fn an_unknown_compact_covers_both() {
    samples(|random| {
        let (kind, path) = (random.kind(3), random.path());
        let removed = |compact| {
            let mut kind = kind.clone();
            kind.remove(&path, compact);
            kind
        };
        let either = removed(None);
        for compact in [true, false] {
            let one = removed(Some(compact));
            assert!(one.is_subset_of(&either), "{kind:?} {path:?} {compact}: {one:?} {either:?}");
        }
    });
}

#[test]
fn huge_indices_and_deep_kinds_stay_small() {
    let mut kind = Kind::array(Collection::empty());
    for index in [i64::MAX, i64::MIN, 1_000_000, -1_000_000] {
        kind.insert(&[Step::Index(index)], Kind::integer());
        kind.remove(&[Step::Index(index)], None);
    }
    assert_eq!(kind.get(&[Step::Index(0)]), Kind::integer().or_null().or_undefined());

    let mut nested = Kind::integer();
    for _ in 0..100_000 {
        nested = Kind::array(Collection::of_elements([nested]));
    }
    nested.insert(&vec![Step::Field(Key::from("a")); 100_000], nested.clone());
    assert!(nested.is(KindSet::OBJECT));
}

#[test]
fn thousands_of_fields_are_stored_in_place() {
    let mut event = Kind::any_object();
    for field in 0..20_000 {
        event.insert(&[Step::Field(Key::from(format!("x{field}").as_str()))], Kind::integer());
    }
    assert_eq!(event.as_object().map(|object| object.known().len()), Some(20_000));
}

#[test]
fn parents_must_be_able_to_hold_the_path() {
    let field = |name: &str| Step::Field(Key::from(name));
    let object = Kind::object(Collection::empty().with("a", Kind::any_array()));
    assert_eq!(object.can_hold(&[field("z")]), Ok(()));
    assert_eq!(object.can_hold(&[field("z"), field("y")]), Err(1));
    assert_eq!(object.can_hold(&[field("a"), Step::Index(0), field("b")]), Ok(()));
    assert_eq!(object.can_hold(&[field("a"), field("b"), field("c")]), Err(2));
    assert_eq!(Kind::any().can_hold(&[field("a"), Step::Index(0)]), Ok(()));
    assert_eq!(Kind::integer().can_hold(&[]), Ok(()));
}

#[test]
fn sets_read_as_people_say_them() {
    assert_eq!(KindSet::STRING.to_string(), "string");
    assert_eq!(KindSet::NUMBER.to_string(), "integer or float");
    assert_eq!((KindSet::STRING | KindSet::NUMBER).to_string(), "string, integer or float");
    assert_eq!(KindSet::ANY.to_string(), "any value");
    assert_eq!(KindSet::ANY.without(KindSet::NULL).to_string(), "any value except null");
    assert_eq!(Kind::undefined().to_string(), "undefined");
    assert_eq!(Kind::never().to_string(), "never");
}

#[test]
fn closures_receive_the_union_of_the_elements() {
    let split = Kind::array_of(Kind::bytes());
    assert_eq!(split.element_union(), Kind::bytes());
    assert_eq!(Kind::array(Collection::empty()).element_union(), Kind::never());
    let record =
        Collection::empty().with("a", Kind::integer().or_undefined()).with("b", Kind::float());
    assert_eq!(Kind::object(record).element_union(), Kind::integer().or_float().or_undefined());
    assert_eq!(Kind::any_object().element_union(), Kind::from(KindSet::VALUE));
}
