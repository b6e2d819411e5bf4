//! **Is this action SMART, and is the plan complete?**
//!
//! Five criteria, in the document's own words: specific, measurable, assignable, realistic, time-related. A field that
//! is filled in is not yet an answer: words that say nothing by themselves are listed in the pack, and a text made of
//! them alone does not count. Realism is attested by people and never judged here. Each finding says what would mend it.

use chrono::NaiveDate;

use crate::answers::answers;
use crate::facts::{facts, scoped};
use crate::pack::{Pack, Question};
use crate::rulebook::{Rulebook, Stack};
use crate::words::answer::{Answer, Established};
use crate::words::citation::cited_rule;
use crate::words::decision::{Ask, Caution, Cited, Decision};
use crate::words::list::words;
use crate::words::moment::{Moment, said, written_date};
use crate::words::refusal::Refusal;
use crate::words::said::{Said, Sentence, listed};
use crate::words::sentences::*;
use crate::words::{Gather as _, Gathering as _};

scoped! { facts,
    /// One action and the meeting it comes from.
    #[derive(Clone, Debug, Default)]
    pub struct ActionFacts {
        /// The action.
        pub action: Action,
        /// When the meeting is or was.
        pub meeting_date: Option<Moment>,
        /// When it is to be reviewed.
        pub review_date: Option<Moment>,
    }
}

scoped! { facts,
    /// A plan and the meeting it comes from.
    #[derive(Clone, Debug, Default)]
    pub struct PlanFacts {
        /// The plan.
        pub plan: Plan,
        /// When the meeting is or was.
        pub meeting_date: Option<Moment>,
    }
}

facts! {
    /// A plan.
    #[derive(Clone, Debug, Default)]
    pub struct Plan {
        /// Its actions.
        pub actions: Option<Vec<Action>>,
        /// When it is to be reviewed.
        pub review_dates: Option<Vec<Moment>>,
        /// Is a review needed? A recorded no stands for a date.
        pub review_required: Answer,
    }
}

facts! {
    /// An action, in the fields that make it SMART.
    #[derive(Clone, Debug, Default)]
    pub struct Action {
        /// What will be done.
        pub specific: Option<String>,
        /// How much of it.
        pub quantity: Option<String>,
        /// How progress will show.
        pub indicator: Option<String>,
        /// Who will do it.
        pub owner: Option<String>,
        /// What result can realistically be achieved.
        pub realistic_result: Option<String>,
        /// Do people confirm that the means are there?
        pub resources_confirmed: Answer,
        /// By when.
        pub due: Option<String>,
        /// Does it relate to the child or family?
        pub relates_to_family: Answer,
        /// Has it been discussed with them?
        pub discussed_with_family: Answer,
    }
}

cited_rule! { "check_action",
    /// A rule about actions, as a pack writes it.
    pub struct Rule {
        /// What it checks.
        pub checks: Check,
        /// What would mend it.
        pub mend: &'static str,
        /// Words that say nothing by themselves: a text made of them alone does not count.
        pub says_nothing: Option<&'static str>,
        /// First words that name an area rather than what will be done.
        pub names_an_area: Option<&'static str>,
    }
}

words! {
    /// What a rule checks.
    Check {
        /// Does the action name a specific area or step?
        Specific = "specific",
        /// Is there a quantity or an indicator?
        Measurable = "measurable",
        /// Is it said who will do it?
        Assignable = "assignable",
        /// Is a result stated that can be achieved with what there is?
        Realistic = "realistic",
        /// Is it said by when?
        TimeRelated = "time-related",
        /// Has it been discussed with the family?
        DiscussedWithFamily = "discussed-with-family",
        /// Is there any action at all?
        AtLeastOneAgreedAction = "at-least-one-agreed-action",
        /// Does every action have somebody and a time?
        OwnersAndTimes = "owners-and-times",
        /// Is there a date for the review?
        ReviewDate = "review-date",
    }
}

