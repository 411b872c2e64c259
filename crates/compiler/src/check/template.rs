//! Templates: `"a {{ x }} b"` means `"a " + x + " b"`.

use vrlet_diagnostic::Span;
use vrlet_parser::ast::{Operator, TemplatePart};
use vrlet_value::{KindSet, Value};

use super::operation::Operands;
use super::{Checker, TypedExpr};
use crate::failure::{Cause, Failure};

impl Checker<'_> {
    pub(super) fn template(&mut self, parts: &[TemplatePart], span: Span) -> Option<TypedExpr> {
        let Some((first, rest)) = parts.split_first() else {
            return Some(TypedExpr::constant(Value::from_static(""), span));
        };
        let mark = self.pending.mark();
        let first = self.part(first, span)?;
        let mut chain = Operands::new(first);
        for part in rest {
            let right = self.part(part, span)?;
            let kinds = right.kind().set();
            chain.arithmetic(Operator::Add, right, span);
            if let (true, TemplatePart::Variable(name)) = (chain.type_def.fallible, part) {
                self.pending.note(mark, || Failure {
                    span,
                    kinds: KindSet::BYTES,
                    cause: Cause::Template { name: name.span, kinds },
                });
            }
        }
        Some(chain.finish(span))
    }

    fn part(&mut self, part: &TemplatePart, span: Span) -> Option<TypedExpr> {
        match part {
            TemplatePart::Text(text) => Some(TypedExpr::constant(Value::from(text.as_str()), span)),
            TemplatePart::Variable(name) => self.variable(&name.text, name.span),
        }
    }
}
