//! Generated worst-case texts: repeated, unclosed, deeply nested.

/// A kind of text, of any length.
pub struct Input {
    /// What it is.
    pub name: String,
    start: Vec<u8>,
    /// What is repeated.
    piece: Vec<u8>,
    end: Vec<u8>,
    /// Whether `#` in the piece stands for its number.
    is_numbered: bool,
}

/// Pieces that functions look for.
const PIECES: &[&str] = &[
    "a", "0", "9", " ", "\n", "\t", "\"", "'", "\"'", "\\", "\\\"", "[", "[]", "{", "{}",
    "{\"a\":", "(", "<", "<a>", "<!--", "&", "&amp;", ",", ", ", "a,", ";", ":", "::", "=", "a=b ",
    "a=\"b\" ", "a=", "|", "/", "a/", "../", ".", "a.", "1.", "-", "_", "aB", "a b", "%", "%41",
    "%{", "+", "@", "#", "?a=b&", "\u{1b}[", "é", "e\u{301}", "🙂", "日", "\0", "a\nb", "\r\n",
];

/// What many different names stand in: the start, the piece with a number for `#`, the end.
const NUMBERED: &[[&str; 3]] = &[
    ["", "k#=v ", ""],
    ["", "k#:v,", ""],
    ["", "k#.", ""],
    ["", "#/", ""],
    ["", "[k#]", ""],
    ["", "%{WORD:k#} ", ""],
    ["", "(?P<k#>a)|", ""],
    ["{", "\"k#\":1,", "\"z\":1}"],
    ["[", "#,", "0]"],
    ["{", "\"k#\" => 1, ", "\"z\" => 1}"],
    ["<a", " k#=\"v\"", "/>"],
    ["<a", " xmlns:k#=\"v\"", "/>"],
    ["<a>", "<k#/>", "</a>"],
    ["<a>", "<k#>", ""],
    ["http://example.com/?", "k#=v&", ""],
    ["http://example.com/", "k#/../", ""],
    ["CEF:0|a|b|c|d|e|8|", "k#=v ", ""],
    ["CEF:0|a|b|c|d|e|8|", "c#=v c#Label=l# ", ""],
    ["<13>1 2020-03-13T20:45:38.119Z web app 2 ID - ", "[k#@1 a=\"b\"]", " m"],
    ["<13>1 2020-03-13T20:45:38.119Z web app 2 ID - [a", " k#=\"v\"", "] m"],
    ["m,", "k#=v,", "z=1 a=1"],
    ["m ", "k#=1,", "z=1"],
];

/// The inputs that every function gets.
pub fn fixed() -> Vec<Input> {
    let mut inputs: Vec<Input> = PIECES
        .iter()
        .map(|piece| Input::of(format!("{piece:?}"), "", piece.as_bytes(), ""))
        .collect();
    inputs.extend(NUMBERED.iter().map(|[start, piece, end]| Input {
        is_numbered: true,
        ..Input::of(format!("{start}{piece}…{end}"), start, piece.as_bytes(), end)
    }));
    inputs.push(Input::of("0xff".to_owned(), "", &[0xff], ""));
    inputs.push(Input::of("random bytes".to_owned(), "", &noise(1 << 20), ""));
    inputs
}

/// Inputs that begin like a text that the function reads: repeated as a whole, or pumped up at each of its
/// separators.
pub fn pumped(text: &str) -> Vec<Input> {
    if text.is_empty() {
        return Vec::new();
    }
    let mut inputs = vec![Input::of(format!("repeated {text:?}"), "", text.as_bytes(), "")];
    let mut seen = String::new();
    for (at, character) in text.char_indices() {
        let kind = if character.is_alphabetic() {
            'a'
        } else if character.is_numeric() {
            '0'
        } else {
            character
        };
        if !seen.contains(kind) {
            seen.push(kind);
            let (start, end) = text.split_at(at);
            let piece = character.to_string();
            let name = format!("{character:?} in {text:?}");
            inputs.push(Input::of(name, start, piece.as_bytes(), end));
        }
    }
    inputs
}

impl Input {
    fn of(name: String, start: &str, piece: &[u8], end: &str) -> Self {
        let [start, end] = [start, end].map(|text| text.as_bytes().to_vec());
        Self { name, start, piece: piece.to_vec(), end, is_numbered: false }
    }

    /// The text of about that many bytes.
    pub fn text(&self, bytes: usize) -> Vec<u8> {
        let mut text = self.start.clone();
        for number in 0.. {
            let missing = bytes.saturating_sub(text.len());
            if missing == 0 {
                break;
            }
            if self.is_numbered {
                let number = number.to_string();
                let pieces = self.piece.split(|byte| *byte == b'#').collect::<Vec<_>>();
                text.extend_from_slice(&pieces.join(number.as_bytes()));
            } else {
                // Noise is one long piece.
                text.extend_from_slice(&self.piece[..missing.clamp(1, self.piece.len())]);
            }
        }
        text.extend_from_slice(&self.end);
        text
    }
}

/// Bytes that look random.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 1_u64;
    let mut byte = || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    };
    (0..count).map(|_| byte()).collect()
}
