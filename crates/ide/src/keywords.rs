//! What the keywords mean, in a sentence each.

/// What a keyword means.
pub(crate) fn about_keyword(word: &str) -> Option<&'static str> {
    Some(match word {
        "abort" => {
            "Ends the program: the event is left out, or passed on unchanged, as the host decides. \
             A message may follow."
        }
        "break" => "Ends the function that runs the closure, such as `for_each`.",
        "else" => "What runs where the condition does not hold.",
        "false" => "The boolean that does not hold.",
        "if" => "Runs a block where its condition, a boolean, holds; without `else` it gives null.",
        "null" => "The value that stands for none.",
        "return" => "Ends the program, or the closure around it, with a value.",
        "true" => "The boolean that holds.",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use vrlet::syntax::KEYWORDS;

    use super::about_keyword;

    #[test]
    fn every_keyword_is_explained() {
        for word in KEYWORDS {
            let about = about_keyword(word).unwrap_or_default();
            assert!(about.ends_with('.'), "{word}");
        }
        assert_eq!(about_keyword("upcase"), None);
    }
}
