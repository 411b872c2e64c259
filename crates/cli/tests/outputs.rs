//! Tests of outputs: files, compressed files, closed pipes, full disks.

use crate::sandbox::{Ended, Sandbox};

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

#[cfg(unix)]
#[test]
fn an_input_by_another_name_is_not_overwritten() {
    let sandbox = Sandbox::new("overwrite_linked");
    sandbox.file("in.ndjson", "{\"a\":1}\n").file("keep.vrl", ".");
    std::fs::hard_link(sandbox.path("in.ndjson"), sandbox.path("hard.ndjson")).unwrap();
    std::os::unix::fs::symlink("in.ndjson", sandbox.path("soft.ndjson")).unwrap();
    for flag in ["-o", "--errors"] {
        for name in ["hard.ndjson", "soft.ndjson"] {
            sandbox.run(&["-e", ".", "in.ndjson", flag, name], "").is(
                2,
                "",
                &format!(
                    "error: `{name}` is both read from and written to (as `in.ndjson`)\n  \
                     = help: write to another file and rename it afterwards\n"
                ),
            );
        }
    }
    sandbox.run(&["keep.vrl", "in.ndjson", "-o", "keep.vrl"], "").is(
        2,
        "",
        "error: `keep.vrl` is both read from and written to\n  \
         = help: write to another file and rename it afterwards\n",
    );
    assert_eq!(sandbox.read("in.ndjson"), "{\"a\":1}\n");
    assert_eq!(sandbox.read("keep.vrl"), ".");
}

#[cfg(unix)]
#[test]
fn a_redirected_stream_is_a_file_too() {
    let sandbox = Sandbox::new("overwrite_redirected");
    sandbox.file("in.ndjson", "{\"a\":1}\n");
    let append = || std::fs::File::options().append(true).open(sandbox.path("in.ndjson")).unwrap();
    let read = || std::fs::File::open(sandbox.path("in.ndjson")).unwrap();
    let ended = |mut command: std::process::Command| Ended::new(&command.output().unwrap());

    let mut command = sandbox.command(&["run", "-e", ".", "in.ndjson"]);
    command.stdout(append());
    ended(command).is(
        2,
        "",
        "error: standard output is both read from and written to (as `in.ndjson`)\n  \
         = help: write to another file and rename it afterwards\n",
    );
    let mut command = sandbox.command(&["run", "-e", "."]);
    command.stdin(read()).stdout(append());
    ended(command).is(
        2,
        "",
        "error: standard output is both read from and written to (as `<stdin>`)\n  \
         = help: write to another file and rename it afterwards\n",
    );
    let mut command = sandbox.command(&["run", "-e", ".", "-o", "in.ndjson"]);
    command.stdin(read());
    ended(command).is(
        2,
        "",
        "error: `in.ndjson` is both read from and written to (as `<stdin>`)\n  \
         = help: write to another file and rename it afterwards\n",
    );
    assert_eq!(sandbox.read("in.ndjson"), "{\"a\":1}\n");
}

#[test]
fn events_and_failed_events_go_to_files_of_their_own() {
    let sandbox = Sandbox::new("one_output");
    let run = |output: &str, errors: &str| {
        sandbox.run(&["-e", ".", "-o", output, "--errors", errors], "{\"a\":1}\n")
    };
    let refused = "error: `--errors ./out.ndjson` is also `out.ndjson`\n  \
                   = help: give the failed events a file of their own\n";
    run("out.ndjson", "./out.ndjson").is(2, "", refused);
    sandbox.file("out.ndjson", "precious\n");
    run("out.ndjson", "./out.ndjson").is(2, "", refused);
    assert_eq!(sandbox.read("out.ndjson"), "precious\n");
}

#[cfg(unix)]
#[test]
fn devices_and_pipes_may_be_used_twice() {
    let sandbox = Sandbox::new("devices");
    let ended = sandbox.run(&["-e", "abort", "-o", "/dev/null", "--errors", "/dev/null"], "{}\n");
    ended.is(0, "", "");
    sandbox.run(&["-e", ".", "/dev/null", "-o", "/dev/null"], "").is(0, "", "");
    let both = sandbox.run(&["-e", ".", "-o", "/dev/stdout", "--errors", "/dev/stdout"], "{}\n");
    both.is(0, "{}\n", "");

    let mut command = sandbox.command(&["run", "-e", ".", "-", "--errors", "/dev/stdout"]);
    let out = std::fs::File::create(sandbox.path("out")).unwrap();
    let ended =
        Ended::new(&command.stdin(std::process::Stdio::null()).stdout(out).output().unwrap());
    ended.is(
        2,
        "",
        "error: `--errors /dev/stdout` is also standard output\n  \
         = help: give the failed events a file of their own\n",
    );
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
