//! What a further reader of the documents found: each as it should be.

use crate::common::{ask, codes, rulebook};
use serde_json::{Value, json};

fn answer(question: &str, area: &str, mut facts: Value) -> Value {
    facts["area"] = json!(area);
    ask(question, &facts, &rulebook()).unwrap_or_else(|refusal| panic!("{question} {facts}: {refusal}"))
}

fn asked(decision: &Value) -> Vec<&str> {
    decision["ask"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect()
}

/// The fields that a form still asks for.
fn fields(question: &str, facts: &Value) -> Vec<Value> {
    let request = json!({"question": question, "facts": facts});
    serde_json::from_str(&rulebook().answer("questions-for", &request.to_string()).unwrap()).unwrap()
}

/// Is an item of a checklist met?
fn met<'d>(decision: &'d Value, item: &str) -> &'d Value {
    let items = decision["answer"]["items"].as_array().unwrap();
    &items.iter().find(|one| one["item"] == item).unwrap_or_else(|| panic!("{item} is no item"))["met"]
}

#[test]
fn somebody_of_the_family_leads_only_where_no_risk_is_attributed_to_them_or_it_is_said_why() {
    let lead = |kind: &str, lp: Value| {
        let mut facts = json!({"meetingType": "tac-initial", "list": "lead-professional", "convener": "school nurse",
            "lpAgreedBy": ["child", "parent", "practitioner"], "lp": {"type": kind, "practitionerContact": "health visitor"}});
        facts["lp"].as_object_mut().unwrap().extend(lp.as_object().unwrap().clone());
        answer("make-checklist", "bracknell-forest", facts)
    };
    for kind in ["mother", "parent", "grandparent", "foster-carer", "young-person"] {
        let risk = lead(kind, json!({"posesRisk": true}));
        assert_eq!(
            (&risk["answer"]["complete"], met(&risk, "lead-professional-may-lead")),
            (&json!("not-established"), &json!("unknown")),
            "{kind}"
        );
        assert_eq!(risk["answer"]["missing"], json!(["lead-professional-may-lead"]), "{kind}");
        let silent = lead(kind, json!({}));
        assert_eq!(silent["answer"]["complete"], "not-established", "{kind}");
        assert!(lead(kind, json!({"posesRisk": false}))["answer"]["complete"] == true, "{kind}");
        let reasoned =
            lead(kind, json!({"posesRisk": true, "riskAcceptedBecause": "The risk was of debts, and her sister holds the money now"}));
        assert_eq!(reasoned["answer"]["complete"], true, "{kind}");
        let nothing = lead(kind, json!({"posesRisk": true, "riskAcceptedBecause": "tbc"}));
        assert_eq!(nothing["answer"]["complete"], false, "{kind}");
    }
    let practitioner = lead("practitioner", json!({}));
    assert!(practitioner["answer"]["items"].as_array().unwrap().iter().all(|one| one["item"] != "lead-professional-may-lead"));
}

#[test]
fn a_plan_is_not_complete_while_it_is_open_what_became_of_an_action() {
    let plan = |became: Value| {
        let mut action = json!({"specific": "Weigh the baby at the clinic each Tuesday", "indicator": "4 weights on the chart",
            "owner": "Health visitor", "realisticResult": "Weight recorded weekly", "resourcesConfirmed": true, "due": "2026-10-01"});
        action.as_object_mut().unwrap().extend(became.as_object().unwrap().clone());
        answer(
            "check-plan",
            "hampshire",
            json!({"plan": {"reviewDates": ["2026-11-01"], "actions": [action]}, "meetingDate": "2026-09-01"}),
        )
    };
    let reason = "The baby was in hospital for both weeks";
    for (became, field) in [
        (json!({"state": "carried-over", "reasonNotDone": reason}), "plan.actions[0].carriedOverUntil"),
        (json!({"state": "not-done"}), "plan.actions[0].reasonNotDone"),
        (json!({"state": "done", "reasonNotDone": reason}), "plan.actions[0].state"),
        (
            json!({"state": "carried-over", "reasonNotDone": reason, "carriedOverFrom": "2026-10-01", "carriedOverUntil": "2026-09-20"}),
            "plan.actions[0].carriedOverUntil",
        ),
    ] {
        let checked = plan(became.clone());
        let answer = &checked["answer"];
        assert_eq!((&answer["complete"], &answer["missing"]), (&json!(false), &json!(["what-became-of-actions"])), "{became}");
        assert_eq!(answer["heading"], "Still to add: what became of action 1.", "{became}");
        let fields = fields(
            "check-plan",
            &json!({"area": "hampshire", "plan": {"reviewDates": ["2026-11-01"], "actions": [
            {"specific": "Weigh the baby at the clinic each Tuesday", "state": became["state"], "reasonNotDone": became["reasonNotDone"],
             "carriedOverFrom": became["carriedOverFrom"], "carriedOverUntil": became["carriedOverUntil"]}]}}),
        );
        assert!(fields.iter().any(|one| one["path"] == field), "{field}: {fields:?}");
    }
    assert_eq!(
        plan(json!({"state": "carried-over", "reasonNotDone": reason, "carriedOverUntil": "2026-10-20"}))["answer"]["complete"],
        true
    );
    assert_eq!(plan(json!({"state": "open"}))["answer"]["complete"], true);
}

