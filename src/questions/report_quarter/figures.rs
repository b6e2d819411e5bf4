//! Counts, and which of them may be shown.

use super::answer::{Figure, Row};
use super::rule::Measure;
use crate::value::Text;
use crate::value::agency::Agency;
use crate::value::truth::Truth;

/// How many, of how many, and for how many it was not recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub of: u32,
    pub yes: u32,
    pub not_recorded: u32,
}

impl Count {
    pub(super) fn add(&mut self, truth: Truth) {
        self.of += 1;
        self.yes += u32::from(truth.is_yes());
        self.not_recorded += u32::from(truth.is_unknown());
    }

    pub(super) fn and(self, other: Count) -> Count {
        Count { of: self.of + other.of, yes: self.yes + other.yes, not_recorded: self.not_recorded + other.not_recorded }
    }

    /// Is nothing in it so small that it could point to one family, the difference between the others included?
    fn may_be_shown(self, smallest: u32) -> bool {
        let no = self.of - self.yes - self.not_recorded;
        [self.of, self.yes, self.not_recorded, no].iter().all(|number| !is_small(*number, smallest))
    }

    /// The share of those for whom it was recorded, in whole per cent; none where it was for nobody.
    fn share(self) -> Option<u32> {
        let recorded = self.of - self.not_recorded;
        (self.yes * 100 + recorded / 2).checked_div(recorded)
    }

    fn row(self, whom: Whom<'_>, shown: Shown) -> Row {
        let count = figure(self.yes, shown.yes);
        let all_are_shown = shown.of && shown.yes && shown.not_recorded;
        let (agency, team) = match whom {
            Whom::All => (None, None),
            Whom::Agency(agency) => (Some(agency.id().to_owned()), None),
            Whom::Team(team) => (None, Some(team.to_owned())),
        };
        Row {
            agency,
            team,
            of: figure(self.of, shown.of),
            count,
            per_cent: self.share().filter(|_| all_are_shown),
            not_recorded: figure(self.not_recorded, shown.not_recorded),
        }
    }
}

/// Nothing at all points to nobody; anything below the smallest number shown could.
fn is_small(number: u32, smallest: u32) -> bool {
    0 < number && number < smallest
}

fn figure(number: u32, shown: bool) -> Figure {
    Figure { number: shown.then_some(number), suppressed: !shown }
}

/// Of whom a count is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Whom<'m> {
    All,
    Agency(&'m Agency),
    Team(&'m str),
}

/// The counts of a measure, before it is known which of them may be shown.
#[derive(Debug)]
pub(super) struct Tally<'m> {
    pub measure: Measure,
    /// The duty, where one is measured.
    pub duty: Option<&'m Text>,
    /// The smallest number that is shown to the public.
    pub smallest: u32,
    /// Of each agency; or of all, and then of each team.
    pub lines: Vec<(Whom<'m>, Count)>,
    /// Of the meetings of which no team is recorded.
    pub of_no_team: Count,
}

/// What of a row is shown.
#[derive(Clone, Copy)]
struct Shown {
    of: bool,
    yes: bool,
    not_recorded: bool,
}

const ALL: Shown = Shown { of: true, yes: true, not_recorded: true };
const NOTHING: Shown = Shown { of: false, yes: false, not_recorded: false };

/// The figures of so many meetings, for those who may see all of them, or for anybody.
pub(super) struct Figures<'t> {
    pub meetings: u32,
    pub tallies: &'t [Tally<'t>],
    /// Are they for anybody?
    pub public: bool,
}

impl Figures<'_> {
    pub(super) fn meetings(&self) -> Figure {
        figure(self.meetings, !self.is_small(self.meetings))
    }

    /// The rows of each measure.
    ///
    /// For anybody, a number is held back where it is small, and with it whatever it could be worked out from: the rest of
    /// its row, the other measures of the same agency, and the other teams. A row of an agency or of all stands or falls as
    /// a whole; teams are told only where all of them can be.
    pub(super) fn rows(&self) -> Vec<Vec<Row>> {
        let teams_may_be_told = self.tallies.iter().all(|tally| self.teams_may_be_told(tally));
        let rows = |tally: &Tally<'_>| {
            let told = tally.lines.iter().filter(|(whom, _)| teams_may_be_told || !matches!(whom, Whom::Team(_)));
            told.map(|(whom, count)| count.row(*whom, self.shown(tally, *whom, *count))).collect()
        };
        self.tallies.iter().map(rows).collect()
    }

    /// Are teams left out, because telling their numbers would tell a small one?
    pub(super) fn leaves_out_teams(&self) -> bool {
        !self.tallies.iter().all(|tally| self.teams_may_be_told(tally))
    }

    fn shown(&self, tally: &Tally<'_>, whom: Whom<'_>, count: Count) -> Shown {
        if !self.public {
            return ALL;
        }
        if self.is_small(self.meetings) {
            return NOTHING;
        }
        // What one of two measures of one duty hides, the other would tell.
        let alike = self.tallies.iter().filter(|other| other.measure == tally.measure && other.duty == tally.duty);
        let smallest = alike.map(|tally| tally.smallest).max().unwrap_or_default();
        match whom {
            Whom::Agency(agency) if self.agency_may_be_told(agency) => ALL,
            Whom::Agency(_) => NOTHING,
            // Of all, how many meetings there were is told already.
            Whom::All if count.may_be_shown(smallest) => ALL,
            Whom::All => Shown { of: true, ..NOTHING },
            Whom::Team(_) if tally.counts().all(|count| count.may_be_shown(smallest)) => ALL,
            Whom::Team(_) => {
                // What nobody has, no team has: that could be worked out, and is told.
                let (_, all) = tally.lines[0];
                let none = |number: u32| number == 0 && all.may_be_shown(smallest);
                Shown { of: true, yes: none(all.yes), not_recorded: none(all.not_recorded) }
            }
        }
    }

    /// May an agency be told in every measure? What one of them hides, another would tell; and of how many meetings it is counted
    /// tells, beside all there were and beside its other measures, of how many it is not.
    fn agency_may_be_told(&self, agency: &Agency) -> bool {
        let lines = self.tallies.iter().flat_map(|tally| tally.lines.iter().map(move |line| (line, tally.smallest)));
        let is_its = |whom: &Whom<'_>| matches!(whom, Whom::Agency(other) if *other == agency);
        let own: Vec<(Count, u32)> = lines.filter(|((whom, _), _)| is_its(whom)).map(|((_, count), smallest)| (*count, smallest)).collect();
        let told = || own.iter().map(|(count, _)| count.of).chain([self.meetings]);
        let differs_by_few = told().any(|one| told().any(|other| self.is_small(one.abs_diff(other))));
        own.iter().all(|(count, smallest)| count.may_be_shown(*smallest)) && !differs_by_few
    }

    fn teams_may_be_told(&self, tally: &Tally<'_>) -> bool {
        !tally.counts().any(|count| self.is_small(count.of))
    }

    fn is_small(&self, number: u32) -> bool {
        self.public && self.tallies.iter().any(|tally| is_small(number, tally.smallest))
    }
}

impl Tally<'_> {
    /// All counts of a measure that is not of agencies: of all, of each team, and of no team.
    fn counts(&self) -> impl Iterator<Item = Count> + '_ {
        let of_meetings = !self.measure.is_of_agencies();
        let lines = self.lines.iter().map(|(_, count)| *count).chain([self.of_no_team]);
        lines.filter(move |_| of_meetings)
    }
}
