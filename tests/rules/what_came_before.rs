//! What comes before a meeting makes it the route once all of it came. Whether it came is asked where that would protect more than
//! what governs, and of nobody who is still to be asked about something more urgent.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::common::{CONCERNS, ask, rulebook};

/// The facts of an area, with what is said of each.
fn choosing(area: &str, more: Value) -> Value {
    let mut facts = json!({"area": area});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask("choose-meeting", &facts, &rulebook()).unwrap_or_else(|refusal| panic!("{facts}: {refusal}"))
}

/// Nothing that calls for a strategy discussion.
fn no_cause() -> Value {
    let concerns: serde_json::Map<_, _> = CONCERNS.iter().map(|name| ((*name).to_owned(), json!(false))).collect();
    json!({"reasonableCauseSignificantHarm": false, "otherChildrenAtRiskNow": false, "safeguardingRisk": "clear", "mashEnquiryDone": false, "concerns": concerns})
}

fn with(mut facts: Value, name: &str, said: Value) -> Value {
    facts[name] = said;
    facts
}

fn asked(decision: &Value) -> BTreeSet<&str> {
    decision["ask"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect()
}

#[test]
fn a_decision_that_nobody_told_is_asked_where_it_would_be_the_route() {
    let decision = choosing("county-durham", no_cause());
    assert_eq!((&decision["settled"], asked(&decision).contains("decision")), (&json!(false), true), "{decision}");
    assert_eq!(choosing("county-durham", with(no_cause(), "decision", json!("s47")))["answer"]["route"], "s47");
    let decided = with(no_cause(), "decision", json!("child-in-need"));
    assert!(!asked(&choosing("county-durham", decided)).contains("decision"));
}

#[test]
fn what_comes_before_a_conference_is_asked_one_by_one_until_one_is_a_no_or_contradicts() {
    let mut facts = no_cause();
    for name in ["strategyDiscussionHeld", "s47ThresholdAgreed"] {
        assert_eq!(asked(&choosing("generic", facts.clone())), BTreeSet::from([name]), "{facts}");
        let decision = choosing("generic", with(facts.clone(), name, json!(false)));
        assert_eq!(decision["settled"], true, "{decision}");
        facts = with(facts, name, json!(true));
    }
    // A threshold that was agreed puts the no in doubt, which is asked before anything further.
    assert!(asked(&choosing("generic", facts.clone())).contains("reasonableCauseSignificantHarm"));
    let all = with(with(facts, "s47Concluded", json!(true)), "continuingRiskEvidence", json!(true));
    let decision = choosing("generic", all);
    assert_eq!((&decision["answer"]["route"], &decision["settled"]), (&json!("cp-conference"), &json!(false)));
    assert!(asked(&decision).contains("reasonableCauseSignificantHarm"));
}

#[test]
fn nobody_is_asked_what_was_decided_before_they_are_asked_about_the_harm() {
    let before = ["decision", "strategyDiscussionHeld", "s47ThresholdAgreed", "s47Concluded", "continuingRiskEvidence"];
    for area in ["generic", "county-durham", "northamptonshire", "bracknell-forest", "hampshire"] {
        let plain = choosing(area, json!({}));
        assert!(asked(&plain).is_disjoint(&BTreeSet::from(before)), "{area}: {plain}");
        let called = choosing(area, json!({"reasonableCauseSignificantHarm": true}));
        assert_eq!((&called["answer"]["route"], asked(&called).is_disjoint(&BTreeSet::from(before))), (&json!("strategy"), true), "{area}");
        // An attestation stands for no word: what a meeting decided is asked, whether one was held is not.
        let attested = choosing(area, json!({"othersConsidered": true}));
        assert!(asked(&attested).is_disjoint(&BTreeSet::from_iter(before.into_iter().skip(1))), "{area}: {attested}");
    }
}

#[test]
fn of_an_adult_no_decision_on_an_enquiry_about_a_child_is_asked() {
    let adult = with(no_cause(), "child", json!({"age": 30}));
    assert!(!asked(&choosing("county-durham", adult)).contains("decision"));
}