#[test]
fn a_proforma_tells_the_day_and_the_time_of_its_meeting_and_a_return_before_it() {
    let list = |proforma: Value| {
        answer("make-checklist", "county-durham", json!({"list": "proforma", "meetingStart": "2026-12-09T10:00", "proforma": proforma}))
    };
    let whole = json!({"date": "9 December 2026", "time": "10am to 11.30am", "venue": "County Hall", "dialIn": "0191 498 0000", "returnBy": "2026-12-08T12:00"});
    let stands = list(whole.clone());
    assert_eq!((&stands["answer"]["complete"], &stands["settled"]), (&json!(true), &json!(true)));
    for (field, item, others) in [
        ("date", "meeting-date", ["8 December 2026", "Tuesday 8 December", "2026-12-10"]),
        ("time", "meeting-time", ["14:00", "2.30 pm", "9am to 9.45am"]),
        ("returnBy", "return-by", ["2026-12-10T12:00", "2026-12-09T10:01", "2026-12-09T16:00"]),
    ] {
        for other in others {
            let mut proforma = whole.clone();
            proforma[field] = json!(other);
            let told = list(proforma);
            assert_eq!(met(&told, item), "unknown", "{field} {other}");
            assert_eq!((&told["answer"]["complete"], &told["settled"]), (&json!("not-established"), &json!(false)), "{field} {other}");
            assert!(codes(&told).contains(&"facts-contradict"), "{field} {other}");
            assert!(
                asked(&told).contains(&format!("proforma.{field}").as_str()) && asked(&told).contains(&"meetingStart"),
                "{field} {other}"
            );
        }
    }
    for field in ["venue", "dialIn"] {
        for nothing in ["to be arranged", "to follow", "not booked yet", "will be sent", "to be booked", "to be circulated"] {
            let mut proforma = whole.clone();
            proforma[field] = json!(nothing);
            assert_ne!(list(proforma)["answer"]["complete"], true, "{field} {nothing}");
        }
    }
}

#[test]
fn what_each_agency_sent_back_is_the_return_that_was_awaited_of_it() {
    let deadlines = |requests: Value| {
        let facts = json!({"meetingType": "strategy", "now": "2026-12-09T09:00", "immediateRisk": "medium", "spocRequestAt": "2026-12-07T10:00",
            "meetingStart": "2026-12-09T10:00", "proforma": {"returnBy": "2026-12-08T12:00"}, "requests": requests});
        answer("list-deadlines", "county-durham", facts)
    };
    let of_return = |decision: &Value| -> Vec<(String, Value, bool)> {
        let all = decision["answer"]["deadlines"].as_array().unwrap();
        let own = all.iter().filter(|one| one["duty"] == "proforma-return");
        own.map(|one| (one["agency"].as_str().unwrap_or("").to_owned(), one["onTime"].clone(), one["overdue"] == true)).collect()
    };
    let both =
        deadlines(json!([{"agency": "health", "returnedAt": "2026-12-08T10:00"}, {"agency": "police", "returnedAt": "2026-12-08T13:00"}]));
    assert_eq!(of_return(&both), [("health".to_owned(), json!(true), false), ("police".to_owned(), json!(false), false)]);
    let one = deadlines(json!([{"agency": "health", "returnedAt": "2026-12-08T10:00"}]));
    assert_eq!(of_return(&one), [("health".to_owned(), json!(true), false), ("police".to_owned(), json!(null), true)]);
    let none = answer(
        "list-deadlines",
        "county-durham",
        json!({"meetingType": "strategy", "now": "2026-12-09T09:00", "proforma": {"returnBy": "2026-12-08T12:00"}}),
    );
    assert_eq!(of_return(&none), [(String::new(), json!(null), true)]);
}

