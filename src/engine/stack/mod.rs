//! The packs that answer one question, compiled once: which rules hold on the day, and on which facts each hangs.

mod asked;
mod called;
mod names;
mod order;
mod paths;
mod replaced;
mod standing;

pub(crate) use asked::{CONCERNS, REFERENCE};
pub(crate) use standing::{MOST_DAYS_AWAY, is_ahead, tell_contradiction};

use std::sync::Arc;

use chrono::NaiveDate;

use super::basis::PackBasis;
use super::decision::{Caution, Cited};
use super::facts::Facts;
use super::sets::{Conditions, Sets};
use crate::calendar::Calendar;
use crate::pack::Pack;
use crate::pack::rule::{AnyRule, Own, Rule};
use crate::text::Said;
use crate::text::catalogue::Catalogue;
use crate::text::dates::said;
use crate::text::sentences::{ONLY_FROM, ONLY_UNTIL};
use crate::value::meeting::MeetingType;
use crate::value::truth::Truth;
use called::Called;
use paths::{AskedFacts, Elsewhere};
use replaced::{GivesWay, not_holding};
use standing::standing_cautions;

/// The packs that answer one question, the local one first.
#[derive(Debug)]
pub(crate) struct Stack {
    /// The packs in order.
    pub packs: Vec<Arc<Pack>>,
    /// Which days count.
    pub calendar: Arc<Calendar>,
    /// What agencies, roles and kinds of concern are called.
    pub called: Called,
    catalogue: Arc<Catalogue>,
    /// True where the caller named neither an area nor packs, and the guide alone answers.
    pub area_missing: bool,
    /// Packs that were asked and do not cover the day.
    not_in_force: Vec<Arc<Pack>>,
    /// The day whose rules answer.
    pub as_of: Option<NaiveDate>,
    facts: Facts,
    asked: AskedFacts,
    /// What other packs ask for, which these do not: it is taken, told and not used.
    elsewhere: Elsewhere,
    /// Pack by pack, and rule by rule in the order of [`Pack::every_rule`].
    compiled: Vec<Vec<Compiled>>,
    gives_way: Vec<GivesWay>,
    bases: Arc<[PackBasis]>,
    standing_cautions: Vec<Caution>,
}

/// What holds for every pack: which days count, and a portal's own words.
pub(super) type Around = (Arc<Calendar>, Arc<Catalogue>);

#[derive(Debug)]
struct Compiled {
    table: &'static str,
    conditions: Conditions,
    /// Why the rule does not answer here, where it does not.
    not_holding: Option<Said>,
}

/// A rule of a table, with its pack and its conditions.
pub(crate) struct Held<'s, T> {
    pub pack: &'s Arc<Pack>,
    pub rule: &'s Rule<T>,
    /// Does it hold? Not known where that hangs on a fact nobody knows.
    pub holds: Truth,
}

impl<T> Clone for Held<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Held<'_, T> {}

impl<T: Own> Held<'_, T> {
    /// The rule, as answers cite it; provisional where it is not known whether it holds.
    pub(crate) fn cited(&self) -> Cited {
        Cited { provisional: self.holds.is_unknown(), ..Cited::of(self.pack, self.rule) }
    }
}

impl Stack {
    /// Compiles packs for a day. Those that do not cover it are told, and do not answer.
    pub(super) fn compile(packs: Vec<Arc<Pack>>, as_of: Option<NaiveDate>, around: Around, area_missing: bool) -> Self {
        let (packs, not_in_force) = packs.into_iter().partition(|pack| pack.document().covers(as_of));
        Stack::of(packs, not_in_force, as_of, around, area_missing)
    }

    /// The same, beside other packs that are loaded and do not answer.
    pub(super) fn beside(self, every_pack: &[Arc<Pack>]) -> Self {
        Stack { elsewhere: Elsewhere::of(every_pack), facts: self.facts.with_dangers_of(every_pack), ..self }
    }

    /// The same with the packs that belong to every record of sharing, whatever the day.
    pub(super) fn for_records(&self, every_pack: &[Arc<Pack>]) -> Self {
        let mut packs = self.packs.clone();
        let missing = |pack: &&Arc<Pack>| !self.packs.iter().any(|held| held.document().id == pack.document().id);
        packs.extend(every_pack.iter().filter(|pack| pack.document().always_for_records).filter(missing).cloned());
        Stack::of(
            packs,
            self.not_in_force.clone(),
            self.as_of,
            (Arc::clone(&self.calendar), Arc::clone(&self.catalogue)),
            self.area_missing,
        )
    }

