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
        assert_eq!((&risk["answer"]["complete"], met(&risk, "lead-professional-may-lead")), (&json!("not-established"), &json!("unknown")), "{kind}");
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
