//! The parser of queries.
//!
//! `OR` joins what `AND`, or nothing, joins; `-` and `NOT` stand before one clause. Words in a row
//! without operators are one phrase.

use super::Query;
use super::cursor::{Cursor, is_operator};
use super::field::{Test, Wanted};
use super::lexer::Word;

/// How deep clauses may be nested.
const DEEPEST: usize = 64;

impl Query {
    /// Reads a query; the message says what is wrong with it.
    pub(in crate::object) fn read(source: &str) -> Result<Self, String> {
        let mut cursor = Cursor::new(source);
        cursor.blanks();
        if cursor.rest.is_empty() {
            return Ok(Self::All);
        }
        let query = cursor.either("")?;
        if cursor.rest.is_empty() { Ok(query) } else { Err(cursor.expected("a clause or its end")) }
    }
}

impl Cursor<'_> {
    /// Clauses with `OR` between them; `field` is the one of words that name none.
    fn either(&mut self, field: &str) -> Result<Query, String> {
        let mut queries = vec![self.both(field)?];
        while self.operator("OR", "||") {
            queries.push(self.both(field)?);
        }
        Ok(if queries.len() == 1 { queries.remove(0) } else { Query::Either(queries) })
    }

    fn both(&mut self, field: &str) -> Result<Query, String> {
        let mut queries = vec![self.clause(field)?];
        loop {
            let after = self.rest.len();
            self.blanks();
            let joined = self.operator("AND", "&&");
            if !joined && self.rest.len() == after && self.rest.starts_with(['<', '>', '[', '{']) {
                return Err(self.expected("a blank"));
            }
            let ends = self.rest.is_empty()
                || self.rest.starts_with(')')
                || self.keyword("OR").is_some()
                || self.rest.starts_with("||");
            if !joined && ends {
                break;
            }
            queries.push(self.clause(field)?);
        }
        Ok(if queries.len() == 1 { queries.remove(0) } else { Query::Both(queries) })
    }

    fn clause(&mut self, field: &str) -> Result<Query, String> {
        self.blanks();
        let negated = if let Some(rest) = self.rest.strip_prefix('-') {
            self.rest = rest;
            true
        } else if let Some(rest) = self.keyword("NOT") {
            self.rest = rest;
            true
        } else {
            self.rest = self.rest.strip_prefix('+').unwrap_or(self.rest);
            false
        };
        self.blanks();
        let query = self.operand(field)?;
        Ok(if negated { Query::Not(Box::new(query)) } else { query })
    }

    fn operand(&mut self, field: &str) -> Result<Query, String> {
        if let Some(rest) = self.rest.strip_prefix("*:*") {
            self.rest = rest;
            return Ok(Query::All);
        }
        if self.rest.starts_with('(') {
            return self.group(field);
        }
        if let Some(word) = Word::read(self.rest, false) {
            if let (Some(name), Some(value)) =
                (word.plain(), self.rest[word.length..].strip_prefix(':'))
            {
                self.rest = value;
                self.blanks();
                return if self.rest.starts_with('(') {
                    self.group(name)
                } else {
                    let wanted = self.value()?;
                    self.test(name, wanted)
                };
            }
            if word.is_star() {
                self.skip(word.length);
                return Ok(Query::All);
            }
            let wanted = match self.words(&word) {
                Some(phrase) => Wanted::Phrase(phrase),
                None => {
                    self.skip(word.length);
                    Wanted::Word(word)
                }
            };
            return self.test(field, wanted);
        }
        let wanted = self.value()?;
        self.test(field, wanted)
    }

    /// A query in parentheses.
    fn group(&mut self, field: &str) -> Result<Query, String> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(format!("clauses are nested more than {DEEPEST} deep"));
        }
        self.skip(1);
        let query = self.either(field)?;
        self.blanks();
        if !self.rest.starts_with(')') {
            return Err(self.expected("`)`"));
        }
        self.skip(1);
        self.depth -= 1;
        Ok(query)
    }

    fn test(&self, field: &str, wanted: Wanted) -> Result<Query, String> {
        let (exists, is_there) = match field {
            "_exists_" => (true, true),
            "_missing_" => (true, false),
            _ => (false, true),
        };
        if !exists {
            return Test::new(field, wanted).map(Query::Test);
        }
        let name = match wanted {
            Wanted::Phrase(name) => name,
            Wanted::Word(word) => word.text().into_owned(),
            Wanted::Compared(..) | Wanted::Range(..) => {
                return Err(self.expected("the name of a field"));
            }
        };
        let test = Query::Test(Test::exists(&name)?);
        Ok(if is_there { test } else { Query::Not(Box::new(test)) })
    }

    /// Words in a row, where the first one has more after it.
    fn words(&mut self, first: &Word) -> Option<String> {
        let mut text = first.plain()?.to_owned();
        let mut end = &self.rest[first.length..];
        let mut count = 1;
        loop {
            let next = end.trim_start();
            let is_word = next.len() < end.len() && !is_operator(next);
            let Some(word) = Word::read(next, false).filter(|_| is_word) else { break };
            let after = &next[word.length..];
            let Some(plain) = word.plain().filter(|_| !after.starts_with(':')) else { break };
            text.push(' ');
            text.push_str(plain);
            end = after;
            count += 1;
        }
        if count == 1 {
            return None;
        }
        self.rest = end;
        Some(text)
    }
}
