//! Where the documents are unclear or disagree: each resolution in force for the questions answered here, under its id.

mod common;

use common::{ask, ids, rulebook};
use safeguarding_rules::pack::Question;
use serde_json::{Map, Value, json};

const NO: [&str; 6] = [
    "seriousRisk",
    "penetrativeSexualAbuse",
    "forensicEvidenceRequired",
    "immediateActionRequired",
    "particularlyComplex",
    "immediateProtectionNeeded",
];

/// A concern with every answer a no, but for those given; identified and received on Monday 2 March 2026.
fn concern(said: Value, more: Value) -> Value {
    let mut concerns: Map<String, Value> = NO.iter().map(|name| ((*name).to_owned(), json!(false))).collect();
    concerns.extend(said.as_object().unwrap().clone());
    let mut facts = json!({
        "area": "generic",
        "concerns": concerns,
        "concernsIdentifiedAt": "2026-03-02T09:00",
        "referralReceivedAt": "2026-03-02T10:00",
    });
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    facts
}

fn classified(said: Value, more: Value) -> Value {
    ask(Question::ClassifyConcern, &concern(said, more), &rulebook()).unwrap()
}

fn due(decision: &Value) -> &str {
    decision["answer"]["dueBy"].as_str().unwrap()
}

fn attendees(facts: Value) -> Value {
    ask(Question::ListAttendees, &facts, &rulebook()).unwrap()
}

fn record(facts: Value) -> Value {
    ask(Question::RecordConsentBasis, &facts, &rulebook()).unwrap()
}

fn cautions(decision: &Value) -> Vec<&str> {
    decision["cautions"].as_array().unwrap().iter().map(|caution| caution["code"].as_str().unwrap()).collect()
}

fn asks(decision: &Value) -> Vec<&str> {
    decision["ask"].as_array().unwrap().iter().map(|ask| ask["path"].as_str().unwrap()).collect()
}

fn agencies(decision: &Value, list: &str) -> Vec<String> {
    decision["answer"][list].as_array().unwrap().iter().map(|person| person["agency"].as_str().unwrap().to_owned()).collect()
}

// ------------------------------------------------------------------------------------------------------------- time

#[test]
fn amb_01_the_earliest_governs_and_the_others_are_listed() {
    let decision = classified(json!({"seriousRisk": true, "immediateActionRequired": true}), json!({}));
    assert_eq!((due(&decision), &ids(&decision, "because")[0]), ("2026-03-02", &"TR-T1a".to_owned()));
    assert_eq!(ids(&decision, "alsoApplies"), ["TR-T0", "TR-T3"]);
}

#[test]
fn amb_02_each_rule_counts_from_its_own_start_and_the_usual_time_stays_a_ceiling() {
    let late = json!({"referralReceivedAt": "2026-03-12T10:00", "immediateActionAt": "2026-03-11T10:00"});
    assert_eq!(due(&classified(json!({"seriousRisk": true}), late.clone())), "2026-03-05");
    let action = json!({"immediateActionAt": "2026-03-03T15:00"});
    assert_eq!(due(&classified(json!({"immediateActionRequired": true}), action)), "2026-03-04");
    let unreceived = classified(json!({"seriousRisk": true}), json!({"referralReceivedAt": null, "now": "2026-03-03T09:00"}));
    assert_eq!((due(&unreceived), asks(&unreceived)), ("2026-03-02", vec!["referralReceivedAt"]));
}

#[test]
fn amb_03_complexity_never_outlasts_a_serious_risk() {
    let decision = classified(json!({"seriousRisk": true, "particularlyComplex": true}), json!({"complexReason": "organised-abuse"}));
    assert_eq!(due(&decision), "2026-03-02");
}

#[test]
fn amb_04_forensic_need_that_nobody_knows_of_is_treated_as_needed() {
    let decision = classified(json!({"penetrativeSexualAbuse": true, "forensicEvidenceRequired": "unknown"}), json!({}));
    assert_eq!((due(&decision), asks(&decision)), ("2026-03-02", vec!["concerns.forensicEvidenceRequired"]));
}

#[test]
fn amb_05_the_usual_time_after_a_penetrative_allegation_says_what_it_rests_on() {
    let decision = classified(json!({"penetrativeSexualAbuse": true}), json!({}));
    assert_eq!(due(&decision), "2026-03-05");
    assert!(cautions(&decision).contains(&"only-because-recorded-as-no"));
    let forensic_only = classified(json!({"forensicEvidenceRequired": true}), json!({}));
    assert!(cautions(&forensic_only).contains(&"forensic-need-without-penetrative-allegation"));
}

