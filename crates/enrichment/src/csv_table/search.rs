//! Searching rows: the plan of a lookup's condition, prepared once, and its evaluation over an index or a
//! scan.
//!
//! A row meets the condition where every cell equals its value, or the wildcard if there is one, every
//! date lies in its range, and every network or range of the row contains its value. Which cells of a row met it by the wildcard is its mask; a lookup with
//! an index asks it once for each mask. The one record is the one with the fewest wildcards, so that a
//! table can have a row of defaults; of those the one with the narrowest network or range.

use std::hash::Hasher;
use std::sync::Arc;

use rustc_hash::FxHasher;
use vrlet_function::{Case, Failure, MachineState, Search, SearchFactory, StateKey};
use vrlet_value::{Array, Object, Text, Value};

use super::CsvTable;
use super::cell::Cell;
use super::index::Index;
use super::interval::{IntervalIndex, Point};
use super::records::Records;
use crate::error::{NO_ROW, SEVERAL_ROWS, not_a_range, not_an_instant, not_comparable};
use crate::lookup_cache::LookupCache;
use crate::{Missing, contains};

/// How many cells of a row a condition can compare.
pub const MOST_KEYS: usize = 64;
/// How many bytes of records by value a call site keeps on a machine.
const BUDGET: usize = 1 << 20;
/// With more keys than this a search with a wildcard looks at every row, since there are too many masks.
const MOST_MASKED: usize = 6;

/// A cell that must equal a value.
#[derive(Clone, Copy)]
pub struct Equality {
    /// The position of the value.
    pub value: usize,
    pub column: usize,
}

/// A cell that must lie in a range of dates.
#[derive(Clone, Copy)]
pub struct Range {
    /// The position of the value, an object of `from` and `to`.
    pub value: usize,
    pub column: usize,
}

/// A value that must lie in the network or range of a row.
#[derive(Clone)]
pub struct Interval {
    /// The position of the value.
    pub value: usize,
    pub index: Arc<IntervalIndex>,
}

/// The keys of a condition, by how they are matched.
#[derive(Clone, Default)]
pub struct Keys {
    pub equalities: Vec<Equality>,
    pub ranges: Vec<Range>,
    pub intervals: Vec<Interval>,
}

/// How well a row meets a condition: less is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    wildcards: u32,
    /// The length of the interval around the value.
    length: u128,
}

/// How the rows for one call site are found.
#[derive(Clone)]
pub struct Plan {
    pub table: Arc<CsvTable>,
    pub index: Option<Arc<Index>>,
    pub keys: Keys,
    pub case: Case,
}

/// The search of one call site on one machine.
struct CsvSearch {
    plan: Plan,
    records: StateKey<Records>,
    selection: Option<Selection>,
    /// The one record for the one value of a condition.
    found: LookupCache,
}

/// Records of the columns that the last `select` asked for.
struct Selection {
    select: Array,
    records: Records,
}

impl Plan {
    fn check(&self, values: &[Value]) -> Result<(), Failure> {
        for equality in &self.keys.equalities {
            let value = &values[equality.value];
            if Cell::of_value(value).is_none() {
                return Err(not_comparable(value));
            }
        }
        for range in &self.keys.ranges {
            let Value::Object(ends) = &values[range.value] else {
                return Err(not_a_range(&values[range.value]));
            };
            for end in ["from", "to"] {
                if let Some(value) = ends.get(end)
                    && !matches!(value, Value::Timestamp(_))
                {
                    return Err(not_an_instant(end, value));
                }
            }
        }
        Ok(())
    }

    /// Calls `visit` with every row that meets the condition and how well it does, until it says `false`.
    fn visit(
        &self,
        values: &[Value],
        wildcard: Option<&Text>,
        mut visit: impl FnMut(u32, Fit) -> bool,
    ) -> Result<(), Failure> {
        let wildcard = wildcard.map(|text| text.as_str().map_or(Cell::Bytes, Cell::Text));
        let mut look_at = |row, length| match self.mask(row, values, wildcard) {
            Some(mask) => visit(row, Fit { wildcards: mask.count_ones(), length }),
            None => true,
        };
        if let [first, others @ ..] = &*self.keys.intervals {
            let points = others.iter().map(|other| other.index.point(&values[other.value]));
            let points: Vec<Point> = points.collect::<Result<_, _>>()?;
            let point = first.index.point(&values[first.value])?;
            first.index.visit(point, |row, length| {
                let is_in = |(other, point): (&Interval, &Point)| other.index.contains(row, *point);
                !others.iter().zip(&points).all(is_in) || look_at(row, length)
            });
        } else if let Some(index) = self.index_for(wildcard) {
            self.visit_by_index(index, values, wildcard, visit);
        } else {
            let _ = (0..self.table.cells.rows()).all(|row| look_at(row, 0));
        }
        Ok(())
    }

    /// The index, where a search by it takes few look-ups.
    fn index_for(&self, wildcard: Option<Cell<'_>>) -> Option<&Index> {
        let is_quick = wildcard.is_none() || self.keys.equalities.len() <= MOST_MASKED;
        self.index.as_deref().filter(|_| is_quick)
    }

