//! People, chair and format.

use super::*;

#[test]
fn amb_28_durham_wants_one_meeting_and_others_may_telephone() {
    let facts = |area: &str, format: &str| json!({"area": area, "meetingType": "strategy", "format": format});
    assert_eq!(attendees(facts("county-durham", "serial-phone-calls"))["answer"]["format"]["compliant"], false);
    assert_eq!(attendees(facts("county-durham", "conference-call"))["answer"]["format"]["compliant"], true);
    assert_eq!(attendees(facts("generic", "telephone"))["answer"]["format"]["compliant"], true);
    assert_eq!(ids(&attendees(facts("county-durham", "meeting")), "setAside"), ["TR-S5"]);
}

#[test]
fn amb_29_the_union_of_both_lists_is_required() {
    for area in ["generic", "county-durham"] {
        let facts = json!({"area": area, "meetingType": "strategy", "child": {"lookedAfter": true}, "attendance": {"csc": "in-person", "police": "phone", "health": "in-person"}});
        let decision = attendees(facts);
        assert_eq!(agencies(&decision, "required"), ["childrens-social-care", "police", "health", "fostering-service"], "{area}");
        let answer = &decision["answer"];
        assert_eq!(
            (&answer["quorate"], &answer["allRequiredPresent"], &answer["missing"]),
            (&json!(true), &json!(false), &json!(["fostering-service"]))
        );
        assert!(agencies(&decision, "expected").contains(&"referring-agency".to_owned()));
    }
    let unknown = attendees(json!({"area": "generic", "meetingType": "strategy"}));
    assert_eq!((agencies(&unknown, "required").len(), asks(&unknown)), (4, vec!["child.lookedAfter"]));
}

#[test]
fn what_is_certain_by_one_rule_stays_certain_beside_another() {
    let agencies = json!([{"name": "fostering-service", "hasRelevantInformation": true, "directInvolvement": false}]);
    let decision = attendees(json!({"area": "county-durham", "meetingType": "s47", "agencies": agencies}));
    let required = decision["answer"]["required"].as_array().unwrap();
    let fostering = required.iter().find(|person| person["agency"] == "fostering-service").unwrap();
    assert_eq!((&fostering["settled"], &fostering["rule"]), (&json!(true), &json!("CD-25a")));
    let unknown = attendees(json!({"area": "county-durham", "meetingType": "s47", "agencies": [{"name": "housing"}]}));
    assert!(asks(&unknown).contains(&"agencies[0].hasRelevantInformation"));
}

#[test]
fn amb_31_seniority_is_warned_about_and_excludes_nobody() {
    let decision =
        attendees(json!({"area": "county-durham", "meetingType": "strategy", "attendees": [{"agency": "school", "canDecide": false}]}));
    assert!(cautions(&decision).contains(&"not-sufficiently-senior") && decision["answer"]["excluded"] == json!([]));
}

#[test]
fn amb_64_a_deputy_recorded_out_of_hours_will_do() {
    let chaired = |role: &str, deputy: Value| {
        attendees(json!({"area": "county-durham", "meetingType": "strategy", "chair": {"role": role, "nominatedDeputy": deputy}}))["answer"]
            ["chairValid"]
            .clone()
    };
    assert_eq!(chaired("csc_team_manager", json!(null)), true);
    assert_eq!(chaired("out-of-hours-manager", json!(true)), true);
    assert_eq!(chaired("out-of-hours-manager", json!("unknown")), "not-established");
    assert_eq!(chaired("police-inspector", json!(false)), false);
}

#[test]
fn amb_65_without_an_area_the_guide_answers_and_says_so() {
    let decision = attendees(json!({"meetingType": "strategy"}));
    assert!(cautions(&decision).contains(&"area-not-given") && ids(&decision, "because").contains(&"TR-S2".to_owned()));
}

#[test]
fn amb_67_an_adult_goes_the_adult_route_and_an_unborn_child_does_not() {
    let meeting = |age: &str| attendees(json!({"area": "generic", "meetingType": "strategy", "subject": {"ageGroup": age}}));
    assert!(cautions(&meeting("adult")).contains(&"adult-route"));
    assert!(!cautions(&meeting("unborn")).contains(&"adult-route") && !cautions(&meeting("unknown")).contains(&"adult-route"));
}

