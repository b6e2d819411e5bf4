//! The rule book: every rule of every pack, once, in the order of its document, with its conditions in words.

mod common;

use common::rulebook;
use safeguarding_rules::rule_book::list_rules;
use safeguarding_rules::rulebook::Scope;

#[test]
fn every_rule_of_every_pack_stands_in_it_once() {
    let rulebook = rulebook();
    let listed = list_rules(&Scope::default(), &rulebook).unwrap().rules;
    let written: usize = rulebook.packs().iter().map(|pack| pack.rules().len()).sum();
    assert_eq!(listed.len(), written);
    let mut ids: Vec<_> = listed.iter().map(|entry| (&entry.question, entry.rule.id)).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), written);
}

#[test]
fn what_a_rule_needs_and_what_keeps_it_away_is_told_in_questions() {
    let rulebook = rulebook();
    for entry in list_rules(&Scope::default(), &rulebook).unwrap().rules {
        for ask in entry.when.iter().chain(&entry.unless) {
            let question = ask.question.to_string();
            assert!(question.ends_with('?') || question.ends_with('.'), "{}: {} asks {question:?}", entry.rule.id, ask.path);
        }
    }
}

#[test]
fn an_area_lists_its_own_pack_and_those_it_stands_on_and_no_other() {
    let rulebook = rulebook();
    let of = |area: &str| Scope { area: Some(area.to_owned()), ..Scope::default() };
    let listed = list_rules(&of("county-durham"), &rulebook).unwrap().rules;
    let mut packs: Vec<_> = listed.iter().map(|entry| entry.pack).collect();
    packs.dedup();
    assert_eq!(packs, ["county-durham", "multi-agency-meetings"]);
    assert_eq!(list_rules(&of("nowhere"), &rulebook).unwrap_err().path, "area");
}
