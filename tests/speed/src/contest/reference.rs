//! The reference engine, the published crate `vrl`, as Vector and OpenObserve embed it.

use vrl::compiler::{Context, Function, Program, TargetValue, TimeZone, state::RuntimeState};
use vrl::value::{Secrets, Value};

use super::Contestant;
use super::reference_tables::{GetRecord, Tables};
use super::tables::TableFiles;

pub struct Reference {
    program: Program,
    timezone: TimeZone,
    state: RuntimeState,
}

impl Reference {
    pub fn new(source: &str, files: &TableFiles) -> Self {
        let mut functions = vrl::stdlib::all();
        let tables = Tables::open(files);
        functions.push(Box::new(GetRecord(tables)) as Box<dyn Function>);
        let compiled = vrl::compiler::compile(source, &functions);
        let program = compiled.unwrap_or_else(|error| panic!("{error:?}")).program;
        Self { program, timezone: TimeZone::default(), state: RuntimeState::default() }
    }
}

impl Reference {
    /// A program without tables; `None` where it does not compile.
    #[must_use]
    pub fn of(source: &str) -> Option<Self> {
        let program = vrl::compiler::compile(source, &vrl::stdlib::all()).ok()?.program;
        Some(Self { program, timezone: TimeZone::default(), state: RuntimeState::default() })
    }
}

impl Contestant for Reference {
    fn run(&mut self, input: &[u8], out: &mut Vec<u8>) {
        let mut start = 0;
        while start < input.len() {
            let end =
                memchr::memchr(b'\n', &input[start..]).map_or(input.len(), |length| start + length);
            let line = &input[start..end];
            start = end + 1;
            let value: Value = serde_json::from_slice(line).expect("the workload is JSON");
            let mut target = TargetValue {
                value,
                metadata: Value::Object(vrl::value::ObjectMap::new()),
                secrets: Secrets::default(),
            };
            self.state.clear();
            let mut context = Context::new(&mut target, &mut self.state, &self.timezone);
            match self.program.resolve(&mut context) {
                Ok(_) => serde_json::to_writer(&mut *out, &target.value)
                    .expect("a buffer takes everything"),
                Err(_) => out.extend_from_slice(line),
            }
            out.push(b'\n');
        }
    }
}
