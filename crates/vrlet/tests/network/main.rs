//! Functions that reach other machines, against servers on this one.

#![cfg(feature = "network")]
#![allow(clippy::unwrap_used, reason = "a test")]

mod dns_server;
mod http_server;

use std::time::Duration;

use vrlet::{Engine, Event, Limits, Outcome, SystemNetwork, Value};

use dns_server::DnsServer;
use http_server::HttpServer;

/// The result of a program that may use the network, or why it failed.
fn run_with(network: SystemNetwork, source: &str) -> Result<Value, String> {
    let limits = Limits { bytes: 1000, ..Limits::default() };
    let engine = Engine::builder().network(network).limits(limits).build();
    let program = engine.compile(source).unwrap_or_else(|error| panic!("{error}"));
    let mut event = Event::from_json("{}").unwrap();
    match program.vm().run(&mut event) {
        Ok(Outcome::Value(value)) => Ok(value),
        Ok(Outcome::Aborted(text)) => panic!("aborted: {text:?}"),
        Err(error) => Err(error.message),
    }
}

fn run(source: &str) -> Result<Value, String> {
    run_with(SystemNetwork::new().retries(0), source)
}

fn text(source: &str) -> String {
    match run(source) {
        Ok(Value::Bytes(text)) => text.to_str().into_owned(),
        other => panic!("{source}: {other:?}"),
    }
}

fn failure(source: &str) -> String {
    run(source).expect_err(source)
}

#[test]
fn a_whole_answer_of_the_dns() {
    let server = DnsServer::start();
    let answer = text(&format!(
        "encode_json(dns_lookup!(\"www.example\", qtype: \"a\", options: {{\"servers\": [\"{server}\"]}}))"
    ));
    let record = r#"{"class":"IN","domainName":"www.example","rData":"192.0.2.1","recordType":"A","recordTypeId":1,"ttl":300}"#;
    let header = r#"{"aa":false,"ad":false,"anCount":1,"arCount":0,"cd":false,"nsCount":0,"opcode":0,"qdCount":1,"qr":true,"ra":true,"rcode":0,"rd":true,"tc":false}"#;
    let question =
        r#"{"class":"IN","domainName":"www.example","questionType":"A","questionTypeId":1}"#;
    assert_eq!(
        answer,
        format!(
            r#"{{"additional":[],"answers":[{record}],"authority":[],"fullRcode":0,"header":{header},"question":[{question}],"rcodeName":"NOERROR"}}"#
        )
    );
}

