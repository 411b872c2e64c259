//! How costs grow: compiling longer programs, and growing an array in a loop.
//!
//! `cargo run --release --bin growth`

use std::time::Duration;

use cpu_time::ThreadTime;
use vrl::compiler::{Context, TargetValue, TimeZone, state::RuntimeState};
use vrl::value::Secrets;
use vrlet::{Engine, Event};

/// The reference takes a minute from here on.
const MOST_FOR_REFERENCE: usize = 800;
/// The reference copies the array for each element.
const MOST_PUSHES_FOR_REFERENCE: usize = 10_000;

const PUSHES: &str = r"
list = []
for_each(array!(.items)) -> |_index, value| { list = push(list, value) }
length(list)
";

fn main() {
    println!("| assignments | reference | vrlet |\n|---:|---:|---:|");
    for count in [400, 800, 1600, 3200] {
        let source: String =
            (0..count).map(|index| format!(".field_{index} = {index}\n")).collect();
        let reference = (count <= MOST_FOR_REFERENCE).then(|| {
            let functions = vrl::stdlib::all();
            timed(|| drop(vrl::compiler::compile(&source, &functions).expect("it compiles")))
        });
        let ours = timed(|| drop(Engine::builder().build().compile(&source).expect("it compiles")));
        println!("| {count} | {} | {} |", cell(reference), cell(Some(ours)));
    }
    println!("\n| pushes | reference | vrlet |\n|---:|---:|---:|");
    for count in [1_000, 10_000, 50_000, 100_000] {
        let items = vec!["1"; count].join(",");
        let event = format!(r#"{{"items":[{items}]}}"#);
        let reference = (count <= MOST_PUSHES_FOR_REFERENCE).then(|| reference_pushes(&event));
        println!("| {count} | {} | {} |", cell(reference), cell(Some(our_pushes(&event))));
    }
}

fn our_pushes(event: &str) -> Duration {
    let program = Engine::builder().build().compile(PUSHES).expect("it compiles");
    let mut vm = program.vm();
    let mut event = Event::from_json(event).expect("an event");
    timed(|| drop(vm.run(&mut event).expect("it runs")))
}

fn reference_pushes(event: &str) -> Duration {
    let program = vrl::compiler::compile(PUSHES, &vrl::stdlib::all()).expect("it compiles").program;
    let mut target = TargetValue {
        value: serde_json::from_str(event).expect("an event"),
        metadata: vrl::value::Value::Object(vrl::value::ObjectMap::new()),
        secrets: Secrets::default(),
    };
    let (mut state, timezone) = (RuntimeState::default(), TimeZone::default());
    let mut context = Context::new(&mut target, &mut state, &timezone);
    timed(|| drop(program.resolve(&mut context).expect("it runs")))
}

/// The middle of three runs.
fn timed(mut work: impl FnMut()) -> Duration {
    let mut times = [(); 3].map(|()| {
        let start = ThreadTime::now();
        work();
        start.elapsed()
    });
    times.sort_unstable();
    times[1]
}

fn cell(time: Option<Duration>) -> String {
    time.map_or("–".to_owned(), |time| format!("{:.1} ms", time.as_secs_f64() * 1e3))
}
