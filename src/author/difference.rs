//! What changes between two packs, in words for a terminal or beside a change that is proposed.

use serde::Serialize;

use super::{Doubt, Manuscript, as_json};
use crate::ask::compare::{Comparison, Region, compare};
use crate::engine::rulebook::Rulebook;
use crate::error::Error;
use crate::value::read;

/// A side of a comparison that is doubtful.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Refused {
    /// Is it the later one?
    pub is_after: bool,
    /// Why.
    pub doubt: Doubt,
}

/// What changes between two packs. Each is the id of one that the rulebook has, or one as its author writes it.
///
/// # Errors
/// [`Refused`] where a side is doubtful.
pub fn difference(before: &str, after: &str, rulebook: &Rulebook) -> Result<String, Refused> {
    let refused = |is_after| move |doubt| Refused { is_after, doubt };
    let (before, after) = (Side::of(before).map_err(refused(false))?, Side::of(after).map_err(refused(true))?);
    let sides = as_json(&Sides { before: before.asked(), after: after.asked() });
    let comparison = read::text(&sides).and_then(|request| compare(&request, rulebook));
    comparison.map(|comparison| in_words(&comparison)).map_err(|refusal| {
        let (side, path) = refusal.path().split_once('.').unwrap_or((refusal.path(), ""));
        let (is_after, side) = if side == "after" { (true, &after) } else { (false, &before) };
        refused(is_after)(side.doubt(&refusal.clone().at(path.to_owned())))
    })
}

#[derive(Serialize)]
struct Sides {
    before: String,
    after: String,
}

enum Side<'t> {
    Id(&'t str),
    Written(Manuscript<'t>),
}

impl<'t> Side<'t> {
    fn of(text: &'t str) -> Result<Self, Doubt> {
        let is_id = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if is_id { Ok(Side::Id(text)) } else { Manuscript::read(text).map(Side::Written) }
    }

    fn asked(&self) -> String {
        match self {
            Side::Id(id) => (*id).to_owned(),
            Side::Written(manuscript) => manuscript.object_form(),
        }
    }

    fn doubt(&self, refusal: &Error) -> Doubt {
        match self {
            Side::Id(_) => Doubt::at(None, refusal, "neither a file nor the id of a pack", refusal.message()),
            Side::Written(manuscript) => manuscript.doubt(refusal),
        }
    }
}

fn in_words(comparison: &Comparison) -> String {
    let mut lines = vec![comparison.heading.clone()];
    lines.extend(comparison.rules.iter().map(|rule| format!("  {} {}: {}", rule.table, rule.id, rule.how)));
    lines.extend(comparison.regions.iter().map(region_in_words));
    lines.join("\n")
}

fn region_in_words(region: &Region) -> String {
    let meeting = region.meeting.as_ref().map_or_else(String::new, |meeting| format!(", {}", meeting.id()));
    let Region { question, cases, of, example, before, after, .. } = region;
    let asked = format!("{question}{meeting}, in {cases} of {of} combinations of the facts");
    format!("\n{asked}\n  for example: {example}\n  before: {before}\n  after:  {after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUIDE: &str = include_str!("../packs/multi-agency-meetings.toml");

    fn told(before: &str, after: &str) -> Result<String, Refused> {
        difference(before, after, &Rulebook::built_in())
    }

    /// What is said of the practice guide and a changed copy of it.
    fn changed(from: &str, to: &str) -> Result<String, Refused> {
        assert!(GUIDE.contains(from), "{from}");
        told("multi-agency-meetings", &GUIDE.replacen(from, to, 1))
    }

    #[test]
    fn a_pack_does_not_differ_from_itself() {
        assert_eq!(told("county-durham", "county-durham").unwrap(), "No change.");
        assert_eq!(told(GUIDE, "multi-agency-meetings").unwrap(), "No change.");
    }

    #[test]
    fn a_changed_time_is_told_with_the_answers_before_and_after() {
        let said = changed("\"within 3 working days\"", "\"within 2 working days\"").unwrap();
        assert!(said.starts_with("Answers change in 1 way.\n  classify_concern TR-T0: changed\n\nclassify-concern, in "), "{said}");
        let before = "  before: Hold the strategy meeting by Thursday 5 March 2026, within 3 working days.";
        let after = "  after:  Hold the strategy meeting by Wednesday 4 March 2026, within 2 working days.";
        assert!(said.ends_with(&format!("{before}\n{after}")), "{said}");
    }

    #[test]
    fn other_words_change_no_answer() {
        let said = changed("at       = ", "at       = \"Elsewhere\" #").unwrap();
        assert!(said.starts_with("No change of any answer") && said.contains(": reworded"), "{said}");
    }

    #[test]
    fn a_refused_side_is_shown_at_its_line() {
        let Refused { is_after, doubt } = changed("\"within 3 working days\"", "\"within 3 workdays\"").unwrap_err();
        assert!(is_after && doubt.shown.starts_with("classify_concern[0].hold\n"), "{}", doubt.shown);
        assert!(doubt.shown.contains("| hold    = \"within 3 workdays\"\n"), "{}", doubt.shown);
        assert!(!told("no toml", "county-durham").unwrap_err().is_after);
    }

    #[test]
    fn a_name_that_nobody_knows_is_told_with_those_that_are_known() {
        let Refused { is_after, doubt } = told("county-durham", "nowhere").unwrap_err();
        let said = doubt.in_file("nowhere");
        assert!(is_after, "{said}");
        assert!(said.starts_with("nowhere: neither a file nor the id of a pack\n  help: expected one of northamptonshire-mdt,"), "{said}");
    }
}
