//! The regular expressions of a program, compiled within bounds: `r'\pL{500}'` is a short text that takes
//! a tenth of a second. A program may have a few of those, and more the longer it is, but not one in
//! each line.

use vrlet_parser::ast::{Ast, RootExpr};
use vrlet_value::Regex;

/// How large a compiled pattern may be, in bytes.
const LARGEST: usize = 10 << 20;
/// What nearly every pattern fits in.
const SMALL: usize = 1 << 16;
/// What a large pattern is tried with next, until it fits.
const STEP: usize = 4;

/// How many bytes the patterns of a program may still take.
pub(super) struct Regexes {
    left: usize,
}

/// Why a pattern is not compiled.
pub(super) enum Uncompiled {
    /// It is none.
    Bad(String),
    /// It takes too much room by itself.
    TooLarge,
    /// All patterns together take too much room.
    Exhausted,
}

impl Regexes {
    pub fn new(ast: &Ast) -> Self {
        const ANY_PROGRAM: usize = 48 << 20;
        const EACH_BYTE: usize = 4 << 10;
        let length = match ast.roots.last() {
            Some(RootExpr::Expr(last)) => last.span.end as usize,
            Some(RootExpr::Broken(_)) | None => 0,
        };
        Self { left: ANY_PROGRAM + length * EACH_BYTE }
    }

    pub fn compile(&mut self, pattern: &str) -> Result<Regex, Uncompiled> {
        let mut room = SMALL;
        loop {
            self.left = self.left.checked_sub(room).ok_or(Uncompiled::Exhausted)?;
            match Regex::within(pattern, room) {
                Ok(Some(regex)) => return Ok(regex),
                Ok(None) if room < LARGEST => room = (room * STEP).min(LARGEST),
                Ok(None) => return Err(Uncompiled::TooLarge),
                Err(error) => return Err(Uncompiled::Bad(error.to_string())),
            }
        }
    }
}
