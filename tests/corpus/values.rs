//! Values as people and programs send them: answers, moments, texts.

use serde_json::{Map, Value, json};

use crate::dice::Dice;

pub type Facts = Map<String, Value>;

/// Moments at which clocks, offices or calendars do something odd, in every way they may be written.
const ODD: [&str; 24] = [
    "2026-03-06T16:59",
    "2026-03-06T17:00",
    "2026-03-06T23:50",
    "2026-12-24T16:59",
    "2026-12-24T23:50",
    "2026-12-31T23:59:59",
    "2026-03-29T01:30",
    "2026-03-29T00:59",
    "2026-03-29T01:30Z",
    "2026-10-25T01:30",
    "2026-10-25T01:30:00+01:00",
    "2026-10-25T01:30:00+00:00",
    "2026-10-25T00:30Z",
    "2028-12-29",
    "2028-12-29T16:00",
    "2029-01-02T09:00",
    "2026-04-02T15:00",
    "2026-05-01T11:00:00+01:00",
    "2026-07-14T23:30:00Z",
    "2028-02-29",
    "2026-03-02T09:10:59.999",
    "2026-06-30T12:00:00-05:00",
    "1900-01-01",
    "2199-12-31",
];

/// A day, of which most lie close to one another, so that times run out and overlap.
pub fn day(dice: &mut Dice) -> String {
    let year = if dice.happens(85) { 2026 } else { 2018 + dice.throw(12) };
    let month = if dice.happens(50) { 3 } else { 1 + dice.throw(12) };
    format!("{year}-{month:02}-{:02}", 1 + dice.throw(28))
}

/// A moment, by date alone or with a time.
pub fn moment(dice: &mut Dice) -> Value {
    if dice.happens(20) {
        return json!(dice.one(&ODD));
    }
    let day = day(dice);
    let (hour, minute) = (if dice.happens(80) { 8 + dice.throw(10) } else { dice.throw(24) }, 5 * dice.throw(12));
    json!(match dice.throw(10) {
        0 | 1 => day,
        2 => format!("{day}T{hour:02}:{minute:02}Z"),
        3 => format!("{day}T{hour:02}:{minute:02}:00+01:00"),
        4 => format!("{day}T{hour:02}:{minute:02}:00+00:00"),
        _ => format!("{day}T{hour:02}:{minute:02}"),
    })
}

/// Yes, no, or in one of three ways that nobody knows.
pub fn answer(dice: &mut Dice) -> Value {
    match dice.throw(12) {
        0..5 => json!(true),
        5..10 => json!(false),
        10 => json!("unknown"),
        _ => Value::Null,
    }
}

/// True or false.
pub fn flag(dice: &mut Dice) -> Value {
    json!(dice.happens(50))
}

/// A text that a person types.
pub fn text(dice: &mut Dice) -> Value {
    json!(dice.one(&[
        "School attendance",
        "Absent on 9 of 20 days",
        "It would have delayed protection",
        "Team manager",
        "team_manager",
        "Designated safeguarding lead",
        "Not known",
        "x",
        "",
        "   ",
        "Dim ond un gair \u{e9}\u{1F600}",
        "two\nlines and a tab\t\"quoted\" \\",
        "\u{20ac}\u{10ffff} \u{fb33} \u{1}\u{1f}",
    ]))
}

/// A role or an agency, as it is typed.
pub fn somebody(dice: &mut Dice, of: &[&str]) -> Value {
    match dice.throw(8) {
        0 => json!(dice.one(&[
            "CSC",
            "Families First",
            "social care",
            "health visitor",
            "School",
            "Nursery",
            "housing",
            "la-childrens-social-care"
        ])),
        1 => json!(dice.one(&["police", "health", "school", "childrens-social-care", "gp", "education"])),
        2 if !of.is_empty() => json!(dice.one(of).replace('-', "_")),
        _ if !of.is_empty() => json!(dice.one(of)),
        _ => json!("police"),
    }
}

/// Puts a value under a path of names, making the objects on the way.
pub fn put(facts: &mut Facts, path: &str, value: Value) {
    match path.split_once('.') {
        None => drop(facts.insert(path.to_owned(), value)),
        Some((first, rest)) => {
            let beneath = facts.entry(first).or_insert_with(|| json!({}));
            if let Value::Object(beneath) = beneath {
                put(beneath, rest, value);
            }
        }
    }
}
