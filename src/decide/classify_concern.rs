//! **How soon must the strategy meeting be held?**
//!
//! Every timing rule whose facts hold gives a last day; the earliest day governs. On equal days the shorter
//! timescale governs, then the order of the document. A fact that nobody knows can bring the answer forward and
//! never put it back: a rule that may apply is treated as applying while it would make the meeting sooner, the
//! answer says that it is not settled, and the answer on the known facts stands beside it. One declared rule may
//! lengthen another, and only on a yes with a reason.

use chrono::NaiveDate;

use crate::answers::answers;
use crate::calendar::{AddedHoliday, Count, CountedDay, Day};
use crate::facts::{facts, scoped, shown};
use crate::pack::{ConcernType, Pack, PackCaution, Question};
use crate::rulebook::{Rulebook, Stack};
use crate::words::answer::Answer;
use crate::words::citation::cited_rule;
use crate::words::decision::{Ask, Caution, Cited, Decision};
use crate::words::list::words;
use crate::words::moment::{self, Moment, ReadAs, TimeOfDay, said};
use crate::words::ordered::Ordered;
use crate::words::planned::{Override, Planned};
use crate::words::refusal::Refusal;
use crate::words::said::{Said, Sentence};
use crate::words::sentences::*;
use crate::words::timescale::Timescale;
use crate::words::{Gather as _, Gathering as _};
use crate::words::{camel, kebab, once};

scoped! { facts,
    /// What is known of the concern.
    #[derive(Clone, Debug, Default)]
    pub struct Facts {
        /// What is known, by the name of the fact: `seriousRisk`.
        pub concerns: Option<Ordered<Answer>>,
        /// Kinds of concern; each makes facts true and none false.
        pub concern_types: Option<Vec<String>>,
        /// Attests that every fact not named was considered and is a no.
        pub others_considered: Option<bool>,
        /// Why the concern is particularly complex: a kind of concern, or a sentence.
        pub complex_reason: Option<String>,
        /// Several children, each with an answer of their own.
        pub children: Option<Vec<Child>>,
        /// An earlier answer, not to be lengthened in silence.
        pub previous_result: Option<PreviousResult>,
        /// Who agreed to a later date than the earlier answer's, and why.
        pub lengthening: Option<Lengthening>,
        /// When people plan to hold it.
        pub planned: Option<Planned>,
        /// When any professional first recorded the concern.
        pub concerns_identified_at: Option<Moment>,
        /// When the referral was received.
        pub referral_received_at: Option<Moment>,
        /// When the need for immediate action arose.
        pub immediate_action_at: Option<Moment>,
        /// The present moment.
        pub now: Option<Moment>,
        /// An office's own earlier end of a working day, such as 17:00; the same day always ends at midnight.
        pub close_of_day: Option<TimeOfDay>,
        /// Bank holidays that the list does not know yet.
        pub bank_holidays: Option<Vec<AddedHoliday>>,
    }
}

facts! {
    /// One of several children.
    #[derive(Clone, Debug, Default)]
    pub struct Child {
        /// A reference of the caller's own, never a name.
        pub r#ref: String,
        /// What is known for this child.
        pub concerns: Option<Ordered<Answer>>,
        /// Kinds of concern for this child.
        pub concern_types: Option<Vec<String>>,
    }
}

facts! {
    /// An earlier answer.
    #[derive(Clone, Debug, Default)]
    pub struct PreviousResult {
        /// Its timescale, as answers name it.
        pub timescale: Option<String>,
        /// Its last day.
        pub due_by: Option<Moment>,
        /// Was it settled? Silence counts as settled, so that nothing is lengthened by leaving it out.
        pub settled: Option<bool>,
        /// The facts it rested on.
        pub concerns: Option<Ordered<Answer>>,
    }
}

facts! {
    /// Who agreed to a later date, and why.
    #[derive(Clone, Debug, Default)]
    pub struct Lengthening {
        /// A role, no name.
        pub role: String,
        /// The reason.
        pub reason: String,
    }
}

cited_rule! { "classify_concern",
    /// A timing rule, as a pack writes it.
    pub struct Rule {
        /// The time it gives.
        pub hold: Option<Timescale>,
        /// The moment from which that time counts.
        pub from: Option<From>,
        /// Another rule, whose time it takes.
        pub applies: Option<&'static str>,
        /// The rule whose time it lengthens: the one kind of exception to law 3, declared here.
        pub lengthens: Option<&'static str>,
    }
}

words! {
    /// The moment from which a time counts.
    From {
        /// When any professional first recorded the concern.
        ConcernsIdentified = "concerns-identified",
        /// When the referral was received.
        ReferralReceived = "referral-received",
        /// When the need for immediate action arose.
        ImmediateAction = "immediate-action",
    }
}

answers! {
    /// How soon, and how that was counted.
    #[derive(Clone, Debug, Default)]
    pub struct HowSoon<'p> {
        /// The answer in one sentence.
        pub heading: Said,
        /// How to settle it, what to plan for until then, and what holds otherwise.
        pub advice: Option<Said>,
        /// The timescale that governs; none where the documents give no time.
        pub timescale: Option<Timescale>,
        /// The most urgent timescale that is met, even where another ends earlier.
        pub most_urgent_timescale: Option<Timescale>,
        /// The last day.
        pub due_by: Option<NaiveDate>,
        /// Its end in London.
        pub due_instant: Option<Moment>,
        /// Our suggestion: the day of the trigger counted.
        pub aim_by: Option<NaiveDate>,
        /// What would hold if every unknown fact were a no.
        pub on_known_facts_only: Option<KnownOnly>,
        /// The limits that have passed.
        pub overdue: Vec<Limit<'p>>,
        /// The most urgent limit that has not.
        pub next_limit: Option<Limit<'p>>,
        /// The later date that an earlier answer holds back.
        pub would_be: Option<NaiveDate>,
        /// The plan beside the answer, which it never replaces.
        pub planned: Option<Override>,
        /// Each child's own answer.
        pub per_child: Vec<ChildAnswer<'p>>,
        /// The earliest of them.
        pub joint_due_by: Option<NaiveDate>,
        /// Each day from the start to the end.
        pub counted: Vec<CountedDay>,
    }
}

