//! The parser of InfluxDB's line protocol: `measurement,tag=value field=1 1700000000000000000`.

/// What a line says.
pub(super) struct Line {
    pub measurement: String,
    pub tags: Vec<(String, String)>,
    pub fields: Vec<(String, FieldValue)>,
    /// Nanoseconds since 1970.
    pub time: Option<i64>,
}

/// The value of a field.
pub(super) enum FieldValue {
    /// A number of any type, or a boolean.
    Number(f64),
    /// A string; what it says does not matter here.
    Text,
}

/// The lines of a text, without those that are blank or comments.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Result<Line, String>> {
    let mut ends = LineEnds::default();
    text.split(move |character| ends.see(character))
        .map(without_comments)
        .filter(|line| !line.is_empty())
        .map(|line| Cursor { rest: line }.line())
}

/// Follows a text to the ends of its lines: those that are neither escaped nor inside of a string.
#[derive(Default)]
struct LineEnds {
    is_escaped: bool,
    in_fields: bool,
    in_string: bool,
    /// How many fields have begun their value, less those that ended: a string stands in a value.
    open: i64,
}

impl LineEnds {
    fn see(&mut self, character: char) -> bool {
        if self.is_escaped {
            self.is_escaped = false;
            return false;
        }
        match character {
            '\\' => self.is_escaped = true,
            ' ' => self.in_fields = true,
            '=' if self.in_fields && !self.in_string => self.open += 1,
            ',' if self.in_fields && !self.in_string => self.open -= 1,
            '"' if self.in_fields && self.open > 0 => self.in_string = !self.in_string,
            '\n' if !self.in_string => {
                *self = Self::default();
                return true;
            }
            _ => {}
        }
        false
    }
}

/// A line from its first character that counts. A comment ends where its text does, even where a quote
/// in it made the next line a part of it.
fn without_comments(line: &str) -> &str {
    let mut rest = line.trim_start_matches(ends_word);
    while rest.starts_with('#') {
        let (_, next) = rest.split_once('\n').unwrap_or_default();
        rest = next.trim_start_matches(ends_word);
    }
    rest
}

