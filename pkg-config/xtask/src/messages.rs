//! Every sentence that an answer may say, as a table for whoever words or translates them.

use crate::project::Project;
use anyhow::{Context, Result};
use safeguarding_rules::Rulebook;
use std::collections::BTreeMap;
use std::path::Path;

/// Writes `messages.csv` into the package.
pub fn write(project: &Project) -> Result<()> {
    let file = project.dist().join("messages.csv");
    let count = write_to(&file)?;
    println!("{}: {count} sentences", file.display());
    Ok(())
}

pub fn write_to(file: &Path) -> Result<usize> {
    let mut table = csv::Writer::from_path(file).with_context(|| format!("could not write {}", file.display()))?;
    table.write_record(["id", "code", "text"])?;
    let rulebook = Rulebook::built_in();
    // The codes that cautions and findings carry.
    let codes: BTreeMap<String, _> = rulebook.codes().into_iter().collect();
    let all = rulebook.sentences();
    for (id, text) in &all {
        let code = codes.get(id).map_or("", |code| code);
        table.write_record([id.as_str(), code, text])?;
    }
    table.flush()?;
    Ok(all.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_stands_once_with_its_code() {
        let file = std::env::temp_dir().join(format!("messages-{}.csv", std::process::id()));
        let count = write_to(&file).unwrap();
        let mut table = csv::Reader::from_path(&file).unwrap();
        let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
        std::fs::remove_file(&file).unwrap();
        assert_eq!(rows.len(), count);
        let row = |id: &str| rows.iter().filter(|row| &row[0] == id).collect::<Vec<_>>();
        assert_eq!(row("caution.DO_NOT_WAIT").len(), 1);
        assert_eq!(&row("caution.DO_NOT_WAIT")[0][1], "do-not-wait");
        assert_eq!(&row("multi-agency-meetings.protect-now")[0][1], "protect-now");
        assert!(row("county-durham.list_attendees.CD-09")[0][2].contains("Team Manager"));
        assert_eq!(row("how_soon.HOLD")[0].get(1), Some(""));
    }
}
