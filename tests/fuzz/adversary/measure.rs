//! Measures how the time of a call grows with its text.

use std::fmt;
use std::time::Duration;

use cpu_time::ThreadTime;

use crate::inputs::Input;
use crate::target::Target;

/// The lengths of the texts, each four times the one before.
const LENGTHS: [usize; 6] = [1 << 10, 1 << 12, 1 << 14, 1 << 16, 1 << 18, 1 << 20];
/// Longer texts are for those whose time seems to grow too fast.
const USUAL: usize = 1 << 18;
/// A call that takes longer is not tried with a longer text.
const LONG: Duration = Duration::from_millis(400);
/// What takes less says nothing about growth.
const SHORT: Duration = Duration::from_micros(800);
/// The exponent of the length from which on the time counts as more than in proportion.
const STEEP: f64 = 1.4;

/// How the time of a function grew in its worst case.
pub struct Growth {
    /// The function.
    pub function: &'static str,
    /// The time grew as the length to the power of this.
    pub exponent: f64,
    /// How long the longest call took.
    time: Duration,
    /// The length of its text.
    length: usize,
    program: String,
    input: String,
}

/// What to think of a growth.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// In proportion.
    Fine,
    /// More than that.
    Steep,
}

impl Growth {
    /// What to think of it.
    pub fn verdict(&self) -> Verdict {
        if self.exponent > STEEP { Verdict::Steep } else { Verdict::Fine }
    }
}

impl fmt::Display for Growth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { function, exponent, time, length, program, input } = self;
        let short = |text: &str| -> String { text.replace('\n', "⏎").chars().take(90).collect() };
        writeln!(f, "{exponent:6.2}  {:12.1}  {function}", time.as_secs_f64() * 1e3)?;
        write!(f, "{:22}{} with {length} bytes of {}", "", short(program), short(input))
    }
}

/// Measures a call with one input.
///
/// A step of the memory's caches, or of its allocator, makes one length look steep: what counts is the
/// lesser of two growths in a row.
pub fn measure(function: &'static str, target: &Target, input: &Input) -> Growth {
    let mut growth = Growth {
        function,
        exponent: 0.0,
        time: Duration::ZERO,
        length: 0,
        program: target.program.source().to_owned(),
        input: input.name.clone(),
    };
    let mut before = Duration::ZERO;
    let mut last = f64::INFINITY;
    for length in LENGTHS {
        if length > USUAL && growth.exponent <= STEEP {
            break;
        }
        let text = input.text(length);
        let mut time = once(target, &text);
        let is_known = time > SHORT && before > Duration::ZERO;
        if is_known && exponent(before, time) > STEEP {
            // Once more, and then again: what a machine does beside is not the function's fault.
            before = best(target, &input.text(length / 4), before);
            time = best(target, &text, time);
        }
        if is_known {
            let this = exponent(before, time);
            growth.exponent = this.min(last);
            last = this;
        }
        (growth.time, growth.length) = (time, length);
        if time > LONG {
            break;
        }
        before = time;
    }
    growth
}

fn exponent(before: Duration, after: Duration) -> f64 {
    let before = before.as_secs_f64().max(1e-6);
    (after.as_secs_f64() / before).log2() / 2.0
}

fn best(target: &Target, text: &[u8], known: Duration) -> Duration {
    (0..3).map(|_| once(target, text)).fold(known, Duration::min)
}

/// How long one run takes, compiled, but on a new machine.
fn once(target: &Target, text: &[u8]) -> Duration {
    let mut vm = target.program.vm();
    let mut event = target.event(text);
    let start = ThreadTime::now();
    let ended = vm.run(&mut event);
    let time = start.elapsed();
    drop(ended);
    time
}
