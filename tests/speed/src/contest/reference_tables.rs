//! A `get_enrichment_table_record` for the reference engine: a hash index for the CSV table, typed
//! decoding for the databases, nothing cached: what an embedder writes.

use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;
use std::sync::Arc;

use vrl::compiler::expression::Expr;
use vrl::compiler::prelude::{
    ArgumentList, Compiled, Context, Expression, ExpressionError, Function, FunctionCompileContext,
    FunctionExpression, Parameter, Resolved, TypeDef, TypeState, kind,
};
use vrl::value::{Kind, ObjectMap, Value};

use super::tables::TableFiles;

#[derive(Debug)]
pub enum Table {
    Csv(HashMap<String, Value>),
    City(maxminddb::Reader<Vec<u8>>),
    Asn(maxminddb::Reader<Vec<u8>>),
}

/// The flagship's tables.
#[derive(Clone, Debug)]
pub struct Tables(Arc<BTreeMap<&'static str, Arc<Table>>>);

impl Tables {
    pub fn open(files: &TableFiles) -> Self {
        let mut csv = csv::Reader::from_path(&files.protocol).expect("the protocol table");
        let header = csv.headers().expect("a header").clone();
        let rows = csv.records().map(|row| {
            let row = row.expect("a row");
            let record: ObjectMap = header
                .iter()
                .zip(row.iter())
                .map(|(name, cell)| (name.into(), Value::from(cell)))
                .collect();
            (row[0].to_owned(), Value::Object(record))
        });
        let open = |path| maxminddb::Reader::open_readfile(path).expect("a database");
        Self(Arc::new(BTreeMap::from([
            ("protocol", Arc::new(Table::Csv(rows.collect()))),
            ("maxmind_city", Arc::new(Table::City(open(&files.city)))),
            ("maxmind_asn", Arc::new(Table::Asn(open(&files.asn)))),
        ])))
    }
}

impl Table {
    fn find(&self, value: &Value) -> Option<Value> {
        let text = value.to_string_lossy();
        match self {
            Self::Csv(rows) => rows.get(&*text).cloned(),
            Self::City(reader) => {
                let address: IpAddr = text.parse().ok()?;
                let city =
                    reader.lookup(address).ok()?.decode::<maxminddb::geoip2::City<'_>>().ok()??;
                Some(Value::Object(city_record(&city)))
            }
            Self::Asn(reader) => {
                let address: IpAddr = text.parse().ok()?;
                let asn =
                    reader.lookup(address).ok()?.decode::<maxminddb::geoip2::Asn<'_>>().ok()??;
                Some(Value::Object(ObjectMap::from([
                    (
                        "autonomous_system_number".into(),
                        asn.autonomous_system_number.map_or(Value::Null, Value::from),
                    ),
                    (
                        "autonomous_system_organization".into(),
                        asn.autonomous_system_organization.into(),
                    ),
                    ("isp".into(), Value::Null),
                    ("organization".into(), Value::Null),
                ])))
            }
        }
    }
}

fn city_record(city: &maxminddb::geoip2::City<'_>) -> ObjectMap {
    let region = city.subdivisions.last();
    let float = |number: Option<f64>| number.map_or(Value::Null, Value::from_f64_or_zero);
    ObjectMap::from([
        ("city_name".into(), city.city.names.english.into()),
        ("continent_code".into(), city.continent.code.into()),
        ("country_code".into(), city.country.iso_code.into()),
        ("country_name".into(), city.country.names.english.into()),
        ("timezone".into(), city.location.time_zone.into()),
        ("latitude".into(), float(city.location.latitude)),
        ("longitude".into(), float(city.location.longitude)),
        (
            "metro_code".into(),
            city.location.metro_code.map_or(Value::Null, |code| Value::from(i64::from(code))),
        ),
        ("region_name".into(), region.and_then(|region| region.names.english).into()),
        ("region_code".into(), region.and_then(|region| region.iso_code).into()),
        ("postal_code".into(), city.postal.code.into()),
    ])
}

/// The function, with the tables it may use.
#[derive(Clone, Debug)]
pub struct GetRecord(pub Tables);

impl Function for GetRecord {
    fn identifier(&self) -> &'static str {
        "get_enrichment_table_record"
    }

    fn usage(&self) -> &'static str {
        "Looks a record up."
    }

    fn category(&self) -> &'static str {
        "Enrichment"
    }

    fn return_kind(&self) -> u16 {
        kind::OBJECT
    }

    fn examples(&self) -> &'static [vrl::compiler::function::Example] {
        &[]
    }

    fn parameters(&self) -> &'static [Parameter] {
        const PARAMETERS: &[Parameter] = &[
            Parameter::required("table", kind::BYTES, "The table."),
            Parameter::required("condition", kind::OBJECT, "What the record must have."),
        ];
        PARAMETERS
    }

    fn compile(
        &self,
        state: &TypeState,
        _: &mut FunctionCompileContext,
        arguments: ArgumentList,
    ) -> Compiled {
        let names: Vec<Value> = self.0.0.keys().map(|name| Value::from(*name)).collect();
        let name = arguments.required_enum("table", &names, state)?;
        let name = name.to_string_lossy().into_owned();
        let condition = arguments.required_object("condition")?;
        let value = condition.into_values().next().expect("a condition");
        Ok(Find { table: Arc::clone(&self.0.0[&*name]), value }.as_expr())
    }
}

#[derive(Clone, Debug)]
struct Find {
    table: Arc<Table>,
    value: Expr,
}

impl FunctionExpression for Find {
    fn resolve(&self, context: &mut Context) -> Resolved {
        let value = self.value.resolve(context)?;
        self.table.find(&value).ok_or_else(|| ExpressionError::from("no row"))
    }

    fn type_def(&self, _: &TypeState) -> TypeDef {
        TypeDef::from(Kind::object(vrl::value::kind::Collection::any())).fallible()
    }
}
