//! One run: the cases of the rules, existing programs, random programs.

use std::collections::BTreeSet;

use crate::arguments::Arguments;
use crate::compare::{Comparison, Figures, Finding};
use crate::corpus::{self, Sample};
use crate::generate::{self, Generator};
use crate::random::Random;
use crate::report::{report, show};
use crate::verdict::{Answers, Verdict};
use crate::{cases, page, shrink, usage};

/// Clock, chance, and the network, whatever a program does with them.
const UNSTEADY: &[&str] = &[
    "now(",
    "now!(",
    "random_",
    "uuid_v",
    "get_hostname",
    "get_env_var",
    " = dns_lookup(",
    "http_request",
];

/// Whether nothing differs that no rule excuses, and the rules are as they should be.
///
/// # Errors
/// Where a fixture can't be read.
pub fn run(arguments: &Arguments, comparison: &mut Comparison) -> Result<bool, String> {
    let mut problems = cases::check(comparison);
    problems.extend(page::check(&arguments.repository));
    let mut met = BTreeSet::new();
    let mut is_good = true;
    let mut examples = corpus::examples(comparison.vrlet.functions());
    let fixtures = corpus::fixtures(&arguments.repository)?;
    if arguments.examples {
        for (title, programs) in [("examples", &examples), ("fixtures", &fixtures)] {
            is_good &= samples(title, programs, arguments, comparison);
            met.extend(comparison.figures.by_rule.keys().copied());
        }
    }
    examples.extend(fixtures);
    is_good &= programs(arguments, &examples, comparison);
    problems.extend(usage::check(
        &comparison.rules,
        arguments.examples.then_some(&met),
        &comparison.figures,
    ));
    for problem in &problems {
        println!("\n{problem}");
    }
    Ok(is_good && problems.is_empty())
}

fn samples(
    title: &str,
    samples: &[Sample],
    arguments: &Arguments,
    comparison: &mut Comparison,
) -> bool {
    let functions = comparison.reference.borrow().functions.clone();
    let own: Vec<&str> = comparison
        .vrlet
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
        match comparison.count(source, events) {
            Finding::Difference(answers) => show(name, source, events, &answers),
            Finding::Excused(rules) if arguments.wants(&rules) => {
                show(name, source, events, &comparison.ask(source, events));
            }
            Finding::Excused(_) | Finding::RunAlike | Finding::RefusedAlike => {}
        }
    }
    report(title, &comparison.figures)
}

fn programs(arguments: &Arguments, samples: &[Sample], comparison: &mut Comparison) -> bool {
    comparison.figures = Figures::default();
    let functions = comparison.reference.borrow().functions.clone();
    let signatures = generate::signatures(comparison.vrlet.functions(), &functions, samples);
    println!("\n{} functions are called", signatures.len());
    let mut shown = BTreeSet::new();
    for number in arguments.from..arguments.from + arguments.programs {
        if number % 1000 == 999 {
            eprintln!("{} of {} programs", number + 1 - arguments.from, arguments.programs);
        }
        let mut random = Random::for_program(arguments.seed, number);
        let events = vec![generate::event(&mut random), generate::event(&mut random)];
        let program = Generator::new(random, &comparison.vrlet, &signatures).program();
        let source = program.render();
        let name = format!("program {number}");
        let answers = match comparison.count(&source, &events) {
            Finding::Difference(answers) => answers,
            Finding::Excused(rules) if arguments.wants(&rules) => {
                show(&name, &source, &events, &comparison.ask(&source, &events));
                continue;
            }
            Finding::Excused(_) | Finding::RunAlike | Finding::RefusedAlike => continue,
        };
        if shown.len() >= arguments.show {
            continue;
        }
        // What brings the reference down is not tried again and again.
        if answers.reference == Verdict::GaveUp {
            shown.insert(name.clone());
            show(&name, &source, &events, &answers);
            continue;
        }
        let differs = |source: &str, events: &[String]| {
            let finding = comparison.find(source, events);
            matches!(finding, Finding::Difference(Answers { reference, .. }) if reference != Verdict::GaveUp)
        };
        let (source, events) = shrink::shrink(program, events, differs);
        if let Finding::Difference(answers) = comparison.find(&source, &events)
            && shown.insert(source.clone())
        {
            show(&name, &source, &events, &answers);
        }
    }
    report("random programs", &comparison.figures)
}
