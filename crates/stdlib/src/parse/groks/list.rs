//! The filter `array`: splits text, in brackets or not, at a separator.

use vrlet_function::prelude::*;

use super::placeholder::{Argument, Term};

/// How a list is written.
#[derive(Clone)]
pub(super) struct List<F> {
    brackets: Option<(char, char)>,
    separator: String,
    /// What elements are read as.
    filter: Option<F>,
}

impl<F> List<F> {
    /// The list that the arguments of a filter describe; `named` finds the filter of its elements.
    pub(super) fn of(
        term: &Term,
        named: impl Fn(&Term) -> Result<F, String>,
    ) -> Result<Self, String> {
        let (texts, filter) = match term.arguments.as_slice() {
            [texts @ .., Argument::Term(filter)] => (texts, Some(named(filter)?)),
            texts => (texts, None),
        };
        let texts: Option<Vec<&str>> = texts.iter().map(Argument::as_text).collect();
        let misused = || {
            term.misused(
                "brackets, a separator and a filter, as in `array(\"[]\", \",\", integer)`",
            )
        };
        let (brackets, separator) = match texts.as_deref() {
            Some([]) => ("[]", ","),
            Some([separator]) => ("[]", *separator),
            Some([brackets, separator]) => (*brackets, *separator),
            _ => return Err(misused()),
        };
        let mut signs = brackets.chars();
        let brackets = match (signs.next(), signs.next(), signs.next()) {
            (None, ..) => None,
            (Some(both), None, _) => Some((both, both)),
            (Some(open), Some(close), None) => Some((open, close)),
            (_, _, Some(_)) => return Err(misused()),
        };
        let separator = match separator {
            r"\n" => "\n",
            r"\r" => "\r",
            r"\t" => "\t",
            other => other,
        };
        Ok(Self { brackets, separator: separator.to_owned(), filter })
    }

    /// The elements of a text, each read by `apply`; nothing where it is not in brackets, or an element
    /// can't be read.
    pub(super) fn read(
        &mut self,
        text: &Text,
        apply: impl Fn(&mut F, Value) -> Option<Value>,
    ) -> Option<Value> {
        let mut source = text.as_str()?;
        if let Some((open, close)) = self.brackets {
            source = source.strip_prefix(open)?.strip_suffix(close)?;
        }
        if self.separator.is_empty() {
            return None;
        }
        let elements = source.split(self.separator.as_str());
        let elements = elements.map(|element| {
            let element = Value::Bytes(text.share(element));
            match &mut self.filter {
                None => Some(element),
                Some(filter) => apply(filter, element),
            }
        });
        elements.collect::<Option<Vec<_>>>().map(Value::from)
    }
}
