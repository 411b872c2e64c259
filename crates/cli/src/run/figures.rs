//! Number formatting for people: counts, durations and rates.

use std::time::Duration;

use vrlet_pipeline::Counts;

/// A number of things: `1 event`, `2,000 events`.
pub fn counted(count: u64, what: &str) -> String {
    format!("{} {what}{}", grouped(count), if count == 1 { "" } else { "s" })
}

/// How long a run took, and how fast it was.
pub fn duration(time: Duration, counts: Counts) -> String {
    format!("{:.2} s ({})", time.as_secs_f64(), rate(counts, time))
}

/// How fast a run is.
pub fn rate(counts: Counts, time: Duration) -> String {
    let seconds = time.as_secs_f64().max(1e-6);
    let events = (counts.read as f64 / seconds).round();
    format!("{} events/s, {:.1} MB/s", grouped(events as u64), counts.bytes as f64 / seconds / 1e6)
}

/// A number with commas between its thousands.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_told_apart() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1000), "1,000");
        assert_eq!(grouped(12_345_678), "12,345,678");
    }
}
