//! The name that somebody may have meant.

/// The name among `names` that is most like `wrong`, if one is like it at all: at most a third of the
/// letters differ, upper and lower case aside.
pub fn nearest<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 64;
    if wrong.len() > LONGEST {
        return None;
    }
    let wrong = wrong.to_lowercase();
    let distances = names.into_iter().map(|name| (strsim::osa_distance(&wrong, &name.to_lowercase()), name));
    let most = (wrong.chars().count() / 3).max(1);
    distances.filter(|(distance, _)| *distance <= most).min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_of_the_keyboard_are_seen_through() {
        let names = ["downcase", "upcase", "Europe/Berlin"];
        assert_eq!(nearest("downcas", names), Some("downcase"));
        assert_eq!(nearest("europe/belrin", names), Some("Europe/Berlin"));
        assert_eq!(nearest("x", names), None);
    }
}