#[test]
fn amb_06_the_same_day_is_never_rolled() {
    for received in ["2026-03-06T16:59", "2026-03-06T23:50", "2026-03-07T09:00", "2026-12-25T13:30"] {
        let decision = classified(json!({"seriousRisk": true}), json!({"concernsIdentifiedAt": received, "referralReceivedAt": received}));
        assert_eq!(due(&decision), &received[..10]);
        assert!(cautions(&decision).contains(&"never-rolled-to-a-working-day") && cautions(&decision).contains(&"out-of-hours-contact"));
    }
}

#[test]
fn amb_07_a_must_does_not_come_before_an_earlier_should() {
    let decision = classified(json!({"seriousRisk": true, "particularlyComplex": true}), json!({"complexReason": "Several households"}));
    assert_eq!((decision["because"][0]["force"].as_str(), due(&decision)), (Some("should"), "2026-03-02"));
}

#[test]
fn amb_08_and_09_any_agency_that_acted_or_must_act_counts() {
    let decision = classified(json!({"immediateActionRequired": true}), json!({}));
    assert!(decision["because"][0]["reading"].as_str().unwrap().contains("Any agency's need counts"));
}

#[test]
fn amb_10_both_dates_are_given_and_the_limit_is_the_later() {
    let decision = classified(json!({}), json!({}));
    assert_eq!((due(&decision), decision["answer"]["aimBy"].as_str()), ("2026-03-05", Some("2026-03-04")));
}

#[test]
fn amb_12_an_office_may_close_earlier_and_never_later() {
    let early = classified(json!({}), json!({"closeOfDay": "17:00"}));
    assert_eq!(early["answer"]["dueInstant"], "2026-03-05T17:00:00+00:00");
    let same_day = classified(json!({"seriousRisk": true}), json!({"closeOfDay": "17:00"}));
    assert_eq!(same_day["answer"]["dueInstant"], "2026-03-02T23:59:59+00:00");
    let wrong = concern(json!({}), json!({"closeOfDay": "25:00"}));
    assert_eq!(ask(Question::ClassifyConcern, &wrong, &rulebook()).unwrap_err().path, "closeOfDay");
}

#[test]
fn amb_13_one_working_day_over_a_weekend_is_said_to_be_long() {
    let friday = json!({"concernsIdentifiedAt": "2026-03-06T16:30", "referralReceivedAt": "2026-03-06T16:59"});
    let decision = classified(json!({"immediateActionRequired": true}), friday);
    assert_eq!(due(&decision), "2026-03-09");
    assert!(cautions(&decision).contains(&"days-off-in-between") && cautions(&decision).contains(&"consider-same-day"));
}

#[test]
fn amb_14_complexity_lengthens_only_on_a_yes_with_a_reason() {
    for said in [json!(false), json!("unknown")] {
        let decision = classified(json!({"particularlyComplex": said}), json!({"complexReason": "organised-abuse"}));
        assert_eq!((due(&decision), &decision["settled"]), ("2026-03-05", &json!(true)));
    }
    let no_reason = classified(json!({"particularlyComplex": true}), json!({"complexReason": " "}));
    assert_eq!(due(&no_reason), "2026-03-05");
    assert!(cautions(&no_reason).contains(&"complex-needs-reason") && ids(&no_reason, "setAside") == ["TR-T4a"]);
    let reasoned = classified(json!({"particularlyComplex": true}), json!({"concernTypes": ["allegation-against-staff"]}));
    assert_eq!((due(&reasoned), ids(&reasoned, "setAside")), ("2026-03-09", vec!["TR-T0".to_owned()]));
    assert!(cautions(&reasoned).contains(&"designated-officer"));
    let chosen = classified(json!({"particularlyComplex": "unknown"}), json!({"concernTypes": ["organised-abuse"]}));
    assert_eq!(due(&chosen), "2026-03-05");
    assert!(cautions(&chosen).contains(&"confirm-complexity"));
}

#[test]
fn amb_15_and_74_immediate_protection_takes_the_time_of_immediate_action() {
    for complex in [true, false] {
        let said = json!({"particularlyComplex": complex, "immediateProtectionNeeded": true});
        let decision = classified(said, json!({"complexReason": "organised-abuse"}));
        assert_eq!((due(&decision), &decision["settled"]), ("2026-03-03", &json!(true)));
        assert_eq!(decision["cautions"][0]["code"], "protect-now");
    }
    let unknown = classified(
        json!({"particularlyComplex": true, "immediateProtectionNeeded": "unknown"}),
        json!({"complexReason": "organised-abuse"}),
    );
    assert_eq!((due(&unknown), asks(&unknown)), ("2026-03-03", vec!["concerns.immediateProtectionNeeded"]));
    assert_eq!(unknown["answer"]["onKnownFactsOnly"]["dueBy"], "2026-03-09");
}

