//! Which packs answer: those of an area with what they stand on, or those that are named.

use crate::answers::answers;
use crate::calendar::Calendar;
use crate::facts::facts;
use crate::pack::{AgencyName, ConcernType, Fact, Pack, PackCaution, Question, RoleName};
use crate::words::answer::Answer;
use crate::words::camel;
use crate::words::decision::{Ask, Basis, Caution, PackBasis};
use crate::words::ordered::Table;
use crate::words::refusal::Refusal;

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
        for pack in rulebook.packs.iter().filter(|pack| pack.document.always_for_records) {
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
            let facts_hold = || {
                caution.when.iter().all(|fact| known(fact).is_yes())
                    && caution.when_no.iter().all(|fact| known(fact).is_no())
                    && caution.when_unknown.iter().all(|fact| known(fact).is_unknown())
            };
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
