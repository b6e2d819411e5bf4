//! Reads a pack, the rules of one document, and refuses a doubtful one with the place and the reason.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::decide::{check_action, classify_concern, list_attendees, record_consent_basis};
use crate::facts::{Fault, Node, Read, shown, table};
use crate::words::agency::Agency;
use crate::words::citation::{Cites, Force};
use crate::words::conditional::Conditional;
use crate::words::decision::Cited;
use crate::words::list::words;
use crate::words::meeting::MeetingType;
use crate::words::ordered::Table;
use crate::words::refusal::Refusal;
use crate::words::{and_list, hexadecimal};

table! {
    /// The rules of one document, in its own order.
    #[derive(Clone, Debug, Default)]
    pub struct Pack {
        /// Which document this is.
        pub document: Document,
        /// The facts that its rules ask for.
        pub fact: Table<Fact>,
        /// The kinds of concern a person may choose from.
        pub concern_type: Table<ConcernType>,
        /// Agencies, by id.
        pub agency: Table<AgencyName>,
        /// Roles, by id.
        pub role: Table<RoleName>,
        /// How soon must the strategy meeting be held?
        pub classify_concern: &'static [classify_concern::Rule],
        /// Who must, should and may attend?
        pub list_attendees: &'static [list_attendees::Rule],
        /// Words that say nothing in any field of an action.
        pub filler: Option<&'static str>,
        /// Is this action SMART?
        pub check_action: &'static [check_action::Rule],
        /// What must a record of sharing hold?
        pub record_consent_basis: &'static [record_consent_basis::Rule],
        /// Who may hold the information: public bodies and others.
        pub controller: Table<record_consent_basis::Controller>,
        /// Lawful bases and conditions to consider.
        pub lawful_basis: &'static [record_consent_basis::LawfulBasis],
        /// What to bear in mind beside an answer.
        pub caution: &'static [PackCaution],
        /// SHA-256 of the pack in its object form.
        pub hash: Hash,
    }
}

table! {
    /// A document: what it is, what it cites, and whether that still holds.
    #[derive(Clone, Debug, Default)]
    pub struct Document {
        /// The pack's id.
        pub id: &'static str,
        /// The pack's version.
        pub version: &'static str,
        /// The document's number, by which the audit of citations finds its text.
        pub source: Option<&'static str>,
        /// The document's title.
        pub title: &'static str,
        /// The area whose rules these are, if they are local.
        pub area: Option<&'static str>,
        /// The area's name.
        pub area_label: Option<&'static str>,
        /// What kind of document it is.
        pub force: DocumentForce,
        /// The edition of national guidance that it cites.
        pub cites: &'static str,
        /// Whether that edition still holds.
        pub status: Status,
        /// Does it belong to every record of sharing, whatever the area?
        pub always_for_records: bool,
        /// The packs beneath this one.
        pub stands_on: &'static [&'static str],
    }
}

words! {
    /// What kind of document it is.
    DocumentForce {
        /// An act or regulation.
        Statute = "statute",
        /// Guidance that the law requires people to follow.
        StatutoryGuidance = "statutory-guidance",
        /// An agreement of one partnership.
        LocalProtocol = "local-protocol",
        /// Guidance for practice.
        PracticeGuide = "practice-guide",
    }
}

impl DocumentForce {
    fn note(self, force: Force) -> Option<&'static str> {
        match (self, force) {
            (DocumentForce::PracticeGuide, Force::Must) => Some("This guide's word, not law."),
            (DocumentForce::LocalProtocol, Force::Must) => Some("This partnership's word, not law."),
            _ => None,
        }
    }
}

table! {
    /// Whether a document's source still holds.
    #[derive(Clone, Debug, Default)]
    pub struct Status {
        /// What replaced it.
        pub superseded_by: Option<&'static str>,
        /// When that was last checked.
        pub checked_on: NaiveDate,
    }
}

table! {
    /// A fact that rules ask for.
    #[derive(Clone, Debug, Default)]
    pub struct Fact {
        /// The question, as a practitioner is asked it.
        pub asks: &'static str,
        /// Its path in the facts, where it is no concern: `child.lookedAfter`.
        pub path: Option<&'static str>,
        /// The id of the rule that names this fact, where it has one of its own.
        pub id: Option<&'static str>,
    }
}

table! {
    /// A kind of concern.
    #[derive(Clone, Debug, Default)]
    pub struct ConcernType {
        /// Its name.
        pub label: &'static str,
        /// The rule that names it.
        pub id: Option<&'static str>,
        /// The facts it makes true.
        pub makes: &'static [&'static str],
        /// The facts it gives a reason for and does not settle.
        pub asks: &'static [&'static str],
    }
}

