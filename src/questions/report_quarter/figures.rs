//! Counts, and which of them are too small to be shown.

use super::answer::{Figure, Row};
use crate::value::agency::Agency;
use crate::value::truth::Truth;

/// Counts of one row.
#[derive(Debug, Default)]
pub(super) struct Count {
    of: u32,
    yes: u32,
    not_recorded: u32,
}

impl FromIterator<Truth> for Count {
    fn from_iter<I: IntoIterator<Item = Truth>>(recorded: I) -> Self {
        let mut count = Count::default();
        for truth in recorded {
            count.of += 1;
            count.yes += u32::from(truth.is_yes());
            count.not_recorded += u32::from(truth.is_unknown());
        }
        count
    }
}

impl Count {
    /// The row, with what is too small kept back.
    pub(super) fn row(&self, agency: Option<&Agency>, smallest: u32) -> Row {
        let (of, counted) = (figure(self.of, smallest), figure(self.yes, smallest));
        // A count close to the whole would give away the few that are missing.
        let missing_few = figure(self.of - self.yes, smallest).suppressed;
        let hidden = of.suppressed || counted.suppressed || missing_few;
        let count = if hidden { Figure { number: None, suppressed: true } } else { counted };
        Row {
            agency: agency.map(|agency| agency.id().to_owned()),
            of,
            count,
            per_cent: count.number.and_then(|number| (number * 100 + self.of / 2).checked_div(self.of)),
            not_recorded: figure(self.not_recorded, smallest),
        }
    }
}

/// Nothing at all points to nobody; anything below the smallest number shown could.
pub(super) fn figure(number: u32, smallest: u32) -> Figure {
    let suppressed = 0 < number && number < smallest;
    Figure { number: (!suppressed).then_some(number), suppressed }
}
