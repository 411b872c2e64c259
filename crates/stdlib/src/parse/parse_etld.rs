//! `parse_etld`: the effective top-level domain (public suffix) of a host name.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::suffix_list::SuffixList;
use crate::constant_file;
use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The host name, in lower case.");
const PLUS_PARTS: Arg<i64> =
    Arg::optional("plus_parts", "How many parts before the suffix `etld_plus` has.")
        .default(Literal::Integer(0))
        .after(VALUE);
const PSL: Arg<Option<Text>> =
    Arg::optional("psl", "The path of another list of suffixes.").constant().after(PLUS_PARTS);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_etld",
    category: Category::Parse,
    about: "The public suffix (eTLD) of a host name, such as `co.uk` or `com`: the part below \
            which names are registered. The list of [publicsuffix.org](https://publicsuffix.org) \
            is built in.",
    params: &[VALUE.param(), PLUS_PARTS.param(), PSL.param()],
    returns: |_| {
        let fields = [
            ("etld", Kind::bytes()),
            ("etld_plus", Kind::bytes()),
            ("known_suffix", Kind::boolean()),
        ];
        let fields = fields.map(|(name, kind)| (Key::from_static(name), kind));
        TypeDef::new(Kind::object(Collection::of_fields(fields))).fallible()
    },
    failures: &["The text is empty."],
    body: Body::Prepared(prepare),
    examples: &[
        example(
            "A suffix of two parts",
            r#"parse_etld!("www.sussex.ac.uk", plus_parts: 1)"#,
            r#"{"etld":"ac.uk","etld_plus":"sussex.ac.uk","known_suffix":true}"#,
        ),
        example(
            "A suffix that is in no list",
            r#"parse_etld!("web.acmecorp")"#,
            r#"{"etld":"acmecorp","etld_plus":"acmecorp","known_suffix":false}"#,
        ),
        fails("No name", r#"parse_etld!("")"#, "no suffix"),
    ],
})
.reaches(&[Reach::Files]);

fn prepare(context: &CallContext<'_>) -> Result<Box<dyn Factory>, ArgumentError> {
    let list = match constant_file::read(context, PSL, "the list of suffixes")? {
        Some(list) => SuffixList::read(&String::from_utf8_lossy(&list)),
        None => SuffixList::BuiltIn,
    };
    Ok(Box::new(move |call: &mut Call<'_>| parse_etld(call, &list)))
}

fn parse_etld(call: &mut Call<'_>, list: &SuffixList) -> Result<Value, Failure> {
    let (name, parts) = (call.take(VALUE), call.take(PLUS_PARTS));
    let name = to_utf8(name);
    let source = name.as_str().unwrap_or_default();
    let (length, known) =
        list.suffix(source).ok_or(Failure::fixed("an empty name has no suffix"))?;
    let start = source.len() - length;
    let mut plus = start;
    for _ in 0..parts {
        let Some(before) = plus.checked_sub(1) else { break };
        plus = source[..before].rfind('.').map_or(0, |dot| dot + 1);
    }
    let mut object = Object::new();
    object.insert(Key::from_static("etld"), name.slice(start..source.len()).into());
    object.insert(Key::from_static("etld_plus"), name.slice(plus..source.len()).into());
    object.insert(Key::from_static("known_suffix"), known.into());
    Ok(object.into())
}
