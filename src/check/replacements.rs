//! Rules that stand in the place of others.

use super::{Audit, Checked, keeps, refuse};
use crate::error::shown_id;
use crate::pack::rule::{AnyRule, Own, Rule};
use crate::questions::{choose_meeting, list_attendees, list_deadlines, make_checklist};
use crate::value::Text;
use crate::value::given::Why;
use crate::value::meeting::{Attendance, MeetingType};

impl Audit<'_> {
    /// A rule that stands in the place of another is no weaker, unless it says why.
    pub(super) fn replacements(&self) -> Checked {
        for rule in self.pack.every_rule() {
            let (table, cite) = (rule.table(), rule.cite());
            let refuse_at = |field: &str, expected: &str| refuse(&[table, shown_id(&cite.id), field], expected);
            if cite.instead_of.is_empty() && cite.weaker_because.is_some() {
                return refuse_at("weaker_because", "expected the rules in whose place it stands");
            }
            for id in &cite.instead_of {
                let mut beneath = self.beneath.iter().flat_map(|pack| pack.every_rule());
                let Some(replaced) = beneath.find(|replaced| replaced.table() == table && replaced.cite().id == *id) else {
                    return refuse_at("instead_of", "expected the id of a rule of the same table in a pack beneath");
                };
                let reasoned = cite.weaker_because.as_ref().and_then(Why::for_a_later_time).is_some();
                if !reasoned && let Some(weakness) = self.weakness(rule, replaced) {
                    return refuse_at("weaker_because", &format!("expected why: {weakness} than in {}", shown_id(id)));
                }
            }
        }
        Ok(())
    }

    fn weakness(&self, rule: &dyn AnyRule, replaced: &dyn AnyRule) -> Option<&'static str> {
        let (by, of) = (rule.cite(), replaced.cite());
        if by.force > of.force {
            return Some("its force is weaker");
        }
        if !keeps(&of.when, &by.when) || !keeps(&of.unless, &by.unless) {
            return Some("it holds in fewer cases");
        }
        weaker(rule, replaced, |by, of| self.slower(by, of))
            .or_else(|| weaker(rule, replaced, fewer_attend))
            .or_else(|| weaker(rule, replaced, |by, of| self.protects_less(by, of)))
            .or_else(|| weaker(rule, replaced, owes_less))
            .or_else(|| weaker(rule, replaced, lists_less))
    }

    fn protects_less(&self, by: &Rule<choose_meeting::rule::Own>, replaced: &Rule<choose_meeting::rule::Own>) -> Option<&'static str> {
        let (by, replaced) = (&by.own, &replaced.own);
        let less = match (&by.route, &replaced.route) {
            (Some(by), Some(replaced)) => by.rank(self.own_meetings()) > replaced.rank(self.own_meetings()),
            (None, Some(_)) => true,
            _ => false,
        };
        if less { Some("its route protects less") } else { fewer_meetings(&by.meeting, &replaced.meeting) }
    }
}

/// Compares two rules in the words of a table, where they are of that table.
fn weaker<T: Own>(
    by: &dyn AnyRule,
    replaced: &dyn AnyRule,
    compare: impl Fn(&Rule<T>, &Rule<T>) -> Option<&'static str>,
) -> Option<&'static str> {
    compare(by.as_any().downcast_ref()?, replaced.as_any().downcast_ref()?)
}

fn fewer_meetings(by: &[MeetingType], replaced: &[MeetingType]) -> Option<&'static str> {
    let all = by.is_empty() || (!replaced.is_empty() && keeps(by, replaced));
    (!all).then_some("it speaks of fewer meetings")
}

fn lists_less(by: &Rule<make_checklist::rule::Own>, replaced: &Rule<make_checklist::rule::Own>) -> Option<&'static str> {
    fewer_meetings(&by.own.meeting, &replaced.own.meeting)
}

fn fewer_attend(by: &Rule<list_attendees::rule::Own>, replaced: &Rule<list_attendees::rule::Own>) -> Option<&'static str> {
    let (by, replaced) = (&by.own, &replaced.own);
    let counts_a_return = |rule: &list_attendees::rule::Own| rule.present.contains(&Attendance::WrittenReturnOnly);
    let drops =
        !keeps(&by.required, &replaced.required) || !keeps(&by.expected, &replaced.expected) || !keeps(&replaced.excluded, &by.excluded);
    let counts_less = (replaced.minimum && !by.minimum) || (counts_a_return(by) && !counts_a_return(replaced));
    if drops || counts_less { Some("fewer people are asked for") } else { fewer_meetings(&by.meeting, &replaced.meeting) }
}

fn owes_less(by: &Rule<list_deadlines::rule::Own>, replaced: &Rule<list_deadlines::rule::Own>) -> Option<&'static str> {
    let (by, replaced) = (&by.own, &replaced.own);
    let longer = match (by.within, replaced.within) {
        (Some(by), Some(replaced)) => by.hours_at_most() > replaced.hours_at_most() || by.hours_before() < replaced.hours_before(),
        (None, Some(_)) => true,
        _ => false,
    };
    let waits = |by: &Option<Text>, replaced: &Option<Text>| by.is_some() && by != replaced;
    let gives_way = waits(&by.unless_known, &replaced.unless_known) || waits(&by.once_known, &replaced.once_known);
    let has_another_start = gives_way || (by.from != replaced.from && replaced.from.is_some());
    if longer || !keeps(&by.never_after, &replaced.never_after) {
        Some("its time is longer")
    } else if has_another_start {
        Some("it counts from another moment")
    } else if by.duty != replaced.duty {
        Some("its duty is another")
    } else if !keeps(&by.to, &replaced.to) || !keeps(&replaced.not_to, &by.not_to) {
        Some("it goes to fewer people")
    } else {
        fewer_meetings(&by.meeting, &replaced.meeting)
    }
}
