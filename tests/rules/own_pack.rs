//! A portal's own pack, as the README shows it: read, proved by its own examples, and asked.

use crate::common::written::in_object_form;
use crate::common::{ask, file, ids, rulebook};
use safeguarding_rules::Rulebook;
use serde_json::{Value, json};

fn with_riverbridge() -> Rulebook {
    with("riverbridge.toml")
}

fn with(name: &str) -> Rulebook {
    let pack = in_object_form(&format!("tests/own-pack/{name}"));
    rulebook().with(&pack.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

fn in_riverbridge(question: &str, mut facts: Value) -> Value {
    facts["area"] = json!("riverbridge");
    ask(question, &facts, &with_riverbridge()).unwrap()
}

fn required(decision: &Value) -> Vec<&str> {
    decision["answer"]["required"].as_array().unwrap().iter().map(|person| person["agency"].as_str().unwrap()).collect()
}

#[test]
fn the_readme_shows_the_very_file_and_what_it_answers() {
    let text = |name: &str| std::fs::read_to_string(file(name)).unwrap();
    let (readme, first) = (text("README.md"), text("tests/own-pack/riverbridge-first.toml"));
    assert!(readme.contains(&format!("```toml\n{first}```\n")), "README.md shows another pack than tests/own-pack/riverbridge-first.toml");
    assert!(first.lines().count() <= 40);
    let facts = json!({"area": "riverbridge-first", "meetingType": "strategy", "child": {"ofSchoolAge": true}});
    let decision = ask("list-attendees", &facts, &with("riverbridge-first.toml")).unwrap();
    let heading = decision["answer"]["heading"].as_str().unwrap();
    assert!(readme.contains(&format!("// \"{heading}\"")), "README.md answers otherwise than: {heading}");
}

#[test]
fn people_are_united() {
    let decision = in_riverbridge("list-attendees", json!({"meetingType": "strategy", "othersConsidered": true}));
    assert_eq!(required(&decision), ["school", "childrens-social-care", "police", "health"]);
    assert_eq!(ids(&decision, "because")[..2], ["RB-2", "TR-S2"]);
}

#[test]
fn times_are_the_shorter() {
    let usual = json!({"othersConsidered": true, "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T10:00"});
    let decision = in_riverbridge("classify-concern", usual.clone());
    assert_eq!((&decision["answer"]["dueBy"], ids(&decision, "because")), (&json!("2026-03-04"), vec!["RB-1".to_owned()]));
    assert_eq!(ids(&decision, "alsoApplies"), ["TR-T0"]);

    let mut grave = usual.clone();
    grave["concerns"] = json!({"seriousRisk": true});
    let decision = in_riverbridge("classify-concern", grave);
    assert_eq!((&decision["answer"]["dueBy"], ids(&decision, "because")), (&json!("2026-03-02"), vec!["TR-T1a".to_owned()]));

    let mut complex = usual;
    complex["concerns"] = json!({"particularlyComplex": true});
    complex["complexReason"] = json!("organised-abuse");
    let decision = in_riverbridge("classify-concern", complex);
    assert_eq!(decision["answer"]["dueBy"], "2026-03-04", "the guide lengthens its own time, and nobody else's");
}

#[test]
fn its_own_duty_item_and_step_stand_beside_those_of_the_guide() {
    let facts = json!({"meetingType": "strategy", "discussionEndedAt": "2026-03-06T16:00"});
    let decision = in_riverbridge("list-deadlines", facts);
    assert_eq!(ids(&decision, "because"), ["RB-3", "TR-R4", "TR-R7"]);
    assert_eq!(decision["answer"]["deadlines"][0]["dueBy"], "2026-03-09");

    let decision = in_riverbridge("make-checklist", json!({"meetingType": "strategy", "list": "preparation"}));
    assert!(ids(&decision, "because").contains(&"RB-4".to_owned()) && ids(&decision, "because").contains(&"TR-G5".to_owned()));

    let decision = in_riverbridge("resolve-disagreement", json!({}));
    assert_eq!(decision["answer"]["next"][0]["action"], "managers-speak");
}

/// Law 6, in both directions.
#[test]
fn no_rule_of_another_partnership_reaches_it_and_none_of_its_own_leaves() {
    let (with, without) = (with_riverbridge(), rulebook());
    let questions = [
        ("classify-concern", json!({"concernsIdentifiedAt": "2026-03-02T09:00"})),
        ("list-attendees", json!({"meetingType": "strategy"})),
        ("list-attendees", json!({"meetingType": "s47"})),
        ("choose-meeting", json!({"reasonableCauseSignificantHarm": true})),
        ("list-deadlines", json!({"meetingType": "strategy"})),
        ("make-checklist", json!({"meetingType": "strategy"})),
        ("resolve-disagreement", json!({})),
        ("record-consent-basis", json!({})),
    ];
    let mut heard = 0;
    for (question, facts) in questions {
        let decision = in_riverbridge(question, facts.clone());
        let cited = ["because", "alsoApplies", "setAside"].iter().flat_map(|list| decision[list].as_array().unwrap());
        for rule in cited {
            let titles = ["How we work together in Riverbridge", "Multi-Agency Partnerships and Meetings"];
            let in_every_record = question == "record-consent-basis"
                && rule["document"] == "Information sharing to safeguard children: law and national advice";
            assert!(in_every_record || titles.contains(&rule["document"].as_str().unwrap()), "{question:?}: {rule}");
            heard += 1;
        }
        for (area, _, _) in without.areas() {
            let mut elsewhere = facts.clone();
            elsewhere["area"] = json!(*area);
            assert_eq!(ask(question, &elsewhere, &with).unwrap(), ask(question, &elsewhere, &without).unwrap(), "{area}");
        }
    }
    assert!(heard > 20, "{heard} rules were heard");
}
