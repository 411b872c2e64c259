//! Names of functions in other languages (jq, Python, JavaScript, SQL, Go, Logstash, Splunk, Lua, …) with
//! their VRL counterparts, for suggestions.

/// The table.
const TABLE: &str = include_str!("foreign_functions.txt");

/// What to write instead of a call.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Instead {
    /// A call of this function with the same arguments.
    Call(&'static str),
    /// A text with places for the arguments.
    Rewrite(&'static str),
    /// Nothing that could be put there as it is.
    Say(&'static str),
}

/// The rows of the table: names, and forms for a number of arguments, or for any.
fn rows() -> impl Iterator<Item = (&'static str, impl Iterator<Item = (Option<usize>, Instead)>)> {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| {
        let (names, forms) = row.split_once(" = ")?;
        Some((names, forms.split(" ; ").map(form)))
    })
}

fn form(text: &'static str) -> (Option<usize>, Instead) {
    if let Some(text) = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        return (None, Instead::Say(text));
    }
    match text.split_once(": ") {
        Some((count, template)) => (count.parse().ok(), Instead::Rewrite(template)),
        None => (None, Instead::Call(text)),
    }
}

/// What to write instead of a call of a function of another language; case does not matter.
pub(crate) fn instead(name: &str, arguments: usize) -> Option<Instead> {
    let name = name.to_lowercase();
    let (_, mut forms) = rows().find(|(names, _)| names.split(' ').any(|own| own == name))?;
    let fits = |count: &Option<usize>| count.is_none_or(|count| count == arguments);
    forms.find(|(count, _)| fits(count)).map(|(_, form)| form)
}

/// The program text of a rewrite, from those of the arguments; `None` where one of them names no path and must.
pub(crate) fn rewritten(template: &str, arguments: &[&str]) -> Option<String> {
    let mut text = template.to_owned();
    for (index, argument) in arguments.iter().enumerate() {
        let path_mark = format!("{{.{index}}}");
        if text.contains(&path_mark) {
            text = text.replace(&path_mark, &path_of(argument)?);
        }
        text = text.replace(&format!("{{{index}}}"), argument);
    }
    while let Some(start) = text.find("{*") {
        let end = start + text[start..].find('}')?;
        let separator = &text[start + 2..end];
        let separator = if separator.is_empty() { ", " } else { separator };
        let joined = arguments.join(separator);
        text.replace_range(start..=end, &joined);
    }
    Some(text)
}

/// The path that an argument is, or whose name it says: `.a`, `"a"`.
pub(crate) fn path_of(argument: &str) -> Option<String> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '@';
    if argument.starts_with(['.', '%']) {
        return Some(argument.to_owned());
    }
    let name = argument.strip_prefix('"')?.strip_suffix('"')?;
    let names: Vec<String> = name
        .split('.')
        .map(|name| {
            let is_plain =
                name.chars().all(is_word) && !name.starts_with(|c: char| c.is_ascii_digit());
            if is_plain && !name.is_empty() { name.to_owned() } else { format!("\"{name}\"") }
        })
        .collect();
    (!name.is_empty() && !name.contains(['"', '\\'])).then(|| format!(".{}", names.join(".")))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Instead, instead, rewritten, rows};
    use crate::known::is_known;

    #[test]
    fn each_name_stands_once_and_is_no_function_of_vrl() {
        let mut known = HashSet::new();
        for (names, forms) in rows() {
            for name in names.split(' ') {
                assert!(known.insert(name), "`{name}` stands twice");
                assert!(!is_known(name), "`{name}` is a function of VRL");
                assert_eq!(name.to_lowercase(), name);
            }
            for (_, form) in forms {
                if let Instead::Call(function) = form {
                    assert!(is_known(function), "`{function}` is no function");
                }
            }
        }
        assert!(known.len() > 80, "{}", known.len());
    }

    #[test]
    fn forms_follow_the_number_of_arguments() {
        assert!(matches!(instead("toUpper", 1), Some(Instead::Call("upcase"))));
        assert!(matches!(instead("trim", 1), Some(Instead::Rewrite("strip_whitespace({0})"))));
        assert!(matches!(instead("trim", 2), Some(Instead::Say(_))));
        assert!(instead("nothing_like_it", 1).is_none());
    }

    #[test]
    fn arguments_go_to_their_places() {
        let text = rewritten("{.1} = del({.0})", &[".a", "\"b.c-d\""]);
        assert_eq!(text.as_deref(), Some(".b.\"c-d\" = del(.a)"));
        let text = rewritten("({* || })", &[".a", ".b", "1"]);
        assert_eq!(text.as_deref(), Some("(.a || .b || 1)"));
        assert_eq!(rewritten("del({.0})", &["x"]), None);
    }
}
