//! Message types, loaded from the descriptor file that a call names.

use std::sync::Arc;

use vrlet_function::{nearest, prelude::*};

use super::descriptor_set;
use super::schema::{Message, Schema};
use crate::constant_file;

/// The parameter that names the descriptor file.
pub(crate) const DESC_FILE: Arg<Text> = Arg::required(
    "desc_file",
    "The path of a descriptor set, as `protoc --include_imports --descriptor_set_out` writes it.",
)
.constant()
.second();

/// The parameter that names the type.
pub(crate) const MESSAGE_TYPE: Arg<Text> =
    Arg::required("message_type", "The full name of the message's type: `package.Message`.")
        .constant()
        .after(DESC_FILE);

/// The type of message that a call is about, with all that it refers to.
#[derive(Clone)]
pub(crate) struct MessageType {
    schema: Arc<Schema>,
    index: usize,
}

impl MessageType {
    /// Reads the type that the constants of a call name.
    fn of(context: &CallContext<'_>) -> Result<Self, ArgumentError> {
        let file = constant_file::read(context, DESC_FILE, "the descriptor set")?;
        let schema = descriptor_set::read(&file.unwrap_or_default()).map_err(|error| {
            let message = format!("the file is no descriptor set: {error}");
            ArgumentError::constant(DESC_FILE, message).help(
                "`protoc --include_imports --descriptor_set_out=FILE` makes one of `.proto` files",
            )
        })?;
        let name = context.constant(MESSAGE_TYPE).unwrap_or_default();
        let name = name.to_str();
        let wanted = name.strip_prefix('.').unwrap_or(&name);
        let index = schema.messages.iter().position(|message| message.full_name == wanted);
        let index = index.ok_or_else(|| unknown(&name, &schema))?;
        Ok(Self { schema: Arc::new(schema), index })
    }

    /// The body of a function that runs over messages of the type.
    pub(crate) fn body(
        context: &CallContext<'_>,
        run: fn(&Self, &mut Call<'_>) -> Result<Value, Failure>,
    ) -> Result<Box<dyn Factory>, ArgumentError> {
        let message_type = Self::of(context)?;
        let body = per_machine(move |_| {
            let message_type = message_type.clone();
            move |call: &mut Call<'_>| run(&message_type, call)
        });
        Ok(Box::new(body.without(DESC_FILE).without(MESSAGE_TYPE)))
    }

    /// What the message consists of.
    pub(super) fn message(&self) -> &Message {
        &self.schema.messages[self.index]
    }

    /// The types that its fields can be of.
    pub(super) fn schema(&self) -> &Schema {
        &self.schema
    }
}

fn unknown(name: &str, schema: &Schema) -> ArgumentError {
    let message = format!("there is no message type `{name}` in the descriptor set");
    let error = ArgumentError::constant(MESSAGE_TYPE, message);
    let types = schema.messages.iter().filter(|message| !message.is_map_entry);
    let mut names = types.map(|message| message.full_name.as_str());
    // A name without its package is what people forget.
    let is_meant = |full: &&str| full.rsplit_once('.').is_some_and(|(_, own)| own == name);
    match names.clone().find(is_meant).or_else(|| nearest(name, &mut names)) {
        Some(meant) => error.help(format!("did you mean `{meant}`?")),
        None => error,
    }
}
