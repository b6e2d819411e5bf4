//! JSON as it was written: in its own order, with every name that stands there, twice if it stands there twice.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::truth::UNKNOWN;
use crate::error::{Code, Error};

/// A JSON value. Texts are borrowed from what was read wherever they can be.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Json<'t> {
    #[default]
    Null,
    Bool(bool),
    /// A number; its value where it is a count.
    Number(Option<u32>),
    Text(Cow<'t, str>),
    List(Vec<Json<'t>>),
    Object(Vec<(Cow<'t, str>, Json<'t>)>),
}

impl<'t> Json<'t> {
    /// Reads JSON text.
    pub(crate) fn parse(text: &'t str) -> Result<Self, Error> {
        serde_json::from_str(text).map_err(|_| Error::expected(Code::BadInput, "one plain JSON object"))
    }

    /// A text.
    pub(crate) fn text(text: impl Into<Cow<'t, str>>) -> Self {
        Json::Text(text.into())
    }

    /// Does it say that nothing is known?
    pub(crate) fn says_nothing(&self) -> bool {
        *self == Json::Null || self.as_text() == Some(UNKNOWN)
    }

    /// The text that stands here.
    pub(crate) fn as_text(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }

    /// The entries that stand here; none where it is no object.
    pub(crate) fn entries(&self) -> &[(Cow<'t, str>, Json<'t>)] {
        if let Json::Object(entries) = self { entries } else { &[] }
    }

    /// The items that stand here; none where it is no list.
    pub(crate) fn items(&self) -> &[Json<'t>] {
        if let Json::List(items) = self { items } else { &[] }
    }

    /// The items of a list, or what stands here alone.
    pub(crate) fn each(&self) -> &[Json<'t>] {
        if let Json::List(items) = self { items } else { std::slice::from_ref(self) }
    }

    /// The items that stand under a path of names; none where nothing does.
    pub(crate) fn items_at(&self, path: &str) -> &[Json<'t>] {
        self.at(path).map_or(&[], Json::items)
    }

    /// What stands under a path of names: `child.age`.
    pub(crate) fn at(&self, path: &str) -> Option<&Json<'t>> {
        let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
        let (_, found) = self.entries().iter().find(|(known, _)| known == name)?;
        rest.map_or(Some(found), |rest| found.at(rest))
    }

    /// Was nothing given at a path, or said that it is not known?
    pub(crate) fn is_open(&self, path: &str) -> bool {
        self.at(path).is_none_or(Json::says_nothing)
    }

    /// Puts something under a path of names, making the objects on the way.
    pub(crate) fn set(&mut self, path: &str, value: Json<'t>) {
        if !matches!(self, Json::Object(_)) {
            *self = Json::Object(Vec::new());
        }
        let Json::Object(entries) = self else { return };
        let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
        let place = entries.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
            entries.push((Cow::Owned(name.to_owned()), Json::Null));
            entries.len() - 1
        });
        match rest {
            Some(rest) => entries[place].1.set(rest, value),
            None => entries[place].1 = value,
        }
    }

    /// The same, with all its texts of its own.
    pub(crate) fn into_owned(self) -> Json<'static> {
        match self {
            Json::Null => Json::Null,
            Json::Bool(value) => Json::Bool(value),
            Json::Number(count) => Json::Number(count),
            Json::Text(text) => Json::Text(Cow::Owned(text.into_owned())),
            Json::List(items) => Json::List(items.into_iter().map(Json::into_owned).collect()),
            Json::Object(entries) => {
                Json::Object(entries.into_iter().map(|(name, value)| (Cow::Owned(name.into_owned()), value.into_owned())).collect())
            }
        }
    }
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Anything)
    }
}

struct Anything;

impl<'de> Visitor<'de> for Anything {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json<'de>, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u32<E>(self, value: u32) -> Result<Json<'de>, E> {
        Ok(Json::Number(Some(value)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json<'de>, E> {
        Ok(Json::Number(value.try_into().ok()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json<'de>, E> {
        Ok(Json::Number(value.try_into().ok()))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json<'de>, E> {
        Ok(Json::Number(None))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json<'de>, A::Error> {
        let mut object = Vec::new();
        while let Some((Name(name), value)) = entries.next_entry()? {
            object.push((name, value));
        }
        Ok(Json::Object(object))
    }
}

/// A name, borrowed where it can be.
#[derive(serde::Deserialize)]
#[serde(transparent)]
struct Name<'t>(#[serde(borrow)] Cow<'t, str>);

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null | Json::Number(None) => serializer.serialize_unit(),
            Json::Bool(value) => serializer.serialize_bool(*value),
            Json::Number(Some(count)) => serializer.serialize_u32(*count),
            Json::Text(text) => serializer.serialize_str(text),
            Json::List(items) => serializer.collect_seq(items),
            Json::Object(entries) => serializer.collect_map(entries.iter().map(|(name, value)| (name, value))),
        }
    }
}
