//! Who was there, whether that meets the minimum, and who keeps a record of their own.

use super::Meeting;
use super::answer::{Attendee, FormatAnswer};
use super::facts::Facts;
use super::rule::Own;
use crate::engine::decision::Ask;
use crate::engine::stack::Held;
use crate::error::{Code, Error, shown};
use crate::text::sentences::ASK_NAME_IN_ATTENDANCE;
use crate::value::agency::Agency;
use crate::value::distinct;
use crate::value::entries::Entries;
use crate::value::family::is_family;
use crate::value::meeting::Attendance;
use crate::value::relatives;
use crate::value::truth::Truth;

/// Who took part, as it was told, by agency.
pub(super) fn attendance(facts: &Facts) -> Result<Option<Vec<(Agency, Attendance)>>, Error> {
    let agency = |name: &str| {
        let refused = || {
            let path = format!("attendance.{}", shown(name));
            Error::new(Code::BadWord, path, "expected the name of an agency or service, such as police or health")
        };
        Agency::new(name).ok_or_else(refused)
    };
    let told = |told: &Entries<Attendance>| told.iter().map(|(name, how)| Ok((agency(name)?, *how))).collect();
    facts.attendance.as_ref().map(told).transpose()
}

/// Who took part.
pub(super) struct Presence<'m> {
    /// As it was told.
    told: &'m [(Agency, Attendance)],
    /// The agencies that count as being there, and those whose part they take.
    there: Vec<&'m str>,
    /// Is anybody there under a name that nobody knows? It may be any of those who must be.
    pub(super) names_nobody_known: bool,
    /// The agencies of which two things are told: none of them counts as being there.
    pub(super) told_twice: Vec<Agency>,
}

impl<'m> Presence<'m> {
    pub(super) fn of(meeting: &'m Meeting<'_>, told: &'m [(Agency, Attendance)]) -> Self {
        let named = || meeting.rules.iter().flat_map(|held| &held.rule.own.present);
        let nothing_said = named().next().is_none();
        let counts = |how: Attendance| if nothing_said { how.is_present() } else { named().any(|present| *present == how) };
        let twice = meeting.contradicted(told);
        let present = || told.iter().filter(|(agency, how)| counts(*how) && !twice.contains(agency)).map(|(agency, _)| agency);
        let there = present().flat_map(|agency| [Some(agency.id()), meeting.takes_part_of(agency)]).flatten().collect();
        let names_nobody_known = present().any(|agency| !meeting.knows(agency));
        Presence { told, there, names_nobody_known, told_twice: twice }
    }

    /// Whoever is not among those who were there was absent, unless they may have been there under another name.
    fn absence(&self) -> Truth {
        if self.names_nobody_known { Truth::Unknown } else { Truth::No }
    }

    /// Whoever is recorded as there, whatever else was told of them.
    pub(super) fn came(&self) -> impl Iterator<Item = &'m Agency> {
        self.told.iter().filter(|(_, how)| how.is_present()).map(|(agency, _)| agency)
    }

    /// Was anything told of anybody? An empty list says nothing of who was not there.
    pub(super) fn tells_of_anybody(&self) -> bool {
        !self.told.is_empty()
    }

    /// Was that agency there, or somebody who takes its part?
    pub(super) fn has(&self, agency: &str) -> bool {
        self.there.contains(&agency)
    }
}

/// Is it that agency, or somebody of the family where that stands for it?
pub(super) fn is_among(agency: &Agency, who: &str) -> bool {
    agency.id() == who || is_family(who) && relatives::is_named(agency.id())
}

/// Who must be there and is not.
pub(super) fn missing(presence: &Presence<'_>, required: &[Attendee]) -> Vec<Agency> {
    let absent = required.iter().filter(|person| person.settled && !presence.has(person.agency.id()));
    absent.map(|person| person.agency.clone()).collect()
}

/// Is everybody there who must be? Not known where only those are not of whom that is not settled, or where nobody is named.
pub(super) fn all_there(presence: &Presence<'_>, required: &[Attendee]) -> Truth {
    let absent = || required.iter().filter(|person| !presence.has(person.agency.id()));
    match (absent().any(|person| person.settled), absent().next()) {
        (true, _) => presence.absence(),
        (false, Some(_)) => Truth::Unknown,
        (false, None) => {
            if required.is_empty() {
                Truth::Unknown
            } else {
                Truth::Yes
            }
        }
    }
}

