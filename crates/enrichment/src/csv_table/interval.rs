//! Interval keys: the networks and ranges of a table's columns as pairs of numbers, and a searched value as
//! a number of the same order.

use std::net::{IpAddr, Ipv6Addr};

use chrono::{DateTime, Utc};
use vrlet_function::Failure;
use vrlet_value::Value;

use super::cell::Cell;
use super::cells::Cells;
use super::key_kind::KeyKind;
use super::prefixes::Prefixes;
use super::ranges::Ranges;
use crate::error::{address_kind, address_syntax, not_in_a_range};

/// What the ends of ranges are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Domain {
    Integer,
    Float,
    Timestamp,
    Address,
}

/// The rows of a table by the interval that they stand for.
pub struct IntervalIndex {
    domain: Domain,
    rows: Rows,
}

enum Rows {
    Networks(Prefixes),
    Ranges(Ranges),
}

/// What is looked for: a value, as the two neighbours of its domain that it lies between.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Point {
    low: u128,
    high: u128,
}

/// Why rows can't be indexed: the row that does not fit, counted from zero, if it is a row, and the
/// reason.
pub type Misfit = (Option<u32>, String);

impl IntervalIndex {
    /// Indexes the rows by a key; `column` finds the position of a column by its name.
    ///
    /// # Errors
    /// Where a row does not fit, or the columns are not there.
    pub fn new(
        cells: &Cells,
        name: &str,
        kind: &KeyKind,
        column: impl Fn(&str) -> Option<usize>,
    ) -> Result<Self, Misfit> {
        let find = |name: &str| {
            column(name).ok_or_else(|| (None, format!("there is no column `{name}` to match by")))
        };
        match kind {
            KeyKind::Cidr => networks(cells, name, find(name)?),
            KeyKind::Range { .. } if column(name).is_some() => Err((
                None,
                format!("`{name}` is a column, expected another name for the range `{kind}`"),
            )),
            KeyKind::Range { from, to } => ranges(cells, [(from, find(from)?), (to, find(to)?)]),
        }
    }

    /// The value as what is looked for.
    ///
    /// # Errors
    /// Where it is of another kind than the ends of the intervals.
    pub fn point(&self, value: &Value) -> Result<Point, Failure> {
        let exactly = |point: u128| Ok(Point { low: point, high: point });
        match (self.domain, value) {
            (Domain::Address, Value::Bytes(text)) => {
                match text.as_str().and_then(|text| text.parse().ok()) {
                    Some(found) => exactly(address(found)),
                    None => Err(address_syntax(&text.to_str())),
                }
            }
            (Domain::Address, other) => Err(address_kind(other)),
            (Domain::Integer, Value::Integer(number)) => exactly(integer(*number)),
            (Domain::Integer, Value::Float(number)) => {
                let number = number.into_inner();
                Ok(Point { low: whole(number.floor()), high: whole(number.ceil()) })
            }
            #[expect(clippy::cast_precision_loss, reason = "the ends are floats as well")]
            (Domain::Float, Value::Integer(number)) => exactly(float(*number as f64)),
            (Domain::Float, Value::Float(number)) => exactly(float(number.into_inner())),
            (Domain::Timestamp, Value::Timestamp(time)) => exactly(instant(*time)),
            (domain, other) => Err(not_in_a_range(domain.expected(), other)),
        }
    }

    /// Whether the interval of a row contains the point.
    pub fn contains(&self, row: u32, point: Point) -> bool {
        let mut found = false;
        self.visit(point, |other, _| {
            found |= other == row;
            !found
        });
        found
    }

    /// Calls `visit` with each row whose interval contains the point, and the length of the interval,
    /// until it says `false`.
    pub fn visit(&self, point: Point, visit: impl FnMut(u32, u128) -> bool) {
        match &self.rows {
            Rows::Networks(prefixes) => prefixes.visit(point.low, visit),
            Rows::Ranges(ranges) => ranges.visit(point.low, point.high, visit),
        }
    }
}

impl Domain {
    const fn plural(self) -> &'static str {
        match self {
            Self::Integer => "integers",
            Self::Float => "numbers",
            Self::Timestamp => "timestamps",
            Self::Address => "addresses",
        }
    }

    const fn expected(self) -> &'static str {
        match self {
            Self::Integer | Self::Float => "a number; `to_int` or `to_float` makes one of a string",
            Self::Timestamp => "a timestamp; `parse_timestamp` makes one of a string",
            Self::Address => "an address as a string",
        }
    }
}

fn networks(cells: &Cells, name: &str, column: usize) -> Result<IntervalIndex, Misfit> {
    let network = |row| {
        let cell = cells.cell(row, column);
        let (first, last) = network(cell).ok_or_else(|| {
            let reason = format!(
                "column `{name}`: {cell} is no network, expected something like `10.0.0.0/8` or `2001:db8::/32`"
            );
            (Some(row), reason)
        })?;
        Ok((row, first, last))
    };
    let networks: Vec<_> = (0..cells.rows()).map(network).collect::<Result<_, _>>()?;
    let rows = Rows::Networks(Prefixes::new(networks));
    Ok(IntervalIndex { domain: Domain::Address, rows })
}