answers! {
    /// The answer on the known facts alone.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct KnownOnly {
        /// Its timescale.
        pub timescale: Timescale,
        /// Its last day.
        pub due_by: Option<NaiveDate>,
    }
}

answers! {
    /// A rule and the end of its time.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Limit<'p> {
        /// The rule's id.
        pub id: &'p str,
        /// Its timescale.
        pub timescale: Timescale,
        /// Its last day.
        pub due_by: NaiveDate,
    }
}

answers! {
    /// One child's answer.
    #[derive(Clone, Debug)]
    pub struct ChildAnswer<'p> {
        /// The caller's reference.
        pub r#ref: String,
        /// The timescale that governs for this child.
        pub timescale: Timescale,
        /// The last day.
        pub due_by: Option<NaiveDate>,
        /// Is it settled?
        pub settled: bool,
        /// The rules it rests on.
        pub because: Vec<Cited<'p>>,
        /// What would settle it.
        pub ask: Vec<Ask>,
    }
}

/// Answers how soon the strategy meeting must be held.
///
/// # Errors
/// A [`Refusal`] where a name is not known to the packs in use, or a needed reference is empty.
pub fn classify_concern<'r>(facts: &Facts, rulebook: &'r Rulebook) -> Result<Decision<'r, HowSoon<'r>>, Refusal> {
    let stack = rulebook.stack(&facts.asked())?.with_holidays(facts.bank_holidays.as_deref().unwrap_or_default());
    check(facts, &stack)?;
    let starts = Starts::of(facts);
    let mut timed: Vec<(Case<'r>, Timing<'r>)> = Vec::new();
    for case in cases(facts, &stack) {
        match Timing::of(&case, &stack, &starts) {
            Some(timing) => timed.push((case, timing)),
            None => return Ok(nothing_said(facts, &stack)),
        }
    }
    Ok(decision(facts, &stack, &starts, &timed))
}

// ---------------------------------------------------------------------------------------------- reading the facts

fn check(facts: &Facts, stack: &Stack<'_>) -> Result<(), Refusal> {
    check_concerns(facts.concerns.as_ref(), "concerns", stack)?;
    check_types(facts.concern_types.as_deref(), "concernTypes", stack)?;
    for (index, child) in facts.children.iter().flatten().enumerate() {
        check_concerns(child.concerns.as_ref(), &format!("children[{index}].concerns"), stack)?;
        check_types(child.concern_types.as_deref(), &format!("children[{index}].concernTypes"), stack)?;
        if child.r#ref.trim().is_empty() {
            return Err(Refusal::new("bad-input", format!("children[{index}].ref"), "expected a reference of your own, no name"));
        }
    }
    if facts.children.as_ref().is_some_and(Vec::is_empty) {
        return Err(Refusal::new("bad-input", "children", "expected at least one child, or no list"));
    }
    check_previous(facts, stack)
}

fn check_previous(facts: &Facts, stack: &Stack<'_>) -> Result<(), Refusal> {
    if let Some(previous) = &facts.previous_result {
        check_concerns(previous.concerns.as_ref(), "previousResult.concerns", stack)?;
        if previous.timescale.as_ref().is_some_and(|id| Timescale::from_id(&kebab(id)).is_none()) {
            return Err(Refusal::new("bad-word", "previousResult.timescale", "expected a timescale such as same-day or 3-working-days"));
        }
    }
    match &facts.lengthening {
        Some(given) if given.role.trim().is_empty() => {
            Err(Refusal::new("bad-input", "lengthening.role", "expected the role of the person who agreed"))
        }
        Some(given) if given.reason.trim().is_empty() => {
            Err(Refusal::new("bad-input", "lengthening.reason", "expected the reason for the later date"))
        }
        _ => Ok(()),
    }
}

fn check_concerns(concerns: Option<&Ordered<Answer>>, path: &str, stack: &Stack<'_>) -> Result<(), Refusal> {
    let Some(concerns) = concerns else { return Ok(()) };
    let known: Vec<String> = stack.concern_facts().into_iter().map(camel).gathered();
    for (name, _) in concerns.iter() {
        if !known.iter().any(|fact| fact == name) {
            return Err(Refusal::new("unknown-field", format!("{path}.{}", shown(name)), format!("expected one of {}", known.join(", "))));
        }
    }
    Ok(())
}

fn check_types(types: Option<&[String]>, path: &str, stack: &Stack<'_>) -> Result<(), Refusal> {
    for (index, id) in types.into_iter().flatten().enumerate() {
        if stack.concern_type(&kebab(id)).is_none() {
            let known: Vec<&str> = stack.entries(|pack| &pack.concern_type).iter().map(|(id, _)| *id).gathered();
            return Err(Refusal::new("bad-word", format!("{path}[{index}]"), format!("expected one of {}", known.join(", "))));
        }
    }
    Ok(())
}

/// What is known for one child, with silence read as the caller attested.
struct Case<'r> {
    path: String,
    child: Option<String>,
    known: Vec<(&'r str, Answer)>,
    types: Vec<(String, &'r ConcernType)>,
    complex_reason: Option<String>,
}

fn cases<'r>(facts: &Facts, stack: &Stack<'r>) -> Vec<Case<'r>> {
    match &facts.children {
        None => vec![Case::of(facts, None, String::new(), stack)],
        Some(children) => {
            children.iter().enumerate().map(|(index, child)| Case::of(facts, Some(child), format!("children[{index}]."), stack)).gathered()
        }
    }
}

