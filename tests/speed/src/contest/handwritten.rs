//! The flagship without an engine: the program that somebody would write for this job alone, with
//! serde, typed fields borrowed from the line, and typed records.

use std::collections::HashMap;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use super::Contestant;
use super::tables::TableFiles;

pub struct Handwritten {
    protocols: HashMap<String, String>,
    city: maxminddb::Reader<Vec<u8>>,
    asn: maxminddb::Reader<Vec<u8>>,
}

#[derive(Deserialize)]
struct Input<'a> {
    #[serde(borrow)]
    message: std::borrow::Cow<'a, str>,
}

#[derive(Serialize)]
struct Flow<'a> {
    account_id: Option<&'a str>,
    action: Option<&'a str>,
    az_id: Option<&'a str>,
    bytes: Option<i64>,
    dstaddr: Option<&'a str>,
    dstport: Option<i64>,
    end: Option<i64>,
    flow_direction: Option<&'a str>,
    instance_id: Option<&'a str>,
    interface_id: Option<&'a str>,
    log_status: Option<&'a str>,
    packets: Option<i64>,
    pkt_dst_aws_service: Option<&'a str>,
    pkt_dstaddr: Option<&'a str>,
    pkt_src_aws_service: Option<&'a str>,
    pkt_srcaddr: Option<&'a str>,
    protocol: Option<&'a str>,
    region: Option<&'a str>,
    srcaddr: Option<&'a str>,
    srcport: Option<i64>,
    start: Option<i64>,
    sublocation_id: Option<&'a str>,
    sublocation_type: Option<&'a str>,
    subnet_id: Option<&'a str>,
    tcp_flags: Option<i64>,
    traffic_path: Option<i64>,
    r#type: Option<&'a str>,
    version: Option<i64>,
    vpc_id: Option<&'a str>,
    dst_city: City<'a>,
    dst_asn: Asn<'a>,
    src_city: City<'a>,
    src_asn: Asn<'a>,
}

const FIELDS: usize = 29;

fn split(line: &str) -> Option<[&str; FIELDS]> {
    let mut fields = [""; FIELDS];
    let mut parts = line.split(' ');
    for field in &mut fields {
        *field = parts.next()?;
    }
    parts.next().is_none().then_some(fields)
}

fn word(text: &str) -> Option<&str> {
    (text != "-").then_some(text)
}

fn number(text: &str) -> Option<Option<i64>> {
    if text == "-" { Some(None) } else { text.parse().ok().map(Some) }
}

#[derive(Serialize, Default)]
struct City<'a> {
    #[serde(flatten)]
    found: Option<CityRecord<'a>>,
}

#[derive(Serialize)]
struct CityRecord<'a> {
    city_name: Option<&'a str>,
    continent_code: Option<&'a str>,
    country_code: Option<&'a str>,
    country_name: Option<&'a str>,
    timezone: Option<&'a str>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    metro_code: Option<u16>,
    region_name: Option<&'a str>,
    region_code: Option<&'a str>,
    postal_code: Option<&'a str>,
}

#[derive(Serialize, Default)]
struct Asn<'a> {
    #[serde(flatten)]
    found: Option<AsnRecord<'a>>,
}

#[derive(Serialize)]
struct AsnRecord<'a> {
    autonomous_system_number: Option<u32>,
    autonomous_system_organization: Option<&'a str>,
    isp: Option<&'a str>,
    organization: Option<&'a str>,
}

impl Handwritten {
    pub fn new(files: &TableFiles) -> Self {
        let mut csv = csv::Reader::from_path(&files.protocol).expect("the protocol table");
        let rows = csv
            .records()
            .map(|row| row.expect("a row"))
            .map(|row| (row[0].to_owned(), row[1].to_owned()));
        let open = |path| maxminddb::Reader::open_readfile(path).expect("a database");
        Self { protocols: rows.collect(), city: open(&files.city), asn: open(&files.asn) }
    }

    fn city(&self, address: Option<&str>) -> City<'_> {
        let found =
            address.and_then(|address| address.parse::<IpAddr>().ok()).and_then(|address| {
                let city = self
                    .city
                    .lookup(address)
                    .ok()?
                    .decode::<maxminddb::geoip2::City<'_>>()
                    .ok()??;
                let region = city.subdivisions.last();
                Some(CityRecord {
                    city_name: city.city.names.english,
                    continent_code: city.continent.code,
                    country_code: city.country.iso_code,
                    country_name: city.country.names.english,
                    timezone: city.location.time_zone,
                    latitude: city.location.latitude,
                    longitude: city.location.longitude,
                    metro_code: city.location.metro_code,
                    region_name: region.and_then(|region| region.names.english),
                    region_code: region.and_then(|region| region.iso_code),
                    postal_code: city.postal.code,
                })
            });
        City { found }
    }

    fn asn(&self, address: Option<&str>) -> Asn<'_> {
        let found =
            address.and_then(|address| address.parse::<IpAddr>().ok()).and_then(|address| {
                let asn = self
                    .asn
                    .lookup(address)
                    .ok()?
                    .decode::<maxminddb::geoip2::Asn<'_>>()
                    .ok()??;
                Some(AsnRecord {
                    autonomous_system_number: asn.autonomous_system_number,
                    autonomous_system_organization: asn.autonomous_system_organization,
                    isp: None,
                    organization: None,
                })
            });
        Asn { found }
    }

    fn enrich(&self, line: &[u8], out: &mut Vec<u8>) -> Option<()> {
        let input: Input<'_> = serde_json::from_slice(line).ok()?;
        let fields = split(&input.message)?;
        let (destination, source) = (word(fields[13]), word(fields[15]));
        let flow = Flow {
            account_id: word(fields[0]),
            action: word(fields[1]),
            az_id: word(fields[2]),
            bytes: number(fields[3])?,
            dstaddr: word(fields[4]),
            dstport: number(fields[5])?,
            end: number(fields[6])?,
            flow_direction: word(fields[7]),
            instance_id: word(fields[8]),
            interface_id: word(fields[9]),
            log_status: word(fields[10]),
            packets: number(fields[11])?,
            pkt_dst_aws_service: word(fields[12]),
            pkt_dstaddr: word(fields[13]),
            pkt_src_aws_service: word(fields[14]),
            pkt_srcaddr: word(fields[15]),
            protocol: Some(self.protocols.get(fields[16])?.as_str()),
            region: word(fields[17]),
            srcaddr: word(fields[18]),
            srcport: number(fields[19])?,
            start: number(fields[20])?,
            sublocation_id: word(fields[21]),
            sublocation_type: word(fields[22]),
            subnet_id: word(fields[23]),
            tcp_flags: number(fields[24])?,
            traffic_path: number(fields[25])?,
            r#type: word(fields[26]),
            version: number(fields[27])?,
            vpc_id: word(fields[28]),
            dst_city: self.city(destination),
            dst_asn: self.asn(destination),
            src_city: self.city(source),
            src_asn: self.asn(source),
        };
        serde_json::to_writer(out, &flow).ok()
    }
}

impl Contestant for Handwritten {
    fn run(&mut self, input: &[u8], out: &mut Vec<u8>) {
        for line in input.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            if self.enrich(line, out).is_none() {
                out.extend_from_slice(line);
            }
            out.push(b'\n');
        }
    }
}
