//! Reads a pack, the rules of one document, and refuses a doubtful one with the place and the reason.

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::audit;
use crate::decide::{
    check_action, choose_meeting, classify_concern, list_attendees, list_deadlines, make_checklist, record_consent_basis, report_quarter,
    resolve_disagreement,
};
use crate::facts::{Fault, Node, Read, Shape, table};
use crate::json;
use crate::proof::Example;
use crate::words::answer::Answer;
use crate::words::citation::{Cites, Force, cited_rule};
use crate::words::conditional::Conditional;
use crate::words::decision::{Cited, EditionBasis, PackBasis};
use crate::words::known::Stated;
use crate::words::list::words;
use crate::words::meeting::MeetingType;
use crate::words::moment::{self, Moment};
use crate::words::ordered::Table;
use crate::words::refusal::Refusal;
use crate::words::said::Said;
use crate::words::{Gather as _, Gathering as _};
use crate::words::{camel, hexadecimal, kebab, once};

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
        /// The editions of other guidance that the document rests on.
        pub edition: &'static [Edition],
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
        /// Which meeting does this call for?
        pub choose_meeting: &'static [choose_meeting::Rule],
        /// What falls due?
        pub list_deadlines: &'static [list_deadlines::Rule],
        /// What must be ready?
        pub make_checklist: &'static [make_checklist::Rule],
        /// What is the next step where people disagree?
        pub resolve_disagreement: &'static [resolve_disagreement::Rule],
        /// What is counted each quarter?
        pub report_quarter: &'static [report_quarter::Rule],
        /// What to bear in mind beside an answer.
        pub caution: &'static [PackCaution],
        /// Cases that show its rules at work; they are for authors and tests, and not shipped.
        pub example: &'static [Example],
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
        /// The first day on which the document is in force, where that is known.
        pub since: Option<NaiveDate>,
        /// The last such day.
        pub until: Option<NaiveDate>,
        /// Is it the national layer, which answers only where it is asked for?
        pub national: bool,
        /// Does it belong to every record of sharing, whatever the area?
        pub always_for_records: bool,
        /// The packs beneath this one.
        pub stands_on: &'static [&'static str],
    }
}

/// Does a day lie between the first and the last on which something holds?
fn is_in_force(since: Option<NaiveDate>, until: Option<NaiveDate>, day: NaiveDate) -> bool {
    since.is_none_or(|since| since <= day) && until.is_none_or(|until| day <= until)
}

impl Document {
    /// Are there days on which both are in force?
    pub fn overlaps(&self, other: &Document) -> bool {
        let starts_in_time =
            |one: &Document, other: &Document| one.since.is_none_or(|since| other.until.is_none_or(|until| since <= until));
        starts_in_time(self, other) && starts_in_time(other, self)
    }

    /// Is it in force on a day? Without a day, on the day it was last checked.
    pub fn covers(&self, day: Option<NaiveDate>) -> bool {
        is_in_force(self.since, self.until, day.unwrap_or(self.status.checked_on))
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

cited_rule! { "edition",
    /// An edition of other guidance that the document rests on.
    pub struct Edition {
        /// The edition cited.
        pub cites: &'static str,
        /// What has replaced it.
        pub replaced_by: Option<&'static str>,
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
        /// Its path in the facts, where that is not its name: `child.lookedAfter`, `concerns.seriousRisk`.
        pub path: Option<&'static str>,
        /// The id of the rule that names this fact, where it has one of its own.
        pub id: Option<&'static str>,
        /// The words at its path that make it a yes; any other word is a no.
        pub is: &'static [&'static str],
        /// All words that may stand at its path, where that list is closed.
        pub one_of: &'static [&'static str],
        /// The count at its path above which it is a yes.
        pub more_than: Option<u32>,
        /// Is it a yes once anything is written at its path?
        pub filled: bool,
        /// Is it a moment, from which times count?
        pub moment: bool,
        /// It is a yes where all of these are.
        pub all_of: &'static [&'static str],
        /// It is a yes where any of these is, and a no where all are.
        pub any_of: &'static [&'static str],
        /// Each of these tells it: a yes of any is a yes, and otherwise a no of any is a no.
        pub known_from: &'static [&'static str],
    }
}

impl Fact {
    /// Is it asked of people, and not worked out from other facts?
    pub fn is_asked(&self) -> bool {
        self.parts().is_empty()
    }

