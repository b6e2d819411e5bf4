//! A kind of concern that is chosen for all children holds for each, whatever is said beside it of one.

use crate::common::{ask, codes, rulebook};
use serde_json::json;

#[test]
fn a_no_of_one_child_takes_away_nothing_that_a_kind_makes_of_all() {
    let facts = |said: serde_json::Value| {
        json!({
            "area": "county-durham", "concernTypes": ["serious-physical-injury"], "othersConsidered": true,
            "concernsIdentifiedAt": "2026-03-02T09:00",
            "children": [{"ref": "A", "concerns": {"seriousRisk": said}}, {"ref": "B"}],
        })
    };
    for said in [json!(false), json!("unknown"), json!(true)] {
        let decision = ask("classify-concern", &facts(said.clone()), &rulebook()).unwrap();
        for child in decision["answer"]["perChild"].as_array().unwrap() {
            assert_eq!(child["dueBy"], "2026-03-02", "{said}: {child}");
        }
        assert_eq!(codes(&decision).contains(&"facts-contradict"), said == false, "{said}: {:?}", codes(&decision));
    }
}

#[test]
fn it_leads_to_the_meeting_for_each_of_them_too() {
    for (said, contradicts) in [(json!(false), true), (json!("unknown"), false), (json!(true), false)] {
        let facts = json!({
            "area": "county-durham", "concernTypes": ["serious-physical-injury"], "othersConsidered": true,
            "children": [{"ref": "A", "concerns": {"seriousRisk": said}}],
        });
        let decision = ask("choose-meeting", &facts, &rulebook()).unwrap();
        assert_eq!(decision["answer"]["route"], "strategy", "{said}");
        assert_eq!(codes(&decision).contains(&"facts-contradict"), contradicts, "{said}: {:?}", codes(&decision));
    }
}
