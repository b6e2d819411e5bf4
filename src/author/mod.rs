//! What whoever writes a pack is told of it: each doubt at its line, which document is to be looked at again, and what a new
//! version changes. A pack is written in TOML; for all others it is an object.

mod difference;
mod object;
mod place;
mod standing;
#[cfg(test)]
mod tests;

use serde::Serialize;
use toml::Spanned;
use toml::de::DeTable;

use crate::check;
use crate::engine::rulebook::Rulebook;
use crate::error::{Code, Error};
use object::Object;
use place::{Place, Sought};

pub use difference::{Refused, difference};

/// A pack as its author writes it.
#[derive(Debug)]
pub struct Manuscript<'t> {
    text: &'t str,
    table: Spanned<DeTable<'t>>,
}

/// What is to be mended in a pack, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Doubt {
    /// The kind of mistake.
    pub code: Code,
    /// The path in the object form; empty where the whole is meant.
    pub path: String,
    /// What was expected there.
    pub message: String,
    /// The line, counted from 1, where one can be named.
    pub line: Option<usize>,
    /// The path, the line with a mark under what is meant, and what would help.
    pub shown: String,
}

impl Doubt {
    /// As it is shown beside others: it begins with the file and the line.
    #[must_use]
    pub fn in_file(&self, file: &str) -> String {
        let line = self.line.map_or_else(String::new, |line| format!(":{line}"));
        format!("{file}{line}: {}", self.shown)
    }

    fn at(place: Option<&Place<'_>>, refusal: &Error, what: &str, help: &str) -> Self {
        let marked = place.map_or_else(String::new, Place::marked);
        Doubt {
            code: refusal.code(),
            path: refusal.path().to_owned(),
            message: refusal.message().to_owned(),
            line: place.map(|place| place.number),
            shown: format!("{what}\n{marked}  help: {help}\n"),
        }
    }
}

/// What was found in a pack.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct Checked<'m> {
    /// All that is doubtful.
    pub doubts: Vec<Doubt>,
    /// Where nothing is, its object form.
    pub pack: Option<Object<'m>>,
    /// How many rules it has, where it can be read.
    pub rules: usize,
    /// How many examples.
    pub examples: usize,
}

impl Checked<'_> {
    /// Of a text that is no TOML nothing else is known.
    #[must_use]
    pub fn of(doubt: Doubt) -> Self {
        Checked { doubts: vec![doubt], pack: None, rules: 0, examples: 0 }
    }
}

impl<'t> Manuscript<'t> {
    /// Reads TOML.
    ///
    /// # Errors
    /// A [`Doubt`] where the text is none.
    pub fn read(text: &'t str) -> Result<Self, Doubt> {
        let table = DeTable::parse(text).map_err(|error| {
            let place = error.span().map(|span| Place::of(text, &span));
            let refusal = Error::new(Code::BadInput, "", error.message());
            Doubt::at(place.as_ref(), &refusal, "this is not TOML", error.message())
        })?;
        Ok(Manuscript { text, table })
    }

    /// The object form, as JSON text.
    #[must_use]
    pub fn object_form(&self) -> String {
        as_json(&self.object())
    }

    /// What a rulebook finds in it.
    #[must_use]
    pub fn check(&self, rulebook: &Rulebook) -> Checked<'_> {
        let object_form = self.object_form();
        let doubts: Vec<Doubt> = rulebook.doubts(&object_form).iter().map(|refusal| self.doubt(refusal)).collect();
        let pack = doubts.is_empty().then(|| self.object());
        let (rules, examples) = check::parsed(&object_form).map_or((0, 0), |read| (read.pack.every_rule().count(), read.examples.len()));
        Checked { doubts, pack, rules, examples }
    }

    fn object(&self) -> Object<'_> {
        Object(self.table.get_ref())
    }

    /// A refusal of the object form, at its line.
    fn doubt(&self, refusal: &Error) -> Doubt {
        let expected = refusal.message();
        let quoted = if expected.starts_with("expected a date") || expected.starts_with("expected a time") { ", in quotes" } else { "" };
        let span = Sought { code: refusal.code(), path: refusal.path(), expected }.span_in(self.table.get_ref());
        let place = span.map(|span| Place::of(self.text, &span));
        Doubt::at(place.as_ref(), refusal, refusal.path(), &format!("{expected}{quoted}"))
    }
}

fn as_json(told: &impl Serialize) -> String {
    serde_json::to_string(told).unwrap_or_else(|_| unreachable!("what is told is plain data"))
}
