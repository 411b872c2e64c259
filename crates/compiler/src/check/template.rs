//! Templates: `"a {{ x }} b"` means `"a " + x + " b"`.

use vrlet_diagnostic::Span;
use vrlet_parser::ast::{Operator, TemplatePart};
use vrlet_value::Value;

use super::operation::Operands;
use super::{Checker, TypedExpr};

impl Checker<'_> {
    pub(super) fn template(&mut self, parts: &[TemplatePart], span: Span) -> Option<TypedExpr> {
        let Some((first, rest)) = parts.split_first() else {
            return Some(TypedExpr::constant(Value::from_static(""), span));
        };
        let first = self.part(first, span)?;
        let mut chain = Operands::new(first);
        for part in rest {
            let right = self.part(part, span)?;
            chain.arithmetic(Operator::Add, right, span);
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