#[test]
fn records_are_written_as_zone_files_have_them() {
    let server = DnsServer::start();
    for (qtype, expected) in [
        ("AAAA", "2001:db8::1"),
        ("MX", "10 mail.example."),
        ("TXT", r#""v=\"1\"" "two""#),
        ("TYPE65280", r"\# 3 01 02 03"),
    ] {
        let data = text(&format!(
            "string!(dns_lookup!(\"www.example\", qtype: \"{qtype}\", options: {{\"servers\": [\"{server}\"]}}).answers[0].rData)"
        ));
        assert_eq!(data, expected, "{qtype}");
    }
}

#[test]
fn an_answer_too_long_for_udp_comes_over_tcp() {
    let server = DnsServer::start();
    let lookup = |options: &str| {
        let options = format!("{{\"servers\": [\"{server}\"]{options}}}");
        run(&format!("dns_lookup!(\"long.example\", options: {options}).header.tc"))
    };
    assert_eq!(lookup(""), Ok(Value::Boolean(false)));
    assert_eq!(lookup(", \"tcp\": true"), Ok(Value::Boolean(false)));
    assert_eq!(server.asked(), ["udp", "tcp", "tcp"]);
}

#[test]
fn servers_that_say_nothing_cost_no_more_than_their_time() {
    let server = DnsServer::start();
    let message = failure(&format!(
        "dns_lookup!(\"silent.example\", options: {{\"servers\": [\"{server}\"], \"timeout\": 1, \"attempts\": 1}})"
    ));
    assert!(message.contains("in time"), "{message}");
    let network = SystemNetwork::new().timeout(Duration::from_millis(50));
    let source = format!(
        "dns_lookup!(\"silent.example\", options: {{\"servers\": [\"{server}\"], \"timeout\": 4000000}})"
    );
    assert!(run_with(network, &source).expect_err("no answer").contains("in time"));
}

#[test]
fn answers_that_are_none_are_failures() {
    let server = DnsServer::start();
    for (name, expected) in [("broken.example", "can't be read"), ("a..b", "no domain name")] {
        let message =
            failure(&format!("dns_lookup!(\"{name}\", options: {{\"servers\": [\"{server}\"]}})"));
        assert!(message.contains(expected), "{message}");
    }
}

#[test]
fn options_of_the_wrong_kind_are_named() {
    for (options, expected) in [
        (r#"{"timeout": "x"}"#, "the option `timeout` must be an integer, found string"),
        (r#"{"attempts": -1}"#, "the option `attempts` must be at least 0"),
        (r#"{"ndots": null}"#, "the option `ndots` must be an integer"),
        (r#"{"tcp": 1}"#, "the option `tcp` must be a boolean"),
        (r#"{"servers": "x"}"#, "the option `servers` must be an array of strings"),
        (r#"{"servers": [1]}"#, "the option `servers` must be an array of strings"),
        (r#"{"servers": []}"#, "must name a server"),
        (r#"{"servers": ["127.0.0.1:99999"]}"#, "has no address"),
    ] {
        let message = failure(&format!("dns_lookup!(\"a.example\", options: {options})"));
        assert!(message.contains(expected), "{options}: {message}");
    }
}

#[test]
fn loopback_has_a_name() {
    assert_eq!(text(r#"reverse_dns!("127.0.0.1")"#), "localhost");
}

#[test]
fn a_request_arrives_as_it_was_written() {
    let server = HttpServer::start();
    assert_eq!(
        text(&format!(
            "http_request!(\"{server}/echo?q=a b\", \"post\", {{\"X-Key\": \"ä\", \"x-key\": \"b\"}}, body: \"hi\")"
        )),
        "POST /echo?q=a%20b\nx-key: b\nhi"
    );
    assert_eq!(text(&format!("http_request!(\"{server}/echo\")")), "GET /echo\n");
    assert_eq!(text(&format!("http_request!(\"{server}/echo\", \"brew\")")), "BREW /echo\n");
    let with_user = server.to_string().replace("http://", "http://user:p%40w@");
    assert_eq!(
        text(&format!("http_request!(\"{with_user}/echo\")")),
        "GET /echo\nauthorization: Basic dXNlcjpwQHc=\n"
    );
}

#[test]
fn every_status_has_a_body_and_busy_servers_are_asked_again() {
    let server = HttpServer::start();
    assert_eq!(text(&format!("http_request!(\"{server}/status/404\")")), "this is 404");
    assert_eq!(text(&format!("http_request!(\"{server}/status/503\")")), "this is 503");
    assert_eq!(server.count(), 2);
    let again = run_with(
        SystemNetwork::new().retries(1),
        &format!("http_request!(\"{server}/status/503\")"),
    );
    assert_eq!((again, server.count()), (Ok("this is 503".into()), 4));
}

#[test]
fn redirections_are_followed_as_browsers_do() {
    let server = HttpServer::start();
    let follow = |status: u16, method: &str| {
        text(&format!("http_request!(\"{server}/to/{status}\", \"{method}\", body: \"b\")"))
    };
    assert_eq!(follow(302, "post"), "GET /echo\n");
    assert_eq!(follow(301, "put"), "PUT /echo\nb");
    assert_eq!(follow(303, "put"), "GET /echo\n");
    assert_eq!(follow(307, "post"), "POST /echo\nb");
    assert_eq!(follow(308, "post"), "POST /echo\nb");
    assert_eq!(text(&format!("http_request!(\"{server}/nowhere\")")), "lost");
    let message = failure(&format!("http_request!(\"{server}/loop\")"));
    assert!(message.contains("redirects without end"), "{message}");
}

#[test]
fn credentials_stay_with_the_server_that_they_are_for() {
    let (server, other) = (HttpServer::start(), HttpServer::start());
    let ask = |path: String| {
        text(&format!(
            "http_request!(\"{path}\", headers: {{\"Authorization\": \"a\", \"Cookie\": \"c\", \"X-A\": \"b\"}})"
        ))
    };
    assert_eq!(ask(format!("{server}/to/302")), "GET /echo\nauthorization: a\ncookie: c\nx-a: b\n");
    assert_eq!(ask(format!("{server}/away/{}", other.port())), "GET /echo\nx-a: b\n");
}

#[test]
fn requests_go_through_the_proxy_that_is_named() {
    let proxy = HttpServer::start();
    let through = text(&format!(
        "http_request!(\"http://no-such-host.invalid/echo\", http_proxy: \"{proxy}\")"
    ));
    assert_eq!(through, "GET /echo\n");
    assert_eq!(proxy.tunnels(), ["no-such-host.invalid:80"]);
}

#[test]
fn what_takes_too_long_or_is_too_long_is_a_failure() {
    let server = HttpServer::start();
    let message = failure(&format!("http_request!(\"{server}/large\")"));
    assert!(message.contains("longer than 1000 bytes"), "{message}");
    assert_eq!(text(&format!("http_request!(\"{server}/fits\")")).len(), 1000);
    let network = SystemNetwork::new().timeout(Duration::from_millis(50));
    let message = run_with(network, &format!("http_request!(\"{server}/silent\")"));
    assert!(message.expect_err("no answer").contains("in time"));
}

#[test]
fn failures_show_no_credentials_unless_they_are_asked_to() {
    let ask = |more: &str| {
        failure(&format!(
            "http_request!(\"http://user:pw@127.0.0.1:1/\", headers: {{\"X-Api-Key\": \"k3y\", \"X-Foo\": \"foo\"}}{more})"
        ))
    };
    let message = ask("");
    assert!(message.contains("foo") && !message.contains("k3y"), "{message}");
    assert!(!message.contains("user:pw"), "{message}");
    assert!(ask(", redact_headers: false").contains("k3y"));
}

#[test]
fn a_request_that_can_be_none_is_a_failure() {
    for (call, expected) in [
        (r#"http_request!("somewhere")"#, "`somewhere` is no URL"),
        (r#"http_request!("ftp://127.0.0.1/")"#, "no URL of `http`"),
        (r#"http_request!("http://127.0.0.1/", "foo bar")"#, "no HTTP method"),
        (r#"http_request!("http://127.0.0.1/", headers: {"a b": "c"})"#, "no name"),
        (r#"http_request!("http://127.0.0.1/", headers: {"a": "b\nc"})"#, "no header can have"),
        (r#"http_request!("http://127.0.0.1/", headers: {"a": 1})"#, "must be a string"),
        (r#"http_request!("http://127.0.0.1/", http_proxy: downcase("A B"))"#, "no URL of a proxy"),
    ] {
        let message = failure(call);
        assert!(message.contains(expected), "{call}: {message}");
    }
}

#[test]
fn a_host_without_a_network_says_so() {
    let engine = Engine::builder().build();
    for call in [
        r#"dns_lookup!("a.example")"#,
        r#"reverse_dns!("127.0.0.1")"#,
        r#"http_request!("http://127.0.0.1/")"#,
    ] {
        let program = engine.compile(call).unwrap();
        let mut event = Event::from_json("{}").unwrap();
        let error = program.vm().run(&mut event).expect_err(call);
        assert!(error.message.contains("the host gives programs no network"), "{error}");
    }
}
