//! What a caller sends for a question, taken apart: which documents are asked, the question's own facts, and whatever
//! else the packs ask for.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use super::scope::Scope;
use crate::error::{Code, Error};
use crate::value::json::Json;
use crate::value::known::Known;
use crate::value::{names, read};

/// The facts of a question.
pub(crate) trait Facts: DeserializeOwned {
    /// Does it take the facts that packs declare, beside its own?
    const OPEN: bool = false;

    /// Takes those facts.
    fn take(&mut self, _declared: Known) {}
}

/// Reads the facts of a question, and which documents they are for.
pub(crate) fn read<F: Facts>(json: &Json<'_>) -> Result<(Scope, F), Error> {
    let Json::Object(entries) = json else { return Err(Error::expected(Code::BadInput, "an object")) };
    let known = [names::fields_of::<Scope>(), names::fields_of::<F>()];
    let is_other = |(name, _): &&(Cow<'_, str>, Json<'_>)| !known.iter().any(|fields| fields.contains(&&**name));
    // A name that is not known is told first: it may be why something else is missing.
    let mut others = entries.iter().filter(is_other).peekable();
    let mut declared = Known::default();
    match others.peek() {
        Some((name, _)) if !F::OPEN => {
            let expected = format!("one of {}", known.concat().join(", "));
            return Err(Error::expected(Code::UnknownField, expected).in_field(name));
        }
        _ => declared.keep_each(None, others)?,
    }
    let (scope, mut facts) = (read::facts(json)?, read::facts::<F>(json)?);
    facts.take(declared);
    Ok((scope, facts))
}
