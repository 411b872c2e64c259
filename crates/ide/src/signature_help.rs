//! Signature help: the parameters of the call around the cursor, and the active one.

use std::ops::Range;

use vrlet::syntax::tokens;
use vrlet_manual::Entry;

use crate::document::Document;
use crate::open_call::OpenCall;

/// The call whose arguments are being typed.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct SignatureHelp {
    /// The call in one line, with kinds.
    pub signature: String,
    /// What the function does, in Markdown.
    pub about: &'static str,
    /// The parameters in the order of the signature.
    pub parameters: Vec<ParameterHelp>,
    /// The parameter whose argument is being typed; `None` where nobody knows.
    pub active: Option<usize>,
}

/// A parameter.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct ParameterHelp {
    /// The name.
    pub name: &'static str,
    /// Where it stands in the signature.
    pub range: Range<usize>,
    /// What it is for, and what it may be.
    pub about: String,
}

impl Document {
    /// Help with the innermost call that is open at an offset.
    #[must_use]
    pub fn signature_help(&self, offset: usize) -> Option<SignatureHelp> {
        let before = self.before(offset);
        let tokens = tokens(before);
        let call = OpenCall::of(before, &tokens)
            .or_else(|| OpenCall::around(before, &tokens).map(|(_, call)| call))?;
        let function = self.context().engine().functions().get(call.function)?;
        let active = call.parameter(function).map(|param| param.name);
        let entry = Entry::new(function);
        let mut signature = format!("{}(", function.name);
        let mut parameters = Vec::with_capacity(entry.parameters.len());
        for (index, parameter) in entry.parameters.iter().enumerate() {
            signature.push_str(if index == 0 { "" } else { ", " });
            let start = signature.len();
            signature.push_str(&parameter.declaration());
            let conditions = parameter.conditions();
            let about = match conditions.is_empty() {
                true => parameter.about.to_owned(),
                false => format!("{} ({})", parameter.about, conditions.join(", ")),
            };
            let range = start..signature.len();
            parameters.push(ParameterHelp { name: parameter.name, range, about });
        }
        signature.push(')');
        signature.push_str(&entry.end());
        let active = active.and_then(|name| entry.parameters.iter().position(|it| it.name == name));
        Some(SignatureHelp { signature, about: entry.about, parameters, active })
    }
}
