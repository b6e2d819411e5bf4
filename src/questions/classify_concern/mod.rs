//! **How soon must the strategy meeting be held?**
//!
//! Every timing rule whose facts hold gives a last day; the earliest day governs. On equal days the shorter
//! timescale governs, then the order of the document. A fact that nobody knows can bring the answer forward and
//! never put it back: a rule that may apply is treated as applying while it would make the meeting sooner, the
//! answer says that it is not settled, and the answer on the known facts stands beside it. One declared rule may
//! lengthen another, and only on a yes with a reason. Of several children the earliest day governs for all. Somebody who is
//! certainly an adult has another route; a discussion that was held in full meets the limit, and a partial call never does.

mod answer;
mod asks;
mod cautions;
pub(crate) mod ceiling;
mod check;
mod complex;
mod concern;
mod contradictions;
mod discussion;
mod earlier;
mod elsewhere;
mod facts;
mod form;
mod held;
mod outcome;
mod person;
mod plan;
pub(crate) mod rule;
mod starts;
mod time;
mod timetable;
mod timing;
mod words;

#[cfg(test)]
mod tests;

pub use crate::value::given::Lengthening;
pub use answer::{ChildAnswer, HeldAnswer, HowSoon, KnownOnly, Limit};
pub use facts::{Child, Facts, HeldMeeting, Person, PreviousResult};
pub(crate) use form::moments_counted_from;
pub use rule::From;
pub use timetable::{Columns, Due, Timetable};

use crate::engine::children::tell_same_references;
use crate::engine::decision::{Ask, Caution, Decision, Reasons};
use crate::engine::form::{Expected, Field, Form};
use crate::engine::question::{Open, Question};
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::{Stack, tell_contradiction};
use crate::error::Error;
use crate::text::Sentence;
use crate::text::sentences::{ASK_EARLIER_ANSWER, HOW_SOON, NO_TIME_LIMIT};
pub(crate) use person::OF_A_PERSON;

use concern::{Concern, Name};
use discussion::Discussion;
use earlier::EarlierAnswer;
use elsewhere::Elsewhere;
use outcome::Outcome;
use starts::Starts;
use time::times;
use timing::Timing;

/// The question in the list of all.
pub(crate) struct ClassifyConcern;

impl Question for ClassifyConcern {
    const NAME: &'static str = "classify-concern";
    const TABLE: &'static str = "classify_concern";
    const ASKS: &'static Sentence = HOW_SOON;
    type Facts = Facts;
    type Answer = HowSoon;
    const FORM: Form = form::FORM;

    fn decide(scope: &Scope, facts: &Facts, rulebook: &Rulebook) -> Result<Decision<HowSoon>, Error> {
        let stack = rulebook.stack(scope)?;
        let names = Name::of_all(&stack);
        check::check(facts, &names, &stack)?;
        let calendar = stack.calendar.with(facts.bank_holidays.as_deref())?;
        let starts = Starts::of(facts);
        let concerns = Concern::of_each_child(facts, &names, &stack);
        let held = Discussion::all(facts, &concerns, &starts);
        let starts = starts.with_discussion(discussion::first_of(&held));
        let times = times(&stack, &calendar, &starts);
        let (elsewhere, timed): (Vec<_>, Vec<_>) =
            concerns.into_iter().map(|concern| (concern.ruled_out(), concern)).partition(|(out, _)| out.is_some());
        let elsewhere: Vec<Elsewhere<'_>> =
            elsewhere.into_iter().filter_map(|(rule, concern)| Some(Elsewhere { rule: rule?, concern })).collect();
        let timings: Vec<Timing<'_>> = timed.into_iter().filter_map(|(_, concern)| Timing::of(concern, &times, &starts)).collect();
        let outcome = Outcome::of(facts, &stack, &calendar, &starts, &times, &timings, held);
        Ok(match (outcome, elsewhere.first()) {
            (Some(outcome), _) => decision(&outcome, &elsewhere),
            (None, Some(first)) => {
                let cautions = cautions::of_each(facts, &[], &elsewhere, false);
                let earlier = EarlierAnswer::as_settled(facts, &times, &starts, &calendar);
                elsewhere::decision(facts, &stack, first, &elsewhere, cautions, earlier)
            }
            (None, None) => nothing_said(facts, &stack),
        })
    }

    fn own_fields(open: &Open<'_>, fields: &mut Vec<Field>) {
        form::own_fields(open, fields);
    }

    fn expects_at(path: &str, _: &Stack) -> Option<Expected> {
        form::expects_at(path)
    }
}