impl<'r> Case<'r> {
    fn of(facts: &Facts, child: Option<&Child>, path: String, stack: &Stack<'r>) -> Self {
        let chosen = facts.concern_types.iter().flatten().chain(child.into_iter().flat_map(|child| child.concern_types.iter().flatten()));
        let types: Vec<(String, &ConcernType)> =
            chosen.map(|id| kebab(id)).filter_map(|id| stack.concern_type(&id).map(|kind| (id, kind))).gathered();
        let said = |concerns: Option<&Ordered<Answer>>, name: &str| concerns.and_then(|concerns| concerns.get(&camel(name)).copied());
        let known = stack.concern_facts().into_iter().map(|name| {
            let of_all = said(facts.concerns.as_ref(), name);
            let of_child = child.and_then(|child| said(child.concerns.as_ref(), name));
            let made = types.iter().any(|(_, kind)| kind.makes.contains(&name));
            (name, answer(of_all, of_child, made, facts.others_considered == Some(true)))
        });
        Case {
            path,
            child: child.map(|child| child.r#ref.clone()),
            known: known.gathered(),
            complex_reason: facts.complex_reason.clone(),
            types,
        }
    }

    fn known(&self, fact: &str) -> Answer {
        self.known.iter().find(|(name, _)| *name == fact).map_or(Answer::Unknown, |(_, answer)| *answer)
    }

    fn all(&self, facts: &[&str]) -> Answer {
        Answer::all(facts.iter().map(|fact| self.known(fact)))
    }

    fn any(&self, facts: &[&str]) -> Answer {
        facts.iter().fold(Answer::No, |so_far, fact| so_far.or(self.known(fact)))
    }

    /// Is there a reason on record for what this rule needs?
    fn gives_reason_for(&self, rule: &Rule) -> bool {
        let written = self.complex_reason.as_ref().is_some_and(|reason| !reason.trim().is_empty());
        written || self.types.iter().any(|(_, kind)| kind.asks.iter().any(|fact| rule.when.contains(fact)))
    }

    fn chose(&self, kind: &str) -> bool {
        self.types.iter().any(|(id, _)| id == kind) || self.complex_reason.as_ref().is_some_and(|reason| kebab(reason) == kind)
    }

    fn with_every_yes_of(&self, earlier: &Ordered<Answer>) -> Case<'r> {
        let was_yes = |name: &str| earlier.get(&camel(name)).is_some_and(|answer| answer.is_yes());
        let known = self.known.iter().map(|(name, answer)| (*name, if was_yes(name) { Answer::Yes } else { *answer })).gathered();
        Case {
            path: self.path.clone(),
            child: self.child.clone(),
            known,
            types: self.types.clone(),
            complex_reason: self.complex_reason.clone(),
        }
    }

    fn took_back_a_yes_of(&self, earlier: &Ordered<Answer>) -> bool {
        self.known.iter().any(|(name, now)| now.is_no() && earlier.get(&camel(name)).is_some_and(|then| then.is_yes()))
    }
}

/// A yes from anywhere holds; what a child's own form says comes before what was said of all of them.
fn answer(of_all: Option<Answer>, of_child: Option<Answer>, made_by_type: bool, others_considered: bool) -> Answer {
    let named = of_child.filter(|answer| !answer.is_unknown()).or(of_all).or(of_child);
    match named {
        _ if made_by_type || of_all == Some(Answer::Yes) || of_child == Some(Answer::Yes) => Answer::Yes,
        Some(answer) => answer,
        None if others_considered => Answer::No,
        None => Answer::Unknown,
    }
}

/// The moments from which times count, and which of them are stand-ins.
struct Starts {
    identified: Option<Moment>,
    received: Option<Moment>,
    action: Option<Moment>,
    earliest: Option<Moment>,
    now: Option<Moment>,
    close: Option<TimeOfDay>,
    received_before_identified: bool,
    in_future: bool,
}

impl Starts {
    /// Of times out of order the earliest is taken; a time that has not come yet counts as now (AMB-70).
    fn of(facts: &Facts) -> Self {
        let now = facts.now;
        let capped = |at: Option<Moment>| at.map(|at| now.filter(|now| now.instant() < at.instant()).unwrap_or(at));
        let (identified, received, action) =
            (capped(facts.concerns_identified_at), capped(facts.referral_received_at), capped(facts.immediate_action_at));
        let earliest = [identified, received, action, now].into_iter().flatten().min_by_key(Moment::instant);
        let given = [facts.concerns_identified_at, facts.referral_received_at, facts.immediate_action_at];
        Starts {
            identified: identified.and(earliest),
            received_before_identified: matches!((identified, received), (Some(identified), Some(received)) if received.instant() < identified.instant()),
            in_future: now.is_some_and(|now| given.iter().flatten().any(|at| at.instant() > now.instant())),
            close: facts.close_of_day,
            received,
            action,
            earliest,
            now,
        }
    }

    fn of_rule(&self, from: From) -> Option<Moment> {
        match from {
            From::ConcernsIdentified => self.identified.or(self.earliest),
            From::ReferralReceived => self.received.or(self.earliest),
            From::ImmediateAction => self.action.or(self.earliest),
        }
    }

    /// The end of a last day: midnight, or an office's own earlier close. Never later (AMB-12).
    fn end_of(&self, due_by: NaiveDate, timescale: Timescale) -> Moment {
        match (timescale, self.close) {
            (Timescale::WorkingDays(_), Some(close)) => moment::at(due_by, close),
            _ => moment::end_of_day(due_by),
        }
    }

    fn has_passed(&self, timed: &Timed<'_>) -> bool {
        let end = timed.due_by().map(|due_by| self.end_of(due_by, timed.timescale));
        self.now.zip(end).is_some_and(|(now, end)| end.instant() < now.instant())
    }

