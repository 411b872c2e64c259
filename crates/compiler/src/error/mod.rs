//! The wording of compile errors: one constructor for each mistake, a file for each theme.

mod assign;
mod call;
mod closure;
mod default_value;
mod flow;
mod foreign_name;
mod handling;
mod literal;
mod name;
mod operands;
mod operator;
mod source;

pub(crate) use assign::{
    fallible_assignment, needless_assignment, needless_error_target, not_assignable,
    parent_not_container, read_only,
};
pub(crate) use call::{
    BindingError, another_path, argument_kind, binding_error, fallible_argument, missing_argument,
    possible_argument_kind, refused, too_many_arguments, unknown_argument,
};
pub(crate) use closure::{
    closure_input, closure_parameters, closure_result, missing_closure, needless_closure,
};
pub(crate) use default_value::default_of;
pub(crate) use flow::{
    abort_message_not_string, break_outside_loop, fallible_abort, fallible_return,
    predicate_not_boolean, unhandled_failure,
};
pub(crate) use handling::Position;
pub(crate) use literal::{
    bad_regex, bad_timestamp, not_a_number_literal, too_large_regex, too_many_regexes,
};
pub(crate) use name::{
    removed_function, undefined_variable, unknown_function, with_known_function,
};
pub(crate) use operands::Operands;
pub(crate) use operator::{
    MergeSide, NeedlessLeft, merge_into, merge_not_object, needless_coalesce, not_of_non_boolean,
};
pub(crate) use source::Source;

use vrlet_diagnostic::Span;
use vrlet_value::{Kind, KindSet};

/// A kind as people read it: what may be missing may be null.
pub(crate) fn describe(kind: &Kind) -> String {
    format!("{:#}", kind.clone().stored())
}

/// The function that makes sure of a kind, where one does.
fn assertion(kinds: KindSet) -> Option<&'static str> {
    const ASSERTIONS: [(KindSet, &str); 7] = [
        (KindSet::BYTES, "string"),
        (KindSet::INTEGER, "int"),
        (KindSet::FLOAT, "float"),
        (KindSet::BOOLEAN, "bool"),
        (KindSet::TIMESTAMP, "timestamp"),
        (KindSet::ARRAY, "array"),
        (KindSet::OBJECT, "object"),
    ];
    let fits = |(kind, _): &&(KindSet, &str)| kinds.contains(*kind);
    ASSERTIONS.iter().find(fits).map(|(_, function)| *function)
}

/// The empty span before another one, where text is inserted.
fn before(span: Span) -> Span {
    Span { end: span.start, ..span }
}

/// The empty span after another one.
fn after(span: Span) -> Span {
    Span { start: span.end, ..span }
}
