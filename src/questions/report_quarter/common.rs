//! What all meetings of a quarter have in common.

use std::sync::Arc;

use crate::calendar::{AddedHoliday, Calendar};
use crate::engine::rulebook::Rulebook;

/// The rules, the calendar, and the bank holidays that were added to it.
pub(super) struct Common {
    pub rulebook: Rulebook,
    pub calendar: Arc<Calendar>,
    pub bank_holidays: Option<Vec<AddedHoliday>>,
}
