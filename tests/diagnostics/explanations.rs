//! The explanations of error codes are tested: examples bring their code about, the suggested programs compile.

use vrlet::diagnostic::{Code, Diagnostic, Example, Note};
use vrlet::{Engine, Event, Outcome, Value};

/// What the compiler says of a program, errors or else warnings.
fn diagnostics(program: &str) -> Vec<Diagnostic> {
    match Engine::builder().build().compile(program) {
        Ok(program) => program.warnings().to_vec(),
        Err(error) => error.diagnostics,
    }
}

fn raises(code: Code, program: &str) -> Result<(), String> {
    let found = diagnostics(program);
    match &found[..] {
        [only] if only.code == code => Ok(()),
        _ => Err(format!("raises {:?}", found.iter().map(|it| it.code).collect::<Vec<_>>())),
    }
}

fn refuses(code: Code, program: &str) -> Result<(), String> {
    let found = diagnostics(program);
    let reason = format!("reason {code}:");
    let is_reason =
        |note: &Note| matches!(note, Note::Note(text) if text.starts_with(reason.as_str()));
    match &found[..] {
        [only] if only.code == Code::FunctionRefused && only.notes.iter().any(is_reason) => Ok(()),
        _ => Err(format!("{found:?}")),
    }
}

fn fails(program: &str) -> Result<(), String> {
    let program = Engine::builder().build().compile(program).map_err(|error| error.to_string())?;
    let mut event = Event::from_json("{}").map_err(|error| error.to_string())?;
    match program.vm().run(&mut event) {
        Err(_) | Ok(Outcome::Value(Value::Bytes(_))) => Ok(()),
        outcome => Err(format!("{outcome:?}")),
    }
}

#[test]
fn examples_bring_their_code_about() {
    let mut problems = Vec::new();
    for &code in Code::ALL {
        let result = match code.explanation().example {
            Example::Raises(program) => raises(code, program),
            Example::AsReason(program) => refuses(code, program),
            Example::AtRunTime(program) => fails(program),
            Example::Missing(_) => Ok(()),
        };
        problems.extend(result.err().map(|problem| format!("{code}: {problem}")));
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn ways_out_compile() {
    let mut problems = Vec::new();
    for &code in Code::ALL {
        let explanation = code.explanation();
        for fix in explanation.fixes {
            let found = diagnostics(fix.program);
            // A value that ends a program is shown as it is; nothing else may be said of a way out.
            if !found.is_empty() {
                let messages: Vec<_> = found.iter().map(|it| (it.code, &it.message)).collect();
                problems.push(format!("{code}, {}: {messages:?}", fix.title));
            }
        }
        let is_shown = !matches!(explanation.example, Example::Missing(_));
        let may_lack = matches!(explanation.example, Example::AsReason(_));
        if is_shown && !may_lack && explanation.fixes.is_empty() {
            problems.push(format!("{code} has no way out"));
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}
