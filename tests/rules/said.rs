//! What people need to say: that the meeting was held, and whom it is about.

use serde_json::{Value, json};

use super::common::{QUESTIONS, ask, codes, ids, rulebook};

const AREAS: [&str; 5] = ["generic", "county-durham", "northamptonshire", "bracknell-forest", "hampshire"];

/// A concern of Monday 2 March 2026, answered no throughout, asked about nine days later.
fn classified(area: &str, more: Value) -> Value {
    let mut facts = json!({
        "area": area, "othersConsidered": true, "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T10:00",
        "now": "2026-03-11T09:00",
    });
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask("classify-concern", &facts, rulebook_of()).unwrap()
}

fn rulebook_of() -> &'static safeguarding_rules::Rulebook {
    static RULEBOOK: std::sync::OnceLock<safeguarding_rules::Rulebook> = std::sync::OnceLock::new();
    RULEBOOK.get_or_init(rulebook)
}

fn heading(decision: &Value) -> &str {
    decision["answer"]["heading"].as_str().unwrap()
}

fn is_overdue(decision: &Value) -> bool {
    !decision["answer"]["overdue"].as_array().unwrap().is_empty()
}

const ALL_THREE: [&str; 3] = ["csc", "police", "health"];

#[test]
fn a_full_meeting_in_time_is_told_and_nothing_is_overdue_any_more() {
    for area in AREAS {
        let before = classified(area, json!({}));
        assert!(is_overdue(&before) && codes(&before).contains(&"act-now"), "{area}");
        let held = classified(area, json!({ "held": [{ "at": "2026-03-04T15:00", "agencies": ALL_THREE }] }));
        assert!(!is_overdue(&held) && !codes(&held).contains(&"act-now"), "{area}");
        assert_eq!(
            heading(&held),
            "The strategy meeting was held on Wednesday 4 March 2026, in time. The last day was Thursday 5 March 2026."
        );
        assert_eq!(
            held["answer"]["held"],
            json!([{ "at": "2026-03-04T15:00:00+00:00", "full": true, "lacking": [], "counts": true, "inTime": true }])
        );
        assert_eq!((&held["answer"]["dueBy"], &held["answer"]["advice"]), (&json!("2026-03-05"), &Value::Null));
    }
}

#[test]
fn a_full_meeting_after_its_last_day_is_told_as_late() {
    for at in ["2026-03-06T09:00", "2026-03-06", "2026-03-10T23:00"] {
        let held = classified("county-durham", json!({ "held": [{ "at": at, "full": true }] }));
        assert!(heading(&held).starts_with("The strategy meeting was held late, on "), "{}", heading(&held));
        assert!(codes(&held).contains(&"held-late") && !is_overdue(&held));
        assert_eq!(held["answer"]["held"][0]["inTime"], false);
    }
}

#[test]
fn amb_19_a_call_that_lacks_one_of_the_three_never_stops_the_clock() {
    for lacking in 0..ALL_THREE.len() {
        let there: Vec<&str> = ALL_THREE.iter().enumerate().filter(|(place, _)| *place != lacking).map(|(_, agency)| *agency).collect();
        for full in [json!(true), json!(false), json!("unknown"), Value::Null] {
            for area in AREAS {
                let held = classified(area, json!({ "held": [{ "at": "2026-03-02T11:00", "agencies": there, "full": full }] }));
                assert!(is_overdue(&held) && codes(&held).contains(&"held-in-part"), "{area} {there:?} {full}");
                assert_eq!(codes(&held).contains(&"held-told-otherwise"), full == json!(true));
                assert_eq!(held["answer"]["held"][0]["counts"], false);
                assert_eq!(held["answer"]["dueBy"], "2026-03-05");
            }
        }
    }
}

#[test]
fn somebody_who_takes_the_part_of_health_counts_as_health() {
    let held = classified("generic", json!({ "held": [{ "at": "2026-03-03T11:00", "agencies": ["csc", "police", "health-visitor"] }] }));
    assert_eq!(held["answer"]["held"][0]["counts"], true);
}

#[test]
fn what_is_not_known_of_a_discussion_never_counts_for_it_and_is_asked() {
    let with_whom = classified("generic", json!({ "held": [{ "at": "2026-03-03T11:00" }] }));
    assert_eq!(with_whom["ask"][0]["path"], "held[0].agencies");
    assert_eq!(
        with_whom["ask"][0]["question"],
        "Who took part in this discussion? It counts with children's social care, police and health."
    );
    let when = classified("generic", json!({ "held": [{ "full": true }] }));
    assert_eq!(when["ask"][0]["path"], "held[0].at");
    for decision in [with_whom, when] {
        assert!(is_overdue(&decision) && decision["settled"] == false && decision["answer"]["held"][0]["counts"] == false);
    }
}

