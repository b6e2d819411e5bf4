//! What is known of a case: facts at the paths under which the packs declare them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use super::Text;
use super::age::{self, MOST_YEARS, is_age, is_age_group};
use super::json::Json;
use super::moment::Moment;
use super::read;
use super::truth::Truth;
use crate::error::{Code, Error};

/// Facts by path: `needShare`, `child.lookedAfter`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known(Vec<(String, Stated)>);

/// What was said of one fact.
#[derive(Clone, Debug, PartialEq)]
pub enum Stated {
    /// Nothing: a `null` is no more than silence, where "unknown" is somebody's answer.
    Silent,
    /// Yes, no, or not known.
    Truth(Truth),
    /// A count, such as an age.
    Count(u32),
    /// A word, a date or a text.
    Text(String),
    /// Several words.
    List(Vec<String>),
    /// A yes, made so by a kind of concern that was chosen: its name.
    OfKind(Text),
}

impl From<bool> for Stated {
    fn from(value: bool) -> Self {
        Stated::Truth(value.into())
    }
}

impl From<Truth> for Stated {
    fn from(truth: Truth) -> Self {
        Stated::Truth(truth)
    }
}

impl From<u32> for Stated {
    fn from(count: u32) -> Self {
        Stated::Count(count)
    }
}

impl From<&str> for Stated {
    fn from(text: &str) -> Self {
        Stated::Text(text.to_owned())
    }
}

impl Known {
    /// With what was said of a fact.
    #[must_use]
    pub fn with(mut self, path: impl Into<String>, stated: impl Into<Stated>) -> Self {
        self.0.push((path.into(), stated.into()));
        self
    }

    /// Takes what stands under a path: a fact, or an object of facts.
    pub(crate) fn keep(&mut self, path: &str, node: &Json<'_>) -> Result<(), Error> {
        let stated = match node {
            Json::Object(entries) => return self.keep_each(Some(path), entries),
            Json::Null => Stated::Silent,
            Json::Bool(value) => (*value).into(),
            Json::Text(word) if word == "unknown" => Stated::Truth(Truth::Unknown),
            Json::Text(_) => Stated::Text(read::json(node)?),
            Json::List(_) => Stated::List(read::json(node)?),
            Json::Number(Some(years)) if is_age(path) && *years > MOST_YEARS => {
                return Err(Error::expected(Code::BadInput, age::EXPECTED));
            }
            Json::Number(Some(count)) => Stated::Count(*count),
            Json::Number(None) => return Err(Error::expected(Code::BadInput, "a whole number")),
        };
        self.0.push((path.to_owned(), stated));
        Ok(())
    }

