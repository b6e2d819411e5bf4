//! A lead professional of the family who is a risk, or may be one, outweighs that parents are none: nothing is sent to them.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn told(question: &str, more: Value) -> Value {
    let mut facts = json!({"area": "bracknell-forest", "meetingType": "tac-initial", "cpConcern": false, "fiiConcern": false});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask(question, &facts, &rulebook()).unwrap_or_else(|refusal| panic!("{facts}: {refusal}"))
}

fn names(list: &Value, field: &str) -> Vec<String> {
    list.as_array().unwrap().iter().map(|one| one[field].as_str().unwrap().to_owned()).collect()
}

/// Whoever of the family is invited, or gets anything that is written.
fn reached(facts: &Value) -> Vec<String> {
    let invited = told("list-attendees", facts.clone());
    let lists = ["required", "expected", "optional"].map(|list| &invited["answer"][list]);
    let people = lists.into_iter().flat_map(|list| list.as_array().unwrap());
    let invited = people.filter(|one| one["notYetInvited"] != true).map(|one| one["agency"].as_str().unwrap().to_owned());
    let sent = told("list-deadlines", facts.clone());
    let sent = sent["answer"]["deadlines"].as_array().unwrap().iter().flat_map(|one| names(&one["to"], "id"));
    invited.chain(sent).filter(|who| ["m", "parents-or-carers", "parents", "parents-and-named-others"].contains(&who.as_str())).collect()
}

#[test]
fn a_lead_of_the_family_who_may_be_a_risk_keeps_everything_from_parents() {
    let family = json!([{"who": "M", "relation": "mother", "posesRisk": false}]);
    for (risk, reaches) in [(json!(true), false), (json!("unknown"), false), (json!(false), true)] {
        for kind in ["mother", "parent", "carer"] {
            let lead = json!({"type": kind, "posesRisk": risk});
            for facts in [json!({"lp": lead, "family": family}), json!({"lp": lead, "parentsPoseRisk": false})] {
                let reached = reached(&facts);
                assert_eq!(!reached.is_empty(), reaches, "{facts}: {reached:?}");
            }
        }
    }
}

#[test]
fn what_is_open_of_a_lead_of_the_family_is_asked() {
    let decision = told("list-deadlines", json!({"lp": {"type": "parent", "posesRisk": "unknown"}, "parentsPoseRisk": false}));
    assert!(names(&decision["ask"], "path").contains(&"lp.posesRisk".to_owned()), "{}", decision["ask"]);
    let decision = told("list-attendees", json!({"lp": {"type": "practitioner", "posesRisk": "unknown"}, "parentsPoseRisk": false}));
    assert!(decision["answer"]["expected"].to_string().contains("parents"), "{}", decision["answer"]["expected"]);
}

#[test]
fn an_opt_out_that_nobody_knows_sends_parents_no_plan() {
    for (opted_out, sent) in [(json!(true), false), (json!("unknown"), false), (json!(false), true)] {
        let decision = told("list-deadlines", json!({"parentsPoseRisk": false, "youngPersonOptsOutParents": opted_out}));
        let to: Vec<String> = decision["answer"]["deadlines"].as_array().unwrap().iter().flat_map(|one| names(&one["to"], "id")).collect();
        assert_eq!(to.iter().any(|who| who.starts_with("parents")), sent, "{opted_out}: {to:?}");
    }
}

#[test]
fn an_opt_out_that_nobody_knows_keeps_the_plan_from_each_who_is_named() {
    let family = json!([{"who": "F", "relation": "father", "posesRisk": true}, {"who": "G", "relation": "carer", "posesRisk": false}]);
    for (opted_out, sent) in [(json!("unknown"), false), (json!(false), true)] {
        let decision = told("list-deadlines", json!({"family": family, "youngPersonOptsOutParents": opted_out}));
        let to: Vec<String> = decision["answer"]["deadlines"].as_array().unwrap().iter().flat_map(|one| names(&one["to"], "id")).collect();
        assert_eq!(to.contains(&"g".to_owned()), sent, "{opted_out}: {to:?}");
    }
}

#[test]
fn a_competence_that_somebody_says_is_not_known_is_asked_whatever_was_attested() {
    let decision = told(
        "list-attendees",
        json!({"fraserCompetent": "unknown", "signedCafSelf": true, "othersConsidered": true, "parentsPoseRisk": false}),
    );
    assert!(decision["answer"]["expected"].to_string().contains("parents-or-carers"));
    assert!(decision["settled"] == false && names(&decision["ask"], "path").contains(&"fraserCompetent".to_owned()), "{}", decision["ask"]);
}

/// Of what tells a fact in two ways the one that is open is asked.
#[test]
fn an_age_group_that_somebody_says_is_not_known_is_asked_beside_an_attestation() {
    let decision =
        ask("list-attendees", &json!({"meetingType": "mash", "othersConsidered": true, "subject": {"ageGroup": "unknown"}}), &rulebook());
    let decision = decision.unwrap();
    assert!(decision["answer"]["required"].to_string().contains("\"settled\":false"));
    assert!(
        decision["settled"] == false && names(&decision["ask"], "path").contains(&"subject.ageGroup".to_owned()),
        "{}",
        decision["ask"]
    );
}
