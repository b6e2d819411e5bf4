//! The object form of TOML: what the library reads.

use serde::ser::{Serialize, Serializer};
use toml::de::{DeTable, DeValue};

/// A table in its own order.
#[derive(Clone, Copy, Debug)]
pub struct Object<'m>(pub(super) &'m DeTable<'m>);

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name.get_ref(), Held(value.get_ref()))))
    }
}

struct Held<'m>(&'m DeValue<'m>);

/// No field of a pack holds a fraction: what is written as one is refused where it stands.
const REFUSED: f64 = 0.5;

impl Serialize for Held<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            DeValue::Boolean(value) => serializer.serialize_bool(*value),
            DeValue::String(text) => serializer.serialize_str(text),
            DeValue::Array(items) => serializer.collect_seq(items.iter().map(|item| Held(item.get_ref()))),
            DeValue::Table(table) => Object(table).serialize(serializer),
            DeValue::Integer(value) => match i64::from_str_radix(value.as_str(), value.radix()) {
                Ok(count) => serializer.serialize_i64(count),
                Err(_) => serializer.serialize_f64(REFUSED),
            },
            // A day is a text in quotes.
            DeValue::Float(_) | DeValue::Datetime(_) => serializer.serialize_f64(REFUSED),
        }
    }
}
