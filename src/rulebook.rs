//! Which packs answer: those of an area with what they stand on, or those that are named.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::answers::{Told, answers};
use crate::audit;
use crate::calendar::{AddedHoliday, Calendar};
use crate::facts::{facts, shown};
use crate::pack::{AgencyName, ConcernType, Document, Fact, Pack, PackCaution, Question, RoleName};
use crate::proof;
use crate::words::answer::Answer;
use crate::words::citation::Cites;
use crate::words::decision::{Ask, Basis, Caution, PackBasis};
use crate::words::known::Known;
use crate::words::moment::said;
use crate::words::ordered::Table;
use crate::words::refusal::Refusal;
use crate::words::said::{Catalogue, Said, listed};
use crate::words::sentences::{
    self, ANSWERS_THAT_DAY, AREA_NOT_GIVEN, NO_DOCUMENT_THAT_DAY, NOT_IN_FORCE_AFTER, NOT_IN_FORCE_BEFORE, NOT_IN_FORCE_BETWEEN, ONLY_FROM,
    ONLY_UNTIL, SOURCE_SUPERSEDED, STANDS_IN_ITS_PLACE,
};
use crate::words::{Gather as _, Gathering as _};
use crate::words::{camel, kebab, once};

/// All packs and the calendar: what every question is answered from.
#[derive(Clone, Debug)]
pub struct Rulebook {
    packs: Vec<Pack>,
    /// A portal's own sentences.
    catalogue: Catalogue,
    /// Which days count.
    pub calendar: Calendar,
}

/// Which documents are asked, and for which day.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'f> {
    /// The area whose documents answer.
    pub area: Option<&'f str>,
    /// The packs that answer, instead of an area.
    pub packs: Option<&'f [String]>,
    /// The day whose rules answer; without it, the day on which each document was last checked.
    pub as_of: Option<NaiveDate>,
    /// Does the national layer answer too?
    pub national: bool,
}

/// The packs that answer one question, the local one first.
#[derive(Clone, Debug)]
pub struct Stack<'r> {
    /// The packs in order.
    pub packs: Vec<&'r Pack>,
    /// Which days count.
    pub calendar: Cow<'r, Calendar>,
    /// True where the caller named neither an area nor packs, and the guide alone answers.
    pub area_missing: bool,
    /// The day whose rules answer.
    pub as_of: Option<NaiveDate>,
    /// Packs that were asked and do not cover that day.
    pub not_in_force: Vec<&'r Pack>,
}

/// Far more than any document needs, and little enough to be checked at once.
const LARGEST_PACK: usize = 1_000_000;

/// The caller's own reference of a child, which no rule asks for.
const REFERENCE: &str = "child.ref";

/// Where the facts of a concern stand.
pub const CONCERNS: &str = "concerns.";

/// The area in which the practice guide stands alone.
pub const GENERIC_AREA: &str = "generic";

impl Rulebook {
    /// A rulebook of these packs.
    pub fn new(packs: Vec<Pack>, calendar: Calendar) -> Self {
        Rulebook { packs, catalogue: Catalogue::default(), calendar }
    }

    /// The same rulebook with a portal's own sentences in place of all that it had before.
    ///
    /// # Errors
    /// A [`Refusal`] where no sentence has a name, or one has a place that is not filled.
    pub fn with_catalogue(&self, catalogue: Catalogue) -> Result<Rulebook, Refusal> {
        catalogue.check(&self.sentences())?;
        Ok(Rulebook { catalogue, ..self.clone() })
    }

    /// A portal's own sentences.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// What is told, in the portal's own sentences where it has some.
    pub fn in_its_words<'t>(&'t self, told: Told<'t>) -> Told<'t> {
        if self.catalogue.is_empty() { told } else { told.in_words_of(&self.catalogue) }
    }

