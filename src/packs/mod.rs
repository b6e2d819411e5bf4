//! One document, one file. They are read from their compact form when they are first asked; the tests check them.

use std::sync::Arc;

use crate::engine::rulebook::Rulebook;
use crate::error::{Code, Error};
use crate::pack::Pack;
use crate::pack::sealed::{Tree, open, seal};
use crate::questions::TABLES;
use crate::questions::classify_concern::ceiling::check_ceilings;
use crate::value::json::Json;
use crate::value::read;

include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

impl Rulebook {
    /// The built-in packs, in the order of the documents.
    ///
    /// # Panics
    /// Never: the tests read the very same bytes.
    #[must_use]
    pub fn built_in() -> Self {
        let sound = "the tests read the built-in packs";
        Rulebook::without_packs().of(PACKS.iter().map(|(_, bytes)| Arc::new(unseal(bytes).expect(sound))).collect())
    }

    /// The calendar alone, for those who load the packs that they need.
    ///
    /// # Panics
    /// Never: the tests read the very same bytes.
    #[must_use]
    pub fn without_packs() -> Self {
        let sound = "the tests read the calendar";
        let (_, calendar) = open(CALENDAR).expect(sound);
        Rulebook::new(Vec::new(), Arc::new(read::json(&json(calendar)).expect(sound)))
    }
}

impl Rulebook {
    /// The same rulebook with one more pack, from the sealed form that [`Rulebook::seal`] gives. It was checked when it was
    /// sealed.
    ///
    /// # Errors
    /// An [`Error`] where the pack is damaged or of another version, where a pack that it stands on is not there, or where
    /// another pack has its id or its area on the same days, or where it puts off what must be done the same day.
    pub fn with_sealed(&self, sealed: &[u8]) -> Result<Rulebook, Error> {
        self.with_all_sealed([sealed])
    }

    /// The same with several packs, of which one may stand on another that follows it.
    ///
    /// # Errors
    /// As [`Rulebook::with_sealed`].
    pub fn with_all_sealed<'s>(&self, sealed: impl IntoIterator<Item = &'s [u8]>) -> Result<Rulebook, Error> {
        let mut rulebook = self.clone();
        for bytes in sealed {
            rulebook = rulebook.with_pack(unseal(bytes)?)?;
        }
        for pack in &rulebook.packs()[self.packs().len()..] {
            if let Some(index) = pack.document().stands_on.iter().position(|id| rulebook.find(id).is_none()) {
                let expected = "expected the id of another pack that is there already";
                return Err(Error::new(Code::BadPack, format!("document.stands_on[{index}]"), expected));
            }
            // Whoever sealed it, no pack puts off what must be done the same day.
            let beneath = rulebook.packs().iter().filter(|other| pack.document().stands_on(other.document()));
            check_ceilings(pack, &beneath.map(|other| &**other).collect::<Vec<_>>())?;
        }
        Ok(rulebook)
    }
}

/// The built-in packs in their sealed form, each with its id, in the order in which they are loaded: for a door that loads
/// them from files of their own.
pub fn sealed_packs() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    PACKS.iter().copied()
}

/// A pack from its compact form.
pub(crate) fn unseal(bytes: &[u8]) -> Result<Pack, Error> {
    let damaged = || Error::expected(Code::BadPack, "a sealed pack of this version, undamaged");
    let (hash, tree) = open(bytes).ok_or_else(damaged)?;
    Pack::read(&json(tree), hash, TABLES)
}

/// The compact form of a pack, from its object form.
pub(crate) fn sealed(hash: &str, object: &Json<'_>) -> Vec<u8> {
    seal(hash, tree(object)).unwrap_or_else(|_| unreachable!("a pack is plain data"))
}

/// What was left out and what is nothing are one in a pack.
fn tree<'t>(json: &'t Json<'_>) -> Tree<'t> {
    match json {
        Json::Null | Json::Number(None) => Tree::List(Vec::new()),
        Json::Bool(value) => Tree::Flag(*value),
        Json::Number(Some(count)) => Tree::Count(*count),
        Json::Text(text) => Tree::Text(text.as_ref().into()),
        Json::List(items) => Tree::List(items.iter().map(tree).collect()),
        Json::Object(entries) => {
            let given = entries.iter().filter(|(_, value)| *value != Json::Null);
            Tree::Object(given.map(|(name, value)| (&**name, tree(value))).collect())
        }
    }
}

fn json(tree: Tree<'_>) -> Json<'_> {
    match tree {
        Tree::Flag(value) => Json::Bool(value),
        Tree::Count(count) => Json::Number(Some(count)),
        Tree::Text(text) => Json::Text(text),
        Tree::List(items) => Json::List(items.into_iter().map(json).collect()),
        Tree::Object(entries) => Json::Object(entries.into_iter().map(|(name, value)| (name.into(), json(value))).collect()),
    }
}
