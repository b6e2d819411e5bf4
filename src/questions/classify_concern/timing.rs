//! The rules of one child, and which of them governs.

use super::answer::ChildAnswer;
use super::asks::{ask_facts, ask_times, why_set_aside};
use super::concern::Concern;
use super::rule::Own;
use super::starts::Starts;
use super::time::{Time, Timed};
use crate::engine::decision::{Ask, Cited};
use crate::engine::join::{Joined, most_protective};
use crate::engine::stack::Held;
use crate::text::sentences::EARLIER_HOLDS;
use crate::value::moment::Moment;
use crate::value::timescale::Timescale;
use crate::value::truth::Truth;

/// All rules of one child, and which of them governs.
pub(super) struct Timing<'c> {
    pub concern: Concern<'c>,
    /// Every rule with a time, before rules lengthen one another.
    candidates: Vec<Timed<'c>>,
    /// Rules that apply, or may apply and would make the meeting sooner.
    joined: Joined<Timed<'c>>,
    /// The rules about the whole meeting that follows, which compete with none of the others.
    following: Vec<Timed<'c>>,
    /// What would govern if every unknown fact were a no; none where no document gives a time then.
    on_known_facts: Option<Timed<'c>>,
    /// The facts that bring the answer forward.
    pub ask_facts: Vec<Ask>,
    /// The times that could be earlier than what stands in for them.
    pub ask_times: Vec<Ask>,
    /// What was said of the child and contradicts itself.
    ask_contradicted: Vec<Ask>,
}

impl<'c> Timing<'c> {
    /// None where no rule gives a time, or may give one.
    pub(super) fn of(concern: Concern<'c>, times: &[Option<Time<'c>>], starts: &Starts) -> Option<Self> {
        let (following, candidates): (Vec<_>, Vec<_>) = candidates(&concern, times).into_iter().partition(Timed::follows);
        let competing = Competing::of(&candidates);
        let on_known_facts = competing.on_known_facts();
        let joined = competing.joined()?;
        Some(Timing {
            following: following.into_iter().filter(|timed| !timed.applies.is_no()).collect(),
            ask_facts: ask_facts(&concern, &candidates, &joined, on_known_facts.as_ref()),
            on_known_facts,
            ask_times: ask_times(&joined, starts),
            ask_contradicted: concern.ask_contradicted(),
            concern,
            candidates,
            joined,
        })
    }

    /// The rules in force, the governing one first.
    pub(super) fn in_force(&self) -> &[Timed<'c>] {
        &self.joined.in_force
    }

    /// The rule that governs.
    pub(super) fn governing(&self) -> &Timed<'c> {
        self.joined.governing()
    }

    /// The time of the whole meeting that follows the discussion.
    pub(super) fn then(&self) -> Option<&Timed<'c>> {
        self.following.iter().min_by_key(|timed| timed.urgency())
    }

    /// What would govern if every unknown fact were a no.
    pub(super) fn on_known_facts(&self) -> Option<&Timed<'c>> {
        self.on_known_facts.as_ref()
    }

    /// What would settle it.
    pub(super) fn asks(&self) -> impl Iterator<Item = &Ask> {
        self.ask_facts.iter().chain(&self.ask_times).chain(&self.ask_contradicted)
    }

    /// Is nothing asked?
    pub(super) fn is_settled(&self) -> bool {
        self.asks().next().is_none()
    }

    /// Would a time be lengthened, were there a reason on record?
    pub(super) fn lacks_reason(&self) -> bool {
        self.candidates.iter().any(|timed| self.concern.lacks_reason(timed.rule))
    }

    /// The rules whose time governs, that which gives it among them.
    pub(super) fn because(&self) -> Vec<Cited> {
        let governing = self.governing();
        let mut because: Vec<Cited> = self.in_force().iter().filter(|timed| timed.has_time_of(governing)).map(Timed::cited).collect();
        if !because.iter().any(|cited| cited.id == governing.time.rule.cite.id) {
            because.insert(0, governing.time_cited());
        }
        because
    }

    /// The rules in force whose time does not govern.
    pub(super) fn also_applies(&self) -> Vec<Cited> {
        let others = self.in_force().iter().filter(|timed| !timed.has_time_of(self.governing()));
        others.chain(&self.following).map(Timed::cited).collect()
    }

    /// Rules that came near and do not govern, each with the reason.
    pub(super) fn set_aside(&self) -> Vec<Cited> {
        let set_aside = |timed: &Timed<'_>| Some(timed.cited().set_aside(why_set_aside(timed, &self.concern, &self.candidates)?));
        self.candidates.iter().filter_map(set_aside).collect()
    }

    /// Why, and what was set aside, where an earlier answer holds: by a rule that another would lengthen and does not, as long as
    /// nobody has said who agreed to that.
    pub(super) fn reasons(&self, earlier: Option<Timescale>) -> (Vec<Cited>, Vec<Cited>) {
        let would_be = |timed: &&Timed<'_>| self.candidates.iter().any(|other| other.lengthens(timed) && other.applies.is_yes());
        let of_earlier = self.candidates.iter().filter(|timed| Some(timed.time.timescale) == earlier && !timed.applies.is_no());
        match of_earlier.filter(would_be).map(Timed::cited).next() {
            None => (self.because(), self.set_aside()),
            Some(kept) => {
                let near = self.set_aside().into_iter().filter(|cited| cited.id != kept.id).collect::<Vec<_>>();
                let longer = self.because().into_iter().map(|cited| cited.set_aside(EARLIER_HOLDS.said()));
                (vec![kept], longer.chain(near).collect())
            }
        }
    }

    /// The most urgent timescale that is met, even where another ends earlier.
    pub(super) fn most_urgent_timescale(&self) -> Timescale {
        let certain = self.in_force().iter().filter(|timed| timed.applies.is_yes()).map(|timed| timed.time.timescale);
        certain.fold(self.governing().time.timescale, Timescale::min)
    }

    /// The answer for this child.
    pub(super) fn for_child(&self, starts: &Starts) -> ChildAnswer {
        ChildAnswer {
            r#ref: self.concern.reference.to_owned(),
            timescale: Some(self.governing().time.timescale),
            due_by: self.governing().end_or_today(starts).map(|end| end.date()),
            without_added_holidays: self.governing().without_added(),
            settled: self.is_settled(),
            because: self.because(),
            ask: self.asks().cloned().collect(),
        }
    }
}

