//! The call around the cursor: its function, its arguments so far, and the parameter that is being typed.

use vrlet::diagnostic::Span;
use vrlet::function::{Function, Param};
use vrlet::syntax::TokenKind;

/// A piece of a program.
pub(crate) type Token = (TokenKind, Span);

/// A call whose parenthesis is open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct OpenCall<'a> {
    /// The function.
    pub function: &'a str,
    /// How many arguments stand before the one that is being typed.
    pub position: usize,
    /// The parameter that is being given by name.
    pub given: Option<&'a str>,
    /// The parameters that were given by name before.
    pub names: Vec<&'a str>,
    /// Whether an argument begins here, so that a name of a parameter may stand.
    pub is_start: bool,
    /// The arguments so far: the name, and what the value begins with.
    arguments: Vec<(Option<&'a str>, Option<&'a str>)>,
}

impl<'a> OpenCall<'a> {
    /// The innermost call that is open after some tokens.
    pub fn of(program: &'a str, tokens: &[Token]) -> Option<Self> {
        let text = |index: usize| &program[tokens[index].1.range()];
        let mut depth = 0_usize;
        let mut starts = Vec::new();
        for index in (0..tokens.len()).rev() {
            match text(index) {
                ")" | "]" | "}" => depth += 1,
                "(" | "[" | "{" if depth > 0 => depth -= 1,
                "," if depth == 0 => starts.push(index + 1),
                "(" => {
                    starts.push(index + 1);
                    let name = index.checked_sub(1).map(|before| match text(before) {
                        "!" => before.checked_sub(1),
                        _ => Some(before),
                    });
                    let name =
                        name.flatten().filter(|name| tokens[*name].0 == TokenKind::Function)?;
                    return Some(Self::open(program, tokens, text(name), &starts));
                }
                "[" | "{" => return None,
                _ => {}
            }
        }
        None
    }

    /// The call that takes the object or the array in which something is being typed, and the bracket
    /// that opens it.
    pub fn around(program: &'a str, tokens: &[Token]) -> Option<(&'a str, Self)> {
        let text = |index: usize| &program[tokens[index].1.range()];
        let mut depth = 0_usize;
        for index in (0..tokens.len()).rev() {
            match text(index) {
                ")" | "]" | "}" => depth += 1,
                "(" | "[" | "{" if depth > 0 => depth -= 1,
                bracket @ ("[" | "{") => {
                    let call = Self::of(program, &tokens[..index])?;
                    return Some((bracket, call));
                }
                "(" => return None,
                _ => {}
            }
        }
        None
    }

    /// The call of a function whose arguments begin at some tokens, the last one first.
    fn open(program: &'a str, tokens: &[Token], function: &'a str, starts: &[usize]) -> Self {
        let text = |(_, span): &Token| &program[span.range()];
        let argument = |start: usize| match &tokens[start..] {
            [(TokenKind::Name, name), colon, rest @ ..] if text(colon) == ":" => {
                (Some(&program[name.range()]), rest.first().map(text))
            }
            rest => (None, rest.first().map(text)),
        };
        let arguments: Vec<_> = starts.iter().rev().map(|start| argument(*start)).collect();
        let last = starts.first().copied().unwrap_or_default();
        let is_start = match &tokens[last..] {
            [] => true,
            [(TokenKind::Name | TokenKind::Keyword, word)] => word.end as usize == program.len(),
            _ => false,
        };
        let (given, before) = match arguments.split_last() {
            Some(((given, _), before)) => (*given, before),
            None => (None, &[][..]),
        };
        Self {
            function,
            position: before.len(),
            given,
            names: before.iter().filter_map(|(name, _)| *name).collect(),
            is_start,
            arguments,
        }
    }

    /// The parameter of the argument that is being typed.
    pub fn parameter(&self, function: &Function) -> Option<&'static Param> {
        match self.given {
            Some(name) => function.params.iter().find(|param| param.name == name),
            None => function.params.get(self.position).filter(|_| self.names.is_empty()),
        }
    }

    /// The parameters that may still be given.
    pub fn left(&self, function: &Function) -> impl Iterator<Item = &'static Param> {
        let unnamed = self.position - self.names.len();
        let rest = function.params.iter().skip(unnamed);
        rest.filter(|param| !self.names.contains(&param.name))
    }

    /// What the argument of a parameter begins with, as far as it is typed.
    pub fn argument(&self, function: &Function, param: &str) -> Option<&'a str> {
        let position = function.param(param)?;
        let by_name = self.arguments.iter().find(|(name, _)| *name == Some(param));
        let by_place = self.arguments.get(position).filter(|(name, _)| name.is_none());
        by_name.or(by_place).and_then(|(_, text)| *text)
    }
}

#[cfg(test)]
mod tests {
    use vrlet::syntax::tokens;

    use super::OpenCall;

    fn call(program: &str) -> Option<(&str, usize, Option<&str>, bool)> {
        let call = OpenCall::of(program, &tokens(program))?;
        Some((call.function, call.position, call.given, call.is_start))
    }

    #[test]
    fn the_innermost_open_call() {
        assert_eq!(call("split("), Some(("split", 0, None, true)));
        assert_eq!(call("split!(.a, pat"), Some(("split", 1, None, true)));
        assert_eq!(call("a(b(1, 2), [3, 4], "), Some(("a", 2, None, true)));
        assert_eq!(call("a(b(1, "), Some(("b", 1, None, true)));
        assert_eq!(call("a(1, value: "), Some(("a", 1, Some("value"), false)));
        assert_eq!(call("a(.b"), Some(("a", 0, None, false)));
        for other in ["(", "a(b)", "a({ \"b\": ", "[a(1), ", ""] {
            assert_eq!(call(other), None, "{other}");
        }
    }

    #[test]
    fn the_call_around_an_object() {
        let around = |program| {
            let (bracket, call) = OpenCall::around(program, &tokens(program))?;
            Some((bracket, call.function, call.position))
        };
        assert_eq!(around("f(\"t\", { \"a"), Some(("{", "f", 1)));
        assert_eq!(around("f(\"t\", { \"a\": 1, \"b"), Some(("{", "f", 1)));
        assert_eq!(around("f(1, [\"a"), Some(("[", "f", 1)));
        assert_eq!(around("f(1, [g(\"a"), None);
        assert_eq!(around("x = { \"a"), None);
    }
}
