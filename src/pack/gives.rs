//! What a text is to give, where not every text is it.

use serde::{Deserialize, Serialize};

use crate::value::given::{Standing, given, of_social_care, party, place, reason, role};
use crate::value::moment::Moment;
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
    /// Is in a text what is to be given, or anything where that is not said? A manager whom nobody knows is not known.
    pub(super) fn is_in(gives: Option<Self>, text: &str) -> Truth {
        let is_a_day = |text: &&str| written_day::read(text, None).is_ok() || Moment::from_words(text).is_some();
        let given = match gives {
            Some(Gives::Reason) => reason(text),
            Some(Gives::Role) => role(text),
            Some(Gives::Party) => party(text),
            Some(Gives::Place) => place(text),
            Some(Gives::Day) => given(text).filter(is_a_day),
            Some(Gives::Time) => given(text).filter(|text| written_time::is_written_in(text)),
            Some(Gives::SocialCareManager) => return given(text).map_or(Truth::No, |text| of_social_care(text, Standing::Manager, false)),
            None => given(text),
        };
        given.is_some().into()
    }
}
