//! A complexity check: does the work of a function grow with its text, or with the square of it?
//!
//! Every text that the examples hand to a function is replaced by hard ones of growing length. Where
//! four times the text takes more than seven times the time, at one length after the other, the function
//! is listed, and the status is 1 unless that is known. Arguments are names of functions; without any, all
//! are tried.

mod inputs;
mod measure;
mod target;

use std::process::ExitCode;

use vrlet::{Engine, Limits};

use inputs::{fixed, pumped};
use measure::{Growth, Verdict, measure};
use target::Target;

/// Functions that are known to take longer than in proportion, with the reason.
const KNOWN: &[(&str, &str)] = &[];
/// How many lines the table has, beside those that grow too fast.
const SHOWN: usize = 25;

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let engine =
        Engine::builder().limits(Limits { steps: 10_000_000, ..Limits::default() }).build();
    let mut growths: Vec<Growth> = Vec::new();
    let mut count = 0;
    for function in engine.functions().iter() {
        if !wanted.is_empty() && !wanted.iter().any(|name| name == function.name) {
            continue;
        }
        let mut worst: Option<Growth> = None;
        for target in Target::all(&engine, function) {
            for input in fixed().into_iter().chain(pumped(&target.usual)) {
                count += 1;
                let growth = measure(function.name, &target, &input);
                if worst.as_ref().is_none_or(|worst| worst.exponent < growth.exponent) {
                    worst = Some(growth);
                }
            }
        }
        if let Some(worst) = worst.filter(|worst| worst.exponent > 0.0) {
            eprintln!("{worst}");
            growths.push(worst);
        }
    }
    growths.sort_by(|one, other| other.exponent.total_cmp(&one.exponent));
    println!("{count} inputs of {} functions", growths.len());
    println!("growth  milliseconds  function");
    let mut is_fine = true;
    for (index, growth) in growths.iter().enumerate() {
        let known = KNOWN.iter().find(|(name, _)| *name == growth.function);
        let is_steep = growth.verdict() == Verdict::Steep;
        is_fine &= !is_steep || known.is_some();
        if is_steep || index < SHOWN {
            println!(
                "{growth}{}",
                known.map_or(String::new(), |(_, why)| format!("\n{:22}known: {why}", ""))
            );
        }
    }
    if is_fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
