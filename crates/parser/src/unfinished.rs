//! Incomplete input: whether a program only lacks its end, so that a prompt should read another line.

use vrlet_diagnostic::{Code, Diagnostic};

use crate::ast::RootExpr;
use crate::parse::parse;

/// Whether nothing is wrong with a program but that it ends too early: a bracket, a literal or an
/// expression is still open.
#[must_use]
pub fn is_unfinished(source: &str) -> bool {
    match parse(source) {
        Err(diagnostics) => diagnostics.iter().all(ends_early),
        Ok(ast) => {
            let mut broken = ast.roots.iter().filter_map(|root| match root {
                RootExpr::Broken(diagnostic) => Some(diagnostic),
                RootExpr::Expr(_) => None,
            });
            broken.next().is_some_and(ends_early) && broken.all(ends_early)
        }
    }
}

fn ends_early(diagnostic: &Diagnostic) -> bool {
    matches!(
        diagnostic.code,
        Code::UnexpectedEnd
            | Code::UnterminatedString
            | Code::UnterminatedLiteral
            | Code::EndInComment
    )
}

#[cfg(test)]
mod tests {
    use super::is_unfinished;

    #[test]
    fn open_ends() {
        for source in [
            "x =",
            "x = 1 +",
            "f(",
            "f(a,",
            "if x {",
            "if x { 1 } else",
            "[1,\n",
            "{ \"a\":",
            "\"ab",
            "r'a",
            "f( # a",
            "x = 1\ny = [",
            "map(.a) -> |x|",
            "!",
            ".a |=",
        ] {
            assert!(is_unfinished(source), "{source}");
        }
    }

    #[test]
    fn ends_and_errors() {
        for source in [
            "",
            "x",
            "# a",
            "f()",
            "if x { 1 }",
            ")",
            "x = = ",
            "f(]",
            "1 2",
            "= 1\nx = [",
            "\"\\q\"",
        ] {
            assert!(!is_unfinished(source), "{source}");
        }
    }
}
