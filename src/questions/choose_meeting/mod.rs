//! **Which meeting does this call for, and who may call it?**
//!
//! Rules call for a route, rule a meeting out, or say when a meeting may be held: whom it is for (its cohort), what
//! speaks for it (its criteria), and what must come before it (its preconditions). Of all routes that are called for
//! the most protective is the answer. A fact that nobody knows never closes a more protective route: it is asked for,
//! and until then both stand. Nothing here says that a threshold is not met.

mod answer;
mod asks;
mod children;
mod considered;
mod facts;
mod routes;
pub(crate) mod rule;
mod words;

pub use answer::{Called, ChildsRoute, Choice, Considered, InScope, Precondition, RuledOut, Verdict};
pub use facts::Facts;
pub use rule::{Part, Route};

use crate::engine::case::Case;
use crate::engine::children::{in_its_place, known_of_each};
use crate::engine::decision::{Caution, Cited, Decision, Reasons, says};
use crate::engine::form::Form;
use crate::engine::kinds::known_with;
use crate::engine::question::Question;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::Held;
use crate::error::{Code, Error};
use crate::pack::vocabulary::PackCaution;
use crate::text::Sentence;
use crate::text::sentences::{NO_ROUTE, PEOPLE_DECIDE, WHICH_MEETING};
use crate::value::known::Known;
use crate::value::known::KnownOfChild;
use crate::value::meeting::speaks_of;
use crate::value::{Text, distinct};
use considered::Meeting;
use rule::{Own, Rank};

/// The question in the list of all.
pub(crate) struct ChooseMeeting;

impl Question for ChooseMeeting {
    const NAME: &'static str = "choose-meeting";
    const TABLE: &'static str = "choose_meeting";
    const ASKS: &'static Sentence = WHICH_MEETING;
    type Facts = Facts;
    type Answer = Choice;
    const FORM: Form = Form { looks_at_every_rule: true, ..Form::BY_FACTS };

    fn decide(scope: &Scope, facts: &Facts, rulebook: &Rulebook) -> Result<Decision<Choice>, Error> {
        let stack = rulebook.stack(scope)?;
        stack.check_meeting(facts.meeting_type.as_ref())?;
        let known = known_with(facts.concern_types.as_deref(), &facts.known, &stack)?;
        let decide = |known: &Known, place: Option<usize>| {
            let in_its_place = |error: Error| match place {
                Some(place) if error.path().starts_with("child.") => in_its_place(error, place),
                _ => error,
            };
            let case = Case::new(&stack, known, facts.others_considered).map_err(in_its_place)?.at(facts.meeting_type.as_ref());
            let rules = case.rules();
            let kinds = children::kinds(facts, place.zip(facts.children.as_ref()).map(|(place, children)| &children[place]));
            Ok(Choosing { facts, kinds, case, rules }.decision())
        };
        let Some(of_children) = &facts.children else { return decide(&known, None) };
        // What was said of all is read before a child's own stands in its place: a word that nobody knows is refused, and no silent no.
        stack.check_known(&known)?;
        let each = known_of_each(Some(of_children), &stack)?;
        let each = each.iter().enumerate().map(|(place, KnownOfChild(child))| decide(&known.of_child(child), Some(place)));
        let joined = children::joined(of_children, each.collect::<Result<Vec<_>, Error>>()?, facts.meeting_type.is_some());
        joined.ok_or_else(|| Error::new(Code::BadInput, "children", "expected at least one child, or no list"))
    }
}

impl Rulebook {
    /// Answers which meeting the circumstances call for: every route that is called for, the most protective first, and
    /// what the documents say of each meeting, or of the one that somebody has in mind.
    ///
    /// # Errors
    /// An [`Error`] where an area, a pack or a fact is not known as such.
    ///
    /// # Examples
    /// ```
    /// use safeguarding_rules::choose_meeting::{Facts, Route};
    /// use safeguarding_rules::{Known, Rulebook, Scope};
    ///
    /// let known = Known::default().with("reasonableCauseSignificantHarm", true);
    /// let facts = Facts { known, ..Facts::default() };
    /// let decision = Rulebook::built_in().choose_meeting(&Scope::area("county-durham"), &facts)?;
    /// assert_eq!(decision.answer.route, Some(Route::Strategy));
    /// # Ok::<(), safeguarding_rules::Error>(())
    /// ```
    pub fn choose_meeting(&self, scope: &Scope, facts: &Facts) -> Result<Decision<Choice>, Error> {
        ChooseMeeting::decide(scope, facts, self)
    }
}

struct Choosing<'c> {
    facts: &'c Facts,
    /// The kinds of concern that were chosen.
    kinds: Vec<String>,
    case: Case<'c>,
    rules: Vec<Held<'c, Own>>,
}