#[test]
fn amb_68_several_children_unite_the_list() {
    let facts = json!({"area": "generic", "meetingType": "strategy", "children": [{"ref": "A", "lookedAfter": false}, {"ref": "B", "lookedAfter": true}]});
    assert!(agencies(&attendees(facts), "required").contains(&"fostering-service".to_owned()));
}

#[test]
fn amb_30_those_involved_are_expected_and_no_law_is_claimed() {
    let decision = attendees(json!({"area": "hampshire", "meetingType": "professionals"}));
    assert!(agencies(&decision, "expected").contains(&"directly-involved-professionals".to_owned()));
    assert!(cautions(&decision).contains(&"absence-is-noted"));
    let cited = decision["because"].as_array().unwrap().iter().find(|cited| cited["id"] == "HP-4f").unwrap();
    assert!(cited["words"].as_str().unwrap().contains("statutory requirement"), "its own words are shown");
    assert!(cited["reading"].as_str().is_some_and(|reading| reading.contains("makes no such duty")), "{cited}");
    let declined = chosen(json!({"area": "hampshire", "meetingType": "professionals", "inviteeNotEngaging": true}));
    assert!(each(&declined["answer"]["routes"], "route").contains(&"escalation"));
}

#[test]
fn amb_32_the_police_are_always_in_a_strategy_meeting_and_asked_about_in_a_locality_one() {
    for involved in [json!(true), json!(false), json!("unknown")] {
        let facts = json!({"area": "northamptonshire", "meetingType": "strategy", "policeActivelyInvolved": involved});
        let decision = attendees(facts);
        assert!(agencies(&decision, "required").contains(&"police".to_owned()));
        assert!(!ids(&decision, "because").contains(&"NH-17".to_owned()));
    }
    let locality = |involved: Value| json!({"area": "northamptonshire", "meetingType": "mdt-locality", "asOf": "2020-07-13", "policeActivelyInvolved": involved});
    let unknown = attendees(locality(json!("unknown")));
    assert!(agencies(&unknown, "required").contains(&"police".to_owned()) && asks(&unknown).contains(&"policeActivelyInvolved"));
    assert!(!agencies(&attendees(locality(json!(false))), "required").contains(&"police".to_owned()));
    assert_eq!(each(&duty(&falls_due(locality(json!("unknown"))), "tell-police-which-children")["to"], "id"), ["police"]);
}

#[test]
fn amb_33_parents_may_stay_away_only_where_both_are_a_yes() {
    let parents = |competent: Value, signed: Value| {
        let facts = json!({"area": "bracknell-forest", "meetingType": "tac-initial", "child": {"age": 12}, "fraserCompetent": competent, "signedCafSelf": signed});
        let decision = attendees(facts);
        (agencies(&decision, "expected").contains(&"parents-or-carers".to_owned()), asks(&decision).contains(&"fraserCompetent"))
    };
    assert_eq!(parents(json!(true), json!(true)), (false, false), "no age is set");
    assert_eq!(parents(json!(true), json!(false)), (true, false));
    assert_eq!(parents(json!("unknown"), json!(true)), (true, true));
    let explored = checklist(
        json!({"area": "bracknell-forest", "meetingType": "tac-initial", "list": "attendance-of-family", "fraserCompetent": true, "signedCafSelf": true, "parentsPresent": false}),
    );
    assert_eq!(explored["answer"]["missing"], json!(["parental-presence-explored"]));
}

#[test]
fn amb_34_a_meeting_without_the_child_needs_the_childs_views_and_compels_nobody() {
    let attendance = |views: Value, considered: Value| {
        let facts = json!({"area": "bracknell-forest", "meetingType": "tac-initial", "list": "attendance-of-child", "childPresent": false, "childViewsMethod": views, "engagementConsidered": considered});
        checklist(facts)["answer"]["complete"].clone()
    };
    assert_eq!(attendance(json!("advocate"), json!(true)), true);
    assert_eq!(attendance(json!(""), json!(true)), false);
    assert_eq!(attendance(json!("advocate"), json!(false)), false);
    let decision = attendees(json!({"area": "bracknell-forest", "meetingType": "tac-initial"}));
    assert!(cautions(&decision).contains(&"never-compel"));
}

