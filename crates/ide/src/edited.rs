//! A text under edits that maps back to the original, so that several rounds of edits become edits of the
//! first text.

use std::ops::Range;

/// A replacement of a part of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextEdit {
    /// The part, empty for an insertion.
    pub range: Range<usize>,
    /// What stands there instead.
    pub replacement: String,
}

/// A piece of the text as it is now.
#[derive(Clone, Debug)]
enum Piece {
    /// A part of the first text.
    Kept(Range<usize>),
    /// What was put there.
    New(String),
}

/// A text that is being edited.
pub(crate) struct Edited<'a> {
    first: &'a str,
    pieces: Vec<Piece>,
}

impl<'a> Edited<'a> {
    /// A text as it is.
    pub fn new(first: &'a str) -> Self {
        Self { first, pieces: vec![Piece::Kept(0..first.len())] }
    }

    /// The text now.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| self.text_of(piece)).collect()
    }

    /// Replaces a part of the text as it is now.
    pub fn replace(&mut self, range: Range<usize>, replacement: &str) {
        let mut before = Vec::new();
        let mut after = Vec::new();
        let mut start = 0;
        for piece in std::mem::take(&mut self.pieces) {
            let length = self.text_of(&piece).len();
            let cut = |at: usize| at.clamp(start, start + length) - start;
            before.extend(part(&piece, 0..cut(range.start)));
            after.extend(part(&piece, cut(range.end)..length));
            start += length;
        }
        let new = (!replacement.is_empty()).then(|| Piece::New(replacement.to_owned()));
        self.pieces = before.into_iter().chain(new).chain(after).collect();
    }

    /// The edits that make this text of the first one, in order.
    pub fn edits(&self) -> Vec<TextEdit> {
        let mut edits = Vec::new();
        let (mut done, mut replacement) = (0, String::new());
        let end = Piece::Kept(self.first.len()..self.first.len());
        for piece in self.pieces.iter().chain([&end]) {
            match piece {
                Piece::New(text) => replacement.push_str(text),
                Piece::Kept(range) => {
                    let gap = done..range.start;
                    if self.first[gap.clone()] != replacement {
                        let replacement = std::mem::take(&mut replacement);
                        edits.push(TextEdit { range: gap, replacement });
                    }
                    replacement.clear();
                    done = range.end;
                }
            }
        }
        edits
    }

    fn text_of<'p>(&self, piece: &'p Piece) -> &'p str
    where
        'a: 'p,
    {
        match piece {
            Piece::Kept(range) => &self.first[range.clone()],
            Piece::New(text) => text,
        }
    }
}

/// A part of a piece, by offsets in it.
fn part(piece: &Piece, range: Range<usize>) -> Option<Piece> {
    (!range.is_empty()).then(|| match piece {
        Piece::Kept(of) => Piece::Kept(of.start + range.start..of.start + range.end),
        Piece::New(text) => Piece::New(text[range].to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::{Edited, TextEdit};

    /// The text after edits, which must be what the edits of the first text make too.
    fn edited(first: &str, edits: &[(std::ops::Range<usize>, &str)]) -> (String, usize) {
        let mut edited = Edited::new(first);
        for (range, replacement) in edits {
            edited.replace(range.clone(), replacement);
        }
        let mut text = first.to_owned();
        for TextEdit { range, replacement } in edited.edits().iter().rev() {
            text.replace_range(range.clone(), replacement);
        }
        assert_eq!(text, edited.text());
        (text, edited.edits().len())
    }

    #[test]
    fn edits_of_several_rounds_are_edits_of_the_first_text() {
        assert_eq!(edited("abc", &[]), ("abc".to_owned(), 0));
        assert_eq!(edited("abcdef", &[(1..2, "XY"), (5..6, "")]), ("aXYcdf".to_owned(), 2));
        assert_eq!(edited("abc", &[(3..3, "d"), (0..0, "_")]), ("_abcd".to_owned(), 2));
        // What was put there is changed again, with what stands around it.
        assert_eq!(edited("abcdef", &[(2..4, "XYZ"), (1..4, "_")]), ("a_Zef".to_owned(), 1));
        assert_eq!(edited("abc", &[(1..2, "X"), (1..2, "b")]), ("abc".to_owned(), 0));
        assert_eq!(edited("", &[(0..0, "a")]), ("a".to_owned(), 1));
    }
}
