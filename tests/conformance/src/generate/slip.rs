//! Random typos: one token too many, too few, or another one.

use crate::random::Random;
use crate::tree::Tree;

const TOKENS: &[&str] = &[
    "(", ")", "[", "]", "{", "}", ",", ";", "\n", "=", "==", "!=", "+", "-", "*", "/", "|", "|=",
    "||", "&&", "??", "!", ".", "%", ":", "->", "if", "else", "abort", "return", "break", "null",
    "true", "x", "_", "1", "2.5", "\"s\"", ".a", "[0]", "foo(", "for", "while", "#", "@", "'",
    "\\", " ",
];

pub fn slip(program: &mut Tree, random: &mut Random) {
    let mut texts: Vec<&mut String> =
        program.texts_mut().into_iter().filter(|text| !text.is_empty()).collect();
    if texts.is_empty() {
        return;
    }
    let at = random.below(texts.len());
    let token = random.pick(TOKENS);
    let text = &mut texts[at];
    match random.below(5) {
        0 => text.clear(),
        1 => **text = token.to_owned(),
        2 => text.insert_str(0, token),
        3 => text.push_str(token),
        _ => {
            let copy = text.clone();
            text.push_str(&copy);
        }
    }
}
