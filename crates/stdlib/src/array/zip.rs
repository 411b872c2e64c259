//! `zip`: combines several arrays element by element.

use vrlet_function::prelude::*;

const ARRAY_0: Arg<Array> =
    Arg::required("array_0", "The first array, or an array of all of them.");
const ARRAY_1: Arg<Option<Array>> = Arg::optional("array_1", "The second array.").after(ARRAY_0);

pub const FUNCTION: Function = Function::new(Contract {
    name: "zip",
    category: Category::Array,
    about: "An array for each position, of the elements that stand there in each of the arrays; as \
            many as the shortest has. The arrays are the two arguments, or the elements \
            of a single one.",
    params: &[ARRAY_0.param(), ARRAY_1.param()],
    returns: |_| TypeDef::of(ARRAY),
    failures: &["There is one argument, and one of its elements is not an array."],
    body: Body::Plain(zip),
    examples: &[
        example("Two arrays", r#"zip([1, 2, 3], ["a", "b", "c"])"#, r#"[[1,"a"],[2,"b"],[3,"c"]]"#),
        example("An array of arrays", "zip([[1, 2], [3, 4], [5, 6, 7]])", "[[1,3,5],[2,4,6]]"),
        fails("Not an array of arrays", "zip([1, 2])", "must be arrays"),
    ],
})
.fails_untyped(|context| !context.has(ARRAY_1));

fn zip(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(match (call.take(ARRAY_0), call.take(ARRAY_1)) {
        (left, Some(right)) => together(&[&left, &right]),
        (all, None) => {
            let arrays = all.iter().map(|element| {
                element.as_array().ok_or_else(|| {
                    let found = element.kind_name();
                    Failure::new(format!(
                        "the elements of a single argument must be arrays, one is a value of kind \
                         {found}"
                    ))
                })
            });
            together(&arrays.collect::<Result<Vec<_>, _>>()?)
        }
    })
}

fn together(arrays: &[&Array]) -> Value {
    let shortest = arrays.iter().map(|array| array.len()).min().unwrap_or(0);
    let rows = (0..shortest)
        .map(|index| Value::Array(arrays.iter().map(|array| array[index].clone()).collect()));
    Value::Array(rows.collect())
}
