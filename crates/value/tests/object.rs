//! Property tests of objects against a simple model: a list of fields.

use vrlet_value::{FieldCache, Key, MergeCache, Object, Step, Value, json};

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

type Model = Vec<(Key, Value)>;

fn set(model: &mut Model, key: &Key, value: Value) -> Option<Value> {
    if let Some((_, old)) = model.iter_mut().find(|(known, _)| known == key) {
        return Some(std::mem::replace(old, value));
    }
    model.push((key.clone(), value));
    None
}

fn unset(model: &mut Model, key: &Key) -> Option<Value> {
    let slot = model.iter().position(|(known, _)| known == key)?;
    Some(model.remove(slot).1)
}

fn check(object: &Object, model: &Model) {
    assert_eq!(object.len(), model.len());
    assert_eq!(object.is_empty(), model.is_empty());
    assert!(
        object.iter().map(|(key, value)| (key.clone(), value.clone())).eq(model.iter().cloned())
    );
    let mut sorted: Vec<&Key> = model.iter().map(|(key, _)| key).collect();
    sorted.sort();
    assert!(object.sorted().map(|(key, _)| key).eq(sorted));
    assert!(object.sorted().all(|(key, value)| object.get(key) == Some(value)));
    assert!(object.values().all(|value| value.depth() < object.depth()));
}

fn key(number: usize) -> Key {
    Key::from(format!("field {number}"))
}

fn value(random: &mut Random) -> Value {
    match random.below(4) {
        0 => Value::from(vec![Value::from(vec![Value::Null])]),
        1 => Value::Null,
        number => Value::Integer(number as i64),
    }
}

/// Some thousand operations on four objects that share their parts, each beside its model.
fn agree_with_the_model(seed: u64, keys: usize) {
    let random = &mut Random(seed);
    let mut objects: Vec<(Object, Model)> = (0..4).map(|_| (Object::new(), Model::new())).collect();
    let mut readers = vec![FieldCache::default(); keys];
    let mut writers = vec![FieldCache::default(); keys];
    let mut merges = [MergeCache::default(), MergeCache::default()];
    for _ in 0..2000 {
        let at = random.below(objects.len());
        let number = random.below(keys);
        let key = key(number);
        let new = value(random);
        let other = objects[random.below(4)].clone();
        let (object, model) = &mut objects[at];
        match random.below(16) {
            0..=3 => assert_eq!(object.insert(key.clone(), new.clone()), set(model, &key, new)),
            4..=7 => {
                object.insert_cached(&key, new.clone(), &mut writers[number]);
                set(model, &key, new);
            }
            8 | 9 => assert_eq!(object.remove(&key), unset(model, &key)),
            10 => {
                let old = model
                    .iter_mut()
                    .find(|(known, _)| *known == key)
                    .map(|(_, value)| std::mem::take(value));
                assert_eq!(object.take(&key), old);
            }
            11 => {
                object.merge(other.0);
                other.1.into_iter().for_each(|(key, value)| drop(set(model, &key, value)));
            }
            12 | 13 => {
                object.merge_cached(other.0, &mut merges[random.below(2)]);
                other.1.into_iter().for_each(|(key, value)| drop(set(model, &key, value)));
            }
            14 => {
                object.retain(|key, value| !value.is_null() || key.ends_with('1'));
                model.retain(|(key, value)| !value.is_null() || key.ends_with('1'));
            }
            _ => objects[at] = other,
        }
        let (object, model) = &objects[at];
        let expected = model.iter().find(|(known, _)| *known == key).map(|(_, value)| value);
        assert_eq!(object.get(&key), expected);
        assert_eq!(object.get_cached(&key, &mut readers[number]), expected);
        // A site that wrote may also read.
        assert_eq!(object.get_cached(&key, &mut writers[number]), expected);
        check(object, model);
        // The others share parts with it and must not have changed.
        let (object, model) = &objects[random.below(4)];
        check(object, model);
    }
}

#[test]
fn few_keys_agree_with_the_model() {
    (0..4).for_each(|seed| agree_with_the_model(seed, 5));
}

#[test]
fn some_keys_agree_with_the_model() {
    (10..12).for_each(|seed| agree_with_the_model(seed, 20));
}

#[test]
fn many_keys_agree_with_the_model() {
    agree_with_the_model(20, 200);
}

#[test]
fn equality_knows_no_order_and_no_layout() {
    let numbered = |numbers: &mut dyn Iterator<Item = usize>| -> Object {
        numbers.map(|number| (key(number), Value::Integer(number as i64))).collect()
    };
    for length in [0, 1, 5, 128, 129, 300] {
        let up = numbered(&mut (0..length));
        let down = numbered(&mut (0..length).rev());
        // More room than a shape may have makes a dictionary from the start.
        let mut dictionary = Object::with_capacity(1000);
        up.iter().for_each(|(key, value)| drop(dictionary.insert(key.clone(), value.clone())));
        assert_eq!(up, down);
        assert_eq!(up, dictionary);
        assert_eq!(dictionary, down);
        let mut other = down.clone();
        other.insert(key(length), Value::Null);
        assert_ne!(up, other);
        other.remove(&key(length));
        assert_eq!(up, other);
        if length > 0 {
            other.insert(key(0), Value::Null);
            assert_ne!(up, other);
            assert_ne!(dictionary, other);
        }
    }
}

