//! Splits a JSON text into events: each top-level value, or each element of a top-level array.
//!
//! Only brackets and quotes are looked at; whether a piece is JSON is for its reader to say, who can
//! then complain of that piece alone.

use crate::chunk::Piece;

/// Goes over the values of a text.
#[derive(Debug, Default)]
pub(crate) struct Values {
    /// Where the next value is looked for.
    at: usize,
    /// Whether that is inside an array at the top.
    in_array: bool,
}

const NO_VALUE: &str = "expected a value, found `,` or `]`";
const NOT_CLOSED: &str = "expected `,` or `]` after the value, found the end of the text";
const CUT: &str = "the input breaks off within this value";

impl Values {
    /// The next value of the text, which must be the same every time; `is_cut` says that more should
    /// follow after the end.
    pub(crate) fn next(&mut self, text: &[u8], is_cut: bool) -> Option<Piece> {
        self.enter_array(text);
        let start = self.at;
        if start == text.len() && (!self.in_array || is_cut) {
            return None;
        }
        self.skip_value(text);
        let range = start..self.at;
        if is_cut && self.at == text.len() {
            return Some(Piece { range, fault: Some(CUT) });
        }
        if !self.in_array {
            return Some(Piece { range, fault: None });
        }
        let fault = range.is_empty().then_some(NO_VALUE);
        match text.get(self.at) {
            Some(b',') => self.at += 1,
            Some(_) => self.leave(),
            None => {
                self.in_array = false;
                return Some(Piece { range, fault: Some(NOT_CLOSED) });
            }
        }
        Some(Piece { range, fault })
    }

    /// Goes to the next value: into an array at the top, past empty ones.
    fn enter_array(&mut self, text: &[u8]) {
        self.skip_blanks(text);
        while !self.in_array && text.get(self.at) == Some(&b'[') {
            self.in_array = true;
            self.at += 1;
            self.skip_blanks(text);
            if text.get(self.at) == Some(&b']') {
                self.leave();
                self.skip_blanks(text);
            }
        }
    }

    fn leave(&mut self) {
        self.in_array = false;
        self.at += 1;
    }

    fn skip_blanks(&mut self, text: &[u8]) {
        let is_blank = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
        self.at += text[self.at..].iter().take_while(is_blank).count();
    }

    /// Goes past the value that starts here: in an array to what ends it, else to where it is whole.
    fn skip_value(&mut self, text: &[u8]) {
        let mut depth = 0_u64;
        while let Some(byte) = text.get(self.at) {
            match byte {
                b'"' => self.skip_string(text),
                b'[' | b'{' => depth += 1,
                b',' | b']' if depth == 0 && self.in_array => return,
                b']' | b'}' => depth = depth.saturating_sub(1),
                b' ' | b'\t' | b'\r' | b'\n' if depth == 0 && !self.in_array => return,
                _ => {}
            }
            self.at = (self.at + 1).min(text.len());
            if depth == 0 && !self.in_array && matches!(byte, b'"' | b']' | b'}') {
                return;
            }
        }
    }

    /// Goes from the opening quote to the closing one.
    fn skip_string(&mut self, text: &[u8]) {
        loop {
            let after = self.at + 1;
            match memchr::memchr2(b'"', b'\\', text.get(after..).unwrap_or_default()) {
                Some(found) if text[after + found] == b'"' => {
                    self.at = after + found;
                    return;
                }
                Some(found) => self.at = after + found + 1,
                None => {
                    self.at = text.len();
                    return;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CUT, NO_VALUE, NOT_CLOSED, Values};

    fn pieces(text: &str, is_cut: bool) -> Vec<(&str, Option<&'static str>)> {
        let mut values = Values::default();
        let pieces = std::iter::from_fn(|| values.next(text.as_bytes(), is_cut));
        pieces.map(|piece| (&text[piece.range], piece.fault)).collect()
    }

    fn whole(text: &str) -> Vec<&str> {
        pieces(text, false)
            .into_iter()
            .inspect(|(_, fault)| assert_eq!(*fault, None))
            .map(|(piece, _)| piece)
            .collect()
    }

    #[test]
    fn values_one_after_the_other() {
        assert_eq!(whole(""), [""; 0]);
        assert_eq!(whole(" \n"), [""; 0]);
        assert_eq!(whole("{\"a\": [1, 2]}\n"), ["{\"a\": [1, 2]}"]);
        assert_eq!(
            whole("{}{\"b\":\"}\"}\n 5 \"x y\" null"),
            ["{}", "{\"b\":\"}\"}", "5", "\"x y\"", "null"]
        );
    }

    #[test]
    fn elements_of_arrays_are_events() {
        assert_eq!(whole("[]"), [""; 0]);
        assert_eq!(whole(&"[ ]\n".repeat(10_000)), [""; 0]);
        assert_eq!(
            whole("[1 , {\"a\":[2,3]},\"],\\\"[\" ]"),
            ["1 ", "{\"a\":[2,3]}", "\"],\\\"[\" "]
        );
        assert_eq!(whole("[[1],[]]\n[2]"), ["[1]", "[]", "2"]);
    }

    #[test]
    fn faults_are_pieces_of_their_own() {
        assert_eq!(pieces("[1,,2]", false), [("1", None), ("", Some(NO_VALUE)), ("2", None)]);
        assert_eq!(pieces("[1,]", false), [("1", None), ("", Some(NO_VALUE))]);
        assert_eq!(pieces("[1,2", false), [("1", None), ("2", Some(NOT_CLOSED))]);
        assert_eq!(pieces("[1,2", true), [("1", None), ("2", Some(CUT))]);
        assert_eq!(pieces("[1,", true), [("1", None)]);
        assert_eq!(pieces("[", false), [("", Some(NOT_CLOSED))]);
        assert_eq!(pieces("[{\"a\":\"", false), [("{\"a\":\"", Some(NOT_CLOSED))]);
        assert_eq!(pieces("]", false), [("]", None)], "left to the reader");
        assert_eq!(pieces("{\"a\":", false), [("{\"a\":", None)], "left to the reader");
    }
}
