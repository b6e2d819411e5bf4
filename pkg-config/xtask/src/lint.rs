//! Names the documents whose standing somebody has to look at again.

use crate::authored;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use chrono::{DateTime, Months, NaiveDate};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// Lints the files that are named, or the built-in packs, for a day that is named, or today.
pub fn run(project: &Project, words: &[&str]) -> Result<()> {
    let (day, files) = match words.split_first() {
        Some((first, files)) if first.parse::<NaiveDate>().is_ok() => (first.parse().ok(), files),
        _ => (None, words),
    };
    let day = day.map_or_else(today, Ok)?;
    let files = if files.is_empty() { authored::built_in_files(project) } else { files.iter().map(PathBuf::from).collect() };
    println!("{}", lint(&files, day)?);
    Ok(())
}

/// Lints the built-in packs for today.
pub fn check(project: &Project) -> Result<String> {
    lint(&authored::built_in_files(project), today()?)
}

fn today() -> Result<NaiveDate> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let now =
        DateTime::from_timestamp(seconds.try_into()?, 0).context("this machine's clock shows no date: name one, such as 2026-03-02")?;
    Ok(now.date_naive())
}

/// What of a pack tells how its document stands.
#[derive(Deserialize)]
struct Pack {
    document: Document,
    #[serde(default)]
    edition: Vec<Edition>,
}

#[derive(Deserialize)]
struct Document {
    id: String,
    status: Status,
}

#[derive(Deserialize)]
struct Status {
    checked_on: NaiveDate,
    superseded_by: Option<String>,
}

#[derive(Deserialize)]
struct Edition {
    id: String,
    cites: String,
    replaced_by: Option<String>,
}

fn read(file: &Path) -> Result<Pack> {
    serde_json::from_value(authored::read_pack(file)?).with_context(|| format!("{} is no pack", file.display()))
}

fn lint(files: &[impl AsRef<Path>], day: NaiveDate) -> Result<String> {
    let mut doubts = Vec::new();
    for file in files.iter().map(AsRef::as_ref) {
        let pack = read(file)?;
        doubts.extend(stale(&pack, day).into_iter().chain(unmarked(&pack)).map(|doubt| format!("{}: {doubt}", file.display())));
    }
    if !doubts.is_empty() {
        bail!("{}", doubts.join("\n"));
    }
    Ok(format!("{} documents, all checked within a year of {day}", files.len()))
}

/// A year after a check, nobody knows any more whether the document still holds.
fn stale(pack: &Pack, day: NaiveDate) -> Option<String> {
    let checked_on = pack.document.status.checked_on;
    let is_stale = checked_on.checked_add_months(Months::new(12)).is_none_or(|until| until < day);
    let help = "see whether its source still holds, and write that day in document.status.checked_on";
    is_stale.then(|| format!("{} was last checked on {checked_on}, more than a year before {day}: {help}", pack.document.id))
}

fn unmarked(pack: &Pack) -> Option<String> {
    let replaced = pack.edition.iter().find_map(|edition| Some((edition, edition.replaced_by.as_ref()?)));
    let (edition, by) = replaced.filter(|_| pack.document.status.superseded_by.is_none())?;
    let help = "write in document.status.superseded_by what replaced its source";
    Some(format!("{} rests on {}, which {} says is replaced by {by}: {help}", pack.document.id, edition.cites, edition.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(words: &str) -> NaiveDate {
        words.parse().unwrap()
    }

    fn guide() -> Pack {
        read(&authored::built_in_file(&Project::find(), "multi-agency-meetings")).unwrap()
    }

    #[test]
    fn the_built_in_documents_stand_for_a_year_after_their_check() {
        let files = authored::built_in_files(&Project::find());
        assert!(lint(&files, guide().document.status.checked_on).is_ok());
        let error = lint(&files, day("2099-01-01")).unwrap_err().to_string();
        assert_eq!(error.lines().count(), files.len(), "{error}");
    }

    #[test]
    fn a_year_is_a_year_to_the_day() {
        let mut pack = guide();
        pack.document.status.checked_on = day("2026-11-21");
        assert_eq!(stale(&pack, day("2027-11-21")), None);
        assert!(stale(&pack, day("2027-11-22")).unwrap().contains("was last checked on 2026-11-21"));
    }

    #[test]
    fn a_document_on_a_replaced_edition_says_so() {
        let mut pack = guide();
        assert_eq!(unmarked(&pack), None);
        pack.document.status.superseded_by = None;
        assert!(unmarked(&pack).unwrap().contains("which TR-V1 says is replaced by"));
        pack.edition.clear();
        assert_eq!(unmarked(&pack), None);
    }

    #[test]
    fn a_day_and_files_may_be_named() {
        let project = Project::find();
        let file = authored::built_in_file(&project, "county-durham").display().to_string();
        assert!(run(&project, &["2026-11-22", &file]).is_ok());
        assert!(run(&project, &["2030-01-01", &file]).is_err());
        assert!(run(&project, &["nowhere.toml"]).is_err());
    }
}
