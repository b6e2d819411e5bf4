//! The records of meetings, judged one by one: what can be known of each, and what is doubtful in it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Months, Utc};

use super::super::classify_concern;
use super::super::list_attendees::minimum::minimum_of;
use super::doubts::Doubts;
use super::duties::Duties;
use super::facts::{Facts, Meeting};
use super::limit::limit_of;
use super::parts::{Agencies, Part};
use super::time::Span;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::{MOST_DAYS_AWAY, Stack};
use crate::error::{Error, shown};
use crate::text::sentences::{
    ENDED_TOO_EARLY, FIRST_AFTER_ANOTHER, LASTED_TOO_LONG, LONGER_THAN_A_QUARTER, NO_END, SAME_REFERENCE, SAME_TIMES, WHO_CAME_NOT_KNOWN,
    YEARS_APART,
};
use crate::value::meeting::MeetingType;
use crate::value::moment::{Moment, ReadAs};
use crate::value::spelling::kebab;
use crate::value::truth::Truth;

/// A meeting with what can be known of it.
pub(super) struct Record<'f> {
    pub meeting: &'f Meeting,
    pub team: Option<String>,
    pub parts: Vec<Part>,
    /// Was each of the measured duties done in time?
    pub done: Vec<Truth>,
    /// Was it held within the limit that its concern gives, by all without whom it is none?
    pub within_limit: Truth,
    pub repeat: Truth,
}

/// All records, in the order in which they were given.
pub(super) struct Records<'f> {
    pub all: Vec<Record<'f>>,
    pub agencies: Agencies<'f>,
    pub doubts: Doubts,
}

const MONTHS_OF_A_QUARTER: u32 = 3;

/// The team that held a meeting, and when it began and ended.
type Times = (Option<String>, [Option<DateTime<Utc>>; 2]);

/// The meetings that stand under one reference.
struct SameReference {
    first: usize,
    /// When the earliest of them had ended at the latest.
    earliest_end: Option<DateTime<Utc>>,
}

impl<'f> Records<'f> {
    pub(super) fn of(facts: &'f Facts, duties: &Duties<'_>, scope: &Scope, rulebook: &Rulebook) -> Result<Self, Error> {
        let (mut agencies, mut doubts, mut all) = (Agencies::default(), Doubts::default(), Vec::new());
        let references = by_reference(facts);
        let stack = rulebook.stack(scope)?;
        let needed = minimum_of(&stack, &MeetingType::Strategy);
        quarter_is_one(facts, &mut doubts);
        let mut held = BTreeMap::new();
        for (index, meeting) in facts.meetings.iter().enumerate() {
            if meeting.ended_at.is_none() {
                doubts.add(NO_END, format!("meetings[{index}].endedAt"));
            }
            let same = reference(meeting).and_then(|reference| references.get(&reference));
            if let Some(first) = same_times(index, facts, &mut held) {
                doubts.add_pair(SAME_TIMES, format!("meetings[{index}]"), format!("meetings[{first}]"));
            }
            // One that is told as a repeat stands under the reference of the first.
            if let Some(same) = same.filter(|same| same.first != index && meeting.repeat != Some(Truth::Yes)) {
                doubts.add_pair(SAME_REFERENCE, format!("meetings[{index}].ref"), format!("meetings[{}].ref", same.first));
            }
            tell_years_apart(index, meeting, &mut doubts);
            let may_have_been_so = order_holds(index, meeting, &mut doubts);
            let limit = limit_of(index, meeting, facts, scope, rulebook)?.filter(|_| may_have_been_so);
            let parts = agencies.parts(index, meeting, &mut doubts);
            let by_then = limit.map_or(Truth::Unknown, |limit| limit.judges(index, meeting, &mut doubts));
            let full = Truth::all(needed.iter().map(|needed| came(needed, &parts, &agencies, &stack)));
            if by_then.is_yes() && full.is_unknown() {
                doubts.add(WHO_CAME_NOT_KNOWN, format!("meetings[{index}].agencies"));
            }
            let repeat = repeat(index, meeting, same, &mut doubts);
            all.push(Record {
                team: team(meeting),
                parts,
                done: duties.done(index, meeting, may_have_been_so, &mut doubts),
                // Without a limit that is settled, nothing was in time or late by it; nor is a meeting that repeats another.
                within_limit: match by_then {
                    _ if repeat.is_yes() || repeat.is_unknown() && meeting.repeat.is_some() => Truth::Unknown,
                    Truth::Yes => full,
                    by_then => by_then,
                },
                repeat,
                meeting,
            });
        }
        Ok(Records { all, agencies, doubts })
    }
}

/// Is the quarter longer than one? That is told, and everything in it is counted.
fn quarter_is_one(facts: &Facts, doubts: &mut Doubts) {
    let after = facts.from.and_then(|from| from.checked_add_months(Months::new(MONTHS_OF_A_QUARTER)));
    if after.zip(facts.until).is_some_and(|(after, until)| until >= after) {
        doubts.add(LONGER_THAN_A_QUARTER, "until".to_owned());
    }
}

