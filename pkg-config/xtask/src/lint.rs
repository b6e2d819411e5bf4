//! Names the documents whose standing somebody has to look at again.

use crate::authored;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use chrono::{DateTime, NaiveDate};
use safeguarding_rules::author::Manuscript;
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

/// By the clock of this machine.
pub fn today() -> Result<NaiveDate> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let now =
        DateTime::from_timestamp(seconds.try_into()?, 0).context("this machine's clock shows no date: name one, such as 2026-03-02")?;
    Ok(now.date_naive())
}

fn lint(files: &[impl AsRef<Path>], day: NaiveDate) -> Result<String> {
    let mut doubtful = Vec::new();
    for file in files.iter().map(AsRef::as_ref) {
        let text = authored::read_file(file)?;
        let doubts = match Manuscript::read(&text) {
            Ok(manuscript) => manuscript.standing(&day.to_string())?,
            Err(doubt) => vec![doubt],
        };
        doubtful.extend(doubts.iter().map(|doubt| doubt.in_file(&file.display().to_string())));
    }
    if !doubtful.is_empty() {
        bail!("{}", doubtful.join("\n"));
    }
    Ok(format!("{} documents, all checked within a year of {day}", files.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(words: &str) -> NaiveDate {
        words.parse().unwrap()
    }

    #[test]
    fn the_built_in_documents_stand_for_a_year_after_their_check() {
        let files = authored::built_in_files(&Project::find());
        assert!(lint(&files, day("2026-11-21")).is_ok());
        let error = lint(&files, day("2099-01-01")).unwrap_err().to_string();
        assert_eq!(error.matches(": document.status.checked_on\n").count(), files.len(), "{error}");
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
