//! The keywords of the language, and the words that are reserved for later.
//!
//! Everything that asks for them asks here: tokens, suggestions, the compiler, completion. The grammar is
//! text of its own; the test below proves that it names the same words.

/// The keywords in alphabetical order. A word that names a field, a function's argument or, but for
/// some, a function may be spelt like one.
pub const KEYWORDS: &[&str] = &["abort", "break", "else", "false", "if", "null", "return", "true"];

/// The words in alphabetical order that mean nothing yet and can't name variables.
pub const RESERVED_WORDS: &[&str] = &[
    "all",
    "any",
    "array",
    "bool",
    "boolean",
    "continue",
    "do",
    "duration",
    "each",
    "emit",
    "float",
    "for",
    "forall",
    "foreach",
    "int",
    "integer",
    "iter",
    "loop",
    "object",
    "regex",
    "string",
    "timestamp",
    "traverse",
    "try",
    "undefined",
    "unless",
    "walk",
    "while",
];

/// Whether a word is a keyword.
#[must_use]
pub fn is_keyword(word: &str) -> bool {
    KEYWORDS.contains(&word)
}

/// Whether a word is a keyword that directs the program: all but the constants `null`, `true` and `false`.
#[must_use]
pub fn is_control_keyword(word: &str) -> bool {
    is_keyword(word) && !matches!(word, "null" | "true" | "false")
}

/// Whether a word is reserved for later.
#[must_use]
pub fn is_reserved(word: &str) -> bool {
    RESERVED_WORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{KEYWORDS, RESERVED_WORDS, is_control_keyword, is_keyword, is_reserved};

    const GRAMMAR: [&str; 5] = [
        include_str!("../grammar/lexical.pest"),
        include_str!("../grammar/literal.pest"),
        include_str!("../grammar/path.pest"),
        include_str!("../grammar/expression.pest"),
        include_str!("../grammar/program.pest"),
    ];

    /// The lines of the grammar without comments.
    fn lines() -> impl Iterator<Item = &'static str> {
        GRAMMAR.iter().flat_map(|file| file.lines()).filter(|line| !line.starts_with("//"))
    }

    /// The words between quotes in a piece of the grammar; single letters are prefixes of literals.
    fn words(text: &str) -> impl Iterator<Item = &str> {
        let quoted = text.split('"').skip(1).step_by(2);
        quoted.filter(|word| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
    }

    /// The words of a rule.
    fn rule(name: &str) -> BTreeSet<&'static str> {
        let start = format!("{name} = ");
        let mut rest = lines().skip_while(|line| !line.starts_with(&start));
        let first = rest.next().expect("the grammar has the rule");
        let more = rest.take_while(|line| line.starts_with(' '));
        std::iter::once(first).chain(more).flat_map(words).collect()
    }

    #[test]
    fn the_grammar_has_the_same_keywords() {
        assert_eq!(rule("keyword"), BTreeSet::from_iter(KEYWORDS.iter().copied()));
        assert_eq!(rule("reserved"), BTreeSet::from_iter(RESERVED_WORDS.iter().copied()));
        let own_rules: BTreeSet<&str> =
            lines().filter(|line| line.starts_with("kw_")).flat_map(words).collect();
        assert_eq!(own_rules, rule("keyword"), "each keyword has a rule `kw_…`");
    }

    #[test]
    fn the_grammar_has_no_other_words() {
        for word in lines().flat_map(words) {
            assert!(is_keyword(word) || is_reserved(word), "`{word}` is in no list");
        }
    }

    #[test]
    fn lists_are_sorted_and_apart() {
        assert!(KEYWORDS.is_sorted() && RESERVED_WORDS.is_sorted());
        assert!(!KEYWORDS.iter().any(|word| is_reserved(word)));
        let constants: Vec<_> = KEYWORDS.iter().filter(|word| !is_control_keyword(word)).collect();
        assert_eq!(constants, [&"false", &"null", &"true"]);
    }

    #[test]
    fn no_word_of_the_lists_names_a_variable() {
        for word in KEYWORDS.iter().chain(RESERVED_WORDS) {
            let ast = crate::parse(&format!("{word} = 1")).expect("nothing spoils the whole text");
            assert!(matches!(ast.roots[0], crate::ast::RootExpr::Broken(_)), "{word}");
        }
    }
}
