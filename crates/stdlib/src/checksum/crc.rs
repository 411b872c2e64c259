//! `crc`: a cyclic redundancy check.

use std::sync::Arc;

use vrlet_function::prelude::*;

use super::crc_algorithms::{ALGORITHMS, Crc};

const VALUE: Arg<Text> = Arg::required("value", "The bytes.");
const ALGORITHM: Arg<Text> = Arg::optional(
    "algorithm",
    "The name of the algorithm in the catalogue of parametrised CRCs, upper or lower case.",
)
.default(Literal::Text("CRC_32_ISO_HDLC"))
.one_of(&NAMES)
.after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "crc",
    category: Category::Checksum,
    about: "The cyclic redundancy check of the bytes of a text, in decimal digits.",
    params: &[VALUE.param(), ALGORITHM.param()],
    returns: |context| TypeDef::string().fallible_if(constant(context).is_none()),
    failures: &["There is no algorithm of this name."],
    body: Body::Prepared(|context| {
        Ok(match constant(context) {
            Some(algorithm) => {
                let checksum = checksum(algorithm);
                Box::new(move |call: &mut Call<'_>| {
                    let text = call.take(VALUE);
                    Ok(checksum(text.as_bytes()).into())
                })
            }
            None => Box::new(crc),
        })
    }),
    examples: &[
        example("The usual one", r#"crc("foo")"#, r#""2356372769""#),
        example("Another one", r#"crc("foo", algorithm: "CRC_8_SMBUS")"#, r#""132""#),
        fails("No such algorithm", r#"crc!("foo", algorithm: "CRC_1")"#, "no algorithm"),
    ],
});

const NAMES: [&str; ALGORITHMS.len()] = {
    let mut names = [""; ALGORITHMS.len()];
    let mut index = 0;
    while index < names.len() {
        names[index] = ALGORITHMS[index].0;
        index += 1;
    }
    names
};

fn constant(context: &CallContext<'_>) -> Option<Crc> {
    context.constant(ALGORITHM).as_ref().and_then(algorithm)
}

fn algorithm(name: &Text) -> Option<Crc> {
    let name = name.as_str()?;
    let (_, algorithm) = ALGORITHMS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    Some(*algorithm)
}

fn crc(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, name) = (call.take(VALUE), call.take(ALGORITHM));
    let algorithm =
        algorithm(&name).ok_or_else(|| Failure::new(format!("there is no algorithm `{name}`")))?;
    Ok(checksum(algorithm)(text.as_bytes()).into())
}

/// Writes the checksum of bytes.
type Checksum = dyn Fn(&[u8]) -> String + Send + Sync;

/// The algorithm with its table.
fn checksum(algorithm: Crc) -> Arc<Checksum> {
    macro_rules! with_table {
        ($width:ty, $algorithm:expr) => {{
            let crc = crc::Crc::<$width>::new($algorithm);
            Arc::new(move |bytes| crc.checksum(bytes).to_string())
        }};
    }
    match algorithm {
        Crc::Of8(algorithm) => with_table!(u8, algorithm),
        Crc::Of16(algorithm) => with_table!(u16, algorithm),
        Crc::Of32(algorithm) => with_table!(u32, algorithm),
        Crc::Of64(algorithm) => with_table!(u64, algorithm),
        Crc::Of128(algorithm) => with_table!(u128, algorithm),
    }
}
