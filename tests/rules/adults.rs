//! Somebody of 18 or over takes the adult route, whichever meeting for children is in mind, and takes none from a child.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn chosen(facts: &Value) -> Value {
    ask("choose-meeting", facts, &rulebook()).unwrap_or_else(|refusal| panic!("{facts}: {refusal}"))
}

fn with(area: &str, meeting: &str, whom: Value) -> Value {
    let mut facts = json!({
        "area": area, "meetingType": meeting, "othersConsidered": true, "reasonableCauseSignificantHarm": false,
    });
    let before_it = match area {
        "bracknell-forest" => {
            json!({"unmetNeeds": true, "agenciesNeeded": 2, "cafCompleted": true, "thresholdMet": false, "cpConcern": false})
        }
        _ => json!({"strategyDiscussionHeld": true, "s47ThresholdAgreed": true, "s47Concluded": true, "continuingRiskEvidence": true}),
    };
    facts.as_object_mut().unwrap().extend(before_it.as_object().unwrap().clone());
    facts.as_object_mut().unwrap().extend(whom.as_object().unwrap().clone());
    facts
}

fn tells_the_adult_route(decision: &Value) -> bool {
    decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"].as_str().unwrap().starts_with("adult-route"))
}

const MEETINGS: [(&str, &str); 3] = [("generic", "cp-conference"), ("county-durham", "cp-conference"), ("bracknell-forest", "tac-initial")];

#[test]
fn every_age_has_the_route_of_that_age() {
    for (area, meeting) in MEETINGS {
        for age in [0, 5, 16, 17, 18, 19, 25, 30, 80] {
            let decision = chosen(&with(area, meeting, json!({"child": {"age": age}})));
            let route = if age < 18 { meeting } else { "adult-safeguarding" };
            assert_eq!(
                (&decision["answer"]["route"], tells_the_adult_route(&decision)),
                (&json!(route), age >= 18),
                "{area} {age}: {decision}"
            );
        }
    }
}

#[test]
fn an_age_that_is_not_known_or_contradicted_is_a_childs() {
    for (area, meeting) in MEETINGS {
        for whom in
            [json!({}), json!({"child": {"age": 30, "unborn": true}}), json!({"child": {"age": 30}, "subject": {"ageGroup": "child"}})]
        {
            let decision = chosen(&with(area, meeting, whom.clone()));
            assert_eq!(decision["answer"]["route"], meeting, "{area} {whom}: {decision}");
            let asked = decision["ask"].to_string();
            assert!(whom != json!({}) || !asked.contains("How old"), "{area}: {asked}");
        }
    }
}

#[test]
fn an_adult_sibling_goes_their_own_way_and_the_child_keeps_the_meeting() {
    for (area, meeting) in MEETINGS {
        for children in [json!([{"ref": "A", "age": 19}, {"ref": "B", "age": 5}]), json!([{"ref": "B", "age": 5}, {"ref": "A", "age": 19}])]
        {
            let decision = chosen(&with(area, meeting, json!({"children": children})));
            let routes: Vec<(&str, &str)> = decision["answer"]["perChild"]
                .as_array()
                .unwrap()
                .iter()
                .map(|child| (child["ref"].as_str().unwrap(), child["route"].as_str().unwrap()))
                .collect();
            assert!(routes.contains(&("A", "adult-safeguarding")) && routes.contains(&("B", meeting)), "{area}: {routes:?}");
            assert_eq!(decision["answer"]["route"], meeting, "{area}: {decision}");
            assert!(decision["cautions"].to_string().contains("A: "), "{decision}");
        }
    }
}

#[test]
fn an_adult_sibling_takes_no_childs_route() {
    let told = |facts: &Value| ask("choose-meeting", facts, &rulebook()).unwrap();
    for concern in [json!(true), json!("unknown")] {
        let child =
            json!({"area": "bracknell-forest", "unmetNeeds": true, "agenciesNeeded": 3, "cafCompleted": true, "cpConcern": concern});
        let mut alone = child.clone();
        alone["children"] = json!([{"ref": "B", "age": 5}]);
        let alone = told(&alone);
        for adult in ["first", "last"] {
            let mut both = child.clone();
            let [a, b] = [json!({"ref": "A", "age": 19}), json!({"ref": "B", "age": 5})];
            both["children"] = if adult == "first" { json!([a, b]) } else { json!([b, a]) };
            let both = told(&both);
            assert_eq!(both["answer"]["route"], alone["answer"]["route"], "{concern}");
            assert_eq!(both["answer"]["routes"][0]["route"], both["answer"]["route"]);
            assert_eq!(both["answer"]["heading"], alone["answer"]["heading"]);
        }
    }
}
