//! What `fix` promises, over many programs: no word of the author is lost, a program that compiles gives the same
//! for every event, and nothing gets worse.

use vrlet::Event;
use vrlet_ide::fix;

use crate::{context, engine};

const WRONG: &str = include_str!("wrong_programs.txt");

/// Programs that compile, with something to mend or without.
const SOUND: &[&str] = &[
    ".a = upcase!(\"a\")",
    ".x = .user.name ?? \"anon\"",
    ".x = .a ?? .b ?? 1",
    ".x = 1 ?? 2",
    ".x, err = upcase(\"a\")\nif err != null { .y = 1 }",
    ".x, err = 1",
    "x, err = upcase!(\"a\") ?? \"b\"\n.y = x",
    "{ if .a == 1 { abort }; 1 } ?? 2",
    ".a, .err = 1",
    ".x == 5\n.y = 1",
    "x = 1\n.y = 2",
    ".day = format_timestamp!(now(), \"YYYY\") ?? \"\"",
    ".x = [1, 2][0] ?? 3",
    ".x = {\"a\": .b} ?? {}",
];

/// Programs that do not compile, where a fix would lose something or guess.
const LEFT_ALONE: &[&str] = &[
    ".x = .a // \"d\"",
    ".x = .a // .b // 1",
    "d = 1\n.x = .a // d",
    ".x = .a-b",
    ".x = 1e5",
    ".a = to_int(.b)",
    "if .a = 1 { .b = 2 }",
    ".x = upper(.a)",
];

const EVENTS: &[&str] = &[
    "{}",
    r#"{"a":1,"b":"x","x":5,"user":{"name":null}}"#,
    r#"{"a":"5","b":false,"user":{"name":"mia"},"message":"{\"k\":[1]}"}"#,
    r#"{"a":false,"b":null,"x":[1,{"y":2}],"tags":["a"],"user":3}"#,
];

/// What a program makes of an event, in words.
fn outcome(program: &str, event: &str) -> String {
    let mut event = Event::from_json(event).unwrap();
    let ended = engine().compile(program).unwrap().vm().run(&mut event);
    let ended = ended.map_err(|failure| failure.message.split(" at (").next().map(str::to_owned));
    format!("{ended:?} {}", event.to_json())
}

/// The words of a text.
fn words(text: &str) -> Vec<&str> {
    const TRANSLATED: [&str; 21] = [
        "and", "or", "not", "is", "let", "var", "const", "set", "elif", "elsif", "else", "if",
        "nil", "None", "NULL", "True", "False", "null", "true", "false", "none",
    ];
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    words
        .filter(|word| !word.is_empty() && !TRANSLATED.contains(word) && !word.starts_with("0x"))
        .collect()
}

#[test]
fn no_word_is_lost_where_a_program_did_not_compile() {
    let wrong = WRONG.lines().filter(|line| !line.starts_with("# "));
    let wrong = wrong.map(|line| line.trim_start_matches("? ").replace("\\n", "\n"));
    for program in wrong.filter(|program| engine().compile(program).is_err()) {
        let fixed = fix(&context(), &program).apply(&program);
        let kept = words(&fixed).into_iter().filter(|word| word.parse::<i64>().is_err());
        let before = words(&program).into_iter().filter(|word| word.parse::<i64>().is_err());
        assert!(before.eq(kept), "{program}\nbecame\n{fixed}");
    }
}

#[test]
fn a_program_that_compiles_means_the_same() {
    let wrong = WRONG.lines().map(|line| line.trim_start_matches("? ").replace("\\n", "\n"));
    let sound = wrong.chain(SOUND.iter().map(|program| (*program).to_owned()));
    let mut compared = 0;
    // The clock goes on between two runs.
    let sound = sound.filter(|program| !program.contains("now()"));
    for program in sound.filter(|program| engine().compile(program).is_ok()) {
        let fixed = fix(&context(), &program).apply(&program);
        for event in EVENTS {
            assert_eq!(
                outcome(&program, event),
                outcome(&fixed, event),
                "{program}\nbecame\n{fixed}"
            );
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn what_only_people_know_is_left_alone() {
    for program in LEFT_ALONE {
        assert_eq!(fix(&context(), program).apply(program), *program);
    }
    assert_eq!(fix(&context(), ".x = .user.name ?? \"anon\"").edits, []);
}

#[test]
fn one_slip_after_the_other_is_mended() {
    for (program, expected) in [
        (
            ".y = {a: 1, b: {c: 2, d: 3}, e: 4}",
            ".y = {\"a\": 1, \"b\": {\"c\": 2, \"d\": 3}, \"e\": 4}",
        ),
        (".content-type = 1; .x-y = 2", ".\"content-type\" = 1; .\"x-y\" = 2"),
        ("let x = 'a' // why\n.y = x", "x = \"a\" # why\n.y = x"),
        ("# a\n// b\n.y = 1", "# a\n# b\n.y = 1"),
    ] {
        assert_eq!(fix(&context(), program).apply(program), expected);
    }
    let keys = |quote: &str| {
        (0..40).map(|n| format!("{quote}k{n}{quote}: {n}")).collect::<Vec<_>>().join(", ")
    };
    let fixed = fix(&context(), &format!(".y = {{{}}}", keys("")));
    assert_eq!(fixed.apply(&format!(".y = {{{}}}", keys(""))), format!(".y = {{{}}}", keys("\"")));
}
