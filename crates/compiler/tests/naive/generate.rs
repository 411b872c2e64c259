//! Random programs about few variables and fields, so that most reads meet an earlier write.
//!
//! The kinds of variables are followed loosely: most programs compile, the others are skipped.

/// Numbers that look random and are the same in every run.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn one_in(&mut self, chances: u64) -> bool {
        self.below(chances) == 0
    }

    fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[usize::try_from(self.next()).unwrap_or(0) % choices.len()]
    }
}

/// A kind that the generator asks for.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Integer,
    String,
    Boolean,
    Array,
    Object,
    Any,
}

use Kind::{Any, Array, Boolean, Integer, Object, String as Text};

const KINDS: &[Kind] = &[Integer, Text, Boolean, Array, Object, Any];
const FIELDS: &[&str] = &["a", "b", "c"];
const PATHS: &[&str] =
    &[".", ".a", ".b", ".c", ".a.b", ".b[0]", ".b[-1]", ".c.a", "%", "%a", "%b.c"];
const NAMES: &[&str] = &["x", "y", "z", "u"];

/// An event of JSON.
pub fn event(random: &mut Random) -> String {
    if random.one_in(20) {
        return json(random, 2);
    }
    let given: Vec<_> = FIELDS.iter().filter(|_| !random.one_in(4)).collect();
    let fields: Vec<String> =
        given.iter().map(|field| format!("{field:?}:{}", json(random, 2))).collect();
    format!("{{{}}}", fields.join(","))
}

fn json(random: &mut Random, depth: u64) -> String {
    match random.below(if depth == 0 { 6 } else { 9 }) {
        0 => "null".to_owned(),
        1 => random.pick(&["true", "false"]).to_owned(),
        2 | 3 => random.below(4).to_string(),
        4 => random.pick(&["1.5", "-2.0"]).to_owned(),
        5 => random
            .pick(&["\"\"", "\"s\"", "\"12\"", "\"a text too long for being inline\""])
            .to_owned(),
        6 => {
            let count = random.below(3);
            let elements: Vec<String> = (0..count).map(|_| json(random, depth - 1)).collect();
            format!("[{}]", elements.join(","))
        }
        _ => {
            let count = random.below(4);
            let names = FIELDS.iter().take(usize::try_from(count).unwrap_or(0));
            let fields: Vec<String> =
                names.map(|name| format!("{name:?}:{}", json(random, depth - 1))).collect();
            format!("{{{}}}", fields.join(","))
        }
    }
}

/// A program, one root expression a line.
pub fn program(random: &mut Random) -> String {
    let mut program = Program { random, variables: Vec::new(), loops: 0 };
    let mut lines = Vec::new();
    // Most programs have something of each kind to read.
    for kind in [Integer, Text, Array, Object] {
        if !program.random.one_in(4) {
            lines.push(program.bind(kind, 1));
        }
    }
    for _ in 0..2 + program.random.below(6) {
        lines.push(program.statement(2));
    }
    let names: Vec<_> = program.variables.iter().map(|(name, _)| *name).collect();
    // What became of the variables is part of the value.
    if !program.random.one_in(4) {
        lines.push(format!("[{}]", names.join(", ")));
    }
    lines.join("\n")
}

struct Program<'a> {
    random: &'a mut Random,
    variables: Vec<(&'static str, Kind)>,
    /// How many `for_each` are around.
    loops: u32,
}

