//! **Is this action SMART, and is the plan complete?**
//!
//! Five criteria, in the document's own words: specific, measurable, assignable, realistic, time-related. A field that
//! is filled in is not yet an answer: words that say nothing by themselves are listed in the pack, and a text made of
//! them alone does not count. Realism is attested by people and never judged here. Each finding says what would mend it.

mod action;
mod answer;
mod elsewhere;
mod facts;
mod finding;
mod owner;
mod plan;
mod progress;
pub(crate) mod rule;
mod sentence;
mod words;

use std::sync::Arc;

use crate::engine::decision::{Ask, Caution, Cited, Decision, Reasons};
use crate::engine::form::{Each, Expected, Form, Kind};
use crate::engine::question::Question;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::Stack;
use crate::engine::twice::tell_twice;
use crate::error::Error;
use crate::pack::Pack;
use crate::pack::rule::Rule;
use crate::text::Sentence;
use crate::text::sentences::{
    ACTIONS_NOT_COVERED, ASK_RESOURCES, ASK_TWO_ACTIONS, IS_IT_SMART, IS_THE_PLAN_COMPLETE, REVIEW_BEFORE_MEETING,
};
use crate::value::truth::Truth;
pub use answer::{ActionCheck, FailingAction, Finding, Lack, PlanCheck};
pub use facts::{Action, ActionFacts, Plan, PlanFacts, State};
use finding::Window;
pub use progress::Progress;
pub use rule::Check;
use rule::Own;

/// One action's question in the list of all.
pub(crate) struct CheckAction;

/// A plan's question in the list of all.
pub(crate) struct CheckPlan;

/// The rules of the day, each with its pack. They hang on no fact: what is checked is what was written.
type Rules<'s> = Vec<(&'s Arc<Pack>, &'s Rule<Own>)>;

impl Question for CheckAction {
    const NAME: &'static str = "check-action";
    const TABLE: &'static str = "check_action";
    const ASKS: &'static Sentence = IS_IT_SMART;
    const FORM: Form = Form { object: Some("action"), ..Form::BY_WHAT_IS_WRITTEN };
    type Facts = ActionFacts;
    type Answer = ActionCheck;

    fn decide(scope: &Scope, facts: &ActionFacts, rulebook: &Rulebook) -> Result<Decision<ActionCheck>, Error> {
        let stack = rulebook.stack(scope)?;
        let mut rules: Rules<'_> = stack.rules_of_the_day().collect();
        rules.retain(|(_, rule)| rule.own.checks.is_about_one_action());
        let window = Window { from: facts.meeting_date.map(|at| at.date()), until: facts.review_date.map(|at| at.date()) };
        let check = action::check(&facts.action, window, &rules);
        let ask = attestation(&check, "action").into_iter().chain(window.ask("reviewDate")).collect();
        let mut reasons = reasons(CheckAction::NAME, &rules, ask, &stack);
        reasons.cautions.extend(window.caution());
        Ok(stack.decision(check, reasons))
    }

    fn expects_at(path: &str, _: &Stack) -> Option<Expected> {
        Some(expected_at(path))
    }
}

impl Question for CheckPlan {
    const NAME: &'static str = "check-plan";
    const TABLE: &'static str = "check_action";
    const ASKS: &'static Sentence = IS_THE_PLAN_COMPLETE;
    const FORM: Form = Form { object: Some("plan"), ..Form::BY_WHAT_IS_WRITTEN };
    type Facts = PlanFacts;
    type Answer = PlanCheck;

    fn decide(scope: &Scope, facts: &PlanFacts, rulebook: &Rulebook) -> Result<Decision<PlanCheck>, Error> {
        let stack = rulebook.stack(scope)?;
        let rules: Rules<'_> = stack.rules_of_the_day().collect();
        let reviews = || facts.plan.review_dates.iter().flatten().map(|at| at.date());
        let window = Window { from: facts.meeting_date.map(|at| at.date()), until: reviews().max() };
        // Of several reviews each lies after the meeting.
        let of_the_first = Window { until: reviews().min(), ..window };
        let plan = plan::check(&facts.plan, window, &rules);
        let actions = plan.actions.iter().enumerate();
        let attested = actions.filter_map(|(index, check)| attestation(check, &format!("plan.actions[{index}]")));
        let ask = attested.chain(of_the_first.ask("plan.reviewDates")).collect();
        let mut reasons = reasons(CheckPlan::NAME, &rules, ask, &stack);
        reasons.cautions.extend(plan.progress.as_ref().and_then(progress::not_carried_out).into_iter().chain(of_the_first.caution()));
        let told = facts.plan.actions.iter().flatten().map(plan::what_who_and_when);
        tell_twice(told, "plan.actions", "specific", ASK_TWO_ACTIONS, &mut reasons);
        Ok(stack.decision(plan, reasons))
    }

