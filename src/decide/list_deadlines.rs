//! **What falls due, for whom, by when?**
//!
//! A duty may be spoken of by several rules: one gives the time, another the people, another the channel. They are put
//! together, people united and the earliest time kept. Hours are elapsed hours, nights, weekends and clock changes
//! included; working days are those of the calendar; weeks are seven calendar days. A duty is never due after the
//! meeting that needs it. Where a document gives no number, none is made up: as soon as practicable.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::answers::answers;
use crate::calendar::{AddedHoliday, Calendar, Day};
use crate::case::{Case, Held};
use crate::facts::{facts, scoped};
use crate::pack::Question;
use crate::rulebook::Rulebook;
use crate::words::answer::Established;
use crate::words::citation::{Force, cited_rule};
use crate::words::conditional::Conditional;
use crate::words::decision::{Ask, Caution, Cited, Decision};
use crate::words::limit::{Cycle, Limit};
use crate::words::list::words;
use crate::words::meeting::{MeetingType, speaks_of};
use crate::words::moment::{self, Moment, ReadAs, said};
use crate::words::ordered::Ordered;
use crate::words::planned::{Override, Planned};
use crate::words::refusal::Refusal;
use crate::words::said::{Part, Said, listed};
use crate::words::sentences::*;
use crate::words::{Gather as _, Gathering as _};
use crate::words::{in_order, once};

scoped! { open_facts,
    /// What is known. Every fact that the packs declare may stand beside these, such as `decisionAt` or `immediateRisk`.
    #[derive(Clone, Debug, Default)]
    pub struct Facts {
        /// Only the duties of this meeting.
        pub meeting_type: Option<MeetingType>,
        /// Only this duty.
        pub duty: Option<String>,
        /// Attests that every fact not named was considered and is a no.
        pub others_considered: bool,
        /// The present moment.
        pub now: Option<Moment>,
        /// What was done, by duty.
        pub done: Option<Ordered<Done>>,
        /// What is planned, by duty.
        pub planned: Option<Ordered<Planned>>,
        /// An earlier answer's deadlines.
        pub previous: Option<Vec<Earlier>>,
        /// Bank holidays that the list does not know yet.
        pub bank_holidays: Option<Vec<AddedHoliday>>,
    }
}

facts! {
    /// What was done of a duty.
    #[derive(Clone, Debug, Default)]
    pub struct Done {
        /// When.
        pub at: Option<Moment>,
        /// Through which channel.
        pub channel: Option<String>,
    }
}

facts! {
    /// A deadline of an earlier answer.
    #[derive(Clone, Debug, Default)]
    pub struct Earlier {
        /// The duty.
        pub duty: String,
        /// Its last day, or its last moment.
        pub due: Moment,
    }
}

cited_rule! { "list_deadlines",
    /// A rule about a duty, as a pack writes it.
    pub struct Rule {
        /// The duty's name. Rules of one duty are put together.
        pub duty: &'static str,
        /// The meetings it belongs to.
        pub meeting: &'static [MeetingType],
        /// The time it gives.
        pub within: Option<Limit>,
        /// The shorter time that holds until somebody says no to a fact.
        pub shortest: Option<Limit>,
        /// That fact.
        pub shortest_for: Option<&'static str>,
        /// The fact that names the moment from which the time counts.
        pub from: Option<&'static str>,
        /// Facts that name moments it is never due after.
        pub never_after: &'static [&'static str],
        /// How often it returns.
        pub every: Option<Cycle>,
        /// Does the document prefer the start of the week?
        pub start_of_week: bool,
        /// Roles that owe it.
        pub by: &'static [&'static str],
        /// To whom.
        pub to: &'static [Conditional],
        /// Who is not to get it.
        pub not_to: &'static [Conditional],
        /// The channels it may go through.
        pub channel: &'static [&'static str],
        /// What is sent or written.
        pub document: Option<&'static str>,
        /// Is that document named and not supplied?
        pub external: bool,
        /// How sure the source of an outside rule is.
        pub confidence: Option<Confidence>,
    }
}

