//! Times: how soon the strategy meeting is held.

use super::{Audit, Checked, contradicts, pairs, refuse, same_case, shadowed};
use crate::error::shown_id;
use crate::pack::rule::{Own as _, Rule};
use crate::questions::classify_concern::ceiling::check_ceilings;
use crate::questions::classify_concern::rule::{From, Own, Stage};
use crate::value::Text;
use crate::value::timescale::Timescale;

impl<'p> Audit<'p> {
    fn timing_rules(&self) -> impl Iterator<Item = &'p Rule<Own>> {
        self.with_those_beneath::<Own>()
    }

    /// Is there a timing rule of this id that sets a time of its own?
    fn sets_a_time(&self, id: &Text) -> bool {
        self.timing_rules().any(|other| other.cite.id == *id && other.own.hold.is_some())
    }

    pub(super) fn timing(&self) -> Checked {
        check_ceilings(self.pack, &self.beneath)?;
        for rule in self.pack.rules::<Own>() {
            let own = &rule.own;
            let refuse_at = |field: &str, expected: &str| refuse(&[Own::TABLE, shown_id(&rule.cite.id), field], expected);
            match (&own.hold, &own.applies) {
                (Some(_), None) if own.from.is_none() => return refuse_at("from", "expected the moment from which the time counts"),
                (Some(_), None) => {}
                (None, Some(target)) if self.sets_a_time(target) => {}
                (None, Some(_)) => return refuse_at("applies", "expected the id of a timing rule that sets a time"),
                _ => return refuse_at("hold", "expected either a time of its own, or the rule whose time applies"),
            }
            if own.from == Some(From::DiscussionHeld) && own.stage != Stage::Meeting {
                return refuse_at(
                    "from",
                    "expected a moment before the discussion, or stage = \"meeting\" for the meeting that follows it",
                );
            }
            if own.stage == Stage::Meeting
                && !self.timing_rules().any(|other| other.own.stage == Stage::Discussion && other.own.hold.is_some())
            {
                return refuse_at("stage", "expected a rule beside it that times the discussion which comes first");
            }
            if own.lengthens.as_ref().is_some_and(|target| !self.sets_a_time(target)) {
                return refuse_at("lengthens", "expected the id of a timing rule that sets a time");
            }
            if own.lengthens.is_some() && rule.cite.when.is_empty() {
                return refuse_at("lengthens", "expected a rule that lengthens only on a yes to some fact");
            }
            self.never_governs(rule)?;
        }
        let same_start = |one: &Own, other: &Own| one.from == other.from && one.stage == other.stage && one.applies == other.applies;
        let mut same = pairs::<Own>(self.pack).filter(|(one, other)| same_start(&one.own, &other.own) && same_case(*one, *other));
        match same.next() {
            Some((one, other)) if one.own.hold == other.own.hold => shadowed(other, one),
            Some((one, other)) if one.own.lengthens.is_none() && other.own.lengthens.is_none() => contradicts(other, one),
            _ => Ok(()),
        }
    }

    /// A longer time from the same moment, for cases that another rule covers too, never governs unless that is declared. The
    /// most there is may be longer: it holds where the shorter is lengthened.
    fn never_governs(&self, rule: &Rule<Own>) -> Checked {
        if rule.own.ceiling {
            return Ok(());
        }
        let cite = &rule.cite;
        let covers = |other: &&Rule<Own>| {
            holds_as_long(other, rule)
                && other.cite.unless.is_empty()
                && other.cite.when.iter().all(|fact| cite.when.contains(fact))
                && !cite.instead_of.contains(&other.cite.id)
        };
        let is_shorter = |other: &&Rule<Own>| {
            other.own.from == rule.own.from
                && other.own.hold.is_some()
                && outlasts(rule.own.hold, other.own.hold)
                && rule.own.stage == other.own.stage
        };
        let narrows = |other: &&Rule<Own>| cite.when.len() > other.cite.when.len() && rule.own.lengthens.as_ref() != Some(&other.cite.id);
        if let Some(other) = self.timing_rules().filter(narrows).filter(covers).find(is_shorter) {
            return refuse(
                &[Own::TABLE, shown_id(&cite.id), "lengthens"],
                &format!("expected lengthens = \"{}\": a longer time never governs unless that is declared", shown_id(&other.cite.id)),
            );
        }
        let mut beneath = self.beneath.iter().flat_map(|pack| pack.rules::<Own>()).map(|rule| &**rule);
        let as_narrow = |other: &&Rule<Own>| other.cite.when.len() == cite.when.len();
        match beneath.find(|other| as_narrow(other) && covers(other) && is_shorter(other)) {
            Some(other) => refuse(
                &[Own::TABLE, shown_id(&cite.id), "hold"],
                &format!(
                    "expected a time no longer than that of {}, or to stand in its place: the shorter governs",
                    shown_id(&other.cite.id)
                ),
            ),
            None => Ok(()),
        }
    }

    /// Is a rule's time longer than that of the rule it replaces?
    pub(super) fn slower(&self, by: &Rule<Own>, replaced: &Rule<Own>) -> Option<&'static str> {
        let time = |rule: &Rule<Own>| {
            let of = rule.own.applies.as_ref().unwrap_or(&rule.cite.id);
            let timed = self.timing_rules().find(|other| other.cite.id == *of)?;
            Some((timed.own.hold?, timed.own.from?))
        };
        let ((hold, from), (replaced_hold, replaced_from)) = time(by).zip(time(replaced))?;
        if by.own.stage != replaced.own.stage {
            return Some("it times another stage");
        }
        if from != replaced_from {
            return Some("it counts from another moment");
        }
        hold.may_outlast(replaced_hold).then_some("its time is longer")
    }
}

/// Does a time always last longer than another?
fn outlasts(one: Option<Timescale>, other: Option<Timescale>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.outlasts(other))
}

fn holds_as_long(other: &Rule<Own>, rule: &Rule<Own>) -> bool {
    let (other, own) = (&other.cite, &rule.cite);
    other.since.is_none_or(|since| own.since.is_some_and(|own| since <= own))
        && other.until.is_none_or(|until| own.until.is_some_and(|own| own <= until))
}
