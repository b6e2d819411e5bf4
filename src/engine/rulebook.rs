//! All packs and the calendar: what every question is answered from.

use std::sync::Arc;

use chrono::NaiveDate;

use super::basis::PackBasis;
use super::kept::{Asked, Kept};
use super::room::check_room;
use super::scope::Scope;
use super::stack::{Around, Stack};
use crate::calendar::Calendar;
use crate::error::{Code, Error, shown};
use crate::pack::Pack;
use crate::pack::document::GENERIC_AREA;
use crate::pack::names::AREA_LABEL;
use crate::text::catalogue::Catalogue;
use crate::value::Text;
use crate::value::spelling::kebab;

/// All packs and the calendar: what every question is answered from.
#[derive(Clone, Debug)]
pub struct Rulebook {
    packs: Vec<Arc<Pack>>,
    calendar: Arc<Calendar>,
    catalogue: Arc<Catalogue>,
    /// Stacks that were asked lately: compiled once, and kept.
    compiled: Arc<Kept>,
}

impl Rulebook {
    /// A rulebook of these packs.
    pub(crate) fn new(packs: Vec<Arc<Pack>>, calendar: Arc<Calendar>) -> Self {
        Rulebook { packs, calendar, catalogue: Arc::default(), compiled: Arc::default() }
    }

    /// The same calendar and sentences over other packs.
    pub(crate) fn of(&self, packs: Vec<Arc<Pack>>) -> Rulebook {
        Rulebook { packs, compiled: Arc::default(), ..self.clone() }
    }

    /// The same in the sentences of a catalogue: what was compiled calls agencies by the names of another.
    pub(super) fn saying(&self, catalogue: Catalogue) -> Rulebook {
        Rulebook { catalogue: Arc::new(catalogue), compiled: Arc::default(), ..self.clone() }
    }

    /// The same rulebook with one more pack.
    pub(crate) fn with_pack(&self, pack: Pack) -> Result<Rulebook, Error> {
        check_room(&pack, &self.packs)?;
        let mut packs = self.packs.clone();
        packs.push(Arc::new(pack));
        Ok(self.of(packs))
    }

    /// Is a text the name of a kind of concern, in any pack? As a reason it makes true what the kind makes true.
    #[must_use]
    pub fn names_a_kind(&self, text: &str) -> bool {
        let id = kebab(text);
        self.packs.iter().any(|pack| pack.words.concern_type.get(id.as_str()).is_some())
    }

    /// A portal's own sentences.
    pub(crate) fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// Which days count.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The packs, in the order of the documents.
    #[must_use]
    pub fn packs(&self) -> &[Arc<Pack>] {
        &self.packs
    }

    /// The areas: id, name, and the packs that answer there.
    #[must_use]
    pub fn areas(&self) -> Vec<(Text, Text, Vec<Text>)> {
        let area = |pack: &Arc<Pack>| {
            let packs = self.with_foundations(pack, None).iter().map(|pack| Text::clone(&pack.document().id)).collect();
            Some((pack.document().area.clone()?, self.called(pack, AREA_LABEL, pack.document().area_label.as_ref()?), packs))
        };
        self.packs.iter().filter_map(area).collect()
    }

    /// The pack that was added last, as answers name it.
    #[must_use]
    pub fn newest(&self) -> Option<PackBasis> {
        self.packs.last().map(|pack| PackBasis::of(pack))
    }

    /// A pack by its id.
    pub(crate) fn find(&self, id: &str) -> Option<&Arc<Pack>> {
        self.find_on(None, |document| *document.id == *id)
    }

    /// What holds for every stack of its packs.
    fn around(&self) -> Around {
        (Arc::clone(&self.calendar), Arc::clone(&self.catalogue))
    }

    /// What the portal calls something that a pack has a name for, and what the pack does where the portal calls it nothing else.
    fn called(&self, pack: &Pack, name: &str, ours: &Text) -> Text {
        self.catalogue.words_for(&pack.document().id, name).map_or_else(|| Text::clone(ours), Text::from)
    }

    fn with_foundations(&self, pack: &Arc<Pack>, day: Option<NaiveDate>) -> Vec<Arc<Pack>> {
        let beneath = pack.document().stands_on.iter().filter_map(|id| self.find_on(day, |document| document.id == *id));
        [pack].into_iter().chain(beneath).cloned().collect()
    }

