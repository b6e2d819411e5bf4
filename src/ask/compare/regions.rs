//! The answers that differ, found by asking both sides.

use super::Region;
use super::cases::{Case, MOST_CASES, cases_of, count};
use super::sides::Ready;
use crate::ask::variables::{Variable, facts_used};
use crate::engine::form::{Moments, SOME_REASON};
use crate::engine::question::{Answer, Listed};
use crate::pack::rule::AnyRule;
use crate::text::catalogue::Catalogue;
use crate::text::sentences::NO_SUCH_MEETING;
use crate::value::distinct;
use crate::value::json::Json;
use crate::value::meeting::MeetingType;
use crate::value::spelling::word;

/// The answers of a question that changed rules change.
pub(super) fn of_question(question: &Listed, ids: &[&str], before: &Ready, after: &Ready) -> Vec<Region> {
    let mut regions: Vec<Region> = Vec::new();
    for meeting in meetings(question, ids, before, after) {
        let together = variables(question, ids, meeting.as_ref(), before, after);
        let sets = if count(&together) <= MOST_CASES {
            vec![together]
        } else {
            ids.iter().map(|id| variables(question, &[*id], meeting.as_ref(), before, after)).collect()
        };
        for region in sets.iter().flat_map(|variables| differing(question, meeting.as_ref(), variables, before, after)) {
            let is_told =
                |known: &&mut Region| known.meeting == region.meeting && known.before == region.before && known.after == region.after;
            match regions.iter_mut().find(is_told) {
                Some(known) if region.cases > known.cases => *known = region,
                Some(_) => {}
                None => regions.push(region),
            }
        }
    }
    regions
}

/// The meetings that the changed rules speak of; none where the question is about no meeting.
fn meetings(question: &Listed, ids: &[&str], before: &Ready, after: &Ready) -> Vec<Option<MeetingType>> {
    let rules = [before, after].into_iter().flat_map(|side| side.rulebook.packs()).flat_map(|pack| pack.every_rule());
    let changed = rules.filter(|rule| rule.table() == question.table && ids.contains(&&*rule.cite().id));
    let meetings = distinct(changed.flat_map(|rule| rule.meetings().to_vec()));
    if meetings.is_empty() { vec![None] } else { meetings.into_iter().map(Some).collect() }
}

fn variables(question: &Listed, ids: &[&str], meeting: Option<&MeetingType>, before: &Ready, after: &Ready) -> Vec<Variable> {
    let mut all: Vec<Variable> = Vec::new();
    for side in [before, after] {
        // Rules that compete displace one another, so a change of one shows in cases that only another's facts make.
        let wanted = |rule: &dyn AnyRule| question.form.one_rule_governs || ids.contains(&&*rule.cite().id);
        for variable in Variable::of_facts(facts_used(question, &side.stack, meeting, wanted), &side.stack) {
            if !all.iter().any(|known| known.path == variable.path) {
                all.push(variable);
            }
        }
    }
    all
}

fn differing(question: &Listed, meeting: Option<&MeetingType>, variables: &[Variable], before: &Ready, after: &Ready) -> Vec<Region> {
    let mut regions: Vec<Region> = Vec::new();
    let cases = cases_of(variables);
    for case in &cases {
        let answers = [before, after].map(|side| answer(question, case, meeting, side));
        let Some((then, now)) = told(answers, meeting, before, after) else { continue };
        match regions.iter_mut().find(|region| region.before == then && region.after == now) {
            Some(region) => region.cases += 1,
            None => regions.push(Region {
                question: question.name,
                meeting: meeting.cloned(),
                cases: 1,
                of: cases.len(),
                example: case.in_words(),
                before: then,
                after: now,
            }),
        }
    }
    regions
}

/// Both answers in words, where they differ. A word that another fact's closed list does not hold is refused, for nobody can
/// answer so; but a kind of meeting that one side alone declares is told as that.
fn told(answers: [Option<Box<dyn Answer>>; 2], meeting: Option<&MeetingType>, before: &Ready, after: &Ready) -> Option<(String, String)> {
    let catalogue = before.rulebook.catalogue();
    let lacks = |side: &Ready| meeting.is_some_and(|meeting| !side.stack.has_meeting(meeting));
    let no_such = || NO_SUCH_MEETING.said().in_words_of(catalogue);
    let heading = |answer: &dyn Answer| answer.heading().in_words_of(catalogue);
    match answers {
        [Some(then), Some(now)] => (then.gist() != now.gist()).then(|| what_differs(&*then, &*now, catalogue)),
        [None, Some(now)] if lacks(before) => Some((no_such(), heading(&*now))),
        [Some(then), None] if lacks(after) => Some((heading(&*then), no_such())),
        _ => None,
    }
}

/// A Monday morning without a bank holiday near, so that only the rules tell the answers apart.
const SAMPLE: &str = "2026-03-02T09:00";

fn answer(question: &Listed, case: &Case<'_>, meeting: Option<&MeetingType>, side: &Ready) -> Option<Box<dyn Answer>> {
    let mut facts = case.facts_for(side);
    facts.set("packs", Json::List(side.packs.iter().cloned().map(Json::text).collect()));
    if let Some(meeting) = meeting {
        facts.set("meetingType", Json::text(word(meeting)));
    }
    match question.form.moments {
        Moments::None => {}
        Moments::Own(paths) => paths.iter().for_each(|path| facts.set(path, Json::text(SAMPLE))),
        Moments::Declared => side.stack.moment_paths().for_each(|path| facts.set(&path, Json::text(SAMPLE))),
    }
    for reason in question.form.reasons {
        facts.set(reason, Json::text(SOME_REASON));
    }
    question.decide(&facts, &side.rulebook).ok().map(|decision| decision.answer)
}

/// Both answers in words: their headings, or, where those do not tell them apart, the lines that only one of them has.
fn what_differs(then: &dyn Answer, now: &dyn Answer, catalogue: &Catalogue) -> (String, String) {
    let headings = [then, now].map(|answer| answer.heading().in_words_of(catalogue));
    if headings[0] != headings[1] {
        return headings.into();
    }
    let lines = [then, now].map(|answer| answer.gist_in_words(catalogue));
    let without =
        |lines: &[String], others: &[String]| lines.iter().filter(|line| !others.contains(line)).cloned().collect::<Vec<_>>().join("\n");
    let differing = (without(&lines[0], &lines[1]), without(&lines[1], &lines[0]));
    if differing.0 != differing.1 {
        return differing;
    }
    let whole = |answer: &dyn Answer| answer.gist().iter().map(|line| format!("{line}\n")).collect();
    (whole(then), whole(now))
}
