//! What a program is said to touch, against what it does: a place that it does not read can change without
//! changing anything else, and a place that it does not write stays as it is.

use std::sync::Arc;

use vrlet_compiler::{Uses, emit};
use vrlet_value::{Key, Object, Path, Step, Value};
use vrlet_vm::{Machine, Program};

use crate::agree::{TestHost, on_machine, value};
use crate::evaluate::{End, Ran};
use crate::generate::{self, Random};
use crate::number;

/// How many programs are made; `PROGRAMS` asks for more, `SEED` for others.
const PROGRAMS: u64 = 1_000;
/// The places that are changed and looked at; those of the generator, and one that it never names.
const PLACES: &[&str] =
    &["a", "b", "c", "e", "other", "a.a", "a.b", "b.a", "b.c", "c.a", "c.b", "e.a"];

/// A program that is not what it is said to be.
struct Wrong {
    source: String,
    report: String,
}

#[test]
fn random_programs_touch_what_they_are_said_to() {
    let test_host = TestHost::new();
    let (count, first) = (number("PROGRAMS", PROGRAMS), number("SEED", 0));
    let (mut narrow, mut wrong) = (0, Vec::new());
    for seed in first..first + count {
        let mut random = Random(seed);
        let source = generate::program(&mut random);
        let Some((uses, program)) = compile(&test_host, &source) else { continue };
        narrow += u32::from(!uses.event.reads.is_all() && !uses.event.writes.is_all());
        for _ in 0..3 {
            let mut given = || value(&generate::event(&mut random)).expect("events are JSON");
            let (event, metadata) = (given(), given());
            let mut check = Check { test_host: &test_host, uses: &uses, program: &program };
            if let Err(report) = check.run(&event, &metadata, &mut random) {
                wrong.push(Wrong { source: source.clone(), report });
                break;
            }
        }
    }
    for Wrong { source, report } in wrong.iter().take(5) {
        println!("{source}\n{report}\n");
    }
    assert!(wrong.is_empty(), "{} programs touch something else", wrong.len());
    assert!(u64::from(narrow) * 10 > count, "too few programs touch only a part: {narrow}");
}

fn compile(test_host: &TestHost, source: &str) -> Option<(Uses, Arc<Program>)> {
    let ast = vrlet_parser::parse(source).ok()?;
    let tree = test_host.tree(&ast)?;
    Some((Uses::of(&tree), Arc::new(emit(tree))))
}

struct Check<'a> {
    test_host: &'a TestHost,
    uses: &'a Uses,
    program: &'a Arc<Program>,
}

impl Check<'_> {
    fn run(&mut self, event: &Value, metadata: &Value, random: &mut Random) -> Result<(), String> {
        let ran = self.ran(event, metadata);
        for place in PLACES {
            let path = path(place);
            if !self.uses.event.writes.overlaps(&path) && event.get(&path) != ran.event.get(&path) {
                return Err(format!("`.{place}` is written over {event}: {ran}"));
            }
            if !self.uses.metadata.writes.overlaps(&path)
                && metadata.get(&path) != ran.metadata.get(&path)
            {
                return Err(format!("`%{place}` is written over {metadata}: {ran}"));
            }
            let fresh = value(&generate::event(random)).expect("events are JSON");
            if !self.uses.event.reads.overlaps(&path)
                && let Some(other) = changed(event, &path, fresh.clone())
            {
                let again = self.ran(&other, metadata);
                let is_same = without(&ran.event, &path) == without(&again.event, &path)
                    && ran.metadata == again.metadata
                    && self.ends_alike(&ran.end, &again.end);
                if !is_same {
                    return Err(format!("`.{place}` is read:\n{event}\n{other}\n{ran}\n{again}"));
                }
            }
            if !self.uses.metadata.reads.overlaps(&path)
                && let Some(other) = changed(metadata, &path, fresh)
            {
                let again = self.ran(event, &other);
                let is_same = without(&ran.metadata, &path) == without(&again.metadata, &path)
                    && ran.event == again.event
                    && ran.end == again.end;
                if !is_same {
                    return Err(format!(
                        "`%{place}` is read:\n{metadata}\n{other}\n{ran}\n{again}"
                    ));
                }
            }
        }
        if !self.uses.can_abort && matches!(ran.end, End::Aborted(_)) {
            return Err(format!("aborts over {event}: {ran}"));
        }
        Ok(())
    }

    fn ran(&self, event: &Value, metadata: &Value) -> Ran {
        let mut machine = Machine::new(Arc::clone(self.program), self.test_host.host());
        on_machine(&mut machine, event.clone(), metadata.clone())
    }

    /// Whether two runs end the same; the event itself as the value differs where the events do.
    fn ends_alike(&self, left: &End, right: &End) -> bool {
        match (left, right) {
            (End::Value(_), End::Value(_)) if self.uses.returns_event => true,
            (left, right) => left == right,
        }
    }
}

fn path(text: &str) -> Path {
    text.split('.').map(|name| Step::Field(Key::from(name))).collect()
}

/// The value with another one at a path; none where there is no object around the path.
fn changed(value: &Value, path: &[Step], fresh: Value) -> Option<Value> {
    let (_, parent) = path.split_last()?;
    matches!(value.get(parent), Some(Value::Object(_))).then_some(())?;
    let mut changed = value.clone();
    if matches!(&fresh, Value::Object(object) if object.is_empty()) {
        changed.remove(path, false);
    } else {
        changed.insert(path, fresh).ok()?;
    }
    Some(changed)
}

/// The value without what stands at a path.
fn without(value: &Value, path: &[Step]) -> Value {
    let mut rest = value.clone();
    rest.remove(path, false);
    if rest == Value::Null { Object::new().into() } else { rest }
}
