//! Several children: what is known of each, how each is named to people, and what is borne in mind for some of them only.

use super::decision::{Ask, Caution, Reasons};
use super::kinds::made_by;
use super::stack::{CONCERNS, REFERENCE, Stack};
use super::twice::tell_twice;
use crate::error::{Code, Error};
use crate::text::sentences::{ASK_TWO_CHILDREN, CHILD_NUMBER, FOR_SOME};
use crate::text::{Part, Said, listed};
use crate::value::known::{Known, KnownOfChild, Stated};
use crate::value::truth::Truth;

const TYPES: &str = "child.concernTypes";
const OF_CHILD: &str = "child.concerns.";

/// What is known of each child by the paths of the packs: the kinds of concern that were chosen for one make its facts true.
///
/// # Errors
/// An [`Error`] at the place of a kind that these packs do not know.
pub(crate) fn known_of_each(children: Option<&[KnownOfChild]>, stack: &Stack) -> Result<Vec<KnownOfChild>, Error> {
    children.unwrap_or_default().iter().enumerate().map(|(place, child)| known_of(child, place, stack)).collect()
}

fn known_of(child: &KnownOfChild, place: usize, stack: &Stack) -> Result<KnownOfChild, Error> {
    let KnownOfChild(own) = child;
    if !matches!(own.get(TYPES), None | Some(Stated::List(_) | Stated::Truth(_) | Stated::Silent)) {
        return Err(Error::new(Code::BadInput, format!("children[{place}].concernTypes"), "expected a list of kinds of concern"));
    }
    let made = made_by(types_of(child), &format!("children[{place}].concernTypes"), stack)?;
    let stated = own.iter().filter(|(path, _)| *path != TYPES);
    Ok(KnownOfChild(stated.fold(made, |known, (path, stated)| {
        let path = path.strip_prefix(OF_CHILD).map_or_else(|| path.to_owned(), |name| format!("{CONCERNS}{name}"));
        known.with(path, stated.clone())
    })))
}

/// The kinds of concern that were chosen for a child.
pub(crate) fn types_of(child: &KnownOfChild) -> impl Iterator<Item = &String> {
    let types = if let Some(Stated::List(types)) = child.0.get(TYPES) { types.as_slice() } else { &[] };
    types.iter()
}

/// The caller's own reference of a child.
pub(crate) fn reference(child: &KnownOfChild) -> &str {
    if let Some(Stated::Text(reference)) = child.0.get(REFERENCE) { reference } else { "" }
}

/// Tells and asks of children under one reference whether they are two: each is decided by itself, so that none is lost.
pub(crate) fn tell_same_references<'r>(references: impl Iterator<Item = &'r str>, reasons: &mut Reasons) {
    tell_twice(references, "children", "ref", ASK_TWO_CHILDREN, reasons);
}

/// The question of a fact: at a child where it is said there not to be known, and otherwise where it is asked of all.
pub(crate) fn ask_of(stack: &Stack, fact: &str, child: &Known, place: usize) -> Ask {
    let ask = stack.ask(fact);
    match child.get(&ask.path) {
        Some(Stated::Truth(Truth::Unknown)) => Ask { path: format!("children[{place}].{}", ask.path), ..ask },
        _ => ask,
    }
}

/// An error about a child at its place in the list.
pub(crate) fn in_its_place(error: Error, place: usize) -> Error {
    let path = format!("children[{place}].{}", error.path().strip_prefix("child.").unwrap_or(error.path()));
    error.at(path)
}

/// What is borne in mind for each of several children, each thing once. What does not hold for all names those for whom it does.
pub(crate) fn cautions(each: Vec<(&str, Vec<Caution>)>) -> Vec<Caution> {
    let mut told: Vec<(Caution, Vec<Said>)> = Vec::new();
    let count = each.len();
    for (place, (reference, cautions)) in each.into_iter().enumerate() {
        for caution in crate::value::distinct(cautions) {
            match told.iter_mut().find(|(known, _)| *known == caution) {
                Some((_, names)) => names.push(name(reference, place)),
                None => told.push((caution, vec![name(reference, place)])),
            }
        }
    }
    let of_whom = |(caution, names): (Caution, Vec<Said>)| {
        if names.len() == count {
            return caution;
        }
        let places = [("names", listed(names.into_iter().map(Part::from))), ("caution", caution.text.into())];
        Caution { code: caution.code, level: caution.level, text: FOR_SOME.with(places) }
    };
    told.into_iter().map(of_whom).collect()
}

/// How a child is named to people: by the caller's reference, or else by its number.
fn name(reference: &str, place: usize) -> Said {
    match reference.trim() {
        "" => CHILD_NUMBER.with([("number", (place + 1).into())]),
        reference => Said::plain(reference),
    }
}
