//! Those without whom a meeting cannot be held: no document above lets one of them go.

use super::rule::Own;
use crate::engine::stack::Stack;
use crate::error::{Code, Error, shown_id};
use crate::pack::Pack;
use crate::pack::rule::{Own as _, Rule};
use crate::value::distinct;
use crate::value::meeting::{Attendance, MeetingType};

/// The agencies without which a meeting is none.
pub(crate) fn minimum_of<'s>(stack: &'s Stack, meeting: &MeetingType) -> Vec<&'s str> {
    let rules = stack.rules_of_the_day::<Own>().map(|(_, rule)| &rule.own).filter(|own| own.minimum && own.meeting.contains(meeting));
    distinct(rules.flat_map(|own| &own.required).map(|member| &*member.what))
}

/// Refuses a pack with a rule that stands in the place of a minimum beneath and asks for less, whatever its reason.
pub(crate) fn check_minimums(pack: &Pack, beneath: &[&Pack]) -> Result<(), Error> {
    let minimums = || beneath.iter().flat_map(|pack| pack.rules::<Own>()).filter(|rule| rule.own.minimum);
    for rule in pack.rules::<Own>() {
        let replaced = minimums().filter(|minimum| rule.cite.instead_of.contains(&minimum.cite.id));
        if let Some(minimum) = replaced.into_iter().find(|minimum| asks_for_less(rule, minimum)) {
            let place = format!("{}.{}.instead_of", Own::TABLE, shown_id(&rule.cite.id));
            let expected =
                format!("expected everybody whom {} asks for at least: no reason lets one of them go", shown_id(&minimum.cite.id));
            return Err(Error::new(Code::BadPack, place, expected));
        }
    }
    Ok(())
}

/// Would those without whom the meeting cannot be held be fewer, asked for in fewer cases, or counted as there more easily?
fn asks_for_less(by: &Rule<Own>, minimum: &Rule<Own>) -> bool {
    let counts_a_return = |rule: &Own| rule.present.contains(&Attendance::WrittenReturnOnly);
    let in_fewer_cases = !keeps(&minimum.cite.when, &by.cite.when) || !keeps(&minimum.cite.unless, &by.cite.unless);
    let of_fewer_meetings = !by.own.meeting.is_empty() && !keeps(&by.own.meeting, &minimum.own.meeting);
    let of_one_part = by.own.part != minimum.own.part && by.own.part.is_some();
    in_fewer_cases
        || of_fewer_meetings
        || of_one_part
        || by.cite.force > minimum.cite.force
        || !by.own.minimum
        || !keeps(&by.own.required, &minimum.own.required)
        || minimum.own.required.iter().any(|member| by.own.excluded.contains(member))
        || (counts_a_return(&by.own) && !counts_a_return(&minimum.own))
}

/// Does one list keep all of another?
fn keeps<T: PartialEq>(kept: &[T], all: &[T]) -> bool {
    all.iter().all(|one| kept.contains(one))
}
