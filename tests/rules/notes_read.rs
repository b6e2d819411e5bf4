//! What a note says is whole: no empty line, no question in a list of names, no field path, no meeting that is not to be published.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn explained(question: &str, facts: &Value) -> Value {
    ask("explain", &json!({"question": question, "facts": facts}), &rulebook()).unwrap_or_else(|refusal| panic!("{facts}: {refusal}"))
}

fn note(question: &str, facts: &Value) -> String {
    explained(question, facts)["caseNote"].as_str().unwrap().to_owned()
}

const NO: &str = r#"{"seriousRisk": false, "penetrativeSexualAbuse": false, "immediateActionRequired": false}"#;

#[test]
fn the_meetings_of_a_quarter_are_told_with_their_doubts_and_not_published() {
    let concern = json!({"concerns": serde_json::from_str::<Value>(NO).unwrap(), "concernsIdentifiedAt": "2026-11-24T10:00"});
    let meetings = json!([
        {"ref": "S-1", "startedAt": "2026-11-26T10:00", "endedAt": "2026-11-26T11:00", "concern": concern},
        {"ref": "S-2", "startedAt": "2026-11-27T10:00", "endedAt": "2026-11-27T09:00"},
    ]);
    let mut facts = json!({"area": "county-durham", "from": "2026-10-01", "until": "2026-12-31", "meetings": meetings});
    let whole = note("report-quarter", &facts);
    assert!(whole.contains("Meeting 2: This meeting is recorded as ended before it began"), "{whole}");
    assert!(whole.contains("Is there a serious risk of harm?") || whole.contains("Serious risk: no"), "{whole}");
    assert!(!whole.contains("Serious risk Penetrative") && !whole.contains("meetings["), "{whole}");
    facts["audience"] = json!("public");
    let public = note("report-quarter", &facts);
    assert!(!public.contains("S-1") && !public.contains("2026-11-26") && !public.contains("26 November"), "{public}");
}

#[test]
fn no_line_is_empty_and_no_question_stands_in_a_list_of_names() {
    let cases = [
        (
            "resolve-disagreement",
            json!({"area": "county-durham", "icpcDecision": "not-required", "concernSerious": true, "concernsRemain": true}),
        ),
        ("make-checklist", json!({"area": "county-durham", "meetingType": "strategy", "done": {}})),
        ("make-checklist", json!({"area": "county-durham", "meetingType": "strategy", "proforma": {"date": "unknown"}})),
        ("choose-meeting", json!({"area": "bracknell-forest", "unmetNeeds": true, "agenciesNeeded": 3, "cpConcern": false})),
        ("list-attendees", json!({"area": "northamptonshire", "meetingType": "mdt-countywide", "child": {"age": 16}})),
        ("record-consent-basis", json!({"area": "northamptonshire", "consentSought": false, "specialCategory": true})),
        (
            "classify-concern",
            json!({"area": "generic", "previousResult": {"timescale": "1-working-day", "dueBy": "2026-11-25", "settled": true}}),
        ),
    ];
    for (question, facts) in cases {
        let note = note(question, &facts);
        for line in note.lines() {
            let bare = line.trim_start_matches([' ', '-']);
            assert!(!bare.starts_with('(') && !bare.starts_with(';'), "{facts}: {line}");
            assert!(!bare.contains("?,") && !bare.contains("? and "), "{facts}: {line}");
            assert!(!bare.contains("Answered yes: Settled") && !bare.contains("Give the age: 16"), "{facts}: {line}");
        }
        assert!(!note.contains("- Done:\n"), "{facts}: {note}");
    }
}

#[test]
fn a_national_duty_is_cited_in_the_short_note() {
    let facts = json!({"area": "northamptonshire", "national": true, "meetingType": "mdt-countywide", "lastMeeting": "2026-11-23",
                       "policeProtectionAt": "2026-11-22T22:15", "now": "2026-11-24T09:00"});
    let short = explained("list-deadlines", &facts)["shortNote"].as_str().unwrap().to_owned();
    assert!(short.contains("rule O-17"), "{short}");
}

#[test]
fn whoever_is_cleared_is_not_kept_away_with_another() {
    let family = json!({"area": "hampshire", "meetingType": "professionals", "twoPart": true,
                        "family": [{"who": "M", "relation": "mother", "posesRisk": false}, {"who": "F", "relation": "father", "posesRisk": true}]});
    let decision = ask("list-attendees", &family, &rulebook()).unwrap();
    let kept: Vec<&str> = decision["cautions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|caution| caution["code"] == "kept-from-the-family")
        .map(|caution| caution["text"].as_str().unwrap())
        .collect();
    assert!(kept.iter().all(|text| text.contains('F') && !text.contains("the family")), "{kept:?}");
}
