//! What an engine makes of a program.

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
    Panicked,
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

impl Verdict {
    /// Whether both engines say the same. With `loose`, the wording of texts does not count.
    pub fn agrees(&self, other: &Self, loose: bool) -> bool {
        match (self, other) {
            (
                Self::Ran { warnings, runs },
                Self::Ran { warnings: other_warnings, runs: other_runs },
            ) => {
                warnings == other_warnings
                    && runs.len() == other_runs.len()
                    && runs.iter().zip(other_runs).all(|(run, other)| run.agrees(other, loose))
            }
            _ => self == other,
        }
    }

    /// Whether only the warnings differ.
    pub fn differs_in_warnings(&self, other: &Self) -> bool {
        let warnings = |verdict: &Self| match verdict {
            Self::Ran { warnings, .. } => Some(warnings.clone()),
            Self::Refused(_) | Self::Panicked => None,
        };
        match (warnings(self), warnings(other)) {
            (Some(warnings), Some(other)) => warnings != other,
            _ => false,
        }
    }

    /// The same verdict without its warnings.
    pub fn without_warnings(&self) -> Self {
        match self {
            Self::Ran { runs, .. } => Self::Ran { warnings: Vec::new(), runs: runs.clone() },
            Self::Refused(_) | Self::Panicked => self.clone(),
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

impl Run {
    fn agrees(&self, other: &Self, loose: bool) -> bool {
        let same =
            |left: &Plain, right: &Plain| left == right || loose && left.same_but_for_texts(right);
        let ends = match (&self.end, &other.end) {
            (End::Value(left), End::Value(right)) => same(left, right),
            (left, right) => left == right,
        };
        ends && same(&self.event, &other.event) && same(&self.metadata, &other.metadata)
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
            Self::Panicked => f.write_str("panics"),
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => write!(f, "⇒ {value}"),
            Self::Failed => f.write_str("☠"),
            Self::Aborted => f.write_str("☠abort"),
        }
    }
}

fn coded(sign: char, codes: &[u16]) -> String {
    let codes: Vec<String> = codes.iter().map(u16::to_string).collect();
    format!("{sign}{}", codes.join(","))
}
