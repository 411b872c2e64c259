//! JSON numbers: integers as they are, the rest as the nearest float, with a fast path for short decimals.
//! Where that float would be written as another number, the digits that were read stay with it.

use ordered_float::NotNan;

use super::ReadMode;
use super::decimal::prints_same;
use super::lexer::Lexer;
use crate::Float;
use crate::json::error::{ReadResult, SyntaxError};

/// This many digits always fit an integer.
const SAFE_DIGITS: usize = 18;
/// Decimals of so many digits come back from a float as they were.
const LOSSLESS: u64 = 1_000_000_000_000_000;
/// Up to here every whole number is a float.
const EXACT: u64 = 1 << 53;
/// The powers of ten that are exactly floats: a quotient or product with one is rounded only once.
const TENS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// A number whose whole part was read.
struct Whole {
    /// Where the number starts, sign included.
    start: usize,
    /// Where its digits start.
    first: usize,
    negative: bool,
    /// The digits so far as a number; meaningless where they are too many.
    digits: u64,
}

/// A number that was read.
pub(super) enum Number {
    Integer(i64),
    Float(NotNan<f64>),
    /// One that keeps its digits; boxed, since all others pay for its size.
    Digits(Box<Float>),
}

impl Lexer<'_> {
    /// A number; the current byte is its sign or first digit.
    #[inline(always)]
    pub(super) fn number(&mut self) -> ReadResult<Number> {
        let start = self.at;
        let negative = self.bytes.get(start) == Some(&b'-');
        let first = start + usize::from(negative);
        let (digits, end) = self.digits(first, 0)?;
        if end - first > 1 && self.bytes[first] == b'0' {
            return Err(SyntaxError::refused("expected a number without leading zeros", first));
        }
        let whole = Whole { start, first, negative, digits };
        self.at = end;
        match self.bytes.get(end) {
            Some(b'.' | b'e' | b'E') => self.fraction(&whole),
            _ if negative && digits == 0 && end - first == 1 => self.float(-0.0, &whole),
            _ if end - first <= SAFE_DIGITS => {
                let number = i64::try_from(digits).unwrap_or(i64::MAX);
                Ok(Number::Integer(if negative { -number } else { number }))
            }
            _ => self.large(&whole),
        }
    }

    /// At least one digit from `at` on, after those of `number`; the place after them.
    #[inline]
    fn digits(&self, at: usize, mut number: u64) -> ReadResult<(u64, usize)> {
        let mut end = at;
        while let Some(digit) =
            self.bytes.get(end).map(|byte| byte.wrapping_sub(b'0')).filter(|digit| *digit < 10)
        {
            number = number.wrapping_mul(10).wrapping_add(u64::from(digit));
            end += 1;
        }
        if end == at { Err(SyntaxError::expected("a digit", at)) } else { Ok((number, end)) }
    }

    /// The rest of a number after its whole part.
    #[inline(never)]
    fn fraction(&mut self, whole: &Whole) -> ReadResult<Number> {
        let mut digits = whole.digits;
        let mut count = self.at - whole.first;
        let mut power: i64 = 0;
        if self.bytes.get(self.at) == Some(&b'.') {
            let (number, end) = self.digits(self.at + 1, digits)?;
            digits = number;
            let decimals = end - self.at - 1;
            count += decimals;
            power = i64::try_from(decimals).map_or(i64::MIN, |decimals| -decimals);
            self.at = end;
        }
        if let Some(b'e' | b'E') = self.bytes.get(self.at) {
            let sign = self.bytes.get(self.at + 1);
            let first = self.at + 1 + usize::from(matches!(sign, Some(b'+' | b'-')));
            let (exponent, end) = self.digits(first, 0)?;
            // An exponent of more digits makes the power leave the range of the fast path all the same.
            let exponent = if end - first > 9 {
                i64::MAX
            } else {
                i64::try_from(exponent).unwrap_or(i64::MAX)
            };
            power = power.saturating_add(if sign == Some(&b'-') { -exponent } else { exponent });
            self.at = end;
        }
        let float = if count <= SAFE_DIGITS
            && digits <= EXACT
            && power.unsigned_abs() < TENS.len() as u64
        {
            #[allow(clippy::cast_precision_loss, reason = "checked to be exact")]
            let float = digits as f64;
            let ten = usize::try_from(power.unsigned_abs()).map_or(1.0, |power| TENS[power]);
            let float = if power < 0 { float / ten } else { float * ten };
            let float = if whole.negative { -float } else { float };
            if digits < LOSSLESS {
                return self.float(float, whole);
            }
            float
        } else {
            self.parse(whole)?
        };
        if self.mode == ReadMode::Keep && !prints_same(float, self.number_text(whole)) {
            return self.with_digits(float, whole);
        }
        self.float(float, whole)
    }

    /// A whole number that may be too big for an integer.
    #[cold]
    fn large(&self, whole: &Whole) -> ReadResult<Number> {
        if let Ok(number) = self.number_text(whole).parse() {
            return Ok(Number::Integer(number));
        }
        let float = self.parse(whole)?;
        match self.mode {
            ReadMode::Keep => self.with_digits(float, whole),
            ReadMode::Strict => self.float(float, whole),
        }
    }

    fn number_text(&self, whole: &Whole) -> &str {
        &self.source[whole.start..self.at]
    }

    fn parse(&self, whole: &Whole) -> ReadResult<f64> {
        self.number_text(whole).parse().map_err(|_| SyntaxError::expected("a number", whole.start))
    }

    fn float(&self, float: f64, whole: &Whole) -> ReadResult<Number> {
        match NotNan::new(float) {
            Ok(number) if number.is_finite() => Ok(Number::Float(number)),
            _ => Err(SyntaxError::refused("the number is beyond the range of floats", whole.start)),
        }
    }

    #[cold]
    fn with_digits(&self, float: f64, whole: &Whole) -> ReadResult<Number> {
        match NotNan::new(float) {
            Ok(number) => {
                Ok(Number::Digits(Box::new(Float::with_digits(number, self.number_text(whole)))))
            }
            Err(_) => Err(SyntaxError::expected("a number", whole.start)),
        }
    }
}
