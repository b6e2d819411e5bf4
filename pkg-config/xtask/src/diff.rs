//! Says in words what changes from one version of a pack to another.

use crate::authored::{list, read_file, text};
use crate::pack;
use anyhow::{Result, anyhow};
use safeguarding_rules::{Error, Rulebook};
use serde_json::{Value, json};
use std::path::Path;

/// Each side is the file of a pack or the id of a built-in one.
pub fn run(before: &str, after: &str) -> Result<()> {
    println!("{}", difference(before, after)?);
    Ok(())
}

fn difference(before: &str, after: &str) -> Result<String> {
    let (before, after) = (Side::of(before)?, Side::of(after)?);
    let sides = json!({ "before": before.asked, "after": after.asked }).to_string();
    let comparison = Rulebook::built_in().compare(&sides).map_err(|refusal| match refusal.path().split_once('.') {
        Some(("before", path)) => before.doubt(path, &refusal),
        Some(("after", path)) => after.doubt(path, &refusal),
        _ if refusal.path() == "before" => before.doubt("", &refusal),
        _ => after.doubt("", &refusal),
    })?;
    Ok(in_words(&serde_json::from_str(&comparison)?))
}

struct Side {
    /// The file, or the id.
    name: String,
    /// What the file holds.
    text: Option<String>,
    /// What is compared: the object form, or the id.
    asked: Value,
}

impl Side {
    fn of(name: &str) -> Result<Self> {
        let path = Path::new(name);
        if !path.is_file() && path.extension().is_none() {
            return Ok(Side { name: name.to_owned(), text: None, asked: name.into() });
        }
        let text = read_file(path)?;
        let asked = pack::object_form(name, &text)?.to_string().into();
        Ok(Side { name: name.to_owned(), text: Some(text), asked })
    }

    fn doubt(&self, path: &str, refusal: &Error) -> anyhow::Error {
        match &self.text {
            Some(text) => anyhow!("{}", pack::shown(&self.name, text, refusal, path)),
            None => anyhow!("{} is neither a file nor the id of a pack: {}", self.name, refusal.message()),
        }
    }
}

fn in_words(comparison: &Value) -> String {
    let rule = |rule: &Value| format!("  {} {}: {}", text(rule, "table"), text(rule, "id"), text(rule, "how"));
    let mut lines = vec![text(comparison, "heading").to_owned()];
    lines.extend(list(comparison, "rules").iter().map(rule));
    lines.extend(list(comparison, "regions").iter().map(region_in_words));
    lines.join("\n")
}

fn region_in_words(region: &Value) -> String {
    let [question, example, before, after] = ["question", "example", "before", "after"].map(|name| text(region, name));
    let meeting = region["meeting"].as_str().map_or_else(String::new, |meeting| format!(", {meeting}"));
    let asked = format!("{question}{meeting}, in {} of {} combinations of the facts", region["cases"], region["of"]);
    format!("\n{asked}\n  for example: {example}\n  before: {before}\n  after:  {after}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authored::built_in_file;
    use crate::project::Project;
    use std::fs;

    /// What is said of the practice guide and a changed copy of it.
    fn said(name: &str, from: &str, to: &str) -> String {
        let text = read_file(&built_in_file(&Project::find(), "multi-agency-meetings")).unwrap();
        assert!(text.contains(from), "{from}");
        let file = std::env::temp_dir().join(format!("safeguarding-{}-{name}.toml", std::process::id()));
        fs::write(&file, text.replacen(from, to, 1)).unwrap();
        let path = file.display().to_string();
        let said = difference("multi-agency-meetings", &path).unwrap_or_else(|error| error.to_string());
        fs::remove_file(&file).unwrap();
        said.replace(&path, "FILE")
    }

    #[test]
    fn a_pack_does_not_differ_from_itself() {
        assert_eq!(difference("county-durham", "county-durham").unwrap(), "No change.");
        let file = built_in_file(&Project::find(), "county-durham").display().to_string();
        assert_eq!(difference(&file, "county-durham").unwrap(), "No change.");
    }

    #[test]
    fn a_changed_time_is_told_with_the_answers_before_and_after() {
        let said = said("time", "\"within 3 working days\"", "\"within 2 working days\"");
        assert!(said.starts_with("Answers change in 1 way.\n  classify_concern TR-T0: changed\n\nclassify-concern, in "), "{said}");
        let before = "  before: Hold the strategy meeting by Thursday 5 March 2026, within 3 working days.";
        let after = "  after:  Hold the strategy meeting by Wednesday 4 March 2026, within 2 working days.";
        assert!(said.ends_with(&format!("{before}\n{after}")), "{said}");
    }

    #[test]
    fn other_words_change_no_answer() {
        let said = said("words", "at       = ", "at       = \"Elsewhere\" #");
        assert!(said.starts_with("No change of any answer") && said.contains(": reworded"), "{said}");
    }

    #[test]
    fn a_refused_side_is_shown_at_its_line() {
        let said = said("refused", "\"within 3 working days\"", "\"within 3 workdays\"");
        assert!(said.contains("classify_concern[0].hold\n") && said.contains("| hold    = \"within 3 workdays\"\n"), "{said}");
    }

    #[test]
    fn a_name_that_nobody_knows_is_told_with_those_that_are_known() {
        let error = difference("county-durham", "nowhere").unwrap_err().to_string();
        assert!(error.starts_with("nowhere is neither a file nor the id of a pack: expected one of northamptonshire-mdt,"), "{error}");
    }
}