table! {
    /// An agency's name in a sentence.
    #[derive(Clone, Debug, Default)]
    pub struct AgencyName {
        /// The name.
        pub label: &'static str,
        /// The agency whose part this one can take.
        pub part_of: Option<&'static str>,
    }
}

table! {
    /// A role's name in a sentence.
    #[derive(Clone, Debug, Default)]
    pub struct RoleName {
        /// The name.
        pub label: &'static str,
        /// Other ids that mean the same role.
        pub also: &'static [&'static str],
    }
}

table! {
    /// A caution that a document or its reading calls for.
    #[derive(Clone, Debug, Default)]
    pub struct PackCaution {
        /// The code, in kebab-case.
        pub code: &'static str,
        /// The question it belongs to.
        pub question: Question,
        /// The sentence.
        pub text: &'static str,
        /// Facts that must be a yes.
        pub when: &'static [&'static str],
        /// Facts that somebody must have said no to.
        pub when_no: &'static [&'static str],
        /// Facts that nobody must have answered yet.
        pub when_unknown: &'static [&'static str],
        /// Concern types, one of which must have been chosen or named as a reason.
        pub types: &'static [&'static str],
        /// Rules, one of which must govern.
        pub governs: &'static [&'static str],
        /// Only where the time runs over a weekend or a bank holiday.
        pub over_days_off: bool,
        /// Meetings it belongs to.
        pub meeting: &'static [MeetingType],
    }
}

words! {
    /// The questions that packs speak to.
    Question {
        /// How soon?
        ClassifyConcern = "classify-concern",
        /// Who?
        ListAttendees = "list-attendees",
        /// Is the action SMART?
        CheckAction = "check-action",
        /// Is the plan complete?
        CheckPlan = "check-plan",
        /// On what basis is information shared?
        RecordConsentBasis = "record-consent-basis",
    }
}