impl Program<'_> {
    fn statement(&mut self, depth: u32) -> String {
        let kind = self.kind();
        if depth == 0 {
            return self.bind(kind, 1);
        }
        match self.random.below(20) {
            0..=3 => self.bind(kind, depth),
            4 => match self.variable(None) {
                Some((name, _)) => {
                    let step = self.random.pick(&[".a", ".b", ".a.b", "[0]", "[1]", "[-1]"]);
                    format!("{name}{step} = {}", self.expr(kind, depth))
                }
                None => self.bind(kind, depth),
            },
            5 | 6 => format!("{} = {}", self.random.pick(PATHS), self.expr(kind, depth)),
            7 => format!(". |= {}", self.expr(Object, depth)),
            8 => match self.variable(Some(Object)) {
                Some((name, _)) => format!("{name} |= {}", self.expr(Object, depth)),
                None => format!("% = {}", self.expr(Object, depth)),
            },
            9..=11 => self.pair(depth),
            12 => {
                let condition = self.expr(Boolean, depth - 1);
                let (yes, no) = (self.block(depth - 1, None), self.block(depth - 1, None));
                match self.random.one_in(2) {
                    true => format!("if {condition} {yes} else {no}"),
                    false => format!("if {condition} {yes}"),
                }
            }
            13 => {
                let name = self.random.pick(NAMES);
                let condition = self.expr(Boolean, depth - 1);
                let (yes, no) =
                    (self.block(depth - 1, Some(kind)), self.block(depth - 1, Some(kind)));
                let text = format!("{name} = if {condition} {yes} else {no}");
                self.set(name, kind);
                text
            }
            14..=16 => self.for_each(depth),
            17 => self.block(depth - 1, None),
            18 => format!("del({})", self.place()),
            _ => self.exit(depth),
        }
    }

    fn bind(&mut self, kind: Kind, depth: u32) -> String {
        let name = self.random.pick(NAMES);
        let known = self.variables.iter().find(|(known, _)| *known == name);
        // A variable mostly keeps its kind, or too few programs would compile.
        let kind = match known {
            Some((_, known)) if !self.random.one_in(6) => *known,
            _ => kind,
        };
        let text = match self.random.below(8) {
            0 => format!("{name} = {} = {}", self.random.pick(PATHS), self.expr(kind, depth)),
            _ => format!("{name} = {}", self.expr(kind, depth)),
        };
        self.set(name, kind);
        text
    }

    fn pair(&mut self, depth: u32) -> String {
        let kind = self.kind();
        let value = self.fallible(kind, depth);
        let error = self.random.pick(&["e", "e", "_", ".e", "x", "y.e", "%e"]);
        let target = match self.random.below(4) {
            0 => self.random.pick(PATHS).to_owned(),
            1 => match self.variable(Some(Object)) {
                Some((name, _)) => {
                    let value = self.fallible(Object, depth);
                    return format!("{name}, {error} |= {value}");
                }
                None => format!("{}.a", self.random.pick(NAMES)),
            },
            _ => {
                let name = self.random.pick(NAMES);
                self.set(name, Any);
                name.to_owned()
            }
        };
        if error == "e" || error == "x" {
            self.set(error, Any);
        }
        format!("{target}, {error} = {value}")
    }

    fn for_each(&mut self, depth: u32) -> String {
        let over = self.random.pick(&[Array, Object]);
        let collection = self.expr(over, depth - 1);
        self.loops += 1;
        let body = self.closure(depth - 1, None, 2);
        self.loops -= 1;
        format!("for_each({collection}) -> {body}")
    }

    fn exit(&mut self, depth: u32) -> String {
        let condition = self.expr(Boolean, depth - 1);
        let exit = match self.random.below(4) {
            0 | 1 if self.loops > 0 => "break".to_owned(),
            0 => "abort".to_owned(),
            1 => format!("abort {}", self.expr(Text, depth - 1)),
            _ => format!("return {}", self.expr(Any, depth - 1)),
        };
        format!("if {condition} {{ {exit} }}")
    }

    /// `|k, v| { … }`
    fn closure(&mut self, depth: u32, value: Option<Kind>, params: usize) -> String {
        let before = self.variables.clone();
        let names: Vec<_> = (0..params).map(|_| self.random.pick(&["k", "v", "x", "_"])).collect();
        for name in &names {
            if *name != "_" {
                self.set(name, Any);
            }
        }
        let text = format!("|{}| {}", names.join(", "), self.block(depth, value));
        self.variables = before;
        text
    }

    /// Statements in braces; with a kind, the last gives a value of it.
    fn block(&mut self, depth: u32, value: Option<Kind>) -> String {
        let before = self.variables.clone();
        let count = self.random.below(3) + u64::from(value.is_none());
        let mut lines: Vec<String> = (0..count).map(|_| self.statement(depth)).collect();
        if let Some(kind) = value {
            lines.push(self.expr(kind, depth));
        }
        self.variables.truncate(before.len());
        format!("{{ {} }}", lines.join("; "))
    }

    fn kind(&mut self) -> Kind {
        self.random.pick(KINDS)
    }

    fn set(&mut self, name: &'static str, kind: Kind) {
        match self.variables.iter_mut().find(|(known, _)| *known == name) {
            Some((_, old)) => *old = kind,
            None => self.variables.push((name, kind)),
        }
    }

    fn variable(&mut self, kind: Option<Kind>) -> Option<(&'static str, Kind)> {
        let fitting: Vec<_> = self
            .variables
            .iter()
            .copied()
            .filter(|(_, known)| kind.is_none_or(|kind| kind == *known || kind == Any))
            .collect();
        if fitting.is_empty() { None } else { Some(self.random.pick(&fitting)) }
    }

    /// A place to read or to delete, with a path.
    fn place(&mut self) -> String {
        match self.variable(None) {
            Some((name, _)) if self.random.one_in(3) => {
                format!("{name}{}", self.random.pick(&[".a", ".b.c", "[0]", "[-1]"]))
            }
            _ => self.random.pick(PATHS).to_owned(),
        }
    }

    /// An expression that the checker takes for infallible and of a kind.
    fn expr(&mut self, kind: Kind, depth: u32) -> String {
        if depth == 0 || self.random.one_in(6) {
            return self.leaf(kind);
        }
        let depth = depth - 1;
        match self.random.below(10) {
            0 | 1 => self.leaf(kind),
            2 => self.block(depth, Some(kind)),
            3 => {
                let name = self.random.pick(NAMES);
                let text = format!("({name} = {})", self.expr(kind, depth));
                self.set(name, kind);
                text
            }
            4 => {
                let tried = self.fallible(kind, depth);
                format!("({tried} ?? {})", self.expr(kind, depth))
            }
            _ => self.made(kind, depth),
        }
    }

    fn leaf(&mut self, kind: Kind) -> String {
        if let Some((name, _)) = self.variable(Some(kind))
            && !self.random.one_in(3)
        {
            return name.to_owned();
        }
        match kind {
            Integer => self.random.below(4).to_string(),
            Text => self
                .random
                .pick(&["\"\"", "\"s\"", "\"7\"", "\"a text that is not inline\""])
                .to_owned(),
            Boolean => self.random.pick(&["true", "false"]).to_owned(),
            Array => {
                self.random.pick(&["[]", "[1, 2]", "[\"s\", null]", "[[1], {\"a\": 2}]"]).to_owned()
            }
            Object => self
                .random
                .pick(&["{}", "{\"a\": 1}", "{\"c\": {\"a\": \"s\"}, \"b\": [3]}"])
                .to_owned(),
            Any => self.place(),
        }
    }

    fn made(&mut self, kind: Kind, depth: u32) -> String {
        match kind {
            Integer => match self.random.below(7) {
                0 => format!("int!({})", self.expr(Any, depth)),
                1 => format!("length({})", self.expr(Array, depth)),
                2 => format!("length({})", self.expr(Text, depth)),
                3 => format!("to_int({})", self.expr(Boolean, depth)),
                _ => self.chain(Integer, depth, &["+", "-", "*"]),
            },
            Text => match self.random.below(7) {
                0 => format!("string!({})", self.expr(Any, depth)),
                1 => format!("upcase({})", self.expr(Text, depth)),
                2 => format!("to_string({})", self.expr(Integer, depth)),
                3 => format!("encode_json({})", self.expr(Any, depth)),
                4 => format!(
                    "replace_with({}, r'[a-z]') -> {}",
                    self.expr(Text, depth),
                    self.closure(depth, Some(Text), 1)
                ),
                _ => self.chain(Text, depth, &["+"]),
            },
            Boolean => match self.random.below(9) {
                0 => format!("exists({})", self.place()),
                1 => self.chain(Any, depth, &["==", "!="]),
                2 => self.chain(Integer, depth, &["<", ">="]),
                3 => format!("!{}", self.expr(Boolean, depth)),
                4 | 5 => self.chain(Boolean, depth, &["&&", "||"]),
                6 => format!("is_string({})", self.expr(Any, depth)),
                7 => format!("({} || {{ {}; true }})", self.expr(Boolean, depth), self.exit(1)),
                _ => format!("is_null({})", self.expr(Any, depth)),
            },
            Array => match self.random.below(8) {
                0 => format!("array!({})", self.expr(Any, depth)),
                1 => format!("push({}, {})", self.expr(Array, depth), self.expr(Any, depth)),
                2 => format!("append({}, {})", self.expr(Array, depth), self.expr(Array, depth)),
                3 => format!("keys({})", self.expr(Object, depth)),
                4 => self.iterated(Array, depth),
                _ => format!("[{}, {}]", self.expr(Any, depth), self.expr(Any, depth)),
            },
            Object => match self.random.below(8) {
                0 => format!("object!({})", self.expr(Any, depth)),
                1 => format!("merge({}, {})", self.expr(Object, depth), self.expr(Object, depth)),
                2 => format!("({} | {})", self.expr(Object, depth), self.expr(Object, depth)),
                3 => self.iterated(Object, depth),
                4 => format!(
                    "map_keys({}) -> {}",
                    self.expr(Object, depth),
                    self.closure(depth, Some(Text), 1)
                ),
                _ => format!(
                    "{{ \"{}\": {}, \"{}\": {} }}",
                    self.random.pick(FIELDS),
                    self.expr(Any, depth),
                    self.random.pick(FIELDS),
                    self.expr(Any, depth)
                ),
            },
            Any => match self.random.below(6) {
                0 => format!("({} || {})", self.expr(Any, depth), self.expr(Any, depth)),
                1 => format!("del({})", self.place()),
                2 => format!("{{ {}; {} }}.a", self.statement(depth), self.expr(Object, depth)),
                _ => {
                    let kind = self.kind();
                    self.expr(kind, depth)
                }
            },
        }
    }

    fn iterated(&mut self, kind: Kind, depth: u32) -> String {
        let over = self.expr(kind, depth);
        match self.random.below(3) {
            0 => format!("filter({over}) -> {}", self.closure(depth, Some(Boolean), 2)),
            1 => format!("map_values({over}) -> {}", self.closure(depth, Some(Any), 1)),
            _ => format!(
                "map_values({over}, recursive: true) -> {}",
                self.closure(depth, Some(Integer), 1)
            ),
        }
    }

    fn chain(&mut self, kind: Kind, depth: u32, operators: &[&str]) -> String {
        let operator = self.random.pick(operators);
        let mut text = format!("{} {operator} {}", self.expr(kind, depth), self.expr(kind, depth));
        if !matches!(operator, "==" | "!=" | "<" | ">=") && self.random.one_in(2) {
            text = format!("{text} {} {}", self.random.pick(operators), self.expr(kind, depth));
        }
        format!("({text})")
    }

    /// An expression that may fail.
    fn fallible(&mut self, kind: Kind, depth: u32) -> String {
        let inner = depth.saturating_sub(1);
        match (self.random.below(8), kind) {
            (0 | 1, _) if depth > 0 => {
                let before = self.variables.clone();
                let statements = self.statement(inner);
                let text = format!("{{ {statements}; {} }}", self.fallible(kind, inner));
                self.variables = before;
                text
            }
            (2, _) if depth > 0 => {
                let name = self.random.pick(&["map_values", "filter"]);
                let (result, params) = if name == "filter" { (Boolean, 2) } else { (Any, 1) };
                let over = self.expr(Array, inner);
                let before = self.variables.clone();
                let params = ["v", "k"][..params].join(", ");
                self.set("v", Any);
                let body = match result {
                    Boolean => format!("bool({})", self.expr(Any, inner)),
                    _ => self.fallible(Any, inner),
                };
                self.variables = before;
                format!("{name}({over}) -> |{params}| {{ {body} }}")
            }
            (3, _) if depth > 0 => {
                let statement = self.random.pick(NAMES);
                format!(
                    "{{ {statement} = {}; {} }}",
                    self.expr(Any, inner),
                    self.fallible(kind, inner)
                )
            }
            (_, Integer) => match self.random.below(3) {
                0 => format!("to_int({})", self.expr(Text, inner)),
                1 => format!("({} + int({}))", self.expr(Integer, inner), self.expr(Any, inner)),
                _ => format!("int({})", self.expr(Any, inner)),
            },
            (_, Text) => match self.random.below(2) {
                0 => format!("({} + string({}))", self.expr(Text, inner), self.expr(Any, inner)),
                _ => format!("string({})", self.expr(Any, inner)),
            },
            (_, Boolean) => format!("bool({})", self.expr(Any, inner)),
            (_, Array) => format!("array({})", self.expr(Any, inner)),
            (_, Object) => format!("object({})", self.expr(Any, inner)),
            (_, Any) => match self.random.below(4) {
                0 => format!("({} + {})", self.expr(Any, inner), self.expr(Any, inner)),
                1 => format!("(1 / {})", self.expr(Integer, inner)),
                2 => format!("parse_json({})", self.expr(Text, inner)),
                _ => format!("({} * {})", self.expr(Any, inner), self.expr(Integer, inner)),
            },
        }
    }
}
