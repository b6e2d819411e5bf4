//! Kinds of concern that somebody chose: each makes facts true, in whatever question, and none false.

use std::borrow::Cow;

use super::stack::Stack;
use crate::error::{Code, Error, one_of};
use crate::value::Text;
use crate::value::known::{Known, Stated};
use crate::value::spelling::kebab;

/// What is known of a case, with every fact that a chosen kind of concern makes true.
///
/// # Errors
/// An [`Error`] where a kind is none that these packs know.
pub(crate) fn known_with<'k>(kinds: Option<&[String]>, known: &'k Known, stack: &Stack) -> Result<Cow<'k, Known>, Error> {
    let Some(kinds) = kinds else { return Ok(Cow::Borrowed(known)) };
    let made = made_by(kinds.iter(), "concernTypes", stack)?;
    Ok(Cow::Owned(made.and(known.iter())))
}

/// The facts that kinds of concern make true.
///
/// # Errors
/// An [`Error`] at the place of a kind that these packs do not know.
pub(crate) fn made_by<'t>(kinds: impl Iterator<Item = &'t String>, path: &str, stack: &Stack) -> Result<Known, Error> {
    let mut known = Known::default();
    for (index, id) in kinds.enumerate() {
        let Some(kind) = stack.concern_type(&kebab(id)) else {
            let all: Vec<&str> = stack.entries(|pack| &pack.words.concern_type).map(|(id, _)| &**id).collect();
            return Err(Error::new(Code::BadWord, format!("{path}[{index}]"), one_of(&all)));
        };
        known = kind.makes.iter().fold(known, |known, fact| known.with(stack.path(fact), Stated::OfKind(Text::clone(&kind.label))));
    }
    Ok(known)
}
