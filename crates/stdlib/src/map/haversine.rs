//! `haversine`: how far it is from one place to another.

use std::f64::consts::PI;

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "haversine",
    category: Category::Map,
    about: "The `distance` between two places along the surface of the Earth, taken as a sphere, and \
            the `bearing` from the first towards the second, in degrees clockwise from \
            north.",
    params: &[
        required("latitude1", FLOAT, "The latitude of the first place in degrees."),
        required("longitude1", FLOAT, "Its longitude."),
        required("latitude2", FLOAT, "The latitude of the second place in degrees."),
        required("longitude2", FLOAT, "Its longitude."),
        optional("measurement_unit", STRING, "The unit of the distance; kilometers by default.")
            .one_of(&["kilometers", "miles"])
            .constant(),
    ],
    returns: |_| {
        let fields = [(BEARING, Kind::float()), (DISTANCE, Kind::float())];
        TypeDef::new(Kind::object(Collection::of_fields(fields)))
    },
    body: Body::Prepared(|site| {
        let unit = site.constant("measurement_unit");
        let in_miles =
            unit.as_ref().and_then(Value::as_text).and_then(Text::as_str) == Some("miles");
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
    ..Function::BASE
};

const BEARING: Key = Key::from_static("bearing");
const DISTANCE: Key = Key::from_static("distance");

/// The mean radius of the Earth.
const RADIUS_IN_KILOMETERS: f64 = 6371.0088;
/// As VRL counts them.
const MILES_A_KILOMETER: f64 = 0.621_371_2;

fn haversine(call: &mut Call<'_>, radius: f64) -> Value {
    let (from_latitude, from_longitude, to_latitude, to_longitude) =
        call.unpack::<(f64, f64, f64, f64)>();
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
