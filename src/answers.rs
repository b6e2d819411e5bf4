//! Writes what is answered: each answer tells itself as one plain tree, and that tree alone is put into JSON.
//!
//! Derived serialisers would be written out anew for every answer and every field, and be half of what is shipped.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::ser::{Serialize, Serializer};

use crate::facts::{Shape, Spelling};
use crate::words::Gather as _;
use crate::words::said::{Catalogue, Said};

/// What a value says, in the order it says it.
#[derive(Clone, Debug)]
pub enum Told<'a> {
    /// Nothing: `null`.
    Nothing,
    /// That nobody knows: `"unknown"`.
    Unknown,
    /// `true` or `false`.
    Bool(bool),
    /// A count.
    Count(u32),
    /// A text.
    Text(Cow<'a, str>),
    /// A sentence, which may be said in a portal's own words.
    Said(&'a Said),
    /// A list.
    List(Vec<Told<'a>>),
    /// Names and what stands under them, in order.
    Table(Vec<(String, Told<'a>)>),
}

impl<'a> Told<'a> {
    /// A text.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Told::Text(text.into())
    }
}

impl<'a> Told<'a> {
    /// What stands under a path of names: `answer.heading`.
    pub fn at(&self, path: &str) -> Option<&Told<'a>> {
        let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
        let Told::Table(entries) = self else { return None };
        let found = entries.iter().find(|(known, _)| known == name).map(|(_, told)| told)?;
        rest.map_or(Some(found), |rest| found.at(rest))
    }

    /// The same with every sentence in the words of a catalogue, where it has its own.
    #[must_use]
    pub fn in_words_of(self, catalogue: &Catalogue) -> Told<'a> {
        match self {
            Told::Said(said) => Told::text(said.in_words_of(catalogue)),
            Told::List(items) => Told::List(items.into_iter().map(|item| item.in_words_of(catalogue)).gathered()),
            Told::Table(entries) => Told::Table(entries.into_iter().map(|(name, told)| (name, told.in_words_of(catalogue))).gathered()),
            other => other,
        }
    }

    /// The items of a list; none where it is no list.
    pub fn items(&self) -> &[Told<'a>] {
        if let Told::List(items) = self { items } else { &[] }
    }

    /// The text that is said; "unknown" where nobody knows.
    pub fn text_of(&self) -> Option<String> {
        match self {
            Told::Text(text) => Some(text.clone().into_owned()),
            Told::Said(said) => Some(said.to_string()),
            Told::Unknown => Some("unknown".to_owned()),
            _ => None,
        }
    }
}

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Told::Nothing => serializer.serialize_unit(),
            Told::Unknown => serializer.serialize_str("unknown"),
            Told::Bool(value) => serializer.serialize_bool(*value),
            Told::Count(count) => serializer.serialize_u32(*count),
            Told::Text(text) => serializer.serialize_str(text),
            Told::Said(said) => serializer.collect_str(said),
            Told::List(items) => serializer.collect_seq(items),
            Told::Table(entries) => serializer.collect_map(entries.iter().map(|(name, value)| (name, value))),
        }
    }
}

/// A value that tells itself.
pub trait Tell {
    /// What it says.
    fn tell(&self) -> Told<'_>;

    /// What such values say, for those who read them. Nothing that is shipped asks for it.
    fn told() -> Shape
    where
        Self: Sized;
}

/// The fields of an answer, or the items of a list, by their places. One function tells every answer: what is written out
/// for each is only this.
pub trait Fields {
    /// What stands at a place, from 0.
    fn field(&self, place: usize) -> Option<&dyn Tell>;
}

/// Tells fields under their names, as JavaScript spells them; `name?known` is left out where it says nothing, or no.
pub fn table<'a>(names: &'static str, fields: &'a dyn Fields) -> Told<'a> {
    let mut entries = Vec::new();
    for (place, name) in names.split_ascii_whitespace().enumerate() {
        let told = fields.field(place).map_or(Told::Nothing, Tell::tell);
        let says_nothing = matches!(told, Told::Nothing | Told::Bool(false));
        match name.strip_suffix("?known") {
            Some(_) if says_nothing => {}
            known => entries.push((Spelling::Camel.of(known.unwrap_or(name)), told)),
        }
    }
    Told::Table(entries)
}

