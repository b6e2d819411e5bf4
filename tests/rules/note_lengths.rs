//! Three lengths: a heading that is read at a glance, an explanation that is read at once, and a note that says each thing once.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn words(text: &Value) -> usize {
    text.as_str().unwrap().split_whitespace().count()
}

fn plain_cases() -> [(&'static str, Value, usize); 6] {
    let concerns = json!({"seriousRisk": false, "penetrativeSexualAbuse": false, "immediateActionRequired": false, "immediateProtectionNeeded": false});
    let action = json!({"specific": "Health visitor to weigh the baby every Monday at home", "quantity": "4 weights", "owner": "Health visitor",
        "realisticResult": "Baby gains weight", "resourcesConfirmed": true, "due": "22/09/26"});
    [
        (
            "classify-concern",
            json!({"area": "county-durham", "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T10:00", "concerns": concerns}),
            470,
        ),
        (
            "list-attendees",
            json!({"area": "county-durham", "meetingType": "strategy", "child": {"lookedAfter": false}, "referrer": "school"}),
            820,
        ),
        (
            "list-deadlines",
            json!({"area": "county-durham", "meetingType": "strategy", "duty": "minutes", "meetingEndedAt": "2026-03-02T15:00"}),
            425,
        ),
        ("choose-meeting", json!({"area": "county-durham", "reasonableCauseSignificantHarm": true}), 445),
        ("check-action", json!({"area": "hampshire", "action": action}), 570),
        ("report-quarter", json!({"area": "county-durham", "from": "2026-01-01", "until": "2026-03-31", "meetings": []}), 700),
    ]
}

#[test]
fn a_heading_an_explanation_and_a_note_are_three_lengths() {
    for (question, facts, most) in plain_cases() {
        let told = ask("explain", &json!({"question": question, "facts": facts}), &rulebook()).unwrap();
        let [heading, explanation, note] = ["heading", "explanation", "caseNote"].map(|length| words(&told[length]));
        assert!(heading <= 30 && explanation <= 120 && note <= most, "{question}: {heading}, {explanation}, {note}");
    }
}

#[test]
fn a_note_names_each_document_once_and_says_once_what_holds_for_all() {
    for (question, facts, _) in plain_cases() {
        let told = ask("explain", &json!({"question": question, "facts": facts}), &rulebook()).unwrap();
        let (note, decision) = (told["caseNote"].as_str().unwrap(), ask(question, &facts, &rulebook()).unwrap());
        for pack in decision["basis"]["packs"].as_array().unwrap() {
            assert_eq!(note.matches(pack["title"].as_str().unwrap()).count(), 1, "{question} {}", pack["title"]);
            assert!(note.contains(pack["hash"].as_str().unwrap()) && note.contains(pack["version"].as_str().unwrap()), "{question}");
        }
        for once in ["word, not law", "Last checked", "Check your partnership's current procedure", "Answered no:"] {
            assert!(note.matches(once).count() <= if once == "word, not law" { 2 } else { 1 }, "{question}: {once}");
        }
    }
}