/// The first moment at which a time in force ends, for any child. On the day of the rule that governs a longer timescale may end
/// before it, where an office closes before midnight.
pub(super) fn end_of_all(timings: &[Timing<'_>], starts: &Starts) -> Option<Moment> {
    let ends = timings.iter().flat_map(Timing::in_force).filter_map(|timed| timed.end_or_today(starts));
    ends.min_by_key(Moment::instant)
}

/// The rule that would govern a concern, and no more.
pub(super) fn governing<'c>(concern: &Concern<'c>, times: &[Option<Time<'c>>]) -> Option<Timed<'c>> {
    let mut candidates = candidates(concern, times);
    candidates.retain(|timed| !timed.follows());
    Competing::of(&candidates).joined().map(|joined| *joined.governing())
}

/// Every timing rule with its time and whether it applies, before rules lengthen one another.
pub(super) fn candidates<'c>(concern: &Concern<'c>, times: &[Option<Time<'c>>]) -> Vec<Timed<'c>> {
    let timed = |((held, on_known_facts), time): ((Held<'c, Own>, Held<'c, Own>), &Option<Time<'c>>)| {
        let usable = Truth::from(!concern.lacks_reason(held.rule));
        Some(Timed {
            pack: held.pack,
            rule: held.rule,
            time: (*time)?,
            applies: held.holds.and(usable),
            applies_on_known_facts: on_known_facts.holds.and(usable).is_yes(),
        })
    };
    concern.rules().into_iter().zip(concern.rules_on_known_facts()).zip(times).filter_map(timed).collect()
}

/// The rules that compete for governing, as far as the facts of a concern tell it, whatever the days are.
pub(super) struct Competing<'c> {
    /// Those that hold or may hold, without those whose time another of them lengthens.
    pub held: Vec<Timed<'c>>,
    /// The same if every unknown fact were a no.
    pub known: Vec<Timed<'c>>,
}

impl<'c> Competing<'c> {
    /// A rule lengthens another only on a certain yes; on the known facts alone, what nobody knows does not keep it from that.
    pub(super) fn of(candidates: &[Timed<'c>]) -> Self {
        let may_apply = |timed: &Timed<'_>| match timed.applies {
            Truth::Yes => true,
            Truth::Unknown => timed.rule.own.lengthens.is_none(),
            Truth::No => false,
        };
        Competing { held: undisplaced(candidates, may_apply), known: undisplaced(candidates, |timed| timed.applies_on_known_facts) }
    }

    /// What would govern if every unknown fact were a no.
    fn on_known_facts(&self) -> Option<Timed<'c>> {
        self.known.iter().copied().min_by_key(Timed::urgency)
    }

    /// The join that protects; none where nothing holds or may hold.
    fn joined(self) -> Option<Joined<Timed<'c>>> {
        let known = self.on_known_facts();
        let sooner = |one: &Timed<'_>| known.map(|known| one.is_sooner_than(&known));
        let first = self.held.first().copied();
        let held = self.held.into_iter().map(|timed| (timed, timed.applies));
        most_protective(known.or(first)?, held, Timed::urgency, |one, _| protects_more(one.applies_on_known_facts, sooner(one)))
    }
}

/// Does a rule that may hold stand beside what the known facts give? Where these give no time, whatever may give one protects
/// more. What holds on the known facts stands too, though something that nobody knows may end it: that could only lengthen.
pub(super) fn protects_more(applies_on_known_facts: bool, is_sooner_than_known: Option<bool>) -> bool {
    applies_on_known_facts || is_sooner_than_known.unwrap_or(true)
}

/// The rules that hold, without those whose time another of them lengthens.
fn undisplaced<'c>(candidates: &[Timed<'c>], holds: impl Fn(&Timed<'c>) -> bool) -> Vec<Timed<'c>> {
    let held: Vec<Timed<'c>> = candidates.iter().filter(|timed| holds(timed)).copied().collect();
    let displaced = |timed: &Timed<'_>| held.iter().any(|other| other.lengthens(timed));
    held.iter().filter(|timed| !displaced(timed)).copied().collect()
}
