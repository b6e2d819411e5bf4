//! No rule and no number of a pack stands there unproved: without any one rule, or with any one number changed by one,
//! some example of that pack answers otherwise than it says.

mod common;

use common::{object_form, rulebook};
use safeguarding_rules::pack::Pack;
use safeguarding_rules::proof::{self, Example};
use safeguarding_rules::rulebook::Rulebook;
use safeguarding_rules::words::citation::Cites;
use serde_json::{Value, json};

fn read(object: &Value) -> Pack {
    Pack::read_again(object.to_string().leak()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

/// The built-in packs as authors write them, with their examples.
fn authored(rulebook: &Rulebook) -> Vec<(Value, Pack)> {
    let object = rulebook.packs().iter().map(|pack| object_form(pack.document.id));
    object.map(|object| (object.clone(), read(&object))).collect()
}

/// What the examples of a changed pack say of the change, where it stands in the place of the pack that it was.
fn doubts(changed: &Pack, rulebook: &Rulebook) -> Vec<String> {
    let stands = |pack: &Pack| if pack.document.id == changed.document.id { changed.clone() } else { pack.clone() };
    let packs = rulebook.packs().iter().map(stands).collect();
    let doubts = proof::doubts(changed, &Rulebook::new(packs, rulebook.calendar.clone()));
    doubts.into_iter().map(|doubt| doubt.to_string()).collect()
}

/// The pack with those of its examples alone that speak of a rule: the others have nothing to say of it.
fn with_examples_of(pack: &Pack, rule: &str) -> Pack {
    let of_rule = |example: &&Example| example.fires.contains(&rule) || example.misses.contains(&rule);
    let examples: Vec<Example> = pack.example.iter().filter(of_rule).cloned().collect();
    Pack { example: examples.leak(), ..pack.clone() }
}

fn without<R: Clone>(rules: &'static [R], place: usize) -> &'static [R] {
    let mut left = rules.to_vec();
    left.remove(place);
    left.leak()
}

/// The pack without the rule at a place of a table; none for an edition, which only names what the document cites.
fn without_rule(pack: &Pack, table: &str, place: usize) -> Option<Pack> {
    let mut left = pack.clone();
    match table {
        "edition" => return None,
        "classify_concern" => left.classify_concern = without(pack.classify_concern, place),
        "list_attendees" => left.list_attendees = without(pack.list_attendees, place),
        "check_action" => left.check_action = without(pack.check_action, place),
        "record_consent_basis" => left.record_consent_basis = without(pack.record_consent_basis, place),
        "lawful_basis" => left.lawful_basis = without(pack.lawful_basis, place),
        "choose_meeting" => left.choose_meeting = without(pack.choose_meeting, place),
        "list_deadlines" => left.list_deadlines = without(pack.list_deadlines, place),
        "make_checklist" => left.make_checklist = without(pack.make_checklist, place),
        "resolve_disagreement" => left.resolve_disagreement = without(pack.resolve_disagreement, place),
        "report_quarter" => left.report_quarter = without(pack.report_quarter, place),
        other => panic!("a table without a case here: {other}"),
    }
    Some(left)
}

/// Does a doubt name this rule among those that it expected to fire?
fn expects_to_fire(doubt: &str, rule: &str) -> bool {
    let named = doubt.split_once("expected ").and_then(|(_, rest)| rest.split_once(" to fire")).map(|(named, _)| named);
    named.is_some_and(|named| named.split([' ', ',']).any(|id| id == rule))
}

#[test]
fn without_any_one_rule_an_example_names_it() {
    let rulebook = rulebook();
    let (mut deleted, mut unnoticed) = (0, Vec::new());
    for (_, pack) in authored(&rulebook) {
        let rules: Vec<(&str, &dyn Cites)> = pack.rules();
        for (index, (table, rule)) in rules.iter().enumerate() {
            let place = rules[..index].iter().filter(|(other, _)| other == table).count();
            let Some(left) = without_rule(&with_examples_of(&pack, rule.id()), table, place) else { continue };
            deleted += 1;
            if !doubts(&left, &rulebook).iter().any(|doubt| expects_to_fire(doubt, rule.id())) {
                unnoticed.push(format!("{} {table} {}", pack.document.id, rule.id()));
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

/// The fields that say how much, how many or how long.
const NUMBERED: [&str; 8] = ["hold", "within", "shortest", "every", "more_than", "minutes_each", "smallest_shown", "step"];

fn more_and_less(value: &Value) -> Vec<Value> {
    match value {
        Value::Number(number) => {
            let number = number.as_u64().unwrap();
            [number.checked_add(1), number.checked_sub(1)].into_iter().flatten().map(Value::from).collect()
        }
        Value::String(words) => in_words(words).into_iter().map(Value::from).collect(),
        Value::Array(items) => {
            let changed = |place: usize| {
                more_and_less(&items[place]).into_iter().map(move |value| {
                    let mut items = items.clone();
                    items[place] = value;
                    items.into()
                })
            };
            (0..items.len()).flat_map(changed).collect()
        }
        _ => Vec::new(),
    }
}

/// "within 3 working days" with one more and one less, never none.
fn in_words(words: &str) -> Vec<String> {
    if words == "on the same day" {
        return vec!["within 1 working day".to_owned()];
    }
    let parts: Vec<&str> = words.split(' ').collect();
    let Some((place, number)) = parts.iter().enumerate().find_map(|(place, part)| Some((place, part.parse::<u32>().ok()?))) else {
        return Vec::new();
    };
    let unit = parts[place + 1..].join(" ");
    let counted = |number: u32| {
        let singular = unit.strip_suffix('s').unwrap_or(&unit);
        format!("{} {number} {singular}{}", parts[0], if number == 1 { "" } else { "s" })
    };
    let least = if parts[0] == "every" { 2 } else { 1 };
    [number + 1, number - 1].into_iter().filter(|number| *number >= least).map(counted).collect()
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
    let rulebook = rulebook();
    let (mut changes, mut unnoticed) = (0, Vec::new());
    for (object, pack) in authored(&rulebook) {
        let mut found = Vec::new();
        numbers(&object, "", None, &mut found);
        for Number { place, rule, changed } in found {
            for value in changed {
                changes += 1;
                let mut otherwise = object.clone();
                let was = std::mem::replace(otherwise.pointer_mut(&place).unwrap(), value.clone());
                let Ok((rulebook, changed)) = rulebook.with_in_place(&otherwise.to_string()) else { continue };
                let changed = rule.as_deref().map_or(changed.clone(), |rule| with_examples_of(&changed, rule));
                if !doubts(&changed, &rulebook).iter().any(|doubt| doubt.starts_with("example[")) {
                    unnoticed.push(format!("{}{place} of {}: {was} is {value}", pack.document.id, rule.as_deref().unwrap_or("no rule")));
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
