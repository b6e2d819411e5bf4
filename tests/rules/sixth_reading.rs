//! What one more reader of the documents found: each as it should be.

use crate::common::{ask, codes, rulebook};
use safeguarding_rules::Rulebook;
use serde_json::{Value, json};

const AREAS: [&str; 5] = ["generic", "hampshire", "county-durham", "northamptonshire", "bracknell-forest"];

fn answer(question: &str, facts: Value, rulebook: &Rulebook) -> Value {
    ask(question, &facts, rulebook).unwrap_or_else(|refusal| panic!("{question} {facts}: {refusal}"))
}

fn asked(decision: &Value) -> Vec<&str> {
    decision["ask"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect()
}

fn routes(choice: &Value) -> Vec<&str> {
    choice["answer"]["routes"].as_array().unwrap().iter().map(|one| one["route"].as_str().unwrap()).collect()
}

#[test]
fn a_step_that_is_told_as_taken_later_than_now_is_told_and_asked() {
    let rulebook = rulebook();
    let told = |stage_at: &str| {
        let facts = json!({"area": "county-durham", "stage": 1, "stageAt": stage_at, "now": "2026-12-20T09:00", "othersConsidered": true});
        let decision = answer("resolve-disagreement", facts, &rulebook);
        (codes(&decision).contains(&"told-ahead"), asked(&decision).contains(&"stageAt"))
    };
    assert_eq!(told("2030-12-24T16:59"), (true, true));
    assert_eq!(told("2026-12-20T09:01"), (true, true));
    assert_eq!(told("2026-12-20T09:00"), (false, false));
}

#[test]
fn no_meeting_that_is_ruled_out_for_an_adult_is_their_route() {
    let rulebook = rulebook();
    let dangers = [
        json!({"reasonableCauseSignificantHarm": true}),
        json!({"concernTypes": ["penetrative-sexual-abuse"]}),
        json!({"concernTypes": ["domestic-abuse"], "concerns": {"seriousRisk": true}}),
    ];
    for area in AREAS {
        for danger in &dangers {
            let mut facts = json!({"area": area, "child": {"age": 19}, "othersConsidered": true});
            facts.as_object_mut().unwrap().extend(danger.as_object().unwrap().clone());
            let choice = answer("choose-meeting", facts.clone(), &rulebook);
            assert_eq!(choice["answer"]["route"], "adult-safeguarding", "{area} {danger}");
            assert!(!routes(&choice).contains(&"strategy"), "{area} {danger}");
            facts["child"]["age"] = json!(17);
            assert_ne!(answer("choose-meeting", facts, &rulebook)["answer"]["route"], "adult-safeguarding", "{area} {danger}");
        }
        let others = json!({"area": area, "child": {"age": 19}, "otherChildrenAtRiskNow": true});
        assert!(routes(&answer("choose-meeting", others, &rulebook)).contains(&"strategy"), "{area}");
    }
}

#[test]
fn a_child_under_an_order_or_in_police_protection_is_the_subject_of_an_enquiry_in_every_area() {
    let rulebook = rulebook();
    for area in AREAS {
        for power in ["emergencyProtectionOrderAt", "policeProtectionAt"] {
            let facts = json!({"area": area, "national": true, "child": {"age": 9}, power: "2026-12-24T23:50", "othersConsidered": true});
            let choice = answer("choose-meeting", facts, &rulebook);
            let routes = routes(&choice);
            assert!(routes[0] == "strategy" && routes.contains(&"s47"), "{area} {power} {routes:?}");
        }
    }
}

#[test]
fn statutory_intervention_that_is_needed_puts_a_no_to_cause_in_doubt() {
    let rulebook = rulebook();
    for area in AREAS.iter().filter(|area| **area != "bracknell-forest") {
        let facts = |needed: Value| {
            json!({"area": area, "child": {"age": 9}, "safeguardingRisk": "clear", "mashEnquiryDone": true, "othersConsidered": true,
                "statutoryInterventionNeeded": needed, "reasonableCauseSignificantHarm": false})
        };
        let choice = answer("choose-meeting", facts(json!(true)), &rulebook);
        assert_eq!(choice["settled"], false, "{area}");
        assert!(asked(&choice).contains(&"reasonableCauseSignificantHarm"), "{area}");
        assert!(codes(&choice).contains(&"found-beside-no-cause"), "{area}");
        assert!(!codes(&answer("choose-meeting", facts(json!(false)), &rulebook)).contains(&"found-beside-no-cause"), "{area}");
    }
}

#[test]
fn what_a_meeting_caps_is_capped_by_its_end_where_nobody_told_its_start() {
    let rulebook = rulebook();
    let due = |start: Option<&str>| {
        let mut facts = json!({"area": "county-durham", "meetingType": "strategy", "duty": "spoc-response", "immediateRisk": "low",
            "spocRequestAt": "2026-03-27T10:00", "meetingEndedAt": "2026-03-28T12:00"});
        facts["meetingStart"] = start.map_or(json!("unknown"), |at| json!(at));
        if start.is_none() {
            facts.as_object_mut().unwrap().remove("meetingStart");
        }
        let decision = answer("list-deadlines", facts, &rulebook);
        (decision["answer"]["deadlines"][0]["due"].clone(), asked(&decision).contains(&"meetingStart"))
    };
    assert_eq!(due(None), (json!("2026-03-28T12:00:00+00:00"), true));
    assert_eq!(due(Some("2026-03-28T10:00")), (json!("2026-03-28T10:00:00+00:00"), false));
}

#[test]
fn an_attestation_answers_nothing_that_attendance_tells() {
    let facts = json!({"area": "bracknell-forest", "meetingType": "tac-initial", "child": {"age": 15}, "cpConcern": false,
        "othersConsidered": true, "family": [{"who": "mum", "relation": "mum", "posesRisk": false}],
        "attendance": {"child": "present", "mum": "present"}});
    let decision = answer("list-attendees", facts.clone(), &rulebook());
    assert!(!codes(&decision).contains(&"attendance-told-twice"), "{decision}");
    assert!(!decision["answer"]["missing"].to_string().contains("child"));
    let mut denied = facts;
    denied["childPresent"] = json!(false);
    assert!(codes(&answer("list-attendees", denied, &rulebook())).contains(&"attendance-told-twice"));
}

#[test]
fn each_review_of_a_plan_lies_after_the_meeting() {
    let check = |dates: Value| {
        let facts = json!({"area": "hampshire", "meetingDate": "2026-12-24", "plan": {"reviewDates": dates, "actions": []}});
        let decision = answer("check-plan", facts, &rulebook());
        (codes(&decision).contains(&"review-before-meeting"), asked(&decision).contains(&"plan.reviewDates"))
    };
    assert_eq!(check(json!(["2026-12-23", "2027-02-01"])), (true, true));
    assert_eq!(check(json!(["2026-12-23"])), (true, true));
    assert_eq!(check(json!(["2027-01-23", "2027-02-01"])), (false, false));
}
