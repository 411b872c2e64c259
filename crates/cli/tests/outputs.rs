//! Tests of outputs: files, compressed files, closed pipes, full disks.

use crate::sandbox::Sandbox;

#[test]
fn a_file_instead_of_standard_output() {
    let sandbox = Sandbox::new("output");
    sandbox.run(&["-e", ".b = 1", "-o", "out.ndjson"], "{\"a\":1}\n").is(0, "", "");
    assert_eq!(sandbox.read("out.ndjson"), "{\"a\":1,\"b\":1}\n");
}

#[test]
fn outputs_that_can_not_be() {
    let sandbox = Sandbox::new("no_output");
    sandbox.file("dir/file", "");
    sandbox.run(&["-e", ".", "-o", "missing/out.ndjson"], "{}\n").is(
        2,
        "",
        "error: `missing/out.ndjson`: there is no such directory to write to\n",
    );
    sandbox.run(&["-e", ".", "--errors", "dir"], "{}\n").is(
        2,
        "",
        "error: `dir`: this is a directory, expected a file to write to\n",
    );
}

#[test]
fn an_input_is_not_overwritten() {
    let sandbox = Sandbox::new("overwrite");
    sandbox.file("in.ndjson", "{\"a\":1}\n");
    for flag in ["-o", "--errors"] {
        sandbox.run(&["-e", ".", "in.ndjson", flag, "./in.ndjson"], "").is(
            2,
            "",
            "error: `./in.ndjson` is both read from and written to\n  \
             = help: write to another file and rename it afterwards\n",
        );
    }
    assert_eq!(sandbox.read("in.ndjson"), "{\"a\":1}\n");
}

#[test]
fn nothing_is_written_where_the_program_does_not_compile() {
    let sandbox = Sandbox::new("no_program_no_output");
    sandbox.file("out.ndjson", "precious\n");
    assert_eq!(sandbox.run(&["-e", ".a = ", "-o", "out.ndjson"], "{}\n").status, 2);
    assert_eq!(sandbox.read("out.ndjson"), "precious\n");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk() {
    let sandbox = Sandbox::new("full_disk");
    sandbox.file("in.ndjson", "{\"a\":1}\n{\"a\":2}\n");
    sandbox.run(&["-e", ".", "in.ndjson", "-o", "/dev/full"], "").is(
        2,
        "",
        "error: `/dev/full`: it can't be written to: there is no space left on the device\n  \
         = note: the events from in.ndjson:1 on may be missing in the output\n\
         2 events read, 0 written, 0 failed\n",
    );
    let ended = sandbox.run(&["-e", "abort", "in.ndjson", "--errors", "/dev/full"], "");
    assert_eq!((ended.out.as_str(), ended.status), ("", 2));
    assert!(ended.err.starts_with("error: `/dev/full`: it can't be written to: "), "{}", ended.err);
    let full = std::fs::File::options().write(true).open("/dev/full").expect("the device");
    let output = sandbox.command(&["functions"]).stdout(full).output().expect("the command runs");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "error: standard output: it can't be written to: there is no space left on the device\n"
    );
}
