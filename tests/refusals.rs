//! What is refused: doubtful packs, and facts that are no facts, each with its place and its own message.

mod common;

use common::{ask, rulebook};
use safeguarding_rules::pack::{Pack, Question};
use serde_json::{Value, json};

fn pack() -> Value {
    json!({
        "document": {
            "id": "test", "version": "1", "title": "A test", "force": "local-protocol", "cites": "nothing",
            "status": {"checked_on": "2026-11-21"},
        },
        "fact": {"worry": {"asks": "Is there a worry?"}},
        "concern_type": {"kind": {"label": "A kind", "makes": ["worry"]}},
        "classify_concern": [rule("T-1", json!({"hold": "within 3 working days", "from": "concerns identified"}))],
    })
}

fn rule(id: &str, own: Value) -> Value {
    let mut rule = json!({"id": id, "force": "should", "says": "Meet.", "at": "1", "words": "meet"});
    rule.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    rule
}

fn refused(change: impl Fn(&mut Value)) -> (String, String) {
    let mut doubtful = pack();
    change(&mut doubtful);
    let refusal = Pack::read(doubtful.to_string().leak(), &[]).unwrap_err();
    (refusal.path, refusal.message)
}

#[test]
fn a_sound_pack_is_read() {
    assert_eq!(Pack::read(pack().to_string().leak(), &[]).unwrap().document.id, "test");
}

#[test]
fn a_doubtful_pack_is_refused_with_the_place_and_the_reason() {
    let timing = |rules: Value| refused(move |pack| pack["classify_concern"] = rules.clone());
    let held = json!({"hold": "within 3 working days", "from": "concerns identified"});
    let with = |more: Value| {
        let mut own = held.clone();
        own.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        timing(json!([rule("T-1", own)]))
    };
    let cases = [
        (refused(|pack| pack["documents"] = json!({})), "documents", "expected one of document"),
        (refused(|pack| pack["document"]["force"] = json!("law")), "document.force", "expected one of statute, statutory-guidance"),
        (refused(|pack| pack["document"]["status"]["checked_on"] = json!("yesterday")), "document.status.checked_on", "expected a date"),
        (refused(|pack| pack["hash"] = json!("00")), "hash", "expected no hash"),
        (timing(json!([rule("T-1", held.clone()), rule("T-1", held.clone())])), "classify_concern.T-1.id", "each rule's id once"),
        (timing(json!([rule("T-1", json!({"from": "concerns identified"}))])), "classify_concern.T-1.hold", "a time of its own"),
        (timing(json!([rule("T-1", json!({"hold": "within 3 working days"}))])), "classify_concern.T-1.from", "the moment from which"),
        (
            timing(json!([rule("T-1", json!({"hold": "within three working days", "from": "concerns identified"}))])),
            "classify_concern[0].hold",
            "within 3 working days",
        ),
        (
            timing(json!([rule("T-1", json!({"hold": "on the same day", "from": "Monday"}))])),
            "classify_concern[0].from",
            "concerns-identified",
        ),
        (timing(json!([rule("T-1", json!({"applies": "T-9"}))])), "classify_concern.T-1.applies", "the id of a timing rule"),
        (with(json!({"lengthens": "T-9"})), "classify_concern.T-1.lengthens", "the id of a timing rule"),
        (with(json!({"when": ["woried"]})), "classify_concern.T-1.when.woried", "a fact that this pack"),
        (with(json!({"words": ""})), "classify_concern.T-1.words", "operative words"),
        (
            with(json!({"words": "one two three four five six seven eight nine ten eleven twelve thirteen"})),
            "classify_concern.T-1.words",
            "at most 12 words",
        ),
        (with(json!({"when": ["worry"], "lengthens": "T-1"})), "concern_type.kind.makes", "let it ask"),
        (
            refused(|pack| pack["list_attendees"] = json!([rule("P-1", json!({"meeting": ["party"]}))])),
            "list_attendees[0].meeting[0]",
            "expected one of strategy",
        ),
        (
            refused(|pack| pack["list_attendees"] = json!([rule("P-1", json!({"meeting": ["mash"], "required": ["The Police!"]}))])),
            "list_attendees.P-1.required.…",
            "an agency in kebab-case",
        ),
        (refused(|pack| pack["classify_concern"] = json!({})), "classify_concern", "expected a list"),
    ];
    for (index, ((path, message), expected_path, expected)) in cases.iter().enumerate() {
        assert_eq!(path, expected_path, "case {index}: {message}");
        assert!(message.contains(expected), "case {index}: {path}: {message}");
    }
}

#[test]
fn facts_are_refused_by_field() {
    let rulebook = rulebook();
    let cases = [
        (Question::ClassifyConcern, json!({"area": "atlantis"}), "area", "bad-word"),
        (Question::ClassifyConcern, json!({"area": "generic", "packs": ["county-durham"]}), "packs", "scope"),
        (Question::ClassifyConcern, json!({"packs": []}), "packs", "scope"),
        (Question::ClassifyConcern, json!({"packs": ["county-durham", "county-durham"]}), "packs[1]", "scope"),
        (Question::ClassifyConcern, json!({"concerns": {"serious_risk": true}}), "concerns.serious_risk", "unknown-field"),
        (Question::ClassifyConcern, json!({"concerns": {"seriousRisk": "true"}}), "concerns.seriousRisk", "bad-input"),
        (Question::ClassifyConcern, json!({"concernsIdentifiedAt": "2026-02-30"}), "concernsIdentifiedAt", "bad-date"),
        (Question::ClassifyConcern, json!({"children": []}), "children", "bad-input"),
        (
            Question::ClassifyConcern,
            json!({"children": [{"ref": "A", "concerns": {"seriousRisk": 1}}]}),
            "children[0].concerns.seriousRisk",
            "bad-input",
        ),
        (Question::ClassifyConcern, json!({"children": [{"concerns": {}}]}), "children[0]", "bad-input"),
        (Question::ClassifyConcern, json!({"othersConsidered": "yes"}), "othersConsidered", "bad-input"),
        (Question::ClassifyConcern, json!({"previousResult": {"timescale": "soon"}}), "previousResult.timescale", "bad-word"),
        (Question::ListAttendees, json!({}), "", "bad-input"),
        (Question::ListAttendees, json!({"meetingType": "party"}), "meetingType", "bad-word"),
        (Question::ListAttendees, json!({"meetingType": "mash", "attendance": {"police": "maybe"}}), "attendance.police", "bad-word"),
        (Question::ListAttendees, json!({"meetingType": "mash", "services": ["<b>"]}), "services[0]", "bad-word"),
        (Question::CheckAction, json!({"action": {"owner": 7}}), "action.owner", "bad-input"),
        (Question::CheckPlan, json!({"plan": {"actions": [{}, {"ownr": "x"}]}}), "plan.actions[1].ownr", "unknown-field"),
        (Question::RecordConsentBasis, json!({"sharedWith": {"a": 1}}), "sharedWith", "bad-input"),
        (Question::RecordConsentBasis, json!({"agreementOutcome": "maybe"}), "agreementOutcome", "bad-word"),
    ];
    for (question, facts, path, code) in cases {
        let refusal = ask(question, &facts, &rulebook).unwrap_err();
        assert_eq!((refusal.path.as_str(), refusal.code), (path, code), "{facts}: {}", refusal.message);
        assert!(refusal.message.starts_with("expected "), "{}", refusal.message);
    }
}
