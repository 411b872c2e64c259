//! Tests of `run --stats`: what it adds to the summary.

use crate::sandbox::Sandbox;

#[test]
fn bytes_stages_and_lookups_are_told() {
    let sandbox = Sandbox::new("stats");
    sandbox.file("codes.csv", "code,name\n200,ok\n500,down\n");
    let program = ".name = get_enrichment_table_record!(\"codes\", { \"code\": .code, \"name\": .name }).name";
    let event = "{\"code\":\"200\",\"name\":\"ok\"}\n";
    let input = event.repeat(50);
    let ended =
        sandbox.vrlet(&["run", "-j1", "--stats", "-t", "codes=codes.csv", "-e", program], &input);
    assert_eq!((ended.status, &*ended.out), (0, &*input));
    let lines: Vec<&str> = ended.err.lines().collect();
    assert!(lines[0].starts_with("50 events read, 50 written, 0 failed"), "{}", ended.err);
    let words = |line: usize| lines[line].split_whitespace().collect::<Vec<_>>();
    assert_eq!(words(1), ["bytes", "1,350", "bytes", "of", "input"]);
    let names: Vec<&str> = (2..8).map(|line| words(line)[0]).collect();
    assert_eq!(names, ["input", "read", "run", "write", "output", "together"]);
    assert_eq!(words(8)[..6], ["look-ups", "49", "of", "50", "known", "from"], "{}", ended.err);
}

#[test]
fn without_lookups_there_is_nothing_to_tell_of_them() {
    let sandbox = Sandbox::new("stats_plain");
    let ended = sandbox.vrlet(&["run", "-j1", "--stats", "-e", ".b = 1"], "{}\n");
    assert_eq!(ended.out, "{\"b\":1}\n");
    assert_eq!(ended.err.lines().count(), 8, "{}", ended.err);
}