words! {
    /// How sure a rule of the national layer is.
    Confidence {
        /// Stated in a page that was seen.
        High = "high",
        /// Well established, the page not seen word for word.
        Medium = "medium",
    }
}

answers! {
    /// What falls due.
    #[derive(Clone, Debug)]
    pub struct WhatFallsDue<'p> {
        /// The answer in one sentence.
        pub heading: Said,
        /// The duties, the earliest first.
        pub deadlines: Vec<Deadline<'p>>,
        /// Deadlines of the earlier answer that are another day now.
        pub moved: Vec<Moved>,
    }
}

answers! {
    /// A duty and its time.
    #[derive(Clone, Debug)]
    pub struct Deadline<'p> {
        /// The duty's name.
        pub duty: &'p str,
        /// What is owed.
        pub what: Said,
        /// How strongly the document puts it.
        pub force: Force,
        /// The time that the document gives.
        pub limit: Option<Limit>,
        /// The shortest and the longest time, where the document gives both.
        pub window: Option<Window>,
        /// How often it returns.
        pub every: Option<Cycle>,
        /// Does the document prefer the start of the week?
        pub start_of_week: bool where known,
        /// The moment from which it counts.
        pub from: Option<String>,
        /// The last moment; none where no number is given or the start is not known.
        pub due: Option<Moment>,
        /// Its day in London.
        pub due_by: Option<NaiveDate>,
        /// Our suggestion: the last working day that is not later.
        pub aim_by: Option<NaiveDate>,
        /// The moment that brought it forward, by the fact's path.
        pub capped_by: Option<String> where known,
        /// Is the date cut to the end of a shorter month?
        pub cut_to_month_end: bool where known,
        /// The fact that would tell when it falls due.
        pub start_missing: Option<Ask> where known,
        /// Who owes it.
        pub by: Vec<Who<'p>>,
        /// To whom.
        pub to: Vec<Who<'p>>,
        /// Who is not to get it, and why.
        pub not_to: Vec<Who<'p>>,
        /// The channels it may go through.
        pub channel: Vec<&'p str>,
        /// What is sent or written.
        pub documents: Vec<SentDocument<'p>>,
        /// Was it done in time?
        pub on_time: Option<Established>,
        /// By how many whole minutes it was late.
        pub late_by_minutes: Option<u32> where known,
        /// By how many days it was late.
        pub late_by_days: Option<u32> where known,
        /// Did it go through a channel that the document allows?
        pub channel_allowed: Option<Established>,
        /// Has its time passed, as far as anybody said?
        pub overdue: bool,
        /// The plan beside it.
        pub planned: Option<Override> where known,
        /// Does it stand here only because something is not known?
        pub provisional: bool where known,
        /// How sure the source is, where the rule is of the national layer.
        pub confidence: Option<Confidence> where known,
        /// The rules.
        pub rules: Vec<&'p str>,
    }
}

answers! {
    /// The shortest and the longest time.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Window {
        /// The shortest.
        pub earliest: Limit,
        /// The longest.
        pub latest: Limit,
    }
}

answers! {
    /// A role or an agency.
    #[derive(Clone, Debug)]
    pub struct Who<'p> {
        /// Its id.
        pub id: &'p str,
        /// Its name in a sentence.
        pub label: String,
        /// The rule.
        pub rule: &'p str,
        /// Does it stand here only because something is not known?
        pub provisional: bool where known,
    }
}

answers! {
    /// What is sent or written.
    #[derive(Clone, Debug)]
    pub struct SentDocument<'p> {
        /// Its name.
        pub document: &'p str,
        /// To whom, where it goes to some and not to others.
        pub to: Vec<&'p str>,
        /// Is it named in the document and not supplied with it? Its fields are never made up here.
        pub external: bool,
    }
}

