//! A duty, put together from the rules that speak of it.

use std::sync::Arc;

use super::Listing;
use super::answer::{Deadline, Window};
use super::rule::Own;
use super::time::{self, Counted, Time};
use crate::engine::decision::says;
use crate::engine::join::foremost;
use crate::engine::stack::Held;
use crate::value::limit::Limit;
use crate::value::moment::Moment;
use crate::value::{Text, distinct};

/// A rule, and the time it gives where its start is known.
pub(super) struct Spoken<'l, 'c> {
    pub held: &'l Held<'c, Own>,
    pub counted: Option<Counted>,
}

impl<'l, 'c> Spoken<'l, 'c> {
    pub(super) fn of(held: &'l Held<'c, Own>, listing: &Listing<'c>) -> Self {
        Spoken { held, counted: time::of_rule(&held.rule.own, &listing.case, listing.facts.now, &listing.calendar) }
    }

    pub(super) fn own(&self) -> &'c Own {
        &self.held.rule.own
    }

    fn is_of_pack_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(self.held.pack, other.held.pack)
    }

    /// Do both speak of one duty? Those of one document that name it alike do; those of two where they name a meeting alike too,
    /// or where one document stands on the other and either leaves open which meeting it is. The minutes of two meetings are two.
    fn is_of_duty_of(&self, other: &Self) -> bool {
        let (own, others) = (&self.own().meeting, &other.own().meeting);
        let stands_on_it = |one: &Self, other: &Self| one.held.pack.document().stands_on(other.held.pack.document());
        let is_left_open = || (own.is_empty() || others.is_empty()) && (stands_on_it(self, other) || stands_on_it(other, self));
        self.own().duty == other.own().duty
            && (self.is_of_pack_of(other) || own.iter().any(|meeting| others.contains(meeting)) || is_left_open())
    }
}

/// A duty, and the rules that speak of it.
pub(super) struct Duty<'l, 'c> {
    pub listing: &'l Listing<'c>,
    pub name: &'c Text,
    /// Is another duty called so too, of another meeting? Then nobody knows of which of them something was said.
    pub is_one_of_several: bool,
    /// Does no rule that is asked for speak of it any more, and yet an earlier answer's moment holds?
    pub is_kept: bool,
    /// Its rules that are not ruled out, whatever meeting they speak of.
    pub open: Vec<&'l Spoken<'l, 'c>>,
    /// Those of them that are asked for.
    pub speaking: Vec<&'l Spoken<'l, 'c>>,
}

impl<'l, 'c> Duty<'l, 'c> {
    /// Every duty, in the order in which the documents speak of them first, and then each of which an earlier answer's moment holds
    /// though no rule speaks of it any more.
    pub(super) fn of_each(rules: &'l [Spoken<'l, 'c>], listing: &'l Listing<'c>) -> Vec<Self> {
        let mut duties: Vec<(Vec<&Spoken<'l, 'c>>, Self)> = Vec::new();
        for spoken in rules {
            let place = duties.iter().position(|(rules, _)| rules.iter().any(|other| spoken.is_of_duty_of(other)));
            let place = place.unwrap_or_else(|| {
                duties.push((Vec::new(), Duty::named(&spoken.own().duty, listing)));
                duties.len() - 1
            });
            let (rules, duty) = &mut duties[place];
            rules.push(spoken);
            duty.take(spoken);
        }
        let (speaking, silent): (Vec<_>, Vec<_>) = duties.into_iter().partition(|(_, duty)| !duty.speaking.is_empty());
        let mut duties: Vec<Self> = speaking.into_iter().map(|(_, duty)| duty).collect();
        for (rules, duty) in silent {
            let is_asked_for = listing.facts.duty.as_deref().is_none_or(|asked| *asked == **duty.name);
            if is_asked_for && listing.held_back(duty.name, None).is_some() && !duties.iter().any(|other| other.name == duty.name) {
                duties.push(Duty { speaking: rules, is_kept: true, ..duty });
            }
        }
        let names: Vec<&Text> = duties.iter().map(|duty| duty.name).collect();
        for duty in &mut duties {
            duty.is_one_of_several = names.iter().filter(|name| **name == duty.name).count() > 1;
        }
        duties
    }

    fn named(name: &'c Text, listing: &'l Listing<'c>) -> Self {
        Duty { listing, name, is_one_of_several: false, is_kept: false, open: Vec::new(), speaking: Vec::new() }
    }

    fn take(&mut self, spoken: &'l Spoken<'l, 'c>) {
        if spoken.held.holds.is_no() {
            return;
        }
        self.open.push(spoken);
        if self.listing.is_asked_for(spoken.own()) {
            self.speaking.push(spoken);
        }
    }

    /// The rules that speak of it, first the one that gives its time and its words.
    fn rules(&self, lead: &Spoken<'_, '_>) -> Vec<Text> {
        let every = [lead].into_iter().chain(self.speaking.iter().copied());
        distinct(every.map(|spoken| Text::clone(&spoken.held.rule.cite.id)))
    }

