//! Message types, loaded from the descriptor file that a call names.

use std::sync::Arc;

use prost_reflect::{DescriptorPool, MessageDescriptor};
use vrlet_function::{nearest, prelude::*};

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

/// The type of message that a call is about, with all that it refers to. Its parts count their holders,
/// so each machine has its own.
pub(crate) struct MessageType {
    file: Arc<[u8]>,
    descriptor: MessageDescriptor,
}

impl MessageType {
    /// Reads the type that the constants of a call name.
    fn of(context: &CallContext<'_>) -> Result<Self, ArgumentError> {
        let file = constant_file::read(context, DESC_FILE, "the descriptor set")?;
        let file = file.unwrap_or_default();
        let pool = DescriptorPool::decode(&*file).map_err(|error| {
            let message = format!("the file is no descriptor set: {error}");
            ArgumentError::constant(DESC_FILE, message).help(
                "`protoc --include_imports --descriptor_set_out=FILE` makes one of `.proto` files",
            )
        })?;
        let name = context.constant(MESSAGE_TYPE).unwrap_or_default();
        let name = name.to_str();
        let descriptor = pool.get_message_by_name(&name).ok_or_else(|| unknown(&name, &pool))?;
        Ok(Self { file: file.into(), descriptor })
    }

    /// The body of a function that runs over messages of the type.
    pub(crate) fn body(
        context: &CallContext<'_>,
        run: fn(&MessageDescriptor, &mut Call<'_>) -> Result<Value, Failure>,
    ) -> Result<Box<dyn Factory>, ArgumentError> {
        let message = Self::of(context)?;
        let body = per_machine(move |_| {
            let message = message.again();
            move |call: &mut Call<'_>| run(&message, call)
        });
        Ok(Box::new(body.without(DESC_FILE).without(MESSAGE_TYPE)))
    }

    /// What the message consists of, for one machine.
    fn again(&self) -> MessageDescriptor {
        let pool = DescriptorPool::decode(&*self.file).ok();
        let descriptor =
            pool.and_then(|pool| pool.get_message_by_name(self.descriptor.full_name()));
        descriptor.unwrap_or_else(|| unreachable!("checked: it was read before"))
    }
}

fn unknown(name: &str, pool: &DescriptorPool) -> ArgumentError {
    let message = format!("there is no message type `{name}` in the descriptor set");
    let error = ArgumentError::constant(MESSAGE_TYPE, message);
    let types: Vec<_> = pool.all_messages().filter(|message| !message.is_map_entry()).collect();
    // A name without its package is what people forget.
    let in_package = types.iter().find(|message| message.name() == name);
    let names = types.iter().map(MessageDescriptor::full_name);
    match in_package.map(MessageDescriptor::full_name).or_else(|| nearest(name, names)) {
        Some(meant) => error.help(format!("did you mean `{meant}`?")),
        None => error,
    }
}
