//! `uuid_v7`: a UUID that sorts by time.

use chrono::{DateTime, Utc};
use uuid::Builder;
use vrlet_function::prelude::*;

const TIMESTAMP: Arg<Option<DateTime<Utc>>> =
    Arg::optional("timestamp", "The time; without it, that of the call.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "uuid_v7",
    category: Category::Random,
    about: "A new UUID, version 7: the milliseconds since 1970, then random bits, so that later \
            ones sort after earlier ones. Times before 1970 count as 1970.",
    params: &[TIMESTAMP.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Prepared(|context| {
        Ok(super::drawing::drawing(context, |call, generator| {
            let time: Option<DateTime<Utc>> = call.take(TIMESTAMP);
            let time = time.map_or_else(|| call.host().clock.now(), Ok)?;
            let millis = u64::try_from(time.timestamp_millis()).unwrap_or(0);
            let chance = super::drawing::array(generator)?;
            let uuid = Builder::from_unix_timestamp_millis(millis, &chance).into_uuid();
            Ok(super::uuid::text(uuid))
        }))
    }),
    examples: &[
        example("A name for an event", "length(uuid_v7())", "36"),
        example(
            "Its time comes first",
            "slice!(uuid_v7(t'2024-01-01T00:00:00Z'), 0, 15)",
            r#""018cc251-f400-7""#,
        ),
    ],
})
.reaches(&[Reach::Random, Reach::Clock]);
