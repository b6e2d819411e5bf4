//! Reads a pack, the rules of one document, and refuses a doubtful one with the place and the reason.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::answers::answers;
use crate::calendar::Calendar;
use crate::decide::{check_action, classify_concern, list_attendees, record_consent_basis};
use crate::facts::{Fault, Node, Read, facts, shown, table};
use crate::words::agency::Agency;
use crate::words::answer::Answer;
use crate::words::citation::{Cites, Force};
use crate::words::conditional::Conditional;
use crate::words::decision::{Ask, Basis, Caution, Cited, PackBasis};
use crate::words::list::words;
use crate::words::meeting::MeetingType;
use crate::words::ordered::Table;
use crate::words::refusal::Refusal;
use crate::words::{and_list, camel, hexadecimal};

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
            let mut members = rule.required.iter().chain(rule.expected).chain(rule.optional);
            let unknown = |member: &&Conditional| Agency::new(member.what).is_none_or(|agency| agency.id() != member.what);
            if let Some(member) = members.find(unknown) {
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
        let endorsed =
            if self.document.area.is_some() { "not confirmed in force, not endorsed by the partnership" } else { "not confirmed in force" };
        format!("Cites {}; {endorsed}.", self.document.cites)
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

/// All packs and the calendar: what every question is answered from.
#[derive(Clone, Debug)]
pub struct Rulebook {
    packs: Vec<Pack>,
    /// Which days count.
    pub calendar: Calendar,
}

/// The packs that answer one question, the local one first.
#[derive(Clone, Debug)]
pub struct Stack<'r> {
    /// The packs in order.
    pub packs: Vec<&'r Pack>,
    /// Which days count.
    pub calendar: &'r Calendar,
    /// True where the caller named neither an area nor packs, and the guide alone answers.
    pub area_missing: bool,
}

/// The area in which the practice guide stands alone.
pub const GENERIC_AREA: &str = "generic";

impl Rulebook {
    /// A rulebook of these packs.
    pub fn new(packs: Vec<Pack>, calendar: Calendar) -> Self {
        Rulebook { packs, calendar }
    }

    /// The packs, in the order of the documents.
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// The areas: id, name, and the packs that answer there.
    pub fn areas(&self) -> Vec<(&str, &str, Vec<&str>)> {
        let mut areas = Vec::new();
        for pack in &self.packs {
            if let (Some(id), Some(label)) = (pack.document.area, pack.document.area_label) {
                areas.push((id, label, self.with_foundations(pack).iter().map(|pack| pack.document.id).collect()));
            }
        }
        areas
    }

    fn find(&self, id: &str) -> Option<&Pack> {
        self.packs.iter().find(|pack| pack.document.id == id)
    }

    fn with_foundations<'r>(&'r self, pack: &'r Pack) -> Vec<&'r Pack> {
        let mut packs = vec![pack];
        for id in pack.document.stands_on {
            packs.extend(self.find(id));
        }
        packs
    }

    /// The packs for an area, or the packs named; never both.
    ///
    /// Without either, the practice guide that no partnership owns answers alone, and the answer says so (AMB-65).
    ///
    /// # Errors
    /// A [`Refusal`] where both are given, or a name is not known.
    pub fn stack(&self, area: Option<&str>, packs: Option<&[String]>) -> Result<Stack<'_>, Refusal> {
        let found = match (area, packs) {
            (Some(_), Some(_)) => return Err(Refusal::new("scope", "packs", "expected either area or packs, not both")),
            (None, Some(ids)) => self.named(ids)?,
            (area, None) => self.of_area(area.unwrap_or(GENERIC_AREA))?,
        };
        Ok(Stack { packs: found, calendar: &self.calendar, area_missing: area.is_none() && packs.is_none() })
    }

    fn of_area(&self, area: &str) -> Result<Vec<&Pack>, Refusal> {
        let area = crate::words::kebab(area);
        match self.packs.iter().find(|pack| pack.document.area == Some(area.as_str())) {
            Some(pack) => Ok(self.with_foundations(pack)),
            None => {
                let known: Vec<&str> = self.packs.iter().filter_map(|pack| pack.document.area).collect();
                Err(Refusal::new("bad-word", "area", format!("expected one of {}", known.join(", "))))
            }
        }
    }

    fn known_ids(&self) -> String {
        self.packs.iter().map(|pack| pack.document.id).collect::<Vec<_>>().join(", ")
    }

    fn named(&self, ids: &[String]) -> Result<Vec<&Pack>, Refusal> {
        if ids.is_empty() {
            return Err(Refusal::new("scope", "packs", format!("expected at least one of {}", self.known_ids())));
        }
        let mut found: Vec<&Pack> = Vec::new();
        for (index, id) in ids.iter().enumerate() {
            match self.find(id) {
                Some(pack) if found.iter().any(|other| other.document.id == pack.document.id) => {
                    return Err(Refusal::new("scope", format!("packs[{index}]"), "expected each pack once"));
                }
                Some(pack) => found.push(pack),
                None => return Err(Refusal::new("bad-word", format!("packs[{index}]"), format!("expected one of {}", self.known_ids()))),
            }
        }
        Ok(found)
    }
}

