//! `haversine`: the great-circle distance between two coordinates.

use std::f64::consts::PI;

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

const LATITUDE1: Arg<f64> =
    Arg::required("latitude1", "The latitude of the first place in degrees.").kinds(FLOAT);
const LONGITUDE1: Arg<f64> =
    Arg::required("longitude1", "Its longitude.").kinds(FLOAT).after(LATITUDE1);
const LATITUDE2: Arg<f64> =
    Arg::required("latitude2", "The latitude of the second place in degrees.")
        .kinds(FLOAT)
        .after(LONGITUDE1);
const LONGITUDE2: Arg<f64> =
    Arg::required("longitude2", "Its longitude.").kinds(FLOAT).after(LATITUDE2);
const MEASUREMENT_UNIT: Arg<Option<Text>> =
    Arg::optional("measurement_unit", "The unit of the distance; kilometers by default.")
        .one_of(&["kilometers", "miles"])
        .constant()
        .after(LONGITUDE2);

pub const FUNCTION: Function = Function::new(Contract {
    name: "haversine",
    category: Category::Map,
    about: "The `distance` between two places along the surface of the Earth, taken as a sphere, \
            and the `bearing` from the first towards the second, in degrees clockwise from north.",
    params: &[
        LATITUDE1.param(),
        LONGITUDE1.param(),
        LATITUDE2.param(),
        LONGITUDE2.param(),
        MEASUREMENT_UNIT.param(),
    ],
    returns: |_| {
        let fields = [(BEARING, Kind::float()), (DISTANCE, Kind::float())];
        TypeDef::new(Kind::object(Collection::of_fields(fields)))
    },
    failures: &[],
    body: Body::Prepared(|context| {
        let in_miles = context.choice(MEASUREMENT_UNIT) == Some("miles");
        let radius =
            if in_miles { RADIUS_IN_KILOMETERS * MILES_A_KILOMETER } else { RADIUS_IN_KILOMETERS };
        Ok(Box::new(move |call: &mut Call<'_>| Ok(haversine(call, radius))))
    }),
    examples: &[
        example(
            "Kilometers",
            "haversine(0.0, 0.0, 10.0, 10.0)",
            r#"{"distance":1568.5227233,"bearing":44.561}"#,
        ),
        example(
            "Miles",
            r#"haversine(0.0, 0.0, 10.0, 10.0, measurement_unit: "miles")"#,
            r#"{"distance":974.6348468,"bearing":44.561}"#,
        ),
    ],
});

const BEARING: Key = Key::from_static("bearing");
const DISTANCE: Key = Key::from_static("distance");

/// The mean radius of the Earth.
const RADIUS_IN_KILOMETERS: f64 = 6371.0088;
/// As VRL counts them.
const MILES_A_KILOMETER: f64 = 0.621_371_2;

fn haversine(call: &mut Call<'_>, radius: f64) -> Value {
    let (from_latitude, from_longitude, to_latitude, to_longitude) =
        (call.take(LATITUDE1), call.take(LONGITUDE1), call.take(LATITUDE2), call.take(LONGITUDE2));
    let (from, to) = (from_latitude.to_radians(), to_latitude.to_radians());
    let north = to - from;
    let east = (to_longitude - from_longitude).to_radians();

    let half_chord =
        (north / 2.0).sin().powi(2) + (east / 2.0).sin().powi(2) * from.cos() * to.cos();
    let distance = radius * 2.0 * half_chord.sqrt().atan2((1.0 - half_chord).sqrt());

    let x = from.cos() * to.sin() - from.sin() * to.cos() * east.cos();
    let bearing = (east.sin() * to.cos()).atan2(x);
    let bearing = (bearing * 180.0 / PI + 360.0) % 360.0;

    let fields = [(DISTANCE, rounded(distance, 1e7)), (BEARING, rounded(bearing, 1e3))];
    fields.into_iter().collect::<Object>().into()
}

fn rounded(number: f64, scale: f64) -> Value {
    Value::float((number * scale).round() / scale).unwrap_or(Value::Float(Default::default()))
}
