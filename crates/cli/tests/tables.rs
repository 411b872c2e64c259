//! Tests of `--table`: its options, and its errors.

use crate::sandbox::Sandbox;

#[test]
fn options_behind_the_path() {
    let sandbox = Sandbox::new("table_options");
    sandbox.file("names.csv", "1;one\n");
    let program = ".name = get_enrichment_table_record!(\"n\", {\"0\": .id})";
    let table = "n=names.csv,delimiter=;,header=false,missing=empty,schema.0=integer";
    let ended = sandbox.run(&["-e", program, "-t", table], "{\"id\":1}\n{\"id\":2}\n");
    ended.is(0, "{\"id\":1,\"name\":{\"0\":1,\"1\":\"one\"}}\n{\"id\":2,\"name\":{}}\n", "");
}

#[test]
fn arguments_that_are_no_tables() {
    let sandbox = Sandbox::new("table_arguments");
    sandbox
        .file("names.csv", "id,name\n1,one\n")
        .file("data.bin", "x")
        .file("broken.mmdb", "x")
        .file("dir.csv/x", "");
    let cases = [
        (
            "names.csv",
            "error: --table: `names.csv` is no table, expected `NAME=PATH` followed by options\n",
        ),
        (
            "n=names.csv,heder=true",
            "error: --table: tables have no option `heder`\n  = help: did you mean `header`?",
        ),
        (
            "n=missing.csv",
            "error: --table: table `n` can't be loaded from `missing.csv`: there is no such file\n",
        ),
        (
            "n=dir.csv",
            "error: --table: table `n` can't be loaded from `dir.csv`: this is a directory, expected a file\n",
        ),
        (
            "n=data.bin",
            "error: --table: table `n` can't be loaded from `data.bin`: the extension does not say",
        ),
        ("n=broken.mmdb", "error: --table: table `n` can't be loaded from `broken.mmdb`: "),
    ];
    for (argument, message) in cases {
        let ended = sandbox.run(&["-e", ".", "-t", argument], "{}\n");
        assert!(ended.err.starts_with(message), "{argument}: {}", ended.err);
        assert_eq!((ended.status, ended.out.as_str()), (2, ""));
    }
}
