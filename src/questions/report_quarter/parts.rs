//! What each agency did in one meeting, told once however often it is listed.

use std::collections::BTreeMap;

use super::doubts::Doubts;
use super::facts::{AgencyPart, Meeting};
use super::rule::Measure;
use crate::engine::stack::Stack;
use crate::text::sentences::{AGENCY_CONTRADICTS, AGENCY_TWICE, CAME_UNASKED};
use crate::value::agency::Agency;
use crate::value::truth::Truth;

/// The agencies of all meetings, each with a number of its own.
#[derive(Default)]
pub(super) struct Agencies {
    numbers: BTreeMap<String, usize>,
    pub names: Vec<Agency>,
    /// The meeting in which each was met last, and its place among that meeting's parts.
    met: Vec<(usize, usize)>,
}

/// What one agency did in one meeting.
pub(super) struct Part {
    pub agency: usize,
    /// Where it is listed first.
    listed: usize,
    requested: Told,
    attended: Told,
    form_returned: Told,
}

/// What is told of one thing, and whether both yes and no are.
#[derive(Clone, Copy)]
struct Told {
    truth: Truth,
    contradicts: bool,
}

impl Told {
    fn once(truth: Truth) -> Self {
        Told { truth, contradicts: false }
    }

    /// Told again. A yes beside a no is neither. Is it the first time that they contradict each other?
    fn again(&mut self, truth: Truth) -> bool {
        let agrees = truth.is_unknown() || truth == self.truth;
        match (self.contradicts, self.truth) {
            (true, _) => false,
            (false, Truth::Unknown) => {
                self.truth = truth;
                false
            }
            (false, _) if agrees => false,
            (false, _) => {
                *self = Told { truth: Truth::Unknown, contradicts: true };
                true
            }
        }
    }
}

impl Agencies {
    /// The parts of one meeting.
    pub(super) fn parts(&mut self, index: usize, meeting: &Meeting, stack: &Stack, doubts: &mut Doubts) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for (place, part) in meeting.agencies.iter().flatten().enumerate() {
            let agency = self.number_of(&part.agency, stack);
            match self.met[agency] {
                (met, known) if met == index && known < parts.len() => parts[known].listed_again(part, index, place, doubts),
                _ => {
                    self.met[agency] = (index, parts.len());
                    parts.push(Part::of(part, agency, place));
                }
            }
        }
        for part in parts.iter().filter(|part| part.came_unasked()) {
            doubts.add(CAME_UNASKED, format!("{}.requested", path(index, part.listed)));
        }
        parts
    }

    fn number_of(&mut self, agency: &Agency, stack: &Stack) -> usize {
        if let Some(number) = self.numbers.get(agency.id()) {
            return *number;
        }
        // Under whatever name it is listed, it is counted once.
        let foremost = Agency::folded(stack.foremost(agency.id()));
        let number = *self.numbers.entry(foremost.id().to_owned()).or_insert(self.names.len());
        if number == self.names.len() {
            self.names.push(foremost);
            self.met.push((usize::MAX, 0));
        }
        self.numbers.insert(agency.id().to_owned(), number);
        number
    }
}

impl Part {
    fn of(part: &AgencyPart, agency: usize, listed: usize) -> Self {
        let [requested, attended, form_returned] = [part.requested, part.attended, part.form_returned].map(Told::once);
        Part { agency, listed, requested, attended, form_returned }
    }

    fn listed_again(&mut self, part: &AgencyPart, index: usize, place: usize, doubts: &mut Doubts) {
        doubts.add_pair(AGENCY_TWICE, path(index, place), path(index, self.listed));
        let told = [
            ("requested", &mut self.requested, part.requested),
            ("attended", &mut self.attended, part.attended),
            ("formReturned", &mut self.form_returned, part.form_returned),
        ];
        for (field, told, again) in told {
            if told.again(again) {
                let [here, first] = [place, self.listed].map(|place| format!("{}.{field}", path(index, place)));
                doubts.add_pair(AGENCY_CONTRADICTS, here, first);
            }
        }
    }

    fn came_unasked(&self) -> bool {
        self.requested.truth.is_no() && (self.attended.truth.is_yes() || self.form_returned.truth.is_yes())
    }

    /// Did it attend?
    pub(super) fn attended(&self) -> Truth {
        self.attended.truth
    }

    /// What is recorded of what is counted. An agency that was not asked is neither there nor missing.
    pub(super) fn recorded(&self, measure: Measure) -> Option<Truth> {
        match measure {
            Measure::Requests => Some(self.requested.truth),
            _ if self.requested.truth.is_no() => None,
            Measure::Attendance => Some(self.attended.truth),
            Measure::Forms => Some(self.form_returned.truth),
            _ => None,
        }
    }
}

fn path(meeting: usize, agency: usize) -> String {
    format!("meetings[{meeting}].agencies[{agency}]")
}
