//! Strings: slices share their buffer, and whether they are UTF-8 is known without a check.

use vrlet_value::Text;

const LONG: &str = "a text that is much too long to stand inline, and é";

#[test]
fn slices_are_cut_to_what_is_there() {
    for text in ["abc", LONG] {
        let text = Text::from(text);
        assert_eq!(text.slice(1..2).as_bytes(), &text.as_bytes()[1..2]);
        assert_eq!(text.slice(0..usize::MAX), text);
        assert_eq!(text.slice(1000..2000), Text::new());
        #[expect(clippy::reversed_empty_ranges, reason = "callers compute ranges")]
        let reversed = text.slice(2..1);
        assert!(reversed.is_empty());
    }
}

#[test]
fn slices_of_long_texts_share_the_buffer() {
    let text = Text::from(LONG);
    let slice = text.slice(2..40);
    assert_eq!(slice.as_bytes().as_ptr(), text.as_bytes()[2..].as_ptr());
    let part = &text.as_str().expect("UTF-8")[2..40];
    let shared = text.share(part);
    assert_eq!(shared.as_bytes().as_ptr(), part.as_ptr());
    drop(text);
    assert_eq!(slice, shared);
    assert_eq!(slice.share("foreign"), Text::from("foreign"));
    assert_eq!(Text::from_bytes(b"\xffab").share("ab"), Text::from("ab"));
}

#[test]
fn what_is_utf8_is_known() {
    let long = Text::from_bytes(&[LONG.as_bytes(), b"\xff", LONG.as_bytes()].concat());
    assert_eq!(long.as_str(), None);
    assert_eq!(long.slice(0..LONG.len()).as_str(), Some(LONG));
    assert_eq!(long.slice(LONG.len() + 1..usize::MAX).as_str(), Some(LONG));
    let text = Text::from(LONG);
    let torn = text.slice(0..text.len() - 1);
    assert_eq!(torn.as_str(), None);
    assert!(torn.to_str().ends_with('\u{fffd}'));
    let rest = text.slice(text.len() - 1..text.len());
    assert_eq!(rest.as_str(), None);
    assert_eq!(torn.concat(&rest).as_str(), Some(LONG));
    let mut whole = torn.clone();
    whole.append(&rest);
    assert_eq!(whole.as_str(), Some(LONG));
    assert_eq!(torn.as_str(), None);
    assert_eq!(Text::from_vec(b"\xff".to_vec()).to_str(), "\u{fffd}");
    assert_eq!(Text::from_vec(b"a".to_vec()).as_str(), Some("a"));
}

#[test]
fn append_is_concat_and_leaves_other_holders_alone() {
    let pieces = ["", "a", "é", "twenty bytes of text", LONG];
    for left in pieces.map(Text::from) {
        for right in pieces.map(Text::from) {
            let shared = left.clone();
            let mut text = left.clone();
            text.append(&right);
            assert_eq!(text, left.concat(&right));
            assert_eq!(text.as_bytes(), [left.as_bytes(), right.as_bytes()].concat());
            assert_eq!(shared, left);
        }
    }
    let whole = Text::from(LONG);
    let mut slice = whole.slice(0..30);
    slice.append(&Text::from("!"));
    assert_eq!(slice.as_str(), Some(&*format!("{}!", &LONG[..30])));
    assert_eq!(whole.as_str(), Some(LONG));
    drop(whole);
    slice.append(&Text::from("?"));
    assert_eq!(slice.as_str(), Some(&*format!("{}!?", &LONG[..30])));
}

#[test]
fn a_text_grows_piece_by_piece_in_place() {
    let mut text = Text::from(LONG);
    let piece = Text::from("x");
    let mut moves = 0;
    for _ in 0..100_000 {
        let before = text.as_bytes().as_ptr();
        text.append(&piece);
        moves += usize::from(text.as_bytes().as_ptr() != before);
    }
    assert_eq!(text.len(), LONG.len() + 100_000);
    assert!(moves < 100, "the buffer moved {moves} times");
}

#[test]
fn repeat() {
    assert_eq!(Text::from("ab").repeat(0), Text::new());
    assert_eq!(Text::from("ab").repeat(3), Text::from("ababab"));
    assert_eq!(Text::from(LONG).repeat(2), Text::from(LONG).concat(&Text::from(LONG)));
    assert_eq!(Text::from_bytes(b"\xff").repeat(2).as_bytes(), b"\xff\xff");
}

#[test]
fn order_and_equality_are_those_of_the_bytes() {
    assert!(Text::from("Z") < Text::from("a"));
    assert!(Text::from("10") < Text::from("9"));
    assert!(Text::from("é") < Text::from_bytes(b"\xff"));
    assert_eq!(Text::from_static("a"), Text::from_bytes(b"a"));
    assert_eq!(Text::from(LONG), Text::from_vec(LONG.as_bytes().to_vec()));
}

#[test]
fn a_slice_is_what_lies_between() {
    let long = "a line of a log that is longer than any short text, ends with é";
    let wholes =
        [Text::from(long), Text::from("short é"), Text::from_bytes(b"\xff not UTF-8 \xfe at all")];
    for whole in wholes {
        for start in 0..=whole.len() {
            for end in start..=whole.len() + 1 {
                let text = whole.slice(start..end);
                assert_eq!(text.as_bytes(), &whole.as_bytes()[start..end.min(whole.len())]);
                assert_eq!(text.as_str(), std::str::from_utf8(text.as_bytes()).ok());
            }
        }
    }
}

#[test]
fn cases_of_ascii_are_changed_whatever_the_length() {
    for text in ["", "MiXed 1", "A TEXT THAT IS LONGER THAN ANY short text can be"] {
        let lower = Text::from(text).to_lowercase();
        assert_eq!(lower.as_bytes(), text.to_lowercase().as_bytes());
        let upper = Text::from(text).to_uppercase();
        assert_eq!(upper.as_bytes(), text.to_uppercase().as_bytes());
    }
    assert_eq!(Text::from("Straße ΣΑΣ").to_lowercase(), Text::from("straße σας"));
    assert_eq!(Text::from("straße").to_uppercase(), Text::from("STRASSE"));
}
