//! The type of the expression at a place, in a program that may be unfinished.

use std::ops::Range;

use vrlet::function::TypeDef;
use vrlet::syntax::{TokenKind, tokens};

use crate::document::Document;
use crate::known::root_kind;
use crate::path_prefix::PathPrefix;

/// The type of a piece of a text.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct TypedRange {
    /// The piece.
    pub range: Range<usize>,
    /// What is known of its value there, before the statement around it has run where that does not
    /// compile.
    pub type_def: TypeDef,
}

impl Document {
    /// The type of the innermost expression, target or path at an offset; a cursor after a word is about
    /// the word.
    #[must_use]
    pub fn type_at(&self, offset: usize) -> Option<TypedRange> {
        let (kind, token) = self.token_at(offset)?;
        if kind == TokenKind::Comment {
            return None;
        }
        if let Some(known) = self.analysis().type_at(token.start) {
            let (range, type_def) = (known.span.range(), known.type_def.clone());
            return Some(TypedRange { range, type_def });
        }
        let program = self.before(token.end);
        let tokens = tokens(program);
        let path = PathPrefix::at_end(program, &tokens)?;
        let (root, steps) = path.steps(false)?;
        let known = self.known_at(token.start);
        let type_def = TypeDef::new(root_kind(&known, root)?.get(&steps));
        Some(TypedRange { range: path.start()..token.end, type_def })
    }
}