/// An earlier meeting of the team that began and ended at the very same times, where one of the two has no reference, or where the
/// same agencies were asked about a concern of the same times: one meeting may stand once for each child. Of days alone nothing
/// follows: two may be held on one.
fn same_times(index: usize, facts: &Facts, held: &mut BTreeMap<Times, usize>) -> Option<usize> {
    let meeting = &facts.meetings[index];
    let is_exact = |at: &Moment| at.read() != ReadAs::AsStartOfDay;
    let times = [meeting.started_at, meeting.ended_at].map(|at| at.filter(is_exact).map(|at| at.instant()));
    let first = times[1].map(|_| *held.entry((team(meeting), times)).or_insert(index)).filter(|first| *first != index)?;
    let [one, other] = [&facts.meetings[index], &facts.meetings[first]];
    let agencies = |meeting: &Meeting| meeting.agencies.iter().flatten().map(|part| part.agency.id().to_owned()).collect::<BTreeSet<_>>();
    let is_open = reference(one).is_none() || reference(other).is_none();
    let began = |meeting: &Meeting| {
        let concern = meeting.concern.as_ref()?;
        Some([concern.concerns_identified_at, concern.referral_received_at, concern.immediate_action_at])
    };
    let is_about_one = || began(one).is_some() && began(one) == began(other) && agencies(one) == agencies(other);
    let is_told_of_two = || reference(one) != reference(other) && is_about_one();
    (is_open || is_told_of_two()).then_some(first)
}

fn team(meeting: &Meeting) -> Option<String> {
    meeting.team.as_deref().map(kebab).filter(|team| !team.is_empty())
}

/// A meeting's reference, however it was typed.
fn reference(meeting: &Meeting) -> Option<String> {
    meeting.r#ref.as_deref().map(kebab).filter(|reference| !reference.is_empty())
}

fn by_reference(facts: &Facts) -> BTreeMap<String, SameReference> {
    let mut references = BTreeMap::new();
    for (index, meeting) in facts.meetings.iter().enumerate() {
        let Some(reference) = reference(meeting) else { continue };
        let same = references.entry(reference).or_insert(SameReference { first: index, earliest_end: None });
        let end = meeting.ended_at.map(|at| Span::of(at).latest);
        same.earliest_end = [same.earliest_end, end].into_iter().flatten().min();
    }
    references
}

/// Can the meeting have ended when it is recorded to have, and have started?
fn order_holds(index: usize, meeting: &Meeting, doubts: &mut Doubts) -> bool {
    let ended_before_it_began =
        meeting.started_at.zip(meeting.ended_at).is_some_and(|(started, ended)| Span::of(ended).is_before(Span::of(started)));
    let days = meeting.started_at.zip(meeting.ended_at).map(|(started, ended)| (ended.date() - started.date()).num_days());
    let lasted_too_long = days.is_some_and(|days| days > MOST_DAYS_OF_A_MEETING);
    let doubted = [(ended_before_it_began, ENDED_TOO_EARLY), (lasted_too_long, LASTED_TOO_LONG)];
    let told = doubted.into_iter().find(|(is_so, _)| *is_so).map(|(_, sentence)| sentence);
    told.into_iter().for_each(|sentence| doubts.add(sentence, format!("meetings[{index}].endedAt")));
    told.is_none()
}

/// A meeting ends on its own day, or in the night: of a later end a date is mistyped.
const MOST_DAYS_OF_A_MEETING: i64 = 1;

/// Moments that lie years away from when the meeting was held: a year is soon mistyped.
fn tell_years_apart(index: usize, meeting: &Meeting, doubts: &mut Doubts) {
    let Some(held) = meeting.ended_at.or(meeting.started_at) else { return };
    let concern = meeting.concern.as_ref();
    let of_concern =
        |name: &str, at: fn(&classify_concern::Facts) -> Option<Moment>| Some((format!("concern.{name}"), concern.and_then(at)?));
    let of_meeting = [
        of_concern("concernsIdentifiedAt", |concern| concern.concerns_identified_at),
        of_concern("referralReceivedAt", |concern| concern.referral_received_at),
        of_concern("immediateActionAt", |concern| concern.immediate_action_at),
        meeting.started_at.map(|at| ("startedAt".to_owned(), at)),
    ];
    let done = meeting.done.iter().flat_map(|done| done.iter()).map(|(duty, at)| (format!("done.{}", shown(duty)), *at));
    let is_far = |at: Moment| (at.date() - held.date()).num_days().abs() > MOST_DAYS_AWAY;
    for (field, _) in of_meeting.into_iter().flatten().chain(done).filter(|(_, at)| is_far(*at)) {
        doubts.add(YEARS_APART, format!("meetings[{index}].{field}"));
    }
}

/// Did an agency come without which the meeting is none, or one that takes its part?
fn came(needed: &str, parts: &[Part], agencies: &Agencies<'_>, stack: &Stack) -> Truth {
    let of_it = parts.iter().filter(|part| stack.stands_in(agencies.names[part.agency].id(), needed));
    of_it.map(Part::attended).reduce(Truth::or).unwrap_or_default()
}

/// Was there a meeting before it? One that ended earlier under the same reference says so.
fn repeat(index: usize, meeting: &Meeting, same: Option<&SameReference>, doubts: &mut Doubts) -> Truth {
    let earlier = same.and_then(|same| same.earliest_end).zip(meeting.ended_at);
    let follows = earlier.is_some_and(|(earlier, ended)| earlier < ended.instant());
    match (meeting.repeat.unwrap_or_default(), follows) {
        (Truth::No, true) => {
            doubts.add(FIRST_AFTER_ANOTHER, format!("meetings[{index}].repeat"));
            Truth::Unknown
        }
        (Truth::Unknown, true) => Truth::Yes,
        (told, _) => told,
    }
}