    /// Does a time of this kind stand on a moment that is only a stand-in?
    fn stands_in(&self, from: From) -> bool {
        match from {
            From::ConcernsIdentified => self.identified.is_none(),
            From::ReferralReceived => self.received.is_none(),
            From::ImmediateAction => self.action.is_none() && self.identified.is_none(),
        }
    }
}

// ------------------------------------------------------------------------------------------------ timing one case

/// A rule with its time, and whether it applies.
#[derive(Clone, Copy)]
struct Timed<'r> {
    pack: &'r Pack,
    rule: &'r Rule,
    /// The rule whose time it takes: itself, or the one it applies.
    time: &'r Rule,
    time_pack: &'r Pack,
    timescale: Timescale,
    from: From,
    /// Does it apply? Unknown where that hangs on a fact nobody knows.
    applies: Answer,
    /// Would it apply if every unknown fact were a no?
    applies_on_known_facts: bool,
    count: Option<Count>,
}

impl<'r> Timed<'r> {
    /// The order in which rules govern: the earliest day, then the shorter timescale.
    fn urgency(&self) -> (Option<NaiveDate>, Timescale) {
        (self.due_by(), self.timescale)
    }

    /// Would it make the meeting sooner? Without any date the timescale alone tells.
    fn is_sooner_than(&self, other: &Timed<'_>) -> bool {
        match (self.due_by(), other.due_by()) {
            (Some(this), Some(that)) => this < that,
            _ => self.timescale < other.timescale,
        }
    }

    fn lengthens(&self, other: &Timed<'_>) -> bool {
        let of_mine = other.pack.document.id == self.pack.document.id || self.pack.document.stands_on.contains(&other.pack.document.id);
        of_mine && self.rule.lengthens == Some(other.rule.id)
    }

    fn due_by(&self) -> Option<NaiveDate> {
        self.count.map(|count| count.due_by)
    }

    fn cited(&self) -> Cited<'r> {
        Cited { due_by: self.due_by(), provisional: self.applies.is_unknown(), ..self.pack.cite(self.rule) }
    }

    fn limit(&self) -> Option<Limit<'r>> {
        Some(Limit { id: self.time.id, timescale: self.timescale, due_by: self.due_by()? })
    }
}

/// All rules of one case, and which of them governs.
struct Timing<'r> {
    /// Rules that apply, or may apply and would make the meeting sooner; the governing one first, never empty.
    in_force: Vec<Timed<'r>>,
    /// What would govern if every unknown fact were a no.
    on_known_facts: Timed<'r>,
    set_aside: Vec<Cited<'r>>,
    ask_facts: Vec<Ask>,
    ask_times: Vec<Ask>,
    lacks_reason: bool,
}

impl<'r> Timing<'r> {
    /// None where the documents give no time at all.
    fn of(case: &Case<'r>, stack: &Stack<'r>, starts: &Starts) -> Option<Self> {
        let candidates = candidates(case, stack, starts);
        let on_known_facts = undisplaced(&candidates, &|timed| timed.applies_on_known_facts).into_iter().min_by_key(Timed::urgency)?;
        let certain_or_shorter =
            |timed: &Timed<'_>| timed.applies.is_yes() || (timed.applies.is_unknown() && timed.rule.lengthens.is_none());
        let mut in_force = undisplaced(&candidates, &certain_or_shorter);
        in_force.retain(|timed| timed.applies.is_yes() || timed.is_sooner_than(&on_known_facts));
        let governing = (0..in_force.len()).min_by_key(|index| in_force[*index].urgency())?;
        in_force[..=governing].rotate_right(1);
        let ask_facts = ask_facts(case, stack, &candidates, &in_force, &on_known_facts);
        Some(Timing {
            set_aside: set_aside(case, stack, &candidates),
            ask_times: ask_times(&in_force, starts),
            lacks_reason: candidates.iter().any(|timed| lacks_reason(case, timed.rule)),
            in_force,
            on_known_facts,
            ask_facts,
        })
    }

    fn governing(&self) -> &Timed<'r> {
        &self.in_force[0]
    }

    fn asks(&self) -> Vec<Ask> {
        [self.ask_facts.as_slice(), &self.ask_times].concat()
    }

    fn is_settled(&self) -> bool {
        self.ask_facts.is_empty() && self.ask_times.is_empty()
    }

    fn because(&self) -> Vec<Cited<'r>> {
        let governing = self.governing();
        let same_time = self.in_force.iter().filter(|timed| timed.time.id == governing.time.id);
        let mut because: Vec<Cited<'r>> = same_time.map(Timed::cited).gathered();
        if !because.iter().any(|cited| cited.id == governing.time.id) {
            let provisional = governing.applies.is_unknown();
            because.insert(0, Cited { due_by: governing.due_by(), provisional, ..governing.time_pack.cite(governing.time) });
        }
        because
    }

    fn also_applies(&self) -> Vec<Cited<'r>> {
        let governing = &self.governing().time.id;
        self.in_force.iter().filter(|timed| timed.time.id != *governing).map(Timed::cited).gathered()
    }

    fn most_urgent_timescale(&self) -> Timescale {
        let certain = self.in_force.iter().filter(|timed| timed.applies.is_yes()).map(|timed| timed.timescale);
        certain.chain([self.governing().timescale]).min().unwrap_or(self.governing().timescale)
    }

    fn for_child(&self, case: &Case<'r>) -> ChildAnswer<'r> {
        ChildAnswer {
            r#ref: case.child.clone().unwrap_or_default(),
            timescale: self.governing().timescale,
            due_by: self.governing().due_by(),
            settled: self.is_settled(),
            because: self.because(),
            ask: self.asks(),
        }
    }
}

