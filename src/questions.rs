//! Any question by its name: what explains, proves and compares answers asks through here.

use crate::answers::{Tell, Told};
use crate::decide::{
    check_action, choose_meeting, classify_concern, list_attendees, list_deadlines, make_checklist, record_consent_basis, report_quarter,
    resolve_disagreement,
};
use crate::facts::{self, Node, Read};
use crate::pack::{Pack, Question};
use crate::rulebook::Rulebook;
use crate::words::Gather as _;
use crate::words::citation::Cites;
use crate::words::conditional::Conditional;
use crate::words::decision::Decision;
use crate::words::meeting::MeetingType;
use crate::words::once;
use crate::words::refusal::Refusal;

/// Asks a question and hands on what is told.
///
/// # Errors
/// The question's own [`Refusal`].
pub fn ask<T>(question: Question, facts: &Node, rulebook: &Rulebook, hear: impl FnOnce(&Told<'_>) -> T) -> Result<T, Refusal> {
    let (mut hear, mut heard) = (Some(hear), None);
    put(question, facts, rulebook, &mut |told| heard = hear.take().map(|hear| hear(told)))?;
    Ok(heard.unwrap_or_else(|| unreachable!("what is told is heard")))
}

/// One function for whoever hears: each question is compiled once.
fn put(question: Question, facts: &Node, rulebook: &Rulebook, hear: &mut dyn FnMut(&Told<'_>)) -> Result<(), Refusal> {
    let mut telling = Telling { facts, rulebook, hear };
    match question {
        Question::ClassifyConcern => telling.of(|facts, rulebook| classify_concern::classify_concern(facts, rulebook)),
        Question::ListAttendees => telling.of(|facts, rulebook| list_attendees::list_attendees(facts, rulebook)),
        Question::CheckAction => telling.of(|facts, rulebook| check_action::check_action(facts, rulebook)),
        Question::CheckPlan => telling.of(|facts, rulebook| check_action::check_plan(facts, rulebook)),
        Question::RecordConsentBasis => telling.of(|facts, rulebook| record_consent_basis::record_consent_basis(facts, rulebook)),
        Question::ChooseMeeting => telling.of(|facts, rulebook| choose_meeting::choose_meeting(facts, rulebook)),
        Question::ListDeadlines => telling.of(|facts, rulebook| list_deadlines::list_deadlines(facts, rulebook)),
        Question::MakeChecklist => telling.of(|facts, rulebook| make_checklist::make_checklist(facts, rulebook)),
        Question::ResolveDisagreement => telling.of(|facts, rulebook| resolve_disagreement::resolve_disagreement(facts, rulebook)),
        Question::ReportQuarter => telling.of(|facts, rulebook| report_quarter::report_quarter(facts, rulebook)),
    }
}

struct Telling<'a> {
    facts: &'a Node,
    rulebook: &'a Rulebook,
    hear: &'a mut dyn FnMut(&Told<'_>),
}

impl<'a> Telling<'a> {
    fn of<F: Read + Default, A: Tell>(&mut self, decide: fn(&F, &'a Rulebook) -> Result<Decision<'a, A>, Refusal>) -> Result<(), Refusal> {
        let mut facts = F::default();
        facts::read_node(&mut facts, self.facts)?;
        let decision = decide(&facts, self.rulebook)?;
        (self.hear)(&self.rulebook.in_its_words(decision.tell()));
        Ok(())
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
        let speaks = |meetings: &[MeetingType]| {
            meetings.is_empty() || meeting.is_none_or(|wanted| meetings.iter().any(|meeting| meeting.id() == wanted))
        };
        let mut facts = Vec::new();
        let mut add = |rule: &dyn Cites, meetings: &[MeetingType], more: &[&'static str]| {
            if speaks(meetings) && wanted(rule.id()) {
                facts.extend([rule.when(), rule.unless(), more].concat());
            }
        };
        match self {
            Question::ClassifyConcern => pack.classify_concern.iter().for_each(|rule| add(rule, &[], &[])),
            Question::ListAttendees => {
                for rule in pack.list_attendees {
                    add(rule, rule.meeting, &rule.members().filter_map(Conditional::fact).gathered());
                }
            }
            Question::ChooseMeeting => pack.choose_meeting.iter().for_each(|rule| add(rule, rule.meeting, &[])),
            Question::ListDeadlines => {
                for rule in pack.list_deadlines {
                    let people = rule.to.iter().chain(rule.not_to).filter_map(Conditional::fact);
                    let moments = rule.from.into_iter().chain(rule.never_after.iter().copied());
                    add(rule, rule.meeting, &rule.shortest_for.into_iter().chain(people).chain(moments).gathered());
                }
            }
            Question::MakeChecklist => pack.make_checklist.iter().for_each(|rule| add(rule, rule.meeting, rule.met_by)),
            Question::ResolveDisagreement => pack.resolve_disagreement.iter().for_each(|rule| add(rule, &[], rule.needs)),
            Question::CheckAction | Question::CheckPlan | Question::RecordConsentBasis | Question::ReportQuarter => {}
        }
        once(facts)
    }
}