#[test]
fn a_return_before_its_request_is_told_and_no_date_is_denied() {
    let facts = json!({"meetingType": "strategy", "duty": "spoc-response", "now": "2026-12-09T09:00",
        "requests": [{"agency": "health", "requestedAt": "2026-12-07T10:00", "returnedAt": "2026-12-06T10:00"}]});
    let told = answer("list-deadlines", "county-durham", facts);
    assert!(codes(&told).contains(&"done-before-it-could-be"));
    assert_ne!(told["answer"]["heading"], "Nothing has a date yet. Give the moments from which these duties count.");
}

#[test]
fn of_a_meeting_that_may_repeat_another_nobody_says_that_it_was_late() {
    let report = |repeat: Value| {
        let mut meeting = json!({"ref": "A1", "team": "north", "startedAt": "2026-10-20T10:00", "endedAt": "2026-10-20T11:00",
            "concern": {"concernsIdentifiedAt": "2026-10-05T10:00", "othersConsidered": true},
            "agencies": [{"agency": "health", "attended": true}, {"agency": "police", "attended": true}, {"agency": "childrens-social-care", "attended": true}]});
        meeting["repeat"] = repeat;
        answer("report-quarter", "county-durham", json!({"meetings": [meeting]}))
    };
    let within = |report: &Value| {
        let all = report["answer"]["measures"].as_array().unwrap();
        all.iter().find(|one| one["measure"] == "meeting-in-time").unwrap()["rows"].to_string()
    };
    let (silent, unknown) = (report(json!(null)), report(json!("unknown")));
    assert_ne!(within(&silent), within(&unknown));
    assert_eq!(within(&unknown), within(&report(json!(true))));
}

#[test]
fn a_second_meeting_that_is_told_as_a_repeat_is_no_doubt() {
    let meeting = |day: u32, repeat: Value| json!({"ref": "A1", "repeat": repeat, "startedAt": format!("2026-10-{day}T10:00"), "endedAt": format!("2026-10-{day}T11:00")});
    let doubts = |repeat: Value| {
        let report = answer("report-quarter", "county-durham", json!({"meetings": [meeting(10, json!(null)), meeting(20, repeat)]}));
        report["answer"]["check"].to_string()
    };
    assert!(doubts(json!(null)).contains("same-reference"));
    assert!(!doubts(json!(true)).contains("same-reference"));
}

#[test]
fn consent_that_was_taken_back_after_the_share_stood_for_it() {
    let record = |withdrawn_at: &str| {
        answer(
            "record-consent-basis",
            "hampshire",
            json!({"consentSought": true, "consentGiven": true, "consentWithdrawn": true,
            "consentWithdrawnAt": withdrawn_at, "date": "2026-10-05T10:00", "decidedAt": "2026-10-05T09:00", "lawfulBasis": "consent",
            "createdAt": "2026-11-01T09:00"}),
        )
    };
    let later = record("2026-10-08T10:00");
    assert_eq!(later["answer"]["consent"], "given");
    assert!(codes(&later).contains(&"consent-withdrawn-later") && !codes(&later).contains(&"consent-withdrawn"));
    for before in ["2026-10-05T09:30", "2026-10-04"] {
        let before = record(before);
        assert_eq!(before["answer"]["consent"], "withdrawn");
        assert!(codes(&before).contains(&"consent-withdrawn"));
    }
    // Of the day alone nobody knows which came first.
    assert_eq!(record("2026-10-05")["answer"]["consent"], "withdrawn");
}

