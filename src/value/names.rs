//! The names that a type reads, which it tells when it is asked to read nothing.

use serde::de::{DeserializeOwned, Deserializer, Visitor};
use serde::forward_to_deserialize_any;

use crate::error::{Code, Error};

/// The fields that a struct takes, as it spells them.
pub(crate) fn fields_of<T: DeserializeOwned>() -> &'static [&'static str] {
    let mut fields: &'static [&'static str] = &[];
    let _ = T::deserialize(Probe(&mut fields));
    fields
}

/// The words of a closed list, with their synonyms.
#[cfg(feature = "schema")]
pub(crate) fn words_of<T: DeserializeOwned>() -> &'static [&'static str] {
    fields_of::<T>()
}

/// Has every JavaScript object this name already? Whoever reads or writes by it reaches beyond the object.
pub(crate) fn is_of_every_object(name: &str) -> bool {
    let inherited = ["hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString", "valueOf"];
    name.starts_with("__") || ["constructor", "prototype"].contains(&name) || inherited.contains(&name)
}

/// Asks a struct for the names of its fields, or a closed list for its words, and gives it nothing.
struct Probe<'f>(&'f mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, fields: &'static [&'static str], _: V) -> Result<V::Value, Error> {
        *self.0 = fields;
        Err(Error::expected(Code::BadInput, "its fields alone"))
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, words: &'static [&'static str], _: V) -> Result<V::Value, Error> {
        *self.0 = words;
        Err(Error::expected(Code::BadInput, "its words alone"))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::expected(Code::BadInput, "a struct"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map identifier ignored_any
    }
}
