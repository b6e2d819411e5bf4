//! Sharing information, consent and the family; actions and disputes.

use super::*;

#[test]
fn amb_47_another_basis_is_needed_where_risk_is_not_high_and_nothing_is_blocked() {
    for (risk, basis, complete) in [(true, None, true), (false, None, false), (false, Some("public-task"), true)] {
        let facts = json!({"area": "northamptonshire", "highRisk": risk, "lawfulBasis": basis, "consentSought": false, "informationShared": "School attendance", "reasoningNotSought": "It would have delayed the plan"});
        let answer = &record(facts)["answer"];
        assert_eq!((&answer["record"]["complete"], &answer["sharingBlocked"]), (&json!(complete), &json!(false)), "{risk} {basis:?}");
    }
}

#[test]
fn amb_48_whether_the_family_was_told_is_recommended_everywhere() {
    let answer = record(json!({"area": "northamptonshire"}))["answer"].clone();
    assert!(answer["record"]["recommended"].as_array().unwrap().contains(&json!("familyInformed")));
}

#[test]
fn without_a_local_record_the_general_one_is_asked_for() {
    for area in [json!({}), json!({"area": "generic"}), json!({"area": "county-durham"})] {
        let answer = record(area)["answer"].clone();
        for field in
            ["informationShared", "sharedWith", "purpose", "lawfulBasis", "decidedBy", "decidedAt", "consentSought", "familyInformed"]
        {
            assert!(answer["record"]["missing"].as_array().unwrap().contains(&json!(field)), "{field}");
        }
    }
}

#[test]
fn amb_50_special_data_needs_a_condition_beside_the_basis() {
    let facts = |condition: Value| json!({"area": "northamptonshire", "highRisk": true, "consentSought": true, "informationShared": "Weight", "specialCategory": true, "art9Condition": condition});
    assert_eq!(record(facts(json!(null)))["answer"]["record"]["missing"], json!(["art9Condition"]));
    assert_eq!(record(facts(json!("safeguarding-children-and-individuals-at-risk")))["answer"]["record"]["complete"], true);
}

#[test]
fn amb_51_bases_are_recommended_and_never_chosen() {
    let answer = record(json!({"area": "hampshire"}))["answer"].clone();
    let bases = answer["lawfulBases"].as_array().unwrap();
    let recommended: Vec<&str> =
        bases.iter().filter(|basis| basis["recommended"] == "HP-3a").map(|basis| basis["id"].as_str().unwrap()).collect();
    assert_eq!(recommended, ["legal-obligation", "public-task"]);
    assert!(!answer["record"]["canonical"].as_str().unwrap().contains("lawfulBasis"));
}

#[test]
fn amb_52_and_83_not_telling_the_family_needs_a_reason_and_the_agencies() {
    let facts = |sought: Value| json!({"area": "hampshire", "familyInformed": false, "agreementSought": sought});
    assert_eq!(record(facts(json!(false)))["answer"]["preconditionMet"], false);
    assert_eq!(record(facts(json!(true)))["answer"]["preconditionMet"], true);
    assert_eq!(record(facts(json!("unknown")))["answer"]["preconditionMet"], "not-established");
    assert_eq!(record(facts(json!(true)))["answer"]["informFamily"], "exception-to-record");
    assert_eq!(record(json!({"area": "hampshire", "familyInformed": true}))["answer"]["preconditionMet"], Value::Null);
}

#[test]
fn amb_54_three_consents_stand_apart() {
    let decision = record(
        json!({"area": "hampshire", "consentSought": true, "consentGiven": false, "consentToMeeting": true, "consentToEngage": "unknown"}),
    );
    let canonical = decision["answer"]["record"]["canonical"].as_str().unwrap();
    assert!(
        canonical.contains("\"consentGiven\":false")
            && canonical.contains("\"consentToMeeting\":true")
            && !canonical.contains("consentToEngage")
    );
    assert!(cautions(&decision).contains(&"refusal-blocks-nothing") && cautions(&decision).contains(&"three-consents"));
}