    /// The packs that answer for a scope, compiled.
    ///
    /// Without area and packs, the practice guide that no partnership owns answers alone, and the answer says so (AMB-65).
    pub(crate) fn stack(&self, scope: &Scope) -> Result<Arc<Stack>, Error> {
        self.kept(scope, false)
    }

    /// The same with the packs that belong to every record of sharing.
    pub(crate) fn stack_for_records(&self, scope: &Scope) -> Result<Arc<Stack>, Error> {
        self.kept(scope, true)
    }

    /// All packs, whatever their days.
    pub(crate) fn whole(&self) -> Stack {
        Stack::of(self.packs.clone(), Vec::new(), None, self.around(), true)
    }

    fn kept(&self, scope: &Scope, for_records: bool) -> Result<Arc<Stack>, Error> {
        let day = scope.as_of.map(|at| at.date());
        let asked = Asked { scope: Scope { as_of: None, ..scope.clone() }, day, for_records };
        self.compiled.or_compile(asked, || {
            let stack = Stack::compile(self.asked(scope, day)?, day, self.around(), scope.is_open());
            let stack = if for_records { stack.for_records(&self.editions_on(day, |document| document.always_for_records)) } else { stack };
            Ok(stack.beside(&self.packs))
        })
    }

    fn asked(&self, scope: &Scope, day: Option<NaiveDate>) -> Result<Vec<Arc<Pack>>, Error> {
        let mut packs = match (&scope.area, &scope.packs) {
            (Some(_), Some(_)) => return Err(Error::new(Code::Scope, "packs", "expected either area or packs, not both")),
            (None, Some(ids)) => self.named(ids, day)?,
            (area, None) => self.of_area(area.as_deref().unwrap_or(GENERIC_AREA), day)?,
        };
        if scope.national == Some(true) {
            let before = packs.len();
            packs.extend(self.editions_on(day, |document| document.national));
            if packs.len() == before {
                return Err(Error::new(Code::Scope, "national", "expected false, or the pack of the national layer to be loaded"));
            }
            packs = once_each(packs);
        }
        ask_alike(&packs)?;
        Ok(packs)
    }

    fn of_area(&self, area: &str, day: Option<NaiveDate>) -> Result<Vec<Arc<Pack>>, Error> {
        let area = kebab(area);
        match self.find_on(day, |document| document.area.as_deref() == Some(&*area)) {
            Some(pack) => Ok(self.with_foundations(pack, day)),
            None => {
                let known: Vec<&str> = self.packs.iter().filter_map(|pack| pack.document().area.as_deref()).collect();
                Err(Error::new(Code::BadWord, "area", format!("expected one of {}", known.join(", "))))
            }
        }
    }

    fn named(&self, ids: &[String], day: Option<NaiveDate>) -> Result<Vec<Arc<Pack>>, Error> {
        let known_ids = || self.packs.iter().map(|pack| &*pack.document().id).collect::<Vec<_>>().join(", ");
        if ids.is_empty() {
            return Err(Error::new(Code::Scope, "packs", format!("expected at least one of {}", known_ids())));
        }
        let mut found: Vec<Arc<Pack>> = Vec::new();
        for (index, id) in ids.iter().enumerate() {
            let place = format!("packs[{index}]");
            match self.find_on(day, |document| *document.id == **id) {
                Some(pack) if found.iter().any(|other| other.document().id == pack.document().id) => {
                    return Err(Error::new(Code::Scope, place, "expected each pack once"));
                }
                Some(pack) => found.push(Arc::clone(pack)),
                None => return Err(Error::new(Code::BadWord, place, format!("expected one of {}", known_ids()))),
            }
        }
        Ok(found)
    }
}

/// Packs that are asked together ask for each fact at one path and in one way: what is said at another would be lost.
fn ask_alike(packs: &[Arc<Pack>]) -> Result<(), Error> {
    for (index, pack) in packs.iter().enumerate() {
        for (name, fact) in pack.words.fact.iter() {
            let before = packs[..index].iter().filter_map(|other| other.words.fact.get(name));
            if before.into_iter().any(|other| !fact.is_asked_as(name, other)) {
                let expected = format!("expected packs that ask for {} at one path and in one way", shown(name));
                return Err(Error::new(Code::Scope, format!("packs[{index}]"), expected));
            }
        }
    }
    Ok(())
}

fn once_each(packs: Vec<Arc<Pack>>) -> Vec<Arc<Pack>> {
    let mut once: Vec<Arc<Pack>> = Vec::new();
    for pack in packs {
        if !once.iter().any(|known| known.document().id == pack.document().id) {
            once.push(pack);
        }
    }
    once
}
