//! vrlet and the reference engine over the same programs: what compiles, with which codes, what comes
//! out, what becomes of the event.
//!
//! The programs are the examples of every builtin, the fixtures of the tests, and random ones. Both
//! engines are strict and in UTC. What may differ stands in `docs/differences.md`; nothing else may.

mod arguments;
mod compare;
mod corpus;
mod deviations;
mod generate;
mod plain;
mod random;
mod reference;
mod shrink;
mod subject;
mod tree;
mod verdict;
mod wire;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::process::ExitCode;
use std::thread;

use arguments::Arguments;
use compare::{Comparison, Figures, Finding};
use corpus::Sample;
use deviations::Deviations;
use generate::Generator;
use random::Random;
use reference::Reference;
use subject::Subject;

/// Room for trees of programs on their way to smaller ones.
const STACK: usize = 64 << 20;

/// Clock and chance.
const UNSTEADY: &[&str] = &["now(", "random_", "uuid_v", "get_hostname", "get_env_var"];

fn main() -> ExitCode {
    let arguments = match Arguments::read(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(message) => return refuse(&message),
    };
    // Panics are verdicts here.
    std::panic::set_hook(Box::new(|_| {}));
    let run = thread::Builder::new().stack_size(STACK).spawn(move || run(&arguments));
    match run.map(thread::JoinHandle::join) {
        Ok(Ok(Ok(true))) => ExitCode::SUCCESS,
        Ok(Ok(Ok(false))) => ExitCode::FAILURE,
        Ok(Ok(Err(message))) => refuse(&message),
        Ok(Err(_)) => refuse("the comparison itself panicked"),
        Err(error) => refuse(&error.to_string()),
    }
}

fn refuse(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(2)
}

/// Whether nothing differs that is not known.
fn run(arguments: &Arguments) -> Result<bool, String> {
    // Both engines read schemas and the like from here.
    std::env::set_current_dir(&arguments.repository).map_err(|error| error.to_string())?;
    let document = arguments.repository.join("docs/differences.md");
    let text = fs::read_to_string(&document)
        .map_err(|error| format!("{}: {error}", document.display()))?;
    let mut comparison = Comparison {
        reference: RefCell::new(Reference::start().map_err(|error| error.to_string())?),
        subject: Subject::new(),
        deviations: Deviations::read(&text)?,
        figures: Figures::default(),
    };
    let mut is_good = true;
    let mut examples = corpus::examples(comparison.subject.functions());
    let fixtures = corpus::fixtures(&arguments.repository)?;
    if arguments.examples {
        is_good &= samples("examples", &examples, &mut comparison);
        is_good &= samples("fixtures", &fixtures, &mut comparison);
    }
    examples.extend(fixtures);
    is_good &= programs(arguments, &examples, &mut comparison);
    Ok(is_good)
}

fn samples(title: &str, samples: &[Sample], comparison: &mut Comparison) -> bool {
    let functions = comparison.reference.borrow().functions.clone();
    let own: Vec<&str> = comparison
        .subject
        .functions()
        .iter()
        .map(|function| function.name)
        .filter(|name| !functions.iter().any(|known| known == name))
        .collect();
    comparison.figures = Figures::default();
    for Sample { name, source, events } in samples {
        let has = |words: &[&str]| words.iter().any(|word| source.contains(word));
        if has(UNSTEADY) || has(&own) {
            continue;
        }
        if let Finding::Difference(reference, vrlet) = comparison.count(source, events, true) {
            show(name, source, events, &reference.contrast(&vrlet));
        }
    }
    report(title, &comparison.figures)
}

fn programs(arguments: &Arguments, samples: &[Sample], comparison: &mut Comparison) -> bool {
    comparison.figures = Figures::default();
    let functions = comparison.reference.borrow().functions.clone();
    let signatures = generate::signatures(comparison.subject.functions(), &functions, samples);
    println!("{} functions are called", signatures.len());
    let mut seen = BTreeSet::new();
    for number in arguments.from..arguments.from + arguments.programs {
        if number % 1000 == 999 {
            eprintln!("{} of {} programs", number + 1 - arguments.from, arguments.programs);
        }
        let mut random = Random::for_program(arguments.seed, number);
        let events = vec![generate::event(&mut random), generate::event(&mut random)];
        let (program, loose) = Generator::new(random, &comparison.subject, &signatures).program();
        let source = program.render();
        let Finding::Difference(..) = comparison.count(&source, &events, loose) else { continue };
        if seen.len() >= arguments.show {
            continue;
        }
        let differs = |source: &str, events: &[String]| {
            matches!(comparison.find(source, events, loose), Finding::Difference(..))
        };
        let (source, events) = shrink::shrink(program, events, differs);
        if let Finding::Difference(reference, vrlet) = comparison.find(&source, &events, loose)
            && seen.insert(source.clone())
        {
            show(&format!("program {number}"), &source, &events, &reference.contrast(&vrlet));
        }
    }
    report("random programs", &comparison.figures)
}

fn show(name: &str, source: &str, events: &[String], (reference, vrlet): &(String, String)) {
    println!("\n{name}\n    {}", source.replace('\n', "\n    "));
    println!("  over       {}", events.join("  "));
    println!("  reference  {}\n  vrlet      {}", beginning(reference), beginning(vrlet));
}

/// As much of a verdict as a person reads; a value may be of many megabytes.
fn beginning(verdict: &str) -> Cow<'_, str> {
    match verdict.char_indices().nth(1_000) {
        Some((end, _)) => format!("{}… ({} bytes)", &verdict[..end], verdict.len()).into(),
        None => verdict.into(),
    }
}

fn report(title: &str, figures: &Figures) -> bool {
    let Figures { compared, accepted_by_both, refused_by_both, differing, known } = figures;
    println!(
        "\n{title}: {compared} compared, {accepted_by_both} run alike, {refused_by_both} refused alike, \
         {} differ as known, {differing} differ",
        known.values().sum::<usize>()
    );
    for (name, count) in known {
        println!("  {count:>6} {name}");
    }
    *differing == 0
}
