//! Every builtin keeps what the checker promises of it, whatever it is called with: the result is of the
//! declared kind, a call that can't fail does not, and nothing panics.
//!
//! The calls are made up at random, out of the arguments of the examples among others, and the same in
//! every run; `SEED` asks for others, `ROUNDS` for more.

use std::collections::BTreeMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use vrlet::function::{Binding, Function, Param};
use vrlet::syntax::{TokenKind, tokens};
use vrlet::value::{Key, KindSet};
use vrlet::{Engine, Event, Limits, Object, Outcome, Program as Compiled, Value};

use super::fits::fits;
use super::literal::{literal, quoted};
use super::random::Random;

/// Calls of each function.
const ROUNDS: u64 = 20;
/// How many problems of one function are told.
const MOST_PROBLEMS: usize = 3;

/// Functions whose results can lie outside of what is declared, by VRL's types. Programs compile by these
/// types, so they are kept; whatever takes such a result is guarded by the machine.
const TYPES_OF_VRL: &[&str] = &[
    // What may be an array or an object is declared as an object.
    "compact",
    "flatten",
    "tag_types_externally",
    // What is left out, renamed or moved stays known by its old place.
    "map_keys",
    "map_values",
    "pop",
    "slice",
    // Where the value is not surely a collection there is no kind at all; the empty path replaces it.
    "remove",
    "set",
    // The divisor alone decides whether the remainder is a float.
    "mod",
    // Lists are declared as strings.
    "parse_aws_alb_log",
    // What may be null, or of another kind inside, is declared as what it is most of the time.
    "parse_cef",
    "parse_tokens",
    "parse_url",
    "parse_xml",
    // Groups with a name are never null.
    "parse_regex",
    "parse_regex_all",
    // Every hash is a string.
    "xxhash",
];

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn engine() -> Engine {
    let limits = Limits { steps: 100_000, bytes: 1 << 20, ..Limits::default() };
    Engine::builder().limits(limits).build()
}

#[test]
fn promises_are_kept() {
    let engine = engine();
    let mut problems = Vec::new();
    let mut count = BTreeMap::new();
    for function in engine.functions().iter() {
        let mut random = Random::new(number("SEED", 0));
        let seeds = Seeds::of(function, &engine);
        let mut told = 0;
        for _ in 0..number("ROUNDS", ROUNDS) {
            let program = Program::call(function, &seeds, &mut random);
            match check(&engine, function, &program) {
                Ok(ending) => *count.entry(ending).or_insert(0) += 1,
                Err(problem) if told < MOST_PROBLEMS => {
                    told += 1;
                    problems.push(format!("{program}\n  {problem}"));
                }
                Err(_) => {}
            }
        }
    }
    println!("{count:?}");
    assert!(problems.is_empty(), "\n{}\n{} problems", problems.join("\n"), problems.len());
}

/// A value whose kind is another than the checker believes comes to no harm in any function.
#[test]
fn results_of_vrl_kinds_are_guarded() {
    let engine = engine();
    let functions: Vec<&Function> = engine.functions().iter().collect();
    let mut problems = Vec::new();
    let mut count = BTreeMap::new();
    for function in functions.iter().filter(|function| TYPES_OF_VRL.contains(&function.name)) {
        let mut random = Random::new(number("SEED", 0));
        let seeds = Seeds::of(function, &engine);
        for _ in 0..5 * number("ROUNDS", ROUNDS) {
            let giver = Program::call(function, &seeds, &mut random);
            let taker = *random.pick(&functions);
            let taken = Program::after(&giver, taker, &mut random);
            let before = format!("x, _err = {}\n", giver.source);
            let run = || {
                let Some((compiled, _)) = compile(&engine, &before, taker, &taken.source) else {
                    return Ending::Refused;
                };
                match compiled.vm().run(&mut Event::from(Value::from(taken.event.clone()))) {
                    Ok(_) => Ending::Gave,
                    Err(_) => Ending::Failed,
                }
            };
            match catch_unwind(AssertUnwindSafe(run)) {
                Ok(ending) => *count.entry(ending).or_insert(0) += 1,
                Err(_) => problems.push(format!("{before}{taken}\n  panicked")),
            }
        }
    }
    println!("{count:?}");
    assert!(problems.is_empty(), "\n{}\n{} problems", problems.join("\n"), problems.len());
}

