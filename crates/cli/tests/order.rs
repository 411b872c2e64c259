//! Output keeps the order of the input, however many workers there are and however long each takes.

use crate::sandbox::Sandbox;

#[test]
fn slow_and_fast_chunks_come_out_in_order() {
    let sandbox = Sandbox::new("order");
    // Some stretches of the input cost far more than others.
    let events: String = (0..100_000)
        .map(|n| format!("{{\"n\":{n},\"rounds\":{}}}\n", if n % 30_000 < 50 { 2000 } else { 0 }))
        .collect();
    sandbox.file("in.ndjson", &events);
    let program = "x = 0\nparts = split(\"a,\" * int!(.rounds), \",\")\nfor_each(parts) -> |_i, _v| { x = 1 }\n. = .n";
    let expected: String = (0..100_000).map(|n| format!("{n}\n")).collect();
    for threads in ["1", "2", "7", "64"] {
        let ended = sandbox.vrlet(&["run", "-j", threads, "-e", program, "in.ndjson"], "");
        assert!(ended.out == expected, "{threads} workers: {}", ended.err);
    }
}

#[test]
fn the_number_of_workers_has_bounds() {
    let sandbox = Sandbox::new("workers");
    for wrong in ["0", "-1", "many", "100000"] {
        let ended = sandbox.vrlet(&["run", &format!("-j={wrong}"), "-e", "."], "");
        assert!(ended.err.contains("expected a number from 1 to 256"), "{}", ended.err);
        assert_eq!(ended.status, 2);
    }
}
