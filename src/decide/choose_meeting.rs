//! **Which meeting does this call for, and who may call it?**
//!
//! Rules call for a route, rule a meeting out, or say when a meeting may be held: whom it is for (its cohort), what
//! speaks for it (its criteria), and what must come before it (its preconditions). Of all routes that are called for
//! the most protective is the answer. A fact that nobody knows never closes a more protective route: it is asked for,
//! and until then both stand. Nothing here says that a threshold is not met.

use crate::answers::answers;
use crate::case::{Case, Held};
use crate::facts::scoped;
use crate::pack::Question;
use crate::rulebook::Rulebook;
use crate::words::answer::Answer;
use crate::words::citation::{Force, cited_rule};
use crate::words::decision::{Ask, Caution, Cited, Decision};
use crate::words::list::words;
use crate::words::meeting::{MeetingType, speaks_of};
use crate::words::refusal::Refusal;
use crate::words::said::Said;
use crate::words::sentences::*;
use crate::words::{Gather as _, Gathering as _};
use crate::words::{in_order, once};

scoped! { open_facts,
    /// What is known of the circumstances. Every fact that the packs declare may stand beside these.
    #[derive(Clone, Debug, Default)]
    pub struct Facts {
        /// The meeting that somebody has in mind; without it, every meeting is looked at.
        pub meeting_type: Option<MeetingType>,
        /// Attests that every fact not named was considered and is a no.
        pub others_considered: bool,
    }
}

cited_rule! { "choose_meeting",
    /// A rule about which meeting, as a pack writes it.
    pub struct Rule {
        /// The meetings it speaks of; none where it speaks of the circumstances.
        pub meeting: &'static [MeetingType],
        /// What it says.
        pub part: Part,
        /// Where it leads.
        pub route: Option<Route>,
        /// Does it hold until somebody says no, or claims its exception?
        pub presumed: bool,
    }
}

words! {
    /// What a rule says of a meeting.
    Part {
        /// This route is called for.
        CallsFor = "calls-for",
        /// The meeting is not the route; another is.
        RulesOut = "rules-out",
        /// The child is one of those whom the meeting is for.
        Cohort = "cohort",
        /// This speaks for the meeting.
        Criterion = "criterion",
        /// This comes before the meeting.
        Precondition = "precondition",
        /// Where no cohort or criterion is met.
        Otherwise = "otherwise",
        /// What the meeting is and is not.
        Purpose = "purpose",
    }
}

words! {
    /// Where circumstances lead; the more protective stand first.
    Route {
        /// A strategy discussion.
        Strategy = "strategy",
        /// Adult safeguarding, for whoever is 18 or over.
        AdultSafeguarding = "adult-safeguarding",
        /// The established child protection procedures.
        ChildProtection = "child-protection-procedures",
        /// A safeguarding referral, at once.
        SafeguardingReferral = "safeguarding-referral",
        /// A section 47 enquiry.
        Section47 = "s47",
        /// A child protection conference.
        Conference = "cp-conference",
        /// A MASH enquiry.
        Mash = "mash",
        /// The route by which professionals disagree.
        Escalation = "escalation",
        /// The agency's own route of disagreement.
        AgencyEscalation = "agency-escalation",
        /// A multi-agency professionals' meeting.
        Professionals = "professionals",
        /// The countywide multidisciplinary team meeting.
        MdtCountywide = "mdt-countywide",
        /// The locality multidisciplinary team meeting.
        MdtLocality = "mdt-locality",
        /// The team around the child.
        Tac = "tac-initial",
        /// The review by the team around the child.
        TacReview = "tac-review",
        /// Early help, or a safeguarding referral.
        EarlyHelpOrReferral = "early-help-or-safeguarding-referral",
        /// Case management as usual.
        CaseManagement = "normal-case-management",
        /// A plan that keeps the door open.
        EngagementPlan = "engagement-plan",
        /// One agency by itself.
        SingleAgency = "single-agency",
        /// The help that fits.
        AppropriateHelp = "appropriate-help",
        /// What the documents do not determine.
        NotDetermined = "not-determined",
    }
}

