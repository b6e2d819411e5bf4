//! Records, recipients and circulation.

use super::*;

#[test]
fn amb_59_a_review_date_or_the_decision_that_none_is_needed() {
    let action = json!({"specific": "Weigh the baby each Tuesday", "quantity": "8 weighings", "owner": "Health visitor", "realisticResult": "Eight weighings", "resourcesConfirmed": true, "due": "2026-05-22"});
    let plan = |more: Value| {
        let mut plan = json!({"actions": [action]});
        plan.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ask("check-plan", &json!({"area": "hampshire", "plan": plan}), rulebook()).unwrap()["answer"].clone()
    };
    assert_eq!(plan(json!({}))["missing"], json!(["review-date"]));
    assert_eq!(plan(json!({"reviewRequired": false}))["complete"], true);
    assert_eq!(plan(json!({"reviewDates": ["2026-05-29"]}))["complete"], true);
    assert_eq!(
        plan(json!({"reviewDates": ["2026-04-01"]}))["failingActions"],
        json!([{"index": 0, "missing": ["time-related"]}]),
        "due after the review"
    );
}

#[test]
fn amb_25_the_proforma_has_one_deadline_two_who_owe_it_and_every_recipient() {
    let decision = falls_due(json!({"area": "county-durham", "meetingType": "strategy", "decisionAt": "2026-03-03T10:00"}));
    let proforma = duty(&decision, "proforma");
    assert_eq!(proforma["due"], "2026-03-03T11:00:00+00:00");
    assert_eq!(each(&proforma["by"], "id"), ["chair", "team-coordinator"]);
    for recipient in ["health-spoc", "police-spoc", "referring-agency", "relevant-agencies"] {
        assert!(each(&proforma["to"], "id").contains(&recipient), "{recipient}");
    }
}

#[test]
fn amb_26_durham_sends_decisions_to_those_who_came_and_others_to_all_who_were_invited() {
    let durham = falls_due(json!({"area": "county-durham", "meetingType": "strategy", "meetingEndedAt": "2026-03-03T10:00"}));
    let decisions = duty(&durham, "decisions");
    let of_document = |document: &str| {
        let sent = decisions["documents"].as_array().unwrap().iter().find(|sent| sent["document"] == document).unwrap();
        sent["to"].clone()
    };
    assert_eq!(of_document("record"), json!(["all-in-attendance"]));
    assert_eq!(of_document("own-actions"), json!(["absent-agencies"]), "an absent agency gets its own actions only");
    assert!(!durham.to_string().contains("all-invited"));
    assert!(cautions(&durham).contains(&"unsafe-recipient-not-known"));
    let generic = falls_due(json!({"area": "generic", "meetingType": "strategy"}));
    assert_eq!(each(&duty(&generic, "record")["to"], "id"), ["all-invited", "all-parties"]);
    assert!(cautions(&generic).contains(&"safe-to-receive"));
}

#[test]
fn amb_27_durham_gives_a_day_and_elsewhere_no_number_is_made_up() {
    let durham = falls_due(json!({"area": "county-durham", "meetingEndedAt": "2026-03-03T10:00"}));
    assert_eq!(duty(&durham, "decisions")["due"], "2026-03-04T10:00:00+00:00");
    let cited = durham["because"].as_array().unwrap().iter().find(|cited| cited["id"] == "CD-16b").unwrap();
    assert!(cited["reading"].as_str().unwrap().contains("marked as awaiting authorisation"));
    let generic = falls_due(json!({"area": "generic", "meetingType": "strategy"}));
    let record = duty(&generic, "record");
    assert_eq!((&record["limit"], &record["due"]), (&json!("as soon as practicable"), &Value::Null));
    let authorised = checklist(json!({"area": "generic", "meetingType": "strategy", "list": "record", "record": {"authorisedBy": ""}}));
    assert!(authorised["answer"]["missing"].as_array().unwrap().contains(&json!("authorised")));
}

#[test]
fn amb_36_nobody_who_is_a_risk_or_unwanted_gets_a_copy() {
    for fact in ["parentsPoseRisk", "youngPersonOptsOutParents"] {
        let facts = json!({"area": "bracknell-forest", "meetingType": "tac-initial", "duty": "send-detailed-action-plan", fact: true});
        let decision = falls_due(facts.clone());
        let copies = duty(&decision, "send-detailed-action-plan");
        assert!(!each(&copies["to"], "id").contains(&"parents-or-carers") && each(&copies["notTo"], "id").contains(&"parents-or-carers"));
        // What goes to the child is read by the carers: a copy waits for a no to their risk.
        assert!(each(&copies["notTo"], "id").contains(&"child") && cautions(&decision).contains(&"check-before-copies-go"));
        let recorded = checklist(json!({"area": "bracknell-forest", "meetingType": "tac-initial", "list": "copies", fact: true}));
        for rule in ["BF-K4", "BF-K4/addresses", "BF-K4/others"] {
            assert!(item(&recorded, rule).is_some(), "{rule}");
        }
    }
}

#[test]
fn amb_60_somebody_tells_the_child_and_the_parents_or_the_reason_is_on_record() {
    let list = |said: Value| {
        let mut facts = json!({"area": "hampshire", "meetingType": "professionals", "list": "record", "parentsInvolved": false, "raisingRisksHarm": false, "plan": {"howRaisedWithParents": "At the home visit", "reasonNotRaised": ""}});
        facts.as_object_mut().unwrap().extend(said.as_object().unwrap().clone());
        checklist(facts)["answer"]["missing"].clone()
    };
    assert_eq!(list(json!({"feedbackLead": "", "parentsFeedbackLead": ""})), json!(["feedback-lead", "feedback-to-parents"]));
    assert_eq!(list(json!({"feedbackLead": "Health visitor", "parentsFeedbackLead": ""})), json!([]));
    assert_eq!(list(json!({"feedbackLead": "", "parentsFeedbackLead": "Health visitor"})), json!(["feedback-lead"]));
    let excepted = json!({"feedbackLead": "", "parentsFeedbackLead": "", "raisingRisksHarm": true, "plan": {"reasonNotRaised": "It would put the child at risk"}});
    assert_eq!(list(excepted), json!([]));
}

#[test]
fn amb_71_a_form_that_was_not_supplied_is_named_and_never_made_up() {
    let asked = [
        ("make-checklist", json!({"area": "northamptonshire", "meetingType": "mdt-countywide", "list": "mdt-summary"})),
        ("list-deadlines", json!({"area": "county-durham", "decisionAt": "2026-03-03T10:00"})),
        ("make-checklist", json!({"area": "bracknell-forest", "meetingType": "tac-initial", "list": "tools"})),
        ("resolve-disagreement", json!({"area": "hampshire", "internalDisagreement": true})),
        ("resolve-disagreement", json!({"area": "county-durham", "stage": 3, "unresolved": true, "ladder": "conference-not-held"})),
    ];
    for (question, facts) in asked {
        let decision = ask(question, &facts, rulebook()).unwrap();
        assert!(decision.to_string().contains("\"external\":true") && cautions(&decision).contains(&"document-not-supplied"), "{facts}");
    }
}
