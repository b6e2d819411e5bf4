//! Scope, validity and terms.

use super::*;

#[test]
fn amb_77_an_attestation_makes_what_was_not_named_a_no_and_is_kept() {
    let facts = json!({"area": "generic", "othersConsidered": true, "concernsIdentifiedAt": "2026-03-02"});
    let decision = ask("classify-concern", &facts, rulebook()).unwrap();
    assert_eq!((&decision["settled"], due(&decision), &decision["basis"]["othersConsidered"]), (&json!(true), "2026-03-05", &json!(true)));
    let explicit =
        json!({"area": "generic", "othersConsidered": true, "concerns": {"seriousRisk": "unknown"}, "concernsIdentifiedAt": "2026-03-02"});
    assert_eq!(ask("classify-concern", &explicit, rulebook()).unwrap()["settled"], false, "what was said to be unknown stays unknown");
}

#[test]
fn amb_78_a_kind_of_concern_makes_facts_true_and_none_false() {
    let facts = |kind: &str| json!({"area": "generic", "concernTypes": [kind], "concernsIdentifiedAt": "2026-03-02", "referralReceivedAt": "2026-03-02"});
    let neglect = ask("classify-concern", &facts("serious-neglect"), rulebook()).unwrap();
    assert_eq!((neglect["answer"]["timescale"].as_str(), &neglect["settled"]), (Some("same-day"), &json!(true)));
    let other = ask("classify-concern", &facts("domestic-abuse"), rulebook()).unwrap();
    assert!(cautions(&other).contains(&"type-not-singled-out") && other["settled"] == json!(false));
    let unknown = ask("classify-concern", &facts("something-else"), rulebook()).unwrap_err();
    assert_eq!((unknown.code(), unknown.path()), (Code::BadWord, "concernTypes[0]"));
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

#[test]
fn amb_84_the_family_at_a_conference_is_asked_about() {
    assert!(cautions(&attendees(json!({"area": "generic", "meetingType": "cp-conference"}))).contains(&"family-not-mentioned"));
}

#[test]
fn amb_24_the_gloss_on_section_47_limits_nothing() {
    let facts = json!({"area": "generic", "meetingType": "cp-conference", "strategyDiscussionHeld": true, "s47ThresholdAgreed": true, "s47Concluded": true, "continuingRiskEvidence": true, "category": "emotional_abuse"});
    let decision = chosen(facts);
    assert_eq!(
        (&decision["answer"]["route"], &meeting(&decision, "cp-conference")["verdict"]),
        (&json!("cp-conference"), &json!("called-for"))
    );
    assert!(cautions(&decision).contains(&"gloss-not-applied"));
}

#[test]
fn amb_37_any_child_protection_concern_goes_first_and_without_one_the_team_may_meet() {
    let specialist = |concern: Value| {
        chosen(
            json!({"area": "bracknell-forest", "meetingType": "tac-initial", "specialistInvolved": true, "unmetTargetedNeeds": true, "cpConcern": concern}),
        )
    };
    for concern in [json!(true), json!("unknown")] {
        let decision = specialist(concern);
        assert_eq!(
            (&decision["answer"]["route"], &meeting(&decision, "tac-initial")["verdict"]),
            (&json!("child-protection-procedures"), &json!("ruled-out"))
        );
    }
    assert!(asks(&specialist(json!("unknown"))).contains(&"cpConcern"));
    assert_eq!(specialist(json!(false))["answer"]["route"], "tac-initial");
}

#[test]
fn amb_38_the_review_is_held_by_the_84th_day_and_aims_for_a_working_day() {
    let review = |initial: &str, held: Value| {
        falls_due(json!({"area": "bracknell-forest", "duty": "review", "initialMeetingDate": initial, "done": {"review": {"at": held}}}))
    };
    let christmas = review("2025-10-02", json!(null));
    assert_eq!((&duty(&christmas, "review")["dueBy"], &duty(&christmas, "review")["aimBy"]), (&json!("2025-12-25"), &json!("2025-12-24")));
    assert!(cautions(&christmas).contains(&"falls-on-non-working-day-use-earlier"));
    let plain = review("2026-01-08", json!(null));
    assert_eq!((&duty(&plain, "review")["dueBy"], &duty(&plain, "review")["aimBy"]), (&json!("2026-04-02"), &json!("2026-04-02")));
    assert!(!cautions(&plain).contains(&"falls-on-non-working-day-use-earlier"));
    assert_eq!(duty(&review("2026-01-08", json!("2026-04-02")), "review")["onTime"], true);
    assert_eq!(duty(&review("2026-01-08", json!("2026-04-03")), "review")["lateByDays"], 1);
}

#[test]
fn amb_41_there_is_no_locality_meeting_from_september_2020_and_always_another_route() {
    let on = |day: &str| chosen(json!({"area": "northamptonshire", "meetingType": "mdt-locality", "asOf": day, "child": {"cpPlan": true}}));
    assert_ne!(meeting(&on("2020-08-31"), "mdt-locality")["verdict"], "ruled-out");
    for day in ["2020-09-01", "2020-09-15", "2022-01-10"] {
        let decision = on(day);
        assert_eq!(meeting(&decision, "mdt-locality")["verdict"], "ruled-out", "{day}");
        assert_eq!(decision["answer"]["route"], "normal-case-management");
        assert_eq!(cautions(&decision).contains(&"effective-day-not-stated"), day.starts_with("2020-09"));
        assert!(!decision.to_string().to_lowercase().contains("no action"));
    }
}

#[test]
fn amb_42_the_countywide_groups_of_both_texts_are_united() {
    let scope = |day: &str, child: Value| {
        let decision = chosen(
            json!({"area": "northamptonshire", "meetingType": "mdt-countywide", "asOf": day, "child": child, "highestRisk": false, "othersConsidered": true}),
        );
        meeting(&decision, "mdt-countywide")["inScope"].clone()
    };
    assert_eq!(scope("2020-06-01", json!({"disability": true})), "not-named");
    for child in [
        json!({"disability": true}),
        json!({"additionalNeeds": true}),
        json!({"ehcp": true}),
        json!({"lookedAfter": true}),
        json!({"careLeaver": true}),
    ] {
        assert_eq!(scope("2020-10-05", child.clone()), "in-scope", "{child}");
    }
    let only_in_need = chosen(
        json!({"area": "northamptonshire", "meetingType": "mdt-countywide", "asOf": "2020-10-05", "child": {"cinS17": true}, "othersConsidered": true}),
    );
    assert_eq!(only_in_need["answer"]["route"], "normal-case-management");
}

#[test]
fn amb_43_twenty_five_is_in_with_a_word_on_it_and_twenty_six_is_out() {
    let aged = |age: u32| {
        chosen(
            json!({"area": "northamptonshire", "meetingType": "mdt-countywide", "asOf": "2020-06-01", "child": {"age": age, "ehcp": true}}),
        )
    };
    let (younger, at_25, over) = (aged(24), aged(25), aged(26));
    assert_eq!(
        (&meeting(&younger, "mdt-countywide")["inScope"], &meeting(&at_25, "mdt-countywide")["inScope"]),
        (&json!("in-scope"), &json!("in-scope"))
    );
    assert!(cautions(&at_25).contains(&"age-25") && !cautions(&younger).contains(&"age-25"));
    assert_eq!(meeting(&over, "mdt-countywide")["verdict"], "ruled-out");
    let locality =
        chosen(json!({"area": "northamptonshire", "meetingType": "mdt-locality", "asOf": "2020-06-01", "child": {"cpPlan": true}}));
    assert_eq!(meeting(&locality, "mdt-locality")["inScope"], "in-scope");
}

#[test]
fn amb_49_the_cause_of_getting_worse_is_not_held_against_a_child() {
    let worse = |cause: Value| {
        chosen(
            json!({"area": "northamptonshire", "meetingType": "mdt-countywide", "child": {"lookedAfter": true}, "wellbeingDeteriorating": true, "dueToCrisis": cause}),
        )
    };
    for cause in [json!(true), json!(false), json!("unknown")] {
        let decision = worse(cause.clone());
        assert_eq!(meeting(&decision, "mdt-countywide")["criteriaMet"], json!(["NH-33"]));
        assert_eq!(cautions(&decision).contains(&"not-by-the-text"), cause == json!(false));
    }
}

#[test]
fn amb_55_an_illness_that_may_be_fabricated_alerts_no_carer_and_delays_no_strategy() {
    let meets = |cause: Value| {
        chosen(
            json!({"area": "hampshire", "meetingType": "professionals", "fiiConcern": true, "needClarifyHealth": true, "authorisedBy": "dsl", "reasonableCauseSignificantHarm": cause}),
        )
    };
    let (yes, unknown, no) = (meets(json!(true)), meets(json!("unknown")), meets(json!(false)));
    assert_eq!((&yes["answer"]["route"], &meeting(&yes, "professionals")["verdict"]), (&json!("strategy"), &json!("ruled-out")));
    assert!(cautions(&unknown).contains(&"fii-speak-today") && unknown["settled"] == json!(false));
    assert_eq!(meeting(&unknown, "professionals")["verdict"], "may-be-held");
    assert!(cautions(&no).contains(&"fii-ask-again") && meeting(&no, "professionals")["verdict"] == json!("may-be-held"));
    for decision in [&yes, &unknown, &no] {
        assert!(cautions(decision).contains(&"do-not-alert-carers"));
    }
}

#[test]
fn amb_56_whether_it_is_a_strategy_discussion_is_asked_today() {
    let meets = |cause: Value| {
        chosen(
            json!({"area": "hampshire", "meetingType": "professionals", "concernsWithinGroup": true, "authorisedBy": "dsl", "reasonableCauseSignificantHarm": cause}),
        )
    };
    assert_eq!(meets(json!(true))["answer"]["route"], "strategy");
    let unknown = meets(json!("unknown"));
    assert_eq!((&meeting(&unknown, "professionals")["verdict"], &unknown["settled"]), (&json!("may-be-held"), &json!(false)));
    assert!(asks(&unknown).contains(&"reasonableCauseSignificantHarm") && cautions(&unknown).contains(&"ask-social-care-today"));
    assert!(!asks(&meets(json!(false))).contains(&"reasonableCauseSignificantHarm"));
}

#[test]
fn amb_61_bodies_that_merged_count_once_and_four_of_health_stay_four() {
    let register = |spocs: Value, phase: &str| {
        checklist(json!({"area": "county-durham", "list": "spoc-register", "spocs": spocs, "child": {"schoolPhase": phase}}))
    };
    let merged = register(json!(["probation service"]), "primary");
    assert_eq!((&item(&merged, "CD-28i").unwrap()["met"], &item(&merged, "CD-28j").unwrap()["met"]), (&json!(true), &json!(true)));
    assert!(cautions(&merged).contains(&"probation-merged"));
    let health = register(json!(["hdft"]), "primary");
    assert_eq!(
        ["CD-28b", "CD-28c", "CD-28d", "CD-28e"].map(|rule| item(&health, rule).unwrap()["met"].clone()),
        [json!(true), json!(false), json!(false), json!(false)]
    );
    assert!(item(&health, "CD-28g").is_some() && item(&health, "CD-28h").is_none());
    let nursery = register(json!([]), "nursery");
    assert!(item(&nursery, "CD-28g").is_none() && item(&nursery, "CD-28h").is_none() && cautions(&nursery).contains(&"no-spoc-named"));
    let unsaid = checklist(json!({"area": "county-durham", "list": "spoc-register"}));
    assert!(item(&unsaid, "CD-28g").is_some() && item(&unsaid, "CD-28h").is_some(), "without a phase both are asked for");
}

#[test]
fn amb_75_the_highest_risk_is_a_group_of_its_own() {
    let scope = |risk: Value| {
        chosen(
            json!({"area": "northamptonshire", "meetingType": "mdt-countywide", "asOf": "2020-06-01", "child": {"openToSocialCare": true, "lookedAfter": false, "careLeaver": false, "ehcp": false}, "highestRisk": risk}),
        )
    };
    assert_eq!(meeting(&scope(json!(true)), "mdt-countywide")["inScope"], "in-scope");
    let unknown = scope(json!("unknown"));
    assert_eq!(meeting(&unknown, "mdt-countywide")["inScope"], "not-established");
    assert!(asks(&unknown).contains(&"highestRisk"));
}

#[test]
fn amb_76_a_child_whom_no_list_names_is_never_out_of_scope() {
    let child =
        json!({"openToSocialCare": true, "cpPlan": false, "lookedAfter": false, "cinS17": false, "ehcp": false, "careLeaver": false});
    let decision = chosen(
        json!({"area": "northamptonshire", "meetingType": "mdt-countywide", "asOf": "2020-06-01", "child": child, "othersConsidered": true}),
    );
    assert_eq!(meeting(&decision, "mdt-countywide")["inScope"], "not-named");
    let answer = decision["answer"].to_string().to_lowercase();
    assert!(!answer.contains("out of scope") && answer.contains("ask the mdt lead"), "{answer}");
}

#[test]
fn amb_81_either_assessment_opens_the_process() {
    let with = |caf: bool, initial: bool| {
        let facts = json!({"area": "bracknell-forest", "meetingType": "tac-initial", "cafCompleted": caf, "initialAssessmentCompleted": initial, "iaNfa": false, "unmetNeeds": true, "agenciesNeeded": 2, "cpConcern": false, "thresholdMet": false, "specialistInvolved": false, "cpDeregistration": false, "cinPlan": false, "needsDeescalating": false});
        meeting(&chosen(facts), "tac-initial")["verdict"].clone()
    };
    assert_eq!([with(true, false), with(false, true), with(true, true)], ["called-for", "called-for", "called-for"]);
    assert_eq!(with(false, false), "not-yet");
}

#[test]
fn amb_82_the_family_is_not_in_part_one_and_may_be_in_part_two() {
    let decision = attendees(json!({"area": "hampshire", "meetingType": "professionals", "twoPart": true}));
    let part = |list: &str, agency: &str| {
        let people = decision["answer"][list].as_array().unwrap();
        people.iter().find(|person| person["agency"] == agency).map(|person| person["part"].clone())
    };
    assert_eq!(part("excluded", "family"), Some(json!("part-one")));
    assert_eq!(part("optional", "parents-or-carers"), Some(json!("part-two")));
    assert!(cautions(&decision).contains(&"say-who-tells-the-family"));
}

#[test]
fn amb_86_declining_help_is_no_child_protection_concern_by_itself() {
    let decision = chosen(json!({"area": "bracknell-forest", "engagementDeclined": true, "cpConcern": false}));
    assert_eq!(decision["answer"]["route"], "engagement-plan");
    let text = "Refusing early help is not in itself a child protection concern.";
    assert!(decision["cautions"].as_array().unwrap().iter().any(|caution| caution["text"].as_str().unwrap().contains(text)));
    let grown = chosen(
        json!({"area": "bracknell-forest", "engagementDeclined": true, "concernsIncreasedByNonengagement": true, "cpConcern": false}),
    );
    assert_eq!(grown["answer"]["route"], "child-protection-procedures");
}
