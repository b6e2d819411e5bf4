//! Which meetings were told of before under one reference, or at the same times. Of a meeting no more is kept than tells it apart.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};

use super::counts::Open;
use super::facts::Meeting;
use super::time::Span;
use crate::value::moment::{Moment, ReadAs};
use crate::value::spelling::kebab;

/// What stands for texts of the records: short, and one for no two of them.
pub(super) type Digest = [u8; 16];

fn digest<'p>(parts: impl IntoIterator<Item = &'p str>) -> Digest {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    let whole = hash.finalize();
    std::array::from_fn(|place| whole[place])
}

/// The meetings that were told of.
#[derive(Default)]
pub(super) struct MetBefore {
    references: BTreeMap<Digest, SameReference>,
    times: BTreeMap<Digest, SameTimes>,
}

/// The meetings that stand under one reference.
struct SameReference {
    first: u32,
    /// When the earliest of them had ended at the latest.
    earliest_end: Option<DateTime<Utc>>,
    /// Those that follow none of the others, as far as was told: one that is told of later may have ended before them.
    open: Vec<Open>,
}

/// The first meeting of a team with a start and an end.
struct SameTimes {
    index: u32,
    reference: Option<Digest>,
    /// The concern that it was about and the agencies that were asked, where there is a concern.
    about: Option<Digest>,
}

impl MetBefore {
    /// The first meeting under a reference, which may be this one.
    pub(super) fn first_under(&mut self, reference: Digest, index: usize) -> usize {
        let new = || SameReference { first: index as u32, earliest_end: None, open: Vec::new() };
        self.references.entry(reference).or_insert_with(new).first as usize
    }

    /// Takes the end of a meeting under a reference into account, and gives those that are now known to follow another.
    pub(super) fn ended(&mut self, reference: Digest, this: Open, at: Moment) -> Vec<Open> {
        let Some(same) = self.references.get_mut(&reference) else { return Vec::new() };
        let end = Span::of(at).latest;
        let earliest = same.earliest_end.map_or(end, |earliest| earliest.min(end));
        same.earliest_end = Some(earliest);
        // One that is told of later may have ended before those that stay.
        let (follow, open) = std::mem::take(&mut same.open).into_iter().chain([this]).partition(|open| earliest < open.ended);
        same.open = open;
        same.open.shrink_to_fit();
        follow
    }

    /// Those that follow none after all.
    pub(super) fn into_firsts(self) -> impl Iterator<Item = Open> {
        self.references.into_values().flat_map(|same| same.open)
    }

    /// An earlier meeting of the team that began and ended at the very same times, where one of the two has no reference, or where the
    /// same agencies were asked about a concern of the same times: one meeting may stand once for each child. Of days alone nothing
    /// follows: two may be held on one.
    pub(super) fn at_the_same_times(&mut self, index: usize, meeting: &Meeting, reference: Option<Digest>) -> Option<u32> {
        let is_exact = |at: &Moment| at.read() != ReadAs::AsStartOfDay;
        let [began, ended] = [meeting.started_at, meeting.ended_at].map(|at| at.filter(is_exact).map(told));
        let times = digest([team(meeting).as_deref().unwrap_or_default(), began.as_deref().unwrap_or_default(), &ended?]);
        let this = SameTimes { index: index as u32, reference, about: about(meeting) };
        let Some(first) = self.times.get(&times) else {
            self.times.insert(times, this);
            return None;
        };
        let is_open = first.reference.is_none() || this.reference.is_none();
        let is_told_of_two = || first.reference != this.reference && this.about.is_some() && first.about == this.about;
        (is_open || is_told_of_two()).then_some(first.index)
    }
}

/// An instant, told apart from every other.
fn told(at: Moment) -> String {
    at.instant().timestamp_nanos_opt().unwrap_or_default().to_string()
}

/// The team that held a meeting, however it was typed.
pub(super) fn team(meeting: &Meeting) -> Option<String> {
    meeting.team.as_deref().map(kebab).filter(|team| !team.is_empty())
}

/// A meeting's reference, however it was typed.
pub(super) fn reference(meeting: &Meeting) -> Option<Digest> {
    let reference = meeting.r#ref.as_deref().map(kebab).filter(|reference| !reference.is_empty())?;
    Some(digest([&*reference]))
}

/// The moments of the concern and the agencies that were asked.
fn about(meeting: &Meeting) -> Option<Digest> {
    let concern = meeting.concern.as_ref()?;
    let began = [concern.concerns_identified_at, concern.referral_received_at, concern.immediate_action_at];
    let began = began.map(|at| at.map(|at| format!("{} {}", told(at), at.read() as u8)).unwrap_or_default());
    let agencies: BTreeSet<&str> = meeting.agencies.iter().flatten().map(|part| part.agency.id()).collect();
    Some(digest(began.iter().map(String::as_str).chain(agencies)))
}