impl<'r> Stack<'r> {
    /// With the packs that belong to every record of sharing.
    #[must_use]
    pub fn for_records(mut self, rulebook: &'r Rulebook) -> Self {
        let missing = rulebook.packs.iter().filter(|pack| pack.document.always_for_records);
        for pack in missing {
            if !self.packs.iter().any(|held| held.document.id == pack.document.id) {
                self.packs.push(pack);
            }
        }
        self
    }

    /// The rules of one of their tables, each with its pack.
    pub fn rules<R>(&self, table: fn(&Pack) -> &'static [R]) -> Vec<(&'r Pack, &'static R)> {
        let mut rules = Vec::new();
        for pack in &self.packs {
            for rule in table(pack) {
                rules.push((*pack, rule));
            }
        }
        rules
    }

    /// What stands in one of their tables of names, in order.
    pub fn entries<T>(&self, table: fn(&Pack) -> &Table<T>) -> Vec<(&'static str, &'static T)> {
        let mut entries = Vec::new();
        for pack in &self.packs {
            entries.extend(table(pack).iter());
        }
        entries
    }

    /// A fact, as the packs of this stack declare it.
    pub fn fact(&self, name: &str) -> Option<&'r Fact> {
        self.packs.iter().find_map(|pack| pack.fact.get(name))
    }

    /// The path of a fact, as refusals and questions name it.
    pub fn path(&self, name: &str) -> String {
        match self.fact(name).and_then(|fact| fact.path) {
            Some(path) => path.to_owned(),
            None => format!("concerns.{}", camel(name)),
        }
    }

    /// The question that a fact asks.
    pub fn question(&self, name: &str) -> &'static str {
        self.fact(name).map_or("", |fact| fact.asks)
    }

    /// The facts of a concern, which have no path of their own.
    pub fn concern_facts(&self) -> Vec<&'static str> {
        let mut facts = Vec::new();
        for (name, fact) in self.entries(|pack| &pack.fact) {
            if fact.path.is_none() {
                facts.push(name);
            }
        }
        facts
    }

    /// A kind of concern, by id.
    pub fn concern_type(&self, id: &str) -> Option<&'r ConcernType> {
        self.packs.iter().find_map(|pack| pack.concern_type.get(id))
    }

    /// An agency's name in a sentence.
    pub fn agency(&self, id: &str) -> Option<&'r AgencyName> {
        self.packs.iter().find_map(|pack| pack.agency.get(id))
    }

    /// A role's name.
    pub fn role(&self, id: &str) -> Option<&'r RoleName> {
        self.packs.iter().find_map(|pack| pack.role.get(id))
    }

    /// The cautions that belong to a question, given what is known.
    pub fn cautions(&self, question: Question, known: &dyn Fn(&str) -> Answer, holds: &dyn Fn(&PackCaution) -> bool) -> Vec<Caution> {
        let mut cautions = Vec::new();
        for (_, caution) in self.rules(|pack| pack.caution) {
            let asked = caution.question == question;
            let facts_hold =
                || caution.when.iter().all(|fact| known(fact).is_yes()) && caution.when_no.iter().all(|fact| known(fact).is_no());
            if asked && facts_hold() && holds(caution) {
                cautions.push(Caution::new(caution.code, caution.text));
            }
        }
        cautions
    }

    /// What an answer from this stack rests on.
    pub fn basis(&self, others_considered: bool) -> Basis<'r> {
        let pack = |pack: &&'r Pack| PackBasis {
            id: pack.document.id,
            version: pack.document.version,
            hash: pack.hash.0,
            title: pack.document.title,
            label: pack.label(),
            superseded_by: pack.document.status.superseded_by,
        };
        Basis {
            engine: env!("CARGO_PKG_VERSION"),
            packs: self.packs.iter().map(pack).collect(),
            bank_holidays_known_until: self.calendar.known_until,
            others_considered,
        }
    }

    /// What is said of every answer from this stack.
    pub fn standing_cautions(&self) -> Vec<Caution> {
        let mut cautions = Vec::new();
        if self.area_missing {
            cautions.push(Caution::new(
                "area-not-given",
                "No area was given. The practice guide answers alone; your partnership's own procedure may ask for more.",
            ));
        }
        for pack in &self.packs {
            if let Some(newer) = pack.document.status.superseded_by {
                let text = format!(
                    "{} rests on {}, replaced by {newer}. Check your partnership's current procedure.",
                    pack.document.title, pack.document.cites
                );
                cautions.push(Caution::new("source-superseded", text));
            }
        }
        cautions
    }
}

