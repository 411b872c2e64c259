//! Descriptor sets that don't fit: the host's files decide what a program gets, so that the programs here
//! are those of any host.

use std::fs;
use std::path::Path;

use vrlet::Engine;
use vrlet::function::{Failure, Files};

/// Descriptor sets of the function tests.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/functions/parse/proto");

/// Gives the same file whatever is asked for.
struct Only(&'static str);

impl Files for Only {
    fn read(&self, _: &str) -> Result<Vec<u8>, Failure> {
        fs::read(Path::new(FOLDER).join(self.0)).map_err(Failure::new)
    }
}

/// What is wrong with a call, by its code and message.
fn refused(file: &'static str, program: &str) -> String {
    refusal(Engine::builder().files(Only(file)).build(), program)
}

fn refusal(engine: Engine, program: &str) -> String {
    match engine.compile(program) {
        Ok(_) => panic!("{program} compiles"),
        Err(error) => error.to_string(),
    }
}

const PROGRAMS: [&str; 2] = [
    r#"parse_proto!("", "tests/functions/parse/proto/kinds.desc", "kinds.Scalars")"#,
    r#"encode_proto!({}, "tests/functions/parse/proto/kinds.desc", "kinds.Scalars")"#,
];

#[test]
fn a_type_that_is_not_in_the_file() {
    for program in PROGRAMS {
        let error = refused("legacy.desc", program);
        let expected = "there is no message type `kinds.Scalars` in the descriptor set";
        assert!(error.contains("E610") && error.contains(expected), "{error}");
    }
}

#[test]
fn a_file_that_is_no_descriptor_set() {
    for program in PROGRAMS {
        let error = refused("kinds.proto", program);
        let expected = "the file is no descriptor set";
        assert!(error.contains("E610") && error.contains(expected), "{error}");
    }
}

#[test]
fn a_file_that_can_t_be_read() {
    for program in PROGRAMS {
        let error = refused("nothing here", program);
        let expected = "the descriptor set: ";
        assert!(error.contains("E610") && error.contains(expected), "{error}");
    }
}

#[test]
fn without_files() {
    for program in PROGRAMS {
        let error = refusal(Engine::builder().build(), program);
        assert!(error.contains("E610"), "{error}");
    }
}