/// What is left of a line.
#[derive(Clone, Copy)]
struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    fn line(mut self) -> Result<Line, String> {
        let measurement = self
            .word(&[',', ' '], |it| ends_word(it) || it == ',' || it == '\0')?
            .ok_or_else(|| self.expected("a measurement"))?;
        let mut tags = Vec::new();
        while self.takes(',') {
            tags.push(self.tag()?.ok_or_else(|| self.expected("a tag such as `name=value`"))?);
        }
        if !self.skip_spaces() {
            return Err(self.expected("a space and a field"));
        }
        let fields = self.fields()?;
        let time = self.time()?;
        match self.rest {
            "" => Ok(Line { measurement, tags, fields, time }),
            _ => Err(self.expected("the end of the line")),
        }
    }

    fn tag(&mut self) -> Result<Option<(String, String)>, String> {
        let Some(name) = self.name()? else { return Ok(None) };
        if !self.takes('=') {
            return Ok(None);
        }
        let value = self.word(&[',', '=', ' '], |it| ends_word(it) || it == ',')?;
        Ok(value.map(|value| (name, value)))
    }

    fn fields(&mut self) -> Result<Vec<(String, FieldValue)>, String> {
        let no_field = "a field such as `name=1`";
        let mut fields = vec![self.field()?.ok_or_else(|| self.expected(no_field))?];
        while self.takes(',') {
            let before = *self;
            match self.field()? {
                Some(field) => fields.push(field),
                // A comma may follow a field that is the only one.
                None if fields.len() == 1 => {
                    *self = before;
                    break;
                }
                None => return Err(before.expected(no_field)),
            }
        }
        Ok(fields)
    }

    fn field(&mut self) -> Result<Option<(String, FieldValue)>, String> {
        let Some(name) = self.name()? else { return Ok(None) };
        if !self.takes('=') {
            return Ok(None);
        }
        Ok(self.value()?.map(|value| (name, value)))
    }

    /// The name of a tag or a field.
    fn name(&mut self) -> Result<Option<String>, String> {
        self.word(&[',', '=', ' '], |it| ends_word(it) || it == '=')
    }

    /// Characters up to one that ends them; a backslash takes the meaning of those that it escapes, and
    /// stands for itself before others.
    fn word(
        &mut self,
        escapes: &[char],
        ends: impl Fn(char) -> bool,
    ) -> Result<Option<String>, String> {
        let mut word = String::new();
        let mut characters = self.rest.chars();
        while let Some(first) = characters.clone().next().filter(|first| !ends(*first)) {
            characters.next();
            if first != '\\' {
                word.push(first);
                continue;
            }
            let escaped = characters.next();
            if !escaped.is_some_and(|it| it == '\\' || escapes.contains(&it)) {
                word.push('\\');
            }
            word.extend(escaped);
        }
        self.rest = characters.as_str();
        if word.ends_with('\\') {
            return Err(format!("`{word}` ends with a backslash, which no name may"));
        }
        Ok(Some(word).filter(|word| !word.is_empty()))
    }

    fn value(&mut self) -> Result<Option<FieldValue>, String> {
        if let Some(number) = self.number()? {
            return Ok(Some(FieldValue::Number(number)));
        }
        Ok(if self.string() { Some(FieldValue::Text) } else { self.boolean() })
    }

    /// A float, or an integer with `i` or `u` after it.
    #[expect(clippy::cast_precision_loss, reason = "gauges are floats")]
    fn number(&mut self) -> Result<Option<f64>, String> {
        let Some(integer) = self.integer() else { return Ok(None) };
        if self.takes('i') {
            return match integer.parse::<i64>() {
                Ok(number) => Ok(Some(number as f64)),
                Err(_) => Err(format!("`{integer}i` does not fit an integer of 64 bits")),
            };
        }
        if !integer.starts_with('-') && self.takes('u') {
            return match integer.parse::<u64>() {
                Ok(number) => Ok(Some(number as f64)),
                Err(_) => Err(format!("`{integer}u` does not fit an integer of 64 bits")),
            };
        }
        let places = self.places();
        let exponent = self.exponent();
        let float = format!("{integer}{places}{exponent}");
        float.parse().map(Some).map_err(|_| format!("`{float}` is no number"))
    }

    /// Digits, which may have a minus before them.
    fn integer(&mut self) -> Option<&'a str> {
        let sign = usize::from(self.rest.starts_with('-'));
        match digits(&self.rest[sign..]) {
            0 => None,
            count => Some(self.take(sign + count)),
        }
    }

    /// A point and the digits after it; nothing where none are there.
    fn places(&mut self) -> &'a str {
        let count = self.rest.strip_prefix('.').map_or(0, digits);
        self.take(if count == 0 { 0 } else { 1 + count })
    }

    /// The exponent of a float; nothing where it has none.
    fn exponent(&mut self) -> &'a str {
        let Some(exponent) = self.rest.strip_prefix(['e', 'E']) else { return "" };
        let unsigned = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
        match digits(unsigned) {
            0 => "",
            count => self.take(self.rest.len() - unsigned.len() + count),
        }
    }

    /// A string, in which a backslash escapes quotes and itself.
    fn string(&mut self) -> bool {
        let Some(inner) = self.rest.strip_prefix('"') else { return false };
        let mut characters = inner.chars();
        loop {
            match characters.next() {
                Some('"') => break,
                Some('\\') if characters.as_str().starts_with(['"', '\\']) => {
                    characters.next();
                }
                Some(_) => {}
                None => return false,
            }
        }
        self.rest = characters.as_str();
        true
    }

    fn boolean(&mut self) -> Option<FieldValue> {
        let words = [
            (["true", "True", "TRUE", "t", "T"], 1.0),
            (["false", "False", "FALSE", "f", "F"], 0.0),
        ];
        words.into_iter().find_map(|(words, value)| {
            let rest = words.iter().find_map(|word| self.rest.strip_prefix(word))?;
            self.rest = rest;
            Some(FieldValue::Number(value))
        })
    }

    /// The time at the end of a line; nothing is taken where there is none.
    fn time(&mut self) -> Result<Option<i64>, String> {
        let before = *self;
        self.skip_spaces();
        match self.integer() {
            Some(time) if before.rest.starts_with(' ') => {
                self.skip_spaces();
                time.parse()
                    .map(Some)
                    .map_err(|_| format!("the time `{time}` does not fit an integer of 64 bits"))
            }
            _ => {
                *self = before;
                Ok(None)
            }
        }
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn takes(&mut self, character: char) -> bool {
        let rest = self.rest.strip_prefix(character);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Skips spaces; whether there are any.
    fn skip_spaces(&mut self) -> bool {
        let rest = self.rest.trim_start_matches(' ');
        let are_any = rest.len() < self.rest.len();
        self.rest = rest;
        are_any
    }

    fn expected(self, what: &str) -> String {
        match self.rest {
            "" => format!("expected {what}, found the end of a line"),
            rest => format!("expected {what}, found `{rest}`"),
        }
    }
}

fn ends_word(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n')
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}
