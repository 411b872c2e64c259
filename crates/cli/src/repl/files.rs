//! File names in the prompt's commands: quoting, `~`, and completion.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The words of a line; one between double quotes may hold blanks.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (word, after) = match rest.strip_prefix('"') {
            Some(inner) => inner.split_once('"').unwrap_or((inner, "")),
            None => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
        };
        words.push(word.to_owned());
        rest = after.trim_start();
    }
    words
}

/// How many words stand before the one that is being typed, and where that one starts, with its quote.
pub fn last_word(text: &str) -> (usize, usize) {
    let mut count = 0;
    let mut start = text.len() - text.trim_start().len();
    loop {
        let rest = &text[start..];
        let end = match rest.strip_prefix('"') {
            Some(inner) => inner.find('"').map(|quote| quote + 2),
            None => rest.find(char::is_whitespace),
        };
        let Some(after) = end.map(|end| &rest[end..]).filter(|after| !after.is_empty()) else {
            return (count, start);
        };
        count += 1;
        start = text.len() - after.trim_start().len();
    }
}

/// The path that a word means.
pub fn path(word: &str) -> PathBuf {
    match (word.strip_prefix("~/"), home()) {
        (Some(below), Some(home)) => home.join(below),
        _ => PathBuf::from(word),
    }
}

/// The directory of the person at the keyboard.
pub fn home() -> Option<PathBuf> {
    env::var_os("HOME").filter(|home| !home.is_empty()).map(PathBuf::from)
}

/// The files and folders whose names go on from what was typed, sorted, as one types them: folders end
/// in `/`, names with blanks stand between quotes.
pub fn beginning_with(typed: &str) -> Vec<String> {
    let (quote, typed) = match typed.strip_prefix('"') {
        Some(inner) => ("\"", inner.trim_end_matches('"')),
        None => ("", typed),
    };
    let (folder, start) = match typed.rfind('/') {
        Some(slash) => typed.split_at(slash + 1),
        None => ("", typed),
    };
    let place = if folder.is_empty() { PathBuf::from(".") } else { path(folder) };
    let Ok(entries) = fs::read_dir(place) else { return Vec::new() };
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let is_wanted =
                name.starts_with(start) && (!name.starts_with('.') || start.starts_with('.'));
            let is_folder = is_folder(&entry.path());
            let full = format!("{folder}{name}{}", if is_folder { "/" } else { "" });
            let quote = if full.contains(char::is_whitespace) { "\"" } else { quote };
            let end = if is_folder { "" } else { quote };
            is_wanted.then(|| format!("{quote}{full}{end}"))
        })
        .collect();
    names.sort();
    names
}

fn is_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

#[cfg(test)]
mod tests {
    use super::{last_word, words};

    #[test]
    fn words_end_at_blanks_or_quotes() {
        assert_eq!(words("  a  \"b c\" d "), ["a", "b c", "d"]);
        assert_eq!(words("\"open end"), ["open end"]);
        assert!(words(" ").is_empty());
    }

    #[test]
    fn the_last_word_may_be_empty_or_open() {
        assert_eq!(last_word(" a"), (0, 1));
        assert_eq!(last_word(" a "), (1, 3));
        assert_eq!(last_word(" "), (0, 1));
        assert_eq!(last_word(" \"a b\" c"), (1, 7));
        assert_eq!(last_word(" 2 \"a b"), (1, 3));
        assert_eq!(last_word(" \"a b\""), (0, 1));
    }
}