/// `columns` are those of the first and of the last values.
fn ranges(cells: &Cells, columns: [(&String, usize); 2]) -> Result<IntervalIndex, Misfit> {
    let [(from, first), (to, last)] = columns;
    let domain = domain(cells, [first, last]);
    let end = |row, name: &str, column, open| {
        let cell = cells.cell(row, column);
        end(cell, domain, open).ok_or_else(|| {
            let plural = domain.plural();
            (Some(row), format!("column `{name}`: {cell} is no end of a range of {plural}"))
        })
    };
    let range = |row| {
        let (start, stop) = (end(row, from, first, 0)?, end(row, to, last, u128::MAX)?);
        if start > stop {
            let (start, stop) = (cells.cell(row, first), cells.cell(row, last));
            let reason = format!(
                "`{from}` is {start} and `{to}` is {stop}, expected a range that does not end before it begins"
            );
            return Err((Some(row), reason));
        }
        Ok((row, start, stop))
    };
    let ranges: Vec<_> = (0..cells.rows()).map(range).collect::<Result<_, _>>()?;
    Ok(IntervalIndex { domain, rows: Rows::Ranges(Ranges::new(ranges)) })
}

/// What the cells of both columns are: their type where the schema says one, else what their texts are;
/// where they are of several kinds, the one that most rows from the first on are.
fn domain(cells: &Cells, columns: [usize; 2]) -> Domain {
    let rows_of = |domain: &Domain| {
        (0..cells.rows())
            .take_while(|row| {
                columns.iter().all(|column| end(cells.cell(*row, *column), *domain, 0).is_some())
            })
            .count()
    };
    // Of equals the last is taken: whole numbers are integers.
    [Domain::Float, Domain::Address, Domain::Timestamp, Domain::Integer]
        .into_iter()
        .max_by_key(rows_of)
        .unwrap_or(Domain::Integer)
}

/// An end of a range as a number; `open` where the cell is empty.
fn end(cell: Cell<'_>, domain: Domain, open: u128) -> Option<u128> {
    match (cell, domain) {
        (Cell::Null | Cell::Text(""), _) => Some(open),
        (Cell::Integer(number), Domain::Integer) => Some(integer(number)),
        #[expect(clippy::cast_precision_loss, reason = "the other end is a float")]
        (Cell::Integer(number), Domain::Float) => Some(float(number as f64)),
        (Cell::Float(number), Domain::Float) => Some(float(number)),
        (Cell::Timestamp(time), Domain::Timestamp) => Some(instant(time)),
        (Cell::Text(text), Domain::Integer) => text.trim().parse().ok().map(integer),
        (Cell::Text(text), Domain::Float) => {
            text.trim().parse().ok().filter(|number: &f64| !number.is_nan()).map(float)
        }
        (Cell::Text(text), Domain::Address) => text.trim().parse().ok().map(address),
        _ => None,
    }
}

/// The first and the last address of a network; one address is a network of itself. Bits after the
/// prefix say nothing.
fn network(cell: Cell<'_>) -> Option<(u128, u128)> {
    let Cell::Text(text) = cell else { return None };
    let (ip, length) = match text.trim().split_once('/') {
        Some((ip, length)) => (ip.parse::<IpAddr>().ok()?, Some(length.parse::<u32>().ok()?)),
        None => (text.trim().parse().ok()?, None),
    };
    let most = if ip.is_ipv4() { 32 } else { 128 };
    let free = most - length.unwrap_or(most).min(most);
    if length.is_some_and(|length| length > most) {
        return None;
    }
    let bits = u128::MAX.checked_shr(128 - free).unwrap_or(0);
    let first = address(ip) & !bits;
    Some((first, first | bits))
}

/// An address in the order of addresses; an IPv4 address is the one that it is mapped to.
fn address(ip: IpAddr) -> u128 {
    match ip {
        IpAddr::V4(ip) => ip.to_ipv6_mapped().to_bits(),
        IpAddr::V6(ip) => Ipv6Addr::to_bits(ip),
    }
}

fn integer(number: i64) -> u128 {
    ordered(i128::from(number))
}

fn instant(time: DateTime<Utc>) -> u128 {
    ordered(
        i128::from(time.timestamp()) * 1_000_000_000 + i128::from(time.timestamp_subsec_nanos()),
    )
}

/// A float in the order of floats.
fn float(number: f64) -> u128 {
    // Zero has two representations that are equal.
    let bits = (number + 0.0).to_bits();
    u128::from(if bits >> 63 == 1 { !bits } else { bits | 1 << 63 })
}

/// A signed number in the order of unsigned ones.
const fn ordered(number: i128) -> u128 {
    number.cast_unsigned() ^ (1 << 127)
}

/// A float without a fraction in the order of integers.
#[expect(clippy::cast_possible_truncation, reason = "a cast of floats saturates")]
const fn whole(number: f64) -> u128 {
    ordered(number as i128)
}