    /// Takes what stands under each of these names, below a path where one is given.
    pub(crate) fn keep_each<'j>(
        &mut self,
        path: Option<&str>,
        entries: impl IntoIterator<Item = &'j (Cow<'j, str>, Json<'j>)>,
    ) -> Result<(), Error> {
        let mut names: BTreeSet<&str> = BTreeSet::new();
        for (name, node) in entries {
            if !names.insert(name) {
                return Err(Error::expected(Code::BadInput, "each name once").in_field(name));
            }
            // A path is written as objects in objects, in this one way alone: a second way could say the contrary.
            if name.contains('.') {
                return Err(Error::expected(Code::UnknownField, "a name without a point, in the object to which it belongs").in_field(name));
            }
            let path = path.map_or_else(|| name.to_string(), |path| format!("{path}.{name}"));
            self.keep(&path, node).map_err(|error| error.in_field(name))?;
        }
        Ok(())
    }

    /// What is known of one of several children, beside what was said of all of them: a yes of either is a yes, an explicit
    /// "unknown" outweighs a no, and of anything else the child's own holds.
    #[must_use]
    pub(crate) fn of_child(&self, child: &Known) -> Known {
        let joined = |path: &str, own: &Stated| match (self.get(path), own) {
            (Some(of_all), Stated::Silent) => of_all.clone(),
            (Some(Stated::Truth(Truth::Yes)), Stated::Truth(_)) => Truth::Yes.into(),
            (Some(kind @ Stated::OfKind(_)), Stated::Truth(_)) => kind.clone(),
            (Some(Stated::Truth(Truth::Unknown)), Stated::Truth(Truth::No)) => Truth::Unknown.into(),
            _ => own.clone(),
        };
        let own = child.iter().map(|(path, own)| (path.to_owned(), joined(path, own)));
        // Of a child whose age is said to be unknown no group of ages tells that was told of all.
        let age_is_open = child.iter().any(|(path, own)| is_age(path) && *own == Stated::Truth(Truth::Unknown));
        let is_told_of_it = |path: &str| child.get(path).is_some() || age_is_open && is_age_group(path);
        let of_all = self.iter().filter(|(path, _)| !is_told_of_it(path)).map(|(path, stated)| (path.to_owned(), stated.clone()));
        // A no beside what a kind makes true is kept behind it: it is told.
        let denied = |other: &Known, path: &str| other.of_kinds().any(|(made, _)| made == path);
        let denied = self.iter().filter(|(path, _)| denied(child, path)).chain(child.iter().filter(|(path, _)| denied(self, path)));
        let denied = denied.filter(|(_, stated)| **stated == Stated::Truth(Truth::No)).map(|(path, no)| (path.to_owned(), no.clone()));
        Known(of_all.chain(own).chain(denied).collect())
    }

    /// The same with what was said of further facts.
    #[must_use]
    pub(crate) fn and<'k>(mut self, further: impl Iterator<Item = (&'k str, &'k Stated)>) -> Known {
        self.0.extend(further.map(|(path, stated)| (path.to_owned(), stated.clone())));
        self
    }

    /// The facts that a chosen kind of concern makes true, with the kind's name.
    pub(crate) fn of_kinds(&self) -> impl Iterator<Item = (&str, &Text)> {
        self.iter().filter_map(|(path, stated)| if let Stated::OfKind(kind) = stated { Some((path, kind)) } else { None })
    }

    /// Did somebody answer a fact with no?
    pub(crate) fn denies(&self, path: &str) -> bool {
        self.iter().any(|(known, stated)| known == path && *stated == Stated::Truth(Truth::No))
    }

    /// What was said of a fact.
    pub(crate) fn get(&self, path: &str) -> Option<&Stated> {
        self.0.iter().find(|(known, _)| known == path).map(|(_, stated)| stated)
    }

    /// Every fact and what was said of it.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, &Stated)> {
        self.0.iter().map(|(path, stated)| (path.as_str(), stated))
    }

    /// The moment at a path.
    pub(crate) fn moment(&self, path: &str) -> Option<Moment> {
        match self.get(path) {
            Some(Stated::Text(words)) => Moment::from_words(words),
            _ => None,
        }
    }
}

/// What somebody said, also that it is not known; nothing where nobody said anything.
pub(crate) fn told<'de, D: Deserializer<'de>, T: DeserializeOwned>(deserializer: D) -> Result<Option<T>, D::Error> {
    match Json::deserialize(deserializer)? {
        Json::Null => Ok(None),
        node => read::json(&node).map(Some).map_err(|error| read::handed_on(&error)),
    }
}

/// One of several children: the same facts as of a single child, at the same paths.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KnownOfChild(pub Known);

impl<'de> Deserialize<'de> for KnownOfChild {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let child = Json::deserialize(deserializer)?;
        let Json::Object(entries) = &child else {
            return Err(read::handed_on(&Error::expected(Code::BadInput, "an object")));
        };
        let mut known = Known::default();
        known.keep_each(Some("child"), entries).map_err(|error| read::handed_on(&error))?;
        Ok(KnownOfChild(known))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(json: &str) -> Result<Known, Error> {
        let mut known = Known::default();
        known.keep_each(None, Json::parse(json)?.entries())?;
        Ok(known)
    }

    #[test]
    fn facts_stand_under_their_paths() {
        let known = known(r#"{"child": {"age": 17, "lookedAfter": null}, "venue": "Office", "spocs": ["police"]}"#).unwrap();
        assert_eq!(known.get("child.age"), Some(&Stated::Count(17)));
        assert_eq!(known.get("child.lookedAfter"), Some(&Stated::Silent));
        assert_eq!(known.get("venue"), Some(&Stated::Text("Office".into())));
        assert_eq!(known.get("spocs"), Some(&Stated::List(vec!["police".into()])));
        assert_eq!(known.get("child"), None);
    }

    #[test]
    fn a_number_that_is_no_count_is_refused_at_its_path() {
        let place = |json: &str| known(json).unwrap_err().path().to_owned();
        assert_eq!(place(r#"{"child": {"age": 17.5}}"#), "child.age");
        assert_eq!(place(r#"{"spocs": [{"name": 1}]}"#), "spocs[0]");
        assert_eq!(place(r#"{"age": -1}"#), "age");
        assert_eq!(place(r#"{"child": {"age": 126}}"#), "child.age");
    }
}
