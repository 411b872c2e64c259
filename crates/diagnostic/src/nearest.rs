//! "Did you mean": the name nearest to one that does not exist, by edit distance.

/// The name among `names` that is most like `wrong`, if one is like it at all: at most a third of the
/// letters differ (one always may, as long as one stays), upper and lower case aside. Distance counts letters added, left
/// out, replaced or swapped with their neighbour; of equals the first in the alphabet is taken.
///
/// ```
/// # use vrlet_diagnostic::nearest;
/// assert_eq!(nearest("downcas", ["downcase", "upcase"]), Some("downcase"));
/// assert_eq!(nearest("x", ["downcase", "upcase", "y"]), None);
/// ```
pub fn nearest<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 64;
    if wrong.len() > LONGEST {
        return None;
    }
    let wrong = wrong.to_lowercase();
    let length = wrong.chars().count();
    let most = (length / 3).max(1).min(length.saturating_sub(1));
    names
        .into_iter()
        .filter(|name| name.len().abs_diff(wrong.len()) <= most)
        .map(|name| (strsim::osa_distance(&wrong, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= most)
        .min()
        .map(|(_, name)| name)
}
