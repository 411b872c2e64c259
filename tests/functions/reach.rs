//! What a function asks of the world is what its contract says: the examples run in a world that notes
//! every question.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::{Arc, Mutex};

use vrlet::function::{
    Clock, DnsOptions, Environment, Failure, Files, FixedClock, FixedEnvironment, Generator,
    HttpRequest, HttpResponse, Log, Network, NoNetwork, Random, Reach, Record, SeededRandom,
};
use vrlet::{CsvTable, Engine, Event, FilesBelow, Outside, Text};

use crate::paths;

/// Notes what it is asked for, and answers as the world within does.
#[derive(Clone, Default)]
struct Noted(Arc<Mutex<BTreeSet<&'static str>>>);

impl Noted {
    fn note(&self, what: &'static str) {
        self.0.lock().unwrap().insert(what);
    }

    fn take(&self) -> BTreeSet<&'static str> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

impl Clock for Noted {
    fn now(&self) -> Result<chrono::DateTime<chrono::Utc>, Failure> {
        self.note("clock");
        FixedClock(chrono::DateTime::UNIX_EPOCH).now()
    }
}

impl Random for Noted {
    fn generator(&self) -> Box<dyn Generator> {
        self.note("random");
        SeededRandom::new(1).generator()
    }
}

impl Environment for Noted {
    fn variable(&self, name: &str) -> Result<Option<Text>, Failure> {
        self.note("environment");
        FixedEnvironment::default().variable(name)
    }

    fn hostname(&self) -> Result<Text, Failure> {
        self.note("environment");
        FixedEnvironment::default().hostname()
    }
}

impl Files for Noted {
    fn read(&self, path: &str) -> Result<Vec<u8>, Failure> {
        self.note("files");
        if path == "suffixes.dat" {
            return Ok(b"com\n".to_vec());
        }
        FilesBelow::new(paths::repository("")).unwrap().read(path)
    }
}

impl Network for Noted {
    fn resolve(&self, query: &[u8], how: &DnsOptions) -> Result<Vec<u8>, Failure> {
        self.note("network");
        NoNetwork.resolve(query, how)
    }

    fn name_of(&self, address: IpAddr) -> Result<Text, Failure> {
        self.note("network");
        NoNetwork.name_of(address)
    }

    fn request(&self, request: &HttpRequest<'_>) -> Result<HttpResponse, Failure> {
        self.note("network");
        NoNetwork.request(request)
    }
}

impl Log for Noted {
    fn write(&self, _: &Record<'_>) {
        self.note("log");
    }
}

fn engine(noted: &Noted) -> Engine {
    let protocols = CsvTable::open(paths::repository("examples/flow-logs/protocols.csv")).unwrap();
    Engine::builder()
        .table("protocol", protocols)
        .clock(noted.clone())
        .random(noted.clone())
        .environment(noted.clone())
        .files(noted.clone())
        .network(noted.clone())
        .log(noted.clone())
        .build()
}

fn said(outside: Outside) -> BTreeSet<&'static str> {
    let all = [
        (outside.network, "network"),
        (outside.environment, "environment"),
        (outside.files, "files"),
        (outside.clock, "clock"),
        (outside.random, "random"),
        (outside.log, "log"),
    ];
    all.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, name)| name).collect()
}

/// What a contract says of the world outside.
fn declared(reaches: &[Reach]) -> BTreeSet<&'static str> {
    let name = |reach: &Reach| match reach {
        Reach::Network => Some("network"),
        Reach::Environment => Some("environment"),
        Reach::Files => Some("files"),
        Reach::Clock => Some("clock"),
        Reach::Random => Some("random"),
        Reach::Log => Some("log"),
        Reach::AroundPlace | Reach::ReadSecret(_) | Reach::WriteSecret(_) => None,
        Reach::Table { .. } => None,
    };
    reaches.iter().filter_map(name).collect()
}

/// Calls that ask for what no example asks for.
const OTHERS: &[(&str, &str)] = &[
    ("parse_etld", r#"parse_etld!("a.b.com", psl: "suffixes.dat")"#),
    ("parse_groks", r#"parse_groks!("10:30", ["%{date(\"HH:mm\"):time}"])"#),
    (
        "parse_groks",
        r#"parse_groks!("1", ["%{number_of_things:x}"], alias_sources: ["tests/functions/parse/groks_aliases.json"])"#,
    ),
];

#[test]
fn functions_ask_for_what_they_say() {
    let noted = Noted::default();
    let engine = engine(&noted);
    let mut problems = Vec::new();
    let mut asked: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for function in engine.functions().iter() {
        let examples = function.examples.iter().map(|example| (example.source, example.event));
        let others = OTHERS.iter().filter(|(name, _)| *name == function.name);
        for (source, event) in examples.chain(others.map(|(_, source)| (*source, "{}"))) {
            noted.take();
            let Ok(program) = engine.compile(source) else { continue };
            let mut event = Event::from_json(event).unwrap();
            // Whether it succeeds is asked elsewhere; here there is no network.
            let _ = program.vm().run(&mut event);
            let asked_now = noted.take();
            let said = said(program.uses().outside);
            if !asked_now.is_subset(&said) {
                problems.push(format!("{source}: asks for {asked_now:?}, says {said:?}"));
            }
            asked.entry(function.name).or_default().extend(asked_now);
        }
        let never: Vec<_> = declared(function.reaches)
            .into_iter()
            .filter(|what| !asked.get(function.name).is_some_and(|asked| asked.contains(what)))
            .collect();
        if !never.is_empty() {
            problems.push(format!("{}: says {never:?}, no example asks for it", function.name));
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn parameters_that_contracts_name_are_there() {
    let engine = engine(&Noted::default());
    for function in engine.functions().iter() {
        for reach in function.reaches {
            let named = match *reach {
                Reach::ReadSecret(param) | Reach::WriteSecret(param) => vec![param],
                Reach::Table { name, select } => vec![name, select],
                Reach::Network | Reach::Environment | Reach::Files | Reach::Clock => vec![],
                Reach::Random | Reach::Log | Reach::AroundPlace => vec![],
            };
            for param in named {
                assert!(function.param(param).is_some(), "{}: no `{param}`", function.name);
            }
        }
    }
}
