//! Hover: the page of a function in short, the kind of a variable or a path, the meaning of an argument or
//! a keyword.

use std::ops::Range;

use vrlet::function::{Function, TypeDef};
use vrlet::syntax::{TokenKind, tokens};
use vrlet_manual::Entry;

use crate::document::Document;
use crate::keywords::about_keyword;
use crate::open_call::OpenCall;

/// What there is to say of a piece of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Hover {
    /// The piece.
    pub range: Range<usize>,
    /// What it is, in a line or two of code: `size: integer`.
    pub code: String,
    /// More of it, in Markdown; empty where the code says all.
    pub about: String,
}

impl Document {
    /// What there is to say of the word at an offset; a cursor after a word is about the word.
    #[must_use]
    pub fn hover(&self, offset: usize) -> Option<Hover> {
        let (kind, range) = self.token_at(offset)?;
        let word = &self.text()[range.clone()];
        match kind {
            TokenKind::Function => self.of_function(word, range),
            TokenKind::Keyword => {
                let about = about_keyword(word)?.to_owned();
                Some(Hover { range, code: word.to_owned(), about })
            }
            TokenKind::Name => self.of_argument(&range).or_else(|| self.of_value(offset)),
            TokenKind::String => self.of_table(&range).or_else(|| self.of_value(offset)),
            TokenKind::Field | TokenKind::Number | TokenKind::Quoted | TokenKind::Sign => {
                self.of_value(offset)
            }
            TokenKind::Bracket | TokenKind::Comment => None,
        }
    }

    /// The function of a call, with what this call gives where that is known.
    fn of_function(&self, name: &str, range: Range<usize>) -> Option<Hover> {
        let function = self.context().engine().functions().get(name)?;
        let entry = Entry::new(function);
        let mut about = entry.about.to_owned();
        if let Some(result) = self.result_of(&range) {
            about.push_str(&format!("\n\nHere: `{}`.", described(&result)));
        }
        about.push_str(&failures(&entry));
        about.push_str(&deprecation(function));
        Some(Hover { range, code: entry.typed_signature(), about })
    }

    /// What the call with its name at a range gives.
    fn result_of(&self, name: &Range<usize>) -> Option<TypeDef> {
        let call = self.analysis().call_at(name.start)?;
        let known =
            self.analysis().types.iter().filter(|piece| piece.span.start == call.span.start);
        // The call and its closure end after the parenthesis, what is around the call begins before it
        // or ends after it as well: the shortest piece that holds the call is the call.
        let around = known.filter(|piece| piece.span.end >= call.span.end);
        around.min_by_key(|piece| piece.span.end).map(|piece| piece.type_def.clone())
    }

    /// The parameter that a name before a colon gives.
    fn of_argument(&self, range: &Range<usize>) -> Option<Hover> {
        let is_named = self.text()[range.end..].trim_start().starts_with(':');
        let before = &self.text()[..range.start];
        let call =
            OpenCall::of(before, &tokens(before)).filter(|call| is_named && call.is_start)?;
        let entry = Entry::new(self.context().engine().functions().get(call.function)?);
        let name = &self.text()[range.clone()];
        let parameter = entry.parameters.iter().find(|parameter| parameter.name == name)?;
        let code = parameter.declaration();
        Some(Hover { range: range.clone(), code, about: parameter.about.to_owned() })
    }

    /// The enrichment table that a string names.
    fn of_table(&self, range: &Range<usize>) -> Option<Hover> {
        let before = &self.text()[..range.start];
        let call = OpenCall::of(before, &tokens(before))?;
        let function = self.context().engine().functions().get(call.function)?;
        let param = call.parameter(function)?;
        let (name, _) = crate::tables::named_by(function)?;
        let literal = &self.text()[range.clone()];
        let table = self.table(range.start, literal).filter(|_| param.name == name)?;
        let columns = table.columns.as_ref().map(|columns| {
            let names: Vec<String> = columns.iter().map(|name| format!("`{name}`")).collect();
            format!("Columns: {}.", names.join(", "))
        });
        let code = format!("{}: {}", table.name, table.about);
        Some(Hover { range: range.clone(), code, about: columns.unwrap_or_default() })
    }

    /// The kind of an expression, a variable, a path; with what sample events have there.
    fn of_value(&self, offset: usize) -> Option<Hover> {
        let known = self.type_at(offset)?;
        let text = &self.text()[known.range.clone()];
        let shown = text.lines().next().unwrap_or_default();
        let more = if shown.len() < text.len() { " …" } else { "" };
        let code = format!("{shown}{more}: {}", described(&known.type_def));
        let sample = self.sample(known.range.end);
        let about = sample.map_or(String::new(), |sample| format!("For example `{sample}`."));
        Some(Hover { range: known.range, code, about })
    }
}

/// A type in words.
fn described(TypeDef { kind, fallible }: &TypeDef) -> String {
    format!("{kind}{}", if *fallible { ", can fail" } else { "" })
}

fn failures(entry: &Entry) -> String {
    if entry.failures.is_empty() {
        return String::new();
    }
    let list: String = entry.failures.iter().map(|failure| format!("\n- {failure}")).collect();
    format!("\n\nIt fails where:\n{list}")
}

fn deprecation(function: &Function) -> String {
    function.deprecated.map_or(String::new(), |instead| format!("\n\nInstead, {instead}."))
}