    /// The facts that it is worked out from.
    pub fn parts(&self) -> &'static [&'static str] {
        [self.all_of, self.any_of, self.known_from].into_iter().find(|parts| !parts.is_empty()).unwrap_or_default()
    }

    /// Its path in the facts.
    pub fn path_of(&self, name: &str) -> String {
        self.path.map_or_else(|| camel(name), str::to_owned)
    }

    /// Is it answered with yes, no or not known?
    pub fn is_yes_or_no(&self) -> bool {
        self.is_asked() && self.is.is_empty() && self.more_than.is_none() && !self.filled && !self.moment
    }

    /// What it expects at its path.
    pub fn expects(&self) -> String {
        if self.moment {
            moment::EXPECTED.to_owned()
        } else if !self.one_of.is_empty() {
            format!("one of {}", self.one_of.join(", "))
        } else if self.more_than.is_some() {
            "a whole number".to_owned()
        } else if !self.is.is_empty() {
            "a word, or a list of words".to_owned()
        } else if self.filled {
            "a text".to_owned()
        } else {
            "true, false or \"unknown\"".to_owned()
        }
    }

    /// Is that an answer of the kind it asks for?
    pub fn takes(&self, stated: &Stated) -> bool {
        match stated {
            Stated::Answer(Answer::Unknown) => true,
            Stated::Answer(_) => self.is_yes_or_no() || self.filled,
            Stated::Count(_) => self.more_than.is_some() || self.filled,
            Stated::Text(words) if self.moment => Moment::from_words(words).is_some(),
            Stated::Text(word) if !self.one_of.is_empty() => self.one_of.contains(&kebab(word).as_str()),
            Stated::Text(_) => !self.is.is_empty() || self.filled,
            Stated::List(_) => (!self.is.is_empty() && self.one_of.is_empty()) || self.filled,
        }
    }

    /// What an answer at its path says of it.
    pub fn reads(&self, stated: &Stated) -> Answer {
        match stated {
            Stated::Answer(answer) => *answer,
            Stated::Count(count) => self.more_than.is_none_or(|limit| *count > limit).into(),
            Stated::Text(text) if self.is.is_empty() => (!text.trim().is_empty()).into(),
            Stated::Text(word) => self.is.contains(&kebab(word).as_str()).into(),
            Stated::List(words) if self.is.is_empty() => (!words.is_empty()).into(),
            Stated::List(words) => words.iter().any(|word| self.is.contains(&kebab(word).as_str())).into(),
        }
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
        /// The first day on which it holds.
        pub since: Option<NaiveDate>,
        /// The last such day.
        pub until: Option<NaiveDate>,
    }
}

impl PackCaution {
    /// Does it hold on a day?
    pub fn is_in_force(&self, day: NaiveDate) -> bool {
        is_in_force(self.since, self.until, day)
    }

    /// Does it belong to a meeting? Where none is named, only what hangs on facts is said.
    pub fn is_of(&self, meeting: Option<MeetingType>) -> bool {
        let conditional = || !(self.when.is_empty() && self.when_no.is_empty() && self.when_unknown.is_empty());
        self.meeting.is_empty() || meeting.map_or_else(conditional, |meeting| self.meeting.contains(&meeting))
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
        /// Which meeting?
        ChooseMeeting = "choose-meeting",
        /// What falls due?
        ListDeadlines = "list-deadlines",
        /// What must be ready?
        MakeChecklist = "make-checklist",
        /// What is the next step?
        ResolveDisagreement = "resolve-disagreement",
        /// How did the meetings do?
        ReportQuarter = "report-quarter",
    }
}

/// A pack's object form and its SHA-256, hexadecimal. It is worked out and never written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hash {
    /// The SHA-256.
    pub hexadecimal: &'static str,
    /// The pack as it was read.
    text: &'static str,
}

impl Read for Hash {
    fn is_required(&self) -> bool {
        false
    }

    fn read(&mut self, _: &Node) -> Result<(), Fault> {
        Err(Fault::expected("bad-pack", "no hash: it is worked out"))
    }

    fn shape() -> Shape {
        Shape::Never
    }
}

impl Pack {
    /// Reads a pack from its object form and checks it against the packs it stands on.
    ///
    /// # Errors
    /// A [`Refusal`] with the place in the object and the reason.
    pub fn read(json: &'static str, beneath: &[&Pack]) -> Result<Pack, Refusal> {
        let pack = Pack::read_again(json)?;
        audit::check(&pack, beneath)?;
        Ok(pack)
    }

    /// Reads a pack that was checked before.
    ///
    /// # Errors
    /// A [`Refusal`] where it is no pack.
    pub fn read_again(json: &'static str) -> Result<Pack, Refusal> {
        let mut pack: Pack = crate::facts::read(json)?;
        pack.hash = Hash { hexadecimal: hexadecimal(&Sha256::digest(json)).leak(), text: json };
        Ok(pack)
    }