    /// Every sentence that an answer may say, by name: ours, and those of the packs.
    pub fn sentences(&self) -> Vec<(String, &'static str)> {
        let mut sentences: Vec<(String, &'static str)> =
            sentences::ALL.iter().map(|sentence| (format!("{}.{}", sentence.room(), sentence.name()), sentence.words())).gathered();
        for pack in &self.packs {
            sentences.gather(pack.rules().into_iter().map(|(table, rule)| (format!("{table}.{}", rule.id()), rule.says())));
            let id = pack.document.id;
            sentences.gather(pack.caution.iter().map(|caution| (format!("{id}.{}", caution.code), caution.text)));
            sentences.gather(pack.fact.iter().map(|(name, fact)| (format!("{id}.{name}"), fact.asks)));
        }
        once(sentences)
    }

    /// The same rulebook with one more pack, read from its object form, checked, and proved by its own examples.
    ///
    /// # Errors
    /// A [`Refusal`] with the place in the object and the reason.
    pub fn with(&self, json: &str) -> Result<Rulebook, Refusal> {
        let pack = self.read(json)?;
        self.check_room(&pack)?;
        let mut packs = self.packs.clone();
        packs.push(pack.clone());
        let rulebook = self.of(packs);
        match proof::doubts(&pack, &rulebook).into_iter().next() {
            Some(doubt) => Err(doubt),
            None => Ok(rulebook),
        }
    }

    /// The same rulebook with a pack in place of the one that has its id, read and checked; and that pack.
    ///
    /// # Errors
    /// A [`Refusal`] with the place in the object and the reason.
    pub fn with_in_place(&self, json: &str) -> Result<(Rulebook, Pack), Refusal> {
        let pack = self.read(json)?;
        let mut packs = self.packs.clone();
        packs.retain(|other| other.document.id != pack.document.id);
        packs.push(pack.clone());
        Ok((self.of(packs), pack))
    }

    /// The same calendar and sentences over other packs.
    fn of(&self, packs: Vec<Pack>) -> Rulebook {
        Rulebook { packs, catalogue: self.catalogue.clone(), calendar: self.calendar.clone() }
    }

    fn read(&self, json: &str) -> Result<Pack, Refusal> {
        if json.len() > LARGEST_PACK {
            return Err(Refusal::new("too-large", "", format!("expected a pack of at most {LARGEST_PACK} bytes")));
        }
        let pack = Pack::read_again(json.to_owned().leak())?;
        let beneath: Vec<&Pack> = pack.document.stands_on.iter().filter_map(|id| self.find(id)).gathered();
        audit::check(&pack, &beneath)?;
        Ok(pack)
    }

    /// Two packs of one id, or of one area, never answer for the same day.
    fn check_room(&self, pack: &Pack) -> Result<(), Refusal> {
        let overlaps = |other: &&Pack| other.document.overlaps(&pack.document);
        if self.packs.iter().filter(overlaps).any(|other| other.document.id == pack.document.id) {
            return Err(Refusal::new("bad-pack", "document.id", "expected an id that no other pack has on the same days"));
        }
        if pack.document.area.is_some() && self.packs.iter().filter(overlaps).any(|other| other.document.area == pack.document.area) {
            return Err(Refusal::new("bad-pack", "document.area", "expected an area that no other pack has on the same days"));
        }
        Ok(())
    }

    /// The pack that was added last, as answers name it.
    pub fn newest(&self) -> Option<PackBasis<'_>> {
        self.packs.last().map(Pack::basis)
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
                areas.push((id, label, self.with_foundations(pack, None).iter().map(|pack| pack.document.id).gathered()));
            }
        }
        areas
    }

    fn find(&self, id: &str) -> Option<&Pack> {
        self.find_on(None, |document| document.id == id)
    }

    /// A pack that is in force on a day, or else one that is not.
    fn find_on(&self, day: Option<NaiveDate>, is_meant: impl Fn(&Document) -> bool) -> Option<&Pack> {
        let meant = || self.packs.iter().filter(|pack| is_meant(&pack.document));
        meant().find(|pack| pack.document.covers(day)).or_else(|| meant().next())
    }

    fn with_foundations<'r>(&'r self, pack: &'r Pack, day: Option<NaiveDate>) -> Vec<&'r Pack> {
        let mut packs = vec![pack];
        for id in pack.document.stands_on {
            packs.gather(self.find_on(day, |document| document.id == *id));
        }
        packs
    }

    /// The packs for an area, or the packs named; never both.
    ///
    /// Without either, the practice guide that no partnership owns answers alone, and the answer says so (AMB-65).
    ///
    /// # Errors
    /// A [`Refusal`] where both are given, or a name is not known.
    pub fn stack(&self, asked: &Asked<'_>) -> Result<Stack<'_>, Refusal> {
        let mut found = match (asked.area, asked.packs) {
            (Some(_), Some(_)) => return Err(Refusal::new("scope", "packs", "expected either area or packs, not both")),
            (None, Some(ids)) => self.named(ids, asked.as_of)?,
            (area, None) => self.of_area(area.unwrap_or(GENERIC_AREA), asked.as_of)?,
        };
        if asked.national {
            found.gather(self.packs.iter().filter(|pack| pack.document.national));
            found = once_each(found);
        }
        let (packs, not_in_force) = found.into_iter().partition(|pack| pack.document.covers(asked.as_of));
        Ok(Stack {
            packs,
            not_in_force,
            calendar: Cow::Borrowed(&self.calendar),
            area_missing: asked.area.is_none() && asked.packs.is_none(),
            as_of: asked.as_of,
        })
    }

    fn of_area(&self, area: &str, day: Option<NaiveDate>) -> Result<Vec<&Pack>, Refusal> {
        let area = kebab(area);
        match self.find_on(day, |document| document.area == Some(area.as_str())) {
            Some(pack) => Ok(self.with_foundations(pack, day)),
            None => {
                let known: Vec<&str> = self.packs.iter().filter_map(|pack| pack.document.area).gathered();
                Err(Refusal::new("bad-word", "area", format!("expected one of {}", known.join(", "))))
            }
        }
    }

    fn known_ids(&self) -> String {
        self.packs.iter().map(|pack| pack.document.id).gathered().join(", ")
    }

    fn named(&self, ids: &[String], day: Option<NaiveDate>) -> Result<Vec<&Pack>, Refusal> {
        if ids.is_empty() {
            return Err(Refusal::new("scope", "packs", format!("expected at least one of {}", self.known_ids())));
        }
        let mut found: Vec<&Pack> = Vec::new();
        for (index, id) in ids.iter().enumerate() {
            match self.find_on(day, |document| document.id == id) {
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

fn once_each(packs: Vec<&Pack>) -> Vec<&Pack> {
    let mut once: Vec<&Pack> = Vec::new();
    for pack in packs {
        if !once.iter().any(|known| known.document.id == pack.document.id) {
            once.push(pack);
        }
    }
    once
}

/// The rule at a place of one table of a pack, whatever kind of rule that holds.
type RuleAt<'t> = &'t dyn Fn(&Pack, usize) -> Option<&'static dyn Cites>;

fn rule_at<R: Cites>(table: fn(&Pack) -> &'static [R]) -> impl Fn(&Pack, usize) -> Option<&'static dyn Cites> {
    move |pack, place| table(pack).get(place).map(|rule| rule as &dyn Cites)
}

impl<'r> Stack<'r> {
    /// With bank holidays that the list does not know yet.
    #[must_use]
    pub fn with_holidays(mut self, added: &[AddedHoliday]) -> Self {
        if !added.is_empty() {
            self.calendar = Cow::Owned(self.calendar.with(added));
        }
        self
    }

    /// With the packs that belong to every record of sharing.
    #[must_use]
    pub fn for_records(mut self, rulebook: &'r Rulebook) -> Self {
        for pack in rulebook.packs.iter().filter(|pack| pack.document.always_for_records) {
            if !self.packs.iter().any(|held| held.document.id == pack.document.id) {
                self.packs.push(pack);
            }
        }
        self
    }

    /// The rules of one of their tables, each with its pack: those that hold on the day, and that none above replaces.
    pub fn rules<R: Cites>(&self, table: fn(&Pack) -> &'static [R]) -> Vec<(&'r Pack, &'static R)> {
        let mut rules = Vec::new();
        for pack in &self.packs {
            for rule in table(pack) {
                if self.not_holding(pack, rule, &rule_at(table)).is_none() {
                    rules.push((*pack, rule));
                }
            }
        }
        rules
    }

    /// The rules of one of their tables that do not answer here, each with the reason.
    pub fn rules_not_holding<R: Cites>(&self, table: fn(&Pack) -> &'static [R]) -> Vec<(&'r Pack, &'static R, Said)> {
        let mut rules = Vec::new();
        for pack in &self.packs {
            for rule in table(pack) {
                if let Some(reason) = self.not_holding(pack, rule, &rule_at(table)) {
                    rules.push((*pack, rule, reason));
                }
            }
        }
        rules
    }

    /// Why a rule does not answer here: it is not in force on the day, or a document above replaces it.
    fn not_holding(&self, pack: &Pack, rule: &dyn Cites, rule_at: RuleAt<'_>) -> Option<Said> {
        self.not_in_force_on_the_day(pack, rule).or_else(|| {
            let replacing = self.replacing(pack, rule, rule_at)?;
            Some(STANDS_IN_ITS_PLACE.with([("rule", replacing.id().into())]))
        })
    }

    fn not_in_force_on_the_day(&self, pack: &Pack, rule: &dyn Cites) -> Option<Said> {
        let day = self.as_of.unwrap_or(pack.document.status.checked_on);
        let not_yet = rule.since().filter(|since| day < *since).map(|since| ONLY_FROM.with([("date", said(since).into())]));
        not_yet.or_else(|| rule.until().filter(|until| day > *until).map(|until| ONLY_UNTIL.with([("date", said(until).into())])))
    }

    /// The rule of the same table, in force on the day, by which a pack that stands on this one replaces it.
    fn replacing(&self, pack: &Pack, rule: &dyn Cites, rule_at: RuleAt<'_>) -> Option<&'static dyn Cites> {
        for above in self.packs.iter().filter(|above| above.document.stands_on.contains(&pack.document.id)) {
            let mut place = 0;
            while let Some(other) = rule_at(above, place) {
                if other.instead_of().contains(&rule.id()) && self.not_in_force_on_the_day(above, other).is_none() {
                    return Some(other);
                }
                place += 1;
            }
        }
        None
    }

    /// Is anything of theirs asked at this path?
    pub fn asks_at(&self, path: &str) -> bool {
        self.entries(|pack| &pack.fact).iter().any(|(name, fact)| fact.is_asked() && fact.path_of(name) == path)
    }

    /// Refuses facts that these packs do not ask for, and answers of another kind than they ask for.
    ///
    /// # Errors
    /// A [`Refusal`] with the path and what was expected there.
    pub fn check_known(&self, known: &Known) -> Result<(), Refusal> {
        for (path, stated) in known.iter().filter(|(path, _)| *path != REFERENCE) {
            if !self.asks_at(path) {
                let mut paths: Vec<String> = Vec::new();
                for (name, fact) in self.entries(|pack| &pack.fact) {
                    if fact.is_asked() && !paths.contains(&fact.path_of(name)) {
                        paths.push(fact.path_of(name));
                    }
                }
                let place = path.split('.').map(shown).gathered().join(".");
                return Err(Refusal::new("unknown-field", place, format!("expected one of {}", paths.join(", "))));
            }
            for (name, fact) in self.entries(|pack| &pack.fact) {
                if fact.is_asked() && fact.path_of(name) == path && !fact.takes(stated) {
                    return Err(Refusal::new("bad-input", path, format!("expected {}", fact.expects())));
                }
            }
        }
        Ok(())
    }

    /// What is known of a fact; silence is a no only where somebody attests that all others were considered.
    pub fn answer(&self, name: &str, known: &Known, others_considered: bool) -> Answer {
        let Some(fact) = self.fact(name) else { return Answer::Unknown };
        if !fact.all_of.is_empty() {
            return Answer::all(fact.all_of.iter().map(|part| self.answer(part, known, others_considered)));
        }
        if !fact.any_of.is_empty() {
            return fact.any_of.iter().fold(Answer::No, |so_far, part| so_far.or(self.answer(part, known, others_considered)));
        }
        if !fact.known_from.is_empty() {
            let told: Vec<Answer> = fact.known_from.iter().map(|part| self.answer(part, known, false)).gathered();
            return [Answer::Yes, Answer::No]
                .into_iter()
                .find(|answer| told.contains(answer))
                .unwrap_or(Answer::from_silence(others_considered));
        }
        match known.get(&fact.path_of(name)) {
            Some(stated) => fact.reads(stated),
            None => Answer::from_silence(others_considered),
        }
    }

    /// The questions behind a fact that is not known: its own, or those of the facts it is made of.
    pub fn asks(&self, name: &'static str, unknown: &dyn Fn(&str) -> bool) -> Vec<Ask> {
        let Some(fact) = self.fact(name) else { return Vec::new() };
        if fact.is_asked() {
            return vec![Ask::new(self.path(name), self.question(name))];
        }
        if !fact.known_from.is_empty() {
            return self.asks(fact.known_from[0], unknown);
        }
        let mut asks = Vec::new();
        for part in fact.parts() {
            if unknown(part) {
                asks.gather(self.asks(part, unknown));
            }
        }
        asks
    }

    /// What stands in one of their tables of names, in order.
    pub fn entries<T>(&self, table: fn(&Pack) -> &Table<T>) -> Vec<(&'static str, &'static T)> {
        let mut entries = Vec::new();
        for pack in &self.packs {
            entries.gather(table(pack).iter());
        }
        entries
    }

    /// A fact, as the packs of this stack declare it.
    pub fn fact(&self, name: &str) -> Option<&'r Fact> {
        self.packs.iter().find_map(|pack| pack.fact.get(name))
    }

    /// The path of a fact, as refusals and questions name it.
    pub fn path(&self, name: &str) -> String {
        self.fact(name).map_or_else(|| camel(name), |fact| fact.path_of(name))
    }

    /// The question that a fact asks.
    pub fn question(&self, name: &'static str) -> Said {
        let declared = self.packs.iter().find_map(|pack| pack.fact.get(name).map(|fact| (pack.document.id, fact.asks)));
        let (pack, asks) = declared.unwrap_or_default();
        Said::of_pack(pack, name, asks)
    }

    /// The paths at which moments stand.
    pub fn moment_paths(&self) -> Vec<String> {
        self.entries(|pack| &pack.fact).into_iter().filter(|(_, fact)| fact.moment).map(|(name, fact)| fact.path_of(name)).gathered()
    }

    /// The facts of a concern.
    pub fn concern_facts(&self) -> Vec<&'static str> {
        let mut facts = Vec::new();
        for (name, fact) in self.entries(|pack| &pack.fact) {
            if fact.path.is_some_and(|path| path.starts_with(CONCERNS)) {
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

    /// Is a role that somebody gave this one, by its id or by another name of it?
    pub fn is_role(&self, given: &str, role: &str) -> bool {
        let given = kebab(given);
        given == role || self.role(role).is_some_and(|known| known.also.contains(&given.as_str()))
    }

    /// The name in a sentence of a role or an agency.
    pub fn person(&self, id: &str) -> String {
        let role = self.role(id).map(|role| role.label);
        let agency = || self.agency(id).map(|agency| agency.label);
        role.or_else(agency).map_or_else(|| id.replace('-', " "), str::to_owned)
    }

    /// The cautions that belong to a question, given what is known.
    pub fn cautions(&self, question: Question, known: &dyn Fn(&str) -> Answer, holds: &dyn Fn(&PackCaution) -> bool) -> Vec<Caution> {
        let mut cautions = Vec::new();
        for (pack, caution) in self.packs.iter().flat_map(|pack| pack.caution.iter().map(move |caution| (*pack, caution))) {
            let day = self.as_of.unwrap_or(pack.document.status.checked_on);
            let asked = caution.is_in_force(day) && caution.question == question;
            let facts_hold = || {
                caution.when.iter().all(|fact| known(fact).is_yes())
                    && caution.when_no.iter().all(|fact| known(fact).is_no())
                    && caution.when_unknown.iter().all(|fact| known(fact).is_unknown())
            };
            if asked && facts_hold() && holds(caution) {
                cautions.push(Caution::of_pack(pack.document.id, caution.code, caution.text));
            }
        }
        cautions
    }

    /// What an answer from this stack rests on.
    pub fn basis(&self, others_considered: bool) -> Basis<'r> {
        Basis {
            engine: env!("CARGO_PKG_VERSION"),
            packs: self.packs.iter().map(|pack| pack.basis()).gathered(),
            bank_holidays_known_until: self.calendar.known_until,
            others_considered,
        }
    }

    /// What is said of every answer from this stack.
    pub fn standing_cautions(&self) -> Vec<Caution> {
        let mut cautions = Vec::new();
        if self.area_missing {
            cautions.push(Caution::of(AREA_NOT_GIVEN));
        }
        for pack in &self.not_in_force {
            cautions.push(self.who_answers_instead(pack));
        }
        for pack in &self.packs {
            if let Some(newer) = pack.document.status.superseded_by {
                let (document, edition) = (pack.document.title.into(), pack.document.cites.into());
                cautions.push(Caution::with(SOURCE_SUPERSEDED, [("document", document), ("edition", edition), ("newer", newer.into())]));
            }
        }
        cautions
    }
}

impl Stack<'_> {
    /// Which document covers the day that a pack does not.
    fn who_answers_instead(&self, pack: &Pack) -> Caution {
        let others: Vec<_> = self.packs.iter().map(|pack| pack.document.title.into()).gathered();
        let instead = if others.is_empty() { NO_DOCUMENT_THAT_DAY.said() } else { ANSWERS_THAT_DAY.with([("documents", listed(others))]) };
        let (document, instead) = (("document", pack.document.title.into()), ("instead", instead.into()));
        match (pack.document.since, pack.document.until) {
            (Some(since), Some(until)) => {
                Caution::with(NOT_IN_FORCE_BETWEEN, [document, instead, ("since", said(since).into()), ("until", said(until).into())])
            }
            (Some(since), None) => Caution::with(NOT_IN_FORCE_BEFORE, [document, instead, ("since", said(since).into())]),
            (None, until) => Caution::with(NOT_IN_FORCE_AFTER, [document, instead, ("until", said(until.unwrap_or_default()).into())]),
        }
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

impl Scope {
    /// The packs that are meant, as a stack.
    ///
    /// # Errors
    /// A [`Refusal`] where an area or pack is not known.
    pub fn stack<'r>(&self, rulebook: &'r Rulebook) -> Result<Stack<'r>, Refusal> {
        let mut stack = rulebook.stack(&Asked { area: self.area.as_deref(), packs: self.packs.as_deref(), ..Asked::default() })?;
        if stack.area_missing {
            stack.packs = rulebook.packs.iter().gathered();
        }
        Ok(stack)
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
    let stack = scope.stack(rulebook)?;
    let facts = stack.entries(|pack| &pack.fact).into_iter().filter(|(_, fact)| fact.is_asked());
    let types = stack.entries(|pack| &pack.concern_type).into_iter();
    let agencies = stack.entries(|pack| &pack.agency).into_iter();
    Ok(Description {
        areas: rulebook.areas().into_iter().map(|(id, label, packs)| Area { id, label, packs }).gathered(),
        packs: stack.basis(false).packs,
        facts: once(facts.map(|(name, _)| Ask::new(stack.path(name), stack.question(name))).gathered()),
        concern_types: types.map(|(id, kind)| Named { id, label: kind.label }).gathered(),
        agencies: agencies.map(|(id, agency)| Named { id, label: agency.label }).gathered(),
    })
}
