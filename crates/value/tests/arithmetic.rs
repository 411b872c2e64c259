//! Operators: a table of all pairs of operands, and the cases that a table cannot hold.

use chrono::{DateTime, Utc};
use vrlet_value::arithmetic::{self, MAX_RESULT, OperandError};
use vrlet_value::{MergeCache, Object, Regex, Text, Value};

fn from_json(json: &serde_json::Value) -> Value {
    match json {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(boolean) => Value::Boolean(*boolean),
        serde_json::Value::Number(number) => match number.as_i64() {
            Some(number) => Value::Integer(number),
            None => Value::float(number.as_f64().expect("a number")).expect("not NaN"),
        },
        serde_json::Value::String(text) => Value::from(text.as_str()),
        serde_json::Value::Array(values) => values.iter().map(from_json).collect::<Vec<_>>().into(),
        serde_json::Value::Object(fields) => Value::Object(
            fields.iter().map(|(key, value)| (key.as_str().into(), from_json(value))).collect(),
        ),
    }
}

fn parse(json: &str) -> Value {
    // Floats are read to the last bit, which serde_json does not promise.
    if json.contains(['.', 'e'])
        && let Ok(number) = json.parse()
    {
        return float(number);
    }
    from_json(&serde_json::from_str(json).expect("a table of JSON"))
}

fn float(number: f64) -> Value {
    Value::float(number).expect("not NaN")
}

fn apply(operator: &str, left: &Value, right: &Value) -> Result<Value, OperandError> {
    use arithmetic as a;
    match operator {
        "+" => a::add(left.clone(), right.clone()),
        "-" => a::subtract(left, right),
        "*" => a::multiply(left, right),
        "/" => a::divide(left, right),
        "mod" => a::remainder(left, right),
        "|" => a::merge(left.clone(), right.clone(), &mut MergeCache::default()),
        "<" => a::less(left, right).map(Value::from),
        "<=" => a::less_or_equal(left, right).map(Value::from),
        ">" => a::greater(left, right).map(Value::from),
        ">=" => a::greater_or_equal(left, right).map(Value::from),
        "&&" => a::and(left, right).map(Value::from),
        "||" => Ok(if a::is_falsy(left) { right.clone() } else { left.clone() }),
        "==" => Ok(a::equals(left, right).into()),
        "!=" => Ok((!a::equals(left, right)).into()),
        other => panic!("the table has no operator {other}"),
    }
}

#[test]
fn all_pairs_of_the_table() {
    let table = include_str!("data/operators.tsv");
    let operands = table
        .lines()
        .find_map(|line| line.strip_prefix("# operands: "))
        .expect("a line of operands");
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    for operator in ["+", "-", "*", "/", "mod", "|", "<", "<=", ">", ">=", "&&"] {
        for left in operands.split(' ') {
            for right in operands.split(' ') {
                let (a, b) = (parse(left), parse(right));
                let result = apply(operator, &a, &b);
                let row = rows.iter().find(|row| row[..3] == [operator, left, right]);
                match (row.map(|row| row[3]), result) {
                    (Some("null"), Ok(Value::Float(number))) => assert!(number.is_infinite()),
                    (Some(expected), result) => {
                        assert_eq!(result, Ok(parse(expected)), "{left} {operator} {right}");
                    }
                    (None, Ok(Value::Bytes(_))) if operator == "*" => {}
                    (None, result) => {
                        assert!(result.is_err(), "{left} {operator} {right} is {result:?}")
                    }
                }
            }
        }
    }
}

#[test]
fn equality_is_loose_for_numbers_on_top_only() {
    for (left, right, expected) in [
        ("1", "1.0", true),
        ("9007199254740993", "9007199254740992", true),
        ("0.0", "-0.0", true),
        ("[1]", "[1.0]", false),
        ("[0.0]", "[-0.0]", true),
        ("{\"a\":1}", "{\"a\":1.0}", false),
        ("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", true),
        ("\"\"", "null", false),
        ("0", "false", false),
        ("\"a\"", "\"a\"", true),
        ("null", "null", true),
    ] {
        assert_eq!(arithmetic::equals(&parse(left), &parse(right)), expected, "{left} == {right}");
        assert_eq!(arithmetic::equals(&parse(right), &parse(left)), expected, "{right} == {left}");
    }
    let regex = |pattern| Value::from(Regex::new(pattern).expect("a pattern"));
    assert!(arithmetic::equals(&regex("a"), &regex("a")));
    assert!(!arithmetic::equals(&regex("a"), &regex("b")));
    assert!(!arithmetic::equals(&regex("a"), &Value::from("a")));
    assert!(arithmetic::equals(&float(f64::INFINITY), &float(f64::INFINITY)));
}

