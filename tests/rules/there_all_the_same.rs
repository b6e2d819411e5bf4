//! Whoever is recorded as there in two ways counts as not there; whoever was not to be there is named.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn attended(more: &Value) -> Value {
    let mut facts = json!({"area": "bracknell-forest", "meetingType": "tac-initial", "cpConcern": false});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask("list-attendees", &facts, &rulebook()).unwrap_or_else(|refusal| panic!("{facts}: {refusal}"))
}

fn caution<'d>(decision: &'d Value, code: &str) -> Option<&'d str> {
    decision["cautions"].as_array().unwrap().iter().find(|caution| caution["code"] == code)?["text"].as_str()
}

#[test]
fn a_fact_and_the_attendance_that_differ_are_told_and_count_as_absence() {
    for (fact, who) in [("childPresent", "child"), ("parentsPresent", "parents-or-carers"), ("familyPresent", "parents")] {
        for (said, how, differs) in [(false, "in-person", true), (true, "absent", true), (true, "phone", false), (false, "absent", false)] {
            let decision = attended(&json!({fact: said, "parentsPoseRisk": false, "attendance": {who: how}}));
            assert_eq!(caution(&decision, "attendance-told-twice").is_some(), differs, "{fact} {said} {who} {how}");
        }
    }
    let child = attended(&json!({"childPresent": false, "attendance": {"child": "in-person"}}));
    assert_ne!(child["answer"]["allRequiredPresent"], true);
}

#[test]
fn whoever_came_and_was_not_to_be_there_is_named() {
    let father = attended(&json!({
        "family": [{"who": "F", "relation": "father", "posesRisk": true}, {"who": "M", "relation": "mother", "posesRisk": false}],
        "attendance": {"F": "in-person", "M": "in-person"},
    }));
    let text = caution(&father, "there-though-not-invited").unwrap();
    assert!(text.contains(": F.") && !text.contains('M'), "{text}");
    let parents = attended(&json!({"parentsPoseRisk": true, "attendance": {"parents": "in-person"}}));
    assert!(caution(&parents, "there-though-not-invited").is_some(), "{}", parents["cautions"]);
    let unwarned = json!({"area": "hampshire", "meetingType": "professionals", "fiiConcern": true, "attendance": {"parents": "in-person"}});
    let unwarned = ask("list-attendees", &unwarned, &rulebook()).unwrap();
    assert!(caution(&unwarned, "there-though-not-invited").is_some(), "{}", unwarned["answer"]);
    let away = attended(&json!({"parentsPoseRisk": true, "attendance": {"parents": "absent"}}));
    assert!(caution(&away, "there-though-not-invited").is_none());
}
