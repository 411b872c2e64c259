//! The flow-log script of the examples: what an event becomes, addresses that databases know, records
//! without a protocol.

use serde_json::{Value as Json, json};
use vrlet::enrichment::{Missing, TableOptions, open_table};
use vrlet::{Engine, Event, Outcome, Program, RunError};

use crate::fixture::as_json;
use crate::paths;

const FIELDS: usize = 29;

/// A flow log in the order of the script's format.
const RECORD: &str = "068194857476 ACCEPT use2-az1 384 10.1.84.181 58398 1710730062 ingress i-034d383d7984e0e7b \
                      eni-0265f0f4e6a412339 OK 4 - 10.1.73.251 - 10.1.6.88 6 us-east-2 10.1.6.88 2380 1710730004 - - \
                      subnet-04312ec519e831d36 19 - IPv4 5 vpc-03e33fe1eae7002e8";

const NODATA: &str = "325352056000 - apne1-az1 - - - 1700185000 - i-085c8f3d12aa57000 eni-03a3504cbdd789000 NODATA \
                      - - - - - - ap-northeast-1 - - 1700185000 - - subnet-f27b1000 - - - 5 vpc-bcd5b000";

/// The record with other addresses of the packet, and another protocol.
fn record(destination: &str, source: &str, protocol: &str) -> String {
    let mut fields: Vec<&str> = RECORD.split(' ').collect();
    (fields[13], fields[15], fields[16]) = (destination, source, protocol);
    fields.join(" ")
}

/// The script over the tables of the example.
fn program(missing: Missing) -> Program {
    let file = |name: &str| TableOptions::new(paths::repository("examples/flow-logs").join(name));
    let mut protocol = file("protocols.csv");
    protocol.set("schema.number", "string").unwrap();
    protocol.missing = missing;
    let tables = [
        ("protocol", protocol),
        ("maxmind_city", file("city.mmdb")),
        ("maxmind_asn", file("asn.mmdb")),
    ];
    let mut engine = Engine::builder();
    for (name, options) in tables {
        engine = engine.shared_table(name, open_table(&options, None).unwrap());
    }
    let script = paths::read(&paths::repository("examples/flow-logs/enrich.vrl"));
    engine.build().compile(&script).unwrap_or_else(|error| panic!("{error}"))
}

fn run(program: &Program, message: &str) -> (Result<Outcome, RunError>, Event) {
    let mut event = Event::from_json(json!({ "message": message }).to_string()).unwrap();
    (program.vm().run(&mut event), event)
}

fn enriched(program: &Program, message: &str) -> Json {
    let (outcome, event) = run(program, message);
    let Ok(Outcome::Value(value)) = outcome else { panic!("{outcome:?}") };
    assert_eq!(as_json(&value), as_json(event.value()), "the script's value is the event");
    as_json(&value)
}

#[test]
fn a_record_is_enriched() {
    let event = enriched(&program(Missing::Error), RECORD);
    let expected = json!({
        "account_id": "068194857476", "action": "ACCEPT", "az_id": "use2-az1", "bytes": 384,
        "dstaddr": "10.1.84.181", "dstport": 58398, "end": 1_710_730_062, "flow_direction": "ingress",
        "instance_id": "i-034d383d7984e0e7b", "interface_id": "eni-0265f0f4e6a412339", "log_status": "OK",
        "packets": 4, "pkt_dst_aws_service": null, "pkt_dstaddr": "10.1.73.251", "pkt_src_aws_service": null,
        "pkt_srcaddr": "10.1.6.88", "protocol": "TCP", "region": "us-east-2", "srcaddr": "10.1.6.88",
        "srcport": 2380, "start": 1_710_730_004, "sublocation_id": null, "sublocation_type": null,
        "subnet_id": "subnet-04312ec519e831d36", "tcp_flags": 19, "traffic_path": null, "type": "IPv4",
        "version": 5, "vpc_id": "vpc-03e33fe1eae7002e8",
        "dst_city": {}, "dst_asn": {}, "src_city": {}, "src_asn": {},
    });
    assert_eq!(event, expected);
    assert_eq!(expected.as_object().unwrap().len(), FIELDS + 4);
}

#[test]
fn sample_databases_know_public_addresses() {
    let event = enriched(&program(Missing::Error), &record("8.8.8.8", "10.1.6.88", "17"));
    assert_eq!(event["protocol"], "UDP");
    assert_eq!(event["dst_asn"]["autonomous_system_number"], 15169);
    assert_eq!(event["src_city"], json!({}));
    assert_eq!(
        event["dst_asn"].as_object().unwrap().len(),
        4,
        "an absent field is null: {}",
        event["dst_asn"]
    );
}

#[test]
fn sample_databases_know_cities() {
    let event = enriched(&program(Missing::Error), &record("129.6.15.28", "192.53.103.108", "6"));
    assert_eq!(
        event["dst_city"],
        json!({
            "city_name": "Gaithersburg", "continent_code": "NA", "country_code": "US", "country_name": "United States",
            "timezone": "America/New_York", "latitude": 39.143, "longitude": -77.201, "metro_code": 511,
            "region_name": "Maryland", "region_code": "MD", "postal_code": "20899",
        })
    );
    assert_eq!(event["src_city"]["city_name"], "Braunschweig");
    assert_eq!(
        event["src_asn"],
        json!({
            "autonomous_system_number": 680,
            "autonomous_system_organization": "Verein zur Förderung eines Deutschen Forschungsnetzes e.V.",
            "isp": null, "organization": null,
        })
    );
}

#[test]
fn without_a_protocol_strict_tables_fail_and_the_event_is_kept() {
    let program = program(Missing::Error);
    for message in [NODATA.to_owned(), record("10.0.0.1", "10.0.0.2", "256")] {
        let (outcome, mut event) = run(&program, &message);
        let error = outcome.unwrap_err();
        assert_eq!((error.position.line, error.position.column), (7, 11), "{error}");
        assert!(error.message.contains("get_enrichment_table_record"), "{error}");
        assert!(as_json(event.value()).get("message").is_none(), "the script had removed it");
        event.restore();
        assert_eq!(as_json(event.value()), json!({ "message": message }));
    }
}

#[test]
fn without_a_protocol_lenient_tables_give_null() {
    let program = program(Missing::Empty);
    let nodata = enriched(&program, NODATA);
    assert_eq!((&nodata["protocol"], &nodata["log_status"]), (&Json::Null, &json!("NODATA")));
    assert_eq!((&nodata["dst_city"], &nodata["src_asn"]), (&json!({}), &json!({})));
    let unknown = enriched(&program, &record("10.0.0.1", "10.0.0.2", "256"));
    assert_eq!(unknown["protocol"], Json::Null);
}

#[test]
fn every_sample_event_is_enriched() {
    let program = program(Missing::Empty);
    let mut vm = program.vm();
    let text = paths::read(&paths::repository("examples/flow-logs/events.ndjson"));
    let (mut count, mut cities, mut services) = (0, 0, 0);
    for line in text.lines() {
        let mut event = Event::from_json(line).unwrap();
        vm.run(&mut event).unwrap_or_else(|error| panic!("{error}: {line}"));
        let event = as_json(event.value());
        count += 1;
        cities += usize::from(
            event["dst_city"]["country_code"].is_string()
                || event["src_city"]["country_code"].is_string(),
        );
        services += usize::from(event["dst_asn"]["autonomous_system_number"].is_number());
    }
    assert!(
        count >= 2_000 && cities > count / 10 && services > count / 10,
        "{count}, {cities}, {services}"
    );
}