    /// The same, whatever day the packs cover.
    pub(super) fn of(
        packs: Vec<Arc<Pack>>,
        not_in_force: Vec<Arc<Pack>>,
        as_of: Option<NaiveDate>,
        (calendar, catalogue): Around,
        area_missing: bool,
    ) -> Self {
        let mut facts = Facts::of(&packs);
        let compile = |pack: &Arc<Pack>| {
            let compiled = |rule: &dyn AnyRule| Compiled {
                table: rule.table(),
                conditions: facts.conditions(rule.cite()),
                not_holding: not_holding(pack, rule, &packs, as_of),
            };
            pack.every_rule().map(compiled).collect()
        };
        let compiled = packs.iter().map(compile).collect();
        Stack {
            asked: AskedFacts::of(&packs),
            elsewhere: Elsewhere::default(),
            compiled,
            gives_way: GivesWay::all(&packs, as_of, &mut facts),
            called: Called::of(&packs, &catalogue),
            bases: packs.iter().map(|pack| PackBasis::of(pack)).collect(),
            standing_cautions: standing_cautions(&packs, &not_in_force, area_missing),
            packs,
            not_in_force,
            facts,
            calendar,
            catalogue,
            area_missing,
            as_of,
        }
    }

    fn compiled_rules<T: Own>(&self) -> impl Iterator<Item = (&Arc<Pack>, &Rule<T>, &Compiled)> {
        self.packs.iter().zip(&self.compiled).flat_map(|(pack, compiled)| {
            let of_table = compiled.iter().filter(|compiled| compiled.table == T::TABLE);
            pack.rules::<T>().iter().zip(of_table).map(move |(rule, compiled)| (pack, &**rule, compiled))
        })
    }

    /// The rules of one table, each with whether it holds: those of the day, and that none above replaces everywhere.
    pub(crate) fn rules<T: Own>(&self, known: &Sets) -> Vec<Held<'_, T>> {
        self.rules_of_each(std::slice::from_ref(known), None)
    }

    /// The same of several children, at a meeting: a rule holds where it does for any of them.
    pub(crate) fn rules_of_each<T: Own>(&self, each: &[Sets], meeting: Option<&MeetingType>) -> Vec<Held<'_, T>> {
        let answering = self.compiled_rules().filter(|(_, _, compiled)| compiled.not_holding.is_none());
        let stands = |rule: &Rule<T>, known: &Sets| Truth::from(!self.gives_way(rule, known, meeting));
        let of_one = |rule: &Rule<T>, compiled: &Compiled, known: &Sets| compiled.conditions.hold(known).and(stands(rule, known));
        let holds = |rule: &Rule<T>, compiled: &Compiled| Truth::any(each.iter().map(|known| of_one(rule, compiled, known)));
        answering.map(|(pack, rule, compiled)| Held { pack, rule, holds: holds(rule, compiled) }).collect()
    }

    /// The rules of a table that are not ruled out for all of them.
    pub(crate) fn open_rules(&self, table: &str, each: &[Sets]) -> impl Iterator<Item = &dyn AnyRule> {
        let compiled = self.packs.iter().zip(&self.compiled).flat_map(|(pack, compiled)| pack.every_rule().zip(compiled));
        let is_open = |rule: &Compiled| each.iter().any(|known| !rule.conditions.hold(known).is_no());
        let open = compiled.filter(move |(_, rule)| rule.table == table && rule.not_holding.is_none() && is_open(rule));
        open.map(|(rule, _)| rule)
    }

    /// The rules of one table, of the day, and that none above replaces everywhere.
    pub(crate) fn rules_of_the_day<T: Own>(&self) -> impl Iterator<Item = (&Arc<Pack>, &Rule<T>)> {
        self.compiled_rules().filter(|(_, _, compiled)| compiled.not_holding.is_none()).map(|(pack, rule, _)| (pack, rule))
    }

    /// The rules of one table that do not answer here, each with the reason.
    pub(crate) fn rules_not_holding<T: Own>(&self) -> impl Iterator<Item = (&Arc<Pack>, &Rule<T>, &Said)> {
        self.compiled_rules().filter_map(|(pack, rule, compiled)| Some((pack, rule, compiled.not_holding.as_ref()?)))
    }
}

fn not_in_force(pack: &Pack, rule: &dyn AnyRule, as_of: Option<NaiveDate>) -> Option<Said> {
    let (day, cite) = (pack.document().day(as_of), rule.cite());
    outside(day, cite.since, cite.until)
}

/// Why nothing holds on a day that lies before a first one or behind a last one.
pub(crate) fn outside(day: NaiveDate, since: Option<NaiveDate>, until: Option<NaiveDate>) -> Option<Said> {
    match (since, until) {
        (Some(since), _) if day < since => Some(ONLY_FROM.with([("date", said(since).into())])),
        (_, Some(until)) if day > until => Some(ONLY_UNTIL.with([("date", said(until).into())])),
        _ => None,
    }
}