    fn expects_at(path: &str, _: &Stack) -> Option<Expected> {
        Some(expected_at(path))
    }
}

impl Rulebook {
    /// Answers whether an action is SMART.
    ///
    /// # Errors
    /// An [`Error`] where an area or a pack is not known.
    ///
    /// ```
    /// use safeguarding_rules::check_action::{Action, ActionFacts};
    /// use safeguarding_rules::{Rulebook, Scope, Truth};
    ///
    /// let action = Action {
    ///     specific: Some("Weigh the baby at the clinic each Tuesday".to_owned()),
    ///     quantity: Some("4 weights".to_owned()),
    ///     owner: Some("Health visitor".to_owned()),
    ///     realistic_result: Some("Weight recorded weekly".to_owned()),
    ///     resources_confirmed: Truth::Yes,
    ///     ..Action::default()
    /// };
    /// let facts = ActionFacts { action, ..ActionFacts::default() };
    /// let decision = Rulebook::built_in().check_action(&Scope::area("hampshire"), &facts)?;
    /// assert_eq!(decision.answer.heading.to_string(), "Still to add: by when.");
    /// # Ok::<(), safeguarding_rules::Error>(())
    /// ```
    pub fn check_action(&self, scope: &Scope, facts: &ActionFacts) -> Result<Decision<ActionCheck>, Error> {
        CheckAction::decide(scope, facts, self)
    }

    /// Answers whether a plan is complete.
    ///
    /// # Errors
    /// An [`Error`] where an area or a pack is not known.
    ///
    /// ```
    /// use safeguarding_rules::check_action::{Lack, Plan, PlanFacts};
    /// use safeguarding_rules::{Rulebook, Scope, Truth};
    ///
    /// let plan = Plan { review_required: Truth::No, ..Plan::default() };
    /// let facts = PlanFacts { plan, ..PlanFacts::default() };
    /// let decision = Rulebook::built_in().check_plan(&Scope::area("hampshire"), &facts)?;
    /// assert_eq!(decision.answer.missing, [Lack::AtLeastOneAgreedAction]);
    /// # Ok::<(), safeguarding_rules::Error>(())
    /// ```
    pub fn check_plan(&self, scope: &Scope, facts: &PlanFacts) -> Result<Decision<PlanCheck>, Error> {
        CheckPlan::decide(scope, facts, self)
    }
}

impl Window {
    /// What is told and asked where the review lies before the meeting.
    fn caution(self) -> Option<Caution> {
        self.is_turned_round().then(|| Caution::of(REVIEW_BEFORE_MEETING))
    }

    fn ask(self, path: &str) -> Option<Ask> {
        self.is_turned_round().then(|| Ask::new(path, REVIEW_BEFORE_MEETING.said()))
    }
}

/// The question whether somebody attests that the means are there, where nobody has said.
fn attestation(check: &ActionCheck, path: &str) -> Option<Ask> {
    check.needs_attestation.then(|| Ask::new(format!("{path}.resourcesConfirmed"), ASK_RESOURCES.said()))
}

fn reasons(question: &str, rules: &Rules<'_>, ask: Vec<Ask>, stack: &Stack) -> Reasons {
    let nothing_known = stack.read_each(|_| Truth::Unknown);
    let mut cautions = stack.cautions(question, &nothing_known, |_| true);
    if rules.is_empty() {
        cautions.push(Caution::of(ACTIONS_NOT_COVERED));
    }
    let because = rules.iter().map(|(pack, rule)| Cited::of(pack, *rule)).collect();
    Reasons { because, set_aside: stack.weakened::<rule::Own>(), ask, cautions, ..Reasons::default() }
}

/// What makes an action SMART.
const OF_AN_ACTION: &[(&str, Kind)] = &[
    ("specific", Kind::Text),
    ("quantity", Kind::Text),
    ("indicator", Kind::Text),
    ("owner", Kind::Text),
    ("realisticResult", Kind::Text),
    ("resourcesConfirmed", Kind::Answer),
    ("due", Kind::Date),
];

/// What is expected in a field of an action or a plan.
fn expected_at(path: &str) -> Expected {
    let name = path.rsplit('.').next().unwrap_or_default();
    match name {
        "actions" => Expected::list_of(Each::Fields(OF_AN_ACTION)),
        "reviewDates" => Expected::list_of(Each::One(Kind::Date)),
        _ => OF_AN_ACTION.iter().find(|(known, _)| *known == name).map_or(Kind::Text, |(_, kind)| *kind).into(),
    }
}
