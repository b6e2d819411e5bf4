//! What is sent by mistake: every kind of it that is to be refused.

use serde_json::{Value, json};

use crate::dice::Dice;
use crate::values::Facts;

/// Spoils what is otherwise sound, and gives it as text.
pub fn spoil(dice: &mut Dice, mut facts: Facts) -> String {
    match dice.throw(10) {
        0 | 1 => {
            let sound = Value::Object(facts).to_string();
            return in_its_text(dice, &sound);
        }
        2 => in_its_scope(dice, &mut facts),
        _ => {}
    }
    let mut spoilt = Value::Object(facts);
    for _ in 0..=dice.throw(2) {
        somewhere(dice, &mut spoilt);
    }
    spoilt.to_string()
}

/// Replaces, adds or misspells something at some depth.
fn somewhere(dice: &mut Dice, value: &mut Value) {
    match value {
        Value::Object(fields) if !fields.is_empty() && dice.happens(96) => {
            let name = fields.keys().nth(dice.throw(fields.len())).cloned().unwrap_or_default();
            match dice.throw(8) {
                0 => misspell(dice, fields, &name),
                1 => drop(fields.insert((*dice.one(&NAMES)).to_owned(), something(dice))),
                2 => drop(fields.insert(name, something(dice))),
                _ => somewhere(dice, &mut fields[&name]),
            }
        }
        Value::Array(items) if !items.is_empty() && dice.happens(75) => {
            let place = dice.throw(items.len());
            somewhere(dice, &mut items[place]);
        }
        other => *other = something(dice),
    }
}

const NAMES: [&str; 8] = [
    "worry",
    "",
    "two words",
    "Emma\u{e9}",
    "__proto__",
    "serious_risk",
    "aNameThatIsLongerThanAnyFieldOfOursAndSoIsNotShownAgain",
    "facts",
];

fn misspell(dice: &mut Dice, fields: &mut Facts, name: &str) {
    let value = fields.shift_remove(name).unwrap_or_default();
    let wrong = match dice.throw(3) {
        0 => name.to_uppercase(),
        1 => name.chars().skip(1).collect(),
        _ => format!("{name}s"),
    };
    fields.insert(wrong, value);
}

fn something(dice: &mut Dice) -> Value {
    let dates = [
        "2026-02-30",
        "2026-13-01",
        "02/03/2026",
        "2026-3-2",
        "1899-12-31",
        "2200-01-01",
        "2026-03-02T25:00",
        "2026-03-02T10",
        "2026-03-02 10:00",
    ];
    match dice.throw(16) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(1.5),
        3 => json!(-1),
        4 => json!(4_294_967_296_u64),
        5 => json!([]),
        6 => json!({}),
        7 => json!("nowhere"),
        8 => json!([1, "police", null]),
        9 => json!({ "police": "by pigeon" }),
        10 => json!(""),
        11 if dice.happens(10) => json!("x".repeat(10_000 + dice.throw(2))),
        11 => json!("Unknown"),
        12 => json!([["unknown"]]),
        _ => json!(dice.one(&dates)),
    }
}

fn in_its_scope(dice: &mut Dice, facts: &mut Facts) {
    facts.insert(
        "packs".into(),
        match dice.throw(6) {
            0 => json!([]),
            1 => json!(["county-durham", "county-durham"]),
            2 => json!(["county-durham", "nowhere"]),
            3 => json!("county-durham"),
            _ => json!(["county-durham"]),
        },
    );
    match dice.throw(3) {
        0 => drop(facts.insert("area".into(), json!("nowhere"))),
        1 => drop(facts.insert("area".into(), json!("county-durham"))),
        _ => drop(facts.shift_remove("area")),
    }
}

/// Spoils the text itself, so that it is no JSON, or JSON of a kind that is not taken.
pub fn in_its_text(dice: &mut Dice, sound: &str) -> String {
    let with = |first: &str| format!("{{{first},{}", &sound[1..]);
    let cut = (0..=dice.throw(sound.len())).rev().find(|place| sound.is_char_boundary(*place)).unwrap_or_default();
    match dice.throw(24) {
        0 => sound[..cut].to_owned(),
        1 => format!("{sound} x"),
        2 => format!("{sound}}}"),
        3 => format!("{sound}{sound}"),
        4 => with("\"area\":\"generic\",\"area\":\"generic\""),
        5 => with("\"concerns\":{\"seriousRisk\":true,\"seriousRisk\":true}"),
        6 => with(&format!("\"child\":{}1{}", "[".repeat(126), "]".repeat(126))),
        7 => with(&format!("\"child\":{}1{}", "[".repeat(127), "]".repeat(127))),
        8 => with(&format!("\"child\":{}", "{\"a\":".repeat(40_000))),
        9 => with("\"stage\":1e400"),
        10 => with("\"stage\":-1"),
        11 => with("\"stage\":01"),
        12 => with("\"stage\":1.0"),
        13 => with("\"area\":\"\\ud800\""),
        14 => with("\"area\":\"\\udc00\\ud800\""),
        15 => with("\"area\":\"a\u{7}\""),
        16 => with("// a remark\n\"a\":1"),
        17 => with("area:\"generic\""),
        18 => with("\"stage\":NaN"),
        19 => format!("\u{feff}{sound}"),
        20 => (*dice.one(&["", " ", "null", "[]", "\"text\"", "1", "true", "{", "{}}", "nul", "\"\\u00zz\""])).to_owned(),
        21 => sound.replace('"', "'"),
        22 => sound.replacen(':', "=", 1),
        _ => sound.replacen('}', ",}", 1),
    }
}
