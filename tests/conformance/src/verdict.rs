//! Verdicts: what an engine makes of a program.

use std::fmt;

use crate::plain::Plain;

/// What came of compiling a program and running it over its events.
#[derive(Clone, PartialEq, Debug)]
pub enum Verdict {
    /// It does not compile: the codes, in order.
    Refused(Vec<u16>),
    /// It compiles with these warnings; one run for each event.
    Ran { warnings: Vec<u16>, runs: Vec<Run> },
    /// The engine itself gave up.
    GaveUp,
}

/// One run.
#[derive(Clone, PartialEq, Debug)]
pub struct Run {
    pub end: End,
    pub event: Plain,
    pub metadata: Plain,
}

/// How a run ends.
#[derive(Clone, PartialEq, Debug)]
pub enum End {
    Value(Plain),
    Failed,
    Aborted,
}

/// What both engines make of a program.
#[derive(Clone, PartialEq, Debug)]
pub struct Answers {
    pub reference: Verdict,
    pub vrlet: Verdict,
}

impl Verdict {
    /// Whether the program was run.
    pub fn ran(&self) -> bool {
        matches!(self, Self::Ran { .. })
    }

    /// Whether it was refused with one of these codes, perhaps among others.
    pub fn has_code(&self, wanted: &[u16]) -> bool {
        match self {
            Self::Refused(codes) => codes.iter().any(|code| wanted.contains(code)),
            Self::Ran { .. } | Self::GaveUp => false,
        }
    }

    /// The two verdicts in a few words, each cut down to what differs.
    pub fn contrast(&self, other: &Self) -> (String, String) {
        if let (
            Self::Ran { warnings, runs },
            Self::Ran { warnings: other_warnings, runs: other_runs },
        ) = (self, other)
        {
            if warnings != other_warnings {
                return (coded('⚠', warnings), coded('⚠', other_warnings));
            }
            let pair = runs.iter().zip(other_runs).find(|(run, other)| run != other);
            if let Some((run, other)) = pair {
                return if run.end != other.end {
                    (run.end.to_string(), other.end.to_string())
                } else if run.event != other.event {
                    (format!("E={}", run.event), format!("E={}", other.event))
                } else {
                    (format!("M={}", run.metadata), format!("M={}", other.metadata))
                };
            }
        }
        (self.to_string(), other.to_string())
    }
}

impl Verdict {
    /// Whether the program was refused, with none but these codes.
    pub fn has_only_codes(&self, allowed: &[u16]) -> bool {
        match self {
            Self::Refused(codes) => codes.iter().all(|code| allowed.contains(code)),
            Self::Ran { .. } | Self::GaveUp => false,
        }
    }
}

impl Answers {
    /// Whether both engines say the same.
    pub fn agree(&self) -> bool {
        self.reference == self.vrlet
    }

    /// Whether at least one engine ran the program.
    pub fn one_ran(&self) -> bool {
        self.reference.ran() || self.vrlet.ran()
    }

    /// Whether both engines ran it.
    pub fn both_ran(&self) -> bool {
        self.reference.ran() && self.vrlet.ran()
    }

    /// Whether both ran it with the same warnings and ends, and values that are the same but for parts
    /// that may be so.
    pub fn same_but_for(&self, may_be: &dyn Fn(&Plain, &Plain) -> bool) -> bool {
        let (
            Verdict::Ran { warnings, runs },
            Verdict::Ran { warnings: own_warnings, runs: own_runs },
        ) = (&self.reference, &self.vrlet)
        else {
            return false;
        };
        let same = |(run, own): (&Run, &Run)| {
            let ends = match (&run.end, &own.end) {
                (End::Value(value), End::Value(own)) => value.same_but_for(own, may_be),
                (end, own) => end == own,
            };
            ends && run.event.same_but_for(&own.event, may_be)
                && run.metadata.same_but_for(&own.metadata, may_be)
        };
        warnings == own_warnings
            && runs.len() == own_runs.len()
            && runs.iter().zip(own_runs).all(same)
    }

    /// Both in a few words.
    pub fn contrast(&self) -> (String, String) {
        self.reference.contrast(&self.vrlet)
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(codes) => f.write_str(&coded('✗', codes)),
            Self::Ran { runs, .. } => match runs.first() {
                Some(run) => write!(f, "{}", run.end),
                None => f.write_str("compiles"),
            },
            Self::GaveUp => f.write_str("gives up"),
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => write!(f, "⇒ {value}"),
            Self::Failed => f.write_str("fails"),
            Self::Aborted => f.write_str("aborts"),
        }
    }
}

fn coded(sign: char, codes: &[u16]) -> String {
    if let [first, .., _] = codes
        && codes.len() > 8
        && codes.iter().all(|code| code == first)
    {
        return format!("{sign}{first}, {} times", codes.len());
    }
    let codes: Vec<String> = codes.iter().map(u16::to_string).collect();
    format!("{sign}{}", codes.join(","))
}
