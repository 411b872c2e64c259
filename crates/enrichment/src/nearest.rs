//! The name that somebody may have meant.

/// The name among `names` that is most like `wrong`, if one is like it at all: at most a third of the
/// letters differ, upper and lower case aside.
pub fn nearest<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 64;
    let wrong: Vec<char> = wrong.to_lowercase().chars().collect();
    if wrong.len() > LONGEST {
        return None;
    }
    let candidates = names.into_iter().filter_map(|name| {
        let letters: Vec<char> = name.to_lowercase().chars().collect();
        let longer = wrong.len().max(letters.len());
        let most = (longer / 3).max(usize::from(longer > 1));
        (letters.len() <= LONGEST)
            .then(|| (distance(&wrong, &letters), name))
            .filter(|(distance, _)| *distance <= most)
    });
    candidates.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

/// How many letters must be put in, left out or replaced to get from one word to the other.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, b) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_of_the_keyboard_are_seen_through() {
        let names = ["number", "keyword", "protocol"];
        assert_eq!(nearest("nmber", names), Some("number"));
        assert_eq!(nearest("Protocoll", names), Some("protocol"));
        assert_eq!(nearest("ip", names), None);
        assert_eq!(nearest("n", ["k"]), None);
    }
}
