//! A ledger from and in JSON, for the doors to other languages.

use super::facts::Facts;
use super::ledger::Ledger;
use crate::engine::input;
use crate::engine::rulebook::Rulebook;
use crate::error::{Code, Error};
use crate::text::catalogue::written;
use crate::value::json::Json;
use crate::value::read;

/// More doubts than that nobody looks at one by one.
const MOST_DOUBTS: usize = 1_000;

impl Rulebook {
    /// Opens the report of a quarter whose meetings are told one by one: for very many. The facts, as JSON text, are those of
    /// `report-quarter`; meetings that stand in them come first. The rules are those of now, whatever is loaded meanwhile.
    ///
    /// The report is the one that [`Rulebook::report_quarter`] gives to all of them at once, but lists the first thousand doubts.
    ///
    /// # Errors
    /// As [`Rulebook::report_quarter`].
    ///
    /// ```
    /// use safeguarding_rules::Rulebook;
    ///
    /// let mut ledger = Rulebook::built_in().ledger(r#"{"area": "county-durham", "from": "2026-01-01", "until": "2026-03-31"}"#)?;
    /// ledger.add_json(r#"[{"ref": "A-1", "endedAt": "2026-03-02T15:00"}, {"ref": "A-2", "endedAt": "2026-04-02T15:00"}]"#)?;
    /// ledger.add_json(r#"[{"ref": "A-1", "endedAt": "2026-03-09T15:00"}]"#)?;
    /// let quarter = ledger.close().answer;
    /// assert_eq!((quarter.meetings.number, quarter.outside_left_out), (Some(2), Some(1)));
    /// # Ok::<(), safeguarding_rules::Error>(())
    /// ```
    pub fn ledger(&self, facts: &str) -> Result<Ledger, Error> {
        let (scope, facts) = input::read::<Facts>(&Json::parse(facts)?)?;
        Ledger::open(&scope, &facts, self, MOST_DOUBTS)
    }
}

impl Ledger {
    /// Takes more meetings into account: a list of them as JSON text.
    ///
    /// # Errors
    /// An [`Error`] that names the first meeting that is refused by its place among all. Those before it are in the report.
    pub fn add_json(&mut self, meetings: &str) -> Result<(), Error> {
        let Json::List(meetings) = Json::parse(meetings)? else { return Err(Error::expected(Code::BadInput, "a list of meetings")) };
        meetings.iter().try_for_each(|meeting| {
            let place = self.meetings();
            let meeting = read::entry(meeting).map_err(|error| error.in_item(place).in_field("meetings"))?;
            self.add(&meeting)
        })
    }

    /// The report as JSON text, in the portal's own sentences where it has some.
    #[must_use]
    pub fn close_json(self) -> String {
        let catalogue = self.catalogue();
        written(&self.close(), &catalogue)
    }
}
