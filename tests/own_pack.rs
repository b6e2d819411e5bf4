//! A portal's own pack, as the README shows it: read, proved by its own examples, and asked.

mod common;

use common::{ask, ids, rulebook};
use safeguarding_rules::pack::Question;
use safeguarding_rules::rulebook::Rulebook;
use serde_json::{Value, json};

fn toml_text(name: &str) -> String {
    std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/own-pack").join(name)).unwrap()
}

fn with_riverbridge() -> Rulebook {
    with("riverbridge.toml")
}

fn with(name: &str) -> Rulebook {
    let object: toml::Table = toml::from_str(&toml_text(name)).unwrap();
    rulebook().with(&serde_json::to_string(&object).unwrap()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

fn in_riverbridge(question: Question, mut facts: Value) -> Value {
    facts["area"] = json!("riverbridge");
    ask(question, &facts, &with_riverbridge()).unwrap()
}

fn required(decision: &Value) -> Vec<&str> {
    decision["answer"]["required"].as_array().unwrap().iter().map(|person| person["agency"].as_str().unwrap()).collect()
}

#[test]
fn the_readme_shows_the_very_file_and_what_it_answers() {
    let readme = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let first = toml_text("riverbridge-first.toml");
    assert!(readme.contains(&format!("```toml\n{first}```\n")), "README.md shows another pack than tests/own-pack/riverbridge-first.toml");
    assert!(first.lines().count() <= 40);
    let facts = json!({"area": "riverbridge-first", "meetingType": "strategy", "child": {"ofSchoolAge": true}});
    let decision = ask(Question::ListAttendees, &facts, &with("riverbridge-first.toml")).unwrap();
    let heading = decision["answer"]["heading"].as_str().unwrap();
    assert!(readme.contains(&format!("// \"{heading}\"")), "README.md answers otherwise than: {heading}");
}

#[test]
fn people_are_united() {
    let decision = in_riverbridge(Question::ListAttendees, json!({"meetingType": "strategy", "othersConsidered": true}));
    assert_eq!(required(&decision), ["school", "childrens-social-care", "police", "health"]);
    assert_eq!(ids(&decision, "because")[..2], ["RB-2", "TR-S2"]);
}

#[test]
fn times_are_the_shorter() {
    let usual = json!({"othersConsidered": true, "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T10:00"});
    let decision = in_riverbridge(Question::ClassifyConcern, usual.clone());
    assert_eq!((&decision["answer"]["dueBy"], ids(&decision, "because")), (&json!("2026-03-04"), vec!["RB-1".to_owned()]));
    assert_eq!(ids(&decision, "alsoApplies"), ["TR-T0"]);

    let mut grave = usual.clone();
    grave["concerns"] = json!({"seriousRisk": true});
    let decision = in_riverbridge(Question::ClassifyConcern, grave);
    assert_eq!((&decision["answer"]["dueBy"], ids(&decision, "because")), (&json!("2026-03-02"), vec!["TR-T1a".to_owned()]));

    let mut complex = usual;
    complex["concerns"] = json!({"particularlyComplex": true});
    complex["complexReason"] = json!("organised-abuse");
    let decision = in_riverbridge(Question::ClassifyConcern, complex);
    assert_eq!(decision["answer"]["dueBy"], "2026-03-04", "the guide lengthens its own time, and nobody else's");
}

#[test]
fn its_own_duty_item_and_step_stand_beside_those_of_the_guide() {
    let facts = json!({"meetingType": "strategy", "discussionEndedAt": "2026-03-06T16:00"});
    let decision = in_riverbridge(Question::ListDeadlines, facts);
    assert_eq!(ids(&decision, "because"), ["RB-3", "TR-R4", "TR-R7"]);
    assert_eq!(decision["answer"]["deadlines"][0]["dueBy"], "2026-03-09");

    let decision = in_riverbridge(Question::MakeChecklist, json!({"meetingType": "strategy", "list": "preparation"}));
    assert!(ids(&decision, "because").contains(&"RB-4".to_owned()) && ids(&decision, "because").contains(&"TR-G5".to_owned()));

    let decision = in_riverbridge(Question::ResolveDisagreement, json!({}));
    assert_eq!(decision["answer"]["next"][0]["action"], "managers-speak");
}

/// Law 6, in both directions.
#[test]
fn no_rule_of_another_partnership_reaches_it_and_none_of_its_own_leaves() {
    let (with, without) = (with_riverbridge(), rulebook());
    let questions = [
        (Question::ClassifyConcern, json!({"concernsIdentifiedAt": "2026-03-02T09:00"})),
        (Question::ListAttendees, json!({"meetingType": "strategy"})),
        (Question::ListAttendees, json!({"meetingType": "s47"})),
        (Question::ChooseMeeting, json!({"reasonableCauseSignificantHarm": true})),
        (Question::ListDeadlines, json!({"meetingType": "strategy"})),
        (Question::MakeChecklist, json!({"meetingType": "strategy"})),
        (Question::ResolveDisagreement, json!({})),
        (Question::RecordConsentBasis, json!({})),
    ];
    let mut heard = 0;
    for (question, facts) in questions {
        let decision = in_riverbridge(question, facts.clone());
        let cited = ["because", "alsoApplies", "setAside"].iter().flat_map(|list| decision[list].as_array().unwrap());
        for rule in cited {
            let titles = ["How we work together in Riverbridge", "Multi-Agency Partnerships and Meetings"];
            let in_every_record = question == Question::RecordConsentBasis
                && rule["document"] == "Information sharing to safeguard children: law and national advice";
            assert!(in_every_record || titles.contains(&rule["document"].as_str().unwrap()), "{question:?}: {rule}");
            heard += 1;
        }
        for (area, _, _) in without.areas() {
            let mut elsewhere = facts.clone();
            elsewhere["area"] = area.into();
            assert_eq!(ask(question, &elsewhere, &with).unwrap(), ask(question, &elsewhere, &without).unwrap(), "{area}");
        }
    }
    assert!(heard > 20, "{heard} rules were heard");
}
