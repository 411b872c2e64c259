//! Random programs, stopped at any step by limits of the host.

use vrlet::{Engine, Limits, Outcome};

use super::generate::{self, Random};
use super::{Whole, events};

/// How many programs are made; `PROGRAMS` asks for more, `SEED` for others.
const PROGRAMS: u64 = 800;

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// A statement about secrets, which the generator knows nothing of.
fn about_secrets(random: &mut Random) -> &'static str {
    match random.below(4) {
        0 => "set_secret(\"made\", \"x\")\n",
        1 => "set_secret(\"token\", \"changed\")\n",
        2 => "remove_secret(\"token\")\n",
        _ => "",
    }
}

/// Limits that a run may meet early or late.
fn limits(random: &mut Random) -> Limits {
    let all = Limits::default();
    match random.below(4) {
        0 => all,
        1 => Limits { depth: 1 + u32::try_from(random.below(4)).unwrap(), ..all },
        2 => Limits { bytes: random.below(40), ..all },
        _ => Limits { steps: random.below(30), ..all },
    }
}

#[test]
fn a_run_that_stops_anywhere_is_taken_back() {
    let (count, first) = (number("PROGRAMS", PROGRAMS), number("SEED", 0));
    let (mut stopped, mut failed, mut aborted) = (0_u64, 0_u64, 0_u64);
    for seed in first..first + count {
        let mut random = Random(seed);
        let program = generate::program(&mut random);
        // Short programs are mostly of assignments alone.
        let lines = if random.below(2) == 0 { usize::MAX } else { 2 };
        let lines: Vec<&str> = program.lines().take(lines).collect();
        let source = about_secrets(&mut random).to_owned() + &lines.join("\n");
        let engine = Engine::builder().limits(limits(&mut random)).build();
        let Ok(program) = engine.compile(&source) else { continue };
        let mut vm = program.vm();
        for mut event in events(&generate::event(&mut random)) {
            // Once over an event that is as it was read, then over what came of it.
            for _ in 0..2 {
                let before = Whole::of(&event);
                match vm.run(&mut event) {
                    Ok(Outcome::Value(_)) => continue,
                    Ok(Outcome::Aborted(_)) => aborted += 1,
                    Err(error) if error.stopped => stopped += 1,
                    Err(_) => failed += 1,
                }
                event.restore();
                assert_eq!(Whole::of(&event), before, "seed {seed}:\n{source}");
            }
        }
    }
    for ended in [stopped, failed, aborted] {
        assert!(ended > count / 10, "{stopped} stopped, {failed} failed, {aborted} aborted");
    }
}