impl Meeting<'_> {
    /// Of whom two things are told: under two names, or by a fact that tells whether they were there.
    fn contradicted(&self, told: &[(Agency, Attendance)]) -> Vec<Agency> {
        let facts = self.case.stack.packs.iter().flat_map(|pack| pack.words.fact.iter());
        let of_presence = facts.filter_map(|(name, fact)| Some((fact.present.as_ref()?, self.case.recorded(name))));
        let of_presence: Vec<_> = of_presence.filter(|(_, truth)| !truth.is_unknown()).collect();
        let told_by_a_fact = |agency: &Agency, how: Attendance| {
            let of_them = of_presence.iter().find(|(who, _)| is_among(agency, who));
            of_them.is_some_and(|(_, truth)| *truth == !Truth::from(how.is_present()))
        };
        let told_otherwise = |agency: &Agency, how: Attendance| {
            told.iter().any(|(other, as_told)| *as_told != how && self.case.stack.is_one_agency(other.id(), agency.id()))
        };
        let twice = told.iter().filter(|(agency, how)| told_otherwise(agency, *how) || told_by_a_fact(agency, *how));
        distinct(twice.map(|(agency, _)| agency.clone()))
    }

    /// Is this an agency as far as anybody knows: by its name, or because it was told of elsewhere?
    fn knows(&self, agency: &Agency) -> bool {
        let Facts { referrer, services, agencies, attendees, chair, family, .. } = self.facts;
        let chair = chair.as_ref().and_then(|chair| chair.agency.as_ref());
        let named = referrer.iter().chain(services.iter().flatten()).chain(chair);
        let named = named.chain(agencies.iter().flatten().map(|other| &other.name));
        let mut named = named.chain(attendees.iter().flatten().map(|speaker| &speaker.agency));
        let is_of_family = || family.iter().flatten().any(|person| Agency::folded(&person.who) == *agency);
        self.case.stack.knows(agency) || named.any(|known| known == agency) || is_of_family()
    }

    /// The question who it was, where the answer hangs on a name that nobody knows.
    pub(super) fn ask_name(presence: &Presence<'_>, required: &[Attendee]) -> Option<Ask> {
        let hangs_on_it = presence.names_nobody_known && required.iter().any(|person| !presence.has(person.agency.id()));
        hangs_on_it.then(|| Ask::new("attendance", ASK_NAME_IN_ATTENDANCE.said()))
    }

    /// Is the minimum met? The documents leave open what a meeting in another form than theirs is worth.
    pub(super) fn quorate(&self, presence: &Presence<'_>, format: Option<&FormatAnswer>) -> Truth {
        let states_minimum = |held: &&Held<'_, Own>| held.rule.own.minimum && held.holds.is_yes();
        let mut minimum = self.rules.iter().filter(states_minimum).flat_map(|held| &held.rule.own.required).peekable();
        if minimum.peek().is_none() {
            Truth::Unknown
        } else if minimum.any(|member| !presence.has(&member.what)) {
            presence.absence()
        } else if format.is_some_and(|format| format.compliant.is_no()) {
            Truth::Unknown
        } else {
            Truth::Yes
        }
    }

    /// Who is expected and did not come; whoever made the referral is there where their own agency is.
    pub(super) fn expected_and_absent<'p>(
        &'p self,
        presence: &'p Presence<'_>,
        expected: &'p [Attendee],
    ) -> impl Iterator<Item = &'p Attendee> {
        let agency = |person: &'p Attendee| match &self.facts.referrer {
            Some(referrer) if person.agency.id() == "referring-agency" => referrer,
            _ => &person.agency,
        };
        expected.iter().filter(move |person| person.settled && !presence.has(agency(person).id()))
    }

    /// Who makes a record of their own in this form of meeting: those who were there, or those who must be.
    pub(super) fn records(&self, presence: Option<&Presence<'_>>, required: &[Attendee]) -> Vec<Agency> {
        let asks = |held: &Held<'_, Own>| self.facts.format.is_some_and(|format| held.rule.own.own_record_in.contains(&format));
        if !self.rules.iter().any(asks) {
            return Vec::new();
        }
        match presence {
            Some(presence) => presence.came().cloned().collect(),
            None => required.iter().map(|person| person.agency.clone()).collect(),
        }
    }
}
