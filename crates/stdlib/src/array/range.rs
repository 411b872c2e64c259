//! `range`: an array of consecutive integers.

use vrlet_function::prelude::*;

const START: Arg<i64> = Arg::required("start", "The first integer.");
const END: Arg<i64> = Arg::required("end", "Where to stop, before it is reached.").after(START);
const STEP: Arg<i64> = Arg::optional("step", "The difference between one integer and the next.")
    .default(Literal::Integer(1))
    .after(END);

pub const FUNCTION: Function = Function::new(Contract {
    name: "range",
    category: Category::Array,
    about: "The integers from `start` up to, but not including, `end`, in steps of `step`. A \
            negative step counts down.",
    params: &[START.param(), END.param(), STEP.param()],
    returns: |_| TypeDef::new(Kind::array_of(Kind::integer())).fallible(),
    failures: &["`step` is zero.", "There would be more than 100,000 elements."],
    body: Body::Plain(range),
    examples: &[
        example("Counting up", "range!(0, 5)", "[0,1,2,3,4]"),
        example("In steps", "range!(0, 5, step: 2)", "[0,2,4]"),
        example("Counting down", "range!(5, 0, step: -2)", "[5,3,1]"),
        fails("No way ahead", "range!(0, 5, step: 0)", "`step` is zero"),
    ],
});

/// How many elements a range may have.
const MOST: usize = 100_000;

fn range(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (start, end, step) = (call.take(START), call.take(END), call.take(STEP));
    let distance = if step < 0 {
        i128::from(start) - i128::from(end)
    } else {
        i128::from(end) - i128::from(start)
    };
    let size = i128::from(step.unsigned_abs());
    if size == 0 {
        return Err(Failure::fixed("`step` is zero, so the range would never end"));
    }
    let count = usize::try_from((distance + size - 1).max(0) / size).unwrap_or(usize::MAX);
    if count > MOST {
        return Err(Failure::new(format!("the range has more than {MOST} elements")));
    }
    let numbers = std::iter::successors(Some(start), |number| number.checked_add(step));
    Ok(Value::Array(numbers.take(count).map(Value::Integer).collect()))
}