answers! {
    /// Whether an action is complete, and what is missing.
    #[derive(Clone, Debug)]
    pub struct ActionCheck<'p> {
        /// Its place in the plan, from 0, where it stands in one.
        pub index: Option<usize> where known,
        /// The answer in one sentence.
        pub heading: Said,
        /// Are all criteria met? Not established where the documents set none.
        pub complete: Established,
        /// The criteria that are not.
        pub missing: Vec<Check>,
        /// One finding for each criterion, in the document's order.
        pub findings: Vec<Finding<'p>>,
        /// Advice that leaves the action complete.
        pub warnings: Vec<Caution>,
        /// Does realism still need somebody to attest it?
        pub needs_attestation: bool,
    }
}

answers! {
    /// What was found on one criterion.
    #[derive(Clone, Debug)]
    pub struct Finding<'p> {
        /// The criterion.
        pub criterion: Check,
        /// Is it met?
        pub met: bool,
        /// What was found, by code.
        pub code: &'static str,
        /// What was found.
        pub text: Said,
        /// What would mend it.
        pub mend: Option<&'p str>,
        /// The rule.
        pub rule: &'p str,
    }
}

answers! {
    /// Whether a plan is complete, and what is missing.
    #[derive(Clone, Debug)]
    pub struct PlanCheck<'p> {
        /// The answer in one sentence.
        pub heading: Said,
        /// Is it complete? Not established where the documents set no criteria.
        pub complete: Established,
        /// What the plan as a whole lacks.
        pub missing: Vec<&'static str>,
        /// Each action's check.
        pub actions: Vec<ActionCheck<'p>>,
        /// The actions that are not complete.
        pub failing_actions: Vec<FailingAction>,
    }
}

answers! {
    /// An action that is not complete.
    #[derive(Clone, Debug)]
    pub struct FailingAction {
        /// Its place, from 0.
        pub index: usize,
        /// The criteria that are not met.
        pub missing: Vec<Check>,
    }
}

/// Answers whether an action is SMART.
///
/// # Errors
/// A [`Refusal`] where an area or pack is not known.
pub fn check_action<'r>(facts: &ActionFacts, rulebook: &'r Rulebook) -> Result<Decision<'r, ActionCheck<'r>>, Refusal> {
    let stack = rulebook.stack(&facts.asked())?;
    let window = Window { from: facts.meeting_date.map(|at| at.date()), until: facts.review_date.map(|at| at.date()) };
    let check = one_check(&facts.action, window, &stack);
    let ask = attestation(&check, "action").into_iter().gathered();
    Ok(decision(check, ask, Question::CheckAction, &stack, Rule::is_about_one_action))
}

/// Answers whether a plan is complete.
///
/// # Errors
/// A [`Refusal`] where an area or pack is not known.
pub fn check_plan<'r>(facts: &PlanFacts, rulebook: &'r Rulebook) -> Result<Decision<'r, PlanCheck<'r>>, Refusal> {
    let stack = rulebook.stack(&facts.asked())?;
    let last_review = facts.plan.review_dates.iter().flatten().map(Moment::date).max();
    let window = Window { from: facts.meeting_date.map(|at| at.date()), until: last_review };
    let given = facts.plan.actions.iter().flatten().enumerate();
    let actions: Vec<ActionCheck<'r>> =
        given.map(|(index, action)| ActionCheck { index: Some(index), ..one_check(action, window, &stack) }).gathered();
    let ask = actions.iter().enumerate().filter_map(|(index, check)| attestation(check, &format!("plan.actions[{index}]"))).gathered();
    let plan = plan_check(&facts.plan, actions, &stack);
    Ok(decision(plan, ask, Question::CheckPlan, &stack, |_| true))
}

// ------------------------------------------------------------------------------------------------------ one action

/// From the meeting to the review: when an action can be due.
#[derive(Clone, Copy)]
struct Window {
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

impl Rule {
    fn is_about_one_action(&self) -> bool {
        !matches!(self.checks, Check::AtLeastOneAgreedAction | Check::OwnersAndTimes | Check::ReviewDate)
    }

