//! What each question came to, as files that are equal where the answers are.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use datafusion::arrow::datatypes::Date32Type;

/// The questions, by the names of their files in `sql/`.
pub const DUE: &str = "due";
pub const LATENESS: &str = "lateness";
pub const DIFFERENCE: &str = "difference";

/// When one referral is due: a day after 1 January 1970, the place of its timescale's name, and whether that is settled.
#[derive(Clone, Copy)]
struct Due(Option<i32>, Option<u8>, bool);

/// When each referral is due, in whatever order they are told.
pub struct Dues {
    of_each: Vec<Option<Due>>,
    names: Vec<String>,
}

impl Dues {
    pub fn of(referrals: usize) -> Self {
        Dues { of_each: vec![None; referrals], names: Vec::new() }
    }

    pub fn tell(&mut self, referral: i64, due_by: Option<i32>, timescale: Option<&str>, settled: bool) -> Result<()> {
        let timescale = timescale.map(|name| self.place(name));
        let place = usize::try_from(referral).ok().and_then(|place| self.of_each.get_mut(place));
        let told = place.with_context(|| format!("there is no referral {referral}"))?.replace(Due(due_by, timescale, settled));
        ensure!(told.is_none(), "referral {referral} was answered twice");
        Ok(())
    }

    fn place(&mut self, name: &str) -> u8 {
        let known = self.names.iter().position(|known| known == name);
        let place = known.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        u8::try_from(place).expect("documents have few timescales")
    }

    /// One line for each, in the order of their numbers.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let mut lines = file(folder, DUE)?;
        writeln!(lines, "referral,due_by,timescale,settled")?;
        for (referral, due) in self.of_each.iter().enumerate() {
            let Due(due_by, timescale, settled) = due.with_context(|| format!("referral {referral} was not answered"))?;
            let timescale = timescale.map_or("", |place| &self.names[usize::from(place)]);
            writeln!(lines, "{referral},{},{timescale},{settled}", due_by.map(day).unwrap_or_default())?;
        }
        Ok(lines.flush()?)
    }
}

/// A day after 1 January 1970 in words.
pub fn day(number: i32) -> String {
    Date32Type::to_naive_date_opt(number).map_or_else(String::new, |date| date.to_string())
}

/// The rows of a table, each as one line.
pub fn write(folder: &Path, question: &str, rows: impl IntoIterator<Item = String>) -> Result<()> {
    let mut lines = file(folder, question)?;
    for row in rows {
        writeln!(lines, "{row}")?;
    }
    Ok(lines.flush()?)
}

/// Says how long a question took, for whoever measures.
pub fn took(question: &str, decisions: usize, time: Duration) {
    println!("took {question} {decisions} {:.3}", time.as_secs_f64());
}

fn file(folder: &Path, question: &str) -> Result<BufWriter<File>> {
    std::fs::create_dir_all(folder)?;
    Ok(BufWriter::new(File::create(folder.join(question).with_extension("csv"))?))
}