#[test]
fn timestamps_have_an_order_and_no_arithmetic() {
    let time = |second| Value::from(DateTime::<Utc>::from_timestamp(second, 0).expect("a time"));
    assert_eq!(arithmetic::less(&time(1), &time(2)), Ok(true));
    assert_eq!(arithmetic::greater_or_equal(&time(1), &time(2)), Ok(false));
    assert!(arithmetic::subtract(&time(2), &time(1)).is_err());
    assert!(arithmetic::add(time(2), Value::Null).is_err());
    assert!(arithmetic::less(&time(1), &Value::from("2020")).is_err());
}

#[test]
fn a_result_that_is_not_a_number_is_a_failure() {
    let infinity = float(f64::INFINITY);
    assert!(arithmetic::subtract(&infinity, &infinity).is_err());
    assert!(arithmetic::divide(&infinity, &infinity).is_err());
    assert!(arithmetic::remainder(&infinity, &Value::Integer(2)).is_err());
    assert!(arithmetic::multiply(&Value::Integer(0), &infinity).is_err());
    assert!(arithmetic::add(infinity.clone(), float(f64::NEG_INFINITY)).is_err());
    assert_eq!(arithmetic::remainder(&Value::Integer(2), &infinity), Ok(float(2.0)));
}

#[test]
fn texts_grow_to_a_limit() {
    let times =
        |text: &str, count| arithmetic::multiply(&Value::from(text), &Value::Integer(count));
    assert_eq!(times("ab", 3), Ok("ababab".into()));
    assert_eq!(times("ab", -3), Ok("".into()));
    assert_eq!(times("", i64::MAX), Ok("".into()));
    assert!(times("aa", i64::MAX).is_err());
    assert!(times("a", i64::try_from(MAX_RESULT).expect("small") + 1).is_err());
    let half = times("a", i64::try_from(MAX_RESULT / 2).expect("small")).expect("short enough");
    let whole = arithmetic::add(half.clone(), half).expect("short enough");
    assert!(arithmetic::add(whole, "a".into()).is_err());
}

#[test]
fn texts_that_are_not_utf8_are_joined_as_bytes() {
    let text = |bytes| Value::Bytes(Text::from_bytes(bytes));
    let joined = arithmetic::add(text(b"\xc3"), text(b"\xa9")).expect("two strings");
    assert_eq!(joined.as_text().and_then(Text::as_str), Some("é"));
    assert_eq!(arithmetic::multiply(&text(b"\xff"), &Value::Integer(2)), Ok(text(b"\xff\xff")));
    assert_eq!(arithmetic::less(&"z".into(), &text(b"\xff")), Ok(true));
}

#[test]
fn a_merge_leaves_other_holders_alone() {
    let left = Object::from_iter([("a".into(), Value::Integer(1))]);
    let right =
        Object::from_iter([("a".into(), Value::Integer(2)), ("b".into(), Value::Integer(3))]);
    let mut cache = MergeCache::default();
    for _ in 0..3 {
        let merged = arithmetic::merge(left.clone().into(), right.clone().into(), &mut cache);
        assert_eq!(merged, Ok(right.clone().into()));
    }
    assert_eq!(left.get("a"), Some(&Value::Integer(1)));
    assert_eq!(left.len(), 1);
}

#[test]
fn failures_say_what_met_what() {
    let says = |operator, left, right| {
        apply(operator, &parse(left), &parse(right)).expect_err("a failure").to_string()
    };
    assert_eq!(says("+", "true", "1"), "can't add an integer to a boolean");
    assert_eq!(says("-", "null", "[]"), "can't subtract an array from null");
    assert_eq!(says("*", "1.5", "\"a\""), "can't multiply a float by a string");
    assert_eq!(says("/", "1", "0.0"), "can't divide by zero with `/`");
    assert_eq!(
        says("mod", "{}", "2"),
        "can't take the remainder of an object divided by an integer"
    );
    assert_eq!(
        says("|", "{}", "2"),
        "can't merge an integer into an object; both sides of `|` must be objects"
    );
    assert_eq!(says("<", "\"a\"", "2"), "can't compare a string with an integer by `<`");
    assert_eq!(
        says("&&", "true", "5"),
        "both sides of `&&` must be booleans or null, but one is an integer"
    );
    assert_eq!(
        says("*", "\"a\"", "67108865"),
        "the result of `*` would be a string of more than 64 MiB"
    );
    let not = arithmetic::not(&Value::Null).expect_err("a failure");
    assert_eq!(not.to_string(), "the operand of `!` must be a boolean, but it is null");
    assert_eq!(arithmetic::not(&Value::Boolean(true)), Ok(false));
}