answers! {
    /// A deadline that is another day now.
    #[derive(Clone, Debug)]
    pub struct Moved {
        /// The duty.
        pub duty: String,
        /// The earlier answer's day.
        pub from: NaiveDate,
        /// The day now; none where nothing is due any more.
        pub to: Option<NaiveDate>,
        /// Is it later now?
        pub later: bool,
        /// Why.
        pub why: Said,
    }
}

/// Answers what falls due, for whom, by when.
///
/// # Errors
/// A [`Refusal`] where an area, a pack, a duty or a fact is not known as such.
pub fn list_deadlines<'r>(facts: &Facts, rulebook: &'r Rulebook) -> Result<Decision<'r, WhatFallsDue<'r>>, Refusal> {
    let stack = rulebook.stack(&facts.asked())?.with_holidays(facts.bank_holidays.as_deref().unwrap_or_default());
    let case = Case::new(stack, &facts.known, facts.others_considered)?;
    let rules = case.rules(|pack| pack.list_deadlines);
    let due = Due { facts, case, rules };
    due.check_duties()?;
    Ok(due.decision())
}

struct Due<'f, 'r> {
    facts: &'f Facts,
    case: Case<'f, 'r>,
    rules: Vec<Held<'r, Rule>>,
}

/// A limit counted from its start.
struct Counted {
    due: Moment,
    cut_to_month_end: bool,
    beyond_knowledge: bool,
}