#[test]
fn a_discussion_before_the_concern_or_after_now_does_not_count() {
    for at in ["2026-03-01T09:00", "2026-03-02T08:59", "2026-03-01", "2026-03-11T09:01", "2026-03-12"] {
        let held = classified("generic", json!({ "held": [{ "at": at, "full": true }] }));
        assert!(is_overdue(&held) && codes(&held).contains(&"held-out-of-order"), "{at}");
    }
    let same_day = classified("generic", json!({ "held": [{ "at": "2026-03-02", "full": true }] }));
    // It may have been before the concern of that day: its time is asked, and until then it does not count.
    assert!(is_overdue(&same_day) && same_day["ask"].to_string().contains("held[0].at"));
    assert_eq!(same_day["answer"]["held"][0]["at"], "2026-03-02");
}

#[test]
fn a_need_that_arose_after_the_meeting_runs_on() {
    let action = json!({ "immediateActionRequired": true });
    let held = json!([{ "at": "2026-03-03T11:00", "full": true }]);
    let later = classified("generic", json!({ "concerns": action, "immediateActionAt": "2026-03-06T09:00", "held": held }));
    assert!(is_overdue(&later) && codes(&later).contains(&"held-out-of-order"));
}

#[test]
fn a_partial_call_and_then_the_whole_meeting_are_two() {
    let held = json!([{ "at": "2026-03-02T11:00", "agencies": ["csc", "police"] }, { "at": "2026-03-03T11:00", "agencies": ALL_THREE }]);
    let decision = classified("county-durham", json!({ "held": held }));
    assert!(heading(&decision).contains("Tuesday 3 March 2026, in time") && codes(&decision).contains(&"held-in-part"));
}

#[test]
fn while_the_last_day_is_not_settled_a_meeting_is_in_time_only_by_the_earliest() {
    let ask_held = |at: &str| classified("generic", json!({ "othersConsidered": null, "held": [{ "at": at, "full": true }] }));
    assert_eq!(ask_held("2026-03-02T18:00")["answer"]["held"][0]["inTime"], true);
    assert_eq!(ask_held("2026-03-04T18:00")["answer"]["held"][0]["inTime"], "not-established");
    assert_eq!(ask_held("2026-03-09T18:00")["answer"]["held"][0]["inTime"], false);
}

#[test]
fn an_adult_is_told_the_route_of_adults_without_delay() {
    for area in AREAS {
        for child in [json!({ "age": 18 }), json!({ "age": 41, "unborn": false })] {
            let adult = classified(area, json!({ "child": child, "concerns": { "immediateProtectionNeeded": true } }));
            assert_eq!((&adult["answer"]["timescale"], &adult["answer"]["dueBy"]), (&Value::Null, &Value::Null), "{area}");
            assert!(heading(&adult).ends_with("Use the adult safeguarding route, and do not delay."), "{}", heading(&adult));
            assert_eq!(ids(&adult, "because"), ["TR-S1/under-18"]);
            assert!(codes(&adult).contains(&"adult-route") && codes(&adult).contains(&"protect-now"));
        }
    }
}

#[test]
fn whoever_is_not_certainly_an_adult_is_answered_as_a_child() {
    let usual = classified("generic", json!({}))["answer"]["dueBy"].clone();
    for child in [json!({}), json!({ "age": 17 }), json!({ "age": "unknown" }), json!({ "age": null }), json!({ "unborn": true })] {
        assert_eq!(classified("generic", json!({ "child": child }))["answer"]["dueBy"], usual, "{child}");
    }
    assert!(codes(&classified("generic", json!({ "child": { "unborn": true } }))).contains(&"pre-birth"));
}

#[test]
fn an_adult_sibling_takes_nothing_away_from_the_child() {
    let children = json!([{ "ref": "a", "age": 19, "concerns": { "seriousRisk": true } }, { "ref": "b", "age": 5 }]);
    let decision = classified("generic", json!({ "children": children }));
    assert_eq!(decision["answer"]["dueBy"], "2026-03-05");
    let each = decision["answer"]["perChild"].as_array().unwrap();
    assert_eq!(
        (&each[0]["ref"], &each[0]["timescale"], &each[0]["because"][0]["id"]),
        (&json!("a"), &Value::Null, &json!("TR-S1/under-18"))
    );
    assert_eq!((&each[1]["ref"], &each[1]["dueBy"]), (&json!("b"), &json!("2026-03-05")));
    assert!(codes(&decision).contains(&"adult-route"));
    let adults = classified("generic", json!({ "children": [{ "ref": "a", "age": 19 }, { "ref": "b", "age": 18 }] }));
    assert_eq!((&adults["answer"]["timescale"], adults["answer"]["perChild"].as_array().unwrap().len()), (&Value::Null, 2));
}

