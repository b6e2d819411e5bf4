//! Writes what is answered: each answer tells itself as one plain tree, and that tree alone is put into JSON.
//!
//! Derived serialisers would be written out anew for every answer and every field, and be half of what is shipped.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::ser::{Serialize, Serializer};

use crate::facts::Spelling;

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

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Told::Nothing => serializer.serialize_unit(),
            Told::Unknown => serializer.serialize_str("unknown"),
            Told::Bool(value) => serializer.serialize_bool(*value),
            Told::Count(count) => serializer.serialize_u32(*count),
            Told::Text(text) => serializer.serialize_str(text),
            Told::List(items) => serializer.collect_seq(items),
            Told::Table(entries) => serializer.collect_map(entries.iter().map(|(name, value)| (name, value))),
        }
    }
}

/// A value that tells itself.
pub trait Tell {
    /// What it says.
    fn tell(&self) -> Told<'_>;
}

/// A field's name in an answer.
#[derive(Clone, Copy)]
pub struct Name {
    rust: &'static str,
    only_where_known: bool,
}

impl Name {
    /// A field that always stands there, if need be as `null`.
    pub const fn of(rust: &'static str) -> Self {
        Name { rust, only_where_known: false }
    }

    /// A field that is left out where it says nothing, or no.
    #[must_use]
    pub const fn known(self) -> Self {
        Name { only_where_known: true, ..self }
    }
}

/// Tells fields under their names, as JavaScript spells them.
pub fn table<'a>(names: &[Name], fields: &[&'a dyn Tell]) -> Told<'a> {
    let mut entries = Vec::with_capacity(names.len());
    for (name, field) in names.iter().zip(fields) {
        let told = field.tell();
        if !name.only_where_known || !matches!(told, Told::Nothing | Told::Bool(false)) {
            entries.push((Spelling::Camel.of(name.rust), told));
        }
    }
    Told::Table(entries)
}

/// Declares a struct that tells itself, field for field; `where known` leaves a field out that says nothing.
macro_rules! answers {
    ($(#[$meta:meta])* pub struct $name:ident $(<$life:lifetime $(, $of:ident)?>)? {
        $($(#[$field_meta:meta])* pub $field:ident: $kind:ty $(where $known:ident)?,)*
    }) => {
        $(#[$meta])*
        pub struct $name $(<$life $(, $of)?>)? { $($(#[$field_meta])* pub $field: $kind,)* }

        impl $(<$life $(, $of: $crate::answers::Tell)?>)? $crate::answers::Tell for $name $(<$life $(, $of)?>)? {
            fn tell(&self) -> $crate::answers::Told<'_> {
                const NAMES: &[$crate::answers::Name] = &[$($crate::answers::Name::of(stringify!($field)) $(.$known())?),*];
                $crate::answers::table(NAMES, &[$(&self.$field),*])
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
}

impl<T: Tell> Tell for Vec<T> {
    fn tell(&self) -> Told<'_> {
        Told::List(self.iter().map(Tell::tell).collect())
    }
}

impl Tell for &str {
    fn tell(&self) -> Told<'_> {
        Told::text(*self)
    }
}

impl Tell for String {
    fn tell(&self) -> Told<'_> {
        Told::text(self)
    }
}

impl Tell for Cow<'_, str> {
    fn tell(&self) -> Told<'_> {
        Told::text(&**self)
    }
}

impl Tell for bool {
    fn tell(&self) -> Told<'_> {
        Told::Bool(*self)
    }
}

impl Tell for u32 {
    fn tell(&self) -> Told<'_> {
        Told::Count(*self)
    }
}

impl Tell for usize {
    fn tell(&self) -> Told<'_> {
        Told::Count(*self as u32)
    }
}

impl Tell for NaiveDate {
    fn tell(&self) -> Told<'_> {
        Told::text(self.to_string())
    }
}
