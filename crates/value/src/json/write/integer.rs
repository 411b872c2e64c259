//! Writing whole numbers as digits, eight at once: each step computes with all digits of a number in one word.

/// The smallest number of nine digits.
const NINE: u64 = 100_000_000;

/// Writes a number at the start of a block that is longer than any number: how long it is.
#[inline(always)]
pub(super) fn write<const N: usize>(number: i64, out: &mut [u8; N]) -> usize {
    const { assert!(N >= 20, "room for the longest number and its sign") };
    match u64::try_from(number) {
        Ok(number) if number < NINE => write_first(number, out),
        Ok(number) if number < NINE * NINE => {
            let length = write_first(number / NINE, out);
            out[length..length + 8].copy_from_slice(&(digits(number % NINE) | ZEROS).to_le_bytes());
            length + 8
        }
        _ => write_any(number, out),
    }
}

/// Eight times the digit zero.
const ZEROS: u64 = 0x3030_3030_3030_3030;

/// Writes up to eight digits, those from the first that is not zero on.
#[inline(always)]
fn write_first<const N: usize>(number: u64, out: &mut [u8; N]) -> usize {
    let digits = digits(number);
    // The first digit is the lowest byte; the last counts also where it is zero.
    let leading = (digits | 1 << 56).trailing_zeros() / 8;
    out[..8].copy_from_slice(&((digits | ZEROS) >> (8 * leading)).to_le_bytes());
    8 - leading as usize
}

/// The eight digits of a number, a byte each, the first one lowest: the number is split in two fours, these
/// in pairs, these in digits. Products with a fraction of a power of two stand for the divisions.
#[inline(always)]
fn digits(number: u64) -> u64 {
    let (high, low) = (number / 10_000, number % 10_000);
    let fours = high | low << 32;
    let hundreds = ((fours * 10_486) >> 20) & 0x0000_007f_0000_007f;
    let pairs = hundreds | (fours - hundreds * 100) << 16;
    let tens = ((pairs * 103) >> 10) & 0x000f_000f_000f_000f;
    tens | (pairs - tens * 10) << 8
}

#[cold]
#[inline(never)]
fn write_any(number: i64, out: &mut [u8]) -> usize {
    let mut digits = itoa::Buffer::new();
    let digits = digits.format(number).as_bytes();
    out[..digits.len()].copy_from_slice(digits);
    digits.len()
}

#[cfg(test)]
mod tests {
    use super::write;

    fn written(number: i64) -> String {
        let mut out = [b'x'; 24];
        let length = write(number, &mut out);
        String::from_utf8_lossy(&out[..length]).into_owned()
    }

    #[test]
    fn numbers_are_written_as_they_are() {
        for number in 0..100_000 {
            assert_eq!(written(number), number.to_string());
            assert_eq!(written(number * 1_000), (number * 1_000).to_string());
            assert_eq!(written(number * 99_999_989), (number * 99_999_989).to_string());
        }
        let mut edges = vec![0, i64::MAX, i64::MIN, -1];
        for power in (0..19).map(|exponent| 10_i64.pow(exponent)) {
            edges.extend([power - 1, power, power + 1, -power]);
        }
        for number in edges {
            assert_eq!(written(number), number.to_string());
        }
    }
}
