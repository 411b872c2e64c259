//! What the server of a query answers: a header, then records in three sections.

use super::code::{Class, RecordType, ResultCode};
use super::data;
use super::reader::{Malformed, Reader};

/// The answer to a query.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// What stands first.
    pub header: Header,
    /// The result, with the bits that stand in a record of the last section.
    pub result: ResultCode,
    /// What was asked.
    pub questions: Vec<Question>,
    /// What was found.
    pub answers: Vec<Record>,
    /// Who would know.
    pub authority: Vec<Record>,
    /// What helps.
    pub additional: Vec<Record>,
}

/// The header of a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Header {
    /// The bits of both bytes after the number of the message.
    bits: u16,
    /// How many entries the four sections have.
    pub counts: [u16; 4],
}

/// What was asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// The name.
    pub name: String,
    /// The type of the records.
    pub record_type: RecordType,
    /// Their class.
    pub class: Class,
}

/// What is known of a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    /// The name.
    pub name: String,
    /// The type.
    pub record_type: RecordType,
    /// The class.
    pub class: Class,
    /// For how many seconds it may be kept.
    pub ttl: u32,
    /// What it says, as in the file of a zone.
    pub data: String,
}

impl Header {
    /// Whether a bit is set, counted from the highest.
    fn bit(self, index: u32) -> bool {
        self.bits & (1 << (15 - index)) != 0
    }

    /// Whether it is a response.
    #[must_use]
    pub fn is_response(self) -> bool {
        self.bit(0)
    }

    /// What kind of a query it is.
    #[must_use]
    pub fn opcode(self) -> u16 {
        self.bits >> 11 & 15
    }

    /// Whether the server is the one that knows best.
    #[must_use]
    pub fn is_authoritative(self) -> bool {
        self.bit(5)
    }

    /// Whether something was left out.
    #[must_use]
    pub fn is_truncated(self) -> bool {
        self.bit(6)
    }

    /// Whether other servers should be asked, too.
    #[must_use]
    pub fn wants_recursion(self) -> bool {
        self.bit(7)
    }

    /// Whether the server asks others.
    #[must_use]
    pub fn has_recursion(self) -> bool {
        self.bit(8)
    }

    /// Whether the server has checked the signatures.
    #[must_use]
    pub fn is_authentic(self) -> bool {
        self.bit(10)
    }

    /// Whether the server need not check signatures.
    #[must_use]
    pub fn is_unchecked(self) -> bool {
        self.bit(11)
    }

    /// The result, as far as it stands here.
    #[must_use]
    pub fn result(self) -> u16 {
        self.bits & 15
    }
}

impl Answer {
    /// Reads an answer.
    ///
    /// # Errors
    /// Where the bytes are none.
    pub fn read(message: &[u8]) -> Result<Self, Malformed> {
        let mut reader = Reader::new(message);
        let [_, bits, questions, answers, authority, additional] = words(&mut reader)?;
        let header = Header { bits, counts: [questions, answers, authority, additional] };
        let questions = (0..questions).map(|_| Question::read(&mut reader));
        let questions = questions.collect::<Result<_, _>>()?;
        let mut records = |count| (0..count).map(|_| Record::read(&mut reader)).collect();
        let [answers, authority, additional]: [Result<Vec<Record>, Malformed>; 3] =
            [answers, authority, additional].map(&mut records);
        let additional = additional?;
        let options = additional.iter().find(|record| record.record_type == RecordType::OPT);
        let high = options.map_or(0, |options| u16::from(options.ttl.to_be_bytes()[0]));
        Ok(Self {
            header,
            result: ResultCode(high << 4 | header.result()),
            questions,
            answers: answers?,
            authority: authority?,
            additional,
        })
    }
}

fn words<const N: usize>(reader: &mut Reader<'_>) -> Result<[u16; N], Malformed> {
    let mut words = [0; N];
    for word in &mut words {
        *word = reader.u16()?;
    }
    Ok(words)
}

impl Question {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self {
            name: reader.name()?,
            record_type: RecordType(reader.u16()?),
            class: Class(reader.u16()?),
        })
    }
}

impl Record {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Malformed> {
        let name = reader.name()?;
        let (record_type, class) = (RecordType(reader.u16()?), Class(reader.u16()?));
        let ttl = reader.u32()?;
        let length = reader.u16()?;
        let mut part = reader.part(length.into())?;
        let data = data::show(record_type, &mut part)?;
        if !part.is_empty() {
            return Err(Malformed("a record says more than records of its type do"));
        }
        Ok(Self { name, record_type, class, ttl, data })
    }
}
