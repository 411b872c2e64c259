//! Names of the numbers that the DNS has for types of records, classes and results.

use std::fmt;
use std::str::FromStr;

/// A type of records.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RecordType(pub u16);

/// A class of records.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Class(pub u16);

/// The result of a query, with the bits that stand in another record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ResultCode(pub u16);

/// A text names no number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UnknownName {
    prefix: &'static str,
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected a name that is registered, or `{}` and a number", self.prefix)
    }
}

impl RecordType {
    /// Where addresses have their names.
    pub const PTR: Self = Self(12);
    /// What belongs to the message rather than to a name.
    pub const OPT: Self = Self(41);
}

impl Class {
    /// The Internet.
    pub const IN: Self = Self(1);
}

impl fmt::Display for RecordType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show(self.0, RECORD_TYPES, "TYPE", f)
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show(self.0, CLASSES, "CLASS", f)
    }
}

impl fmt::Display for ResultCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show(self.0, RESULT_CODES, "", f)
    }
}

impl FromStr for RecordType {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        read(text, RECORD_TYPES, "TYPE").map(Self)
    }
}

impl FromStr for Class {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        read(text, CLASSES, "CLASS").map(Self)
    }
}

type Names = [(u16, &'static str)];

fn show(number: u16, names: &Names, prefix: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match names.iter().find(|(own, _)| *own == number) {
        Some((_, name)) => f.write_str(name),
        None => write!(f, "{prefix}{number}"),
    }
}

fn read(text: &str, names: &Names, prefix: &'static str) -> Result<u16, UnknownName> {
    if let Some((number, _)) = names.iter().find(|(_, name)| name.eq_ignore_ascii_case(text)) {
        return Ok(*number);
    }
    let number = text.split_at_checked(prefix.len()).and_then(|(start, number)| {
        start.eq_ignore_ascii_case(prefix).then(|| number.parse().ok()).flatten()
    });
    number.ok_or(UnknownName { prefix })
}

const CLASSES: &Names = &[(1, "IN"), (3, "CH"), (4, "HS"), (254, "NONE"), (255, "*")];

const RESULT_CODES: &Names = &[
    (0, "NOERROR"),
    (1, "FORMERR"),
    (2, "SERVFAIL"),
    (3, "NXDOMAIN"),
    (4, "NOTIMP"),
    (5, "REFUSED"),
    (6, "YXDOMAIN"),
    (7, "YXRRSET"),
    (8, "NXRRSET"),
    (9, "NOTAUTH"),
    (10, "NOTZONE"),
    (16, "BADVERS"),
    (23, "BADCOOKIE"),
];

#[rustfmt::skip]
const RECORD_TYPES: &Names = &[
    (1, "A"), (2, "NS"), (3, "MD"), (4, "MF"), (5, "CNAME"), (6, "SOA"), (7, "MB"), (8, "MG"),
    (9, "MR"), (10, "NULL"), (11, "WKS"), (12, "PTR"), (13, "HINFO"), (14, "MINFO"), (15, "MX"),
    (16, "TXT"), (17, "RP"), (18, "AFSDB"), (19, "X25"), (20, "ISDN"), (21, "RT"), (22, "NSAP"),
    (23, "NSAPPTR"), (24, "SIG"), (25, "KEY"), (26, "PX"), (27, "GPOS"), (28, "AAAA"), (29, "LOC"),
    (30, "NXT"), (31, "EID"), (32, "NIMLOC"), (33, "SRV"), (34, "ATMA"), (35, "NAPTR"), (36, "KX"),
    (37, "CERT"), (38, "A6"), (39, "DNAME"), (40, "SINK"), (41, "OPT"), (42, "APL"), (43, "DS"),
    (44, "SSHFP"), (45, "IPSECKEY"), (46, "RRSIG"), (47, "NSEC"), (48, "DNSKEY"), (49, "DHCID"),
    (50, "NSEC3"), (51, "NSEC3PARAM"), (52, "TLSA"), (53, "SMIMEA"), (55, "HIP"), (56, "NINFO"),
    (57, "RKEY"), (58, "TALINK"), (59, "CDS"), (60, "CDNSKEY"), (61, "OPENPGPKEY"), (62, "CSYNC"),
    (63, "ZONEMD"), (64, "SVCB"), (65, "HTTPS"), (66, "DSYNC"), (67, "HHIT"), (68, "BRID"),
    (99, "SPF"), (100, "UINFO"), (101, "UID"), (102, "GID"), (103, "UNSPEC"), (104, "NID"),
    (105, "L32"), (106, "L64"), (107, "LP"), (108, "EUI48"), (109, "EUI64"), (128, "NXNAME"),
    (249, "TKEY"), (250, "TSIG"), (251, "IXFR"), (252, "AXFR"), (253, "MAILB"), (254, "MAILA"),
    (255, "ANY"), (256, "URI"), (257, "CAA"), (258, "AVC"), (259, "DOA"), (260, "AMTRELAY"),
    (261, "RESINFO"), (262, "WALLET"), (263, "CLA"), (264, "IPN"), (32768, "TA"), (32769, "DLV"),
];