    /// The duty and its time; none where no rule that is asked for speaks of it.
    pub(super) fn deadline(&self) -> Option<Deadline> {
        let lead = self.lead()?;
        let case = &self.listing.case;
        let (mut time, people) = (self.time(lead), self.people());
        let held_back = self.listing.held_back(self.name, time.due);
        let would_be = time.due.filter(|_| held_back.is_some());
        if held_back.is_some() {
            time = Time { due: held_back, capped_by: None, ..time };
        }
        let own = || self.speaking.iter().map(|spoken| spoken.own());
        let provisional = lead.held.holds.is_unknown() || own().any(|own| time::shortened_for_now(own, case).is_some());
        let done = self.done(&time, provisional && held_back.is_none());
        Some(Deadline {
            duty: Text::clone(self.name),
            agency: None,
            what: says(lead.held.rule),
            force: lead.held.rule.cite.force,
            limit: time.limit,
            window: own().find_map(|own| Some(Window { earliest: own.shortest?, latest: own.within? })),
            every: own().find_map(|own| own.every),
            start_of_week: own().any(|own| own.start_of_week),
            from: time.from.map(|from| case.stack.path(from)),
            due: time.due,
            due_by: time.due_by(),
            would_be,
            held_back: held_back.is_some(),
            without_added_holidays: time.without_added,
            aim_by: time.aim_by(&self.listing.calendar),
            capped_by: time.capped_by.map(|fact| case.stack.path(fact)),
            cut_to_month_end: time.cut_to_month_end,
            start_missing: time.start_missing(case),
            by: people.by,
            to: people.to,
            not_to: people.not_to,
            channel: self.channels().into_iter().map(Text::clone).collect(),
            documents: people.documents,
            on_time: done.on_time,
            late_by_minutes: done.late_by_minutes,
            late_by_days: done.late_by_days,
            channel_allowed: done.channel_allowed,
            overdue: done.overdue,
            planned: done.planned,
            provisional,
            confidence: lead.own().confidence,
            rules: self.rules(lead),
            doubt: done.doubt,
        })
    }

    /// The rule that says what is owed: of each document the first that gives a time, or else its first; of these one that
    /// certainly holds, and the one that puts it most strongly, in whatever order the documents are named.
    fn lead(&self) -> Option<&'l Spoken<'l, 'c>> {
        let is_of_an_earlier = |place: usize| self.speaking[..place].iter().any(|other| other.is_of_pack_of(self.speaking[place]));
        let of_each = (0..self.speaking.len()).filter(|place| !is_of_an_earlier(*place)).map(|place| {
            let of_document = || self.speaking.iter().copied().filter(|spoken| spoken.is_of_pack_of(self.speaking[place]));
            of_document().find(|spoken| spoken.own().within.is_some()).unwrap_or(self.speaking[place])
        });
        of_each.min_by_key(|lead| (lead.held.holds.is_unknown(), lead.held.rule.cite.force, lead.own().within.is_none()))
    }

    /// The earliest time that a rule gives, and never after the moments that the duty must not outlast.
    fn time(&self, lead: &Spoken<'_, 'c>) -> Time<'c> {
        let given =
            self.speaking.iter().filter(|_| !self.is_kept).filter_map(|spoken| Some(((spoken.own(), spoken.counted?), spoken.held.holds)));
        let mut earliest = match foremost(given, |(_, counted)| counted.due.instant()) {
            Some((own, counted)) => Time {
                limit: Some(self.sooner_without_number().unwrap_or(counted.limit)),
                from: own.from.as_deref(),
                due: Some(counted.due),
                capped_by: None,
                cut_to_month_end: counted.cut_to_month_end,
                without_added: counted.without_added,
            },
            None => Time {
                limit: time::limit(lead.own(), &self.listing.case),
                from: lead.own().from.as_deref(),
                due: None,
                capped_by: None,
                cut_to_month_end: false,
                without_added: None,
            },
        };
        if let Some((fact, at)) = self.cap().filter(|(_, at)| earliest.due.is_none_or(|due| at.instant() < due.instant())) {
            earliest = Time { due: Some(at), capped_by: Some(fact), without_added: None, ..earliest };
        }
        match self.bound(&earliest) {
            Some((fact, at)) => Time { due: Some(at), capped_by: Some(fact), without_added: None, ..earliest },
            None => earliest,
        }
    }

    /// As soon as practicable, where that may be so and no rule that gives a number certainly holds.
    fn sooner_without_number(&self) -> Option<Limit> {
        if self.speaking.iter().any(|spoken| spoken.counted.is_some() && spoken.held.holds.is_yes()) {
            return None;
        }
        let mut limits = self.speaking.iter().filter_map(|spoken| time::limit(spoken.own(), &self.listing.case));
        limits.find(|limit| *limit == Limit::AsSoonAsPracticable)
    }

    /// A moment within its time that whatever it must not outlast never lies after, where nobody told when that is.
    fn bound(&self, time: &Time<'c>) -> Option<(&'c str, Moment)> {
        let Listing { case, facts, .. } = self.listing;
        let (start, due) = (time::start(time.from?, case, facts.now)?, time.due?);
        let open = self.speaking.iter().flat_map(|spoken| &spoken.own().never_after).filter(|fact| case.moment(fact).is_none());
        let bounds = open.flat_map(|fact| case.told_after(fact));
        let within = bounds.filter(|(_, at)| start.instant() < at.instant() && at.instant() < due.instant());
        within.min_by_key(|(_, at)| at.instant())
    }

    /// The earliest moment that it is never due after.
    fn cap(&self) -> Option<(&'c str, Moment)> {
        let facts = self
            .speaking
            .iter()
            .filter(|_| !self.is_kept)
            .flat_map(|spoken| spoken.own().never_after.iter().map(|fact| (&**fact, spoken.held.holds)));
        let caps = facts.filter_map(|(fact, holds)| Some(((fact, self.listing.case.counted_from(fact)?), holds)));
        foremost(caps, |(_, at)| at.instant())
    }
}