impl<'c> Choosing<'c> {
    fn decision(self) -> Decision<Choice> {
        let ruled_out = self.ruled_out();
        let meetings = self.meetings(&ruled_out);
        let routes = self.routes(&meetings, &ruled_out);
        let route = routes.first().map(|called| called.route.clone());
        let in_mind = self.facts.meeting_type.as_ref().zip(meetings.first().map(|meeting| meeting.told.verdict));
        let (because, also_applies) = self.cited(routes.first());
        let reasons = Reasons {
            because,
            also_applies,
            set_aside: self.case.set_aside(&self.rules, |own| speaks_of(&own.meeting, self.facts.meeting_type.as_ref())),
            ask: self.asks(route.as_ref(), &meetings),
            cautions: self.cautions(routes.is_empty()),
            others_considered: self.facts.others_considered,
            today: None,
        };
        let answer = Choice {
            heading: self.heading(in_mind, routes.first(), &ruled_out),
            route,
            routes,
            not_routes: self.told(ruled_out),
            meetings: meetings.into_iter().map(|meeting| meeting.told).collect(),
            per_child: Vec::new(),
        };
        self.case.decision(answer, reasons)
    }

    /// The rules that take effect.
    fn in_effect(&self) -> impl Iterator<Item = &Held<'c, Own>> {
        self.rules.iter().filter(|held| self.takes_effect(held))
    }

    /// A rule that is presumed holds until somebody says no; one that has an exception, until somebody claims that.
    fn takes_effect(&self, held: &Held<'_, Own>) -> bool {
        let cite = &held.rule.cite;
        let met = || cite.unless.is_empty() || cite.when.iter().all(|fact| self.case.truth(fact).is_yes());
        held.holds.is_yes() || (held.holds.is_unknown() && held.rule.own.presumed && met())
    }

    /// How much a route protects: the smaller rank more.
    fn rank(&self, route: &Route) -> Rank {
        route.rank(self.case.stack.entries(|pack| &pack.words.meeting_type))
    }

    fn ruled_out(&self) -> Vec<RuledOut> {
        let out = self.in_effect().filter(|held| held.rule.own.part == Part::RulesOut);
        let of_each = out.flat_map(|held| held.rule.own.meeting.iter().map(move |meeting| (meeting.clone(), held)));
        of_each
            .map(|(meeting, held)| RuledOut {
                meeting,
                why: says(held.rule),
                rule: Text::clone(&held.rule.cite.id),
                instead: held.rule.own.route.clone(),
                provisional: held.holds.is_unknown(),
                may_be_excepted: held.holds.is_unknown() && held.rule.cite.unless.iter().any(|fact| self.case.is_in_doubt(fact)),
            })
            .collect()
    }

    /// Of a meeting in mind only what concerns it; otherwise all.
    fn told(&self, mut ruled_out: Vec<RuledOut>) -> Vec<RuledOut> {
        ruled_out.retain(|out| self.facts.meeting_type.as_ref().is_none_or(|wanted| *wanted == out.meeting));
        ruled_out
    }

    /// The meetings looked at: the one in mind, or each that a rule speaks of.
    fn meetings(&self, ruled_out: &[RuledOut]) -> Vec<Meeting<'c>> {
        let spoken_of = distinct(self.rules.iter().flat_map(|held| &held.rule.own.meeting));
        let looked_at = spoken_of.into_iter().filter(|meeting| self.facts.meeting_type.as_ref().is_none_or(|wanted| wanted == *meeting));
        looked_at.map(|meeting| Meeting::consider(meeting, &self.rules, &self.case, ruled_out)).collect()
    }

    /// The rules that lead to the answer, and the others that take effect for the meetings looked at. Where none leads to
    /// one, those are what it rests on.
    fn cited(&self, governing: Option<&Called>) -> (Vec<Cited>, Vec<Cited>) {
        let governs = |held: &Held<'_, Own>| governing.is_some_and(|called| called.rule == held.rule.cite.id);
        let because: Vec<Cited> = self.in_effect().filter(|held| governs(held)).map(Held::cited).collect();
        let also = self.in_effect().filter(|held| !governs(held) && self.is_worth_citing(held)).map(Held::cited).collect();
        if because.is_empty() { (also, because) } else { (because, also) }
    }

    /// Does it speak of what is looked at? What always holds is cited only where a meeting is in mind.
    fn is_worth_citing(&self, held: &Held<'_, Own>) -> bool {
        let in_mind = self.facts.meeting_type.as_ref();
        speaks_of(&held.rule.own.meeting, in_mind) && (in_mind.is_some() || held.rule.cite.conditions().next().is_some())
    }

    fn cautions(&self, no_route: bool) -> Vec<Caution> {
        let is_chosen = |kind: &Text| self.kinds.iter().any(|chosen| **chosen == **kind);
        let is_of_kind = |caution: &PackCaution| caution.types.is_empty() || caution.types.iter().any(is_chosen);
        let mut cautions =
            self.case.cautions(ChooseMeeting::NAME, |caution| is_of_kind(caution) && caution.is_of(self.facts.meeting_type.as_ref()));
        cautions.push(Caution::of(PEOPLE_DECIDE));
        if no_route {
            cautions.push(Caution::of(NO_ROUTE));
        }
        cautions
    }
}