#[test]
fn amb_57_an_owner_is_a_person_or_one_role() {
    for (owner, met) in
        [("professionals", false), ("All", false), ("the team", false), ("Health", false), ("Health visitor", true), ("School DSL", true)]
    {
        let decision = ask("check-action", &json!({"area": "hampshire", "action": {"owner": owner}}), rulebook()).unwrap();
        assert_eq!(!decision["answer"]["missing"].to_string().contains("assignable"), met, "{owner}");
    }
}

#[test]
fn amb_58_realism_is_attested_and_never_judged() {
    let action =
        |confirmed: Value| json!({"area": "hampshire", "action": {"realisticResult": "Six visits kept", "resourcesConfirmed": confirmed}});
    let unknown = ask("check-action", &action(json!("unknown")), rulebook()).unwrap();
    assert_eq!((&unknown["answer"]["needsAttestation"], asks(&unknown)), (&json!(true), vec!["action.resourcesConfirmed"]));
    let attested = ask("check-action", &action(json!(true)), rulebook()).unwrap();
    let finding = attested["answer"]["findings"].as_array().unwrap().iter().find(|finding| finding["criterion"] == "realistic").unwrap();
    assert_eq!(finding["text"], "Attested by those who agreed it; not verified.");
}

#[test]
fn amb_53_an_objection_is_no_veto_and_needs_a_decision() {
    let decision = chosen(
        json!({"area": "hampshire", "meetingType": "professionals", "concernsWithinGroup": true, "authorisedBy": "dsl", "reasonableCauseSignificantHarm": false, "familyObjects": true}),
    );
    assert_eq!(meeting(&decision, "professionals")["verdict"], "may-be-held");
    assert!(cautions(&decision).contains(&"objection-is-no-veto"));
    let decided = |outcome: &str, reason: &str| {
        let facts = json!({"area": "hampshire", "meetingType": "professionals", "list": "preparation", "familyObjects": true, "objectionDecision": outcome, "objectionReason": reason});
        item(&checklist(facts), "HP-11.3").unwrap()["met"].clone()
    };
    for outcome in ["strategy", "proceed", "do-not-proceed"] {
        assert_eq!((decided(outcome, "Waiting would leave the child with the suspect"), decided(outcome, "")), (json!(true), json!(false)));
    }
}

#[test]
fn amb_62_a_supported_request_should_lead_to_a_conference_and_a_refusal_to_the_next_step() {
    let asked = |more: Value| {
        let mut facts =
            json!({"area": "county-durham", "ladder": "conference-not-held", "requesters": 1, "supportedBy": "named_professional"});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        next_steps(facts)
    };
    let step = |decision: &Value| {
        let step = &decision["answer"]["next"][0];
        (step["action"].as_str().unwrap().to_owned(), step["force"].as_str().unwrap().to_owned(), step["ready"].clone())
    };
    let convene = |ready: Value| ("convene-conference".to_owned(), "should".to_owned(), ready);
    assert_eq!(step(&asked(json!({"supporterIsAnother": true}))), convene(json!(true)));
    let alone = asked(json!({"supporterIsAnother": false, "concernsRemain": true}));
    assert_eq!(step(&alone), ("formally-request-conference".to_owned(), "may".to_owned(), json!(true)));
    assert_eq!(alone["answer"]["next"][1]["ready"], false);
    let unknown = asked(json!({}));
    assert_eq!(step(&unknown), convene(json!("unknown")));
    assert!(asks(&unknown).contains(&"supporterIsAnother"));
    let declined = asked(json!({"supporterIsAnother": true, "cscDeclined": true}));
    assert_eq!(step(&declined).0, "conflict-resolution-policy");
    assert!(cautions(&declined).contains(&"declined-despite-should"));
}
