//! Tests of what programs reach from the command line: host name, DNS, log; or nothing in a sandbox.

use crate::sandbox::Sandbox;

const ASKING: &str = ".host = exists(.nothing) || is_string(get_hostname() ?? null)\n.name = reverse_dns(\"127.0.0.1\") ?? \"sealed\"";

#[test]
fn programs_reach_what_their_user_reaches() {
    Sandbox::new("world").run(&["-e", ASKING], "{}\n").is(
        0,
        "{\"host\":true,\"name\":\"localhost\"}\n",
        "",
    );
}

#[test]
fn sealed_programs_keep_to_themselves() {
    let sealed = "{\"host\":false,\"name\":\"sealed\"}\n";
    let sandbox = Sandbox::new("sealed");
    sandbox.run(&["--sealed", "-e", ASKING], "{}\n").is(0, sealed, "");
    sandbox.file("vrlet.toml", "sealed = true");
    sandbox.run(&["-e", ASKING], "{}\n").is(0, sealed, "");
    sandbox.file("vrlet.toml", "sealed = \"yes\"");
    let ended = sandbox.run(&["-e", ASKING], "{}\n");
    assert!(ended.err.contains("`sealed` can't be of the type string"), "{}", ended.err);
}

#[test]
fn a_program_tells_standard_error() {
    let sandbox = Sandbox::new("log");
    let program = ".a = 1\nlog(\"disk \\\"x\\\"\\nis\\u{1b}[2J full\", level: \"warn\")\n.";
    sandbox.run(&["-e", program], "{}\n{}\n").is(
        0,
        "{\"a\":1}\n{\"a\":1}\n",
        "<expression>:2:1: warn: disk \"x\"\\nis\\u{1b}[2J full\n",
    );
}