    /// Is anything left of a text when the words that say nothing are taken away?
    fn says_something(&self, text: Option<&String>, pack: &Pack) -> bool {
        let empty = |word: &str| lists(pack.filler, word) || lists(self.says_nothing, word);
        text.is_some_and(|text| words_of(text).iter().any(|word| !empty(word)))
    }
}

/// Does a list of a pack, a word beside the other, hold this word?
fn lists(list: Option<&str>, word: &str) -> bool {
    list.is_some_and(|list| list.split_ascii_whitespace().any(|listed| listed == word))
}

fn is_blank(text: Option<&String>) -> bool {
    text.is_none_or(|text| words_of(text).is_empty())
}

fn words_of(text: &str) -> Vec<String> {
    let folded = text.to_ascii_lowercase().replace(['\'', '’'], "");
    folded.split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).gathered()
}

fn rules<'r>(stack: &Stack<'r>) -> Vec<(&'r Pack, &'r Rule)> {
    stack.rules(|pack| pack.check_action)
}

fn one_check<'r>(action: &Action, window: Window, stack: &Stack<'r>) -> ActionCheck<'r> {
    let rules = rules(stack);
    let findings: Vec<Finding<'r>> = rules.iter().filter_map(|(pack, rule)| finding(action, window, rule, pack)).gathered();
    let missing: Vec<Check> = findings.iter().filter(|finding| !finding.met).map(|finding| finding.criterion).gathered();
    let complete = if findings.is_empty() { Established::Open } else { missing.is_empty().into() };
    ActionCheck {
        index: None,
        heading: heading(complete, &findings),
        needs_attestation: findings.iter().any(|finding| finding.code == RESOURCES_NOT_ATTESTED.code()),
        warnings: rules.iter().filter_map(|(_, rule)| warning(action, rule)).gathered(),
        complete,
        missing,
        findings,
    }
}

fn heading(complete: Established, findings: &[Finding<'_>]) -> Said {
    let still = findings.iter().filter(|finding| !finding.met).map(|finding| finding.criterion.to_add().said().into()).gathered();
    match complete {
        Established::Yes => ALL_PARTS.said(),
        Established::No => STILL_TO_ADD.with([("parts", listed(still))]),
        Established::Open => NO_TEST.said(),
    }
}

impl Check {
    fn to_add(self) -> &'static Sentence {
        match self {
            Check::Specific => ADD_SPECIFIC,
            Check::Measurable => ADD_MEASURABLE,
            Check::Assignable => ADD_ASSIGNABLE,
            Check::Realistic => ADD_REALISTIC,
            Check::TimeRelated => ADD_TIME,
            Check::DiscussedWithFamily => ADD_FAMILY,
            Check::AtLeastOneAgreedAction | Check::OwnersAndTimes => ADD_ACTION,
            Check::ReviewDate => ADD_REVIEW,
        }
    }
}

/// What one rule finds in one action; none where it is no criterion of an action.
fn finding<'r>(action: &Action, window: Window, rule: &'r Rule, pack: &Pack) -> Option<Finding<'r>> {
    let found = match rule.checks {
        Check::Specific => specific(action, rule, pack),
        Check::Measurable => measurable(action, rule, pack),
        Check::Assignable => assignable(action, rule, pack),
        Check::Realistic => realistic(action, rule, pack),
        Check::TimeRelated => time_related(action, window),
        Check::DiscussedWithFamily | Check::AtLeastOneAgreedAction | Check::OwnersAndTimes | Check::ReviewDate => return None,
    };
    let (met, code, text) = match found {
        Ok(sentence) => (true, "met", sentence.said()),
        Err((code, text)) => (false, code, text),
    };
    Some(Finding { criterion: rule.checks, met, code, text, mend: (!met).then_some(rule.mend), rule: rule.id })
}

type Found = Result<&'static Sentence, (&'static str, Said)>;

fn lacking(sentence: &'static Sentence) -> Found {
    Err((sentence.code(), sentence.said()))
}