/// Every timing rule with its time and whether it applies, before rules lengthen one another.
fn candidates<'r>(case: &Case<'r>, stack: &Stack<'r>, starts: &Starts) -> Vec<Timed<'r>> {
    let rules = stack.rules(|pack| pack.classify_concern);
    let timed = |(pack, rule): (&'r Pack, &'r Rule)| {
        let (time_pack, time) = match rule.applies {
            Some(id) => applied(id, pack, &rules)?,
            None => (pack, rule),
        };
        let (timescale, from) = (time.hold?, time.from?);
        let count = starts.of_rule(from).map(|start| match timescale {
            Timescale::SameDay => stack.calendar.same_day(start.date()),
            Timescale::WorkingDays(days) => stack.calendar.working_days(start.date(), days),
        });
        let usable = Answer::from(!lacks_reason(case, rule));
        let applies = case.all(rule.when).and(case.any(rule.unless).not()).and(usable);
        let applies_on_known_facts = usable.is_yes() && case.all(rule.when).is_yes() && !case.any(rule.unless).is_yes();
        Some(Timed { pack, rule, time, time_pack, timescale, from, applies, applies_on_known_facts, count })
    };
    rules.iter().copied().filter_map(timed).gathered()
}

/// The rule that another applies: of its own pack, of one beneath, or the one by which a pack above replaces that.
fn applied<'r>(id: &str, pack: &'r Pack, rules: &[(&'r Pack, &'r Rule)]) -> Option<(&'r Pack, &'r Rule)> {
    let related = |other: &Pack| {
        let (own, others) = (&pack.document, &other.document);
        own.id == others.id || own.stands_on.contains(&others.id) || others.stands_on.contains(&own.id)
    };
    let is_meant = |(other, rule): &&(&'r Pack, &'r Rule)| related(other) && (rule.id == id || rule.instead_of.contains(&id));
    let own = || pack.classify_concern.iter().find(|rule| rule.id == id).map(|rule| (pack, rule));
    rules.iter().find(is_meant).copied().or_else(own)
}

/// A rule that lengthens needs a reason on record, beside the yes.
fn lacks_reason(case: &Case<'_>, rule: &Rule) -> bool {
    rule.lengthens.is_some() && case.all(rule.when).is_yes() && !case.gives_reason_for(rule)
}

/// The rules that hold, without those whose time another of them lengthens.
fn undisplaced<'r>(candidates: &[Timed<'r>], holds: &dyn Fn(&Timed<'r>) -> bool) -> Vec<Timed<'r>> {
    let held: Vec<&Timed<'r>> = candidates.iter().filter(|timed| holds(timed)).gathered();
    let displaced = |timed: &Timed<'r>| held.iter().any(|other| other.lengthens(timed));
    held.iter().filter(|timed| !displaced(timed)).map(|timed| **timed).gathered()
}

/// The facts that bring this answer forward, of a combination the first.
fn ask_facts(case: &Case<'_>, stack: &Stack<'_>, candidates: &[Timed<'_>], in_force: &[Timed<'_>], on_known_facts: &Timed<'_>) -> Vec<Ask> {
    let unknown = |facts: &[&'static str]| facts.iter().copied().find(|fact| case.known(fact).is_unknown());
    let mut facts: Vec<&str> = Vec::new();
    for timed in in_force.iter().filter(|timed| timed.is_sooner_than(on_known_facts)) {
        let kept_from_lengthening =
            || candidates.iter().filter(|other| other.lengthens(timed)).find_map(|other| unknown(other.rule.unless));
        if let Some(fact) = unknown(timed.rule.when).or_else(kept_from_lengthening)
            && !facts.contains(&fact)
        {
            facts.push(fact);
        }
    }
    facts.iter().map(|fact| Ask::new(format!("{}{}", case.path, stack.path(fact)), stack.question(fact))).gathered()
}

/// The times that could be earlier than the moment that stands in for them.
fn ask_times(in_force: &[Timed<'_>], starts: &Starts) -> Vec<Ask> {
    let stands_in = |from: From| starts.stands_in(from) && in_force.iter().any(|timed| timed.from == from);
    let ask = |path: &str, question: &Sentence| Ask::new(path, question.said());
    let mut asks = Vec::new();
    if stands_in(From::ReferralReceived) {
        asks.push(ask("referralReceivedAt", ASK_RECEIVED));
    }
    if stands_in(From::ConcernsIdentified) || stands_in(From::ImmediateAction) {
        asks.push(ask("concernsIdentifiedAt", ASK_IDENTIFIED));
    }
    asks
}

/// Rules that came near and do not govern, each with the reason.
fn set_aside<'r>(case: &Case<'r>, stack: &Stack<'r>, candidates: &[Timed<'r>]) -> Vec<Cited<'r>> {
    let reason = |timed: &Timed<'r>| -> Option<Said> {
        if let Some(longer) = candidates.iter().find(|other| other.lengthens(timed) && other.applies.is_yes()) {
            return Some(LENGTHENED.with([("rule", longer.rule.id.into())]));
        }
        if lacks_reason(case, timed.rule) {
            return Some(NO_REASON.said());
        }
        if timed.applies.is_yes() || !timed.rule.when.iter().any(|fact| case.known(fact).is_yes()) {
            return None;
        }
        let answered = |facts: &[&'static str], wanted: fn(Answer) -> bool| facts.iter().copied().find(|fact| wanted(case.known(fact)));
        let said = |fact: &'static str, answered: &Sentence| Some(answered.with([("question", stack.question(fact).into())]));
        if let Some(fact) = answered(timed.rule.when, Answer::is_no) {
            return said(fact, ANSWERED_NO);
        }
        match (answered(timed.rule.unless, Answer::is_yes), answered(timed.rule.unless, Answer::is_unknown)) {
            (Some(fact), _) => said(fact, ANSWERED_YES),
            (None, Some(fact)) => said(fact, ANSWERED_NOT_KNOWN),
            (None, None) => None,
        }
    };
    candidates.iter().filter_map(|timed| Some(timed.cited().set_aside(reason(timed)?))).gathered()
}