    /// [`Plan::visit`] by an index: rows with fewer wildcards come first.
    fn visit_by_index(
        &self,
        index: &Index,
        values: &[Value],
        wildcard: Option<Cell<'_>>,
        mut visit: impl FnMut(u32, Fit) -> bool,
    ) {
        let most = if wildcard.is_none() { 0 } else { self.keys.equalities.len() };
        for wildcards in 0..=most {
            let masks = (0..1_u64 << most).filter(|mask| mask.count_ones() as usize == wildcards);
            for mask in masks {
                let fit = Fit { wildcards: mask.count_ones(), length: 0 };
                for row in index.candidates(self.hash(values, wildcard, mask)) {
                    if self.mask(row, values, wildcard) == Some(mask) && !visit(row, fit) {
                        return;
                    }
                }
            }
        }
    }

    fn hash(&self, values: &[Value], wildcard: Option<Cell<'_>>, mask: u64) -> u64 {
        let mut hasher = FxHasher::default();
        for (bit, equality) in self.keys.equalities.iter().enumerate() {
            let cell = if mask >> bit & 1 == 1 {
                wildcard
            } else {
                Cell::of_value(&values[equality.value])
            };
            cell.unwrap_or(Cell::Null).hash(&mut hasher, self.case);
        }
        hasher.finish()
    }

    /// Which cells of a row meet the condition by the wildcard only; `None` where the row does not.
    fn mask(&self, row: u32, values: &[Value], wildcard: Option<Cell<'_>>) -> Option<u64> {
        let mut mask = 0;
        for (bit, equality) in self.keys.equalities.iter().enumerate() {
            let cell = self.table.cells.cell(row, equality.column);
            let equals =
                |other: Option<Cell<'_>>| other.is_some_and(|other| cell.equals(other, self.case));
            if !equals(Cell::of_value(&values[equality.value])) {
                if !equals(wildcard) {
                    return None;
                }
                mask |= 1 << bit;
            }
        }
        self.keys
            .ranges
            .iter()
            .all(|range| self.contains(range, row, &values[range.value]))
            .then_some(mask)
    }

    fn contains(&self, range: &Range, row: u32, value: &Value) -> bool {
        let (Cell::Timestamp(time), Value::Object(ends)) =
            (self.table.cells.cell(row, range.column), value)
        else {
            return false;
        };
        let instant =
            |end| if let Some(Value::Timestamp(time)) = ends.get(end) { Some(*time) } else { None };
        instant("from").is_none_or(|from| from <= time) && instant("to").is_none_or(|to| time <= to)
    }
}

impl CsvSearch {
    fn record(&mut self, machine: &mut MachineState, row: u32, select: Option<&Array>) -> Value {
        let Some(select) = select else {
            return machine.get(self.records).record(&self.plan.table, row);
        };
        let known = self.selection.take().filter(|selection| selection.select == *select);
        let selection = self.selection.insert(known.unwrap_or_else(|| {
            let records = Records::new(&self.plan.table, |name| contains(select, name));
            Selection { select: select.clone(), records }
        }));
        selection.records.record(&self.plan.table, row)
    }
}

impl Plan {
    /// The one row that meets a condition best; `None` where no row meets it.
    fn best(&self, values: &[Value], wildcard: Option<&Text>) -> Result<Option<u32>, Failure> {
        self.check(values)?;
        let mut best: Option<(u32, Fit)> = None;
        let mut several = false;
        // Rows come from the best to the worst: what follows a worse one is worse, too.
        let by_fit = self.keys.intervals.is_empty()
            && self.index_for(wildcard.map(|_| Cell::Null)).is_some();
        self.visit(values, wildcard, |row, fit| {
            match best {
                Some((_, known)) if known < fit => return !by_fit,
                Some((_, known)) if known == fit => several = true,
                _ => (best, several) = (Some((row, fit)), false),
            }
            !(several && (by_fit || fit == Fit { wildcards: 0, length: 0 }))
        })?;
        if several { Err(SEVERAL_ROWS) } else { Ok(best.map(|(row, _)| row)) }
    }
}

impl Search for CsvSearch {
    fn find_one(
        &mut self,
        machine: &mut MachineState,
        values: &mut [Value],
        select: Option<&Array>,
        wildcard: Option<&Text>,
    ) -> Result<Value, Failure> {
        let found = if let ([value], None, None) = (&*values, select, wildcard) {
            let Self { plan, records, found, .. } = self;
            found.get_or_find(value, || {
                let row = plan.best(values, None)?;
                Ok(row.map(|row| machine.get(*records).record(&plan.table, row)))
            })?
        } else {
            let row = self.plan.best(values, wildcard)?;
            row.map(|row| self.record(machine, row, select))
        };
        match found {
            Some(record) => Ok(record),
            None if self.plan.table.missing == Missing::Empty => Ok(Value::Object(Object::new())),
            None => Err(NO_ROW),
        }
    }

    fn find_all(
        &mut self,
        machine: &mut MachineState,
        values: &mut [Value],
        select: Option<&Array>,
        wildcard: Option<&Text>,
    ) -> Result<Array, Failure> {
        self.plan.check(values)?;
        let mut rows = Vec::new();
        self.plan.visit(values, wildcard, |row, _| {
            rows.push(row);
            true
        })?;
        rows.sort_unstable();
        Ok(rows.into_iter().map(|row| self.record(machine, row, select)).collect())
    }
}

impl SearchFactory for Plan {
    fn instantiate(&self, machine: &mut MachineState) -> Box<dyn Search> {
        let table = &self.table;
        let records = machine.share(Arc::as_ptr(table).addr(), || Records::new(table, |_| true));
        let found = LookupCache::new(BUDGET);
        Box::new(CsvSearch { plan: self.clone(), records, selection: None, found })
    }
}