#[test]
fn a_child_of_another_area_is_told_of_both() {
    for facts in [json!({ "child": { "inAnotherArea": true } }), json!({ "children": [{ "ref": "a", "inAnotherArea": true }] })] {
        let decision = classified("county-durham", facts);
        assert!(codes(&decision).contains(&"another-area") && decision["answer"]["dueBy"] == "2026-03-05");
    }
}

#[test]
fn a_word_that_is_no_answer_is_refused_at_its_place() {
    let refused = |more: Value| {
        let mut facts = json!({ "area": "generic" });
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ask(QUESTIONS[0], &facts, rulebook_of()).unwrap_err().path().to_owned()
    };
    assert_eq!(refused(json!({ "child": { "age": "seventeen" } })), "child.age");
    assert_eq!(refused(json!({ "child": { "unborn": "perhaps" } })), "child.unborn");
    assert_eq!(refused(json!({ "children": [{ "ref": "a", "age": -1 }] })), "children[0].age");
    assert_eq!(refused(json!({ "held": [{ "full": "yes" }] })), "held[0].full");
    assert_eq!(refused(json!({ "held": [{ "at": "yesterday" }] })), "held[0].at");
    assert_eq!(refused(json!({ "held": [{ "with": [] }] })), "held[0].with");
}

fn recorded(area: &str, more: Value) -> Value {
    let mut facts = json!({ "area": area, "informationShared": "Attendance", "purpose": "safeguarding", "date": "2026-03-10" });
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask("record-consent-basis", &facts, rulebook_of()).unwrap()
}

#[test]
fn consent_that_was_taken_back_never_counts_as_given_and_blocks_nothing() {
    for area in AREAS {
        for said in [
            json!({ "consentSought": true, "consentGiven": true, "consentWithdrawn": true }),
            json!({ "consentSought": true, "consentGiven": true, "consentWithdrawnAt": "2026-03-09" }),
            json!({ "consents": [{ "who": "mother", "as": "mother", "given": true }, { "as": "father", "given": true, "withdrawn": true }] }),
            json!({ "consents": [{ "as": "child", "given": true, "whyCompetent": "Understands", "withdrawnAt": "2026-03-09T10:00" }] }),
        ] {
            let decision = recorded(area, said);
            assert_eq!(
                (&decision["answer"]["consent"], &decision["answer"]["sharingBlocked"]),
                (&json!("withdrawn"), &json!(false)),
                "{area}"
            );
            assert!(codes(&decision).contains(&"consent-withdrawn"));
        }
    }
}

#[test]
fn consent_stands_as_its_most_cautious_reading() {
    let standing = |said: Value| recorded("hampshire", said)["answer"]["consent"].clone();
    assert_eq!(standing(json!({ "consentSought": true, "consentGiven": true })), "given");
    assert_eq!(standing(json!({ "consentGiven": true, "consentUntil": "2026-03-09" })), "ended");
    assert_eq!(standing(json!({ "consentGiven": true, "consentUntil": "2026-03-10" })), "given");
    assert_eq!(standing(json!({ "consentGiven": true, "consentCovers": "School attendance" })), "partly");
    assert_eq!(standing(json!({ "consentGiven": true, "consents": [{ "as": "parent", "given": false }] })), "refused");
    assert_eq!(standing(json!({ "consents": [{ "as": "parent", "given": true }, { "as": "parent" }] })), "not-known");
    assert_eq!(standing(json!({ "consentSought": false, "consentGiven": true })), "not-sought");
    assert_eq!(standing(json!({})), "not-known");
    let child = recorded("hampshire", json!({ "consents": [{ "as": "young person", "given": true, "how": "verbal" }] }));
    assert!(codes(&child).contains(&"child-competence-not-recorded"));
}

#[test]
fn the_record_keeps_all_that_was_said_of_consent_in_canonical_order() {
    let facts = json!({
        "subjectRef": "c-17", "retention": "Until 25 years", "childsView": "Wants it told", "consentHow": "email",
        "consents": [{ "who": "mother", "as": "parent", "given": true, "how": "spoken", "at": "2026-03-01T10:00", "covers": "Health" }],
    });
    let decision = recorded("hampshire", facts);
    let canonical: &str = decision["answer"]["record"]["canonical"].as_str().unwrap();
    let told: Value = serde_json::from_str(canonical).unwrap();
    assert_eq!(canonical, serde_jcs::to_string(&told).unwrap());
    assert_eq!(
        (&told["subjectRef"], &told["consents"][0]["as"], &told["consentHow"]),
        (&json!("c-17"), &json!("parental-responsibility"), &json!("written"))
    );
}

