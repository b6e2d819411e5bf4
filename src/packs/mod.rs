//! One document, one file. They are read from their compact form when they are first asked; the tests check them.

use std::sync::{Arc, LazyLock};

use crate::engine::rulebook::Rulebook;
use crate::error::{Code, Error};
use crate::pack::Pack;
use crate::pack::sealed::{Embedded, Tree, open};
use crate::questions::classify_concern::ceiling::check_ceilings;
use crate::questions::list_attendees::minimum::check_minimums;
use crate::questions::tables;
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
        Rulebook::without_packs().of(PACKS.iter().map(|(_, bytes)| Arc::new(embedded(bytes))).collect())
    }

    /// The calendar alone, for those who load the packs that they need.
    ///
    /// # Panics
    /// Never: the tests read the very same bytes.
    #[must_use]
    pub fn without_packs() -> Self {
        let sound = "the tests read the calendar";
        let Embedded { tree: calendar, .. } = open(CALENDAR).expect(sound);
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
            let mut pack = Pack::open(bytes, &tables())?;
            pack.is_own = !HASHES.contains(&(&pack.document().id, &pack.hash));
            rulebook = rulebook.with_pack(pack)?;
        }
        for pack in &rulebook.packs()[self.packs().len()..] {
            if let Some(index) = pack.document().stands_on.iter().position(|id| rulebook.find(id).is_none()) {
                let expected = "expected the id of another pack that is there already";
                return Err(Error::new(Code::BadPack, format!("document.stands_on[{index}]"), expected));
            }
            // Whoever sealed it, no pack puts off what must be done the same day, nor lets anybody of a minimum go.
            let beneath = rulebook.packs().iter().filter(|other| pack.document().stands_on(other.document()));
            let beneath: Vec<&Pack> = beneath.map(|other| &**other).collect();
            check_ceilings(pack, &beneath)?;
            check_minimums(pack, &beneath)?;
        }
        Ok(rulebook)
    }
}

/// The built-in packs in their sealed form, each with its id, in the order in which they are loaded: for a door that loads
/// them from files of their own.
pub fn sealed_packs() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    static SEALED: LazyLock<Vec<Vec<u8>>> =
        LazyLock::new(|| Rulebook::built_in().packs().iter().map(|pack| pack.sealed(&tables())).collect());
    PACKS.iter().zip(&*SEALED).map(|((id, _), sealed)| (*id, sealed.as_slice()))
}

fn embedded(bytes: &[u8]) -> Pack {
    let sound = "the tests read what is built in";
    let Embedded { hash, tree } = open(bytes).expect(sound);
    let mut pack = Pack::read(&json(tree), hash, &tables()).expect(sound);
    pack.is_own = false;
    pack
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_comes_out_of_its_sealed_form_as_it_went_in() {
        for pack in Rulebook::built_in().packs() {
            let opened = Pack::open(&pack.sealed(&tables()), &tables()).unwrap();
            assert_eq!((&opened.hash, format!("{:?}", opened.words)), (&pack.hash, format!("{:?}", pack.words)));
            assert_eq!(opened.every_rule().count(), pack.every_rule().count());
            for (opened, written) in opened.every_rule().zip(pack.every_rule()) {
                assert!(opened.table() == written.table() && opened.is_same(written), "{}", written.cite().id);
            }
        }
    }

    /// Whoever sealed it: what the checker refuses as an id comes in by no other way.
    #[test]
    fn a_sealed_pack_names_rules_and_people_plainly() {
        let sealed = |id: &str, who: &str| {
            let rule = format!(
                r#"{{"id": "{id}", "meeting": ["strategy"], "required": ["{who}"], "force": "must", "says": "Come.", "at": "1", "words": "come"}}"#
            );
            let document = r#""id": "test", "version": "1", "title": "A test", "force": "local-protocol", "cites": "nothing", "status": {"checked_on": "2026-11-21"}"#;
            let text = format!(r#"{{"document": {{{document}}}, "list_attendees": [{rule}]}}"#);
            Pack::read(&Json::parse(&text).unwrap(), "", &tables()).unwrap().sealed(&tables())
        };
        let opened = |id: &str, who: &str| Pack::open(&sealed(id, who), &tables()).map(|_| ()).map_err(|refusal| refusal.code());
        assert_eq!(opened("T-1", "health-visitor"), Ok(()));
        for (id, who) in [("__proto__", "police"), ("T-1", "constructor"), ("T-1", "health-visit\u{43e}r"), ("a/../b", "police")] {
            assert_eq!(opened(id, who), Err(Code::BadPack), "{id} {who:?}");
        }
    }
}
