//! Any question by its name: what explains, proves and compares answers asks through here.

use crate::answers::{Tell, Told};
use crate::decide::{
    check_action, choose_meeting, classify_concern, list_attendees, list_deadlines, make_checklist, record_consent_basis, report_quarter,
    resolve_disagreement,
};
use crate::facts::{self, Node, Read};
use crate::pack::{Pack, Question};
use crate::rulebook::Rulebook;
use crate::words::citation::Cites;
use crate::words::conditional::Conditional;
use crate::words::once;
use crate::words::refusal::Refusal;

/// Asks a question and hands on what is told.
///
/// # Errors
/// The question's own [`Refusal`].
pub fn ask<T>(question: Question, facts: &Node, rulebook: &Rulebook, hear: impl FnOnce(&Told<'_>) -> T) -> Result<T, Refusal> {
    fn put<F: Read + Default, D: Tell, T>(
        rulebook: &Rulebook,
        facts: &Node,
        decide: impl FnOnce(&F) -> Result<D, Refusal>,
        hear: impl FnOnce(&Told<'_>) -> T,
    ) -> Result<T, Refusal> {
        let mut read = F::default();
        facts::read_node(&mut read, facts)?;
        let decision = decide(&read)?;
        Ok(hear(&rulebook.in_its_words(decision.tell())))
    }
    match question {
        Question::ClassifyConcern => put(rulebook, facts, |facts| classify_concern::classify_concern(facts, rulebook), hear),
        Question::ListAttendees => put(rulebook, facts, |facts| list_attendees::list_attendees(facts, rulebook), hear),
        Question::CheckAction => put(rulebook, facts, |facts| check_action::check_action(facts, rulebook), hear),
        Question::CheckPlan => put(rulebook, facts, |facts| check_action::check_plan(facts, rulebook), hear),
        Question::RecordConsentBasis => put(rulebook, facts, |facts| record_consent_basis::record_consent_basis(facts, rulebook), hear),
        Question::ChooseMeeting => put(rulebook, facts, |facts| choose_meeting::choose_meeting(facts, rulebook), hear),
        Question::ListDeadlines => put(rulebook, facts, |facts| list_deadlines::list_deadlines(facts, rulebook), hear),
        Question::MakeChecklist => put(rulebook, facts, |facts| make_checklist::make_checklist(facts, rulebook), hear),
        Question::ResolveDisagreement => put(rulebook, facts, |facts| resolve_disagreement::resolve_disagreement(facts, rulebook), hear),
        Question::ReportQuarter => put(rulebook, facts, |facts| report_quarter::report_quarter(facts, rulebook), hear),
    }
}

impl Question {
    /// The table of a pack that answers it.
    pub fn table(self) -> &'static str {
        match self {
            Question::ClassifyConcern => "classify_concern",
            Question::ListAttendees => "list_attendees",
            Question::CheckAction | Question::CheckPlan => "check_action",
            Question::RecordConsentBasis => "record_consent_basis",
            Question::ChooseMeeting => "choose_meeting",
            Question::ListDeadlines => "list_deadlines",
            Question::MakeChecklist => "make_checklist",
            Question::ResolveDisagreement => "resolve_disagreement",
            Question::ReportQuarter => "report_quarter",
        }
    }

    /// The facts that those of a pack's rules for this question use that are wanted, of a meeting where one is named.
    pub fn facts_used(self, pack: &Pack, meeting: Option<&str>, wanted: &dyn Fn(&str) -> bool) -> Vec<&'static str> {
        fn of_rule(rule: &dyn Cites) -> Vec<&'static str> {
            rule.when().iter().chain(rule.unless()).copied().collect()
        }
        fn with(rule: &dyn Cites, more: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
            of_rule(rule).into_iter().chain(more).collect()
        }
        let speaks = |meetings: &[crate::words::meeting::MeetingType]| {
            meetings.is_empty() || meeting.is_none_or(|wanted| meetings.iter().any(|meeting| meeting.id() == wanted))
        };
        let facts: Vec<&'static str> = match self {
            Question::ClassifyConcern => {
                pack.classify_concern.iter().filter(|rule| wanted(rule.id)).flat_map(|rule| of_rule(rule)).collect()
            }
            Question::ListAttendees => {
                let rules = pack.list_attendees.iter().filter(|rule| speaks(rule.meeting) && wanted(rule.id));
                rules.flat_map(|rule| with(rule, rule.members().filter_map(Conditional::fact))).collect()
            }
            Question::ChooseMeeting => {
                pack.choose_meeting.iter().filter(|rule| speaks(rule.meeting) && wanted(rule.id)).flat_map(|rule| of_rule(rule)).collect()
            }
            Question::ListDeadlines => {
                let rules = pack.list_deadlines.iter().filter(|rule| speaks(rule.meeting) && wanted(rule.id));
                rules
                    .flat_map(|rule| {
                        with(rule, rule.shortest_for.into_iter().chain(rule.to.iter().chain(rule.not_to).filter_map(Conditional::fact)))
                    })
                    .collect()
            }
            Question::MakeChecklist => {
                let rules = pack.make_checklist.iter().filter(|rule| speaks(rule.meeting) && wanted(rule.id));
                rules.flat_map(|rule| with(rule, rule.met_by.iter().copied())).collect()
            }
            Question::ResolveDisagreement => pack
                .resolve_disagreement
                .iter()
                .filter(|rule| wanted(rule.id))
                .flat_map(|rule| with(rule, rule.needs.iter().copied()))
                .collect(),
            Question::CheckAction | Question::CheckPlan | Question::RecordConsentBasis | Question::ReportQuarter => Vec::new(),
        };
        once(facts)
    }
}