#[test]
fn order_is_kept_and_a_removed_key_comes_back_last() {
    let mut object: Object =
        ["z", "a", "m"].into_iter().map(|name| (name.into(), Value::from(name))).collect();
    let names = |object: &Object| object.keys().map(Key::to_string).collect::<String>();
    let sorted =
        |object: &Object| object.sorted().map(|(key, _)| key.to_string()).collect::<String>();
    assert_eq!((names(&object), sorted(&object)), ("zam".into(), "amz".into()));
    object.insert("a".into(), Value::Null);
    assert_eq!(names(&object), "zam");
    object.remove("z");
    object.insert("z".into(), Value::Null);
    assert_eq!((names(&object), sorted(&object)), ("amz".into(), "amz".into()));
    let keys: String = object.into_iter().map(|(key, _)| key.to_string()).collect();
    assert_eq!(keys, "amz");
}

#[test]
fn a_copy_does_not_see_later_writes() {
    let mut object = Object::from_iter([("a".into(), Value::Integer(1))]);
    let copy = object.clone();
    object.insert("a".into(), Value::Integer(2));
    object.insert_cached(&"b".into(), Value::Null, &mut FieldCache::default());
    object.merge_cached(Object::from_iter([("c".into(), Value::Null)]), &mut MergeCache::default());
    object.remove("a");
    assert_eq!(copy, Object::from_iter([("a".into(), Value::Integer(1))]));
    assert_eq!(object.keys().map(Key::to_string).collect::<String>(), "bc");
}

#[test]
fn a_site_that_added_a_field_reads_none_before() {
    let before = Object::from_iter([("a".into(), Value::Integer(1))]);
    let mut after = before.clone();
    let mut cache = FieldCache::default();
    after.insert_cached(&"b".into(), Value::Integer(2), &mut cache);
    assert_eq!(before.get_cached("b", &mut cache), None);
    assert_eq!(after.get_cached("b", &mut cache), Some(&Value::Integer(2)));
    assert_eq!(before.get_cached("b", &mut cache), None);
}

#[test]
fn streams_of_new_keys_become_dictionaries() {
    // More layouts than a tree of shapes may hold.
    for number in 0..10_000 {
        let mut object = Object::new();
        for part in 0..4 {
            object.insert(Key::from(format!("{part}-{number}")), Value::Integer(part));
        }
        assert_eq!(object.len(), 4);
        assert_eq!(object.remove(&format!("1-{number}")), Some(Value::Integer(1)));
        assert_eq!(object.values().cloned().collect::<Vec<_>>(), [0, 2, 3].map(Value::Integer));
    }
}

#[test]
fn shapes_of_other_threads_work() {
    let fields = || (0..20).map(|number| (key(number), Value::Integer(number as i64)));
    let foreign: Object = std::thread::spawn(move || fields().collect()).join().expect("no panic");
    let mut own: Object = fields().collect();
    assert_eq!(own, foreign);
    let mut cache = MergeCache::default();
    own.merge_cached(foreign.clone(), &mut cache);
    own.merge_cached(foreign.clone(), &mut cache);
    assert_eq!(own, foreign);
    let mut reader = FieldCache::default();
    for object in [&own, &foreign, &own] {
        assert_eq!(object.get_cached("field 7", &mut reader), Some(&Value::Integer(7)));
    }
}

#[test]
fn a_key_that_is_not_utf8_is_mended() {
    let text = vrlet_value::Text::from_bytes(b"a\xff");
    assert_eq!(&*Key::from(&text), "a\u{fffd}");
}

fn json_of(value: &Value) -> String {
    let mut text = Vec::new();
    json::write(value, &mut text);
    String::from_utf8_lossy(&text).into_owned()
}

#[test]
fn what_was_written_ahead_is_forgotten_when_the_object_changes() {
    let inner = Object::from_iter([(Key::from("c"), Value::from(1))]).with_cached_json();
    let fields = [(Key::from("a"), Value::from("x")), (Key::from("b"), Value::Object(inner))];
    let record = Object::from_iter(fields);
    let field = |name: &str| Step::Field(Key::from(name));
    let (a, b, c) = (field("a"), field("b"), field("c"));
    type Change<'a> = &'a dyn Fn(&mut Value);
    let changes: [(&str, Change<'_>); 8] = [
        ("nothing", &|_| {}),
        ("a new field", &|value| drop(value.insert(&[field("new")], Value::Null))),
        ("another value", &|value| drop(value.insert(std::slice::from_ref(&a), Value::Null))),
        ("a value below", &|value| drop(value.insert(&[b.clone(), c.clone()], Value::Null))),
        ("a field less", &|value| drop(value.remove(std::slice::from_ref(&a), false))),
        ("a field less below", &|value| drop(value.remove(&[b.clone(), c.clone()], true))),
        ("a merge", &|value| {
            let other = Object::from_iter([(Key::from("z"), Value::from(true))]);
            if let Value::Object(object) = value {
                object.merge_cached(other, &mut MergeCache::default());
            }
        }),
        ("a cached insert", &|value| {
            if let Value::Object(object) = value {
                object.insert_cached(&Key::from("y"), Value::Null, &mut FieldCache::default());
            }
        }),
    ];
    for (name, change) in changes {
        for shared in [true, false] {
            let mut expected = Value::Object(record.clone());
            let mut changed = Value::Object(record.clone().with_cached_json());
            let other_holder = shared.then(|| changed.clone());
            change(&mut expected);
            change(&mut changed);
            assert_eq!(json_of(&changed), json_of(&expected), "{name}");
            if let Some(other) = other_holder {
                assert_eq!(json_of(&other), json_of(&Value::Object(record.clone())), "{name}");
            }
        }
    }
}
