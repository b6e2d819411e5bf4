//! What is counted of meetings, team by team and agency by agency.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::doubts::Place;
use super::figures::{Count, Tally, Whom};
use super::parts::{Agencies, Part};
use super::rule::{Measure, Own};
use crate::value::Text;
use crate::value::truth::Truth;

/// What is counted of each agency.
const OF_AGENCIES: [Measure; 3] = [Measure::Requests, Measure::Attendance, Measure::Forms];

/// A meeting of which it is not known yet whether another was held before it.
pub(super) struct Open {
    pub index: u32,
    /// When it ended, at the earliest.
    pub ended: DateTime<Utc>,
    pub held: Held,
    /// The place of the doubt that another before it would raise.
    pub doubt: Place,
}

/// What a meeting counts for, once it is known whether it follows another.
#[derive(Clone, Copy)]
pub(super) struct Held {
    /// The number of its team.
    pub team: u32,
    /// Is it counted at all?
    pub counts: bool,
    /// Was it held within its limit, if it is the first?
    pub within_limit: Truth,
    /// Was there an earlier one, as it is told of itself?
    pub repeat: Option<Truth>,
}

/// All counts.
#[derive(Default)]
pub(super) struct Counts {
    teams: BTreeMap<String, usize>,
    /// By the number of the team; first stand the meetings of none.
    of_teams: Vec<OfMeetings>,
    /// By the number of the agency.
    of_agencies: Vec<Option<[Count; 3]>>,
}

/// What is counted of some meetings.
#[derive(Clone, Default)]
struct OfMeetings {
    within_limit: Count,
    repeat: Count,
    /// By the place of the duty.
    done: Vec<Count>,
}

impl OfMeetings {
    fn of(&self, measure: Measure, duty: Option<usize>) -> Count {
        match (measure, duty) {
            (Measure::MeetingInTime, _) => self.within_limit,
            (Measure::RepeatMeetings, _) => self.repeat,
            (_, Some(duty)) => self.done.get(duty).copied().unwrap_or_default(),
            (_, None) => Count { not_recorded: self.repeat.of, of: self.repeat.of, yes: 0 },
        }
    }
}

impl Counts {
    /// The number of a team.
    pub(super) fn number_of(&mut self, team: Option<String>) -> u32 {
        let next = self.teams.len() + 1;
        let number = team.map_or(0, |team| *self.teams.entry(team).or_insert(next));
        if number >= self.of_teams.len() {
            self.of_teams.resize_with(number + 1, OfMeetings::default);
        }
        number as u32
    }

    /// Counts what agencies and duties did, which hangs on no other meeting.
    pub(super) fn add_done(&mut self, team: u32, parts: &[Part], done: &[Truth]) {
        let of_team = &mut self.of_teams[team as usize].done;
        of_team.resize(done.len(), Count::default());
        of_team.iter_mut().zip(done).for_each(|(count, done)| count.add(*done));
        for part in parts {
            if part.agency >= self.of_agencies.len() {
                self.of_agencies.resize(part.agency + 1, None);
            }
            let counts = self.of_agencies[part.agency].get_or_insert_default();
            for (count, measure) in counts.iter_mut().zip(OF_AGENCIES) {
                part.recorded(measure).into_iter().for_each(|recorded| count.add(recorded));
            }
        }
    }

    /// Counts a meeting, now that it is known whether there was one before it.
    pub(super) fn add(&mut self, held: Held, repeat: Truth) {
        if held.counts {
            let of_team = &mut self.of_teams[held.team as usize];
            of_team.repeat.add(repeat);
            // A meeting that repeats another, or of which somebody says that it may, was neither in time nor late.
            let may_repeat = repeat.is_yes() || repeat.is_unknown() && held.repeat.is_some();
            of_team.within_limit.add(if may_repeat { Truth::Unknown } else { held.within_limit });
        }
    }

    /// The counts of a measure.
    pub(super) fn tally<'r>(&'r self, own: &'r Own, agencies: &'r Agencies, duties: &[Text]) -> Tally<'r> {
        let (measure, smallest) = (own.measures, own.smallest_shown);
        let tally = |lines, of_no_team| Tally { measure, duty: own.duty.as_ref(), smallest, lines, of_no_team };
        if let Some(place) = OF_AGENCIES.iter().position(|of_agencies| *of_agencies == measure) {
            let named = agencies.names.iter().zip(&self.of_agencies);
            let lines = named.filter_map(|(agency, counts)| Some((Whom::Agency(agency), counts.as_ref()?[place])));
            return tally(lines.collect(), Count::default());
        }
        let duty = own.duty.as_ref().and_then(|duty| duties.iter().position(|measured| measured == duty));
        let of_team = |number: usize| self.of_teams.get(number).map_or_else(Count::default, |of| of.of(measure, duty));
        let all = (0..self.of_teams.len()).map(of_team).fold(Count::default(), Count::and);
        let told = self.teams.iter().map(|(team, number)| (Whom::Team(team), of_team(*number))).filter(|(_, count)| count.of > 0);
        tally([(Whom::All, all)].into_iter().chain(told).collect(), of_team(0))
    }
}
