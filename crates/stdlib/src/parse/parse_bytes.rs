//! `parse_bytes`: parses an amount of bytes such as `1.5 MiB`.

use parse_size::{ByteSuffix, Config};
use vrlet_function::prelude::*;

use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required(
    "value",
    "The amount: a number, usually with a unit; without one it counts bytes.",
);
const UNIT: Arg<Text> = Arg::required(
    "unit",
    "The unit of the result: `B`, `kiB`, `KiB`, `MiB`, `GiB`, `TiB`, `PiB`, `EiB`, and without \
     the `i`.",
)
.after(VALUE);
const BASE: Arg<Text> = Arg::optional(
    "base",
    "What units without an `i` mean: powers of 1024 (`2`) or of 1000 (`10`).",
)
.one_of(&["2", "10"])
.default(Literal::Text("2"))
.constant()
.after(UNIT);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_bytes",
    category: Category::Parse,
    about: "An amount of data such as `1.5MiB`, counted in `unit`s.",
    params: &[VALUE.param(), UNIT.param(), BASE.param()],
    returns: |_| TypeDef::float().fallible(),
    failures: &[
        "The text is no amount, or a larger one than 16 EiB.",
        "The unit is unknown, or none of the base.",
    ],
    body: Body::Prepared(|context| {
        let base = match context.choice(BASE) {
            Some("10") => Base::Ten,
            _ => Base::Two,
        };
        Ok(Box::new(move |call: &mut Call<'_>| parse_bytes(call, base)))
    }),
    examples: &[
        example("Kibibytes", r#"parse_bytes!("1.5 KiB", unit: "B")"#, "1536.0"),
        example("Powers of 1024", r#"parse_bytes!("1MB", unit: "KB")"#, "1024.0"),
        example("Powers of 1000", r#"parse_bytes!("1MB", unit: "kB", base: "10")"#, "1000.0"),
        fails("No amount", r#"parse_bytes!("much", unit: "B")"#, "no amount of data"),
    ],
});

#[derive(Clone, Copy)]
enum Base {
    Two,
    Ten,
}

fn parse_bytes(call: &mut Call<'_>, base: Base) -> Result<Value, Failure> {
    let (text, unit) = (call.take(VALUE), call.take(UNIT));
    let text = to_utf8(text);
    let config = match base {
        Base::Two => Config::new().with_binary(),
        Base::Ten => Config::new().with_decimal(),
    };
    let size = config.with_byte_suffix(ByteSuffix::Allow).parse_size(text.as_bytes());
    let size =
        size.map_err(|error| Failure::new(format!("`{text}` is no amount of data: {error}")))?;
    let bytes = base
        .bytes(&unit.to_str())
        .ok_or_else(|| Failure::new(format!("`{unit}` is no unit of base {}", base.name())))?;
    #[expect(clippy::cast_precision_loss, reason = "the result is a float")]
    let amount = size as f64 / bytes as f64;
    Value::float(amount).ok_or(Failure::fixed("the amount is no number"))
}

impl Base {
    fn name(self) -> &'static str {
        match self {
            Self::Two => "2",
            Self::Ten => "10",
        }
    }

    /// How many bytes a unit is.
    fn bytes(self, unit: &str) -> Option<u64> {
        let (prefixes, step) = match (self, unit.strip_suffix("iB")) {
            (Self::Two, Some(prefix)) => return Self::power(1024, "KMGTPE", prefix),
            (Self::Two, None) => ("KMGTPE", 1024),
            (Self::Ten, _) => ("kMGTPE", 1000),
        };
        match unit {
            "B" => Some(1),
            _ => Self::power(step, prefixes, unit.strip_suffix('B')?),
        }
    }

    fn power(step: u64, prefixes: &str, prefix: &str) -> Option<u64> {
        let exponent = (1..).zip(prefixes.split("").filter(|own| !own.is_empty()));
        exponent.into_iter().find(|(_, own)| *own == prefix).map(|(power, _)| step.pow(power))
    }
}
