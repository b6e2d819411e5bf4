//! Names on record that stand for one another: `names-on-record.txt` has a line for each group, with the pack, the field in
//! which they are said, and the names.

use serde_json::{Value, json};

/// Names of one field that mean the same.
pub struct Names {
    pub pack: &'static str,
    pub field: &'static str,
    pub names: Vec<&'static str>,
}

pub fn names() -> Vec<Names> {
    let of_line = |line: &'static str| {
        let (about, names) = line.split_once(": ").unwrap();
        let (pack, field) = about.split_once(' ').unwrap();
        Names { pack, field, names: names.split(", ").collect() }
    };
    include_str!("../names-on-record.txt").lines().map(of_line).collect()
}

impl Names {
    /// The question whose answer hangs on such a name, and what is asked with it.
    pub fn asked_with(&self, name: &str) -> (&'static str, Value) {
        let packs = json!([self.pack]);
        match self.field {
            "attendance" => ("list-attendees", json!({"packs": packs, "meetingType": "strategy", "attendance": {name: "in-person"}})),
            // From this day on every basis is in force.
            "controller" => ("record-consent-basis", json!({"packs": packs, "date": "2026-03-02", "controller": name})),
            field => ("record-consent-basis", json!({"packs": packs, field: name})),
        }
    }
}
