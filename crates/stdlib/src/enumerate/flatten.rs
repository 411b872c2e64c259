//! `flatten`: lifts nested objects and arrays to the top level.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The object or array.").kinds(OBJECT.or(ARRAY));
const SEPARATOR: Arg<Text> = Arg::optional("separator", "What stands between the names.")
    .default(Literal::Text("."))
    .after(VALUE);
const EXCEPT: Arg<Option<Array>> =
    Arg::optional("except", "Names of fields whose objects are left as they are.")
        .in_place()
        .after(SEPARATOR);

pub const FUNCTION: Function = Function::new(Contract {
    name: "flatten",
    category: Category::Enumerate,
    about: "An object with a field for each value inside of it, named by its path; or the elements \
            of an array and of all arrays inside of it, in one array. Collections of the \
            other kind are left as they are. Where two values would get the same name, as in \
            `{\"a\": {\"b\": 1}, \"a.b\": 2}`, the one that comes later in the order of names \
            stays; another separator keeps both.",
    params: &[VALUE.param(), SEPARATOR.param(), EXCEPT.param()],
    returns: |context| TypeDef::of(if context.kind(VALUE).is(ARRAY) { ARRAY } else { OBJECT }),
    failures: &[],
    body: Body::Prepared(prepare),
    examples: &[
        example(
            "An object",
            r#"flatten({"a": {"b": 1, "c": {"d": [2]}}})"#,
            r#"{"a.b":1,"a.c.d":[2]}"#,
        ),
        example("Another separator", r#"flatten({"a": {"b": 1}}, "_")"#, r#"{"a_b":1}"#),
        example("An array", "flatten([1, [2, [3]]])", "[1,2,3]"),
        example(
            "Not everything",
            r#"flatten({"a": {"b": {"c": 1}}}, except: ["b"])"#,
            r#"{"a.b":{"c":1}}"#,
        ),
    ],
});

fn prepare(context: &CallContext<'_>) -> Result<Box<dyn Factory>, ArgumentError> {
    let mut except = Vec::new();
    if let Some(names) = context.constant(EXCEPT).flatten() {
        for name in names.iter() {
            match name {
                Value::Bytes(name) => except.push(Key::from(name)),
                other => {
                    let found = other.kind_name();
                    return Err(ArgumentError::constant(
                        EXCEPT,
                        format!("a name of a field is a string, this is {found}"),
                    ));
                }
            }
        }
    }
    Ok(Box::new(move |call: &mut Call<'_>| {
        let (value, separator) = (call.take(VALUE), call.take(SEPARATOR));
        Ok(match value {
            Value::Object(object) => {
                let mut flat = Object::with_capacity(object.len());
                lift_fields(
                    &object,
                    None,
                    &Rule { separator: &separator.to_str(), except: &except },
                    &mut flat,
                );
                flat.into()
            }
            Value::Array(array) => {
                let mut flat = Vec::with_capacity(array.len());
                lift_elements(array, &mut flat);
                flat.into()
            }
            other => unreachable!("checked: {} where a collection was declared", other.kind_name()),
        })
    }))
}

struct Rule<'a> {
    separator: &'a str,
    except: &'a [Key],
}

fn lift_fields(object: &Object, path: Option<&str>, rule: &Rule<'_>, flat: &mut Object) {
    for (key, value) in object.sorted() {
        let name = path.map(|path| format!("{path}{}{key}", rule.separator));
        match value {
            Value::Object(inner) if !rule.except.contains(key) => {
                lift_fields(inner, Some(name.as_deref().unwrap_or(key)), rule, flat);
            }
            value => {
                flat.insert(name.map_or_else(|| key.clone(), Key::from), value.clone());
            }
        }
    }
}

fn lift_elements(array: Array, flat: &mut Vec<Value>) {
    for value in array {
        match value {
            Value::Array(inner) => lift_elements(inner, flat),
            other => flat.push(other),
        }
    }
}
