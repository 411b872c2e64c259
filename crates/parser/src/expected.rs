//! The "expected …" of a syntax error: the grammar rules that could have matched, in words for people.

use crate::error_context::ErrorContext;
use crate::grammar::Rule;
use crate::lexer::{Kind, Token};

/// What the grammar would have taken, as the middle of a sentence.
pub(crate) fn expected(context: &ErrorContext<'_>, rules: &[Rule]) -> String {
    let mut words: Vec<&str> = Vec::new();
    for word in rules.iter().filter_map(|&rule| word(rule)) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    prune(context, &mut words);
    match words.as_slice() {
        [] => "something else".to_owned(),
        [one] => (*one).to_owned(),
        [init @ .., last] => format!("{} or {last}", init.join(", ")),
    }
}

/// Leaves out what is true but would not help.
fn prune(context: &ErrorContext<'_>, words: &mut Vec<&str>) {
    let dot = |token: Option<Token<'_>>| token.is_some_and(|token| token.text == ".");
    if words.contains(&FIELD) && (dot(context.before) || dot(context.token)) {
        words.retain(|&word| word == FIELD);
    }
    if words.contains(&EXPRESSION) {
        words.retain(|&word| word != VALUE);
    }
    if words.contains(&EXPRESSION) || words.contains(&VALUE) {
        words.retain(|&word| !matches!(word, "`(`" | "`[`" | "`{`" | VARIABLE));
    }
    if words.contains(&OPERATOR) {
        words.retain(|&word| !matches!(word, "`[`" | VALUE | FIELD));
    }
    // Nearly everything could have been the start of an assignment.
    let place = context.before.is_some_and(|before| before.kind == Kind::Word);
    let ended = words.contains(&OPERATOR) || words.contains(&END);
    if words.contains(&"`=`") && (ended || !place) {
        words.retain(|&word| !matches!(word, "`=`" | "`,`"));
    }
}

const EXPRESSION: &str = "an expression";
const VALUE: &str = "a value";
const VARIABLE: &str = "a variable";
const OPERATOR: &str = "an operator";
const END: &str = "the end of the line";
const FIELD: &str = "the name of a field";

/// A rule of the grammar as people would call it; nothing where the word would not help.
fn word(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::root | Rule::expression | Rule::assignment | Rule::condition => EXPRESSION,
        Rule::arithmetic
        | Rule::query
        | Rule::predicate
        | Rule::argument
        | Rule::string
        | Rule::float
        | Rule::integer
        | Rule::raw_string
        | Rule::regex
        | Rule::timestamp
        | Rule::kw_null
        | Rule::kw_true
        | Rule::kw_false
        | Rule::group
        | Rule::event
        | Rule::metadata
        | Rule::call
        | Rule::array
        | Rule::object => VALUE,
        Rule::entry => "a key between double quotes",
        Rule::binary_operator => OPERATOR,
        Rule::assignment_operator => "`=`",
        Rule::terminator | Rule::EOI => END,
        Rule::block | Rule::open_brace => "`{`",
        Rule::close_brace => "`}`",
        Rule::open_paren | Rule::arguments => "`(`",
        Rule::close_paren => "`)`",
        Rule::open_bracket => "`[`",
        Rule::close_bracket => "`]`",
        Rule::comma => "`,`",
        Rule::colon => "`:`",
        Rule::bar | Rule::parameters => "`|`",
        Rule::arrow | Rule::closure => "`->`",
        Rule::kw_else => "`else`",
        Rule::variable | Rule::discard => VARIABLE,
        Rule::field | Rule::quoted_field => FIELD,
        Rule::index_number => "a whole number",
        Rule::index
        | Rule::dot
        | Rule::not
        | Rule::bang
        | Rule::argument_name
        | Rule::function_name
        | Rule::kw_if
        | Rule::kw_return
        | Rule::kw_abort
        | Rule::kw_break => {
            return None;
        }
        _ => return None,
    })
}
