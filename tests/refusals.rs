//! Facts that are no facts are refused, each with its place.

mod common;

use common::{ask, rulebook};
use safeguarding_rules::pack::Question;
use serde_json::json;

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