answers! {
    /// Where the circumstances lead.
    #[derive(Clone, Debug)]
    pub struct Choice<'p> {
        /// The answer in one sentence.
        pub heading: Said,
        /// The most protective route that is called for.
        pub route: Option<Route>,
        /// Every route that is called for, the most protective first.
        pub routes: Vec<Called<'p>>,
        /// Meetings that are not the route, and why.
        pub not_routes: Vec<RuledOut<'p>>,
        /// What the documents say of each meeting looked at.
        pub meetings: Vec<Considered<'p>>,
    }
}

answers! {
    /// A route, and why.
    #[derive(Clone, Debug)]
    pub struct Called<'p> {
        /// The route.
        pub route: Route,
        /// Its name in a sentence.
        pub label: &'static str,
        /// Why.
        pub why: Said,
        /// The rule.
        pub rule: &'p str,
        /// Does it stand here only because something is not known?
        pub provisional: bool where known,
    }
}

answers! {
    /// A meeting that is not the route.
    #[derive(Clone, Debug)]
    pub struct RuledOut<'p> {
        /// The meeting.
        pub meeting: MeetingType,
        /// Why.
        pub why: Said,
        /// The rule.
        pub rule: &'p str,
        /// Where to go instead.
        pub instead: Option<Route>,
        /// Does it stand here only because something is not known?
        pub provisional: bool where known,
    }
}

answers! {
    /// What the documents say of one meeting.
    #[derive(Clone, Debug)]
    pub struct Considered<'p> {
        /// The meeting.
        pub meeting: MeetingType,
        /// May it be held?
        pub verdict: Verdict,
        /// Is the child one of those whom it is for? None where no document says whom it is for.
        pub in_scope: Option<Scope>,
        /// Whom it is for, of what is known.
        pub cohort_met: Vec<&'p str>,
        /// What speaks for it.
        pub criteria_met: Vec<&'p str>,
        /// What came before it.
        pub preconditions_met: Vec<Precondition<'p>>,
        /// What has yet to come before it.
        pub preconditions_missing: Vec<Precondition<'p>>,
    }
}

answers! {
    /// Something that comes before a meeting.
    #[derive(Clone, Debug)]
    pub struct Precondition<'p> {
        /// The fact's path.
        pub path: String,
        /// The question.
        pub question: Said,
        /// Is it so?
        pub met: Answer,
        /// The rule.
        pub rule: &'p str,
    }
}

words! {
    /// May the meeting be held?
    Verdict {
        /// The documents call for it.
        CalledFor = "called-for",
        /// It may be held.
        MayBeHeld = "may-be-held",
        /// Something has to come first.
        NotYet = "not-yet",
        /// Nothing that was said speaks for it.
        NotIndicated = "not-indicated",
        /// It is not the route.
        RuledOut = "ruled-out",
        /// What is known does not tell.
        NotEstablished = "not-established",
    }
}

words! {
    /// Is the child one of those whom a meeting is for?
    Scope {
        /// Yes.
        Named = "in-scope",
        /// The list does not name the child, and the list is open.
        NotNamed = "not-named",
        /// What is known does not tell.
        NotEstablished = "not-established",
    }
}

