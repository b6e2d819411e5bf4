//! Actions as they stand in good and in bad minutes: how many vague ones are named, and how many good ones are not.

use std::collections::BTreeMap;

use crate::common::{ask, file, rulebook};
use safeguarding_rules::Rulebook;
use serde_json::{Value, json};

/// What a criterion's check must reach over the corpora.
const LEAST_RECALL: f64 = 0.95;
const MOST_FALSE_ALARMS: f64 = 0.03;

const CRITERIA: [&str; 5] = ["specific", "measurable", "assignable", "realistic", "time-related"];

fn corpus(name: &str) -> Vec<Value> {
    let file = file(&format!("tests/corpora/actions-{name}.json"));
    let actions: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    assert_eq!(actions.len(), 100);
    actions
}

fn missing(entry: &Value, rulebook: &Rulebook) -> Vec<String> {
    let facts = json!({
        "area": "hampshire",
        "meetingDate": entry["meetingDate"],
        "reviewDate": entry["reviewDate"],
        "action": entry["action"],
    });
    let decision = ask("check-action", &facts, rulebook).unwrap();
    decision["answer"]["missing"].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

#[test]
fn vague_actions_are_named_and_good_ones_are_left_alone() {
    let mut tally: BTreeMap<&str, (u32, u32, u32)> = CRITERIA.iter().map(|name| (*name, (0, 0, 0))).collect();
    let mut lines = Vec::new();
    let rulebook = rulebook();
    for entry in corpus("vague") {
        let found = missing(&entry, &rulebook);
        let wanted: Vec<&str> = entry["missing"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
        for name in CRITERIA {
            let (hit, lacking, alarms) = tally.get_mut(name).unwrap();
            match (wanted.contains(&name), found.iter().any(|one| one == name)) {
                (true, true) => (*hit, *lacking) = (*hit + 1, *lacking + 1),
                (true, false) => {
                    *lacking += 1;
                    lines.push(format!("{} passes as {name}: {}", entry["id"], entry["because"]));
                }
                (false, true) => {
                    *alarms += 1;
                    lines.push(format!("{} is named as not {name}", entry["id"]));
                }
                (false, false) => {}
            }
        }
    }
    for entry in corpus("good") {
        for name in missing(&entry, &rulebook) {
            tally.get_mut(name.as_str()).unwrap().2 += 1;
            lines.push(format!("{} is named as not {name}", entry["id"]));
        }
    }
    let mut short = Vec::new();
    for (name, (hit, lacking, alarms)) in &tally {
        let recall = f64::from(*hit) / f64::from(*lacking);
        let checked = 200 - lacking;
        let false_alarms = f64::from(*alarms) / f64::from(checked);
        println!(
            "{name}: recall {hit} of {lacking} ({:.0} %), false alarms {alarms} of {checked} ({:.1} %)",
            recall * 100.0,
            false_alarms * 100.0
        );
        if recall < LEAST_RECALL || false_alarms > MOST_FALSE_ALARMS {
            short.push(*name);
        }
    }
    println!("{}", lines.join("\n"));
    assert!(short.is_empty(), "{short:?} fall short:\n{}", lines.join("\n"));
}

#[test]
fn a_day_that_is_none_is_told_why() {
    let rulebook = rulebook();
    let found = |due: &str, meeting: &str| {
        let facts = json!({"area": "hampshire", "meetingDate": meeting, "reviewDate": "2027-01-20", "action": {"due": due}});
        let decision = ask("check-action", &facts, &rulebook).unwrap();
        let findings = decision["answer"]["findings"].as_array().unwrap();
        let finding = findings.iter().find(|finding| finding["criterion"] == "time-related").unwrap();
        finding["code"].as_str().unwrap().to_owned()
    };
    for (due, code) in [
        ("by Friday 4 December 2026", "met"),
        ("Fri 4 Dec", "met"),
        ("04.12.26 16:00", "met"),
        ("Thursday 4 December 2026", "due-other-weekday"),
        ("31 November 2026", "due-not-in-calendar"),
        ("December 2026", "due-month-alone"),
        ("asap", "due-not-a-date"),
        ("", "due-missing"),
        ("20 Nov", "due-before-meeting"),
        ("22/01/27", "due-after-review"),
    ] {
        assert_eq!(found(due, "2026-11-27"), code, "{due}");
    }
}

/// Roles in the words of those who use them, in Welsh too. The desk out of hours is a body, as any team is.
#[test]
fn roles_are_known_in_the_words_that_people_use() {
    let rulebook = rulebook();
    let is_nobody = |owner: &str| {
        let facts = json!({"area": "hampshire", "action": {"specific": "Visit the family at home", "owner": owner}});
        ask("check-action", &facts, &rulebook).unwrap()["answer"]["missing"].as_array().unwrap().contains(&json!("assignable"))
    };
    for role in ["EDT social worker", "gweithiwr cymdeithasol", "Ymwelydd iechyd", "ymwelydd iechyd (mornings)", "Nyrs ysgol"] {
        assert!(!is_nobody(role), "{role}");
    }
    for nobody in ["the team", "EDT", "edt", "iechyd", "social care", "tîm"] {
        assert!(is_nobody(nobody), "{nobody}");
    }
}
