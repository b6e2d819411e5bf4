//! The rules by which all processes answer.

use std::sync::LazyLock;

use chrono::NaiveDate;
use safeguarding_rules::author::Manuscript;
use safeguarding_rules::classify_concern::Timetable;
use safeguarding_rules::{Error, Rulebook};
use serde_json::Value;

/// Two versions of one pack, each with its days.
const PACKS: [&str; 2] = [include_str!("../packs/riverbridge-1.toml"), include_str!("../packs/riverbridge-2.toml")];

/// The built-in packs and ours.
pub static RULEBOOK: LazyLock<Rulebook> = LazyLock::new(|| {
    PACKS.iter().fold(Rulebook::built_in(), |rulebook, text| {
        let pack = Manuscript::read(text).expect("a test reads these packs").object_form();
        rulebook.with(&pack).expect("a test checks these packs")
    })
});

/// The rules of an area on a day.
pub fn timetable(area: Option<&str>, as_of: Option<NaiveDate>) -> Result<Timetable, Error> {
    let told = [("area", area.map(str::to_owned)), ("asOf", as_of.map(|day| day.to_string()))];
    let fields = told.into_iter().filter_map(|(field, text)| Some((field.to_owned(), Value::String(text?))));
    RULEBOOK.timetable(&Value::Object(fields.collect()).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_of_the_pack_answers_on_its_days() {
        let gives_two_days = |as_of: &str| {
            let timetable = timetable(Some("riverbridge"), Some(as_of.parse().unwrap())).unwrap();
            timetable.timescales().iter().any(|timescale| timescale.id() == "2-working-days")
        };
        assert!(gives_two_days("2026-12-31"));
        assert!(!gives_two_days("2027-01-01"));
    }
}
