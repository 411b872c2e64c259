//! Verdicts as JSON, for the pipe between the two processes.

use serde_json::{Map, Value as Json, json};

use crate::plain::Plain;
use crate::verdict::{End, Run, Verdict};

impl Verdict {
    #[allow(dead_code, reason = "one process writes, the other reads")]
    pub fn to_json(&self) -> Json {
        match self {
            Self::Refused(codes) => json!({ "refused": codes }),
            Self::Ran { warnings, runs } => {
                let runs: Vec<Json> = runs.iter().map(Run::to_json).collect();
                json!({ "warnings": warnings, "runs": runs })
            }
            Self::GaveUp => Json::Null,
        }
    }

    #[allow(dead_code, reason = "one process writes, the other reads")]
    pub fn from_json(json: &Json) -> Option<Self> {
        let codes = |name: &str| {
            let codes = json.get(name)?.as_array()?.iter();
            codes.map(|code| u16::try_from(code.as_u64()?).ok()).collect::<Option<Vec<u16>>>()
        };
        if json.is_null() {
            return Some(Self::GaveUp);
        }
        if let Some(refused) = codes("refused") {
            return Some(Self::Refused(refused));
        }
        let runs = json.get("runs")?.as_array()?.iter();
        Some(Self::Ran {
            warnings: codes("warnings")?,
            runs: runs.map(Run::from_json).collect::<Option<_>>()?,
        })
    }
}

impl Run {
    fn to_json(&self) -> Json {
        let end = match &self.end {
            End::Value(value) => json!({ "value": value.to_json() }),
            End::Failed => json!("failed"),
            End::Aborted => json!("aborted"),
        };
        json!([end, self.event.to_json(), self.metadata.to_json()])
    }

    fn from_json(json: &Json) -> Option<Self> {
        let end = match json.get(0)? {
            Json::String(end) if end == "failed" => End::Failed,
            Json::String(_) => End::Aborted,
            end => End::Value(Plain::from_json(end.get("value")?)?),
        };
        let event = Plain::from_json(json.get(1)?)?;
        Some(Self { end, event, metadata: Plain::from_json(json.get(2)?)? })
    }
}

impl Plain {
    fn to_json(&self) -> Json {
        match self {
            Self::Null => Json::Null,
            Self::Boolean(boolean) => json!(boolean),
            Self::Integer(number) => json!(number),
            Self::Float(bits) => json!({ "float": bits }),
            Self::Text(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => json!(text),
                Err(_) => json!({ "bytes": bytes }),
            },
            Self::Timestamp(seconds, nanoseconds) => json!({ "time": [seconds, nanoseconds] }),
            Self::Regex(pattern) => json!({ "regex": pattern }),
            Self::Array(items) => items.iter().map(Self::to_json).collect(),
            Self::Object(fields) => {
                let fields = fields.iter().map(|(key, field)| (key.clone(), field.to_json()));
                json!({ "object": fields.collect::<Map<_, _>>() })
            }
        }
    }

    fn from_json(json: &Json) -> Option<Self> {
        Some(match json {
            Json::Null => Self::Null,
            Json::Bool(boolean) => Self::Boolean(*boolean),
            Json::Number(number) => Self::Integer(number.as_i64()?),
            Json::String(text) => Self::Text(text.clone().into_bytes()),
            Json::Array(items) => {
                Self::Array(items.iter().map(Self::from_json).collect::<Option<_>>()?)
            }
            Json::Object(tagged) => {
                let (tag, inner) = tagged.iter().next()?;
                match (tag.as_str(), inner) {
                    ("float", bits) => Self::Float(bits.as_u64()?),
                    ("bytes", Json::Array(bytes)) => {
                        let bytes = bytes.iter().map(|byte| u8::try_from(byte.as_u64()?).ok());
                        Self::Text(bytes.collect::<Option<_>>()?)
                    }
                    ("time", time) => Self::Timestamp(
                        time.get(0)?.as_i64()?,
                        u32::try_from(time.get(1)?.as_u64()?).ok()?,
                    ),
                    ("regex", pattern) => Self::Regex(pattern.as_str()?.to_owned()),
                    ("object", Json::Object(fields)) => {
                        let fields = fields.iter();
                        let fields =
                            fields.map(|(key, field)| Some((key.clone(), Self::from_json(field)?)));
                        Self::Object(fields.collect::<Option<_>>()?)
                    }
                    _ => return None,
                }
            }
        })
    }
}
