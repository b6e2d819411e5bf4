//! Writes what was read from a pack as a Rust expression, so that the build can embed the packs as constants:
//! nothing is parsed or allocated for them when the library starts.

use chrono::{Datelike, NaiveDate};

/// A value that can be written as a Rust expression of this crate.
pub trait Embed {
    /// The expression.
    fn embed(&self) -> String;
}

impl Embed for &'static str {
    fn embed(&self) -> String {
        format!("{self:?}")
    }
}

impl Embed for bool {
    fn embed(&self) -> String {
        self.to_string()
    }
}

impl Embed for NaiveDate {
    fn embed(&self) -> String {
        format!("crate::embed::day({}, {}, {})", self.year(), self.month(), self.day())
    }
}

impl<T: Embed> Embed for Option<T> {
    fn embed(&self) -> String {
        self.as_ref().map_or("None".to_owned(), |value| format!("Some({})", value.embed()))
    }
}

impl<T: Embed> Embed for &'static [T] {
    fn embed(&self) -> String {
        format!("&[{}]", self.iter().map(Embed::embed).collect::<Vec<_>>().join(", "))
    }
}

impl<K: Embed, T: Embed> Embed for (K, T) {
    fn embed(&self) -> String {
        format!("({}, {})", self.0.embed(), self.1.embed())
    }
}

/// A type's name, as this crate knows it: the build reads packs under a crate name of its own.
pub fn name_in_crate(module: &str, name: &str) -> String {
    format!("crate::{}::{name}", module.split_once("::").map_or("", |(_, module)| module))
}

/// A date of an embedded pack; the build has read it from one.
pub const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("the build read it from a date")
}
