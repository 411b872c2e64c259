//! Where values can be stored, and what merges.

use crate::{checked_with, culprit, expect, numbers};
use vrlet_compiler::ReadOnly;
use vrlet_value::{Path, Root, Step};

#[test]
fn parents_must_be_able_to_hold_what_is_stored() {
    expect(&[
        (".a.b.c = 1", &[]),
        ("x.a.b = 1; x", &[]),
        ("x = {}; x.a = 1; x", &[]),
        ("x = {}; x.a.b = 1", &[642]),
        ("x = null; x.a = 1", &[642]),
        (".a = 5; .a.b = 1", &[642]),
        (".a[0] = 1; .a.b = 2", &[642]),
        (".[0] = 9", &[642]),
        ("% = 5; %.", &[203]),
        ("x = .q; x.a.b = 1; x", &[]),
        ("x, x.a = read(\"5\"); x", &[]),
    ]);
    assert_eq!(culprit("x = {}; x.a.b = 1"), "b");
    assert_eq!(culprit(".a = 5; .a[0] = 1"), "[0]");
}

#[test]
fn targets_are_places() {
    expect(&[
        ("_ = 1", &[640]),
        ("_, _ = read(1)", &[640]),
        ("_, _ = 1", &[104]),
        ("_ = read(1)", &[103]),
        ("{\"a\": 1}.a = 2", &[641]),
        ("shout(\"a\").b = 2", &[641]),
        ("_, e = read(1)\ne", &[]),
    ]);
}

#[test]
fn only_objects_merge() {
    expect(&[
        (". |= {\"a\": 1}", &[]),
        (".a |= {}", &[652]),
        (". |= .a", &[652]),
        ("x |= {}", &[701]),
        ("x = {}; x |= {\"a\": read(1)}", &[103]),
        ("_ |= {}", &[652]),
    ]);
}

#[test]
fn the_host_may_lock_places() {
    let path = Path::from(vec![Step::Field("locked".into()), Step::Field("down".into())]);
    let codes = |source: &str, recursive: bool| {
        let read_only = [ReadOnly { root: Root::Event, path: path.clone(), recursive }];
        numbers(checked_with(source, true, &read_only))
    };
    for (source, refused) in [
        (".locked.down = 1", true),
        (".locked.down.deep = 1", true),
        (".locked = {}", true),
        (". = {}", true),
        (".locked.up = 1", false),
        ("%locked.down = 1", false),
        ("locked.down = 1; locked", false),
    ] {
        assert_eq!(codes(source, true) == [315], refused, "{source}");
    }
    assert!(codes(".locked.down.deep = 1", false).is_empty(), "what lies below may change");
    assert_eq!(codes("drop(.locked.down)", true), [610]);
    assert!(codes("drop(.locked.up)", true).is_empty());
}