    /// Every rule of the pack, with the table it stands in.
    pub fn rules(&self) -> Vec<(&'static str, &dyn Cites)> {
        fn add<R: Cites>(all: &mut Vec<(&'static str, &dyn Cites)>, rules: &'static [R]) {
            for rule in rules {
                all.push((rule.table(), rule));
            }
        }
        let mut all = Vec::new();
        add(&mut all, self.edition);
        add(&mut all, self.classify_concern);
        add(&mut all, self.list_attendees);
        add(&mut all, self.check_action);
        add(&mut all, self.record_consent_basis);
        add(&mut all, self.lawful_basis);
        add(&mut all, self.choose_meeting);
        add(&mut all, self.list_deadlines);
        add(&mut all, self.make_checklist);
        add(&mut all, self.resolve_disagreement);
        add(&mut all, self.report_quarter);
        all
    }

    /// The facts on which members and items of its rules depend, beside the rules' own conditions.
    pub fn facts_of_members(&self) -> Vec<&'static str> {
        let mut facts = Vec::new();
        for rule in self.list_attendees {
            facts.gather(rule.members().filter_map(Conditional::fact));
        }
        for rule in self.list_deadlines {
            facts.gather(rule.from);
            facts.gather(rule.shortest_for);
            facts.extend(rule.never_after);
            facts.gather(rule.to.iter().chain(rule.not_to).filter_map(Conditional::fact));
        }
        for rule in self.make_checklist {
            facts.extend(rule.met_by);
        }
        for rule in self.resolve_disagreement {
            facts.extend(rule.needs);
        }
        for field in self.record_consent_basis.iter().flat_map(|rule| rule.requires.iter().chain(rule.recommends)) {
            facts.push(field.what);
            facts.gather(field.fact());
        }
        facts
    }

    /// The pack as it was written, in object form.
    pub fn as_written(&self) -> Node {
        json::parse(self.hash.text).unwrap_or_default()
    }

    /// The meetings that some of its rules for a question speak of.
    pub fn meetings_of(&self, question: Question, ids: &[&str]) -> Vec<MeetingType> {
        let mut spoken_of = Vec::new();
        let mut add = |rule: &dyn Cites, meetings: &[MeetingType]| {
            if ids.contains(&rule.id()) {
                spoken_of.extend_from_slice(meetings);
            }
        };
        match question {
            Question::ListAttendees => self.list_attendees.iter().for_each(|rule| add(rule, rule.meeting)),
            Question::ChooseMeeting => self.choose_meeting.iter().for_each(|rule| add(rule, rule.meeting)),
            Question::ListDeadlines => self.list_deadlines.iter().for_each(|rule| add(rule, rule.meeting)),
            Question::MakeChecklist => self.make_checklist.iter().for_each(|rule| add(rule, rule.meeting)),
            _ => {}
        }
        once(spoken_of)
    }

    /// Is this a basis that is open to everybody on every day, and so has no near miss?
    pub fn is_open_to_everybody(&self, id: &str) -> bool {
        let open = |basis: &record_consent_basis::LawfulBasis| {
            basis.kind == record_consent_basis::BasisKind::Article6 && !basis.not_for_public_bodies && basis.in_force_from.is_none()
        };
        self.lawful_basis.iter().any(|basis| basis.id == id && open(basis))
    }

    /// What it cites, and what that is worth.
    pub fn label(&self) -> String {
        let of_a_partnership = self.document.area.is_some_and(|area| area != crate::rulebook::GENERIC_AREA);
        let endorsed = if of_a_partnership { ", not endorsed by the partnership" } else { "" };
        format!("Cites {}; not confirmed in force{endorsed}.", self.document.cites)
    }

    /// The pack, exactly enough to find it again.
    pub fn basis(&self) -> PackBasis<'_> {
        let edition = |edition: &'static Edition| EditionBasis { id: edition.id, cites: edition.cites, replaced_by: edition.replaced_by };
        PackBasis {
            id: self.document.id,
            version: self.document.version,
            hash: self.hash.hexadecimal,
            title: self.document.title,
            label: self.label(),
            superseded_by: self.document.status.superseded_by,
            checked_on: self.document.status.checked_on,
            editions: self.edition.iter().map(edition).gathered(),
        }
    }

    /// A rule of this pack, as answers cite it.
    pub fn cite<'p>(&'p self, rule: &'p dyn Cites) -> Cited<'p> {
        Cited {
            id: rule.id(),
            sentence: Said::of_rule(rule),
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