// -------------------------------------------------------------------------------------------------- the decision

/// Where the documents in use give no time, the answer says exactly that and names none.
fn nothing_said<'r>(facts: &Facts, stack: &Stack<'r>) -> Decision<'r, HowSoon<'r>> {
    let mut cautions = vec![Caution::of(NO_TIME_LIMIT)];
    cautions.gather(stack.standing_cautions());
    Decision {
        answer: HowSoon { heading: NO_TIME_LIMIT.said(), ..HowSoon::default() },
        settled: true,
        because: Vec::new(),
        also_applies: Vec::new(),
        set_aside: Vec::new(),
        ask: Vec::new(),
        cautions,
        basis: stack.basis(facts.others_considered == Some(true)),
    }
}

fn decision<'r>(facts: &Facts, stack: &Stack<'r>, starts: &Starts, timed: &[(Case<'r>, Timing<'r>)]) -> Decision<'r, HowSoon<'r>> {
    let Some((_, timing)) = timed.iter().min_by_key(|(_, timing)| timing.governing().urgency()) else {
        return nothing_said(facts, stack);
    };
    let held = Held::of(facts, stack, starts, timed);
    let several = facts.children.is_some();
    let ask: Vec<Ask> = once(of_each(timed, &Timing::asks));
    let governing = timing.governing();
    let timescale = held.as_ref().and_then(|held| held.timescale).unwrap_or(governing.timescale);
    let due = held.as_ref().map(|held| held.due_by).or(governing.due_by());
    let aim = governing.count.map(|count| count.aim_by).zip(due).map(|(aim, due)| aim.min(due));
    let cautions = Cautions { facts, stack, starts, timed, timing, due, aim, held: held.is_some() }.all();
    let protect_now = cautions.iter().any(|caution| caution.code == PROTECT_NOW);
    let plan_today = cautions.iter().any(|caution| caution.code == PROTECTION_NOT_KNOWN);
    let words = Words { starts, timescale, due, settled: ask.is_empty(), plan_today };
    let answer = HowSoon {
        heading: words.heading(protect_now),
        advice: words.advice(timed),
        timescale: Some(timescale),
        most_urgent_timescale: timed.iter().map(|(_, timing)| timing.most_urgent_timescale()).min(),
        due_by: due,
        due_instant: due.map(|date| starts.end_of(date, timescale)),
        aim_by: aim,
        on_known_facts_only: words.on_known_facts_only(timed),
        overdue: overdue(starts, timed),
        next_limit: next_limit(starts, timed),
        would_be: held.as_ref().and(governing.due_by()),
        planned: facts.planned.as_ref().map(|planned| planned.beside(due.map(|date| starts.end_of(date, timescale)))),
        per_child: if several { timed.iter().map(|(case, timing)| timing.for_child(case)).gathered() } else { Vec::new() },
        joint_due_by: due.filter(|_| several),
        counted: governing.count.map(|count| stack.calendar.days(count)).unwrap_or_default(),
    };
    Decision {
        settled: ask.is_empty(),
        because: timing.because(),
        also_applies: timing.also_applies(),
        set_aside: timing.set_aside.clone(),
        cautions,
        basis: stack.basis(facts.others_considered == Some(true)),
        answer,
        ask,
    }
}

/// An earlier answer that holds, because nobody has yet said who agreed to a later one and why (AMB-69).
struct Held {
    due_by: NaiveDate,
    timescale: Option<Timescale>,
}

impl Held {
    fn of(facts: &Facts, stack: &Stack<'_>, starts: &Starts, timed: &[(Case<'_>, Timing<'_>)]) -> Option<Held> {
        let previous = facts.previous_result.as_ref().filter(|_| facts.lengthening.is_none())?;
        let now_due = timed.iter().filter_map(|(_, timing)| timing.governing().due_by()).min()?;
        let settled_then = previous.due_by.filter(|_| previous.settled != Some(false)).map(|due_by| Held {
            due_by: due_by.date(),
            timescale: previous.timescale.as_ref().and_then(|id| Timescale::from_id(&kebab(id))),
        });
        let with_the_yes_kept = previous.concerns.as_ref().and_then(|earlier| {
            let taken_back = timed.iter().filter(|(case, _)| case.took_back_a_yes_of(earlier));
            let timings = taken_back.filter_map(|(case, _)| Timing::of(&case.with_every_yes_of(earlier), stack, starts));
            timings
                .filter_map(|timing| Some(Held { due_by: timing.governing().due_by()?, timescale: Some(timing.governing().timescale) }))
                .min_by_key(|held| held.due_by)
        });
        settled_then.into_iter().chain(with_the_yes_kept).filter(|held| held.due_by < now_due).min_by_key(|held| held.due_by)
    }
}

/// A provisional limit never counts as overdue (AMB-16).
fn overdue<'r>(starts: &Starts, timed: &[(Case<'r>, Timing<'r>)]) -> Vec<Limit<'r>> {
    let certain = |timed: &&Timed<'_>| timed.applies.is_yes() && !starts.stands_in(timed.from);
    limits(in_force(timed).iter().filter(certain).filter(|timed| starts.has_passed(timed)))
}

fn next_limit<'r>(starts: &Starts, timed: &[(Case<'r>, Timing<'r>)]) -> Option<Limit<'r>> {
    starts.now?;
    in_force(timed).iter().filter(|timed| !starts.has_passed(timed)).min_by_key(|timed| timed.urgency()).and_then(Timed::limit)
}

fn in_force<'r>(timed: &[(Case<'r>, Timing<'r>)]) -> Vec<Timed<'r>> {
    of_each(timed, &|timing| timing.in_force.clone())
}

