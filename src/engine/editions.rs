//! Several editions of one pack: the day chooses.

use std::sync::Arc;

use chrono::NaiveDate;

use super::rulebook::Rulebook;
use crate::pack::Pack;
use crate::pack::document::Document;
use crate::value::{Text, distinct};

impl Rulebook {
    /// A pack that is in force on a day, or else one that is not. Of several editions that day chooses; without one, the edition
    /// that was checked last.
    pub(super) fn find_on(&self, day: Option<NaiveDate>, is_meant: impl Fn(&Document) -> bool) -> Option<&Arc<Pack>> {
        let meant = || self.packs().iter().filter(|pack| is_meant(pack.document()));
        let in_force = meant().filter(|pack| pack.document().covers(day));
        in_force.max_by_key(|pack| pack.document().status.checked_on).or_else(|| meant().next())
    }

    /// Of each pack that is meant, the edition of a day.
    pub(super) fn editions_on(&self, day: Option<NaiveDate>, is_meant: impl Fn(&Document) -> bool) -> Vec<Arc<Pack>> {
        let ids =
            distinct(self.packs().iter().map(|pack| pack.document()).filter(|document| is_meant(document)).map(|document| &document.id));
        ids.into_iter().filter_map(|id| self.find_on(day, |document| document.id == *id)).cloned().collect()
    }

    /// The packs on which one stands: for each day on which one of them begins, and for the day it was checked itself.
    pub(crate) fn foundations(&self, document: &Document) -> Vec<Vec<&Arc<Pack>>> {
        let beneath =
            || self.packs().iter().map(|pack| pack.document()).filter(|other| document.stands_on(other) && document.overlaps(other));
        let begins = beneath().filter_map(|other| other.since).map(|since| document.since.map_or(since, |own| own.max(since)));
        let days = distinct([document.day(None)].into_iter().chain(document.since).chain(begins));
        let on = |day: NaiveDate| {
            let foundation = |id: &Text| self.find_on(Some(day), |other| other.id == *id);
            document.stands_on.iter().filter_map(foundation).collect()
        };
        days.into_iter().map(on).collect()
    }

    /// The days from which other rules are in force than on the day before.
    pub(crate) fn turns(&self) -> Vec<NaiveDate> {
        let of_rules = |pack: &'_ Arc<Pack>| pack.every_rule().map(|rule| (rule.cite().since, rule.cite().until)).collect::<Vec<_>>();
        let of_packs = self.packs().iter().flat_map(|pack| [vec![(pack.document().since, pack.document().until)], of_rules(pack)].concat());
        distinct(of_packs.flat_map(|(since, until)| [since, until.and_then(|until| until.succ_opt())]).flatten())
    }
}
