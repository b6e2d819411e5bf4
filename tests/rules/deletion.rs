//! No rule and no number of a pack stands there unproved: without any one rule, or with any one number changed by one,
//! some example of that pack answers otherwise than it says.

use crate::common::numbers::{NUMBERED, more_and_less};
use crate::common::written::{Written, packs, without};
use safeguarding_rules::{Code, Error};
use serde_json::{Value, json};

/// What is said of a pack that was changed, where it is loaded in the place of the pack that it was.
fn doubt(changed: &Value) -> Option<Error> {
    without(changed["document"]["id"].as_str().unwrap()).with(&changed.to_string()).err()
}

/// Keeps those examples alone that speak of a rule: the others have nothing to say of it.
fn keep_examples_of(pack: &mut Value, rule: &str) {
    let names = |example: &Value, list: &str| example[list].as_array().is_some_and(|ids| ids.iter().any(|id| id == rule));
    pack["example"].as_array_mut().unwrap().retain(|example| names(example, "fires") || names(example, "misses"));
}

/// What is said of a pack without a rule, by those of its examples that the rule fires.
///
/// Others may apply the rule's time or stand in its place, and its facts may be nobody else's: where a pack without it is no
/// sound pack, it is out of force on every day that is asked about.
fn doubt_without(pack: &Written, table: &str, id: &str) -> Option<Error> {
    let mut gone = examples_alone_of(pack, id);
    gone[table].as_array_mut().unwrap().retain(|rule| rule["id"] != id);
    match doubt(&gone) {
        Some(unsound) if unsound.code() == Code::BadPack => {
            let mut out_of_force = examples_alone_of(pack, id);
            let rule = out_of_force[table].as_array_mut().unwrap().iter_mut().find(|rule| rule["id"] == id).unwrap();
            (rule["since"], rule["until"]) = (json!("1900-01-01"), json!("1900-01-01"));
            doubt(&out_of_force)
        }
        told => told,
    }
}

/// The pack with those of its examples alone that a rule fires, which ask for nothing else.
fn examples_alone_of(pack: &Written, id: &str) -> Value {
    let mut left = pack.object.clone();
    let examples = left["example"].as_array_mut().unwrap();
    examples.retain(|example| example["fires"].as_array().is_some_and(|fires| fires.iter().any(|fired| fired == id)));
    for example in examples {
        (example["fires"], example["misses"], example["answer"]) = (json!([id]), json!([]), json!({}));
    }
    left
}

/// Does a doubt name this rule among those that it expected to fire?
fn expects_to_fire(doubt: &Error, rule: &str) -> bool {
    let named = doubt.message().split_once("expected ").and_then(|(_, rest)| rest.split_once(" to fire")).map(|(named, _)| named);
    named.is_some_and(|named| named.split([' ', ',']).any(|id| id == rule))
}

#[test]
fn without_any_one_rule_an_example_names_it() {
    let (mut deleted, mut unnoticed) = (0, Vec::new());
    for pack in packs() {
        // An edition only names what the document cites.
        for (table, rule) in pack.rules().filter(|(table, _)| *table != "edition") {
            deleted += 1;
            let doubt = doubt_without(pack, table, &rule.id);
            if !doubt.as_ref().is_some_and(|doubt| doubt.code() == Code::BadExample && expects_to_fire(doubt, &rule.id)) {
                unnoticed.push(format!("{} {table} {}: {doubt:?}", pack.id(), rule.id));
            }
        }
    }
    println!("{deleted} rules were deleted, one at a time");
    assert!(unnoticed.is_empty(), "nothing notices that these are gone:\n{}", unnoticed.join("\n"));
    assert!(deleted > 400, "{deleted}");
}

/// A number of a pack: its place in the object, the rule it belongs to, and what stands there with one more or one less.
struct Number {
    place: String,
    rule: Option<String>,
    changed: Vec<Value>,
}

fn numbers(value: &Value, place: &str, rule: Option<&str>, found: &mut Vec<Number>) {
    match value {
        Value::Object(fields) => {
            let rule = fields.get("id").and_then(Value::as_str).filter(|_| fields.contains_key("words")).or(rule);
            for (name, value) in fields.iter().filter(|(name, _)| *name != "example" && *name != "document") {
                let place = format!("{place}/{name}");
                if NUMBERED.contains(&name.as_str()) {
                    found.push(Number { place, rule: rule.map(str::to_owned), changed: more_and_less(value) });
                } else {
                    numbers(value, &place, rule, found);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                numbers(item, &format!("{place}/{index}"), rule, found);
            }
        }
        Value::Number(_) => panic!("{place} holds a number that this test does not change"),
        _ => {}
    }
}

#[test]
fn any_one_number_changed_by_one_is_noticed() {
    let (mut changes, mut unnoticed) = (0, Vec::new());
    for pack in packs() {
        let mut found = Vec::new();
        numbers(&pack.object, "", None, &mut found);
        for Number { place, rule, changed } in found {
            for value in changed {
                changes += 1;
                let mut otherwise = pack.object.clone();
                let was = std::mem::replace(otherwise.pointer_mut(&place).unwrap(), value.clone());
                if let Some(rule) = &rule {
                    keep_examples_of(&mut otherwise, rule);
                }
                // A rule of which no example is left is in doubt too, and no example has noticed anything.
                let noticed = |doubt: Error| doubt.code() != Code::BadExample || doubt.path().starts_with("example[");
                if !doubt(&otherwise).is_some_and(noticed) {
                    unnoticed.push(format!("{}{place} of {}: {was} is {value}", pack.id(), rule.as_deref().unwrap_or("no rule")));
                }
            }
        }
    }
    println!("{changes} numbers were changed, one at a time");
    assert!(unnoticed.is_empty(), "{} changes that no example notices:\n{}", unnoticed.len(), unnoticed.join("\n"));
    assert!(changes > 50, "{changes}");
}

#[test]
fn one_more_and_one_less_are_said_as_packs_say_them() {
    assert_eq!(more_and_less(&json!("within 2 working days")), [json!("within 3 working days"), json!("within 1 working day")]);
    assert_eq!(more_and_less(&json!("within 1 hour")), [json!("within 2 hours")]);
    assert_eq!(more_and_less(&json!("every 6 months")), [json!("every 7 months"), json!("every 5 months")]);
    assert_eq!(more_and_less(&json!([5, 10])), [json!([6, 10]), json!([4, 10]), json!([5, 11]), json!([5, 9])]);
    assert!(more_and_less(&json!("as soon as practicable")).is_empty());
}
