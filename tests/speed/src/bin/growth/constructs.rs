//! Programs of any length, one construct each: where compiling is linear, a line costs the same in all of
//! them.

/// A construct: its name, what stands before all lines, and the line of a number.
pub struct Construct {
    pub name: &'static str,
    start: &'static str,
    line: fn(usize) -> String,
}

const fn construct(
    name: &'static str,
    start: &'static str,
    line: fn(usize) -> String,
) -> Construct {
    Construct { name, start, line }
}

pub const CONSTRUCTS: [Construct; 12] = [
    construct("assignments", "", |n| format!(".field_{n} = {n}\n")),
    construct("variables", "", |n| format!("x{n} = .a\n.b = x{n}\n")),
    construct("if … else", "", |n| {
        format!("if .a == {n} {{ .b{n} = 1 }} else {{ .c{n} = \"x\" }}\n")
    }),
    construct("if … else below a field", "", |n| {
        format!("if .a == {n} {{ .b.x{n} = 1 }} else {{ .b.y{n} = \"x\" }}\n")
    }),
    construct("if … else below a variable", "x = {}\n", |n| {
        format!("if .a == {n} {{ x.x{n} = 1 }} else {{ x.y{n} = \"x\" }}\n")
    }),
    construct("closures", "", |n| format!("for_each(array!(.list)) -> |_i, v| {{ .b{n} = v }}\n")),
    construct("calls", "", |n| format!(".c{n} = upcase(string!(.d{n}))\n")),
    construct("calls with errors", "", |n| format!(".c{n}, err = to_int(.d{n})\n")),
    construct("literals", "", |n| format!(".o{n} = {{\"a\": {n}, \"b\": [1, {n}]}}\n")),
    construct("merges", "", |n| format!(". |= {{\"a{n}\": {n}}}\n")),
    construct("the whole event", "", |n| format!(".e{n} = encode_json(.)\n")),
    construct("arrays", "x = []\n", |n| format!("x = push(x, {n})\n")),
];

impl Construct {
    /// A program of so many lines.
    pub fn program(&self, lines: usize) -> String {
        self.start.to_owned() + &(0..lines).map(self.line).collect::<String>()
    }
}
