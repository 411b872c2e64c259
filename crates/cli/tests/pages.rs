//! Tests of `vrlet completions` and `vrlet man`: both name every command.

use crate::sandbox::Sandbox;

const COMMANDS: [&str; 9] =
    ["run", "check", "explain", "functions", "disasm", "repl", "test", "completions", "man"];

#[test]
fn completions_of_every_shell_know_every_command() {
    let sandbox = Sandbox::new("completions");
    for (shell, begins) in [
        ("bash", "_vrlet() {"),
        ("elvish", "\nuse builtin;"),
        ("fish", "# Print an optspec"),
        ("powershell", "\nusing namespace"),
        ("zsh", "#compdef vrlet"),
    ] {
        let ended = sandbox.vrlet(&["completions", shell], "");
        assert_eq!((ended.status, ended.err.as_str()), (0, ""), "{shell}");
        assert!(ended.out.starts_with(begins), "{shell}: {}", ended.out);
        for command in COMMANDS {
            assert!(ended.out.contains(command), "{shell}: {command}");
        }
        assert!(ended.out.contains("on-error"), "{shell}: the flags of `run`");
    }
}

#[cfg(unix)]
#[test]
fn bash_takes_its_completions() {
    let sandbox = Sandbox::new("completions_bash");
    let script = sandbox.vrlet(&["completions", "bash"], "").out;
    sandbox.file("vrlet.bash", script);
    let asked = "source ./vrlet.bash; COMP_WORDS=(vrlet fun); COMP_CWORD=1; _vrlet vrlet fun vrlet; echo \"${COMPREPLY[@]}\"";
    let output = std::process::Command::new("bash")
        .args(["--norc", "-c", asked])
        .current_dir(sandbox.path(""))
        .output()
        .expect("bash starts");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "functions\n", "{output:?}");
}

#[test]
fn a_shell_that_is_none() {
    let ended = Sandbox::new("completions_none").vrlet(&["completions", "cmd"], "");
    assert_eq!(ended.status, 2);
    assert!(ended.err.contains("[possible values: bash, elvish, fish, powershell, zsh]"));
}

#[test]
fn the_page_of_the_manual_tells_of_every_command() {
    let ended = Sandbox::new("man").vrlet(&["man"], "");
    assert_eq!((ended.status, ended.err.as_str()), (0, ""));
    assert!(ended.out.contains(".TH vrlet 1"), "{}", ended.out);
    for command in COMMANDS {
        assert!(ended.out.contains(&format!("vrlet\\-{command}(1)")), "{command}: {}", ended.out);
    }
}

#[test]
fn every_command_has_a_page() {
    let sandbox = Sandbox::new("man_pages");
    for command in COMMANDS {
        let ended = sandbox.vrlet(&["man", command], "");
        assert_eq!((ended.status, ended.err.as_str()), (0, ""), "{command}");
        assert!(ended.out.contains(&format!(".TH vrlet-{command} 1")), "{command}: {}", ended.out);
        assert!(ended.out.contains(&format!("\\fBvrlet {command}\\fR")), "{}", ended.out);
    }
    let run = sandbox.vrlet(&["man", "run"], "").out;
    assert!(run.contains("\\fB\\-\\-on\\-error\\fR"), "{run}");
}

#[test]
fn a_page_that_is_not_there() {
    let sandbox = Sandbox::new("man_none");
    sandbox.vrlet(&["man", "runs"], "").is(
        2,
        "",
        "error: there is no command `runs`\n  = help: did you mean `run`?\n",
    );
    let ended = sandbox.vrlet(&["man", "compile"], "");
    assert!(ended.err.contains("the commands are `run`, `check`"), "{}", ended.err);
}