impl Route {
    /// The name in a sentence.
    pub fn label(self) -> &'static str {
        match self {
            Route::Strategy => "a strategy discussion",
            Route::AdultSafeguarding => "adult safeguarding",
            Route::ChildProtection => "child protection procedures",
            Route::SafeguardingReferral => "a safeguarding referral, now",
            Route::Section47 => "a section 47 enquiry",
            Route::Conference => "a child protection conference",
            Route::Mash => "a MASH enquiry",
            Route::Escalation => "the partnership's way of resolving disagreements",
            Route::AgencyEscalation => "your own agency's way of resolving disagreements",
            Route::Professionals => "a multi-agency professionals' meeting",
            Route::MdtCountywide => "the countywide MDT",
            Route::MdtLocality => "the locality MDT",
            Route::Tac => "a team around the child",
            Route::TacReview => "a review by the team around the child",
            Route::EarlyHelpOrReferral => "early help, or a safeguarding referral",
            Route::CaseManagement => "normal case management and safeguarding",
            Route::EngagementPlan => "a plan of engagement",
            Route::SingleAgency => "one agency by itself",
            Route::AppropriateHelp => "the help that fits",
            Route::NotDetermined => "something that this document does not determine",
        }
    }

    /// The route that a meeting is.
    pub fn of_meeting(meeting: MeetingType) -> Route {
        match meeting {
            MeetingType::Strategy => Route::Strategy,
            MeetingType::Section47 => Route::Section47,
            MeetingType::Mash => Route::Mash,
            MeetingType::Conference => Route::Conference,
            MeetingType::MdtLocality => Route::MdtLocality,
            MeetingType::MdtCountywide => Route::MdtCountywide,
            MeetingType::TacInitial => Route::Tac,
            MeetingType::TacReview => Route::TacReview,
            MeetingType::Professionals => Route::Professionals,
        }
    }
}

/// Answers which meeting the circumstances call for.
///
/// # Errors
/// A [`Refusal`] where an area, a pack or a fact is not known as such.
pub fn choose_meeting<'r>(facts: &Facts, rulebook: &'r Rulebook) -> Result<Decision<'r, Choice<'r>>, Refusal> {
    let case = Case::new(rulebook.stack(&facts.asked())?, &facts.known, facts.others_considered)?;
    let rules = case.rules(|pack| pack.choose_meeting);
    Ok(Choosing { facts, case, rules }.decision())
}

struct Choosing<'f, 'r> {
    facts: &'f Facts,
    case: Case<'f, 'r>,
    rules: Vec<Held<'r, Rule>>,
}

