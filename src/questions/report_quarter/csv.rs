//! The measures as CSV.
//!
//! Written here and not by a library: of all cells only the names of agencies and teams are quoted, so that no spreadsheet takes it for
//! anything else, and those who read the file know that form.

use super::answer::{Figure, Measured, Row};
use crate::value::spelling::word;

const HEAD: &str = "rule,measure,agency,of,count,per cent of recorded,not recorded,team";

/// A line for each row.
pub(super) fn of(measures: &[Measured]) -> String {
    let rows = measures.iter().flat_map(|measure| measure.rows.iter().map(move |row| line(measure, row)));
    [HEAD.to_owned()].into_iter().chain(rows).map(|line| line + "\r\n").collect()
}

fn line(measure: &Measured, row: &Row) -> String {
    let [agency, team] = [&row.agency, &row.team].map(|name| name.as_deref().map(quoted).unwrap_or_default());
    let per_cent = row.per_cent.map(|share| share.to_string()).unwrap_or_default();
    let (of, count, not_recorded) = (number(row.of), number(row.count), number(row.not_recorded));
    [measure.id.to_string(), word(measure.measure), agency, of, count, per_cent, not_recorded, team].join(",")
}

fn number(figure: Figure) -> String {
    figure.number.map_or_else(|| "not shown".to_owned(), |number| number.to_string())
}

/// A cell that no spreadsheet takes for a formula, also behind signs that it passes over: only a letter or a number begins one bare.
fn quoted(text: &str) -> String {
    let guard = if text.starts_with(char::is_alphanumeric) { "" } else { "'" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}
