//! Errors of names: undefined variables and unknown functions, with the nearest name.

use vrlet_diagnostic::{Code, Diagnostic, Span};
use vrlet_function::Registry;
use vrlet_parser::ast::Name;
use vrlet_parser::is_control_keyword;

use super::before;
use crate::known::is_known;
use vrlet_diagnostic::nearest;

/// `fields` are those of the event that the program names before.
pub(crate) fn undefined_variable<'n>(
    name: &str,
    span: Span,
    visible: impl Iterator<Item = &'n str>,
    mut fields: impl Iterator<Item = &'n str> + Clone,
    registry: &Registry,
) -> Diagnostic {
    let diagnostic =
        Diagnostic::error(Code::UndefinedVariable, format!("there is no variable `{name}` here"))
            .primary(span, "not assigned before");
    if let Some(word) = word_of_other_languages(name) {
        return diagnostic.help(format!("write `{word}`")).edit(span, word, true);
    }
    let like = fields.clone();
    if fields.any(|field| field == name) {
        return diagnostic.help(format!("the field of the event is `.{name}`, with a dot")).edit(
            before(span),
            ".",
            false,
        );
    }
    if let Some(similar) = nearest(name, visible) {
        return diagnostic.help(format!("did you mean `{similar}`?")).edit(span, similar, false);
    }
    if let Some(similar) = nearest(name, like) {
        let path = format!(".{similar}");
        return diagnostic
            .help(format!("did you mean the field `{path}` of the event?"))
            .edit(span, path, false);
    }
    let hexadecimal = name.strip_prefix("0x").map(|digits| i64::from_str_radix(digits, 16));
    if let Some(Ok(number)) = hexadecimal {
        let help = format!("numbers are decimal, write `{number}`");
        return diagnostic.help(help).edit(span, number.to_string(), true);
    }
    if registry.get(name).is_some() {
        return diagnostic.help(format!("to call the function of this name, write `{name}(…)`"));
    }
    diagnostic.help(format!(
        "assign it first, `{name} = …`; a field of the event is `.{name}`; \
         a variable that only a block assigns ends with the block"
    ))
}

/// What constants are called elsewhere.
fn word_of_other_languages(name: &str) -> Option<&'static str> {
    match name {
        "nil" | "None" | "none" | "NULL" | "Null" | "nullptr" => Some("null"),
        "True" | "TRUE" => Some("true"),
        "False" | "FALSE" => Some("false"),
        _ => None,
    }
}

pub(crate) fn unknown_function(name: &Name, registry: &Registry) -> Diagnostic {
    let text = &name.text;
    if let Some(feature) = registry.missing_feature(text) {
        return Diagnostic::error(
            Code::FeatureMissing,
            format!("`{text}` needs the cargo feature `{feature}`, which this build leaves out"),
        )
        .primary(name.span, "not part of this build")
        .help(format!(
            "build with `--features {feature}`; the default features have all functions"
        ));
    }
    if is_known(text) {
        return Diagnostic::error(
            Code::UnknownFunction,
            format!("`{text}` is a function of VRL that this engine does not have"),
        )
        .primary(name.span, "not there")
        .help("`vrlet functions` lists those that are");
    }
    let diagnostic =
        Diagnostic::error(Code::UnknownFunction, format!("there is no function `{text}`"))
            .primary(name.span, "unknown name");
    let current = registry.iter().filter(|function| function.deprecated.is_none());
    match nearest(text, current.map(|function| function.name)) {
        Some(similar) => {
            diagnostic.help(format!("did you mean `{similar}`?")).edit(name.span, similar, false)
        }
        None if is_control_keyword(text) => {
            diagnostic.help(format!("to use the keyword, put a blank after it: `{text} (…)`"))
        }
        None => diagnostic.help("`vrlet functions` lists all that there are"),
    }
}

/// A function of the time before `%`, called in a way that no path stands for.
pub(crate) fn removed_function(name: &Name, instead: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnknownFunction,
        format!("`{}` is gone from VRL, metadata has paths of its own", name.text),
    )
    .primary(name.span, "an older VRL had it")
    .help(instead)
}
