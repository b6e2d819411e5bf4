//! The one strict reader of what comes in: from JSON into typed facts, or an error that knows the path.
//!
//! Names are known and stand once, words are folded before they are compared, and what was typed is never repeated.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::de::value::StrDeserializer;
use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;

use super::json::Json;
use super::spelling::kebab;
use super::truth::UNKNOWN;
use crate::error::{Code, Error, InParts};

/// Reads JSON text.
pub(crate) fn text<T: DeserializeOwned>(json: &str) -> Result<T, Error> {
    self::json(&Json::parse(json)?)
}

/// Reads JSON that was parsed already.
pub(crate) fn json<T: DeserializeOwned>(json: &Json<'_>) -> Result<T, Error> {
    T::deserialize(Reader { json, takes: Takes::All, of_a_case: false })
}

/// Reads those entries of an object that a struct names, and leaves the others to whoever reads the same object too.
pub(crate) fn part<T: DeserializeOwned>(json: &Json<'_>) -> Result<T, Error> {
    T::deserialize(Reader { json, takes: Takes::ItsFields, of_a_case: false })
}

/// Reads what is known of a case, as [`part`] does. Where a field may be left out, "unknown" leaves it out, of whatever kind it is.
pub(crate) fn facts<T: DeserializeOwned>(json: &Json<'_>) -> Result<T, Error> {
    T::deserialize(Reader { json, takes: Takes::ItsFields, of_a_case: true })
}

/// Reads one entry of a list of what is known.
pub(crate) fn entry<T: DeserializeOwned>(json: &Json<'_>) -> Result<T, Error> {
    T::deserialize(Reader { json, takes: Takes::All, of_a_case: true })
}

/// For a field that is no `Option`: what is not known is as if it had been left out.
pub(crate) fn or_default<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Reads a value of words: what stands there must be a text that `parse` knows.
pub(crate) fn words<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    code: Code,
    expected: &'static str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(Words { code, expected, parse })
}

/// An error of ours, to be handed on through any deserialiser.
pub(crate) fn handed_on<E: serde::de::Error>(error: &Error) -> E {
    E::custom(InParts(error))
}

struct Words<F> {
    code: Code,
    expected: &'static str,
    parse: F,
}

impl<T, F: FnOnce(&str) -> Option<T>> Visitor<'_> for Words<F> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        let refused = || handed_on(&Error::expected(self.code, self.expected));
        (self.parse)(text).ok_or_else(refused)
    }
}

/// More than anybody writes about one thing.
const LONGEST_TEXT: usize = 10_000;

struct Reader<'j, 't> {
    json: &'j Json<'t>,
    takes: Takes,
    of_a_case: bool,
}

impl Reader<'_, '_> {
    /// Does it say that nothing is known?
    fn is_silence(&self) -> bool {
        match self.json {
            Json::Null => true,
            Json::Text(text) => self.of_a_case && text == UNKNOWN,
            _ => false,
        }
    }
}

/// Which entries of an object a struct is given.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    All,
    ItsFields,
}

fn expected<T>(what: &str) -> Result<T, Error> {
    Err(Error::expected(Code::BadInput, what))
}

impl<'de> Deserializer<'de> for Reader<'_, 'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let of_a_case = self.of_a_case;
        match self.json {
            Json::Null => visitor.visit_unit(),
            Json::Bool(value) => visitor.visit_bool(*value),
            Json::Number(Some(count)) => visitor.visit_u32(*count),
            Json::Number(None) => visitor.visit_f64(f64::NAN),
            Json::Text(text) => visitor.visit_str(text),
            Json::List(items) => visitor.visit_seq(Items { items, next: 0, of_a_case }),
            Json::Object(entries) => visitor.visit_map(Entries::of(entries, of_a_case)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.is_silence() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if let Json::Bool(value) = self.json { visitor.visit_bool(*value) } else { expected("true or false") }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if let Json::Number(Some(count)) = self.json { visitor.visit_u32(*count) } else { expected("a whole number") }
    }

    /// A word or a date: the visitor says what is expected.
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.json {
            Json::Text(text) => visitor.visit_str(text),
            _ => Err(Error::invalid_type(Unexpected::Other("no text"), &visitor)),
        }
    }

    /// A text that a person wrote.
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.json {
            Json::Text(text) if text.chars().count() > LONGEST_TEXT => {
                Err(Error::expected(Code::TooLong, format_args!("at most {LONGEST_TEXT} characters")))
            }
            Json::Text(text) => visitor.visit_str(text),
            _ => expected("a text"),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let Json::List(items) = self.json else { return expected("a list") };
        visitor.visit_seq(Items { items, next: 0, of_a_case: self.of_a_case })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let Json::Object(entries) = self.json else { return expected("an object") };
        visitor.visit_map(Entries { names: Some(BTreeSet::new()), ..Entries::of(entries, self.of_a_case) })
    }

    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        let Json::Object(entries) = self.json else { return expected("an object") };
        visitor.visit_map(Entries { only: (self.takes == Takes::ItsFields).then_some(fields), ..Entries::of(entries, self.of_a_case) })
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        let Json::Text(word) = self.json else { return expected("one of the words of this list") };
        visitor.visit_enum(IntoDeserializer::<Error>::into_deserializer(kebab(word)))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}

struct Items<'j, 't> {
    items: &'j [Json<'t>],
    next: usize,
    of_a_case: bool,
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some(item) = self.items.get(self.next) else { return Ok(None) };
        self.next += 1;
        seed.deserialize(Reader { json: item, takes: Takes::All, of_a_case: self.of_a_case })
            .map(Some)
            .map_err(|error| error.in_item(self.next - 1))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len() - self.next)
    }
}

struct Entries<'j, 't> {
    entries: &'j [(Cow<'t, str>, Json<'t>)],
    next: usize,
    /// The names that were met, where each may stand only once and no struct sees to it.
    names: Option<BTreeSet<&'j str>>,
    /// The only names that are told, where others read the same object.
    only: Option<&'static [&'static str]>,
    of_a_case: bool,
}

impl<'j, 't> Entries<'j, 't> {
    fn of(entries: &'j [(Cow<'t, str>, Json<'t>)], of_a_case: bool) -> Self {
        Entries { entries, next: 0, names: None, only: None, of_a_case }
    }
}

impl<'de> MapAccess<'de> for Entries<'_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let others = self.entries[self.next..].iter().take_while(|(name, _)| self.only.is_some_and(|only| !only.contains(&&**name)));
        self.next += others.count();
        let Some((name, _)) = self.entries.get(self.next) else { return Ok(None) };
        if self.names.as_mut().is_some_and(|names| !names.insert(name)) {
            return expected("each name once").map_err(|error: Error| error.in_field(name));
        }
        seed.deserialize(StrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let (name, value) = &self.entries[self.next];
        self.next += 1;
        seed.deserialize(Reader { json: value, takes: Takes::All, of_a_case: self.of_a_case }).map_err(|error| error.in_field(name))
    }
}