/// SHA-256 of a pack's object form, hexadecimal. It is worked out and never written.
#[derive(Clone, Debug, Default)]
pub struct Hash(pub &'static str);

impl Read for Hash {
    fn is_required(&self) -> bool {
        false
    }

    fn read(&mut self, _: &Node) -> Result<(), Fault> {
        Err(Fault::expected("bad-pack", "no hash: it is worked out"))
    }
}

/// Operative words are cited, never a whole sentence.
const MOST_WORDS: usize = 12;

impl Pack {
    /// Reads a pack from its object form and checks it.
    ///
    /// # Errors
    /// A [`Refusal`] with the place in the object and the reason.
    pub fn read(json: &str) -> Result<Pack, Refusal> {
        let pack = Pack::read_again(json)?;
        pack.check()?;
        Ok(pack)
    }

    /// Reads a pack that was checked before.
    ///
    /// # Errors
    /// A [`Refusal`] where it is no pack.
    pub fn read_again(json: &str) -> Result<Pack, Refusal> {
        let mut pack: Pack = crate::facts::read(json)?;
        pack.hash = Hash(hexadecimal(&Sha256::digest(json)).leak());
        Ok(pack)
    }

    /// Every rule of the pack, with the table it stands in.
    pub fn rules(&self) -> Vec<(&'static str, &dyn Cites)> {
        let timing = self.classify_concern.iter().map(|rule| ("classify_concern", rule as &dyn Cites));
        let people = self.list_attendees.iter().map(|rule| ("list_attendees", rule as &dyn Cites));
        let actions = self.check_action.iter().map(|rule| ("check_action", rule as &dyn Cites));
        let sharing = self.record_consent_basis.iter().map(|rule| ("record_consent_basis", rule as &dyn Cites));
        let bases = self.lawful_basis.iter().map(|rule| ("lawful_basis", rule as &dyn Cites));
        timing.chain(people).chain(actions).chain(sharing).chain(bases).collect()
    }

    /// Refuses what would make an answer doubtful.
    ///
    /// # Errors
    /// A [`Refusal`] with the place in the object and the reason.
    pub fn check(&self) -> Result<(), Refusal> {
        self.check_citations()?;
        self.check_facts_are_declared()?;
        self.check_people()?;
        self.check_timing()
    }

    fn check_citations(&self) -> Result<(), Refusal> {
        let mut seen = BTreeSet::new();
        for (table, rule) in self.rules() {
            let refuse = |field: &str, message: String| Err(Refusal::new("bad-pack", format!("{table}.{}.{field}", rule.id()), message));
            if !seen.insert(rule.id()) {
                return refuse("id", "expected each rule's id once in a pack".to_owned());
            }
            if rule.says().trim().is_empty() || rule.at().trim().is_empty() || rule.words().trim().is_empty() {
                return refuse("at", "expected a sentence, a place and operative words".to_owned());
            }
            if rule.words().split_whitespace().count() > MOST_WORDS {
                return refuse("words", format!("expected at most {MOST_WORDS} words of the document"));
            }
        }
        Ok(())
    }

    fn check_facts_are_declared(&self) -> Result<(), Refusal> {
        let timing = self.classify_concern.iter().flat_map(|rule| rule.when.iter().chain(rule.unless).map(move |fact| (rule.id, *fact)));
        let types = self.concern_type.0.iter().flat_map(|(id, kind)| kind.makes.iter().chain(kind.asks).map(move |fact| (*id, *fact)));
        let people = self.list_attendees.iter().flat_map(|rule| {
            let members = rule.required.iter().chain(rule.expected).chain(rule.optional).filter_map(Conditional::fact);
            rule.when.iter().copied().chain(members).map(move |fact| (rule.id, fact))
        });
        for (place, fact) in timing.chain(types).chain(people) {
            if self.fact.get(fact).is_none() {
                let message = format!("expected a fact that this pack declares, such as {}", self.declared_facts());
                return Err(Refusal::new("bad-pack", format!("{place}.{fact}"), message));
            }
        }
        Ok(())
    }

    fn declared_facts(&self) -> String {
        and_list(&self.fact.iter().map(|(name, _)| name).collect::<Vec<_>>())
    }

    fn check_people(&self) -> Result<(), Refusal> {
        for rule in self.list_attendees {
            let is_no_agency = |member: &&Conditional| Agency::new(member.what).is_none_or(|agency| agency.id() != member.what);
            if let Some(member) = rule.required.iter().chain(rule.expected).chain(rule.optional).find(is_no_agency) {
                let place = format!("list_attendees.{}.{}", rule.id, shown(member.what));
                return Err(Refusal::new(
                    "bad-pack",
                    place,
                    "expected an agency in kebab-case, with \"when FACT\" or \"unless FACT\" after it if need be",
                ));
            }
        }
        Ok(())
    }

    fn check_timing(&self) -> Result<(), Refusal> {
        for rule in self.classify_concern {
            let refuse =
                |field: &str, message: &str| Err(Refusal::new("bad-pack", format!("classify_concern.{}.{field}", rule.id), message));
            let known = |id: &str| self.classify_concern.iter().any(|other| other.id == id && other.hold.is_some());
            match (&rule.hold, &rule.applies) {
                (Some(_), None) if rule.from.is_none() => return refuse("from", "expected the moment from which the time counts"),
                (Some(_), None) => {}
                (None, Some(target)) if known(target) => {}
                (None, Some(_)) => return refuse("applies", "expected the id of a rule of this table that sets a time"),
                _ => return refuse("hold", "expected either a time of its own, or the rule whose time applies"),
            }
            if rule.lengthens.is_some_and(|target| !known(target)) {
                return refuse("lengthens", "expected the id of a rule of this table that sets a time");
            }
        }
        let lengthening_needs: BTreeSet<&&str> =
            self.classify_concern.iter().filter(|rule| rule.lengthens.is_some()).flat_map(|rule| rule.when).collect();
        match self.concern_type.0.iter().find(|(_, kind)| kind.makes.iter().any(|fact| lengthening_needs.contains(fact))) {
            Some((id, _)) => Err(Refusal::new(
                "bad-pack",
                format!("concern_type.{id}.makes"),
                "expected a type never to make true what lengthens a time: let it ask",
            )),
            None => Ok(()),
        }
    }

    /// What it cites, and what that is worth.
    pub fn label(&self) -> String {
        let of_a_partnership = self.document.area.is_some_and(|area| area != crate::rulebook::GENERIC_AREA);
        let endorsed = if of_a_partnership { ", not endorsed by the partnership" } else { "" };
        format!("Cites {}; not confirmed in force{endorsed}.", self.document.cites)
    }

    /// A rule of this pack, as answers cite it.
    pub fn cite<'p>(&'p self, rule: &'p dyn Cites) -> Cited<'p> {
        Cited {
            id: rule.id(),
            sentence: rule.says(),
            force: rule.force(),
            force_note: self.document.force.note(rule.force()),
            document: self.document.title,
            place: rule.at(),
            words: rule.words(),
            reading: rule.reading(),
            due_by: None,
            provisional: false,
            reason: None,
        }
    }
}
