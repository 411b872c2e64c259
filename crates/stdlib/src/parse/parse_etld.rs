//! `parse_etld`: the effective top-level domain (public suffix) of a host name.

use std::net::IpAddr;

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::suffix_list::{SuffixList, may_be_name};
use crate::constant_file;
use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The host name.");
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
            is built in, and a file given as `psl` is in its format. Names are compared in small \
            letters, which the result has too; dots before and after a name do not count.",
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
    failures: &[
        "The text is empty, or one of its parts is.",
        "It is an IP address, which has no suffix.",
        "What would be the result holds what no host name does, as `com:8080` does.",
    ],
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
        example(
            "As DNS servers log it",
            r#"parse_etld!("WWW.Example.CO.UK.", plus_parts: 1)"#,
            r#"{"etld":"co.uk","etld_plus":"example.co.uk","known_suffix":true}"#,
        ),
        fails("An address", r#"parse_etld!("192.0.2.1")"#, "is an IP address"),
        fails("No name", r#"parse_etld!("")"#, "no suffix"),
    ],
})
.reaches(&[Reach::Files]);

fn prepare(context: &CallContext<'_>) -> Result<Box<dyn Factory>, ArgumentError> {
    let list = match constant_file::read(context, PSL, "the list of suffixes")? {
        Some(list) => SuffixList::read(&list).map_err(|why| {
            ArgumentError::constant(PSL, format!("the file is no list of suffixes: {why}"))
                .help("the format is that of https://publicsuffix.org/list/")
        })?,
        None => SuffixList::BuiltIn,
    };
    Ok(Box::new(move |call: &mut Call<'_>| parse_etld(call, &list)))
}

fn parse_etld(call: &mut Call<'_>, list: &SuffixList) -> Result<Value, Failure> {
    let (name, parts) = (call.take(VALUE), call.take(PLUS_PARTS));
    let name = host_name(name)?;
    let source = name.as_str().unwrap_or_default();
    let (length, known) = list.suffix(source).ok_or(NO_NAME)?;
    let start = source.len() - length;
    let mut plus = start;
    for _ in 0..parts {
        let Some(before) = plus.checked_sub(1) else { break };
        plus = source[..before].rfind('.').map_or(0, |dot| dot + 1);
    }
    if !may_be_name(&source[plus..]) {
        return Err(Failure::new(format!(
            "`{}` is no host name; that of a URL is `parse_url!(…).host`",
            &source[plus..]
        )));
    }
    let mut object = Object::new();
    object.insert(Key::from_static("etld"), name.slice(start..source.len()).into());
    object.insert(Key::from_static("etld_plus"), name.slice(plus..source.len()).into());
    object.insert(Key::from_static("known_suffix"), known.into());
    Ok(object.into())
}

const NO_NAME: Failure = Failure::fixed("an empty name has no suffix");

/// A name in small letters, without the dots around it.
fn host_name(name: Text) -> Result<Text, Failure> {
    let name = to_utf8(name);
    let source = name.as_str().unwrap_or_default().trim_matches('.');
    if source.is_empty() {
        return Err(NO_NAME);
    }
    let bare = source.strip_prefix('[').and_then(|it| it.strip_suffix(']')).unwrap_or(source);
    let address = bare.split_once('%').map_or(bare, |(address, _zone)| address);
    if address.parse::<IpAddr>().is_ok() {
        return Err(Failure::new(format!("`{source}` is an IP address, which has no suffix")));
    }
    if source.contains("..") {
        return Err(Failure::new(format!("`{source}` has an empty part between two dots")));
    }
    Ok(if source.chars().any(char::is_uppercase) {
        Text::from(source.to_lowercase())
    } else {
        name.share(source)
    })
}
