//! What a text is to give, where not every text is it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::value::given::{Standing, given, of_social_care, party, place, reason, role};
use crate::value::moment::{Moment, ReadAs};
use crate::value::truth::Truth;
use crate::value::{written_day, written_time};

/// What a text is to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Gives {
    /// Why: more than the fact again, who agreed, or where to look.
    Reason,
    /// Whose role: nobody's is none.
    Role,
    /// Whose role, or which agency.
    Party,
    /// Where: a number or a body is no place.
    Place,
    /// On which day: one that no calendar has is none.
    Day,
    /// At what time of day: a part of the day is none.
    Time,
    /// Which manager of children's social care: nobody below, and nobody of another body.
    SocialCareManager,
}

impl Gives {
    /// Does a text give another day or time of day than a moment has? Of a day alone no time is known.
    pub(crate) fn tells_another(self, text: &str, moment: Moment) -> bool {
        match self {
            Gives::Day => day_in(text, Some(moment.date())).flatten().is_some_and(|day| day != moment.date()),
            Gives::Time if moment.read() != ReadAs::AsStartOfDay => {
                let times = written_time::times_in(text);
                !times.is_empty() && !times.contains(&moment.time_of_day())
            }
            _ => false,
        }
    }

    /// A moment on the day, or at the time of day, that a text gives instead of its own.
    pub(crate) fn moment_in(self, text: &str, moment: Moment) -> Option<Moment> {
        let (day, time) = match self {
            Gives::Day => (day_in(text, Some(moment.date()))??, moment.time_of_day()),
            Gives::Time => (moment.date(), written_time::times_in(text).into_iter().next()?),
            _ => return None,
        };
        Moment::from_words(&format!("{day}T{time}"))
    }

    /// Is in a text what is to be given, or anything where that is not said? A manager whom nobody knows is not known.
    pub(super) fn is_in(gives: Option<Self>, text: &str) -> Truth {
        let given = match gives {
            Some(Gives::Reason) => reason(text),
            Some(Gives::Role) => role(text),
            Some(Gives::Party) => party(text),
            Some(Gives::Place) => place(text),
            Some(Gives::Day) => given(text).filter(|text| day_in(text, None).is_some()),
            Some(Gives::Time) => given(text).filter(|text| !written_time::times_in(text).is_empty()),
            Some(Gives::SocialCareManager) => return given(text).map_or(Truth::No, |text| of_social_care(text, Standing::Manager, false)),
            None => given(text),
        };
        given.is_some().into()
    }
}

/// The day in a text, where one is in it; of which year may be open.
fn day_in(text: &str, near: Option<NaiveDate>) -> Option<Option<NaiveDate>> {
    written_day::read(text, near).ok().or_else(|| Moment::from_words(text).map(|at| Some(at.date())))
}
