//! What a pack leaves to the others: nobody takes one for another, and no sentence of one is shown in the place of another's.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::error::{Code, Error, shown_id};
use crate::pack::Pack;
use crate::pack::document::Document;
use crate::text::sentences;
use crate::value::Text;
use crate::value::looks::{looks, plain_letter};

type Checked = Result<(), Error>;

/// Does a pack leave all others on the same days what is theirs?
pub(super) fn check_room(pack: &Pack, packs: &[Arc<Pack>]) -> Checked {
    let document = pack.document();
    let beside: Vec<&Pack> = packs.iter().map(|other| &**other).filter(|other| other.document().overlaps(document)).collect();
    check_document(document, &beside)?;
    // One by one: collected, they would be sorted first, by 9 KB of code that nothing else needs.
    let mut taken = BTreeSet::new();
    for rule in beside.iter().flat_map(|other| other.every_rule()) {
        taken.insert(rule.cite().id.to_lowercase());
    }
    for rule in pack.every_rule() {
        if taken.contains(&rule.cite().id.to_lowercase()) {
            let place = format!("{}.{}", rule.table(), shown_id(&rule.cite().id));
            return Err(Error::new(Code::BadPack, place, "expected an id that no rule of another pack has on the same days"));
        }
    }
    check_codes(pack, &beside)
}

/// Two packs of one id, of one area or of one name never answer for the same day.
fn check_document(document: &Document, beside: &[&Pack]) -> Checked {
    let beside = || beside.iter().map(|other| other.document());
    let refuse = |field: &str, expected: &str| Err(Error::new(Code::BadPack, format!("document.{field}"), expected));
    if beside().any(|other| other.id == document.id) {
        return refuse("id", "expected an id that no other pack has on the same days");
    }
    if document.area.is_some() && beside().any(|other| other.area == document.area) {
        return refuse("area", "expected an area that no other pack has on the same days");
    }
    let taken: Vec<String> = beside().flat_map(names).map(|(_, name)| looks(name)).collect();
    for (field, name) in names(document) {
        if name.chars().any(|sign| sign.is_alphanumeric() && plain_letter(sign).is_none()) {
            return refuse(field, "expected a name in the letters of English and Welsh");
        }
        if taken.contains(&looks(name)) {
            return refuse(field, "expected a name that no other pack has on the same days");
        }
    }
    Ok(())
}

/// The names by which people choose a document, each with its field.
fn names(document: &Document) -> impl Iterator<Item = (&'static str, &Text)> {
    let names = [("title", Some(&document.title)), ("short", document.short.as_ref()), ("area_label", document.area_label.as_ref())];
    names.into_iter().filter_map(|(field, name)| Some((field, name?)))
}

/// A code stands for what the library, or a pack beneath, says by it.
fn check_codes(pack: &Pack, beside: &[&Pack]) -> Checked {
    for (index, caution) in pack.words.caution.iter().enumerate() {
        let of_ours = sentences::ALL.iter().any(|sentence| *sentence.code == *caution.code);
        let beneath = beside.iter().filter(|other| pack.document().stands_on(other.document()));
        let texts: Vec<&Text> =
            beneath.flat_map(|other| &other.words.caution).filter(|other| other.code == caution.code).map(|other| &other.text).collect();
        if of_ours || !(texts.is_empty() || texts.contains(&&caution.text)) {
            let expected = "expected a code of its own, which neither the library nor a pack beneath uses for something else";
            return Err(Error::new(Code::BadPack, format!("caution[{index}].code"), expected));
        }
    }
    Ok(())
}
