//! Shrinks a program that differs to a small one that differs.

use crate::tree::Tree;

/// How many programs are tried at most.
const TRIES: usize = 500;

/// The smallest program and events found for which `differs` holds.
pub fn shrink(
    mut program: Tree,
    mut events: Vec<String>,
    differs: impl Fn(&str, &[String]) -> bool,
) -> (String, Vec<String>) {
    for event in events.clone() {
        let alone = vec![event];
        if differs(&program.render(), &alone) {
            events = alone;
            break;
        }
    }
    let mut tries = 0;
    'again: loop {
        for smaller in program.smaller() {
            tries += 1;
            if tries > TRIES {
                break 'again;
            }
            if differs(&smaller.render(), &events) {
                program = smaller;
                continue 'again;
            }
        }
        break;
    }
    let source = program.render();
    shrink_events(&source, &mut events, differs);
    (source, events)
}

fn shrink_events(source: &str, events: &mut [String], differs: impl Fn(&str, &[String]) -> bool) {
    for number in 0..events.len() {
        let Ok(serde_json::Value::Object(mut fields)) = serde_json::from_str(&events[number])
        else {
            continue;
        };
        for key in fields.keys().cloned().collect::<Vec<_>>() {
            let Some(removed) = fields.remove(&key) else { continue };
            let mut fewer = events.to_vec();
            fewer[number] = serde_json::Value::Object(fields.clone()).to_string();
            if differs(source, &fewer) {
                events.clone_from_slice(&fewer);
            } else {
                fields.insert(key, removed);
            }
        }
    }
}
