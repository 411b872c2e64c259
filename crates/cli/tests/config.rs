//! `vrlet.toml`: found, read, and refused with the place of what is wrong.

use crate::sandbox::Sandbox;

const PROGRAM: &str = ".name = get_enrichment_table_record!(\"names\", {\"id\": .id}).name";

#[test]
fn the_file_in_the_working_directory_is_read() {
    let sandbox = Sandbox::new("config");
    sandbox
        .file("names.csv", "id,name\n1,one\n")
        .file("vrlet.toml", "[tables.names]\npath = \"names.csv\"\n");
    sandbox.run(&["-e", PROGRAM], "{\"id\":\"1\"}\n").is(
        0,
        "{\"id\":\"1\",\"name\":\"one\"}\n",
        "",
    );
}

#[test]
fn paths_are_relative_to_the_file() {
    let sandbox = Sandbox::new("config_elsewhere");
    sandbox.file("conf/names.csv", "id;name\n1;one\n");
    sandbox.file(
        "conf/my.toml",
        "[tables.names]\npath = \"names.csv\"\nschema = { id = \"integer\" }\ndelimiter = \";\"\nmissing = \"empty\"\n",
    );
    sandbox.run(&["-e", PROGRAM, "-c", "conf/my.toml"], "{\"id\":1}\n{\"id\":2}\n").is(
        0,
        "{\"id\":1,\"name\":\"one\"}\n{\"id\":2,\"name\":null}\n",
        "",
    );
}

#[test]
fn the_command_line_wins() {
    let sandbox = Sandbox::new("config_overruled");
    sandbox.file("names.csv", "id,name\n1,one\n").file("other.csv", "id,name\n1,other\n");
    sandbox
        .file("vrlet.toml", "timezone = \"Europe/Berlin\"\n[tables.names]\npath = \"names.csv\"\n");
    let program =
        format!("{PROGRAM}\n.t = parse_timestamp!(\"2024-07-01 12:00\", \"%Y-%m-%d %H:%M\")");
    sandbox.run(&["-e", &program], "{\"id\":\"1\"}\n").is(
        0,
        "{\"id\":\"1\",\"name\":\"one\",\"t\":\"2024-07-01T10:00:00Z\"}\n",
        "",
    );
    sandbox.run(&["-e", &program, "-t", "names=other.csv", "-z", "UTC"], "{\"id\":\"1\"}\n").is(
        0,
        "{\"id\":\"1\",\"name\":\"other\",\"t\":\"2024-07-01T12:00:00Z\"}\n",
        "",
    );
}

#[test]
fn what_has_no_meaning_is_refused_with_its_place() {
    let sandbox = Sandbox::new("config_wrong");
    sandbox.file("names.csv", "id,name\n1,one\n");
    let cases = [
        (
            "timezon = \"UTC\"",
            "1:1: there is no setting `timezon`\n  = help: did you mean `timezone`? the settings are `sealed`, `timezone` and `tables`",
        ),
        ("\ntimezone = 5", "2:12: `timezone` can't be of the type integer, expected a string"),
        (
            "timezone = \"Europe/Berln\"",
            "1:12: there is no time zone `Europe/Berln`\n  = help: did you mean `Europe/Berlin`?",
        ),
        ("tables = 1", "1:10: `tables` can't be of the type integer, expected a table"),
        (
            "[tables]\nnames = 1",
            "2:9: table `names` can't be of the type integer, expected a table",
        ),
        (
            "[tables.names]\nmissing = \"empty\"",
            "1:9: table `names` has no `path`\n  = help: add a line such as `path = \"table.csv\"`",
        ),
        ("[tables.names]\npath = 5", "2:8: `path` can't be of the type integer, expected a string"),
        (
            "[tables.names]\npath = \"names.csv\"\nheader = \"true\"",
            "3:10: `header` can't be of the type string, expected `true` or `false`",
        ),
        (
            "[tables.names]\npath = \"names.csv\"\nschema = \"x\"",
            "3:10: `schema` can't be of the type string, expected a table such as `{ number = \"integer\" }`",
        ),
        (
            "[tables.names]\npath = \"names.csv\"\nmissing = \"none\"",
            "3:1: `missing` can't be `none`, expected `error` or `empty`",
        ),
    ];
    for (text, message) in cases {
        let ended = sandbox.file("vrlet.toml", text).run(&["-e", "."], "{}\n");
        ended.is(2, "", &format!("error: vrlet.toml:{message}\n"));
    }
}

#[test]
fn unknown_options_of_tables_are_refused() {
    let sandbox = Sandbox::new("config_option");
    sandbox.file("names.csv", "id,name\n1,one\n");
    for line in ["mising = \"empty\"", "mising = 5", "mising = true"] {
        let ended = sandbox
            .file("vrlet.toml", format!("[tables.names]\npath = \"names.csv\"\n{line}\n"))
            .run(&["-e", "."], "");
        assert!(ended.err.starts_with("error: vrlet.toml:3:1: tables have no option `mising`\n  = help: did you mean `missing`?"), "{}", ended.err);
        assert_eq!(ended.status, 2);
    }
}

#[test]
fn a_file_that_is_no_toml() {
    let ended =
        Sandbox::new("config_no_toml").file("vrlet.toml", "[tables\n").run(&["-e", "."], "");
    assert!(ended.err.starts_with("error: vrlet.toml:1:8: "), "{}", ended.err);
    assert_eq!(ended.status, 2);
}