#[test]
fn bases_and_conditions_are_asked_by_their_words() {
    let fields = fields("record-consent-basis", &json!({"area": "northamptonshire", "specialCategory": true, "highRisk": true}));
    for (path, word) in [("lawfulBasis", "public-task"), ("art9Condition", "health-or-social-care")] {
        let field = fields.iter().find(|one| one["path"] == path).unwrap_or_else(|| panic!("{path}"));
        let words: Vec<&Value> = field["words"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
        assert!(field["kind"] == "word" && words.contains(&&json!(word)), "{field}");
        assert!(
            field["words"]
                .as_array()
                .unwrap()
                .iter()
                .all(|one| one["label"].as_str().is_some_and(|label| label.contains(' ') || !label.contains('-'))),
            "{field}"
        );
    }
}

/// When a concern of 19 August 2026 was known, in full.
fn concern(more: Value) -> Value {
    let mut facts = json!({"othersConsidered": true, "concernsIdentifiedAt": "2026-08-19T10:00", "referralReceivedAt": "2026-08-19T10:00"});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    facts
}

#[test]
fn what_lengthens_holds_for_a_child_only_where_nobody_says_otherwise() {
    let due = |of_all: Value, of_child: Value| {
        let facts =
            concern(json!({"complexReason": "Organised abuse across three households", "concerns": {"particularlyComplex": of_all},
            "children": [{"ref": "a", "concerns": {"particularlyComplex": of_child}}]}));
        let decision = answer("classify-concern", "generic", facts);
        let told = codes(&decision).contains(&"facts-contradict") && asked(&decision).contains(&"children[0].concerns.particularlyComplex");
        (decision["answer"]["dueBy"].as_str().unwrap().to_owned(), decision["settled"] == true, told)
    };
    for [one, other] in
        [[json!(true), json!(false)], [json!(true), json!("unknown")], [json!(false), json!(true)], [json!("unknown"), json!(true)]]
    {
        assert_eq!(due(one.clone(), other.clone()), ("2026-08-24".to_owned(), false, true), "{one} {other}");
    }
    assert_eq!(due(json!(true), json!(true)), ("2026-08-26".to_owned(), true, false));
    assert_eq!(due(json!(false), json!(false)), ("2026-08-24".to_owned(), true, false));
}

#[test]
fn a_child_whose_age_is_not_known_is_no_adult_by_what_was_said_of_all() {
    let children = json!([{"ref": "a", "age": "unknown", "concerns": {"seriousRisk": true}}]);
    let timed = answer("classify-concern", "generic", concern(json!({"child": {"age": 19}, "children": children})));
    assert_eq!(timed["answer"]["timescale"], "same-day");
    assert!(asked(&timed).contains(&"children[0].age"), "{:?}", asked(&timed));
    let mash = json!({"meetingType": "mash", "subject": {"ageGroup": "adult"}, "children": [{"ref": "b", "age": "unknown"}]});
    let mash = answer("list-attendees", "generic", mash);
    assert!(mash["answer"]["required"].to_string().contains("childrens-social-care"), "{}", mash["answer"]["required"]);
    let route = json!({"subject": {"ageGroup": "adult"}, "children": [{"ref": "a", "age": "unknown"}, {"ref": "b", "age": 44}], "reasonableCauseSignificantHarm": true});
    assert_eq!(answer("choose-meeting", "generic", route)["answer"]["route"], "strategy");
    // What nobody says of one is what was said of all.
    let silent = concern(json!({"child": {"age": 19}, "children": [{"ref": "a", "concerns": {"seriousRisk": true}}]}));
    assert_eq!(answer("classify-concern", "generic", silent)["answer"]["timescale"], json!(null));
}

#[test]
fn a_danger_that_was_named_leaves_no_cause_to_suspect_to_an_attestation() {
    let dangers = [
        json!({"s47ThresholdAgreed": true}),
        json!({"continuingRiskEvidence": true}),
        json!({"decision": "s47"}),
        json!({"cpConcern": true}),
        json!({"statutoryInterventionNeeded": true}),
        json!({"parentsPoseRisk": true}),
    ];
    for area in ["northamptonshire", "hampshire", "county-durham", "generic"] {
        for danger in &dangers {
            let mut facts = danger.clone();
            facts["othersConsidered"] = json!(true);
            let decision = answer("choose-meeting", area, facts.clone());
            let is_open = asked(&decision).contains(&"reasonableCauseSignificantHarm") && decision["settled"] == false;
            let protects = ["strategy", "section47", "cp-conference"].iter().any(|route| decision["answer"]["route"] == *route);
            assert!(is_open || protects, "{area} {danger}: {} {:?}", decision["answer"]["heading"], asked(&decision));
            facts["reasonableCauseSignificantHarm"] = json!(false);
            // A no that was given is asked again only where it contradicts what was given beside it.
            let denied = answer("choose-meeting", area, facts);
            let contradicts = codes(&denied).contains(&"facts-contradict");
            assert_eq!(asked(&denied).contains(&"reasonableCauseSignificantHarm"), contradicts, "{area} {danger}");
        }
    }
}

#[test]
fn a_request_is_of_no_lower_risk_than_was_said_of_all() {
    let response = |of_all: Value, of_one: Value| {
        let facts = json!({"meetingType": "strategy", "duty": "spoc-response", "immediateRisk": of_all,
            "requests": [{"agency": "police", "requestedAt": "2026-08-19T10:00", "immediateRisk": of_one}]});
        let decision = answer("list-deadlines", "county-durham", facts);
        let told = codes(&decision).contains(&"facts-contradict") && asked(&decision).contains(&"requests[0].immediateRisk");
        (decision["answer"]["deadlines"][0]["due"].as_str().unwrap()[..16].to_owned(), told)
    };
    for of_all in [json!(true), json!("unknown"), json!("highest")] {
        assert_eq!(response(of_all.clone(), json!(false)), ("2026-08-19T11:00".to_owned(), true), "{of_all}");
    }
    assert_eq!(response(json!(false), json!(true)), ("2026-08-19T11:00".to_owned(), false));
    assert_eq!(response(json!(false), json!(false)), ("2026-08-21T10:00".to_owned(), false));
    assert_eq!(response(json!(null), json!(false)), ("2026-08-21T10:00".to_owned(), false));
}

#[test]
fn what_is_late_whatever_is_still_answered_is_late() {
    let children = json!([{"ref": "A", "concerns": {"seriousRisk": true}}, {"ref": "C", "concerns": {"seriousRisk": "unknown"}}]);
    let late = answer("classify-concern", "generic", concern(json!({"now": "2026-08-21T12:00", "children": children})));
    assert_eq!(late["answer"]["heading"], "Hold the strategy meeting now. The last day was Wednesday 19 August 2026.");
    let one = json!({"concerns": {"seriousRisk": "unknown"}});
    let at = |now: &str| {
        let mut facts = concern(one.clone());
        facts["now"] = json!(now);
        answer("classify-concern", "generic", facts)["answer"]["heading"].clone()
    };
    assert_eq!(at("2026-08-27T12:00"), "Hold the strategy meeting now. The last day was Monday 24 August 2026.");
    assert_eq!(at("2026-08-21T12:00"), "Hold the strategy meeting today, Friday 21 August 2026, until this is settled.");
    let within = |day: u32| {
        let meeting = json!({"startedAt": format!("2026-08-{day}T10:00"), "endedAt": format!("2026-08-{day}T11:00"), "concern": concern(one.clone()),
            "agencies": [{"agency": "health", "attended": true}, {"agency": "police", "attended": true}, {"agency": "childrens-social-care", "attended": true}]});
        let report = answer("report-quarter", "county-durham", json!({"meetings": [meeting]}));
        let all = report["answer"]["measures"].as_array().unwrap().clone();
        all.iter().find(|one| one["measure"] == "meeting-in-time").unwrap()["rows"][0].clone()
    };
    assert_ne!(within(27), within(21), "late in any case, and not known");
    assert_eq!(within(21), within(19), "a provisional limit makes nothing in time");
}

#[test]
fn nobody_is_said_to_have_been_away_or_to_chair_wrongly_by_silence() {
    let strategy = |attendance: Value| {
        answer(
            "list-attendees",
            "county-durham",
            json!({"meetingType": "strategy", "child": {"lookedAfter": false}, "attendance": attendance}),
        )
    };
    let silent = strategy(json!({}));
    assert_eq!(silent["answer"]["chairValid"], "not-established");
    assert!(!codes(&silent).contains(&"chair-not-as-stated"));
    assert_eq!(strategy(json!({"childrens-social-care": "absent", "police": "in-person"}))["answer"]["chairValid"], false);
    let team = json!({"meetingType": "tac-initial", "cpConcern": false, "othersConsidered": true, "attendance": {"school": "in-person", "child": "absent"}});
    assert!(!codes(&answer("list-attendees", "bracknell-forest", team)).contains(&"do-not-wait"));
}

#[test]
fn what_is_asked_of_one_of_several_children_is_asked_at_its_place() {
    let facts = json!({"meetingType": "strategy", "child": {"lookedAfter": false}, "children": [{"ref": "a"}, {"ref": "b", "lookedAfter": "unknown"}]});
    let decision = answer("list-attendees", "county-durham", facts);
    assert!(
        asked(&decision).contains(&"children[1].lookedAfter") && !asked(&decision).contains(&"child.lookedAfter"),
        "{:?}",
        asked(&decision)
    );
    let silent = json!({"meetingType": "strategy", "children": [{"ref": "a"}, {"ref": "b", "lookedAfter": false}]});
    let decision = answer("list-attendees", "county-durham", silent);
    assert!(asked(&decision).contains(&"children[0].lookedAfter") && !asked(&decision).contains(&"children[1].lookedAfter"));
}

#[test]
fn what_went_by_another_way_than_is_allowed_is_told_first() {
    let sent = |channel: &str| {
        let facts = json!({"meetingType": "strategy", "duty": "proforma", "decisionAt": "2026-08-19T08:00", "meetingStart": "2026-08-19T15:00",
            "done": {"proforma": {"at": "2026-08-19T08:30", "channel": channel}}});
        answer("list-deadlines", "county-durham", facts)
    };
    assert!(codes(&sent("email")).contains(&"channel-not-allowed") && !codes(&sent("secure-email")).contains(&"channel-not-allowed"));
}

#[test]
fn consent_that_was_sought_awaits_its_answer() {
    let record = |more: Value| {
        let mut facts = json!({"informationShared": "School attendance", "sharedWith": ["police"], "purpose": "safeguarding", "consentSought": true,
            "familyInformed": true, "lawfulBasis": "public-task", "specialCategory": false, "criminalOffenceData": false, "highRisk": false, "fiiConcern": false,
            "parentsPoseRisk": false, "childAtRisk": true, "controller": "council", "date": "2026-08-19", "decidedBy": "Headteacher", "decidedAt": "2026-08-19T10:00"});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        answer("record-consent-basis", "hampshire", facts)
    };
    assert!(asked(&record(json!({}))).contains(&"consentGiven"));
    assert!(!asked(&record(json!({"consentGiven": false}))).contains(&"consentGiven"));
    for risk in ["parentsPoseRisk", "fiiConcern"] {
        let told = record(json!({risk: "unknown", "consentGiven": true}));
        assert_eq!(told["answer"]["informFamily"], "not-yet", "{risk}");
        assert!(codes(&told).contains(&"told-before-an-answer"), "{risk}");
    }
    assert_eq!(record(json!({"consentGiven": true}))["answer"]["informFamily"], "inform");
}

#[test]
fn a_principle_that_brings_the_family_in_is_held_back_where_that_may_harm() {
    let list = |more: Value| {
        let mut facts = json!({"meetingType": "professionals", "list": "principles"});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let items = answer("make-checklist", "hampshire", facts)["answer"]["items"].as_array().unwrap().clone();
        let held = |item: &str| items.iter().find(|one| one["item"] == item).unwrap()["heldBack"] == true;
        ["involve-or-represent-family", "in-partnership-with-families"].map(held)
    };
    assert_eq!(list(json!({"fiiConcern": true})), [true, true]);
    assert_eq!(list(json!({"parentsPoseRisk": true})), [true, true]);
    assert_eq!(list(json!({"fiiConcern": false, "parentsPoseRisk": false})), [false, false]);
}

#[test]
fn whoever_is_near_a_family_is_no_agency() {
    for who in ["lodger", "babysitter", "neighbour", "family friend", "flatmate"] {
        let facts = json!({"meetingType": "professionals", "twoPart": true, "othersConsidered": true, "agencies": [{"name": who, "hasRelevantInformation": true}]});
        let decision = answer("list-attendees", "hampshire", facts);
        let all =
            ["required", "expected", "optional", "excluded"].map(|list| decision["answer"][list].as_array().unwrap().clone()).concat();
        let told: Vec<&Value> = all.iter().filter(|one| one["label"].as_str().unwrap().contains(who)).collect();
        assert!(told.iter().all(|one| one["notYetInvited"] == true || one["keptAway"] == true), "{who}: {told:?}");
    }
}

#[test]
fn an_earlier_deadline_of_another_duty_moves_nothing_and_of_no_duty_is_refused() {
    let facts = json!({"meetingType": "strategy", "duty": "minutes", "meetingEndedAt": "2026-08-19T12:00",
        "previous": [{"duty": "decisions", "due": "2026-08-20T12:00"}, {"duty": "minutes", "due": "2026-08-24"}]});
    let told = answer("list-deadlines", "county-durham", facts);
    assert!(!codes(&told).contains(&"moved-later") && told["answer"]["moved"].as_array().unwrap().is_empty());
    let unknown = json!({"area": "county-durham", "meetingType": "strategy", "previous": [{"duty": "meeting-notes", "due": "2026-08-24"}]});
    let refusal = ask("list-deadlines", &unknown, &rulebook()).unwrap_err();
    assert_eq!(refusal.path(), "previous[0].duty");
}

#[test]
fn a_suggested_day_that_has_gone_is_suggested_no_more() {
    let explained = |now: &str| {
        let facts = json!({"area": "generic", "othersConsidered": true, "concernsIdentifiedAt": "2026-08-19T10:00", "now": now});
        ask("explain", &json!({"question": "classify-concern", "facts": facts}), &rulebook()).unwrap()["explanation"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert!(explained("2026-08-20T09:00").contains("Aim for Friday 21 August 2026"));
    assert!(!explained("2026-08-24T09:00").contains("Aim for"), "{}", explained("2026-08-24T09:00"));
}

#[test]
fn a_child_who_is_told_to_be_born_and_not_to_be_is_asked_about() {
    for (more, path) in [
        (json!({"concernTypes": ["unborn-child"], "child": {"unborn": false}}), "child.unborn"),
        (json!({"concernTypes": ["unborn-child"], "child": {"age": 3}}), "child.age"),
        (json!({"child": {"unborn": true, "age": 17}, "concerns": {"seriousRisk": true}}), "child.age"),
    ] {
        let decision = answer("classify-concern", "generic", concern(more.clone()));
        assert!(codes(&decision).contains(&"facts-contradict") && asked(&decision).contains(&path), "{more}: {:?}", asked(&decision));
    }
    let unborn = answer("classify-concern", "generic", concern(json!({"concernTypes": ["unborn-child"], "child": {"unborn": true}})));
    assert!(!codes(&unborn).contains(&"facts-contradict"));
}

#[test]
fn a_review_before_the_meeting_is_what_is_wrong_and_no_action_is() {
    let action = json!({"specific": "Refer to CAMHS", "owner": "School nurse", "indicator": "Referral number", "realisticResult": "First appointment offered",
        "resourcesConfirmed": true, "due": "15/09/26"});
    let plan = json!({"meetingDate": "2026-09-01", "plan": {"actions": [action], "reviewDates": ["2026-08-30"]}});
    let plan = answer("check-plan", "hampshire", plan);
    assert_eq!(plan["answer"]["failingActions"], json!([]));
    assert!(codes(&plan).contains(&"review-before-meeting") && asked(&plan).contains(&"plan.reviewDates"));
    let one = answer("check-action", "hampshire", json!({"meetingDate": "2026-09-01", "reviewDate": "2026-08-01", "action": action}));
    assert!(one["answer"]["complete"] == true && asked(&one).contains(&"reviewDate"));
    let later = answer("check-action", "hampshire", json!({"meetingDate": "2026-09-01", "reviewDate": "2026-09-10", "action": action}));
    assert!(later["answer"]["complete"] == false && !asked(&later).contains(&"reviewDate"));
}

#[test]
fn a_discussion_of_the_day_of_the_concern_that_has_no_time_is_told_as_one() {
    let facts =
        concern(json!({"concerns": {"seriousRisk": true}, "now": "2026-08-20T12:00", "held": [{"at": "2026-08-19", "full": true}]}));
    let decision = answer("classify-concern", "generic", facts);
    assert!(codes(&decision).contains(&"held-when-not-known") && asked(&decision).contains(&"held[0].at"));
}

#[test]
fn the_steps_of_a_disagreement_that_was_resolved_are_those_of_no_other() {
    let facts = json!({"memberDisagrees": true, "step1Resolved": true, "stage": 1});
    let decision = answer("resolve-disagreement", "bracknell-forest", facts);
    let steps = decision["answer"]["ladders"].as_array().unwrap().iter().flat_map(|ladder| ladder["steps"].as_array().unwrap());
    assert!(steps.clone().all(|step| step["state"] != "done"), "{}", decision["answer"]["ladders"]);
}

#[test]
fn an_earlier_day_that_holds_stands_in_the_heading_of_an_adult_too() {
    let facts = concern(json!({"child": {"age": 18}, "previousResult": {"dueBy": "2026-08-19", "timescale": "same-day"}}));
    let decision = answer("classify-concern", "generic", facts);
    assert_eq!(decision["answer"]["heading"], "Hold the strategy meeting by Wednesday 19 August 2026, as an earlier answer said.");
}
