//! What speaks of danger in any document does so in every stack: at a team around the child nobody who holds information is kept
//! away, settled, where a danger is told, or where somebody said that one is not known.

use crate::common::written::packs;
use crate::common::{ask, camel, rulebook};
use serde_json::{Value, json};

/// A first meeting of a team around the child at which somebody has said no to a child protection concern.
fn calm() -> Value {
    json!({
        "area": "bracknell-forest", "meetingType": "tac-initial", "cpConcern": false, "parentsPoseRisk": false, "fraserCompetent": false,
        "signedCafSelf": false, "thresholdDispute": false, "agencies": [{"name": "police", "hasRelevantInformation": true, "inPackage": false}],
    })
}

fn with(more: &Value) -> Value {
    let mut facts = calm();
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask("list-attendees", &facts, &rulebook()).unwrap_or_else(|refusal| panic!("{more}: {refusal}"))
}

fn police<'d>(decision: &'d Value, list: &str) -> Option<&'d Value> {
    decision["answer"][list].as_array().unwrap().iter().find(|one| one["agency"] == "police")
}

fn asks(decision: &Value, path: &str) -> bool {
    decision["ask"].as_array().unwrap().iter().any(|ask| ask["path"] == path)
}

fn said<'d>(decision: &'d Value, code: &str) -> Vec<&'d str> {
    let cautions = decision["cautions"].as_array().unwrap().iter().filter(|caution| caution["code"] == code);
    cautions.map(|caution| caution["text"].as_str().unwrap()).collect()
}

/// A fact at its path.
fn at(path: &str, value: &Value) -> Value {
    match path.split_once('.') {
        Some((of, name)) => json!({of: {name: value}}),
        None => json!({path: value}),
    }
}

/// Every fact that a document marks, with its path and the word, the day or the yes that makes it true.
fn dangers() -> Vec<(String, Value)> {
    let of_pack = packs().iter().flat_map(|pack| pack.object["fact"].as_object().into_iter().flatten());
    let marked = of_pack.filter(|(_, fact)| fact["speaks_of_danger"] == true);
    let path = |name: &str, fact: &Value| fact["path"].as_str().map_or_else(|| camel(name), str::to_owned);
    let yes = |fact: &Value| match fact["is"].get(0) {
        Some(word) => word.clone(),
        None if fact["moment"] == true || fact["filled"] == true => json!("2026-07-06"),
        None => json!(true),
    };
    marked.map(|(name, fact)| (path(name, fact), yes(fact))).collect()
}

#[test]
fn a_danger_of_any_document_keeps_whoever_holds_information() {
    assert!(police(&with(&json!({})), "excluded").is_some());
    let dangers = dangers();
    assert!(dangers.len() > 30, "{dangers:?}");
    for (path, yes) in dangers.iter().filter(|(path, _)| path != "cpConcern") {
        let decision = with(&at(path, yes));
        assert!(police(&decision, "excluded").is_none() && police(&decision, "expected").is_some(), "{path}");
        let told = |code| said(&decision, code).len();
        assert_eq!((told("child-protection-first"), told("facts-contradict"), told("not-asked-here")), (1, 1, 0), "{path}");
        assert!(asks(&decision, path) && asks(&decision, "cpConcern"), "{path}: {}", decision["ask"]);
    }
}

#[test]
fn a_danger_that_is_said_to_be_unknown_is_no_no() {
    for (path, _) in dangers() {
        let decision = with(&at(&path, &json!("unknown")));
        assert!(police(&decision, "excluded").is_none(), "{path}");
        assert_eq!(police(&decision, "expected").unwrap()["settled"], false, "{path}");
        assert!(decision["settled"] == false && asks(&decision, &path), "{path}: {}", decision["ask"]);
    }
}

#[test]
fn nor_is_one_of_a_child_or_of_somebody_of_the_family() {
    let mut facts = calm();
    facts.as_object_mut().unwrap().remove("parentsPoseRisk");
    facts["family"] = json!([{"who": "father", "posesRisk": "unknown"}]);
    let decision = ask("list-attendees", &facts, &rulebook()).unwrap();
    assert!(police(&decision, "excluded").is_none() && asks(&decision, "family[0].posesRisk"), "{}", decision["ask"]);
    assert!(!asks(&decision, "parentsPoseRisk"));
    let of_children = json!({"children": [{"ref": "A"}, {"ref": "B", "concerns": {"seriousRisk": "unknown"}}]});
    let decision = with(&of_children);
    assert!(police(&decision, "excluded").is_none(), "{decision}");
    assert!(asks(&decision, "children[1].concerns.seriousRisk"), "{}", decision["ask"]);
    let decision = with(&json!({"children": [{"ref": "A", "cpPlan": true}, {"ref": "B"}]}));
    assert!(police(&decision, "excluded").is_none() && police(&decision, "expected").is_some(), "{decision}");
}

#[test]
fn a_word_that_nobody_knows_is_not_known_and_a_lower_one_is_a_no() {
    let decision = with(&json!({"immediateRisk": "high"}));
    assert!(police(&decision, "excluded").is_none() && asks(&decision, "immediateRisk"), "{}", decision["ask"]);
    for more in [json!({"immediateRisk": "low"}), json!({"decision": "early-help"}), json!({"highRisk": false})] {
        assert!(police(&with(&more), "excluded").is_some(), "{more}");
    }
}

#[test]
fn what_is_no_danger_is_still_told_as_not_asked_here() {
    let decision = with(&json!({"dueToCrisis": true}));
    assert!(police(&decision, "excluded").is_some());
    assert_eq!(said(&decision, "not-asked-here").len(), 1);
}
