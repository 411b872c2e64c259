//! Paths whose names need quotes and have none: as they should be.

/// The path that was meant where a name in it needs quotes and has none: `.a."b-c"` for `.a.b-c`. The names
/// may have a `-`, a `:`, or letters beyond those of English.
#[must_use]
pub fn quoted_path(path_text: &str) -> Option<String> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '@');
    let is_name = |c: char| is_plain(c) || matches!(c, '-' | ':') || c.is_alphanumeric();
    let names = path_text.strip_prefix(['.', '%'])?;
    let needs_quotes = |name: &str| !name.chars().all(is_plain);
    let quoted = |name: &str| {
        if needs_quotes(name) { format!("\"{name}\"") } else { name.to_owned() }
    };
    let whole = names.split('.').all(|name| !name.is_empty() && name.chars().all(is_name));
    let path = names.split('.').map(quoted).collect::<Vec<_>>().join(".");
    (whole && names.split('.').any(needs_quotes)).then(|| format!("{}{path}", &path_text[..1]))
}