fn specific(action: &Action, rule: &Rule, pack: &Pack) -> Found {
    match &action.specific {
        text if is_blank(text.as_ref()) => lacking(SPECIFIC_MISSING),
        text if rule.says_something(text.as_ref(), pack) => Ok(SPECIFIC_MET),
        _ => lacking(SPECIFIC_TOO_VAGUE),
    }
}

fn measurable(action: &Action, rule: &Rule, pack: &Pack) -> Found {
    let (quantity, indicator) = (action.quantity.as_ref(), action.indicator.as_ref());
    if is_blank(quantity) && is_blank(indicator) {
        return lacking(MEASURABLE_MISSING);
    }
    if rule.says_something(quantity, pack) || rule.says_something(indicator, pack) {
        return Ok(MEASURABLE_MET);
    }
    lacking(MEASURABLE_TOO_VAGUE)
}

fn assignable(action: &Action, rule: &Rule, pack: &Pack) -> Found {
    match &action.owner {
        owner if is_blank(owner.as_ref()) => lacking(OWNER_MISSING),
        owner if rule.says_something(owner.as_ref(), pack) => Ok(OWNER_MET),
        _ => lacking(OWNER_NOT_A_PERSON),
    }
}

fn realistic(action: &Action, rule: &Rule, pack: &Pack) -> Found {
    if !rule.says_something(action.realistic_result.as_ref(), pack) {
        return lacking(RESULT_MISSING);
    }
    match action.resources_confirmed {
        Answer::Yes => Ok(REALISTIC_MET),
        Answer::No => lacking(RESOURCES_NOT_AVAILABLE),
        Answer::Unknown => lacking(RESOURCES_NOT_ATTESTED),
    }
}

fn time_related(action: &Action, window: Window) -> Found {
    let due = match &action.due {
        due if is_blank(due.as_ref()) => return lacking(DUE_MISSING),
        Some(due) => due_date(due),
        None => None,
    };
    match due {
        None => lacking(DUE_NOT_A_DATE),
        Some(due) if window.from.is_some_and(|meeting| due < meeting) => {
            Err((DUE_BEFORE_MEETING.code(), DUE_BEFORE_MEETING.with([("date", said(due).into())])))
        }
        Some(due) if window.until.is_some_and(|review| due > review) => {
            Err((DUE_AFTER_REVIEW.code(), DUE_AFTER_REVIEW.with([("date", said(due).into())])))
        }
        Some(_) => Ok(DUE_MET),
    }
}

/// The day that a person wrote down: `2026-05-22`, with or without a time, `22 May 2026`, `Friday 22 May 2026`, `22/05/2026`.
fn due_date(due: &str) -> Option<NaiveDate> {
    let due = due.trim();
    let due = ["by ", "on ", "By ", "On "].iter().find_map(|word| due.strip_prefix(word)).unwrap_or(due);
    let in_range = |date: &NaiveDate| Moment::from_words(&date.to_string()).is_some();
    Moment::from_words(due).map(|at| at.date()).or_else(|| written_date(due)).filter(in_range)
}

/// Advice on an action that is complete all the same.
fn warning(action: &Action, rule: &Rule) -> Option<Caution> {
    match rule.checks {
        Check::Specific => {
            let words = words_of(action.specific.as_ref()?);
            let names_an_area =
                words.first().is_some_and(|first| lists(rule.names_an_area, first)) && !words.iter().any(|word| word == "by");
            names_an_area.then(|| Caution::of(NAMES_THE_AREA))
        }
        Check::DiscussedWithFamily if action.relates_to_family.is_yes() && !action.discussed_with_family.is_yes() => {
            Some(Caution::with(DISCUSS_WITH_FAMILY, [("rule", Said::of_rule(rule).into()), ("mend", rule.mend.into())]))
        }
        _ => None,
    }
}

fn attestation(check: &ActionCheck<'_>, path: &str) -> Option<Ask> {
    check.needs_attestation.then(|| Ask::new(format!("{path}.resourcesConfirmed"), ASK_RESOURCES.said()))
}

