//! What is refused beside what the types of the facts refuse.

use super::concern::Name;
use super::facts::Facts;
use crate::engine::stack::Stack;
use crate::error::{Code, Error, one_of, shown};
use crate::value::entries::Entries;
use crate::value::spelling::kebab;
use crate::value::timescale::Timescale;
use crate::value::truth::Truth;

/// Refuses names that the packs in use do not know, and references that say nothing.
pub(super) fn check(facts: &Facts, names: &[Name<'_>], stack: &Stack) -> Result<(), Error> {
    check_concerns(facts.concerns.as_ref(), || "concerns".to_owned(), names)?;
    check_types(facts.concern_types.as_deref(), || "concernTypes".to_owned(), stack)?;
    for (index, child) in facts.children.iter().flatten().enumerate() {
        check_concerns(child.concerns.as_ref(), || format!("children[{index}].concerns"), names)?;
        check_types(child.concern_types.as_deref(), || format!("children[{index}].concernTypes"), stack)?;
        if is_blank(&child.r#ref) {
            return Err(Error::new(Code::BadInput, format!("children[{index}].ref"), "expected a reference of your own, no name"));
        }
    }
    if facts.children.as_ref().is_some_and(Vec::is_empty) {
        return Err(Error::new(Code::BadInput, "children", "expected at least one child, or no list"));
    }
    check_previous(facts, names)
}

fn check_previous(facts: &Facts, names: &[Name<'_>]) -> Result<(), Error> {
    if let Some(previous) = &facts.previous_result {
        check_concerns(previous.concerns.as_ref(), || "previousResult.concerns".to_owned(), names)?;
        if previous.timescale.as_ref().is_some_and(|id| Timescale::from_id(&kebab(id)).is_none()) {
            let expected = "expected a timescale such as same-day or 3-working-days";
            return Err(Error::new(Code::BadWord, "previousResult.timescale", expected));
        }
    }
    Ok(())
}

fn check_concerns(concerns: Option<&Entries<Truth>>, path: impl Fn() -> String, names: &[Name<'_>]) -> Result<(), Error> {
    let unknown = |given: &str| !names.iter().any(|name| name.spelt == given);
    match concerns.and_then(|concerns| concerns.iter().find(|(given, _)| unknown(given))) {
        None => Ok(()),
        Some((given, _)) => {
            let known: Vec<&str> = names.iter().map(|name| &*name.spelt).collect();
            let place = format!("{}.{}", path(), shown(given));
            Err(Error::new(Code::UnknownField, place, one_of(&known)))
        }
    }
}

fn check_types(types: Option<&[String]>, path: impl Fn() -> String, stack: &Stack) -> Result<(), Error> {
    let mut types = types.into_iter().flatten();
    match types.position(|id| stack.concern_type(&kebab(id)).is_none()) {
        None => Ok(()),
        Some(index) => {
            let known: Vec<&str> = stack.entries(|pack| &pack.words.concern_type).map(|(id, _)| &**id).collect();
            Err(Error::new(Code::BadWord, format!("{}[{index}]", path()), one_of(&known)))
        }
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}
