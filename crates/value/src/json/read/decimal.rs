//! `Decimal`: the decimal number that a text says, to tell whether a float prints as the same number.

/// How many digits the shortest text of a float has at most.
const MOST: usize = 17;

/// A decimal number of up to [`MOST`] digits without its sign: 0.d₁d₂d₃… times a power of ten.
#[derive(PartialEq, Eq)]
struct Decimal {
    /// From the first that is not zero; filled up with zeros.
    digits: [u8; MOST],
    power: i64,
}

/// Whether a float, written with the fewest digits that read back as the same float, is the same number as
/// a number in JSON. Both have the same sign.
pub(super) fn prints_same(float: f64, number: &str) -> bool {
    let mut buffer = zmij::Buffer::new();
    let decimal = Decimal::new(number);
    float.is_finite() && decimal.is_some() && decimal == Decimal::new(buffer.format_finite(float))
}

impl Decimal {
    /// The number of a text in JSON's notation; none where it has too many digits.
    fn new(text: &str) -> Option<Self> {
        let mut digits = [0; MOST];
        let (mut count, mut power) = (0_usize, 0_i64);
        let mut is_fraction = false;
        let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        for byte in number.bytes() {
            match byte {
                b'.' => is_fraction = true,
                b'0' if count == 0 => power -= i64::from(is_fraction),
                b'0'..=b'9' => {
                    match digits.get_mut(count) {
                        Some(place) => *place = byte - b'0',
                        None if byte == b'0' => {}
                        None => return None,
                    }
                    count += 1;
                    power += i64::from(!is_fraction);
                }
                _ => {}
            }
        }
        let exponent: i64 = exponent.parse().ok()?;
        Some(Self { digits, power: if count == 0 { 0 } else { power.saturating_add(exponent) } })
    }
}

#[cfg(test)]
mod tests {
    use super::prints_same;

    #[test]
    fn the_same_number_in_any_notation() {
        let same = [
            "0.1",
            "1e-1",
            "0.10",
            "100",
            "1E2",
            "1.0e+2",
            "-0",
            "0e5",
            "12.5",
            "1e300",
            "5e-324",
            "0.30000000000000004",
            "0.000000000000000000000000000001",
            "100000000000000000000000.000",
        ];
        for text in same {
            assert!(prints_same(text.parse().expect("a float"), text), "{text}");
        }
    }

    #[test]
    fn numbers_that_no_float_prints() {
        let other = [
            "0.1234567890123456789",
            "8.000000000000001",
            "1e400",
            "-1e400",
            "1e-400",
            "18446744073709551616",
            "1e99999999999999999999",
            "9007199254740993",
        ];
        for text in other {
            assert!(!prints_same(text.parse().expect("a float"), text), "{text}");
        }
    }
}