impl<'r> Due<'_, 'r> {
    fn duties(&self) -> Vec<&'static str> {
        once(self.rules.iter().map(|held| held.rule.duty).gathered())
    }

    /// Refuses a duty that the packs do not know, wherever it is named.
    fn check_duties(&self) -> Result<(), Refusal> {
        let known = self.duties();
        let of_map = |name: &'static str, names: Vec<&str>| {
            names.into_iter().map(move |duty| (format!("{name}.{}", crate::facts::shown(duty)), duty.to_owned())).gathered()
        };
        let mut named: Vec<(String, String)> = self.facts.duty.iter().map(|duty| ("duty".to_owned(), duty.clone())).gathered();
        named.gather(self.facts.done.iter().flat_map(|done| of_map("done", done.iter().map(|(duty, _)| duty).gathered())));
        named.gather(self.facts.planned.iter().flat_map(|planned| of_map("planned", planned.iter().map(|(duty, _)| duty).gathered())));
        match named.into_iter().find(|(_, duty)| !known.contains(&duty.as_str())) {
            Some((path, _)) => Err(Refusal::new("bad-word", path, format!("expected one of {}", known.join(", ")))),
            None => Ok(()),
        }
    }

    fn is_asked_for(&self, rule: &Rule) -> bool {
        speaks_of(rule.meeting, self.facts.meeting_type) && self.facts.duty.as_deref().is_none_or(|duty| duty == rule.duty)
    }

    fn deadline(&self, duty: &'static str) -> Option<Deadline<'r>> {
        let mut speaking = Vec::new();
        for held in &self.rules {
            if held.rule.duty == duty && !held.holds.is_no() && self.is_asked_for(held.rule) {
                speaking.push(held);
            }
        }
        let lead = speaking.iter().find(|held| held.rule.within.is_some()).or(speaking.first())?;
        let timed =
            speaking.iter().filter_map(|held| Some((held, self.count(held)?))).min_by_key(|(_, (_, counted))| counted.due.instant());
        let (rule, mut due, limit) = match &timed {
            Some((held, (limit, counted))) => (held.rule, Some(counted.due), Some(*limit)),
            None => (lead.rule, None, self.limit(lead.rule)),
        };
        let caps = speaking.iter().flat_map(|held| held.rule.never_after).filter_map(|fact| Some((*fact, self.case.moment(fact)?)));
        let cap = caps.min_by_key(|(_, at)| at.instant()).filter(|(_, at)| due.is_none_or(|due| at.instant() < due.instant()));
        due = cap.as_ref().map(|(_, at)| *at).or(due);
        let by_day = limit.is_none_or(|limit| !matches!(limit, Limit::Hours(_) | Limit::ByThen));
        let due_by = due.map(|due| due.date());
        let done = self.facts.done.as_ref().and_then(|done| done.get(duty));
        let channels = once(speaking.iter().flat_map(|held| held.rule.channel.iter().copied()).gathered());
        let on_time = done.and_then(|done| done.at).zip(due).map(|(at, due)| at.instant() <= due.instant());
        let late = |per: i64| {
            let late = done.and_then(|done| done.at).zip(due).map(|(at, due)| at.instant() - due.instant());
            late.filter(|late| late.num_seconds() > 0).and_then(|late| u32::try_from((late.num_seconds() + per - 1) / per).ok())
        };
        let start = rule.from.filter(|from| self.case.moment(from).is_none());
        let (mut by, mut to, mut not_to) = (Vec::new(), Vec::new(), Vec::new());
        for held in &speaking {
            by.gather(held.rule.by.iter().map(|role| self.who(role, held)));
            to.gather(self.people(held, held.rule.to).into_iter().map(|who| (*held, who)));
            not_to.gather(self.withheld(held));
        }
        Some(Deadline {
            duty,
            what: Said::of_rule(lead.rule),
            force: lead.rule.force,
            limit,
            window: speaking.iter().find_map(|held| Some(Window { earliest: held.rule.shortest?, latest: held.rule.within? })),
            every: speaking.iter().find_map(|held| held.rule.every),
            start_of_week: speaking.iter().any(|held| held.rule.start_of_week),
            from: rule.from.map(|from| self.case.stack.path(from)),
            due,
            due_by,
            aim_by: due_by.map(|due_by| self.last_working_day(due_by)).filter(|_| by_day),
            capped_by: cap.map(|(fact, _)| self.case.stack.path(fact)),
            cut_to_month_end: timed.as_ref().is_some_and(|(_, (_, counted))| counted.cut_to_month_end),
            start_missing: start.map(|from| Ask::new(self.case.stack.path(from), self.case.stack.question(from))),
            by: who_once(by),
            documents: self.documents(&to),
            not_to: who_once(not_to),
            to: who_once(to.into_iter().map(|(_, who)| who).gathered()),
            on_time: on_time.map(Established::from),
            late_by_minutes: late(60).filter(|_| !by_day),
            late_by_days: late(24 * 60 * 60).filter(|_| by_day),
            channel_allowed: done
                .and_then(|done| done.channel.as_ref())
                .filter(|_| !channels.is_empty())
                .map(|channel| channels.contains(&crate::words::kebab(channel).as_str()).into()),
            channel: channels,
            overdue: done.is_none_or(|done| done.at.is_none())
                && self.facts.now.zip(due).is_some_and(|(now, due)| due.instant() < now.instant()),
            planned: self.facts.planned.as_ref().and_then(|planned| planned.get(duty)).map(|planned| planned.beside(due)),
            provisional: lead.holds.is_unknown() || speaking.iter().any(|held| self.shortens_for_now(held.rule)),
            confidence: lead.rule.confidence,
            rules: speaking.iter().map(|held| held.rule.id).gathered(),
        })
    }

    /// Is the shorter time taken only because nobody has said that the longer one will do?
    fn shortens_for_now(&self, rule: &Rule) -> bool {
        rule.shortest.is_some() && rule.shortest_for.is_some_and(|fact| self.case.answer(fact).is_unknown())
    }

    fn limit(&self, rule: &Rule) -> Option<Limit> {
        let shortest = rule.shortest.filter(|_| rule.shortest_for.is_some_and(|fact| !self.case.answer(fact).is_no()));
        shortest.or(rule.within)
    }

    fn count(&self, held: &Held<'r, Rule>) -> Option<(Limit, Counted)> {
        let start = self.case.moment(held.rule.from?)?;
        let limit = self.limit(held.rule).or(held.rule.every.map(Cycle::as_limit))?;
        Some((limit, counted(limit, start, &self.case.stack.calendar)?))
    }

    fn last_working_day(&self, mut day: NaiveDate) -> NaiveDate {
        while self.case.stack.calendar.day(day) != Day::Working {
            day = day - Days::new(1);
        }
        day
    }

    fn who(&self, id: &'static str, held: &Held<'r, Rule>) -> Who<'r> {
        Who { id, label: self.case.stack.person(id), rule: held.rule.id, provisional: held.holds.is_unknown() }
    }

    fn people(&self, held: &Held<'r, Rule>, members: &'static [Conditional]) -> Vec<Who<'r>> {
        let known = |fact: &str| self.case.answer(fact);
        let named = members.iter().map(|member| (member, member.holds(&known).and(held.holds)));
        named
            .filter(|(_, holds)| !holds.is_no())
            .map(|(member, holds)| Who { provisional: holds.is_unknown(), ..self.who(member.what, held) })
            .gathered()
    }

    /// Those who are not to get it, and those whom a recorded fact keeps from getting it.
    fn withheld(&self, held: &Held<'r, Rule>) -> Vec<Who<'r>> {
        let kept = held.rule.to.iter().filter(|member| member.is_kept_away(&|fact| self.case.answer(fact)));
        let mut withheld: Vec<Who<'r>> = kept.map(|member| self.who(member.what, held)).gathered();
        withheld.gather(self.people(held, held.rule.not_to));
        withheld
    }

    fn documents(&self, to: &[(&Held<'r, Rule>, Who<'r>)]) -> Vec<SentDocument<'r>> {
        let duty = to.first().map(|(held, _)| held.rule.duty);
        let rules = self.rules.iter().filter(|held| Some(held.rule.duty) == duty && !held.holds.is_no());
        let named: Vec<(&'r str, bool)> = once(rules.filter_map(|held| Some((held.rule.document?, held.rule.external))).gathered());
        let of_one =
            |document: &str| once(to.iter().filter(|(held, _)| held.rule.document == Some(document)).map(|(_, who)| who.id).gathered());
        named.into_iter().map(|(document, external)| SentDocument { document, to: of_one(document), external }).gathered()
    }

    fn moved(&self, deadlines: &[Deadline<'r>]) -> Vec<Moved> {
        let mut moved = Vec::new();
        for earlier in self.facts.previous.iter().flatten() {
            let now = deadlines.iter().find(|deadline| deadline.duty == earlier.duty);
            let (from, to) = (earlier.due.date(), now.and_then(|deadline| deadline.due_by));
            if to == Some(from) {
                continue;
            }
            let start = now.and_then(|deadline| self.case.moment(self.fact_at(deadline.from.as_deref()?)?)).map(|start| start.date());
            moved.push(Moved {
                duty: earlier.duty.clone(),
                from,
                to,
                later: to.is_none_or(|to| to > from),
                why: self.why_moved(start, from, to),
            });
        }
        moved
    }

    fn fact_at(&self, path: &str) -> Option<&'static str> {
        self.case.stack.entries(|pack| &pack.fact).into_iter().find(|(name, fact)| fact.path_of(name) == path).map(|(name, _)| name)
    }

    /// Holidays that were added and lie in the count, or else the facts.
    fn why_moved(&self, start: Option<NaiveDate>, from: NaiveDate, to: Option<NaiveDate>) -> Said {
        let until = to.map_or(from, |to| to.max(from));
        let added = self
            .facts
            .bank_holidays
            .iter()
            .flatten()
            .filter(|holiday| start.is_some_and(|start| start < holiday.date) && holiday.date <= until);
        let named: Vec<Part> = added.map(|holiday| IS_A_BANK_HOLIDAY.with([("date", said(holiday.date).into())]).into()).gathered();
        match (named.is_empty(), to) {
            (_, None) => MOVED_NOT_DUE.said(),
            (true, Some(_)) => MOVED_OTHERWISE.said(),
            (false, Some(_)) => MOVED_FOR.with([("holidays", listed(named))]),
        }
    }

    fn heading(&self, deadlines: &[Deadline<'r>]) -> Said {
        let open = || deadlines.iter().filter(|deadline| deadline.on_time.is_none());
        let what = |deadline: &Deadline<'r>| ("what", deadline.what.clone().into());
        if let Some((deadline, due)) = open().find_map(|deadline| Some((deadline, deadline.due?))) {
            let to_the_minute = deadline.aim_by.is_none() && due.read() != ReadAs::AsStartOfDay;
            return match deadline.overdue {
                true => OVERDUE.with([what(deadline)]),
                false => NEXT_BY.with([what(deadline), ("due", said_due(due, to_the_minute).into())]),
            };
        }
        if deadlines.is_empty() {
            return NO_DEADLINE.said();
        }
        let late = || deadlines.iter().find(|deadline| deadline.on_time == Some(Established::No));
        match (open().next(), open().find(|deadline| deadline.limit == Some(Limit::AsSoonAsPracticable))) {
            (None, _) => late().map_or(ALL_IN_TIME.said(), |deadline| DONE_LATE.with([what(deadline)])),
            (Some(_), Some(deadline)) => AS_SOON_AS_PRACTICABLE.with([what(deadline)]),
            (Some(_), None) => NO_DATE_YET.said(),
        }
    }

    fn decision(self) -> Decision<'r, WhatFallsDue<'r>> {
        let mut deadlines: Vec<Deadline<'r>> = self.duties().into_iter().filter_map(|duty| self.deadline(duty)).gathered();
        let order = |deadline: &Deadline<'r>| (deadline.due.is_none(), deadline.due.map(|due| due.instant()));
        in_order(&mut deadlines, |one, other| order(one) < order(other));
        let moved = self.moved(&deadlines);
        let told = |held: &&Held<'r, Rule>| self.is_asked_for(held.rule);
        let because: Vec<Cited<'r>> = self.rules.iter().filter(told).filter(|held| !held.holds.is_no()).map(Held::cited).gathered();
        let set_aside = self.case.set_aside(&self.rules, |pack| pack.list_deadlines, &|rule| self.is_asked_for(rule));
        let ask = self.ask();
        Decision {
            settled: ask.is_empty(),
            cautions: self.cautions(&deadlines, &moved),
            because,
            also_applies: Vec::new(),
            set_aside,
            basis: self.case.stack.basis(self.facts.others_considered),
            answer: WhatFallsDue { heading: self.heading(&deadlines), deadlines, moved },
            ask,
        }
    }

    fn ask(&self) -> Vec<Ask> {
        let speaking: Vec<&Held<'r, Rule>> =
            self.rules.iter().filter(|held| self.is_asked_for(held.rule) && !held.holds.is_no()).gathered();
        let started = speaking.iter().filter(|held| held.rule.from.is_some_and(|from| self.case.moment(from).is_some()));
        let shorter = started.filter(|held| self.shortens_for_now(held.rule)).filter_map(|held| held.rule.shortest_for);
        let mut ask = self.case.asks(&shorter.gathered());
        ask.gather(speaking.iter().filter(|held| held.holds.is_unknown()).filter_map(|held| self.case.asks_whether(held.rule)));
        for held in speaking {
            let people = [held.rule.to, held.rule.not_to].concat();
            ask.gather(self.case.asks(&people.iter().filter_map(Conditional::fact).gathered()));
        }
        once(ask)
    }

    fn cautions(&self, deadlines: &[Deadline<'r>], moved: &[Moved]) -> Vec<Caution> {
        let mut cautions = self
            .case
            .stack
            .cautions(Question::ListDeadlines, &|fact| self.case.answer(fact), &|caution| caution.is_of(self.facts.meeting_type));
        if deadlines.is_empty() {
            cautions.push(Caution::of(NO_DEADLINE_HERE));
        }
        if deadlines.iter().any(|deadline| deadline.overdue) {
            cautions.push(Caution::of(DEADLINE_PASSED));
        }
        if moved.iter().any(|moved| moved.later) {
            cautions.push(Caution::of(MOVED_LATER));
        }
        if deadlines.iter().any(|deadline| deadline.planned.as_ref().is_some_and(|planned| planned.later)) {
            cautions.push(Caution::of(PLANNED_LATER));
        }
        if deadlines.iter().any(|deadline| deadline.due_by.zip(deadline.aim_by).is_some_and(|(due_by, aim_by)| aim_by < due_by)) {
            cautions.push(Caution::of(FALLS_ON_A_DAY_OFF));
        }
        if deadlines.iter().any(|deadline| deadline.documents.iter().any(|document| document.external)) {
            cautions.push(Caution::of(DOCUMENT_NOT_SUPPLIED));
        }
        if self.facts.bank_holidays.as_ref().is_some_and(|holidays| !holidays.is_empty()) {
            cautions.push(Caution::of(BANK_HOLIDAYS_ADDED));
        }
        if self.rules.iter().any(|held| self.count(held).is_some_and(|(_, counted)| counted.beyond_knowledge)) {
            let calendar = &self.case.stack.calendar;
            let (from, until) = (said(calendar.known_from).into(), said(calendar.known_until).into());
            cautions.push(Caution::with(CALENDAR_EXCEEDED, [("from", from), ("until", until)]));
        }
        cautions.gather(self.case.stack.standing_cautions());
        cautions
    }
}

fn said_due(due: Moment, to_the_minute: bool) -> Said {
    let date = said(due.date());
    if to_the_minute { TIME_AND_DATE.with([("time", due.time_of_day().into()), ("date", date.into())]) } else { date }
}

fn who_once(who: Vec<Who<'_>>) -> Vec<Who<'_>> {
    let mut once: Vec<Who<'_>> = Vec::new();
    for one in who {
        match once.iter_mut().find(|known| known.id == one.id) {
            Some(known) => known.provisional &= one.provisional,
            None => once.push(one),
        }
    }
    once
}

impl Cycle {
    fn as_limit(self) -> Limit {
        match self {
            Cycle::Week => Limit::Weeks(1),
            Cycle::Quarter => Limit::Months(3),
            Cycle::Months(months) => Limit::Months(months),
        }
    }
}

/// The last moment of a limit that counts from a start; none where it gives no number.
pub fn due(limit: Limit, start: Moment, calendar: &Calendar) -> Option<Moment> {
    counted(limit, start, calendar).map(|counted| counted.due)
}

fn counted(limit: Limit, start: Moment, calendar: &Calendar) -> Option<Counted> {
    let exactly = |due: Moment| Counted { due, cut_to_month_end: false, beyond_knowledge: false };
    let by_day = |due: NaiveDate| exactly(moment::end_of_day(due));
    let day = start.date();
    Some(match limit {
        Limit::AsSoonAsPracticable => return None,
        Limit::ByThen => exactly(start),
        Limit::Hours(hours) => exactly(start.after_hours(hours)),
        Limit::Days(days) => by_day(day + Days::new(days.into())),
        Limit::Weeks(weeks) => by_day(day + Days::new(7 * u64::from(weeks))),
        Limit::WorkingDays(days) => {
            let count = calendar.working_days(day, days);
            Counted { beyond_knowledge: count.beyond_knowledge, ..by_day(count.due_by) }
        }
        Limit::Months(months) => {
            let due = day.checked_add_months(Months::new(months))?;
            Counted { cut_to_month_end: due.day() != day.day(), ..by_day(due) }
        }
    })
}
