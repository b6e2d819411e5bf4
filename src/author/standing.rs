//! Which documents has somebody to look at again?

use chrono::{Months, NaiveDate};

use super::{Doubt, Manuscript};
use crate::check;
use crate::error::{Code, Error};
use crate::pack::Pack;
use crate::pack::document::Edition;
use crate::value::date;

impl Manuscript<'_> {
    /// What is doubtful about the document's standing on a day, such as `2026-11-21`.
    ///
    /// # Errors
    /// An [`Error`] where that is no day.
    pub fn standing(&self, day: &str) -> Result<Vec<Doubt>, Error> {
        let day = date::from_words(day).ok_or_else(|| Error::expected(Code::BadDate, "a date such as 2026-03-02"))?;
        let refusals = match check::parsed(&self.object_form()) {
            Ok(read) => stale(&read.pack, day).into_iter().chain(unmarked(&read.pack)).collect(),
            Err(refusal) => vec![refusal],
        };
        Ok(refusals.iter().map(|refusal| self.doubt(refusal)).collect())
    }
}

/// After a year nobody knows any more whether the document still holds.
fn stale(pack: &Pack, day: NaiveDate) -> Option<Error> {
    let is_stale = pack.document().status.checked_on.checked_add_months(Months::new(12)).is_none_or(|until| until < day);
    let expected = format!("expected a day within a year of {day}: see whether the source still holds, and write when you saw");
    is_stale.then(|| Error::new(Code::BadPack, "document.status.checked_on", expected))
}

fn unmarked(pack: &Pack) -> Option<Error> {
    let replaced = pack.rules::<Edition>().iter().find_map(|edition| Some((edition, edition.own.replaced_by.as_ref()?)));
    let (edition, by) = replaced.filter(|_| pack.document().status.superseded_by.is_none())?;
    let expected = format!("expected superseded_by: {} says that {} is replaced by {by}", edition.cite.id, edition.own.cites);
    Some(Error::new(Code::BadPack, "document.status", expected))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUIDE: &str = include_str!("../packs/multi-agency-meetings.toml");

    fn doubts(text: &str, day: &str) -> Vec<Doubt> {
        Manuscript::read(text).unwrap().standing(day).unwrap()
    }

    fn changed(from: &str, to: &str) -> String {
        assert!(GUIDE.contains(from), "{from}");
        GUIDE.replacen(from, to, 1)
    }

    #[test]
    fn a_year_is_a_year_to_the_day() {
        let text = changed("checked_on = \"2026-11-21\"", "checked_on = \"2025-02-28\"");
        assert_eq!(doubts(&text, "2026-02-28"), []);
        let [doubt] = &doubts(&text, "2026-03-01")[..] else { panic!("one is doubtful") };
        assert!(doubt.path == "document.status.checked_on" && doubt.shown.contains("\"2025-02-28\""), "{}", doubt.shown);
    }

    #[test]
    fn a_document_on_a_replaced_edition_says_so() {
        let line = GUIDE.lines().find(|line| line.contains("superseded_by")).unwrap();
        let text = changed(line, "status = { checked_on = \"2026-11-21\" }");
        let [doubt] = &doubts(&text, "2026-11-21")[..] else { panic!("one is doubtful") };
        assert!(doubt.message.starts_with("expected superseded_by: TR-V1 says that"), "{}", doubt.message);
        assert_eq!(doubts(GUIDE, "2026-11-21"), []);
    }

    #[test]
    fn what_is_no_day_and_no_pack_is_told() {
        assert_eq!(Manuscript::read("").unwrap().standing("today").unwrap_err().code(), Code::BadDate);
        assert_eq!(doubts("", "2026-11-21").len(), 1);
    }
}
