//! The rule book: every rule of every pack, once, in the order of its document, with its conditions in words.

use crate::common::written::packs;
use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn listed(scope: Value) -> Vec<Value> {
    serde_json::from_value(ask("list-rules", &scope, &rulebook()).unwrap()["rules"].take()).unwrap()
}

#[test]
fn every_rule_of_every_pack_stands_in_it_once() {
    let listed = listed(json!({}));
    let written: usize = packs().iter().map(|pack| pack.rules().count()).sum();
    assert_eq!(listed.len(), written);
    let mut ids: Vec<_> = listed.iter().map(|entry| (entry["question"].as_str().unwrap(), entry["rule"]["id"].as_str().unwrap())).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), written);
}

#[test]
fn what_a_rule_needs_and_what_keeps_it_away_is_told_in_questions() {
    for entry in listed(json!({})) {
        let asks = ["when", "unless"].iter().flat_map(|list| entry[*list].as_array().unwrap());
        for ask in asks {
            let question = ask["question"].as_str().unwrap();
            assert!(question.ends_with('?') || question.ends_with('.'), "{}: {} asks {question:?}", entry["rule"]["id"], ask["path"]);
        }
    }
}

#[test]
fn an_area_lists_its_own_pack_and_those_it_stands_on_and_no_other() {
    let listed = listed(json!({"area": "county-durham"}));
    let mut packs: Vec<_> = listed.iter().map(|entry| entry["pack"].as_str().unwrap()).collect();
    packs.dedup();
    assert_eq!(packs, ["county-durham", "multi-agency-meetings"]);
    assert_eq!(ask("list-rules", &json!({"area": "nowhere"}), &rulebook()).unwrap_err().path(), "area");
}
