//! Sealed packs: loaded in any order, and refused where they are damaged or incomplete.

use safeguarding_rules::{Rulebook, sealed_packs};

fn ids(rulebook: &Rulebook) -> Vec<String> {
    rulebook.packs().iter().map(|pack| pack.document().id.to_string()).collect()
}

fn sealed(id: &str) -> &'static [u8] {
    sealed_packs().find(|(known, _)| *known == id).expect("a built-in pack").1
}

#[test]
fn all_of_them_together_are_the_built_in_rulebook() {
    let loaded = Rulebook::without_packs().with_all_sealed(sealed_packs().map(|(_, bytes)| bytes)).unwrap();
    assert_eq!(ids(&loaded), ids(&Rulebook::built_in()));
    let listed = |rulebook: &Rulebook| rulebook.answer("list-rules", "{}").unwrap();
    assert_eq!(listed(&loaded), listed(&Rulebook::built_in()));
}

#[test]
fn one_may_stand_on_another_that_follows_it_but_not_on_one_that_is_missing() {
    let [local, guide] = ["county-durham", "multi-agency-meetings"].map(sealed);
    for order in [[local, guide], [guide, local]] {
        assert!(Rulebook::without_packs().with_all_sealed(order).is_ok());
    }
    let alone = Rulebook::without_packs().with_sealed(local).unwrap_err();
    assert_eq!(alone.path(), "document.stands_on[0]");
}

#[test]
fn whatever_is_damaged_is_refused_and_nothing_else_is_loaded_with_it() {
    let whole = sealed("information-sharing");
    let longer = [whole, &[0]].concat();
    let shorter = &whole[..whole.len() - 1];
    let changed: Vec<u8> = whole.iter().map(|byte| byte ^ u8::from(*byte == b'i')).collect();
    for damaged in [&[], shorter, &longer, &changed] {
        let refusal = Rulebook::without_packs().with_all_sealed([sealed("multi-agency-meetings"), damaged]).unwrap_err();
        assert_eq!(refusal.path(), "");
    }
}

#[test]
fn a_pack_is_loaded_once() {
    let whole = sealed("information-sharing");
    assert_eq!(Rulebook::without_packs().with_all_sealed([whole, whole]).unwrap_err().path(), "document.id");
}