facts! {
    /// Which packs to describe: those of an area, those named, or, without either, all.
    #[derive(Clone, Debug, Default)]
    pub struct Scope {
        /// The area.
        pub area: Option<String>,
        /// The packs.
        pub packs: Option<Vec<String>>,
    }
}

answers! {
    /// What the packs hold, for building a form.
    #[derive(Clone, Debug)]
    pub struct Description<'r> {
        /// The areas and the packs that answer there.
        pub areas: Vec<Area<'r>>,
        /// The packs.
        pub packs: Vec<PackBasis<'r>>,
        /// The facts and their questions.
        pub facts: Vec<Ask>,
        /// The kinds of concern.
        pub concern_types: Vec<Named<'r>>,
        /// The agencies that have a name of their own.
        pub agencies: Vec<Named<'r>>,
    }
}

answers! {
    /// An area and the packs that answer there.
    #[derive(Clone, Debug)]
    pub struct Area<'r> {
        /// Its id.
        pub id: &'r str,
        /// Its name.
        pub label: &'r str,
        /// The packs, the local one first.
        pub packs: Vec<&'r str>,
    }
}

answers! {
    /// An id and its name.
    #[derive(Clone, Debug)]
    pub struct Named<'r> {
        /// The id.
        pub id: &'r str,
        /// The name.
        pub label: &'r str,
    }
}

/// Describes packs, so that a form can be built from them.
///
/// # Errors
/// A [`Refusal`] where an area or pack is not known.
pub fn describe<'r>(scope: &Scope, rulebook: &'r Rulebook) -> Result<Description<'r>, Refusal> {
    let mut stack = rulebook.stack(scope.area.as_deref(), scope.packs.as_deref())?;
    if stack.area_missing {
        stack.packs = rulebook.packs.iter().collect();
    }
    let facts = stack.entries(|pack| &pack.fact).into_iter();
    let types = stack.entries(|pack| &pack.concern_type).into_iter();
    let agencies = stack.entries(|pack| &pack.agency).into_iter();
    Ok(Description {
        areas: rulebook.areas().into_iter().map(|(id, label, packs)| Area { id, label, packs }).collect(),
        packs: stack.basis(false).packs,
        facts: once_by_path(facts.map(|(name, fact)| Ask { path: stack.path(name), question: fact.asks })),
        concern_types: types.map(|(id, kind)| Named { id, label: kind.label }).collect(),
        agencies: agencies.map(|(id, agency)| Named { id, label: agency.label }).collect(),
    })
}

/// A fact that is worked out from another stands under the other's path.
fn once_by_path(asks: impl Iterator<Item = Ask>) -> Vec<Ask> {
    let mut once: Vec<Ask> = Vec::new();
    for ask in asks {
        if !once.iter().any(|known| known.path == ask.path) {
            once.push(ask);
        }
    }
    once
}
