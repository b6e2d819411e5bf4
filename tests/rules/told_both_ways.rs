//! What cannot both be is told, asked, and never counts in favour.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn decided(question: &str, facts: &Value) -> Value {
    ask(question, facts, &rulebook()).unwrap_or_else(|refusal| panic!("{facts}: {refusal}"))
}

fn is_told(decision: &Value) -> bool {
    let contradicts = |caution: &Value| caution["code"] == "facts-contradict";
    decision["settled"] == false && decision["cautions"].as_array().unwrap().iter().any(contradicts)
}

#[test]
fn a_conference_that_is_required_and_declined_leaves_the_way_open() {
    let facts = |declined: bool| {
        json!({"area": "county-durham", "icpcDecision": "required", "concernSerious": true, "requesters": 2, "supportedBy": "named nurse",
               "ladder": "conference-not-held", "cscDeclined": declined})
    };
    let both = decided("resolve-disagreement", &facts(true));
    assert!(is_told(&both), "{}", both["cautions"]);
    assert_eq!(both["answer"]["next"][0]["rule"], "CD-31");
    let required = decided("resolve-disagreement", &facts(false));
    assert_eq!(required["answer"]["next"], json!([]));
}

#[test]
fn nobody_who_is_not_born_takes_parents_off_the_list() {
    let facts = |unborn: Value| {
        json!({"area": "bracknell-forest", "meetingType": "tac-initial", "fraserCompetent": true, "signedCafSelf": true, "cpConcern": false,
               "parentsPoseRisk": false, "child": {"unborn": unborn}})
    };
    let expected = |unborn: Value| decided("list-attendees", &facts(unborn))["answer"]["expected"].to_string();
    assert!(expected(json!(true)).contains("parents-or-carers"));
    assert!(is_told(&decided("list-attendees", &facts(json!(true)))));
    assert!(!expected(json!(false)).contains("parents-or-carers"));
}

#[test]
fn a_no_to_cause_to_suspect_harm_beside_a_danger_is_told_and_protects() {
    for danger in ["seriousRisk", "penetrativeSexualAbuse", "immediateActionRequired", "immediateProtectionNeeded"] {
        let facts = json!({"area": "generic", "concerns": {danger: true}, "reasonableCauseSignificantHarm": false});
        let decision = decided("choose-meeting", &facts);
        assert_eq!(decision["answer"]["route"], "strategy");
        assert!(is_told(&decision), "{danger}");
        assert!(decision["ask"].to_string().contains("reasonableCauseSignificantHarm"), "{}", decision["ask"]);
    }
    let plain =
        decided("choose-meeting", &json!({"area": "generic", "concerns": {"seriousRisk": true}, "reasonableCauseSignificantHarm": true}));
    assert!(!plain["cautions"].to_string().contains("facts-contradict"));
}

#[test]
fn consensus_that_is_reached_ends_the_disagreement() {
    let decision = decided(
        "resolve-disagreement",
        &json!({"area": "bracknell-forest", "thresholdDispute": true, "consensus": true, "ladder": "threshold"}),
    );
    assert_eq!(decision["answer"]["next"], json!([]));
    assert!(decision["setAside"].to_string().contains("BF-D0"));
}

/// Each of two moments in the order that cannot be.
#[test]
fn orders_that_cannot_be_are_told() {
    let day = |day: u32| json!(format!("2026-11-{day}T10:00"));
    let orders = [
        json!({"spocRequestAt": day(24), "meetingStart": day(23), "immediateRisk": "low"}),
        json!({"decisionAt": day(24), "proforma": {"returnBy": day(23)}}),
        json!({"spocRequestAt": day(24), "proforma": {"returnBy": day(23)}, "immediateRisk": "low"}),
        json!({"decisionAt": day(24), "spocRequestAt": day(23), "immediateRisk": "low"}),
        json!({"decisionAt": day(24), "meetingStart": day(23)}),
    ];
    for mut facts in orders {
        facts["area"] = json!("county-durham");
        let decision = decided("list-deadlines", &facts);
        assert!(is_told(&decision), "{facts}: {}", decision["cautions"]);
    }
}

/// A word that denies beside another says both: nothing rests on either, and it is asked.
#[test]
fn nobody_beside_somebody_is_not_known() {
    let told = json!({"area": "hampshire", "meetingType": "professionals", "fiiConcern": true, "familyAppropriate": true, "parentsPoseRisk": false,
                      "carersMayBeToldBy": ["nobody", "named-doctor"]});
    let decision = decided("list-deadlines", &told);
    let to: Vec<String> = decision["answer"]["deadlines"].as_array().unwrap().iter().map(|one| one["to"].to_string()).collect();
    assert!(!to.iter().any(|to| to.contains("family") || to.contains("parents")), "{to:?}");

    let dispute = json!({"area": "county-durham", "ladder": "conference-not-held", "icpcDecision": ["required", "not-required"],
                         "concernSerious": true, "stage": 1, "concernsRemain": true});
    assert_eq!(decided("resolve-disagreement", &dispute)["answer"]["next"][0]["rule"], "CD-30a");
    let support = json!({"area": "county-durham", "ladder": "conference-not-held", "requesters": 1, "supportedBy": ["nobody", "senior-manager"],
                         "supporterIsAnother": true});
    assert_ne!(decided("resolve-disagreement", &support)["answer"]["next"][0]["ready"], true);
}

#[test]
fn one_person_is_told_of_once_however_spelt() {
    let facts = json!({"area": "hampshire", "meetingType": "professionals",
                       "family": [{"who": "Dad", "posesRisk": false}, {"who": "dad", "posesRisk": true}]});
    for question in ["list-attendees", "list-deadlines", "make-checklist"] {
        assert_eq!(ask(question, &facts, &rulebook()).unwrap_err().path(), "family[1].who", "{question}");
    }
}

#[test]
fn the_highest_risk_is_a_high_one() {
    for child in [json!({"ehcp": true, "openToSocialCare": false}), json!({"lookedAfter": true, "openToSocialCare": true})] {
        let facts = json!({"area": "northamptonshire", "meetingType": "mdt-countywide", "purpose": "discuss-children", "accessIssue": "none",
                           "safeguardingRisk": "clear", "child": child, "highestRisk": true, "othersConsidered": true, "asOf": "2020-10-01"});
        let decision = decided("choose-meeting", &facts);
        let heading = decision["answer"]["heading"].as_str().unwrap();
        assert!(!heading.starts_with("Nothing that was said speaks for"), "{heading}");
    }
}
