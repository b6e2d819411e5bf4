//! What is told of one person beside what is told of all takes nothing away from either.

use crate::common::{ask, codes, rulebook};
use serde_json::{Value, json};

fn answer(question: &str, facts: &Value) -> Value {
    ask(question, facts, &rulebook()).unwrap_or_else(|refusal| panic!("{facts}: {refusal}"))
}

/// That one of the family is no risk clears nobody else of it.
#[test]
fn one_who_is_no_risk_clears_no_other_who_came() {
    let came = |who: &str| {
        let risks = [("M", "mother", false), ("F", "father", true)];
        let family = risks.map(|(who, relation, risk)| json!({"who": who, "relation": relation, "posesRisk": risk}));
        let attendance = json!({"police": "in-person", who: "in-person"});
        let facts = json!({
            "area": "county-durham", "meetingType": "strategy", "child": {"age": 5}, "family": family,
            "attendance": attendance,
        });
        codes(&answer("list-attendees", &facts)).contains(&"there-though-not-invited")
    };
    assert!(came("step-father") && came("grandmother") && came("father") && !came("mother"));
}

/// A meeting that is ruled out for one child is ruled out for none where another may have it; for two it is told once.
#[test]
fn what_is_ruled_out_for_one_child_is_not_for_another() {
    let ruled_out = |ages: [u32; 2]| {
        let children: Vec<Value> = ages.iter().map(|age| json!({ "age": age })).collect();
        let decision = answer("choose-meeting", &json!({"area": "generic", "children": children, "othersConsidered": true}));
        let out = decision["answer"]["notRoutes"].as_array().unwrap().clone();
        out.iter().map(|out| format!("{} {}", out["meeting"].as_str().unwrap(), out["rule"].as_str().unwrap())).collect::<Vec<_>>()
    };
    let both = ruled_out([19, 20]);
    assert_eq!(both.iter().filter(|out| out.starts_with("strategy ")).count(), 1, "{both:?}");
    let mut each_once = both.clone();
    each_once.sort_unstable();
    each_once.dedup();
    assert_eq!(each_once.len(), both.len(), "{both:?}");
    assert!(both.len() > 1, "{both:?}");
    for ages in [[19, 5], [5, 19]] {
        assert!(!ruled_out(ages).iter().any(|out| out.starts_with("strategy ")), "{ages:?}");
    }
}