/// What became of a call.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Ending {
    Refused,
    Failed,
    Gave,
}

/// Runs a call and holds it against the checker's word.
fn check(engine: &Engine, function: &Function, program: &Program) -> Result<Ending, String> {
    let call = program.source.as_str();
    let run = || {
        let Some((compiled, fallible)) = compile(engine, "", function, call) else {
            return Ok(Ending::Refused);
        };
        match compiled.vm().run(&mut Event::from(Value::from(program.event.clone()))) {
            Ok(Outcome::Value(value)) => {
                let kind = &compiled.result().kind;
                let excused = TYPES_OF_VRL.contains(&function.name);
                if excused || fits(&value, kind) {
                    Ok(Ending::Gave)
                } else {
                    Err(format!("{value} is outside of what was declared, {kind:?}"))
                }
            }
            Ok(Outcome::Aborted(reason)) => Err(format!("aborted: {reason:?}")),
            Err(error) if fallible || may_fail(function, call, &error.message) => {
                Ok(Ending::Failed)
            }
            Err(error) => Err(format!("failed, although it can't: {error}")),
        }
    };
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| Err("panicked".to_owned()))
}

/// Compiles a call after other lines, and says whether it can fail: a call that compiles by itself can't,
/// another one can be told not to ask.
fn compile(
    engine: &Engine,
    before: &str,
    function: &Function,
    call: &str,
) -> Option<(Compiled, bool)> {
    let bang = format!("{before}{}!{}", function.name, &call[function.name.len()..]);
    let plain = engine.compile(&format!("{before}{call}"));
    plain
        .ok()
        .map(|compiled| (compiled, false))
        .or_else(|| Some((engine.compile(&bang).ok()?, true)))
}

/// Whether a call that can't fail may fail all the same: an argument asserts its kind, the contract says
/// so, or the result would be larger than the host allows.
fn may_fail(function: &Function, call: &str, message: &str) -> bool {
    call.contains("!(.")
        || function.fails_untyped.is_some()
        || message.contains("raise the host's limit")
}

/// Values that stand in the examples of a function.
struct Seeds(Vec<Value>);

impl Seeds {
    fn of(function: &Function, engine: &Engine) -> Self {
        let mut values = Vec::new();
        for example in function.examples {
            for (kind, span) in tokens(example.source) {
                if matches!(kind, TokenKind::Number | TokenKind::String | TokenKind::Quoted) {
                    values.extend(constant(
                        engine,
                        &example.source[span.start as usize..span.end as usize],
                    ));
                }
            }
            if let Ok(event) = Event::from_json(example.event) {
                leaves(event.value(), &mut values);
            }
        }
        Self(values)
    }

    /// A value of the kinds.
    fn value(&self, kinds: KindSet, random: &mut Random) -> Value {
        let fitting: Vec<&Value> =
            self.0.iter().filter(|value| kinds.contains_value(value)).collect();
        if fitting.is_empty() || random.once_in(2) {
            return random.value(kinds);
        }
        match *random.pick(&fitting) {
            Value::Bytes(text) if random.once_in(2) => Value::Bytes(random.damaged(&text.to_str())),
            value => value.clone(),
        }
    }
}

/// What a literal stands for.
fn constant(engine: &Engine, source: &str) -> Option<Value> {
    let program = engine.compile(source).ok()?;
    match program.vm().run(&mut Event::from(Value::from(Object::new()))) {
        Ok(Outcome::Value(value)) => Some(value),
        _ => None,
    }
}

fn leaves(value: &Value, found: &mut Vec<Value>) {
    found.push(value.clone());
    match value {
        Value::Object(object) => object.values().for_each(|value| leaves(value, found)),
        Value::Array(array) => array.iter().for_each(|value| leaves(value, found)),
        _ => {}
    }
}

/// A call, and the event that it takes arguments from.
struct Program {
    source: String,
    event: Object,
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  over {}", self.source, Value::from(self.event.clone()))
    }
}

impl Program {
    fn call(function: &Function, seeds: &Seeds, random: &mut Random) -> Self {
        Self::write(function, None, Object::new(), seeds, random)
    }

