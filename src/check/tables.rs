//! Duties, checklists, ladders, records and figures.

use std::iter;

use super::conditions::recorded;
use super::facts::MOST_COUNTED;
use super::{Audit, Checked, contradicts, is_kebab, pairs, refuse, same_case};
use crate::error::{shown, shown_id};
use crate::pack::rule::{Own as _, Rule};
use crate::questions::report_quarter::rule::Measure;
use crate::questions::{list_deadlines, make_checklist, record_consent_basis, report_quarter, resolve_disagreement};
use crate::value::Text;
use crate::value::limit::Limit;

impl Audit<'_> {
    pub(super) fn deadlines(&self) -> Checked {
        use list_deadlines::rule::Own;
        for rule in self.pack.rules::<Own>() {
            self.deadline(rule)?;
        }
        let two_times = |one: &Own, other: &Own| {
            let timed = one.within.is_some() && other.within.is_some() && one.within != other.within;
            timed && one.duty == other.duty && one.meeting == other.meeting && one.from == other.from
        };
        match pairs::<Own>(self.pack).find(|(one, other)| two_times(&one.own, &other.own) && same_case(*one, *other)) {
            Some((one, other)) => contradicts(other, one),
            None => Ok(()),
        }
    }

    fn deadline(&self, rule: &Rule<list_deadlines::rule::Own>) -> Checked {
        let (table, id, own) = (list_deadlines::rule::Own::TABLE, shown_id(&rule.cite.id), &rule.own);
        let refuse_at = |field: &str, expected: &str| refuse(&[table, id, field], expected);
        if !is_kebab(&own.duty) {
            return refuse_at("duty", "expected the duty's name in kebab-case");
        }
        if own.from.is_none() && own.within.is_some_and(|limit| limit != Limit::AsSoonAsPracticable) {
            return refuse_at("from", "expected the moment from which the time counts");
        }
        let moments = own
            .from
            .iter()
            .map(|fact| ("from", fact))
            .chain(own.unless_known.iter().map(|fact| ("unless_known", fact)))
            .chain(own.once_known.iter().map(|fact| ("once_known", fact)))
            .chain(own.asked_at.iter().map(|fact| ("asked_at", fact)))
            .chain(own.never_after.iter().map(|fact| ("never_after", fact)));
        for (field, fact) in moments {
            self.moment(&[table, id, field], fact)?;
        }
        match (own.shortest, own.within, &own.shortest_for) {
            (None, _, None) => {}
            (Some(_), Some(_), Some(fact)) => self.known_fact(&[table, id, "shortest_for"], fact)?,
            (Some(_), None, _) => return refuse_at("within", "expected the longest time beside the shortest"),
            (Some(_), Some(_), None) => return refuse_at("shortest_for", "expected the fact that the shortest time is for"),
            (None, _, Some(_)) => return refuse_at("shortest", "expected the shortest time that is for this fact"),
        }
        for (field, members) in [("to", &own.to), ("not_to", &own.not_to)] {
            for member in members {
                self.member(&[table, id, field], member)?;
            }
        }
        names_its_document(table, id, own.external, own.document.as_ref())
    }

    pub(super) fn checklists(&self) -> Checked {
        let rules = self.pack.rules::<make_checklist::rule::Own>();
        for rule in rules {
            let (table, id, own) = (make_checklist::rule::Own::TABLE, shown_id(&rule.cite.id), &rule.own);
            let refuse_at = |field: &str, expected: &str| refuse(&[table, id, field], expected);
            if !is_kebab(&own.item) || rules.iter().any(|other| other.own.item == own.item && other.cite.id != rule.cite.id) {
                return refuse_at("item", "expected a name in kebab-case that no other item has");
            }
            if own.list.is_empty() || !own.list.iter().all(|list| is_kebab(list)) {
                return refuse_at("list", "expected the lists it stands in, in kebab-case");
            }
            for fact in &own.met_by {
                self.known_fact(&[table, id, "met_by", shown(fact)], fact)?;
            }
            if !matches!(*own.minutes_each, [] | [_, _]) || own.minutes_each.first() > own.minutes_each.last() {
                return refuse_at("minutes_each", "expected the fewest and the most minutes for each child");
            }
            names_its_document(table, id, own.external, own.document.as_ref())?;
        }
        Ok(())
    }

    pub(super) fn ladders(&self) -> Checked {
        for rule in self.pack.rules::<resolve_disagreement::rule::Own>() {
            let (table, id, own) = (resolve_disagreement::rule::Own::TABLE, shown_id(&rule.cite.id), &rule.own);
            for (field, name) in [("ladder", &own.ladder), ("action", &own.action)] {
                if !is_kebab(name) {
                    return refuse(&[table, id, field], "expected a name in kebab-case");
                }
            }
            if !(1..=MOST_COUNTED).contains(&own.step) {
                return refuse(&[table, id, "step"], "expected the number of a step, from 1");
            }
            for fact in &own.needs {
                self.known_fact(&[table, id, "needs", shown(fact)], fact)?;
            }
            names_its_document(table, id, own.external, own.document.as_ref())?;
        }
        Ok(())
    }

    pub(super) fn records(&self) -> Checked {
        for rule in self.pack.rules::<record_consent_basis::rule::Own>() {
            for (list, fields) in [("requires", &rule.own.requires), ("recommends", &rule.own.recommends)] {
                for name in fields.iter().flat_map(|field| iter::once(&*field.what).chain(field.fact())) {
                    recorded(&[record_consent_basis::rule::Own::TABLE, shown_id(&rule.cite.id), list, shown(name)], name)?;
                }
            }
        }
        Ok(())
    }

    pub(super) fn figures(&self) -> Checked {
        let is_known = |duty: &Text| self.with_those_beneath::<list_deadlines::rule::Own>().any(|rule| rule.own.duty == *duty);
        for rule in self.pack.rules::<report_quarter::rule::Own>() {
            let timed = rule.own.measures == Measure::DutyInTime;
            if timed != rule.own.duty.is_some() || rule.own.duty.as_ref().is_some_and(|duty| !is_known(duty)) {
                let expected = "expected the name of a duty where a duty is measured, and none elsewhere";
                return refuse(&[report_quarter::rule::Own::TABLE, shown_id(&rule.cite.id), "duty"], expected);
            }
        }
        Ok(())
    }
}

fn names_its_document(table: &str, id: &str, external: bool, document: Option<&Text>) -> Checked {
    if external && document.is_none() {
        return refuse(&[table, id, "external"], "expected the name of the document that was not supplied");
    }
    Ok(())
}
