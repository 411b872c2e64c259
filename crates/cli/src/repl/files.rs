//! Names of files as they are typed: several on a line, some between quotes, some below `~`.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The words of a line; one between double quotes may hold blanks.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (word, behind) = match rest.strip_prefix('"') {
            Some(inner) => inner.split_once('"').unwrap_or((inner, "")),
            None => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
        };
        words.push(word.to_owned());
        rest = behind.trim_start();
    }
    words
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

/// The files and folders whose names go on from what was typed, sorted; folders end in `/`.
pub fn beginning_with(typed: &str) -> Vec<String> {
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
            let slash = if is_folder(&entry.path()) { "/" } else { "" };
            is_wanted.then(|| format!("{folder}{name}{slash}"))
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
    use super::words;

    #[test]
    fn words_end_at_blanks_or_quotes() {
        assert_eq!(words("  a  \"b c\" d "), ["a", "b c", "d"]);
        assert_eq!(words("\"open end"), ["open end"]);
        assert!(words(" ").is_empty());
    }
}