    /// A call that takes the variable `x`, after another call.
    fn after(before: &Self, function: &Function, random: &mut Random) -> Self {
        Self::write(function, Some("x"), before.event.clone(), &Seeds(Vec::new()), random)
    }

    fn write(
        function: &Function,
        first: Option<&str>,
        mut event: Object,
        seeds: &Seeds,
        random: &mut Random,
    ) -> Self {
        let mut arguments: Vec<String> = first.iter().map(|&first| first.to_owned()).collect();
        for param in function.params.iter().skip(arguments.len()) {
            if param.required || random.once_in(2) {
                let argument = argument(param, seeds, random, &mut event);
                arguments.push(match param.required {
                    true => argument,
                    false => format!("{}: {argument}", param.name),
                });
            }
        }
        let closure = function.closure.as_ref().map_or(String::new(), |closure| {
            let names: Vec<String> = (0..closure.params.len()).map(|at| format!("p{at}")).collect();
            let own = random.below(names.len());
            let result = if closure.result == KindSet::ANY && random.once_in(2) {
                names[own].clone()
            } else {
                written(&random.value(closure.result.without(KindSet::UNDEFINED)))
            };
            format!(" -> |{}| {{ {result} }}", names.join(", "))
        });
        Self { source: format!("{}({}){closure}", function.name, arguments.join(", ")), event }
    }
}

/// A literal, or null where there is none.
fn written(value: &Value) -> String {
    literal(value).unwrap_or_else(|| "null".to_owned())
}

/// An argument: a constant, a field whose kind is known or not, or one thing or another.
fn argument(param: &Param, seeds: &Seeds, random: &mut Random, event: &mut Object) -> String {
    let value = value_for(param, seeds, random);
    match param.binding {
        Binding::Constant | Binding::InPlace => return written(&value),
        Binding::Place => return path(param, value, random, event),
        Binding::Fields => {
            let fields = (0..random.below(3)).map(|at| {
                let value = dynamic(random.value(KindSet::VALUE), random, event);
                format!("{}: {value}", quoted(&format!("column{at}")))
            });
            return format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "));
        }
        Binding::Value => {}
    }
    match random.below(10) {
        0..5 => literal(&value).unwrap_or_else(|| dynamic(value, random, event)),
        5..9 => dynamic(value, random, event),
        _ => {
            let other = written(&value_for(param, seeds, random));
            let field = field(value, event);
            format!("(string({field}) ?? {other})")
        }
    }
}

fn value_for(param: &Param, seeds: &Seeds, random: &mut Random) -> Value {
    if !param.choices.is_empty() && !random.once_in(8) {
        return Value::from(*random.pick(param.choices));
    }
    let kinds = param.kinds.without(KindSet::UNDEFINED);
    match param.elements {
        Some(elements) if kinds == KindSet::ARRAY => {
            Value::Array(random.array(elements.without(KindSet::UNDEFINED), 2))
        }
        _ => seeds.value(kinds, random),
    }
}

/// A field of the event with that value.
fn field(value: Value, event: &mut Object) -> String {
    let name = format!("a{}", event.len());
    event.insert(Key::from(name.as_str()), value);
    format!(".{name}")
}

/// A value that is known only at run time, its kind perhaps before.
fn dynamic(value: Value, random: &mut Random, event: &mut Object) -> String {
    let assertion = match &value {
        Value::Bytes(_) => "string",
        Value::Integer(_) => "int",
        Value::Float(_) => "float",
        Value::Boolean(_) => "bool",
        Value::Timestamp(_) => "timestamp",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
        Value::Null | Value::Regex(_) => return field(value, event),
    };
    let field = field(value, event);
    if random.once_in(3) { field } else { format!("{assertion}!({field})") }
}

/// A path to a value, or beside it.
fn path(param: &Param, value: Value, random: &mut Random, event: &mut Object) -> String {
    let field = field(value, event);
    match random.below(6) {
        0 => ".".to_owned(),
        1 => format!("{field}.a"),
        2 => format!("{field}[0]"),
        3 => format!("{field}.a.b[-1]"),
        4 if param.kinds.contains(KindSet::ARRAY) => "%m".to_owned(),
        _ => field,
    }
}
