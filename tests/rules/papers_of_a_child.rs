//! What is sent to a child is read by whoever cares for the child: while carers are kept away, or their risk is not answered no,
//! it is withheld, unless somebody says that nothing is to be feared of it. Nobody is needed, or sent anything, before birth.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn answered(question: &str, more: &Value) -> Value {
    let mut facts = json!({"area": "bracknell-forest", "meetingType": "tac-initial"});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask(question, &facts, &rulebook()).unwrap_or_else(|refusal| panic!("{more}: {refusal}"))
}

/// Whether the plan goes to the child, stands among those who are not to get it, and is withheld on the checklist's list too.
fn plan(more: &Value) -> (bool, Option<bool>) {
    let decision = answered("list-deadlines", more);
    let plan = decision["answer"]["deadlines"].as_array().unwrap().iter().find(|duty| duty["duty"] == "send-detailed-action-plan");
    let stands = |list: &str| plan.unwrap()[list].as_array().unwrap().iter().find(|who| who["id"] == "child").cloned();
    let gets = stands("to").is_some();
    let mut listed = more.clone();
    listed["list"] = "detailed-action-plan".into();
    let list = answered("make-checklist", &listed);
    let child = list["answer"]["distribution"].as_array().unwrap().iter().find(|one| one["id"] == "child").cloned().unwrap();
    assert_eq!(child["withheld"] == true, !gets, "{more}");
    (gets, stands("notTo").map(|who| who["provisional"] == true))
}

fn asks(more: &Value, path: &str) -> bool {
    answered("list-deadlines", more)["ask"].as_array().unwrap().iter().any(|ask| ask["path"] == path)
}

#[test]
fn a_paper_to_a_child_is_one_to_the_carers() {
    for child in [json!({"age": 1}), json!({"unborn": true}), json!({"age": 14})] {
        let kept = json!({"fiiConcern": true, "child": child});
        assert_eq!(plan(&kept), (false, Some(false)), "{kept}");
        assert!(asks(&kept, "copySafeWithChild"), "{kept}");
    }
    for risk in [json!({"parentsPoseRisk": true}), json!({"family": [{"who": "father", "posesRisk": true}]})] {
        assert_eq!(plan(&risk), (false, Some(false)), "{risk}");
        assert!(asks(&risk, "copySafeWithChild"), "{risk}");
    }
    for open in [json!({}), json!({"parentsPoseRisk": "unknown"}), json!({"parentsPoseRisk": false, "fiiConcern": "unknown"})] {
        assert_eq!(plan(&open), (false, Some(true)), "{open}");
    }
    assert!(asks(&json!({}), "parentsPoseRisk"));
}

#[test]
fn it_goes_where_the_risk_was_answered_no_or_nothing_is_to_be_feared() {
    for calm in [
        json!({"parentsPoseRisk": false}),
        json!({"parentsPoseRisk": true, "copySafeWithChild": true}),
        json!({"fiiConcern": true, "parentsPoseRisk": false, "carersMayBeToldBy": "named-doctor"}),
    ] {
        assert_eq!(plan(&calm), (true, None), "{calm}");
    }
    // Neither silence nor an attestation says so.
    assert_eq!(plan(&json!({"othersConsidered": true})), (false, Some(true)));
    assert_eq!(plan(&json!({"parentsPoseRisk": true, "copySafeWithChild": false})), (false, Some(false)));
    assert!(!asks(&json!({"parentsPoseRisk": true, "copySafeWithChild": false}), "copySafeWithChild"));
    assert_eq!(plan(&json!({"parentsPoseRisk": false, "child": {"unborn": true}})), (false, Some(false)));
}

#[test]
fn a_child_comes_whatever_is_sent_and_nobody_is_needed_before_birth() {
    let child = |more: Value| {
        let answer = answered("list-attendees", &more)["answer"].clone();
        let needed = answer["required"].as_array().unwrap().iter().find(|one| one["agency"] == "child").cloned();
        assert_eq!(answer["heading"].as_str().unwrap().contains("the child or young person"), needed.is_some(), "{answer}");
        needed
    };
    for more in [json!({}), json!({"fiiConcern": true}), json!({"parentsPoseRisk": true})] {
        let needed = child(more.clone()).unwrap();
        assert!(needed["settled"] == true && needed["notYetInvited"].is_null() && needed["keptAway"].is_null(), "{more}: {needed}");
    }
    assert!(child(json!({"child": {"unborn": true}})).is_none());
    assert!(child(json!({"subject": {"ageGroup": "unborn"}})).is_none());
    assert!(child(json!({"children": [{"ref": "A", "unborn": true}, {"ref": "B", "age": 9}]})).is_some());
}
