//! What is to be done, or left, before anything else is told apart from what is to be borne in mind.

use std::collections::BTreeMap;
use std::fs::read_to_string;

use crate::common::{ask, file, rulebook};
use serde_json::{Value, json};

fn levels(question: &str, facts: &Value) -> Vec<(String, String)> {
    let decision = ask(question, facts, &rulebook()).unwrap();
    let text = |caution: &Value, name: &str| caution[name].as_str().unwrap().to_owned();
    decision["cautions"].as_array().unwrap().iter().map(|caution| (text(caution, "code"), text(caution, "level"))).collect()
}

#[test]
fn what_protects_now_comes_before_what_is_borne_in_mind() {
    let seen =
        levels("classify-concern", &json!({"area": "generic", "concerns": {"immediateProtectionNeeded": true}, "now": "2026-03-06T10:00"}));
    let level = |code: &str| seen.iter().find(|(known, _)| known == code).map(|(_, level)| level.as_str());
    assert_eq!(level("protect-now"), Some("first"), "{seen:?}");
    assert_eq!(level("date-required"), Some("first"), "one of ours");
    assert_eq!(level("threshold-is-decided-by-people"), Some("further"), "{seen:?}");
}

#[test]
fn what_is_said_of_some_children_keeps_its_level() {
    let children = json!([{"ref": "A", "concerns": {"immediateProtectionNeeded": true}}, {"ref": "B", "concerns": {"immediateProtectionNeeded": false}}]);
    let seen = levels("classify-concern", &json!({"area": "generic", "children": children, "concernsIdentifiedAt": "2026-03-06"}));
    assert!(seen.contains(&("protect-now".to_owned(), "first".to_owned())), "{seen:?}");
}

/// One code is one level, in whatever document and question it is said.
#[test]
fn a_code_has_one_level() {
    let mut known = BTreeMap::new();
    for entry in file("src/packs")
        .read_dir()
        .unwrap()
        .map(Result::unwrap)
        .filter(|entry| entry.path().extension().is_some_and(|kind| kind == "toml"))
    {
        let pack: toml::Table = toml::from_str(&read_to_string(entry.path()).unwrap()).unwrap();
        for caution in pack.get("caution").and_then(toml::Value::as_array).into_iter().flatten() {
            let first = caution.get("first").is_some_and(|first| first.as_bool() == Some(true));
            let code = caution["code"].as_str().unwrap().to_owned();
            assert_eq!(*known.entry(code.clone()).or_insert(first), first, "{code}");
        }
    }
    assert!(known.values().any(|first| *first) && known.values().any(|first| !first));
}
