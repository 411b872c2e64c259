//! Tests of inputs: truncated, without a final newline, empty, compressed, with lines longer than a chunk.

use std::io::{self, Cursor, Read};

use vrlet_pipeline::{Format, Input, Inputs, Pipeline};

use crate::setup::{Done, program, run, tiny};

fn passed(inputs: impl Fn() -> Inputs) -> Done {
    run(|| Pipeline::new(program(".")), inputs)
}

/// Gives its bytes a few at a time, then fails.
struct Broken(Cursor<&'static str>);

impl Read for Broken {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = buffer.len().min(3);
        match self.0.read(&mut buffer[..length])? {
            0 => Err(io::Error::other("the disk is gone")),
            read => Ok(read),
        }
    }
}

#[test]
fn an_input_that_fails_in_the_middle_is_told_of_and_the_next_one_follows() {
    let inputs = |format| {
        move || {
            let broken =
                Input::reader("broken", Broken(Cursor::new("{\"a\":1}\n{\"a\":2}\n{\"a\"")));
            let missing = Input::file("there/is/no/such.file");
            Inputs::new([broken, missing, Input::bytes("next", "{\"a\":3}")], format).chunk_size(10)
        }
    };
    let done = passed(inputs(Format::Ndjson));
    assert_eq!(done.text(), "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n");
    let errors: Vec<_> = done.stats.read_errors.iter().map(|it| (&*it.source, it.line)).collect();
    assert_eq!(errors, [("broken", Some(3)), ("there/is/no/such.file", None)]);
    assert_eq!(done.stats.read_errors[0].to_string(), "broken:3: the disk is gone");
    let record = &done.sink.failures[0];
    assert_eq!(record.position.to_string(), "broken:3:1");
    assert_eq!(record.message(""), "the input breaks off within this line");

    let done = passed(inputs(Format::Json));
    assert_eq!(done.text(), "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n");
    assert_eq!(done.stats.read_errors[0].to_string(), "broken: the disk is gone");
    assert_eq!(done.sink.failures[0].message(""), "the input breaks off within this value");
}

#[test]
fn a_line_longer_than_a_chunk_is_one_event() {
    let long = format!("{{\"a\":\"{}\"}}\n", "é".repeat(1000));
    let text = format!("{{\"a\":1}}\n{long}{{\"a\":2}}\n{long}");
    assert_eq!(passed(|| tiny(&text, Format::Ndjson)).text(), text);
}

#[test]
fn the_last_line_needs_no_end() {
    let done = passed(|| tiny("{\"a\":1}\n{\"a\":2}", Format::Ndjson));
    assert_eq!(done.text(), "{\"a\":1}\n{\"a\":2}\n");
    assert_eq!(done.stats.end.unwrap().to_string(), "memory:3");
}

#[test]
fn there_may_be_nothing_in_an_input() {
    for text in ["", "\n\n", "\r\n", "\u{feff}", " \t\n"] {
        for format in [Format::Ndjson, Format::Json] {
            let done = passed(|| tiny(text, format));
            assert_eq!((done.text(), done.stats.counts.read), ("", 0), "{text:?}");
        }
    }
    assert_eq!(passed(|| Inputs::new([], Format::Ndjson)).stats.end, None);
    let done = passed(|| {
        let texts = ["", "{\"a\":1}", "", "{\"a\":2}\n", ""];
        Inputs::new(texts.map(|text| Input::bytes("memory", text)), Format::Ndjson)
    });
    assert_eq!(done.text(), "{\"a\":1}\n{\"a\":2}\n");
}

#[test]
fn lines_of_text_become_messages() {
    let done = passed(|| tiny("\u{feff}one\r\n\n two \nthree", Format::Lines));
    assert_eq!(
        done.text(),
        "{\"message\":\"one\"}\n{\"message\":\" two \"}\n{\"message\":\"three\"}\n"
    );
}

#[test]
fn a_header_line_stands_beside_the_events_of_its_input() {
    let texts = ["\r\n\u{feff}", "a b\r\n1 2\r\n\n3 4\n", "b a\n5 6\nb a\n7 8", "only\n", ""];
    let done = run(
        || Pipeline::new(program(".header = %header\nif .message == \"3 4\" { .a = int!(.a) }")),
        || {
            let inputs = texts.map(|text| Input::bytes("memory", text));
            Inputs::new(inputs, Format::Lines).header(true).chunk_size(8)
        },
    );
    let event =
        |header: &str, line: &str| format!("{{\"message\":\"{line}\",\"header\":\"{header}\"}}\n");
    let failed = "{\"message\":\"3 4\"}\n".to_owned();
    let expected = [event("a b", "1 2"), failed, event("b a", "5 6"), event("b a", "7 8")];
    assert_eq!(done.text(), expected.concat());
    assert_eq!(done.stats.counts.read, 4, "headers are no events");
    assert_eq!(done.sink.failures[0].position.to_string(), "memory:4", "but they are lines");
}

#[test]
fn bytes_that_are_not_utf8_spoil_only_their_event() {
    let bytes = b"{\"a\":1}\n{\"a\":\"\xff\"}\n{\"a\":2}\n".as_slice();
    let done = passed(|| Inputs::new([Input::bytes("memory", bytes)], Format::Ndjson));
    assert_eq!(done.text(), "{\"a\":1}\n{\"a\":2}\n");
    assert_eq!(done.sink.failures[0].position.to_string(), "memory:2:7");
}

#[test]
fn streams_are_read_as_they_come() {
    let text = "{\"a\":1}\n{\"a\":2}\n";
    let done = passed(|| {
        Inputs::new([Input::stream("stream", Cursor::new(text))], Format::Ndjson).chunk_size(4)
    });
    assert_eq!(done.text(), text);
}

#[cfg(feature = "compress")]
#[test]
fn what_is_compressed_comes_back_the_same() {
    use vrlet_pipeline::{JsonLines, LinesSink, Output};

    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let text: String = (0..1000).map(|n| format!("{{\"n\":{n}}}\n")).collect();
    for name in ["events.ndjson", "events.ndjson.gz", "events.ndjson.zst"] {
        let path = folder.join(name);
        let mut sink = LinesSink::new(Output::create(name, &path).unwrap());
        let mut pipeline = Pipeline::new(program("."));
        let stats = pipeline.run(tiny(&text, Format::Ndjson), JsonLines::default(), &mut sink);
        assert!(stats.stop.is_none());
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(bytes.starts_with(b"{"), name.ends_with("ndjson"), "{name}");
        let done = passed(|| Inputs::new([Input::file(&path)], Format::Ndjson).chunk_size(100));
        assert_eq!(done.text(), text, "{name}");
    }
}
