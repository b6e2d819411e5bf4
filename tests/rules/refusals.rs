//! Facts that are no facts are refused, each with its place.

use crate::common::{ask, rulebook};
use safeguarding_rules::Code;
use serde_json::json;

#[test]
fn facts_are_refused_by_field() {
    let rulebook = rulebook();
    let cases = [
        ("classify-concern", json!({"area": "atlantis"}), "area", Code::BadWord),
        ("classify-concern", json!({"area": "generic", "packs": ["county-durham"]}), "packs", Code::Scope),
        ("classify-concern", json!({"packs": []}), "packs", Code::Scope),
        ("classify-concern", json!({"packs": ["county-durham", "county-durham"]}), "packs[1]", Code::Scope),
        ("classify-concern", json!({"concerns": {"serious_risk": true}}), "concerns.serious_risk", Code::UnknownField),
        ("classify-concern", json!({"concerns": {"seriousRisk": "true"}}), "concerns.seriousRisk", Code::BadInput),
        ("classify-concern", json!({"concernsIdentifiedAt": "2026-02-30"}), "concernsIdentifiedAt", Code::BadDate),
        ("classify-concern", json!({"children": []}), "children", Code::BadInput),
        (
            "classify-concern",
            json!({"children": [{"ref": "A", "concerns": {"seriousRisk": 1}}]}),
            "children[0].concerns.seriousRisk",
            Code::BadInput,
        ),
        ("classify-concern", json!({"children": [{"concerns": {}}]}), "children[0].ref", Code::BadInput),
        ("classify-concern", json!({"othersConsidered": "yes"}), "othersConsidered", Code::BadInput),
        ("classify-concern", json!({"previousResult": {"timescale": "soon"}}), "previousResult.timescale", Code::BadWord),
        ("list-attendees", json!({}), "meetingType", Code::BadInput),
        ("list-attendees", json!({"meetingType": "party"}), "meetingType", Code::BadWord),
        ("list-attendees", json!({"meetingType": "mash", "attendance": {"police": "maybe"}}), "attendance.police", Code::BadWord),
        ("list-attendees", json!({"meetingType": "mash", "services": ["<b>"]}), "services[0]", Code::BadWord),
        ("check-action", json!({"action": {"owner": 7}}), "action.owner", Code::BadInput),
        ("check-plan", json!({"plan": {"actions": [{}, {"ownr": "x"}]}}), "plan.actions[1].ownr", Code::UnknownField),
        ("record-consent-basis", json!({"sharedWith": {"a": 1}}), "sharedWith", Code::BadInput),
        ("record-consent-basis", json!({"agreementOutcome": "maybe"}), "agreementOutcome", Code::BadWord),
    ];
    for (question, facts, path, code) in cases {
        let refusal = ask(question, &facts, &rulebook).unwrap_err();
        assert_eq!((refusal.path(), refusal.code()), (path, code), "{facts}: {}", refusal.message());
        assert!(refusal.message().starts_with("expected "), "{}", refusal.message());
    }
}

/// What is said of a text that a caller sends: the code, the place and the message.
fn refused(question: &str, text: &str) -> (Code, String, String) {
    let refusal = rulebook().answer(question, text).unwrap_err();
    (refusal.code(), refusal.path().to_owned(), refusal.message().to_owned())
}

#[test]
fn a_refusal_names_the_field_and_what_was_expected() {
    let concern = |text: &str| refused("classify-concern", text);
    let bad_input = |path: &str, message: &str| (Code::BadInput, path.to_owned(), message.to_owned());
    let answer = "expected true, false or \"unknown\"";
    assert_eq!(concern(r#"{"concerns": {"seriousRisk": 1}}"#), bad_input("concerns.seriousRisk", answer));
    assert_eq!(
        concern(r#"{"children": [{"ref": "A", "concerns": {"seriousRisk": true}}, {"ref": "B", "concerns": {"seriousRisk": []}}]}"#),
        bad_input("children[1].concerns.seriousRisk", answer)
    );
    assert_eq!(
        refused("check-plan", r#"{"plan": {"acton": {}}}"#),
        (Code::UnknownField, "plan.acton".to_owned(), "expected one of actions, reviewDates, reviewRequired".to_owned())
    );
    assert_eq!(
        refused("check-action", r#"{"action": {}, "meetingDat": null}"#),
        (
            Code::UnknownField,
            "meetingDat".to_owned(),
            "expected one of area, packs, asOf, national, action, meetingDate, reviewDate".to_owned()
        )
    );
    assert_eq!(refused("check-action", "{}"), bad_input("action", "expected the field action"));
    assert_eq!(concern(r#"{"area": "generic"} {}"#), bad_input("", "expected one plain JSON object"));
    assert_eq!(concern(r#"{"area": "generic", "area": "generic"}"#), bad_input("area", "expected this field once"));
    assert_eq!(
        refused("list-attendees", r#"{"meetingType": "strategy", "meetingType": "s47"}"#),
        bad_input("meetingType", "expected this field once")
    );
    assert_eq!(concern("null"), bad_input("", "expected an object"));
    let nothing = r#"{"concerns": {"seriousRisk": null}, "concernsIdentifiedAt": null, "children": null}"#;
    assert!(rulebook().answer("classify-concern", nothing).is_ok());
}

#[test]
fn a_refusal_never_repeats_what_was_typed() {
    for text in [
        r#"{"concerns": {"seriousRisk": "CANARY, expected CANARY"}}"#,
        r#"{"CANARY fell": true}"#,
        r#"{"concernsIdentifiedAt": "CANARY at line 3"}"#,
        r#"{"concerns": {"seriousRisk": {"CANARY": 1}}}"#,
        r#"{"concernTypes": ["CANARY"]}"#,
        r#"{"area": "CANARY"}"#,
        r#""CANARY""#,
        "CANARY",
    ] {
        let (_, path, message) = refused("classify-concern", text);
        assert!(!path.contains("CANARY") && !message.contains("CANARY"), "{text}: {path}: {message}");
    }
}

#[test]
fn a_deep_text_is_refused() {
    let nested = |depth: usize| format!(r#"{{"seriousRisk": {}{}}}"#, "[".repeat(depth), "]".repeat(depth));
    assert_eq!(refused("choose-meeting", &nested(120)).1, "seriousRisk[0]");
    for deep in [nested(200), nested(200_000), format!(r#"{{"seriousRisk": {}"#, "[".repeat(200_000))] {
        assert_eq!(refused("choose-meeting", &deep).2, "expected one plain JSON object");
    }
}