#[test]
fn amb_16_what_is_missing_is_asked_and_a_provisional_date_is_never_late() {
    let facts = json!({"area": "generic", "concernsIdentifiedAt": "2026-12-23T09:30", "referralReceivedAt": "2026-12-23T09:30", "now": "2026-12-24T08:00"});
    let decision = ask(Question::ClassifyConcern, &facts, &rulebook()).unwrap();
    let answer = &decision["answer"];
    assert_eq!((&decision["settled"], &answer["overdue"]), (&json!(false), &json!([])));
    assert!(answer["heading"].as_str().unwrap().contains("until this is settled"), "{answer}");
    assert!(!decision.to_string().contains("record why it is late"));
    let advice = "Answer 4 questions to settle this. Until then plan for today. If all are no: within 3 working days, by Wednesday 30 December 2026.";
    assert_eq!(answer["advice"], advice);
    let nothing = ask(Question::ClassifyConcern, &json!({"area": "generic", "concerns": {"seriousRisk": true}}), &rulebook()).unwrap();
    assert_eq!((&nothing["answer"]["dueBy"], &nothing["settled"]), (&Value::Null, &json!(false)));
    assert!(cautions(&nothing).contains(&"date-required"));
}

#[test]
fn amb_18_a_mash_enquiry_pauses_nothing() {
    assert!(cautions(&attendees(json!({"area": "generic", "meetingType": "mash"}))).contains(&"mash-pauses-nothing"));
}

#[test]
fn amb_19_the_clock_is_met_by_all_three_agencies() {
    assert!(cautions(&classified(json!({}), json!({}))).contains(&"clock-met-by-full-discussion"));
}

#[test]
fn amb_69_nothing_is_lengthened_in_silence() {
    let settled = json!({"previousResult": {"timescale": "same-day", "dueBy": "2026-03-02", "settled": true}});
    let held = classified(json!({}), settled);
    assert_eq!(
        (due(&held), held["answer"]["wouldBe"].as_str(), held["answer"]["timescale"].as_str()),
        ("2026-03-02", Some("2026-03-05"), Some("same-day"))
    );
    assert!(cautions(&held).contains(&"lengthening-requires-reason"));
    let agreed = json!({
        "previousResult": {"timescale": "same-day", "dueBy": "2026-03-02"},
        "lengthening": {"role": "team manager", "reason": "The injury had another cause"},
    });
    let lengthened = classified(json!({}), agreed);
    assert_eq!((due(&lengthened), &lengthened["answer"]["wouldBe"]), ("2026-03-05", &Value::Null));
    let taken_back = classified(json!({}), json!({"previousResult": {"settled": false, "concerns": {"seriousRisk": true}}}));
    assert_eq!(due(&taken_back), "2026-03-02", "a yes that became a no");
    let sooner = classified(json!({"seriousRisk": true}), json!({"previousResult": {"dueBy": "2026-03-05"}}));
    assert_eq!((due(&sooner), &sooner["answer"]["wouldBe"]), ("2026-03-02", &Value::Null));
    let blank = concern(json!({}), json!({"lengthening": {"role": " ", "reason": "x"}}));
    assert_eq!(ask(Question::ClassifyConcern, &blank, &rulebook()).unwrap_err().path, "lengthening.role");
}

#[test]
fn amb_70_of_times_out_of_order_the_earliest_is_taken() {
    let decision = classified(json!({}), json!({"concernsIdentifiedAt": "2026-03-06T09:00"}));
    assert_eq!(due(&decision), "2026-03-05");
    assert!(cautions(&decision).contains(&"times-out-of-order"));
    let future =
        classified(json!({}), json!({"concernsIdentifiedAt": "2026-04-02T09:00", "referralReceivedAt": null, "now": "2026-03-02T12:00"}));
    assert_eq!(due(&future), "2026-03-05");
    assert!(cautions(&future).contains(&"time-in-future"));
}

#[test]
fn amb_77_an_attestation_makes_what_was_not_named_a_no_and_is_kept() {
    let facts = json!({"area": "generic", "othersConsidered": true, "concernsIdentifiedAt": "2026-03-02"});
    let decision = ask(Question::ClassifyConcern, &facts, &rulebook()).unwrap();
    assert_eq!((&decision["settled"], due(&decision), &decision["basis"]["othersConsidered"]), (&json!(true), "2026-03-05", &json!(true)));
    let explicit =
        json!({"area": "generic", "othersConsidered": true, "concerns": {"seriousRisk": "unknown"}, "concernsIdentifiedAt": "2026-03-02"});
    assert_eq!(
        ask(Question::ClassifyConcern, &explicit, &rulebook()).unwrap()["settled"],
        false,
        "what was said to be unknown stays unknown"
    );
}

