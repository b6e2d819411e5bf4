//! What a second reading of the documents found to be otherwise.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn answer(question: &str, facts: Value) -> Value {
    ask(question, &facts, &rulebook()).unwrap()
}

fn codes(decision: &Value) -> Vec<&str> {
    decision["cautions"].as_array().unwrap().iter().map(|caution| caution["code"].as_str().unwrap()).collect()
}

fn asked(decision: &Value) -> Vec<&str> {
    decision["ask"].as_array().unwrap().iter().map(|ask| ask["path"].as_str().unwrap()).collect()
}

/// An age that is told of all of the children and another one of a child.
#[test]
fn an_age_that_is_told_twice_is_a_childs_and_is_asked_of_that_child() {
    for (of_all, own, is_contradiction) in [(16, 26, true), (26, 16, true), (17, 18, true), (26, 30, false), (4, 16, false)] {
        let facts = json!({"child": {"age": of_all}, "children": [{"ref": "A", "age": own}], "concernsIdentifiedAt": "2026-03-02"});
        let soon = answer("classify-concern", facts.clone());
        assert_eq!(codes(&soon).contains(&"facts-contradict"), is_contradiction, "{facts}");
        assert_eq!(asked(&soon).contains(&"children[0].age"), is_contradiction, "{facts}");
        let is_adult = own >= 18 && !is_contradiction;
        assert_eq!(soon["answer"]["timescale"].is_null(), is_adult, "{facts}");
        assert_eq!(soon["answer"]["perChild"][0]["settled"], soon["settled"], "{facts}");
    }
}

#[test]
fn a_child_of_whom_something_contradicts_itself_is_not_settled_either() {
    let facts = json!({"othersConsidered": true, "concernsIdentifiedAt": "2023-12-23T02:00", "referralReceivedAt": "2023-12-23T02:00",
        "children": [{"ref": "A", "age": 25, "unborn": true}, {"ref": "B", "age": 7}]});
    let soon = answer("classify-concern", facts);
    let settled: Vec<_> = soon["answer"]["perChild"].as_array().unwrap().iter().map(|child| &child["settled"]).collect();
    assert_eq!((settled, &soon["settled"]), (vec![&json!(false), &json!(true)], &json!(false)));
    assert!(!soon["answer"]["perChild"][0]["ask"].as_array().unwrap().is_empty());
}

/// Routes are united as people are: whoever is an adult has a route of their own beside that of the child.
#[test]
fn every_route_of_every_child_is_among_the_routes() {
    let facts = json!({"reasonableCauseSignificantHarm": true, "children": [{"ref": "A", "age": 9}, {"ref": "B", "age": 18}]});
    let choice = answer("choose-meeting", facts);
    let routes: Vec<_> = choice["answer"]["routes"].as_array().unwrap().iter().map(|called| called["route"].clone()).collect();
    let each: Vec<_> = choice["answer"]["perChild"].as_array().unwrap().iter().map(|child| child["route"].clone()).collect();
    assert_eq!((&routes, &choice["answer"]["route"]), (&vec![json!("strategy"), json!("adult-safeguarding")], &routes[0]));
    assert!(each.iter().all(|route| routes.contains(route)), "{each:?}");
}

#[test]
fn a_chair_of_whom_only_a_no_is_said_is_not_another() {
    for area in ["county-durham", "hampshire"] {
        let facts = json!({"area": area, "meetingType": "strategy", "chair": {"nominatedDeputy": false}});
        assert_ne!(answer("list-attendees", facts)["answer"]["chairValid"], json!(false), "{area}");
    }
}

/// Whether papers for the family are appropriate and safe is a condition of their own: they wait for a yes.
#[test]
fn papers_wait_for_the_condition_that_a_document_sets_for_the_family() {
    for (risk, id) in
        [(json!({"parentsPoseRisk": false}), "family"), (json!({"family": [{"who": "mother", "posesRisk": false}]}), "mother")]
    {
        for (said, goes, provisional) in
            [(json!("unknown"), false, json!(true)), (json!(true), true, json!(null)), (json!(false), false, json!(null))]
        {
            let mut facts = json!({"area": "hampshire", "familyAppropriate": said});
            facts.as_object_mut().unwrap().extend(risk.as_object().unwrap().clone());
            let decision = ask("list-deadlines", &facts, &rulebook()).unwrap();
            let minutes = decision["answer"]["deadlines"].as_array().unwrap().iter().find(|due| due["duty"] == "minutes").unwrap();
            let of = |list: &str| minutes[list].as_array().unwrap().iter().find(|who| who["id"] == id).cloned();
            assert_eq!(of("to").is_some(), goes, "{facts}");
            assert_eq!(of("notTo").map_or(json!(null), |who| who["provisional"].clone()), provisional, "{facts}");
            assert_eq!(minutes["documents"][0]["to"].as_array().unwrap().contains(&json!(id)), goes, "{facts}");
        }
    }
}
