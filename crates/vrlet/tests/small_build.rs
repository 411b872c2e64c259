//! What a build without some cargo features says of the functions that it lacks.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use std::collections::BTreeSet;

use vrlet::diagnostic::Code;
use vrlet::names::{FEATURES, VRL_FUNCTIONS};
use vrlet::{Diagnostic, Engine};

fn error(engine: &Engine, program: &str) -> Diagnostic {
    let error = engine.compile(program).err().unwrap();
    error.diagnostics.first().unwrap().clone()
}

/// Holds in any build, so it also says that the list of what is left out is complete.
#[test]
fn every_function_of_vrl_is_there_or_says_which_feature_it_needs() {
    let engine = Engine::builder().build();
    let registry = engine.functions();
    for name in VRL_FUNCTIONS {
        let (is_there, feature) = (registry.get(name).is_some(), registry.missing_feature(name));
        assert!(is_there != feature.is_some(), "{name}: there {is_there}, left out {feature:?}");
    }
    let left_out: BTreeSet<&str> = registry.left_out().map(|(name, _)| name).collect();
    let off = FEATURES.iter().filter(|feature| !feature.is_on);
    let expected: BTreeSet<&str> = off.flat_map(|feature| feature.functions).copied().collect();
    assert_eq!(left_out, expected);
}

#[test]
fn a_call_of_what_was_left_out_names_the_feature() {
    let engine = Engine::builder().leave_out("md5", "crypto").build();
    let error = error(&engine, "md5(string!(.message))");
    assert_eq!(error.code, Code::FeatureMissing);
    assert_eq!(
        error.message,
        "`md5` needs the cargo feature `crypto`, which this build leaves out"
    );
    assert!(engine.compile("upcase(string!(.message))").is_ok(), "the others are there");
}

#[test]
fn a_function_of_the_host_is_there_again() {
    let md5 = Engine::builder().build().functions().get("upcase").unwrap();
    let builder = Engine::builder().leave_out("upcase", "crypto");
    assert_eq!(error(&builder.build(), "upcase(\"a\")").code.number(), 114);
    let engine = Engine::builder().leave_out("upcase", "crypto").function(md5).build();
    assert!(engine.compile("upcase(\"a\")").is_ok());
    assert_eq!(engine.functions().missing_feature("upcase"), None);
}

#[cfg(not(feature = "crypto"))]
#[test]
fn a_build_without_crypto_has_no_hashes() {
    let error = error(&Engine::builder().build(), "sha1(string!(.message))");
    assert_eq!(error.code.number(), 114);
    assert!(error.message.contains("needs the cargo feature `crypto`"), "{}", error.message);
}
