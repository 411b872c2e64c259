//! The paths of the parameter `select`: which parts of a record are decoded.

use vrlet_value::{Key, Path, Step};

/// Reads a path such as `location.latitude`, `subdivisions[0].names."pt-BR"` or `.city`; `None` where
/// it is none.
pub fn parse(text: &str) -> Option<Path> {
    let mut rest = text.strip_prefix('.').unwrap_or(text);
    let mut steps = Vec::new();
    if rest.is_empty() {
        return (text == ".").then(Path::root);
    }
    let mut after_dot = true;
    while !rest.is_empty() {
        if let Some(tail) = rest.strip_prefix('[') {
            let (index, tail) = tail.split_once(']')?;
            steps.push(Step::Index(index.trim().parse().ok()?));
            rest = tail;
        } else if after_dot {
            let (name, tail) = field(rest)?;
            steps.push(Step::Field(Key::from(name)));
            rest = tail;
        } else {
            return None;
        }
        after_dot = false;
        if let Some(tail) = rest.strip_prefix('.') {
            (rest, after_dot) = (tail, true);
        }
    }
    (!after_dot).then(|| steps.into())
}

/// A name at the start, plain or in quotes, and what is after it.
fn field(text: &str) -> Option<(String, &str)> {
    let Some(quoted) = text.strip_prefix('"') else {
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '@';
        let end = text.find(|c| !is_word(c)).unwrap_or(text.len());
        return (end > 0).then(|| (text[..end].to_owned(), &text[end..]));
    };
    let mut name = String::new();
    let mut letters = quoted.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return Some((name, &quoted[at + 1..])),
            '\\' => name.push(letters.next()?.1),
            _ => name.push(letter),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn paths_are_read_as_programs_write_them() {
        let shown = |text| parse(text).map(|path| path.to_string());
        for path in
            ["location.latitude", "subdivisions[0].names.en", "names.\"pt-BR\"", "list[-1][2]"]
        {
            assert_eq!(shown(path).as_deref(), Some(path));
        }
        assert_eq!(shown(".city.names").as_deref(), Some("city.names"));
        assert_eq!(shown(".").as_deref(), Some(""));
        for wrong in ["", "a.", "a..b", "a b", "a[x]", "a[1", "\"a", "a[0]b", "-", "ä"] {
            assert_eq!(shown(wrong), None, "{wrong}");
        }
    }
}
