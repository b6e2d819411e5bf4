//! Bad input, told in the reader's words.

use std::fmt::{self, Display, Formatter};

use serde::Serialize;
use serde::de::{self, Expected, Unexpected};

/// Why input was refused: what kind of mistake, where, and what was expected there.
///
/// The message never repeats what was typed, because it is about a child.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Error(Box<Refusal>);

// Boxed, because it is rare and every reader of a field hands it on.
#[derive(Clone, PartialEq, Eq, Serialize)]
struct Refusal {
    code: Code,
    path: String,
    message: String,
}

/// The kind of mistake, for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Code {
    /// Something else was expected here.
    BadInput,
    /// A field that is not known.
    UnknownField,
    /// A text that is longer than anybody writes about one thing.
    TooLong,
    /// More than is ever needed.
    TooLarge,
    /// A date or time that is none.
    BadDate,
    /// A word that is not on its list.
    BadWord,
    /// An area beside packs, or packs that cannot answer together.
    Scope,
    /// A pack that is doubtful or damaged.
    BadPack,
    /// An example of a pack that does not come out as it says.
    BadExample,
}

const CODES: [Code; 9] = [
    Code::BadInput,
    Code::UnknownField,
    Code::TooLong,
    Code::TooLarge,
    Code::BadDate,
    Code::BadWord,
    Code::Scope,
    Code::BadPack,
    Code::BadExample,
];

/// As programs read it: `bad-word`.
impl Display for Code {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

impl Error {
    /// A refusal of what stands at a path.
    pub(crate) fn new(code: Code, path: impl Into<String>, message: impl Into<String>) -> Self {
        Error(Box::new(Refusal { code, path: path.into(), message: message.into() }))
    }

    /// Something else was expected here.
    pub(crate) fn expected(code: Code, what: impl Display) -> Self {
        Error::new(code, "", format!("expected {what}"))
    }

    /// The kind of mistake.
    #[must_use]
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// The field, as the caller spells it: `concerns.seriousRisk`. Empty where the whole was meant.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// What was expected there.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The same refusal, seen from the field that holds it.
    pub(crate) fn in_field(self, name: &str) -> Self {
        self.under(shown(name))
    }

    /// The same refusal, seen from the list that holds it.
    pub(crate) fn in_item(self, index: usize) -> Self {
        self.under(&format!("[{index}]"))
    }

    /// The same refusal at another path.
    pub(crate) fn at(mut self, path: String) -> Self {
        self.0.path = path;
        self
    }

    fn under(mut self, step: &str) -> Self {
        let path = &mut self.0.path;
        if !path.is_empty() && !path.starts_with('[') {
            path.insert(0, '.');
        }
        path.insert_str(0, step);
        self
    }
}

/// What is expected of a word: one of those that are known, where any is.
pub(crate) fn one_of(known: &[impl AsRef<str>]) -> String {
    match known {
        [] => "expected nothing here: the packs that are asked know no such word".to_owned(),
        known => format!("expected one of {}", known.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ")),
    }
}

/// A field's name as it may be shown: what is no plain name could be something typed about a child.
pub(crate) fn shown(name: &str) -> &str {
    let plain = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.len() <= 40
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if plain { name } else { "…" }
}

/// An id as it may be shown.
pub(crate) fn shown_id(id: &str) -> &str {
    let plain = id.len() <= 60 && !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '.'));
    if plain { id } else { "…" }
}

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.path().is_empty() { f.write_str(self.message()) } else { write!(f, "{}: {}", self.path(), self.message()) }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "Error({:?} at {:?}: {})", self.code(), self.path(), self.message())
    }
}

impl std::error::Error for Error {}

/// An error that is handed to serde, which takes texts alone: its three parts, apart by a sign that none of them holds.
pub(crate) struct InParts<'e>(pub &'e Error);

const APART: char = '\u{1f}';

impl Display for InParts<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}{APART}{}{APART}{}", self.0.code() as usize, self.0.path(), self.0.message())
    }
}

impl de::Error for Error {
    /// Only what [`InParts`] wrote is told: any other text could repeat what was typed.
    fn custom<T: Display>(text: T) -> Self {
        let text = text.to_string();
        let mut parts = text.splitn(3, APART);
        let code = parts.next().and_then(|code| CODES.get(code.parse::<usize>().ok()?));
        match (code, parts.next(), parts.next()) {
            (Some(code), Some(path), Some(message)) => Error::new(*code, path, message),
            _ => Error::expected(Code::BadInput, "something else"),
        }
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Error::expected(Code::BadInput, expected)
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Error::expected(Code::BadInput, expected)
    }

    fn unknown_variant(_: &str, variants: &'static [&'static str]) -> Self {
        Error::expected(Code::BadWord, format_args!("one of {}", variants.join(", ")))
    }

    fn unknown_field(field: &str, known: &'static [&'static str]) -> Self {
        Error::expected(Code::UnknownField, format_args!("one of {}", known.join(", "))).in_field(field)
    }

    fn missing_field(field: &'static str) -> Self {
        Error::expected(Code::BadInput, format_args!("the field {field}")).in_field(field)
    }

    fn duplicate_field(field: &'static str) -> Self {
        Error::expected(Code::BadInput, "this field once").in_field(field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_comes_out_of_serde_as_it_went_in() {
        for code in CODES {
            let error = Error::new(code, "child.age", "expected a number of years");
            assert_eq!(<Error as de::Error>::custom(InParts(&error)), error);
        }
    }
}
