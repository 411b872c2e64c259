//! The type of a message, from the descriptor file that a call names.

use std::sync::Arc;

use prost_reflect::{DescriptorPool, MessageDescriptor};
use vrlet_function::{nearest, prelude::*};

use crate::constant_file;

/// The parameter that names the descriptor file.
pub(crate) const DESC_FILE: Param = required(
    "desc_file",
    STRING,
    "The path of a descriptor set, as `protoc --include_imports --descriptor_set_out` writes it.",
)
.constant();

/// The parameter that names the type.
pub(crate) const MESSAGE_TYPE: Param =
    required("message_type", STRING, "The full name of the message's type: `package.Message`.")
        .constant();

/// The type of message that a call is about, with all that it refers to. Its parts count their holders,
/// so each machine has its own.
pub(crate) struct MessageType {
    file: Arc<[u8]>,
    descriptor: MessageDescriptor,
}

impl MessageType {
    /// Reads the type that the constants of a call name.
    pub(crate) fn of(site: &Site<'_>) -> Result<Self, Refusal> {
        let file = constant_file::read(site, DESC_FILE.name, "the descriptor set")?;
        let file = file.unwrap_or_default();
        let pool = DescriptorPool::decode(&*file).map_err(|error| {
            let message = format!("the file is no descriptor set: {error}");
            Refusal::constant(DESC_FILE.name, message).help(
                "`protoc --include_imports --descriptor_set_out=FILE` makes one of `.proto` files",
            )
        })?;
        let name = match site.constant(MESSAGE_TYPE.name) {
            Some(Value::Bytes(name)) => name.to_str().into_owned(),
            _ => String::new(),
        };
        let descriptor = pool.get_message_by_name(&name).ok_or_else(|| unknown(&name, &pool))?;
        Ok(Self { file: file.into(), descriptor })
    }

    /// What the message consists of.
    pub(crate) fn descriptor(&self) -> &MessageDescriptor {
        &self.descriptor
    }

    /// The same for another machine.
    pub(crate) fn fork(&self) -> Self {
        let pool = DescriptorPool::decode(&*self.file).ok();
        let descriptor =
            pool.and_then(|pool| pool.get_message_by_name(self.descriptor.full_name()));
        let descriptor = descriptor.unwrap_or_else(|| unreachable!("checked: it was read before"));
        Self { file: Arc::clone(&self.file), descriptor }
    }
}

fn unknown(name: &str, pool: &DescriptorPool) -> Refusal {
    let message = format!("there is no message type `{name}` in the descriptor set");
    let refusal = Refusal::constant(MESSAGE_TYPE.name, message);
    let types: Vec<_> = pool.all_messages().filter(|message| !message.is_map_entry()).collect();
    // A name without its package is what people forget.
    let in_package = types.iter().find(|message| message.name() == name);
    let names = types.iter().map(MessageDescriptor::full_name);
    match in_package.map(MessageDescriptor::full_name).or_else(|| nearest(name, names)) {
        Some(meant) => refusal.help(format!("did you mean `{meant}`?")),
        None => refusal,
    }
}
