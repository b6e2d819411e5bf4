//! **What falls due, for whom, by when?**
//!
//! A duty may be spoken of by several rules: one gives the time, another the people, another the channel. They are put
//! together, people united and the earliest time kept; the minutes of two meetings stay two duties. Hours are elapsed hours, nights, weekends and clock changes
//! included; working days are those of the calendar; weeks are seven calendar days. A duty is never due after the
//! meeting that needs it. Where a document gives no number, none is made up: as soon as practicable.

mod among_groups;
mod answer;
mod cautions;
mod done;
mod duty;
mod facts;
mod moved;
mod of_the_event;
mod people;
mod requests;
pub(crate) mod rule;
mod time;
mod words;

pub use answer::{Deadline, Moved, SentDocument, WhatFallsDue, Who, Window};
pub use facts::{Done, Earlier, Facts, Request};
pub use rule::Confidence;

use std::borrow::Cow;

use crate::calendar::Calendar;
use crate::engine::case::Case;
use crate::engine::decision::{Ask, Cited, Decision, Reasons};
use crate::engine::family::{self, Relative};
use crate::engine::form::{Form, Moments};
use crate::engine::kinds::known_with;
use crate::engine::question::Question;
use crate::engine::reach::{FAMILY, Reach};
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::{Held, Stack};
use crate::engine::twice::tell_twice;
use crate::error::{Code, Error, one_of, shown};
use crate::text::Sentence;
use crate::text::sentences::{ASK_MEETING, ASK_TWO_REQUESTS, WHAT_FALLS_DUE};
use crate::value::conditional::Conditional;
use crate::value::meeting::speaks_of;
use crate::value::moment::Moment;
use crate::value::order::in_order_of;
use crate::value::{Text, distinct};
use duty::{Duty, Spoken};
use of_the_event::Aside;
use requests::OfAgencies;
use rule::Own;

pub(crate) use of_the_event::could_belong;
pub(crate) use time::{due, without_added};

/// The question in the list of all.
pub(crate) struct ListDeadlines;

impl Question for ListDeadlines {
    const NAME: &'static str = "list-deadlines";
    const TABLE: &'static str = "list_deadlines";
    const ASKS: &'static Sentence = WHAT_FALLS_DUE;
    type Facts = Facts;
    type Answer = WhatFallsDue;
    const FORM: Form = Form { moments: Moments::Declared, ..Form::BY_FACTS };

    fn decide(scope: &Scope, facts: &Facts, rulebook: &Rulebook) -> Result<Decision<WhatFallsDue>, Error> {
        let stack = rulebook.stack(scope)?;
        stack.check_meeting(facts.meeting_type.as_ref())?;
        let known = known_with(facts.concern_types.as_deref(), &facts.known, &stack)?;
        let told = family::told_of_all(&known, facts.family.as_deref(), &stack)?;
        let calendar = stack.calendar.with(facts.bank_holidays.as_deref())?;
        let case = Case::new(&stack, &told, facts.others_considered)?.at(facts.meeting_type.as_ref());
        let (rules, aside) = of_the_event::answering(case.rules(), &case);
        let family = Relative::each(&stack, &known, &[], facts.family.as_deref(), facts.others_considered)?;
        let listing = Listing { facts, case, calendar, rules, aside, family };
        listing.check_duties()?;
        done::check_channels(facts, &listing.rules)?;
        let of_agencies = requests::of_each_agency(&listing, scope, rulebook)?;
        Ok(listing.decision(of_agencies))
    }
}

impl Rulebook {
    /// Answers what falls due, for whom, by when: every duty of a meeting, or one of them, the earliest first, with what is
    /// known of it being done.
    ///
    /// # Errors
    /// An [`Error`] where an area, a pack, a duty or a fact is not known as such.
    ///
    /// # Examples
    /// ```
    /// use safeguarding_rules::list_deadlines::Facts;
    /// use safeguarding_rules::{Known, MeetingType, Rulebook, Scope};
    ///
    /// let facts = Facts {
    ///     meeting_type: Some(MeetingType::Strategy),
    ///     duty: Some("decisions".to_owned()),
    ///     known: Known::default().with("meetingEndedAt", "2026-03-02T15:00"),
    ///     ..Facts::default()
    /// };
    /// let decision = Rulebook::built_in().list_deadlines(&Scope::area("county-durham"), &facts)?;
    /// let due = decision.answer.deadlines[0].due.map(|due| due.in_words());
    /// assert_eq!(due.as_deref(), Some("2026-03-03T15:00:00+00:00"));
    /// # Ok::<(), safeguarding_rules::Error>(())
    /// ```
    pub fn list_deadlines(&self, scope: &Scope, facts: &Facts) -> Result<Decision<WhatFallsDue>, Error> {
        ListDeadlines::decide(scope, facts, self)
    }
}