/// Tells the items of a list.
fn list(items: &dyn Fields) -> Told<'_> {
    let mut told = Vec::new();
    while let Some(item) = items.field(told.len()) {
        told.push(item.tell());
    }
    Told::List(told)
}

/// Declares a struct that tells itself, field for field; `where known` leaves a field out that says nothing.
macro_rules! answers {
    ($(#[$meta:meta])* pub struct $name:ident $(<$life:lifetime $(, $of:ident)?>)? {
        $($(#[doc = $about:literal])* pub $field:ident: $kind:ty $(where $known:ident)?,)*
    }) => {
        $(#[$meta])*
        pub struct $name $(<$life $(, $of)?>)? { $($(#[doc = $about])* pub $field: $kind,)* }

        impl $(<$life $(, $of: $crate::answers::Tell)?>)? $crate::answers::Fields for $name $(<$life $(, $of)?>)? {
            fn field(&self, place: usize) -> Option<&dyn $crate::answers::Tell> {
                $crate::facts::at_place! { place, $(&self.$field),* }
            }
        }

        impl $(<$life $(, $of: $crate::answers::Tell)?>)? $crate::answers::Tell for $name $(<$life $(, $of)?>)? {
            fn tell(&self) -> $crate::answers::Told<'_> {
                const NAMES: &str = concat!($(stringify!($field), $("?", stringify!($known),)? " "),*);
                $crate::answers::table(NAMES, self)
            }

            fn told() -> $crate::facts::Shape {
                let fields = vec![$($crate::facts::Field {
                    name: $crate::facts::Spelling::Camel.of(stringify!($field)),
                    about: concat!($($about, "\n"),*),
                    is_required: concat!($(stringify!($known))?).is_empty(),
                    shape: <$kind as $crate::answers::Tell>::told(),
                }),*];
                $crate::facts::Shape::Table { fields, open: false }
            }
        }

        impl $(<$life $(, $of: $crate::answers::Tell)?>)? serde::Serialize for $name $(<$life $(, $of)?>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&$crate::answers::Tell::tell(self), serializer)
            }
        }
    };
}
pub(crate) use answers;

impl<T: Tell> Tell for Option<T> {
    fn tell(&self) -> Told<'_> {
        self.as_ref().map_or(Told::Nothing, Tell::tell)
    }

    fn told() -> Shape {
        Shape::OrNothing(Box::new(T::told()))
    }
}

impl<T: Tell> Fields for Vec<T> {
    fn field(&self, place: usize) -> Option<&dyn Tell> {
        self.get(place).map(|item| item as &dyn Tell)
    }
}

impl<T: Tell> Tell for Vec<T> {
    fn tell(&self) -> Told<'_> {
        list(self)
    }

    fn told() -> Shape {
        Shape::List(Box::new(T::told()))
    }
}

impl Tell for &str {
    fn tell(&self) -> Told<'_> {
        Told::text(*self)
    }

    fn told() -> Shape {
        Shape::Text("a text")
    }
}

impl Tell for String {
    fn tell(&self) -> Told<'_> {
        Told::text(self)
    }

    fn told() -> Shape {
        Shape::Text("a text")
    }
}

impl Tell for Cow<'_, str> {
    fn tell(&self) -> Told<'_> {
        Told::text(&**self)
    }

    fn told() -> Shape {
        Shape::Text("a text")
    }
}

impl Tell for bool {
    fn tell(&self) -> Told<'_> {
        Told::Bool(*self)
    }

    fn told() -> Shape {
        Shape::Flag
    }
}

impl Tell for u32 {
    fn tell(&self) -> Told<'_> {
        Told::Count(*self)
    }

    fn told() -> Shape {
        Shape::Count
    }
}

impl Tell for usize {
    fn tell(&self) -> Told<'_> {
        Told::Count(*self as u32)
    }

    fn told() -> Shape {
        Shape::Count
    }
}

impl Tell for NaiveDate {
    fn tell(&self) -> Told<'_> {
        Told::text(self.to_string())
    }

    fn told() -> Shape {
        Shape::Date
    }
}
