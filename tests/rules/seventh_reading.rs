//! What was left of the reading before: each as it should be.

use crate::common::{ask, codes, rulebook};
use safeguarding_rules::Rulebook;
use serde_json::{Value, json};

fn answer(question: &str, facts: Value, rulebook: &Rulebook) -> Value {
    ask(question, &facts, rulebook).unwrap_or_else(|refusal| panic!("{question} {facts}: {refusal}"))
}

fn asked(decision: &Value) -> Vec<&str> {
    decision["ask"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect()
}

#[test]
fn of_two_starts_that_are_told_the_earlier_one_caps() {
    let rulebook = rulebook();
    let due = |proforma: Value| {
        let facts = json!({"area": "county-durham", "meetingType": "strategy", "duty": "spoc-response", "immediateRisk": "low",
            "spocRequestAt": "2026-03-27T10:00", "meetingStart": "2026-03-28T12:00", "proforma": proforma});
        answer("list-deadlines", facts, &rulebook)["answer"]["deadlines"][0]["due"].clone()
    };
    assert_eq!(due(json!({})), "2026-03-28T12:00:00+00:00");
    assert_eq!(due(json!({"date": "27 March 2026", "time": "2.30 pm"})), "2026-03-27T14:30:00+00:00");
    assert_eq!(due(json!({"time": "09:30"})), "2026-03-28T09:30:00+00:00");
    assert_eq!(due(json!({"date": "Friday 27 March"})), "2026-03-27T12:00:00+00:00");
    assert_eq!(due(json!({"date": "30 March 2026", "time": "09:00"})), "2026-03-28T12:00:00+00:00", "a later one moves nothing");
}

#[test]
fn what_may_be_raised_of_all_carers_is_asked_wherever_something_goes_to_the_family() {
    let rulebook = rulebook();
    let calls = [
        ("list-deadlines", json!({"area": "hampshire", "meetingType": "professionals", "meetingEndedAt": "2026-03-27T10:00"})),
        ("make-checklist", json!({"area": "hampshire", "meetingType": "professionals", "phase": "after"})),
        ("list-attendees", json!({"area": "hampshire", "meetingType": "professionals"})),
    ];
    for (question, mut facts) in calls {
        facts["family"] = json!([{"who": "mum", "relation": "mother", "posesRisk": false}]);
        facts["fiiConcern"] = json!("unknown");
        assert!(asked(&answer(question, facts.clone(), &rulebook)).contains(&"fiiConcern"), "{question}");
        facts["fiiConcern"] = json!(false);
        assert!(!asked(&answer(question, facts, &rulebook)).contains(&"fiiConcern"), "{question}");
    }
}

#[test]
fn a_time_without_a_number_is_the_sooner_where_nobody_knows_which_holds() {
    let rulebook = rulebook();
    let review = |remain: Value| {
        let facts = json!({"area": "northamptonshire", "meetingType": "mdt-countywide", "duty": "review-actions",
            "concernsRemainHigh": remain, "nextReview": "2026-05-20", "now": "2026-05-01T09:00"});
        let decision = answer("list-deadlines", facts, &rulebook);
        let deadline = decision["answer"]["deadlines"][0].clone();
        (deadline["limit"].clone(), deadline["dueBy"].clone(), asked(&decision).contains(&"concernsRemainHigh"))
    };
    assert_eq!(review(json!("unknown")), (json!("as soon as practicable"), json!("2026-05-20"), true));
    assert_eq!(review(json!(false)), (json!("by then"), json!("2026-05-20"), false));
    assert_eq!(review(json!(true)), (json!("as soon as practicable"), Value::Null, false));
}

#[test]
fn what_an_earlier_answer_holds_stands_in_the_list_whatever_rules_it_out_now() {
    let rulebook = rulebook();
    let answers = [
        json!({"area": "county-durham", "meetingType": "strategy", "decision": "no-further-action",
            "previous": [{"duty": "s47-checks", "due": "2026-12-01T10:00"}], "now": "2026-12-02T10:00"}),
        json!({"area": "bracknell-forest", "meetingType": "tac-initial", "engagementPlanAgreed": false,
            "previous": [{"duty": "send-engagement-plan", "due": "2026-12-01"}], "now": "2026-12-02T10:00"}),
        json!({"area": "northamptonshire", "asOf": "2020-06-01", "meetingType": "mdt-locality", "policeActivelyInvolved": true,
            "previous": [{"duty": "send-police-their-actions", "due": "2020-05-30T10:00"}], "now": "2020-06-01T10:00"}),
    ];
    for mut facts in answers {
        let duty = facts["previous"][0]["duty"].clone();
        let kept = |decision: &Value| {
            let deadlines = decision["answer"]["deadlines"].as_array().unwrap().clone();
            deadlines.into_iter().find(|deadline| deadline["duty"] == duty)
        };
        let decision = answer("list-deadlines", facts.clone(), &rulebook);
        let row = kept(&decision).unwrap_or_else(|| panic!("{duty} is gone"));
        assert_eq!((&row["heldBack"], &row["overdue"]), (&json!(true), &json!(true)), "{row}");
        assert!(codes(&decision).contains(&"act-now"), "{duty}");
        assert!(decision["answer"]["heading"].as_str().unwrap().starts_with("Overdue"), "{}", decision["answer"]["heading"]);
        facts["lengthening"] = json!({"role": "Team manager", "reason": "Social care and the police found no injury at the home visit"});
        assert!(kept(&answer("list-deadlines", facts, &rulebook)).is_none(), "{duty}");
    }
}

#[test]
fn a_request_ahead_of_now_is_bounded_by_the_meetings_end_too() {
    let facts = json!({"area": "county-durham", "meetingType": "strategy", "duty": "spoc-response", "meetingEndedAt": "2026-12-23T16:59",
        "spocRequestAt": "2026-12-26T09:10", "immediateRisk": "low", "now": "2026-12-23T01:00"});
    assert_eq!(answer("list-deadlines", facts, &rulebook())["answer"]["deadlines"][0]["due"], "2026-12-23T16:59:00+00:00");
}

#[test]
fn one_worry_more_takes_nobody_from_those_from_whom_a_paper_is_kept() {
    let rulebook = rulebook();
    let kept = |more: Value| {
        let mut facts = json!({"area": "hampshire", "meetingType": "professionals", "duty": "minutes", "parentsPoseRisk": true,
            "family": [{"who": "gran", "relation": "grandmother", "posesRisk": false}]});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let deadline = answer("list-deadlines", facts, &rulebook)["answer"]["deadlines"][0].clone();
        deadline["notTo"].as_array().unwrap().iter().map(|who| who["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let (without, with) = (kept(json!({})), kept(json!({"fiiConcern": true})));
    assert!(without.contains(&"parents-or-carers".to_owned()), "{without:?}");
    assert!(without.iter().all(|who| with.contains(who)) && with.contains(&"gran".to_owned()), "{with:?}");
}

#[test]
fn an_agency_that_may_not_belong_in_a_list_is_asked_about_in_every_list() {
    let rulebook = rulebook();
    for (meeting, fact) in [("cp-conference", "directInvolvement"), ("strategy", "hasRelevantInformation")] {
        let listed = |known: Value| {
            let facts = json!({"area": "generic", "meetingType": meeting, "child": {"lookedAfter": false}, "othersConsidered": true,
                "agencies": [{"name": "probation", "hasRelevantInformation": known, "directInvolvement": known}]});
            let decision = answer("list-attendees", facts, &rulebook);
            (asked(&decision).contains(&format!("agencies[0].{fact}").as_str()), decision["settled"].clone())
        };
        assert_eq!(listed(json!("unknown")), (true, json!(false)), "{meeting}");
        assert!(!listed(json!(true)).0 && !listed(json!(false)).0, "{meeting}");
    }
}

#[test]
fn nobody_is_there_who_must_be_where_nobody_is_named() {
    let rulebook = rulebook();
    for facts in [
        json!({"area": "hampshire", "meetingType": "professionals", "attendance": {"health": "absent", "police": "absent"}}),
        json!({"area": "generic", "meetingType": "cp-conference", "attendance": {"childrens-social-care": "absent"}}),
    ] {
        assert_eq!(answer("list-attendees", facts.clone(), &rulebook)["answer"]["allRequiredPresent"], "not-established", "{facts}");
    }
}

#[test]
fn a_meeting_from_which_somebody_may_be_excepted_is_not_ruled_out_but_asked_about() {
    let rulebook = rulebook();
    let considered = |more: Value| {
        let mut facts = json!({"area": "northamptonshire", "meetingType": "mdt-countywide", "highRisk": true, "purpose": "discuss-children",
            "safeguardingConcern": false, "reasonableCauseSignificantHarm": false, "otherChildrenAtRiskNow": false});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let choice = answer("choose-meeting", facts, &rulebook);
        let asked = asked(&choice).into_iter().map(str::to_owned).collect::<Vec<_>>();
        (choice["answer"]["meetings"][0]["verdict"].clone(), asked)
    };
    let (verdict, asked) = considered(json!({"child": {"ehcp": true, "age": 26, "careLeaver": "unknown"}}));
    assert!(verdict == "not-established" && asked.contains(&"child.careLeaver".to_owned()), "{verdict} {asked:?}");
    assert_eq!(considered(json!({"child": {"ehcp": true, "age": 26}})).0, "ruled-out", "what nobody claims");
    assert_eq!(considered(json!({"child": {"ehcp": true, "age": 26, "careLeaver": true}})).0, "may-be-held");
    let (verdict, asked) =
        considered(json!({"child": {"ehcp": "unknown"}, "othersConsidered": true, "reasonableCauseSignificantHarm": true}));
    assert!(verdict == "not-established" && asked.contains(&"child.ehcp".to_owned()), "{verdict} {asked:?}");
}

#[test]
fn a_meeting_that_is_the_route_is_called_for() {
    let facts = json!({"area": "generic", "meetingType": "strategy", "otherChildrenAtRiskNow": true, "othersConsidered": true});
    let choice = answer("choose-meeting", facts, &rulebook());
    assert_eq!((&choice["answer"]["route"], &choice["answer"]["meetings"][0]["verdict"]), (&json!("strategy"), &json!("called-for")));
}

#[test]
fn a_request_that_nobody_supports_takes_no_step_from_the_ladder() {
    let rulebook = rulebook();
    let next = |requesters: u32, supporter: Value| {
        let mut facts = json!({"area": "county-durham", "icpcDecision": "not-required", "concernSerious": true, "concernsRemain": true,
            "requesters": requesters, "stage": 2, "hasImportantInformation": false});
        facts.as_object_mut().unwrap().extend(supporter.as_object().unwrap().clone());
        answer("resolve-disagreement", facts, &rulebook)["answer"]["heading"].as_str().unwrap().to_owned()
    };
    let formal = next(0, json!({}));
    assert!(formal.contains("may formally request"), "{formal}");
    for supporter in [
        json!({"supportedBy": "nobody"}),
        json!({"supportedBy": "colleague"}),
        json!({"supportedBy": "senior-manager", "supporterIsAnother": false}),
    ] {
        assert_eq!(next(1, supporter.clone()), formal, "{supporter}");
    }
    assert!(next(1, json!({"supportedBy": "senior-manager", "supporterIsAnother": true})).contains("should convene"));
}

#[test]
fn a_child_who_is_told_to_be_born_and_not_to_be_stands_in_every_list_and_is_asked_about() {
    let rulebook = rulebook();
    let told = [
        json!({"child": {"unborn": true}, "children": [{"ref": "A", "unborn": false}]}),
        json!({"child": {"unborn": false}, "children": [{"ref": "A", "unborn": true}]}),
        json!({"child": {"unborn": false}, "concernTypes": ["unborn-child"]}),
    ];
    for told in told {
        let mut facts = json!({"area": "bracknell-forest", "meetingType": "tac-initial"});
        facts.as_object_mut().unwrap().extend(told.as_object().unwrap().clone());
        let decision = answer("list-attendees", facts, &rulebook);
        assert!(decision["answer"]["required"].to_string().contains("\"child\""), "{told}");
        assert!(codes(&decision).contains(&"facts-contradict") && asked(&decision).iter().any(|path| path.ends_with("unborn")), "{told}");
    }
    let unborn = json!({"area": "bracknell-forest", "meetingType": "tac-initial", "child": {"unborn": true}});
    assert!(!answer("list-attendees", unborn, &rulebook)["answer"]["required"].to_string().contains("\"child\""));
}

#[test]
fn whoever_may_not_be_warned_is_not_told_to_be_a_risk() {
    let rulebook = rulebook();
    let mother = |raised: Value| {
        let facts = json!({"area": "bracknell-forest", "meetingType": "tac-initial", "raisingRisksHarm": raised,
            "family": [{"who": "m", "relation": "mother", "posesRisk": false}]});
        let decision = answer("list-attendees", facts, &rulebook);
        let excluded = decision["answer"]["excluded"].as_array().unwrap().iter().find(|one| one["agency"] == "m").cloned();
        excluded.map(|one| (one["keptAway"] == true, one["notYetInvited"] == true))
    };
    assert_eq!(mother(json!(true)), Some((true, false)));
    assert_eq!(mother(json!(false)), None);
    assert_eq!(mother(json!("unknown")).map(|(kept_away, _)| kept_away), Some(false));
}

#[test]
fn nothing_said_of_a_group_is_nothing_said() {
    let rulebook = rulebook();
    let groups = [
        ("list-attendees", json!({"area": "generic", "meetingType": "strategy"}), "child"),
        ("choose-meeting", json!({"area": "generic"}), "concerns"),
        ("list-deadlines", json!({"area": "county-durham", "meetingType": "strategy"}), "proforma"),
        ("make-checklist", json!({"area": "county-durham", "meetingType": "strategy"}), "venue"),
    ];
    for (question, facts, group) in groups {
        let silent = answer(question, facts.clone(), &rulebook)["answer"].clone();
        for nothing in [Value::Null, json!("unknown")] {
            let mut told = facts.clone();
            told[group] = nothing;
            assert_eq!(answer(question, told, &rulebook)["answer"], silent, "{question} {group}");
        }
    }
    let entries = [
        ("list-attendees", json!({"area": "generic", "meetingType": "strategy", "attendance": {"police": null}})),
        (
            "list-deadlines",
            json!({"area": "county-durham", "meetingType": "strategy", "done": {"minutes": null}, "planned": {"minutes": "unknown"}}),
        ),
    ];
    for (question, facts) in entries {
        answer(question, facts, &rulebook);
    }
}

#[test]
fn ages_that_contradict_each_other_are_told_whether_or_not_anybody_knows_of_a_birth() {
    let rulebook = rulebook();
    for told in [
        json!({"child": {"age": 5}, "children": [{"ref": "B", "age": 19, "unborn": "unknown"}]}),
        json!({"child": {"age": 25, "unborn": "unknown"}, "children": [{"ref": "C", "age": 17}]}),
    ] {
        let mut facts = json!({"area": "generic", "othersConsidered": true});
        facts.as_object_mut().unwrap().extend(told.as_object().unwrap().clone());
        let decision = answer("classify-concern", facts, &rulebook);
        assert!(codes(&decision).contains(&"facts-contradict") && asked(&decision).contains(&"children[0].age"), "{told}");
    }
}

fn explained(question: &str, facts: &Value) -> Value {
    let request = json!({"question": question, "facts": facts, "recordedBy": "Team manager", "recordedAt": "2026-11-30T11:00"});
    answer("explain", request, &rulebook())
}

#[test]
fn the_short_note_names_each_kind_and_each_no_that_a_longer_time_hangs_on() {
    let noes = json!({"seriousRisk": false, "forensicEvidenceRequired": false, "immediateActionRequired": false,
        "particularlyComplex": false, "immediateProtectionNeeded": false});
    let facts = json!({"area": "generic", "concernTypes": ["penetrative-sexual-abuse"], "concerns": noes,
        "concernsIdentifiedAt": "2026-11-20T10:00"});
    let short = explained("classify-concern", &facts)["shortNote"].as_str().unwrap().to_owned();
    assert!(short.contains("Penetrative sexual abuse") && short.contains("serious risk") && short.contains("forensic"), "{short}");
    assert!(short.split_whitespace().count() <= 120, "{short}");

    let facts = json!({"area": "county-durham", "concernTypes": ["penetrative-sexual-abuse", "organised-abuse"], "othersConsidered": true,
        "children": [{"ref": "A", "age": 9, "concerns": {"seriousRisk": false, "forensicEvidenceRequired": false}}, {"ref": "B", "age": 19}],
        "concerns": {"particularlyComplex": true}, "complexReason": "Organised abuse by several adults",
        "concernsIdentifiedAt": "2026-12-24T16:59", "referralReceivedAt": "2026-12-24T17:30",
        "previousResult": {"timescale": "same-day", "dueBy": "2026-12-24"},
        "lengthening": {"role": "Team manager", "reason": "SARC confirmed that no forensic window remains"},
        "planned": {"at": "2026-12-31T10:00", "reason": "information-awaited", "decidedBy": "Service manager"},
        "held": [{"at": "2026-12-24T18:00", "agencies": ["childrens-social-care", "police"]}], "now": "2026-12-30T09:00",
        "bankHolidays": [{"date": "2026-12-31"}]});
    let short = explained("classify-concern", &facts)["shortNote"].as_str().unwrap().to_owned();
    assert!(short.contains("Penetrative sexual abuse") && short.contains("Organised"), "{short}");
}

#[test]
fn no_note_says_that_a_time_was_weakened_that_had_no_number() {
    let facts = json!({"area": "county-durham", "meetingType": "strategy", "meetingEndedAt": "2026-11-24T19:30", "immediateRisk": false});
    let told = explained("list-deadlines", &facts);
    for field in ["shortNote", "caseNote", "explanation"] {
        let told = told[field].as_str().unwrap();
        assert!(!told.contains("Before: as soon as practicable"), "{field}: {told}");
    }
    assert!(told["caseNote"].as_str().unwrap().contains("The guide sends the record to all who were invited"));
}

#[test]
fn what_is_still_to_ask_stands_once() {
    let facts = json!({"area": "county-durham", "meetingType": "strategy", "spocRequestAt": "2026-12-24T16:35",
        "requests": [{"agency": "police"}, {"agency": "gp"}]});
    let note = explained("list-deadlines", &facts)["caseNote"].as_str().unwrap().to_owned();
    assert_eq!(note.matches("- Is the immediate risk at its highest?").count(), 1, "{note}");
}

#[test]
fn no_refusal_ends_in_an_empty_list() {
    for told in [json!({"concerns": {"seriousRisk": true}}), json!({"concernTypes": ["serious-neglect"]})] {
        let mut facts = json!({"packs": ["county-durham"], "concernsIdentifiedAt": "2026-12-04T10:00"});
        facts.as_object_mut().unwrap().extend(told.as_object().unwrap().clone());
        let refusal = ask("classify-concern", &facts, &rulebook()).unwrap_err();
        assert!(refusal.message().contains("nothing here"), "{}", refusal.message());
    }
}

#[test]
fn a_return_before_its_request_counts_in_nobodys_favour_where_no_time_is_left() {
    let facts = json!({"area": "county-durham", "meetingStart": "2018-12-12T00:00", "spocRequestAt": "2018-12-12T00:00",
        "requests": [{"agency": "school", "returnedAt": "2018-12-11T12:00"}]});
    let decision = answer("list-deadlines", facts, &rulebook());
    let of_school = decision["answer"]["deadlines"].as_array().unwrap().iter().find(|one| one["agency"] == "school").unwrap();
    assert_eq!(of_school["onTime"], "not-established");
}

#[test]
fn a_meeting_without_the_police_met_no_limit_whenever_it_ended() {
    let noes = json!({"seriousRisk": false, "penetrativeSexualAbuse": false, "forensicEvidenceRequired": false,
        "immediateActionRequired": false, "particularlyComplex": false, "immediateProtectionNeeded": false});
    for ended_at in ["2028-03-02T12:00", "2028-03-07T12:00"] {
        let facts = json!({"area": "generic", "from": "2028-01-01", "until": "2028-03-31", "meetings": [{"ref": "a", "endedAt": ended_at,
            "agencies": [{"agency": "police", "attended": false}, {"agency": "health", "attended": true},
                {"agency": "childrens-social-care", "attended": true}],
            "concern": {"concerns": noes, "concernsIdentifiedAt": "2028-02-28T08:00", "referralReceivedAt": "2028-02-28T08:00"}}]});
        let measures = answer("report-quarter", facts, &rulebook())["answer"]["measures"].clone();
        let in_time = measures.as_array().unwrap().iter().find(|one| one["id"] == "TR-T0/quarter").unwrap()["rows"][0].clone();
        assert_eq!((&in_time["count"]["number"], &in_time["notRecorded"]["number"]), (&json!(0), &json!(0)), "{ended_at}");
    }
}

#[test]
fn what_an_earlier_answer_holds_stands_once_also_where_each_agency_is_told_by_itself() {
    let facts = json!({"area": "county-durham", "requests": [{"agency": "school", "requestedAt": "2026-11-20T16:59"}],
        "previous": [{"duty": "spoc-response", "due": "2026-11-22T00:00"}, {"duty": "minutes", "due": "2026-12-13T23:59:59"}]});
    let decision = answer("list-deadlines", facts, &rulebook());
    let deadlines = decision["answer"]["deadlines"].as_array().unwrap();
    let named: Vec<String> = deadlines.iter().map(|one| format!("{}/{}", one["duty"], one["agency"])).collect();
    let mut once = named.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), named.len(), "{named:?}");
}