struct Listing<'c> {
    facts: &'c Facts,
    case: Case<'c>,
    calendar: Cow<'c, Calendar>,
    rules: Vec<Held<'c, Own>>,
    /// Those that do not answer for what happened.
    aside: Vec<Aside<'c>>,
    /// The people of the family, where they are told apart.
    family: Vec<Relative<'c>>,
}

impl<'c> Listing<'c> {
    /// Refuses a duty that the packs do not know, wherever it is named.
    fn check_duties(&self) -> Result<(), Error> {
        let known = || self.rules.iter().chain(self.aside.iter().map(|aside| &aside.held)).map(|held| &*held.rule.own.duty);
        let Facts { duty, done, planned, previous, .. } = self.facts;
        let asked = duty.iter().map(|duty| (&**duty, "duty".to_owned()));
        let done = done.iter().flat_map(|done| done.iter()).map(|(duty, _)| (&**duty, format!("done.{}", shown(duty))));
        let planned = planned.iter().flat_map(|planned| planned.iter()).map(|(duty, _)| (&**duty, format!("planned.{}", shown(duty))));
        let earlier = previous.iter().flatten().enumerate().map(|(place, earlier)| (&*earlier.duty, format!("previous[{place}].duty")));
        match asked.chain(done).chain(planned).chain(earlier).find(|(duty, _)| !known().any(|known| known == *duty)) {
            Some((_, path)) => Err(Error::new(Code::BadWord, path, one_of(&distinct(known())))),
            None => Ok(()),
        }
    }

    fn is_asked_for(&self, own: &Own) -> bool {
        self.has_cause(own)
            && speaks_of(&own.meeting, self.facts.meeting_type.as_ref())
            && self.facts.duty.as_deref().is_none_or(|duty| *duty == *own.duty)
    }

    /// Is there anything yet that could fall due by it? Whoever asks for the duty by its name is told of it either way.
    fn has_cause(&self, own: &Own) -> bool {
        let has_begun = || own.from.as_deref().is_some_and(|from| self.case.moment(from).is_some());
        let is_begun = !own.once_begun || self.facts.duty.is_some() || has_begun();
        is_begun && own.once_known.as_deref().is_none_or(|moment| self.case.moment(moment).is_some())
    }

