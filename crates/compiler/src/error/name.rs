//! Errors of names: undefined variables and unknown functions, with the nearest name.

use vrlet_diagnostic::{Code, Diagnostic, Note, Span, nearest};
use vrlet_function::Registry;
use vrlet_parser::ast::{Call, Expr, Name, Node, RootExpr};
use vrlet_parser::is_control_keyword;

use super::before;
use super::foreign_name::foreign_name;
use super::source::Source;
use crate::foreign_functions::{Instead, instead, rewritten};
use crate::known::is_known;

/// `fields` are those of the event that the program names before.
pub(crate) fn undefined_variable<'n>(
    source: Source<'_>,
    name: &str,
    span: Span,
    visible: impl Iterator<Item = &'n str>,
    mut fields: impl Iterator<Item = &'n str> + Clone,
    registry: &Registry,
) -> Diagnostic {
    let diagnostic =
        Diagnostic::error(Code::UndefinedVariable, format!("there is no variable `{name}` here"))
            .primary(span, "not assigned before");
    let like = fields.clone();
    if fields.any(|field| field == name) {
        return diagnostic.help(format!("the field of the event is `.{name}`, with a dot")).edit(
            before(span),
            ".",
            false,
        );
    }
    let diagnostic = match foreign_name(source, name, span, registry, diagnostic) {
        Ok(diagnostic) => return diagnostic,
        Err(diagnostic) => diagnostic,
    };
    if let Some(similar) = nearest(name, visible) {
        return diagnostic.help(format!("did you mean `{similar}`?")).edit(span, similar, false);
    }
    if let Some(similar) = nearest(name, like) {
        let path = format!(".{similar}");
        return diagnostic
            .help(format!("did you mean the field `{path}` of the event?"))
            .edit(span, path, false);
    }
    if let Some(function) = registry.get(name) {
        let is_alone = function.params.iter().all(|param| !param.required);
        let inside = if is_alone { "" } else { "…" };
        let diagnostic =
            diagnostic.help(format!("to call the function of this name, write `{name}({inside})`"));
        return if is_alone {
            diagnostic.edit(super::after(span), "()", false)
        } else {
            diagnostic
        };
    }
    diagnostic
        .help(format!(
            "a field of the event is `.{name}`, with a dot; a variable is assigned before it is read, \
             `{name} = …`, and ends with the block that assigns it"
        ))
        .edit(before(span), ".", false)
}

pub(crate) fn unknown_function(source: Source<'_>, call: &Call, registry: &Registry) -> Diagnostic {
    let name = &call.name;
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
    if let Some(form) = instead(text, call.arguments.len()) {
        return with_instead(diagnostic, source, call, form, registry);
    }
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

/// A syntax error whose remedy is a call of a function of another language: the remedy calls that of VRL.
pub(crate) fn with_known_function(mut diagnostic: Diagnostic, registry: &Registry) -> Diagnostic {
    let [edit] = &mut diagnostic.edits[..] else { return diagnostic };
    let [RootExpr::Expr(Expr { node: Node::Call(call), .. })] =
        &vrlet_parser::parse(&edit.replacement).map(|ast| ast.roots).unwrap_or_default()[..]
    else {
        return diagnostic;
    };
    if registry.get(&call.name.text).is_some() {
        return diagnostic;
    }
    let text = edit.replacement.clone();
    let arguments: Vec<&str> = call
        .arguments
        .iter()
        .map(|argument| text.get(argument.value.span.range()).unwrap_or_default())
        .collect();
    let better = match instead(&call.name.text, arguments.len()) {
        Some(Instead::Call(function)) => {
            text.strip_prefix(call.name.text.as_str()).map(|rest| format!("{function}{rest}"))
        }
        Some(Instead::Rewrite(template)) => rewritten(template, &arguments),
        Some(Instead::Say(_)) | None => None,
    };
    let Some(better) = better else { return diagnostic };
    for note in &mut diagnostic.notes {
        let (Note::Help(help) | Note::Note(help)) = note;
        *help = help.replace(&format!("`{text}`"), &format!("`{better}`"));
    }
    edit.replacement = better;
    diagnostic
}

/// What VRL has in the place of a function of another language.
fn with_instead(
    diagnostic: Diagnostic,
    source: Source<'_>,
    call: &Call,
    form: Instead,
    registry: &Registry,
) -> Diagnostic {
    let template = match form {
        Instead::Call(function) if registry.get(function).is_none() => {
            return diagnostic.help(format!("VRL calls it `{function}`, which is not there"));
        }
        Instead::Call(function) => {
            let quoted = source.call(call);
            let rest = quoted.strip_prefix(call.name.text.as_str()).unwrap_or("(…)");
            return diagnostic.help(format!("write `{function}{rest}`")).edit(
                call.name.span,
                function,
                false,
            );
        }
        Instead::Say(help) => return diagnostic.help(help),
        Instead::Rewrite(template) => template,
    };
    let arguments: Vec<&str> =
        call.arguments.iter().map(|argument| source.text(argument.value.span)).collect();
    let is_plain =
        call.closure.is_none() && call.arguments.iter().all(|argument| argument.name.is_none());
    match rewritten(template, &arguments).filter(|_| is_plain) {
        Some(text) => diagnostic.help(format!("write `{text}`")).edit(call.span, text, false),
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