impl<'r> Choosing<'_, 'r> {
    fn looks_at(&self, meeting: MeetingType) -> bool {
        self.facts.meeting_type.is_none_or(|wanted| wanted == meeting)
    }

    /// The rules of one part that speak of a meeting, and whether each holds.
    fn of(&self, part: Part, meeting: MeetingType) -> impl Iterator<Item = &Held<'r, Rule>> {
        self.rules.iter().filter(move |held| held.rule.part == part && held.rule.meeting.contains(&meeting))
    }

    /// A rule that is presumed holds until somebody says no; one that has an exception, until somebody claims that.
    fn in_effect(&self, held: &Held<'r, Rule>) -> bool {
        let rule = held.rule;
        let met = || rule.unless.is_empty() || rule.when.iter().all(|fact| self.case.answer(fact).is_yes());
        held.holds.is_yes() || (held.holds.is_unknown() && rule.presumed && met())
    }

    fn ruled_out(&self) -> Vec<RuledOut<'r>> {
        let out = self.rules.iter().filter(|held| held.rule.part == Part::RulesOut && self.in_effect(held));
        let of_each = out.flat_map(|held| held.rule.meeting.iter().map(move |meeting| (*meeting, held)));
        of_each
            .map(|(meeting, held)| RuledOut {
                meeting,
                why: Said::of_rule(held.rule),
                rule: held.rule.id,
                instead: held.rule.route,
                provisional: held.holds.is_unknown(),
            })
            .gathered()
    }

    fn consider(&self, meeting: MeetingType, ruled_out: &[RuledOut<'_>]) -> Considered<'r> {
        let ids = |part: Part| self.of(part, meeting).filter(|held| held.holds.is_yes()).map(|held| held.rule.id).gathered();
        let any = |part: Part| self.of(part, meeting).map(|held| held.holds).reduce(Answer::or);
        let (cohort, criteria) = (any(Part::Cohort), any(Part::Criterion));
        let (preconditions_met, preconditions_missing): (Vec<_>, Vec<_>) =
            self.preconditions(meeting).into_iter().partition(|one| one.met.is_yes());
        let called_for = self.of(Part::CallsFor, meeting).any(|held| held.holds.is_yes());
        let must_be =
            cohort.is_none() && self.of(Part::Criterion, meeting).any(|held| held.holds.is_yes() && held.rule.force == Force::Must);
        let needs_all = called_for || must_be || (criteria.is_none() && cohort.is_none());
        let speaks_for_it = if called_for { Some(Answer::Yes) } else { criteria.or(cohort) };
        let speaks_for_it =
            speaks_for_it.unwrap_or(if needs_all && preconditions_missing.is_empty() && (called_for || !preconditions_met.is_empty()) {
                Answer::Yes
            } else {
                Answer::Unknown
            });
        let verdict = match speaks_for_it {
            _ if ruled_out.iter().any(|out| out.meeting == meeting) => Verdict::RuledOut,
            _ if preconditions_missing.iter().any(|one| one.met.is_no()) => Verdict::NotYet,
            Answer::No => Verdict::NotIndicated,
            Answer::Unknown => Verdict::NotEstablished,
            Answer::Yes if needs_all && !preconditions_missing.is_empty() => Verdict::NotEstablished,
            Answer::Yes if needs_all => Verdict::CalledFor,
            Answer::Yes => Verdict::MayBeHeld,
        };
        Considered {
            meeting,
            verdict,
            in_scope: cohort.map(|cohort| match cohort {
                Answer::Yes => Scope::Named,
                Answer::No => Scope::NotNamed,
                Answer::Unknown => Scope::NotEstablished,
            }),
            cohort_met: ids(Part::Cohort),
            criteria_met: ids(Part::Criterion),
            preconditions_met,
            preconditions_missing,
        }
    }

    /// Fact by fact, so that the one that is missing can be named.
    fn preconditions(&self, meeting: MeetingType) -> Vec<Precondition<'r>> {
        let of_rule = |held: &Held<'r, Rule>| {
            let rule = held.rule;
            let precondition = |(fact, met): (&'static str, Answer)| Precondition {
                path: self.case.stack.path(fact),
                question: self.case.stack.question(fact),
                met,
                rule: rule.id,
            };
            let needed = rule.when.iter().map(|fact| (*fact, self.case.answer(fact)));
            let kept = rule.unless.iter().map(|fact| (*fact, self.case.answer(fact).not()));
            needed.chain(kept).map(precondition).gathered()
        };
        self.of(Part::Precondition, meeting).flat_map(of_rule).gathered()
    }

    fn meetings(&self, ruled_out: &[RuledOut<'_>]) -> Vec<Considered<'r>> {
        let spoken_of = self.rules.iter().flat_map(|held| held.rule.meeting.iter().copied());
        let meetings = once(spoken_of.filter(|meeting| self.looks_at(*meeting)).gathered());
        meetings.into_iter().map(|meeting| self.consider(meeting, ruled_out)).gathered()
    }

    /// Every route that is called for, by a rule or by a meeting that may be held; the most protective first.
    fn routes(&self, meetings: &[Considered<'r>], ruled_out: &[RuledOut<'r>]) -> Vec<Called<'r>> {
        let called = |held: &Held<'r, Rule>, route: Route| Called {
            route,
            label: route.label(),
            why: Said::of_rule(held.rule),
            rule: held.rule.id,
            provisional: held.holds.is_unknown(),
        };
        let mut routes: Vec<Called<'r>> = Vec::new();
        for held in self.rules.iter().filter(|held| held.rule.part == Part::CallsFor && self.in_effect(held)) {
            let meeting_open = |meeting: &MeetingType| !ruled_out.iter().any(|out| out.meeting == *meeting);
            let open = held.rule.meeting.is_empty() || held.rule.meeting.iter().any(meeting_open);
            routes.gather(held.rule.route.filter(|_| open).map(|route| called(held, route)));
        }
        for considered in meetings {
            let stands_for_it = |part: Part| self.of(part, considered.meeting).find(|held| held.holds.is_yes());
            let speaking = [Part::CallsFor, Part::Criterion, Part::Cohort, Part::Precondition].into_iter().find_map(stands_for_it);
            if let (Verdict::CalledFor | Verdict::MayBeHeld, Some(held)) = (considered.verdict, speaking) {
                routes.push(called(held, Route::of_meeting(considered.meeting)));
            }
            let otherwise = self.of(Part::Otherwise, considered.meeting).filter(|held| self.in_effect(held));
            let nothing_met = considered.verdict == Verdict::NotIndicated || considered.in_scope == Some(Scope::NotNamed);
            if nothing_met {
                routes.gather(otherwise.filter_map(|held| held.rule.route.map(|route| called(held, route))));
            }
        }
        let asked_for = |meeting: MeetingType| self.facts.meeting_type == Some(meeting);
        for held in self.rules.iter().filter(|held| held.rule.part == Part::RulesOut && self.in_effect(held)) {
            let concerns_this = held.rule.meeting.iter().any(|meeting| asked_for(*meeting));
            let decided_by_facts = !held.rule.when.is_empty() || !held.rule.unless.is_empty();
            if concerns_this || (self.facts.meeting_type.is_none() && decided_by_facts) {
                routes.gather(held.rule.route.map(|route| called(held, route)));
            }
        }
        in_order(&mut routes, |one, other| (one.route as usize) < other.route as usize);
        let mut once_each: Vec<Called<'r>> = Vec::new();
        for called in routes {
            match once_each.iter_mut().find(|known| known.route == called.route) {
                Some(known) if known.provisional && !called.provisional => *known = called,
                Some(_) => {}
                None => once_each.push(called),
            }
        }
        once_each
    }

    /// Facts that could open a more protective route, and those that would tell whether the meeting in mind may be held.
    /// Whether people disagree is theirs to say: nobody is asked for a dispute.
    fn ask(&self, governing: Option<Route>, meetings: &[Considered<'r>]) -> Vec<Ask> {
        let mut ask = Vec::new();
        let more_protective = |route: Route| governing.is_none_or(|governing| (route as usize) < governing as usize);
        let is_open = |meeting: MeetingType| !meetings.iter().any(|one| one.meeting == meeting && one.verdict == Verdict::RuledOut);
        let leads_nowhere =
            |rule: &Rule| rule.part == Part::CallsFor && !rule.meeting.is_empty() && !rule.meeting.iter().any(|meeting| is_open(*meeting));
        for held in self.rules.iter().filter(|held| held.holds.is_unknown() && !leads_nowhere(held.rule)) {
            let of_dispute = matches!(held.rule.route, Some(Route::Escalation | Route::AgencyEscalation));
            let leads = matches!(held.rule.part, Part::CallsFor | Part::RulesOut) && !of_dispute;
            let more_urgent =
                held.rule.route.is_some_and(|route| more_protective(route) || (held.rule.presumed && Some(route) == governing));
            if leads && more_urgent {
                ask.gather(self.case.asks_whether(held.rule));
            }
        }
        for considered in meetings.iter().filter(|one| self.facts.meeting_type.is_some() && one.verdict != Verdict::RuledOut) {
            if considered.in_scope == Some(Scope::NotEstablished) {
                ask.gather(self.open_questions(Part::Cohort, considered.meeting));
            }
            if considered.verdict == Verdict::NotEstablished && considered.criteria_met.is_empty() {
                ask.gather(self.open_questions(Part::Criterion, considered.meeting));
            }
            let missing = considered.preconditions_missing.iter().filter(|one| one.met.is_unknown());
            ask.gather(missing.map(|one| Ask::new(one.path.clone(), one.question.clone())));
        }
        once(ask)
    }

    fn open_questions(&self, part: Part, meeting: MeetingType) -> Vec<Ask> {
        self.of(part, meeting).filter(|held| held.holds.is_unknown()).filter_map(|held| self.case.asks_whether(held.rule)).gathered()
    }

    fn heading(&self, routes: &[Called<'r>], meetings: &[Considered<'r>]) -> Said {
        let route = routes.first().map(|called| ("route", called.label.into()));
        let in_mind = self.facts.meeting_type.zip(meetings.first());
        let meeting = || ("meeting", in_mind.map_or("", |(meeting, _)| meeting.label()).into());
        match (in_mind.map(|(_, considered)| considered.verdict), route) {
            (Some(Verdict::RuledOut), Some(route)) => NOT_THIS_BUT.with([meeting(), route]),
            (Some(Verdict::RuledOut), None) => NOT_THIS.with([meeting()]),
            (Some(Verdict::MayBeHeld), Some(route))
                if in_mind.is_some_and(|(meeting, _)| routes[0].route != Route::of_meeting(meeting)) =>
            {
                ALSO_ALLOWS.with([meeting(), route])
            }
            (Some(Verdict::MayBeHeld), _) => ALLOWS.with([meeting()]),
            (Some(Verdict::NotYet), _) => SOMETHING_FIRST.with([meeting()]),
            (Some(Verdict::NotIndicated), _) => NOTHING_SPEAKS_FOR_IT.with([meeting()]),
            (Some(Verdict::NotEstablished), None) => NOT_TOLD_YET.with([meeting()]),
            (_, Some(route)) => THE_ROUTE_IS.with([route]),
            (_, None) => NO_MEETING_YET.said(),
        }
    }

    fn decision(self) -> Decision<'r, Choice<'r>> {
        let ruled_out = self.ruled_out();
        let meetings = self.meetings(&ruled_out);
        let routes = self.routes(&meetings, &ruled_out);
        let route = routes.first().map(|called| called.route);
        let ask = self.ask(route, &meetings);
        let (because, also_applies) = self.cited(&routes);
        let speaks = |rule: &Rule| speaks_of(rule.meeting, self.facts.meeting_type);
        let set_aside = self.case.set_aside(&self.rules, |pack| pack.choose_meeting, &speaks);
        Decision {
            settled: ask.is_empty(),
            cautions: self.cautions(&routes),
            because,
            also_applies,
            set_aside,
            basis: self.case.stack.basis(self.facts.others_considered),
            answer: Choice { heading: self.heading(&routes, &meetings), route, routes, not_routes: self.told(ruled_out), meetings },
            ask,
        }
    }

    /// Of a meeting in mind only what concerns it; otherwise all.
    fn told(&self, ruled_out: Vec<RuledOut<'r>>) -> Vec<RuledOut<'r>> {
        ruled_out.into_iter().filter(|out| self.looks_at(out.meeting)).gathered()
    }

    /// The rules that lead to the answer, and the others that hold for the meetings looked at.
    fn cited(&self, routes: &[Called<'r>]) -> (Vec<Cited<'r>>, Vec<Cited<'r>>) {
        let (mut because, mut also) = (Vec::new(), Vec::new());
        for held in self.rules.iter().filter(|held| self.in_effect(held)) {
            let looked_at = speaks_of(held.rule.meeting, self.facts.meeting_type);
            if routes.first().is_some_and(|called| called.rule == held.rule.id) {
                because.push(held.cited());
            } else if looked_at && (!held.rule.when.is_empty() || !held.rule.unless.is_empty() || self.facts.meeting_type.is_some()) {
                also.push(held.cited());
            }
        }
        if because.is_empty() { (also, because) } else { (because, also) }
    }

    fn cautions(&self, routes: &[Called<'r>]) -> Vec<Caution> {
        let mut cautions = self
            .case
            .stack
            .cautions(Question::ChooseMeeting, &|fact| self.case.answer(fact), &|caution| caution.is_of(self.facts.meeting_type));
        cautions.push(Caution::of(PEOPLE_DECIDE));
        if routes.is_empty() {
            cautions.push(Caution::of(NO_ROUTE));
        }
        cautions.gather(self.case.stack.standing_cautions());
        cautions
    }
}