#[test]
fn a_plan_tells_what_has_become_of_its_actions() {
    let actions = json!([
        { "state": "completed" }, { "state": "not done", "reasonNotDone": "n/a" }, { "state": "carried forward", "reasonNotDone": "Clinic closed" }, {},
        { "state": "done", "reasonNotDone": "Clinic closed" }, { "state": "in progress" }, { "state": "unknown" },
    ]);
    let decision = ask("check-plan", &json!({ "area": "hampshire", "plan": { "actions": actions } }), rulebook_of()).unwrap();
    let wanted = json!({
        "actions": 7, "open": 1, "done": 1, "notDone": 1, "carriedOver": 1, "withdrawn": 0, "notKnown": 3, "withoutReason": 1,
    });
    assert_eq!(decision["answer"]["progress"], wanted);
    let warnings = |index: usize| codes_of(&decision["answer"]["actions"][index]["warnings"]);
    assert_eq!(
        (warnings(1), warnings(2), warnings(4)),
        (vec!["not-done-needs-reason"], vec!["carried-over-needs-date"], vec!["done-contradicts"])
    );
    let refused = ask("check-action", &json!({ "action": { "state": "busy" } }), rulebook_of()).unwrap_err();
    assert_eq!(refused.path(), "action.state");
}

fn codes_of(cautions: &Value) -> Vec<&str> {
    cautions.as_array().unwrap().iter().map(|caution| caution["code"].as_str().unwrap()).collect()
}

const FAMILY: &str = r#"[{"who": "mother", "relation": "mum", "posesRisk": false}, {"who": "father", "relation": "father", "posesRisk": true},
    {"who": "partner", "posesRisk": "unknown"}]"#;

