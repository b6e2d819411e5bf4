//! The numbers of a pack, each with one more and one less.

use serde_json::Value;

/// The fields that say how much, how many or how long.
pub const NUMBERED: [&str; 8] = ["hold", "within", "shortest", "every", "more_than", "minutes_each", "smallest_shown", "step"];

/// What stands there with one more and with one less, never none: of "within 3 working days", 4 and 2.
pub fn more_and_less(value: &Value) -> Vec<Value> {
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

fn in_words(words: &str) -> Vec<String> {
    if words == "on the same day" {
        return vec!["within 1 working day".to_owned()];
    }
    let parts: Vec<&str> = words.split(' ').collect();
    let Some((place, number)) = parts.iter().enumerate().find_map(|(place, part)| Some((place, part.parse::<u32>().ok()?))) else {
        return Vec::new();
    };
    let least = if parts[0] == "every" { 2 } else { 1 };
    let counted = |number: u32| {
        let mut parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
        parts[place] = number.to_string();
        // "1 working day", "2 working days"; what follows the unit stays.
        if let Some(unit) = parts.iter_mut().skip(place + 1).find(|part| UNITS.contains(&part.trim_end_matches('s'))) {
            *unit = format!("{}{}", unit.trim_end_matches('s'), if number == 1 { "" } else { "s" });
        }
        parts.join(" ")
    };
    [number + 1, number - 1].into_iter().filter(|number| *number >= least).map(counted).collect()
}

const UNITS: [&str; 5] = ["hour", "day", "week", "month", "year"];