#[test]
fn amb_78_a_kind_of_concern_makes_facts_true_and_none_false() {
    let facts = |kind: &str| json!({"area": "generic", "concernTypes": [kind], "concernsIdentifiedAt": "2026-03-02", "referralReceivedAt": "2026-03-02"});
    let neglect = ask(Question::ClassifyConcern, &facts("serious-neglect"), &rulebook()).unwrap();
    assert_eq!((neglect["answer"]["timescale"].as_str(), &neglect["settled"]), (Some("same-day"), &json!(true)));
    let other = ask(Question::ClassifyConcern, &facts("domestic-abuse"), &rulebook()).unwrap();
    assert!(cautions(&other).contains(&"type-not-singled-out") && other["settled"] == json!(false));
    let unknown = ask(Question::ClassifyConcern, &facts("something-else"), &rulebook()).unwrap_err();
    assert_eq!((unknown.code, unknown.path.as_str()), ("bad-word", "concernTypes[0]"));
}

#[test]
fn amb_79_convened_is_read_as_held() {
    assert!(classified(json!({}), json!({}))["because"][0]["reading"].as_str().unwrap().contains("AMB-79"));
}

#[test]
fn amb_85_every_timing_answer_says_who_decides_the_threshold() {
    for said in [json!({}), json!({"seriousRisk": true}), json!({"seriousRisk": "unknown"})] {
        let decision = classified(said, json!({}));
        let text = "These times apply once there is reasonable cause to suspect significant harm. Children's social care decides that. Not spoken to them yet? Do it now.";
        assert!(decision["cautions"].as_array().unwrap().iter().any(|caution| caution["text"] == text));
    }
}

#[test]
fn amb_87_an_old_text_never_looks_like_law_or_endorsed() {
    let decision = classified(json!({"immediateActionRequired": true}), json!({"area": "county-durham"}));
    assert_eq!(decision["because"][0]["forceNote"], "This guide's word, not law.");
    let local = &decision["basis"]["packs"][0];
    assert!(local["label"].as_str().unwrap().contains("not confirmed in force, not endorsed by the partnership"));
    assert!(cautions(&decision).contains(&"source-superseded"));
}

// ----------------------------------------------------------------------------------------------------------- people

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
fn amb_84_the_family_at_a_conference_is_asked_about() {
    assert!(cautions(&attendees(json!({"area": "generic", "meetingType": "cp-conference"}))).contains(&"family-not-mentioned"));
}

// ---------------------------------------------------------------------------------------------- records and actions

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
    assert_eq!(record(json!({"area": "hampshire", "familyInformed": true}))["answer"]["preconditionMet"], true);
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
        let decision = ask(Question::CheckAction, &json!({"area": "hampshire", "action": {"owner": owner}}), &rulebook()).unwrap();
        assert_eq!(!decision["answer"]["missing"].to_string().contains("assignable"), met, "{owner}");
    }
}

#[test]
fn amb_58_realism_is_attested_and_never_judged() {
    let action =
        |confirmed: Value| json!({"area": "hampshire", "action": {"realisticResult": "Six visits kept", "resourcesConfirmed": confirmed}});
    let unknown = ask(Question::CheckAction, &action(json!("unknown")), &rulebook()).unwrap();
    assert_eq!((&unknown["answer"]["needsAttestation"], asks(&unknown)), (&json!(true), vec!["action.resourcesConfirmed"]));
    let attested = ask(Question::CheckAction, &action(json!(true)), &rulebook()).unwrap();
    let finding = attested["answer"]["findings"].as_array().unwrap().iter().find(|finding| finding["criterion"] == "realistic").unwrap();
    assert_eq!(finding["text"], "Attested by those who agreed it; not verified.");
}

#[test]
fn amb_59_a_review_date_or_the_decision_that_none_is_needed() {
    let action = json!({"specific": "Weigh the baby each Tuesday", "quantity": "8 weighings", "owner": "Health visitor", "realisticResult": "Eight weighings", "resourcesConfirmed": true, "due": "2026-05-22"});
    let plan = |more: Value| {
        let mut plan = json!({"actions": [action]});
        plan.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ask(Question::CheckPlan, &json!({"area": "hampshire", "plan": plan}), &rulebook()).unwrap()["answer"].clone()
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