/// What the timings of several children hold, one after the other.
fn of_each<'r, T>(timed: &[(Case<'r>, Timing<'r>)], held: &dyn Fn(&Timing<'r>) -> Vec<T>) -> Vec<T> {
    let mut all = Vec::new();
    for (_, timing) in timed {
        all.gather(held(timing));
    }
    all
}

fn limits<'a, 'r: 'a>(timed: impl Iterator<Item = &'a Timed<'r>>) -> Vec<Limit<'r>> {
    once(timed.filter_map(Timed::limit).gathered())
}

/// The answer in sentences.
struct Words<'a> {
    starts: &'a Starts,
    timescale: Timescale,
    due: Option<NaiveDate>,
    settled: bool,
    /// Is it not known whether the child needs protecting now? Then our advice is today, whatever the limit.
    plan_today: bool,
}

impl Words<'_> {
    fn today(&self) -> Option<NaiveDate> {
        self.starts.now.map(|now| now.date())
    }

    fn heading(&self, protect_now: bool) -> Said {
        let by = match (self.due, self.today()) {
            (Some(due), Some(today)) if due == today => BY_TODAY.with([("date", said(due).into())]),
            (Some(due), Some(today)) if due < today && self.settled => BY_NOW.with([("date", said(due).into())]),
            (Some(due), Some(today)) if due < today => BY_TODAY_UNTIL_SETTLED.with([("date", said(today).into())]),
            (Some(due), _) if self.timescale == Timescale::SameDay => BY_SAME_DAY.with([("date", said(due).into())]),
            (Some(due), _) => BY_DATE.with([("date", said(due).into()), ("time", self.timescale.said().into())]),
            (None, _) => self.timescale.said(),
        };
        if protect_now { ACT_NOW } else { HOLD }.with([("by", by.into())])
    }

    fn advice(&self, timed: &[(Case<'_>, Timing<'_>)]) -> Option<Said> {
        let facts: usize = timed.iter().map(|(_, timing)| timing.ask_facts.len()).sum();
        let times = once(of_each(timed, &|timing| timing.ask_times.clone())).len();
        let settle = match (facts, times) {
            (0, 0) => return None,
            (0, 1) => GIVE_ONE_TIME.said(),
            (0, times) => GIVE_TIMES.with([("times", times.into())]),
            (1, 0) => ANSWER_ONE.said(),
            (facts, 0) => ANSWER_SEVERAL.with([("facts", facts.into())]),
            (1, 1) => ANSWER_ONE_GIVE_ONE.said(),
            (facts, 1) => ANSWER_SEVERAL_GIVE_ONE.with([("facts", facts.into())]),
            (1, times) => ANSWER_ONE_GIVE_SEVERAL.with([("times", times.into())]),
            (facts, times) => ANSWER_AND_GIVE_SEVERAL.with([("facts", facts.into()), ("times", times.into())]),
        };
        let advice = UNTIL_THEN.with([("settle", settle.into()), ("plan", self.plan_for().into())]);
        let if_no = match facts {
            0 => return Some(advice),
            1 => IF_NO,
            2 => IF_BOTH_NO,
            _ => IF_ALL_NO,
        };
        Some(if_no.with([("advice", advice.into()), ("otherwise", self.otherwise(timed)?.into())]))
    }

    fn plan_for(&self) -> Said {
        match (self.due, self.today()) {
            _ if self.plan_today => TODAY.said(),
            (Some(due), Some(today)) if due <= today => TODAY.said(),
            (Some(due), _) => said(due),
            (None, _) if self.timescale == Timescale::SameDay => TODAY.said(),
            (None, _) => A_MEETING.with([("time", self.timescale.said().into())]),
        }
    }

    fn otherwise(&self, timed: &[(Case<'_>, Timing<'_>)]) -> Option<Said> {
        let known = soonest_on_known_facts(timed)?;
        Some(match known.due_by() {
            Some(due_by) => TIME_BY.with([("time", known.timescale.said().into()), ("date", said(due_by).into())]),
            None => known.timescale.said(),
        })
    }

    fn on_known_facts_only(&self, timed: &[(Case<'_>, Timing<'_>)]) -> Option<KnownOnly> {
        let asks_a_fact = timed.iter().any(|(_, timing)| !timing.ask_facts.is_empty());
        let known = soonest_on_known_facts(timed).filter(|_| asks_a_fact)?;
        Some(KnownOnly { timescale: known.timescale, due_by: known.due_by() })
    }
}

/// The codes of the cautions that put acting before meeting; a pack says when.
const PROTECT_NOW: &str = "protect-now";
const PROTECTION_NOT_KNOWN: &str = "protection-not-known";

/// What to bear in mind beside the answer.
struct Cautions<'a, 'r> {
    facts: &'a Facts,
    stack: &'a Stack<'r>,
    starts: &'a Starts,
    timed: &'a [(Case<'r>, Timing<'r>)],
    timing: &'a Timing<'r>,
    due: Option<NaiveDate>,
    aim: Option<NaiveDate>,
    held: bool,
}

impl Cautions<'_, '_> {
    fn all(&self) -> Vec<Caution> {
        let mut all = Vec::new();
        for (case, timing) in self.timed {
            all.gather(self.of_packs(case, timing));
            all.gather(of_types(case, timing, self.stack));
        }
        all.gather(self.of_the_plan());
        all.gather(self.of_now());
        all.gather(self.of_the_day());
        all.gather(self.of_the_earlier_answer());
        all.gather(self.of_missing_times());
        all.gather(self.of_times_read());
        if self.facts.bank_holidays.as_ref().is_some_and(|holidays| !holidays.is_empty()) {
            all.push(Caution::of(BANK_HOLIDAYS_ADDED));
        }
        all.gather(self.stack.standing_cautions());
        once(all)
    }

