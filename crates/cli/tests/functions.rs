//! `vrlet functions`.

use crate::room::Room;

#[test]
fn all_by_chapters() {
    let ended = Room::new("functions").vrlet(&["functions"], "");
    for line in [
        "Parse\n",
        "  parse_json(value, [max_depth], [lossy])\n",
        "  map_values(value, [recursive]) -> |value| { … }\n",
    ] {
        assert!(ended.out.contains(line), "{line} in:\n{}", ended.out);
    }
    assert_eq!((ended.status, ended.err.as_str()), (0, ""));
}

#[test]
fn all_about_one() {
    let ended = Room::new("functions_one").vrlet(&["functions", "push"], "");
    ended.is(
        0,
        "push(value, item)\n  Array\n\nThe array with one more element at the end.\n\nParameters\n  \
         value: array\n      The array.\n  item: any value\n      The element.\n\nResult\n  array\n\nExamples\n  \
         # One more\n  push([1, 2], 3)\n  # => [1,2,3]\n\n  # An array as an element\n  push([1], [2])\n  \
         # => [1,[2]]\n\n",
        "",
    );
}

#[test]
fn every_function_has_its_page() {
    let room = Room::new("functions_json");
    let ended = room.vrlet(&["functions", "--format", "json"], "");
    let all: serde_json::Value = serde_json::from_str(&ended.out).expect("JSON");
    let all = all.as_array().expect("an array");
    assert!(all.len() > 50, "{}", all.len());
    for function in all {
        let name = function["name"].as_str().expect("a name");
        for key in [
            "category",
            "signature",
            "about",
            "parameters",
            "closure",
            "returns",
            "fallible",
            "failures",
            "examples",
        ] {
            assert!(!function[key].is_null() || key == "closure", "{name}: {key}");
        }
        assert!(
            function["signature"].as_str().is_some_and(|signature| signature.starts_with(name)),
            "{name}"
        );
    }
}

#[test]
fn one_for_tools() {
    let ended =
        Room::new("functions_one_json").vrlet(&["functions", "push", "--format", "json"], "");
    let push: serde_json::Value = serde_json::from_str(&ended.out).expect("JSON");
    assert_eq!(push["parameters"][0]["kinds"], serde_json::json!(["array"]));
    assert_eq!(push["examples"][0]["result"], serde_json::json!([1, 2, 3]));
    assert_eq!(push["fallible"], false);
}

#[test]
fn names_that_nobody_knows() {
    let room = Room::new("functions_unknown");
    room.vrlet(&["functions", "downcas"], "").is(
        2,
        "",
        "error: there is no function `downcas`\n  = help: did you mean `downcase`?\n",
    );
    room.vrlet(&["functions", "frobnicate"], "").is(
        2,
        "",
        "error: there is no function `frobnicate`\n  = help: `vrlet functions` lists them all\n",
    );
}