// -------------------------------------------------------------------------------------------------------- the plan

fn plan_check<'r>(plan: &Plan, actions: Vec<ActionCheck<'r>>, stack: &Stack<'r>) -> PlanCheck<'r> {
    let failing = |(_, check): &(usize, &ActionCheck<'r>)| check.complete == Established::No;
    let failing_actions: Vec<FailingAction> =
        actions.iter().enumerate().filter(failing).map(|(index, check)| FailingAction { index, missing: check.missing.clone() }).gathered();
    let reviewed = plan.review_dates.as_ref().is_some_and(|dates| !dates.is_empty()) || plan.review_required.is_no();
    let lacks = |rule: &Rule| match rule.checks {
        Check::AtLeastOneAgreedAction => actions.is_empty().then_some("at-least-one-agreed-action"),
        Check::OwnersAndTimes => (!failing_actions.is_empty()).then_some("complete-actions"),
        Check::ReviewDate => (!reviewed).then_some("review-date"),
        _ => None,
    };
    let rules = rules(stack);
    let missing: Vec<&'static str> = rules.iter().filter_map(|(_, rule)| lacks(rule)).gathered();
    let complete = match rules.first() {
        None => Established::Open,
        Some(_) => (missing.is_empty() && failing_actions.is_empty()).into(),
    };
    PlanCheck { heading: plan_heading(complete, &missing, &failing_actions), complete, missing, actions, failing_actions }
}

fn plan_heading(complete: Established, missing: &[&str], failing: &[FailingAction]) -> Said {
    match complete {
        Established::Yes => PLAN_COMPLETE.said(),
        Established::Open => NO_PLAN_TEST.said(),
        Established::No => {
            let numbers = failing.iter().map(|action| (action.index + 1).into()).gathered();
            let mut still = Vec::new();
            if missing.contains(&"at-least-one-agreed-action") {
                still.push(ADD_AT_LEAST_ONE.said().into());
            }
            if !failing.is_empty() {
                still.push(MISSING_PARTS.with([("numbers", listed(numbers))]).into());
            }
            if missing.contains(&"review-date") {
                still.push(ADD_REVIEW_OR_DECISION.said().into());
            }
            STILL_TO_ADD.with([("parts", listed(still))])
        }
    }
}

fn decision<'r, A>(answer: A, ask: Vec<Ask>, question: Question, stack: &Stack<'r>, speaks: fn(&Rule) -> bool) -> Decision<'r, A> {
    let because: Vec<Cited<'r>> = rules(stack).iter().filter(|(_, rule)| speaks(rule)).map(|(pack, rule)| pack.cite(*rule)).gathered();
    let mut cautions = stack.cautions(question, &|_| Answer::Unknown, &|_| true);
    if because.is_empty() {
        cautions.push(Caution::of(ACTIONS_NOT_COVERED));
    }
    cautions.gather(stack.standing_cautions());
    Decision {
        answer,
        settled: ask.is_empty(),
        because,
        also_applies: Vec::new(),
        set_aside: Vec::new(),
        ask,
        cautions,
        basis: stack.basis(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_due_date_is_read_as_people_write_it() {
        let expected = crate::words::moment::date("2026-05-22");
        for written in
            ["2026-05-22", "2026-05-22T16:00", "22 May 2026", "Friday 22 May 2026", "by 22 May 2026", "22/05/2026", " 22 May 2026 "]
        {
            assert_eq!(due_date(written), expected, "{written}");
        }
        for vague in
            ["ASAP", "ongoing", "when available", "2026-02-30", "Monday 22 May 2026", "May 2026", "22 May", "0026-05-22", "next week"]
        {
            assert_eq!(due_date(vague), None, "{vague}");
        }
    }

    #[test]
    fn words_are_read_without_marks_and_capitals() {
        assert_eq!(words_of("The CHILD’s follow-up!"), ["the", "childs", "follow", "up"]);
    }
}