#[test]
fn amb_35_only_bracknell_keeps_an_agency_away_and_never_with_a_concern_in_the_room() {
    let outside = json!([{"name": "youth club", "inPackage": false, "hasRelevantInformation": true}]);
    let excluded = |area: &str, meeting: &str, concern: Value| {
        let decision = attendees(json!({"area": area, "meetingType": meeting, "agencies": outside, "cpConcern": concern}));
        agencies(&decision, "excluded")
    };
    assert_eq!(excluded("bracknell-forest", "tac-initial", json!(false)), ["youth-club"]);
    assert!(excluded("bracknell-forest", "tac-initial", json!(true)).is_empty());
    assert!(excluded("bracknell-forest", "tac-initial", json!("unknown")).is_empty());
    assert!(excluded("bracknell-forest", "strategy", json!(false)).is_empty());
    let hampshire = attendees(json!({"area": "hampshire", "meetingType": "professionals", "agencies": outside}));
    assert!(agencies(&hampshire, "required").contains(&"youth-club".to_owned()));
    let unsaid =
        attendees(json!({"area": "bracknell-forest", "meetingType": "tac-initial", "cpConcern": false, "agencies": [{"name": "housing"}]}));
    assert!(agencies(&unsaid, "expected").contains(&"housing".to_owned()) && asks(&unsaid).contains(&"agencies[0].inPackage"));
}

#[test]
fn amb_40_a_parent_as_lead_professional_needs_a_contact_and_never_passes_as_a_risk() {
    let lead = |lp: Value| {
        checklist(
            json!({"area": "bracknell-forest", "meetingType": "tac-initial", "list": "lead-professional", "convener": "school nurse", "lpAgreedBy": ["family", "practitioner"], "lp": lp}),
        )
    };
    let without_contact = lead(json!({"type": "parent", "practitionerContact": "", "posesRisk": false}));
    assert_eq!(without_contact["answer"]["missing"], json!(["practitioner-contact-named"]));
    let contact = lead(json!({"type": "parent", "practitionerContact": "school nurse", "posesRisk": false}));
    assert_eq!(contact["answer"]["complete"], true);
    assert!(!cautions(&contact).contains(&"lead-professional-attributed-risk"));
    let risk = lead(json!({"type": "parent", "practitionerContact": "school nurse", "posesRisk": true}));
    assert!(cautions(&risk).contains(&"lead-professional-attributed-risk"));
    assert_eq!(risk["answer"]["complete"], "not-established");
}

#[test]
fn amb_46_health_and_education_are_expected_at_the_countywide_meeting_and_their_absence_is_said() {
    let facts = json!({"area": "northamptonshire", "meetingType": "mdt-countywide", "attendance": {"csc": "phone", "health": "phone", "business-support": "phone"}});
    let decision = attendees(facts);
    for agency in ["childrens-social-care", "health", "education"] {
        assert!(agencies(&decision, "expected").contains(&agency.to_owned()), "{agency}");
    }
    assert_ne!(decision["answer"]["quorate"], false);
    let caution = decision["cautions"].as_array().unwrap().iter().find(|caution| caution["code"] == "expected-and-not-there").unwrap();
    assert!(caution["text"].as_str().unwrap().contains("education") && !caution["text"].as_str().unwrap().contains("health"));
    let referred = |referrer: &str| {
        let attendance = json!({"csc": "phone", "police": "phone", "health": "phone"});
        let facts = json!({"area": "county-durham", "meetingType": "strategy", "referrer": referrer, "attendance": attendance});
        cautions(&attendees(facts)).contains(&"expected-and-not-there")
    };
    assert_eq!((referred("school"), referred("police")), (true, false));
}

#[test]
fn amb_66_the_chair_decides_and_no_answer_does() {
    let decision = checklist(
        json!({"area": "county-durham", "meetingType": "strategy", "list": "threshold-decision", "mashReport": true, "otherInformation": true}),
    );
    assert_eq!(item(&decision, "CD-10b").unwrap()["by"], json!(["chair"]));
    for cause in [json!(true), json!(false), json!("unknown")] {
        let decision = chosen(json!({"area": "county-durham", "meetingType": "strategy", "reasonableCauseSignificantHarm": cause}));
        assert!(cautions(&decision).contains(&"people-decide"));
        assert!(!decision.to_string().to_lowercase().contains("threshold is not met"));
    }
}
