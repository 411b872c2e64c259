//! Tests of signature help.

use crate::document;

/// The signature with the active parameter between marks.
fn help(marked: &str) -> Option<String> {
    let (document, offset) = document(marked);
    let help = document.signature_help(offset)?;
    let mut text = help.signature.clone();
    for parameter in &help.parameters {
        assert!(help.signature[parameter.range.clone()].contains(parameter.name));
    }
    if let Some(active) = help.active {
        let range = help.parameters[active].range.clone();
        text.insert(range.end, '>');
        text.insert(range.start, '<');
    }
    Some(text)
}

#[test]
fn the_parameter_that_is_being_given() {
    let split = |mark: &str| {
        let all = "split(value: string, pattern: string or regex, [limit: integer])";
        all.replace(mark, &format!("<{mark}>")) + " -> array of string"
    };
    assert_eq!(help("split(¦").unwrap(), split("value: string,").replace(",>", ">,"));
    assert_eq!(help("split(.a, ¦").unwrap(), split("pattern: string or regex"));
    assert_eq!(help("split(.a, pattern: ¦").unwrap(), split("pattern: string or regex"));
    assert_eq!(help("split!(.a, \" \", ¦").unwrap(), split("[limit: integer]"));
    assert_eq!(help("split(upcase(.a), ¦").unwrap(), split("pattern: string or regex"));
    assert!(help("split(upcase(¦").unwrap().starts_with("upcase(<value: string>)"));
    // Nobody knows what comes after a name.
    assert_eq!(help("split(pattern: \" \", ¦").unwrap(), split("nothing"));
}

#[test]
fn objects_and_arrays_belong_to_their_call() {
    let help = help("get_enrichment_table_record(\"protocol\", { \"number\": ¦").unwrap();
    assert!(help.contains("<condition: object>"), "{help}");
}

#[test]
fn no_call_no_help() {
    for marked in ["¦", "(¦", "upcase(.a)¦", "nobody(¦", "x = [¦"] {
        assert_eq!(help(marked), None, "{marked}");
    }
}

#[test]
fn parameters_say_what_they_may_be() {
    let (document, offset) = document("log(¦");
    let help = document.signature_help(offset).unwrap();
    let level = help.parameters.iter().find(|parameter| parameter.name == "level").unwrap();
    assert!(level.about.contains("one of \"trace\", \"debug\""), "{}", level.about);
}