    /// The rules that are asked for and not ruled out.
    fn speaking(&self) -> impl Iterator<Item = &Held<'c, Own>> {
        self.rules.iter().filter(|held| !held.holds.is_no() && self.is_asked_for(&held.rule.own))
    }

    fn decision(self, of_agencies: OfAgencies) -> Decision<WhatFallsDue> {
        let spoken: Vec<Spoken<'_, 'c>> = self.rules.iter().map(|held| Spoken::of(held, &self)).collect();
        let duties = Duty::of_each(&spoken, &self);
        let of_which = duties.iter().any(Duty::is_not_told_of_which).then(|| Ask::new("meetingType", ASK_MEETING.said()));
        let mut deadlines: Vec<Deadline> = duties.iter().filter_map(Duty::deadline).collect();
        deadlines.retain(|deadline| !self.is_told_for_each(deadline));
        let when_done: Vec<Ask> = deadlines.iter().filter_map(Deadline::asks_when_done).collect();
        // Its own start may lie long before the moment that it is never due after.
        let when_begun: Vec<Ask> =
            deadlines.iter().filter(|one| one.capped_by.is_some()).filter_map(|one| one.start_missing.clone()).collect();
        deadlines.extend(of_agencies.deadlines);
        let deadlines = in_order_of(deadlines, |deadline| (deadline.due.is_none(), deadline.due.map(|due| due.instant())));
        let moved = self.moved(&deadlines);
        let mut reasons = Reasons {
            because: self.speaking().map(Held::cited).collect(),
            also_applies: Vec::new(),
            set_aside: self.set_aside(),
            ask: distinct(self.asks().into_iter().chain(of_agencies.ask).chain(of_which).chain(when_done).chain(when_begun)),
            cautions: self.cautions(&deadlines, &moved, &spoken).into_iter().chain(of_agencies.cautions).collect(),
            others_considered: self.facts.others_considered,
            today: self.facts.now.map(|now| now.date()),
        };
        let asked = self.facts.requests.iter().flatten().map(|request| request.agency.id());
        tell_twice(asked, "requests", "agency", ASK_TWO_REQUESTS, &mut reasons);
        let earlier = self.facts.previous.iter().flatten().map(|earlier| earlier.due);
        let known = &self.facts.known;
        let dates: Vec<Moment> = self.case.stack.moment_paths().filter_map(|path| known.moment(&path)).chain(self.facts.now).collect();
        Stack::tell_far_answers(earlier, dates.iter().copied(), &mut reasons);
        self.case.stack.tell_ahead(known, self.facts.now, &mut reasons);
        let answer = WhatFallsDue { heading: words::heading(&deadlines, self.facts.now), deadlines, moved };
        let leading = words::first(&answer.deadlines).and_then(|deadline| deadline.rules.first()).map(Text::clone);
        let mut decision = self.case.decision(answer, reasons.led_by(leading.as_deref()));
        decision.cautions = distinct(decision.cautions);
        decision
    }

    /// The rules that came near, and those that do not answer for what happened.
    fn set_aside(&self) -> Vec<Cited> {
        let aside = self.aside.iter().filter(|aside| !aside.held.holds.is_no() && self.is_asked_for(&aside.held.rule.own));
        let near = self.case.set_aside(&self.rules, |own| self.is_asked_for(own));
        near.into_iter().chain(aside.map(Aside::cited)).collect()
    }

    /// Those to whom something would go and is kept from them, where they are not told apart.
    fn reached(&self) -> impl Iterator<Item = &str> {
        let named = self.speaking().flat_map(|held| &held.rule.own.to).map(|member| &*member.what);
        let is_kept = |who: &&str| !self.is_told_apart(who) && self.reach(who) != Reach::Open;
        named.filter(is_kept).chain(self.family_among_groups().map(|_| FAMILY))
    }

    /// May somebody get what was written?
    fn reach(&self, who: &str) -> Reach {
        self.case.reach_beside(who, &self.family)
    }

    /// Does a name stand for people of the family, who are told apart?
    fn is_told_apart(&self, who: &str) -> bool {
        family::meant(&self.family, who).next().is_some()
    }

    /// Does anything go to people of the family who are told apart, or to a group that may hold them?
    fn goes_to_family(&self) -> bool {
        let is_theirs = |own: &Own| own.to.iter().any(|member| self.is_told_apart(&member.what)) || self.may_reach_family(own);
        self.speaking().any(|held| is_theirs(&held.rule.own))
    }

    /// What would lengthen a time, what tells whether a rule holds, and whom it is for.
    fn asks(&self) -> Vec<Ask> {
        let has_begun = |own: &Own| own.from.as_deref().is_some_and(|from| self.case.moment(from).is_some());
        // Whether its time runs yet or not, a provisional one is not settled.
        let shortened = self.speaking().filter_map(|held| time::shortened_for_now(&held.rule.own, &self.case));
        let counting = self.speaking().map(|held| &held.rule.own).filter(|own| has_begun(own));
        let caps = counting.flat_map(|own| time::caps_not_known(own, &self.case));
        let uncertain = self.speaking().filter(|held| held.holds.is_unknown());
        let people = || self.speaking().flat_map(|held| held.rule.own.to.iter().chain(&held.rule.own.not_to));
        let together = people().filter(|member| !self.is_told_apart(&member.what));
        let of_each = people().flat_map(|member| {
            let each = family::meant(&self.family, &member.what);
            each.flat_map(|relative| member.fact().map(|fact| relative.asks(fact))).flatten()
        });
        let asks = self.case.asks(shortened).into_iter().filter(|ask| !self.is_asked_for_each(&ask.path));
        let asks = asks.chain(caps).chain(uncertain.filter_map(|held| self.case.asks_whether(held.rule)));
        let of_themselves = self.family.iter().filter(|_| self.goes_to_family()).flat_map(Relative::asks_before);
        let before = self.reached().flat_map(|who| self.case.asks_beside(who, &self.family));
        // Of somebody who gets nothing whatever is answered, nothing more is asked.
        let open = together.filter(|member| !self.reach(&member.what).is_never());
        let asks = asks.chain(self.case.asks(open.filter_map(Conditional::fact))).chain(of_each);
        let kept = self.speaking().flat_map(|held| &held.rule.own.kept_from).filter_map(Conditional::fact);
        let kept = self.case.asks(kept.filter(|fact| self.case.is_in_doubt(fact)));
        distinct(family::told_apart(asks, &self.family).chain(of_themselves).chain(before).chain(kept))
    }
}

#[cfg(test)]
mod tests;