fn ids_of(people: &Value, key: &str) -> Vec<String> {
    people.as_array().unwrap().iter().map(|person| person[key].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_protective_mother_and_a_dangerous_father_are_two_at_a_meeting() {
    let family: Value = serde_json::from_str(FAMILY).unwrap();
    let facts = json!({ "area": "bracknell-forest", "meetingType": "tac-initial", "family": family });
    let decision = ask("list-attendees", &facts, rulebook_of()).unwrap();
    let listed = |list: &str| ids_of(&decision["answer"][list], "agency");
    let invited = [listed("required"), listed("expected"), listed("optional")].concat();
    assert!(invited.contains(&"mother".to_owned()), "{invited:?}");
    for kept in ["father", "partner", "parents-or-carers"] {
        assert!(!invited.contains(&kept.to_owned()), "{kept} is invited");
    }
    assert!(listed("excluded").contains(&"father".to_owned()) && listed("excluded").contains(&"partner".to_owned()));
    let paths = ids_of(&decision["ask"], "path");
    assert!(paths.contains(&"family[2].posesRisk".to_owned()) && !paths.contains(&"family[1].posesRisk".to_owned()));
}

#[test]
fn papers_go_to_each_of_a_family_only_on_a_recorded_no() {
    let family: Value = serde_json::from_str(FAMILY).unwrap();
    let facts = |more: Value| {
        let mut facts =
            json!({ "area": "bracknell-forest", "meetingType": "tac-initial", "family": family, "youngPersonOptsOutParents": false });
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ask("list-deadlines", &facts, rulebook_of()).unwrap()
    };
    let decision = facts(json!({}));
    let (mut sent, mut kept) = (Vec::new(), Vec::new());
    for deadline in decision["answer"]["deadlines"].as_array().unwrap() {
        sent.extend(ids_of(&deadline["to"], "id"));
        kept.extend(ids_of(&deadline["notTo"], "id"));
    }
    assert!(sent.contains(&"mother".to_owned()), "{sent:?}");
    for person in ["father", "partner"] {
        assert!(!sent.contains(&person.to_owned()) && kept.contains(&person.to_owned()), "{person}");
    }
    assert!(!sent.contains(&"parents-or-carers".to_owned()) && !kept.contains(&"mother".to_owned()));
    // Whoever is young and opts out of all of them is heard for all of them.
    let opted_out = facts(json!({ "youngPersonOptsOutParents": true }));
    let sent: Vec<String> = opted_out["answer"]["deadlines"].as_array().unwrap().iter().flat_map(|one| ids_of(&one["to"], "id")).collect();
    assert!(!sent.contains(&"mother".to_owned()));
}

/// What is said of each person of the family is said: no question asks for it again of all, and no note calls it unsaid.
#[test]
fn what_is_said_of_each_of_the_family_is_not_asked_of_all() {
    let general = "May a parent or carer be a risk to the child?";
    let family = |risks: &[Value]| -> Value {
        risks.iter().enumerate().map(|(place, risk)| json!({"who": format!("p{place}"), "posesRisk": risk})).collect()
    };
    for (area, meeting) in [("bracknell-forest", "tac-initial"), ("hampshire", "professionals"), ("county-durham", "strategy")] {
        for question in ["list-attendees", "list-deadlines", "make-checklist"] {
            for risks in
                [vec![json!(true), json!(false)], vec![json!(false)], vec![json!(false), json!("unknown")], vec![json!(true), json!(null)]]
            {
                let facts = json!({"area": area, "meetingType": meeting, "family": family(&risks)});
                let decision = ask(question, &facts, rulebook_of()).unwrap();
                assert!(!ids_of(&decision["ask"], "path").contains(&"parentsPoseRisk".to_owned()), "{question} {facts}");
                let form = ask("questions-for", &json!({"question": question, "facts": facts}), rulebook_of()).unwrap();
                assert!(!ids_of(&form, "path").contains(&"parentsPoseRisk".to_owned()), "{question} {facts}");
                let told = ask("explain", &json!({"question": question, "facts": facts}), rulebook_of()).unwrap();
                assert!(!told["caseNote"].as_str().unwrap().contains(general), "{question} {facts}");
            }
        }
    }
    let copies = |risks: &[Value], list: &str| {
        let facts =
            json!({"area": "bracknell-forest", "meetingType": "tac-initial", "family": family(risks), list: "send-detailed-action-plan"});
        let decision = ask("list-deadlines", &facts, rulebook_of()).unwrap();
        (ids_of(&decision["because"], "id").contains(&"BF-K4".to_owned()), ids_of(&decision["ask"], "path"))
    };
    let (withholds, asked) = copies(&[json!(true), json!(false)], "duty");
    assert!(withholds && asked.contains(&"youngPersonOptsOutParents".to_owned()), "{asked:?}");
}

#[test]
fn somebody_of_the_family_has_a_reference_of_their_own() {
    let refused = |family: Value| {
        let facts = json!({ "area": "generic", "meetingType": "strategy", "family": family });
        ask("list-attendees", &facts, rulebook_of()).unwrap_err().path().to_owned()
    };
    assert_eq!(refused(json!([{ "who": " " }])), "family[0].who");
    assert_eq!(refused(json!([{ "who": "m" }, { "who": "m" }])), "family[1].who");
    assert_eq!(refused(json!([{ "who": "m", "relation": "neighbour's dog" }])), "family[0].relation");
}

fn chosen(more: Value) -> Value {
    let mut facts = json!({ "area": "generic" });
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask("choose-meeting", &facts, rulebook_of()).unwrap()
}

#[test]
fn of_several_children_the_most_protective_route_governs_and_each_is_told() {
    let children = json!([{ "ref": "a", "age": 19 }, { "ref": "b", "age": 5, "concerns": { "seriousRisk": true } }]);
    for area in AREAS {
        let decision = chosen(json!({ "area": area, "children": children }));
        assert_eq!(decision["answer"]["route"], "strategy", "{area}");
        assert_eq!(decision["answer"]["perChild"][1]["route"], "strategy");
    }
    let both = chosen(json!({ "children": children, "reasonableCauseSignificantHarm": true }));
    assert_eq!((&both["answer"]["perChild"][0]["route"], &both["answer"]["route"]), (&json!("adult-safeguarding"), &json!("strategy")));
    let codes = codes(&both);
    assert!(codes.contains(&"adult-route"), "{codes:?}");
}

#[test]
fn a_kind_of_concern_calls_for_the_meeting_that_its_facts_call_for() {
    assert_eq!(
        chosen(json!({ "concernTypes": ["serious-physical-injury"], "concerns": { "seriousRisk": false } }))["answer"]["route"],
        "strategy"
    );
    let of_child = chosen(json!({ "children": [{ "ref": "a" }, { "ref": "b", "concernTypes": ["serious-neglect"] }] }));
    assert_eq!(of_child["answer"]["route"], "strategy");
    let refused = |more: Value| {
        let mut facts = json!({ "area": "generic" });
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ask("choose-meeting", &facts, rulebook_of()).unwrap_err().path().to_owned()
    };
    assert_eq!(refused(json!({ "concernTypes": ["busy"] })), "concernTypes[0]");
    assert_eq!(refused(json!({ "children": [{ "concernTypes": ["busy"] }] })), "children[0].concernTypes[0]");
    assert_eq!(refused(json!({ "children": [] })), "children");
    assert_eq!(refused(json!({ "children": [{ "age": "ten" }] })), "children[0].age");
}

#[test]
fn each_agency_has_a_request_and_a_return_of_its_own() {
    let facts = json!({
        "area": "county-durham", "meetingType": "strategy", "duty": "spoc-response", "now": "2026-03-04T10:00",
        "immediateRisk": "highest",
        "requests": [
            { "agency": "police", "requestedAt": "2026-03-02T09:00", "returnedAt": "2026-03-02T09:30" },
            { "agency": "health", "requestedAt": "2026-03-02T11:00", "returnedAt": "2026-03-02T12:30" },
            { "agency": "school", "requestedAt": "2026-03-02T12:00" },
            { "agency": "housing" },
        ],
    });
    let decision = ask("list-deadlines", &facts, rulebook_of()).unwrap();
    let deadlines = decision["answer"]["deadlines"].as_array().unwrap();
    assert_eq!(ids_of(&decision["answer"]["deadlines"], "agency"), ["police", "health", "school", "housing"]);
    let told = |place: usize, field: &str| deadlines[place][field].clone();
    assert_eq!((told(0, "due"), told(0, "onTime")), (json!("2026-03-02T10:00:00+00:00"), json!(true)));
    assert_eq!((told(1, "onTime"), told(1, "lateByMinutes")), (json!(false), json!(30)));
    assert_eq!((told(2, "onTime"), told(2, "overdue")), (Value::Null, json!(true)));
    assert_eq!((told(3, "due"), told(3, "startMissing")["path"].clone()), (Value::Null, json!("requests[3].requestedAt")));
}

#[test]
fn the_risk_of_each_request_is_its_own_and_no_line_for_all_stands_beside() {
    let answer = |more: Value| {
        let mut facts =
            json!({"area": "county-durham", "meetingType": "strategy", "duty": "spoc-response", "spocRequestAt": "2026-03-02T09:00"});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ask("list-deadlines", &facts, rulebook_of())
    };
    let requests = json!([
        {"agency": "police", "immediateRisk": "highest"}, {"agency": "health", "immediateRisk": "medium"},
        {"agency": "school"}, {"agency": "housing", "requestedAt": "2026-03-02T12:00", "immediateRisk": false},
    ]);
    let decision = answer(json!({ "requests": requests })).unwrap();
    let due = |decision: &Value| ids_of(&decision["answer"]["deadlines"], "due");
    let agency = |decision: &Value| ids_of(&decision["answer"]["deadlines"], "agency");
    assert_eq!(agency(&decision), ["police", "school", "health", "housing"]);
    let hours = ["2026-03-02T10:00", "2026-03-02T10:00", "2026-03-04T09:00", "2026-03-04T12:00"].map(|at| format!("{at}:00+00:00"));
    assert_eq!(due(&decision), hours);
    assert_eq!(ids_of(&decision["ask"], "path"), ["proforma.returnBy", "meetingStart", "requests[2].immediateRisk"]);
    let caps = json!({"requests": requests, "immediateRisk": "medium", "meetingStart": "2026-03-06T10:00", "proforma": {"returnBy": "2026-03-05T10:00"}});
    let of_all = answer(caps).unwrap();
    assert_eq!((due(&of_all)[2].as_str(), of_all["settled"].clone()), ("2026-03-04T09:00:00+00:00", json!(true)));
    for duty in ["spoc-response", "minutes"] {
        for risk in [json!("quite"), json!({"level": "highest"}), json!({}), json!(3)] {
            let refused = answer(json!({"duty": duty, "requests": [{"agency": "school"}, {"agency": "police", "immediateRisk": risk}]}));
            assert_eq!(refused.unwrap_err().path(), "requests[1].immediateRisk", "{duty} {risk}");
        }
    }
    // What was done for all of them is not lost.
    let done = answer(json!({"requests": [{"agency": "police"}], "done": {"spoc-response": {"at": "2026-03-02T09:30"}}})).unwrap();
    assert!(done["answer"]["deadlines"].as_array().unwrap().iter().any(|one| one["agency"].is_null() && one["onTime"] == true));
}

#[test]
fn one_request_hides_no_agency_that_the_document_has_asked_in_any_case() {
    let of = |requests: Value, more: Value| {
        let mut facts = json!({"area": "county-durham", "duty": "spoc-response", "immediateRisk": "medium", "requests": requests});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ask("list-deadlines", &facts, rulebook_of()).unwrap()
    };
    let asked_of_all = json!({"spocRequestAt": "2026-11-24T10:00", "now": "2026-11-27T10:00"});
    let health = json!([{"agency": "health", "returnedAt": "2026-11-24T11:00"}]);
    let decision = of(health.clone(), asked_of_all.clone());
    let told: Vec<_> = decision["answer"]["deadlines"].as_array().unwrap().iter().map(|one| (&one["agency"], &one["overdue"])).collect();
    assert_eq!(told, [(&json!("health"), &json!(false)), (&json!("police"), &json!(true))]);
    assert!(decision["answer"]["heading"].as_str().unwrap().starts_with("Overdue"), "{}", decision["answer"]["heading"]);
    // When it was asked is known of nobody but the one: that is asked where it is asked of all.
    let alone = of(json!([{"agency": "health", "requestedAt": "2026-11-24T10:00"}]), json!({}));
    let police = alone["answer"]["deadlines"].as_array().unwrap().iter().find(|one| one["agency"] == "police").unwrap();
    assert_eq!((&police["due"], &police["startMissing"]["path"]), (&Value::Null, &json!("spocRequestAt")));
    // Whoever takes the part of health answers for it, and both are told once.
    for (health, police) in [("health", "police"), ("health-visitor", "police"), ("named-nurse", "cait"), ("NHS", "Police")] {
        let both = of(json!([{"agency": health}, {"agency": police}]), asked_of_all.clone());
        assert_eq!(both["answer"]["deadlines"].as_array().unwrap().len(), 2, "{health} {police}");
    }
}

#[test]
fn a_time_that_a_later_fact_would_bring_forward_is_not_settled() {
    let of = |more: Value| {
        let mut facts = json!({"area": "county-durham", "duty": "spoc-response", "spocRequestAt": "2026-11-24T10:00"});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ask("list-deadlines", &facts, rulebook_of()).unwrap()
    };
    for risk in ["medium", "low", "highest"] {
        let silent = of(json!({"immediateRisk": risk}));
        assert_eq!(
            (ids_of(&silent["ask"], "path"), &silent["settled"]),
            (vec!["proforma.returnBy".into(), "meetingStart".into()], &json!(false))
        );
        let start = of(json!({"immediateRisk": risk, "meetingStart": "2026-11-24T15:00"}));
        assert_eq!(ids_of(&start["ask"], "path"), ["proforma.returnBy"], "{risk}");
        let both = of(json!({"immediateRisk": risk, "meetingStart": "2026-11-24T15:00", "proforma": {"returnBy": "2026-11-24T14:00"}}));
        assert_eq!(both["settled"], true, "{risk}");
    }
    let order = json!({"area": "generic", "national": true, "duty": "emergency-protection-order-ends", "emergencyProtectionOrderAt": "2026-11-24T10:00"});
    let order = ask("list-deadlines", &order, rulebook_of()).unwrap();
    assert_eq!(ids_of(&order["ask"], "path"), ["emergencyProtectionEndsAt"]);
}

#[test]
fn what_was_told_earlier_and_what_is_planned_of_a_duty_reaches_each_agency_that_owes_it() {
    let answer = |more: Value| {
        let mut facts = json!({
            "area": "county-durham", "meetingType": "strategy", "duty": "spoc-response", "immediateRisk": "medium",
            "spocRequestAt": "2026-03-03T09:00", "previous": [{"duty": "spoc-response", "due": "2026-03-03T10:00"}],
            "planned": {"spoc-response": {"at": "2026-03-04T09:00"}},
        });
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ask("list-deadlines", &facts, rulebook_of()).unwrap()
    };
    let told = |decision: &Value| {
        let of_each = decision["answer"]["deadlines"].as_array().unwrap().iter();
        of_each.map(|one| ["due", "wouldBe", "heldBack"].map(|field| one[field].clone())).collect::<Vec<_>>()
    };
    let requests = json!({"requests": [{"agency": "police"}, {"agency": "health", "requestedAt": "2026-03-03T11:00"}]});
    let (of_all, of_each) = (answer(json!({})), answer(requests.clone()));
    let held_back = |later: &str| [json!("2026-03-03T10:00:00+00:00"), json!(later), json!(true)];
    assert_eq!(told(&of_all), [held_back("2026-03-05T09:00:00+00:00")]);
    assert_eq!(told(&of_each), [held_back("2026-03-05T09:00:00+00:00"), held_back("2026-03-05T11:00:00+00:00")]);
    assert_eq!(of_each["answer"]["heading"], of_all["answer"]["heading"]);
    assert_eq!(of_each["answer"]["moved"][0]["toInstant"], "2026-03-05T11:00:00+00:00", "the latest of them is told");
    for one in of_each["answer"]["deadlines"].as_array().unwrap() {
        assert_eq!((&one["planned"]["later"], &one["planned"]["missing"]), (&json!(true), &json!(["reason", "decidedBy"])));
    }
    let mut released = requests;
    released["lengthening"] = json!({"role": "team manager", "reason": "The boy was seen at the hospital that day"});
    let released = answer(released);
    assert_eq!(ids_of(&released["answer"]["deadlines"], "due"), ["2026-03-05T09:00:00+00:00", "2026-03-05T11:00:00+00:00"]);
}

#[test]
fn a_channel_that_nobody_knows_is_refused_and_another_is_told() {
    let allowed = |area: &str, duty: &str, channel: &str| {
        let facts = json!({"area": area, "duty": duty, "done": {duty: {"channel": channel}}, "asOf": "2020-07-01"});
        ask("list-deadlines", &facts, rulebook_of()).map(|decision| decision["answer"]["deadlines"][0]["channelAllowed"].clone())
    };
    for (channel, is_allowed) in [
        ("secure-email", true),
        ("secure_email", true),
        ("Encrypted email", true),
        ("email", false),
        ("unsecured-email", false),
        ("post", false),
        ("by hand", false),
    ] {
        assert_eq!(allowed("county-durham", "proforma", channel).unwrap(), json!(is_allowed), "{channel}");
    }
    let refused = allowed("county-durham", "proforma", "pigeon").unwrap_err();
    assert_eq!(refused.path(), "done.proforma.channel");
    assert!(refused.message().contains("secure-email") && !refused.message().contains("pigeon"));
}

#[test]
fn a_chair_whose_role_nobody_knows_is_asked_and_no_other_chair() {
    let chaired = |role: &str| {
        let facts = json!({"area": "county-durham", "meetingType": "strategy", "child": {"lookedAfter": false}, "chair": {"role": role, "nominatedDeputy": false}});
        let decision = ask("list-attendees", &facts, rulebook_of()).unwrap();
        (decision["answer"]["chairValid"].clone(), ids_of(&decision["ask"], "path").contains(&"chair.role".to_owned()))
    };
    assert_eq!(chaired("Children's Social Care Team Manager"), (json!(true), false));
    for other in ["health visitor", "police-inspector", "Headteacher"] {
        assert_eq!(chaired(other), (json!(false), false), "{other}");
    }
    for unheard in ["bosun", "GXZ", "zzz"] {
        assert_eq!(chaired(unheard), (json!("not-established"), true), "{unheard}");
    }
    // Where something else tells already whether the chair may be, the role is not asked.
    for (chair, valid) in [
        (json!({"role": "duty manager", "nominatedDeputy": true}), true),
        (json!({"role": "zzz", "nominatedDeputy": "unknown", "agency": "police"}), false),
    ] {
        let facts = json!({"area": "county-durham", "meetingType": "strategy", "child": {"lookedAfter": false}, "chair": chair});
        let decision = ask("list-attendees", &facts, rulebook_of()).unwrap();
        assert_eq!((&decision["answer"]["chairValid"], &decision["settled"]), (&json!(valid), &json!(true)), "{chair}");
    }
}

/// A meeting that ended before it began: in every question that takes both moments.
#[test]
fn what_ended_before_it_began_is_told_and_asked() {
    for area in ["county-durham", "northamptonshire"] {
        for (start, end, contradicts) in [
            ("2026-03-02T10:00", "2026-03-02T09:00", true),
            ("2026-03-02", "2026-03-01T09:00", true),
            ("2026-03-02T10:00", "2026-03-02T11:00", false),
            ("2026-03-02T10:00", "2026-03-02", false),
            ("2026-03-02T10:00", "2026-03-02T10:00", false),
        ] {
            let facts = json!({"area": area, "asOf": "2026-03-02", "meetingStart": start, "meetingEndedAt": end});
            let decision = ask("list-deadlines", &facts, rulebook_of()).unwrap();
            if area == "northamptonshire" && !ids_of(&decision["cautions"], "code").iter().any(|code| code == "facts-contradict") {
                continue;
            }
            assert_eq!(ids_of(&decision["cautions"], "code").contains(&"facts-contradict".to_owned()), contradicts, "{facts}");
            let asked = ids_of(&decision["ask"], "path");
            assert_eq!(
                contradicts,
                asked.contains(&"meetingStart".to_owned()) && asked.contains(&"meetingEndedAt".to_owned()),
                "{asked:?}"
            );
        }
    }
}