    fn of_packs(&self, case: &Case<'_>, timing: &Timing<'_>) -> Vec<Caution> {
        let governing = timing.governing();
        let holds = |caution: &PackCaution| {
            let chosen = caution.types.is_empty() || caution.types.iter().any(|kind| case.chose(kind));
            let governs = caution.governs.is_empty() || caution.governs.contains(&governing.time.id);
            let over_days_off = !caution.over_days_off || governing.count.is_some_and(|count| count.over_days_off);
            chosen && governs && over_days_off
        };
        self.stack.cautions(Question::ClassifyConcern, &|fact| case.known(fact), &holds)
    }

    fn of_the_plan(&self) -> Option<Caution> {
        let due = self.due.map(|due| self.starts.end_of(due, self.timing.governing().timescale));
        self.facts.planned.as_ref().filter(|planned| planned.beside(due).later).map(|_| Caution::of(PLANNED_LATER))
    }

    fn of_now(&self) -> Option<Caution> {
        let today = self.starts.now?.date();
        let caution = match self.due? {
            due if due < today && self.timed.iter().any(|(_, timing)| !timing.is_settled()) => Caution::of(NOT_SETTLED_PLAN_TODAY),
            due if due < today => Caution::with(LAST_DAY_WAS, [("date", said(due).into())]),
            due if due == today => Caution::of(LAST_DAY_IS_TODAY),
            _ => return None,
        };
        Some(caution)
    }

    fn of_the_day(&self) -> Vec<Caution> {
        let governing = self.timing.governing();
        let mut cautions = Vec::new();
        if governing.timescale == Timescale::SameDay {
            cautions.push(Caution::of(NEVER_ROLLED));
        }
        let Some(count) = &governing.count else { return cautions };
        let began_on_a_day_off = self.stack.calendar.day(count.began) != Day::Working;
        if governing.timescale == Timescale::SameDay || began_on_a_day_off {
            cautions.push(Caution::of(OUT_OF_HOURS));
        }
        if count.beyond_knowledge {
            let (from, until) = (said(self.stack.calendar.known_from).into(), said(self.stack.calendar.known_until).into());
            cautions.push(Caution::with(CALENDAR_EXCEEDED, [("from", from), ("until", until)]));
        }
        let reached = [self.starts.received, self.starts.now].into_iter().flatten().map(|at| at.date()).max();
        if self.aim.zip(reached).is_some_and(|(aim, reached)| aim < reached) {
            cautions.push(Caution::of(AIM_HAS_GONE));
        }
        cautions
    }

    fn of_the_earlier_answer(&self) -> Option<Caution> {
        if self.held {
            return Some(Caution::of(LENGTHENING_REQUIRES_REASON));
        }
        let lengthened = self.facts.previous_result.is_some() && self.facts.lengthening.is_some();
        lengthened.then(|| Caution::of(LENGTHENED_ON_RECORD))
    }

    fn of_missing_times(&self) -> Vec<Caution> {
        let used = |from: From| self.timed.iter().any(|(_, timing)| timing.in_force.iter().any(|timed| timed.from == from));
        let mut cautions = Vec::new();
        if self.starts.earliest.is_none() {
            cautions.push(Caution::of(DATE_REQUIRED));
            return cautions;
        }
        if self.starts.identified.is_none() {
            cautions.push(Caution::of(IDENTIFIED_TIME_MISSING));
        }
        if self.starts.received.is_none() && used(From::ReferralReceived) {
            cautions.push(Caution::of(RECEIPT_TIME_MISSING));
        }
        if self.starts.action.is_none() && used(From::ImmediateAction) {
            cautions.push(Caution::of(ACTION_TIME_MISSING));
        }
        cautions
    }

    fn of_times_read(&self) -> Vec<Caution> {
        let given = [self.facts.concerns_identified_at, self.facts.referral_received_at, self.facts.immediate_action_at, self.facts.now];
        let any = |read: ReadAs| given.iter().flatten().any(|at| at.read() == read);
        let cautions = [
            (self.starts.received_before_identified, TIMES_OUT_OF_ORDER),
            (self.starts.in_future, TIME_IN_FUTURE),
            (any(ReadAs::AsLondon), READ_AS_LONDON),
            (any(ReadAs::AsStartOfDay), READ_AS_START_OF_DAY),
            (any(ReadAs::Ambiguous), CLOCK_SHOWS_IT_TWICE),
            (any(ReadAs::NonExistent), CLOCK_SKIPS_IT),
        ];
        cautions.into_iter().filter(|(applies, _)| *applies).map(|(_, sentence)| Caution::of(sentence)).gathered()
    }
}

/// What a chosen kind of concern calls for: a question that it does not settle, or plain word that it changes nothing.
fn of_types(case: &Case<'_>, timing: &Timing<'_>, stack: &Stack<'_>) -> Vec<Caution> {
    let mut cautions = Vec::new();
    if timing.lacks_reason {
        cautions.push(Caution::of(COMPLEX_NEEDS_REASON));
    }
    let open = case.types.iter().flat_map(|(_, kind)| kind.asks).find(|fact| !case.known(fact).is_yes());
    if let Some(fact) = open {
        cautions.push(Caution::with(CONFIRM_COMPLEXITY, [("question", stack.question(fact).into())]));
    }
    for (_, kind) in case.types.iter().filter(|(_, kind)| kind.makes.is_empty() && kind.asks.is_empty()) {
        cautions.push(Caution::with(TYPE_NOT_SINGLED_OUT, [("kind", kind.label.into())]));
    }
    cautions
}

fn soonest_on_known_facts<'a, 'r>(timed: &'a [(Case<'r>, Timing<'r>)]) -> Option<&'a Timed<'r>> {
    timed.iter().map(|(_, timing)| &timing.on_known_facts).min_by_key(|known| known.urgency())
}