impl Rulebook {
    /// Answers how soon the strategy meeting must be held.
    ///
    /// # Errors
    /// An [`Error`] where a name is not known to the packs in use, or a needed reference is empty.
    ///
    /// ```
    /// use safeguarding_rules::classify_concern::Facts;
    /// use safeguarding_rules::{Moment, Rulebook, Scope, Truth};
    ///
    /// let facts = Facts {
    ///     concerns: Some([("seriousRisk", Truth::Yes)].into_iter().collect()),
    ///     referral_received_at: Moment::from_words("2026-03-06T16:59"),
    ///     others_considered: Some(true),
    ///     ..Facts::default()
    /// };
    /// let decision = Rulebook::built_in().classify_concern(&Scope::area("generic"), &facts)?;
    /// assert_eq!(decision.answer.heading.to_string(), "Hold the strategy meeting on Friday 6 March 2026, the same day.");
    /// assert_eq!(&*decision.because[0].id, "TR-T1a");
    /// # Ok::<(), safeguarding_rules::Error>(())
    /// ```
    pub fn classify_concern(&self, scope: &Scope, facts: &Facts) -> Result<Decision<HowSoon>, Error> {
        ClassifyConcern::decide(scope, facts, self)
    }
}

/// Where the documents in use give no time, the answer says exactly that and names none.
fn nothing_said(facts: &Facts, stack: &Stack) -> Decision<HowSoon> {
    let reasons = Reasons {
        cautions: vec![Caution::of(NO_TIME_LIMIT)],
        set_aside: stack.weakened::<rule::Own>(),
        others_considered: facts.others_considered == Some(true),
        today: facts.now.map(|now| now.date()),
        ..Reasons::default()
    };
    stack.decision(HowSoon::none(NO_TIME_LIMIT.said()), reasons)
}

/// What of the facts is doubtful, whoever they are about: one reference for two children, and dates far from each other.
fn tell_doubts(facts: &Facts, stack: &Stack, reasons: &mut Reasons) {
    tell_same_references(facts.children.iter().flatten().map(|child| &*child.r#ref), reasons);
    let given = [facts.concerns_identified_at, facts.referral_received_at, facts.immediate_action_at];
    stack.tell_far_dates(given.into_iter().flatten(), reasons);
    let earlier = facts.previous_result.as_ref().and_then(|previous| previous.due_by);
    Stack::tell_far_answers(earlier.into_iter(), given.into_iter().chain([facts.now]).flatten(), reasons);
}

fn decision(outcome: &Outcome<'_>, elsewhere: &[Elsewhere<'_>]) -> Decision<HowSoon> {
    let cautions = cautions::all(outcome, elsewhere);
    let (timing, governing) = (outcome.timing, outcome.timing.governing());
    let (due_by, due_instant) = (outcome.due_by(), outcome.end());
    let would_be = outcome.earlier.as_ref().and(outcome.would_be());
    let several = outcome.facts.children.is_some();
    let answer = HowSoon {
        heading: words::heading(outcome, cautions::to_protect_now(&cautions)),
        advice: words::advice(outcome, cautions::to_plan_for_today(&cautions)),
        timescale: Some(outcome.timescale()),
        most_urgent_timescale: outcome.most_urgent_timescale(),
        due_by,
        due_instant,
        aim_by: outcome.aim_by(),
        without_added_holidays: governing.without_added(),
        on_known_facts_only: outcome.on_known_facts_only(),
        if_recorded_today: outcome.if_recorded_today(),
        overdue: outcome.overdue(),
        next_limit: outcome.next_limit(),
        would_be: would_be.map(|at| at.date()),
        would_be_instant: would_be,
        then: outcome.then().and_then(|timed| timed.limit(outcome.starts)),
        held: outcome.held_answers(),
        planned: outcome.facts.planned.as_ref().map(|planned| planned.beside(due_instant)),
        per_child: elsewhere::with_each(outcome.facts, outcome.timings, elsewhere, outcome.starts),
        joint_due_by: due_by.filter(|_| several),
        counted: governing.time.count.map(|count| outcome.calendar.days(count)).unwrap_or_default(),
    };
    let (because, set_aside) = timing.reasons(outcome.earlier.as_ref().and_then(|earlier| earlier.timescale));
    let mut reasons = Reasons {
        because,
        also_applies: timing.also_applies().into_iter().chain(elsewhere::cited(elsewhere)).collect(),
        set_aside: set_aside.into_iter().chain(outcome.stack.weakened::<rule::Own>()).collect(),
        ask: outcome.ask(),
        cautions,
        others_considered: outcome.facts.others_considered == Some(true),
        today: outcome.starts.today(),
    };
    outcome.timings.iter().for_each(|timing| timing.concern.tell_contradictions(&mut reasons));
    tell_doubts(outcome.facts, outcome.stack, &mut reasons);
    if EarlierAnswer::contradicts_itself(outcome.facts, outcome.starts, outcome.calendar) {
        tell_contradiction(&[], [Ask::new("previousResult.dueBy", ASK_EARLIER_ANSWER.said())], &mut reasons);
    }
    outcome.stack.decision(answer, reasons)
}
