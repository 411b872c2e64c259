//! Suggestions for unhandled failures: a default, catching the error, or ending the program.
//!
//! The value is what the place needs: a number for a sum, an object for the event, `null` where anything goes.

use vrlet_diagnostic::{Diagnostic, Span};

use super::source::Source;
use super::{after, before};
use crate::failure::{Cause, Failure};

/// Where a part that may fail stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Position {
    /// Nothing follows it that belongs to the same expression.
    Alone,
    /// Something stands around it, or it can't take an operator.
    Inside,
}

/// Adds a value for the failure of a part.
pub(super) fn with_default(
    diagnostic: Diagnostic,
    source: Source<'_>,
    part: Span,
    default: &str,
    position: Position,
) -> Diagnostic {
    let text = source.quote(part);
    match position {
        Position::Alone => diagnostic
            .help(format!("give a value for the failure: `{text} ?? {default}`"))
            .edit(after(part), format!(" ?? {default}"), false),
        Position::Inside => diagnostic
            .help(format!("give a value for the failure: `({text} ?? {default})`"))
            .edit(before(part), "(", false)
            .edit(after(part), format!(" ?? {default})"), false),
    }
}

/// Adds the other ways: to catch the error, where a statement can, and to end the program.
pub(super) fn with_other_ways(
    diagnostic: Diagnostic,
    source: Source<'_>,
    failure: &Failure,
    target: Option<(&str, Span)>,
) -> Diagnostic {
    let text = source.quote(failure.span);
    let catch = target.map(|(target, value)| {
        format!("catch the error, `{target}, err = {}`", source.quote(value))
    });
    let end = match &failure.cause {
        Cause::Call(call) | Cause::Argument { call, .. } if text != "…" => {
            let name = call.end.saturating_sub(failure.span.start) as usize;
            let (name, rest) = text.split_at_checked(name).unwrap_or((text, ""));
            Some(format!("let it end the program, `{name}!{rest}`"))
        }
        Cause::Call(_) | Cause::Argument { .. } => {
            Some("let it end the program, with a `!` after the name of the function".to_owned())
        }
        Cause::Divisor(_) | Cause::Operands(_) | Cause::Template { .. } | Cause::Parts => None,
    };
    let ways: Vec<String> = catch.into_iter().chain(end).collect();
    if ways.is_empty() { diagnostic } else { diagnostic.help(format!("or {}", ways.join(", or "))) }
}
