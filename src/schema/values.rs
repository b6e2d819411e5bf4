//! Types that are read from words, or in more than one shape, and so cannot tell by themselves what is expected.
//!
//! `expected` is for `tidy`: a sentence that stands beside what a field says of itself.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::merged;
use crate::questions::choose_meeting::Route;
use crate::questions::record_consent_basis::OneOrMore;
use crate::text::Said;
use crate::value::age::{KnownAge, MOST_YEARS};
use crate::value::agency::{self, Agency};
use crate::value::conditional::Conditional;
use crate::value::entries::Entries;
use crate::value::known::{KnownOfChild, Stated};
use crate::value::limit::{self, Cycle, Limit};
use crate::value::meeting::MeetingType;
use crate::value::moment::{self, Moment, TimeOfDay};
use crate::value::timescale::{self, Timescale};
use crate::value::truth::{Truth, UNKNOWN};
use crate::value::word_list::WordList;

/// A text, and what is expected of it where it is read, or told where it is written.
fn words(generator: &SchemaGenerator, read: &str, told: &str) -> Schema {
    let expected = if generator.contract().is_serialize() { format!("Here: {told}.") } else { format!("Expected: {read}.") };
    json_schema!({ "type": "string", "expected": expected })
}

impl JsonSchema for Timescale {
    fn schema_name() -> Cow<'static, str> {
        "Timescale".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        words(generator, timescale::EXPECTED, "same-day, 1-working-day, or a number of working days such as 3-working-days")
    }
}

impl JsonSchema for Limit {
    fn schema_name() -> Cow<'static, str> {
        "TimeLimit".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        words(generator, limit::LIMIT, limit::LIMIT)
    }
}

impl JsonSchema for Cycle {
    fn schema_name() -> Cow<'static, str> {
        "Cycle".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        words(generator, limit::CYCLE, limit::CYCLE)
    }
}

impl JsonSchema for Agency {
    fn schema_name() -> Cow<'static, str> {
        "Agency".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        words(generator, agency::EXPECTED, "the name of an agency or service")
    }
}

impl JsonSchema for MeetingType {
    fn schema_name() -> Cow<'static, str> {
        "MeetingType".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let own = "a kind of meeting: strategy and its like, or one that a pack declares";
        with_examples(words(generator, own, own), MeetingType::built_in().map(MeetingType::id))
    }
}

impl JsonSchema for Route {
    fn schema_name() -> Cow<'static, str> {
        "Route".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let own = "a route: strategy and its like, or a kind of meeting that a pack declares";
        with_examples(words(generator, own, own), Route::built_in())
    }
}

/// Words that stand there most often.
fn with_examples<'w>(mut schema: Schema, words: impl Iterator<Item = &'w str>) -> Schema {
    schema.insert("examples".into(), words.collect::<Vec<_>>().into());
    schema
}

impl JsonSchema for Conditional {
    fn schema_name() -> Cow<'static, str> {
        "Conditional".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let expected = "a name, with \"when FACT\" or \"unless FACT\" after it if need be";
        words(generator, expected, expected)
    }
}

impl JsonSchema for TimeOfDay {
    fn schema_name() -> Cow<'static, str> {
        "TimeOfDay".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        words(generator, moment::TIME_OF_DAY, moment::TIME_OF_DAY)
    }
}

impl JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        if generator.contract().is_serialize() {
            return json_schema!({ "type": "string", "expected": "Here: a moment as London's clocks show it, with its offset." });
        }
        merged([moment(), json!({ "expected": MOMENT })]).try_into().unwrap_or_default()
    }
}

const MOMENT: &str = "A date, or a date and time, in London time where it has no offset.";

/// A moment, as facts give it.
pub(super) fn moment() -> Value {
    let zone = "(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?";
    json!({
        "type": "string",
        "description": MOMENT,
        "pattern": format!("^(19|20|21)[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}}([T ][0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}}([.][0-9]+)?)?{zone})?$"),
        "examples": ["2026-03-02", "2026-03-02T09:10"],
    })
}

impl JsonSchema for Truth {
    fn schema_name() -> Cow<'static, str> {
        "Truth".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        if generator.contract().is_serialize() {
            return json_schema!({ "enum": [true, false, UNKNOWN] });
        }
        three_answers().try_into().unwrap_or_default()
    }
}

impl JsonSchema for KnownAge {
    fn schema_name() -> Cow<'static, str> {
        "KnownAge".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["integer", "string", "null"], "minimum": 0, "maximum": MOST_YEARS, "pattern": "^unknown$" })
    }
}

/// Yes, no or not known, and not known until somebody says. Two types, the text first: so a form shows three words to choose
/// from and no box to tick, which could not tell a no from not known.
pub(super) fn three_answers() -> Value {
    let one = |value: Value, title: &str| json!({ "const": value, "title": title });
    json!({
        "type": ["string", "boolean"],
        "oneOf": [one(true.into(), "Yes"), one(false.into(), "No"), one(UNKNOWN.into(), "Not known")],
        "default": UNKNOWN,
    })
}

impl JsonSchema for OneOrMore {
    fn schema_name() -> Cow<'static, str> {
        "OneOrMore".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["array", "string"], "items": generator.subschema_for::<String>() })
    }
}

impl<T: JsonSchema> JsonSchema for Entries<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("EntriesOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": generator.subschema_for::<T>() })
    }
}

/// Its facts are those that the packs declare of a child.
impl JsonSchema for KnownOfChild {
    fn schema_name() -> Cow<'static, str> {
        "KnownOfChild".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object" })
    }
}

/// Yes, no, not known, or a word that the packs know.
impl JsonSchema for Stated {
    fn schema_name() -> Cow<'static, str> {
        "Stated".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["boolean", "string"] })
    }
}

impl JsonSchema for Said {
    fn schema_name() -> Cow<'static, str> {
        "Said".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

impl JsonSchema for WordList {
    fn schema_name() -> Cow<'static, str> {
        "WordList".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}
