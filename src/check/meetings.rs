//! Which meeting.

use super::{Audit, Checked, contradicts, pairs, refuse, same_case, shadowed};
use crate::error::shown_id;
use crate::pack::rule::{Own as _, Rule};
use crate::questions::choose_meeting::rule::{Own, Part, Route};

impl Audit<'_> {
    pub(super) fn meetings(&self) -> Checked {
        for rule in self.pack.rules::<Own>() {
            let refuse_at = |field: &str, expected: &str| refuse(&[Own::TABLE, shown_id(&rule.cite.id), field], expected);
            let conditional = rule.cite.conditions().next().is_some();
            match rule.own.part {
                Part::CallsFor if rule.own.route.is_none() => return refuse_at("route", "expected where it leads"),
                Part::CallsFor => {}
                _ if rule.own.meeting.is_empty() => return refuse_at("meeting", "expected the meetings that this rule speaks of"),
                Part::Cohort | Part::Criterion | Part::Precondition if !conditional => {
                    return refuse_at("when", "expected the facts that this rule asks for");
                }
                _ => {}
            }
        }
        pairs::<Own>(self.pack).filter(|(one, other)| same_case(*one, *other)).try_for_each(|(one, other)| agree(one, other))
    }
}

/// Refuses the later of two rules for the same cases that say the same, or one thing and its contrary.
fn agree(one: &Rule<Own>, other: &Rule<Own>) -> Checked {
    let (these, those) = (&one.own, &other.own);
    let same = these.meeting == those.meeting && these.part == those.part && these.presumed == those.presumed;
    let leads = matches!(these.part, Part::CallsFor | Part::RulesOut | Part::Otherwise);
    match (&these.route, &those.route) {
        (this, that) if same && these.part == Part::CallsFor && this == that => shadowed(other, one),
        (Some(this), Some(that)) if same && leads && this != that => contradicts(other, one),
        _ if calls_for_what_is_ruled_out(these, those) || calls_for_what_is_ruled_out(those, these) => contradicts(other, one),
        _ => Ok(()),
    }
}

fn calls_for_what_is_ruled_out(calls: &Own, rules_out: &Own) -> bool {
    let is_of = |route: &Route| rules_out.meeting.iter().any(|meeting| Route::from(meeting) == *route);
    calls.part == Part::CallsFor && rules_out.part == Part::RulesOut && calls.route.as_ref().is_some_and(is_of)
}
