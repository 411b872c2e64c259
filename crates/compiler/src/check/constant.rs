//! Whether two constants are equal, in bounded time: where branches join, a constant stays if they agree.

use vrlet_value::Value;

/// How many values are compared before two constants count as different: values share their parts, so a
/// short program can make constants that nobody can walk through.
const MOST_VALUES: u32 = 1 << 12;

/// Whether two constants are surely the same.
pub(super) fn same(left: &Value, right: &Value) -> bool {
    let mut budget = MOST_VALUES;
    agree(left, right, &mut budget)
}

fn agree(left: &Value, right: &Value, budget: &mut u32) -> bool {
    let Some(rest) = budget.checked_sub(1) else { return false };
    *budget = rest;
    match (left, right) {
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len()
                && left.iter().zip(right.iter()).all(|(left, right)| agree(left, right, budget))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(key, left)| {
                    right.get(key).is_some_and(|right| agree(left, right, budget))
                })
        }
        _ => left == right,
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, same};

    #[test]
    fn what_is_too_large_to_compare_is_not_the_same() {
        let small = Value::from(vec![Value::Integer(1)]);
        assert!(same(&small, &small.clone()));
        assert!(!same(&small, &Value::from(vec![Value::float(1.0).unwrap_or_default()])));
        let large = (0..64).fold(small, |value, _| Value::from(vec![value.clone(), value]));
        assert!(!same(&large, &large.clone()));
    }
}
