//! **What must be ready before, during and after?**
//!
//! Each item is one rule's sentence, with its force and place, in the document's order; an item stands in a list such as
//! `agenda` or `spoc-register`, belongs to a part of the work and to somebody. Facts tell whether an item is met, or the
//! caller ticks it. What nobody has said is not met and not failed: it is not known. A list never says that a meeting
//! may not go ahead.

mod answer;
mod distribution;
mod facts;
pub(crate) mod rule;
mod ticks;
mod words;

pub use answer::{Checklist, Item, Length, Recipient};
pub use facts::Facts;
pub use rule::Phase;

use std::collections::BTreeMap;

use crate::engine::case::Case;
use crate::engine::decision::{Caution, Decision, Reasons, says};
use crate::engine::family::{self, Relative};
use crate::engine::form::Field;
use crate::engine::kinds::known_with;
use crate::engine::question::{Open, Question};
use crate::engine::reach::Reach;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::Held;
use crate::error::{Code, Error, one_of, shown};
use crate::text::Sentence;
use crate::text::sentences::{DOCUMENT_NOT_SUPPLIED, LIST_BLOCKS_NOTHING, NO_CHECKLIST_HERE, WHAT_MUST_BE_READY};
use crate::value::meeting::speaks_of;
use crate::value::truth::Truth;
use crate::value::{Text, distinct};
use rule::Own;

/// The question in the list of all.
pub(crate) struct MakeChecklist;

impl Question for MakeChecklist {
    const NAME: &'static str = "make-checklist";
    const TABLE: &'static str = "make_checklist";
    const ASKS: &'static Sentence = WHAT_MUST_BE_READY;
    type Facts = Facts;
    type Answer = Checklist;

    fn decide(scope: &Scope, facts: &Facts, rulebook: &Rulebook) -> Result<Decision<Checklist>, Error> {
        let stack = rulebook.stack(scope)?;
        stack.check_meeting(facts.meeting_type.as_ref())?;
        let known = known_with(facts.concern_types.as_deref(), &facts.known, &stack)?;
        let told = family::told_of_all(&known, facts.family.as_deref(), &stack)?;
        let case = Case::new(&stack, &told, facts.others_considered)?.at(facts.meeting_type.as_ref());
        let rules = case.rules();
        let family = Relative::each(&stack, &known, &[], facts.family.as_deref(), facts.others_considered)?;
        let making = Making { facts, case, rules, family };
        making.check_list()?;
        making.check_done()?;
        Ok(making.decision())
    }

    /// What facts tell is not ticked.
    fn own_fields(open: &Open<'_>, fields: &mut Vec<Field>) {
        let rules = open.case.rules::<Own>();
        let told_by_facts = |path: &str| {
            let item = path.strip_prefix("done.");
            rules.iter().any(|held| !held.rule.own.met_by.is_empty() && item == Some(&held.rule.own.item))
        };
        let to_tick = open.decision.answer.to_record().into_iter().filter(|ask| !told_by_facts(&ask.path));
        fields.extend(to_tick.map(|ask| open.field(ask)));
    }
}

impl Rulebook {
    /// Answers what must be ready: the items of a meeting or of one of its lists, and which of them are still to do.
    ///
    /// # Errors
    /// An [`Error`] where an area, a pack, a list, an item or a fact is not known as such.
    ///
    /// # Examples
    /// ```
    /// use safeguarding_rules::make_checklist::Facts;
    /// use safeguarding_rules::{MeetingType, Rulebook, Scope, Truth};
    ///
    /// let facts = Facts { meeting_type: Some(MeetingType::Strategy), ..Facts::default() };
    /// let decision = Rulebook::built_in().make_checklist(&Scope::area("county-durham"), &facts)?;
    /// // Nobody has ticked anything yet: that is not known, and no failure.
    /// assert_eq!(decision.answer.complete, Truth::Unknown);
    /// # Ok::<(), safeguarding_rules::Error>(())
    /// ```
    pub fn make_checklist(&self, scope: &Scope, facts: &Facts) -> Result<Decision<Checklist>, Error> {
        MakeChecklist::decide(scope, facts, self)
    }
}

struct Making<'c> {
    facts: &'c Facts,
    case: Case<'c>,
    rules: Vec<Held<'c, Own>>,
    /// The people of the family, where they are told apart.
    family: Vec<Relative<'c>>,
}

impl<'c> Making<'c> {
    fn check_list(&self) -> Result<(), Error> {
        let Some(list) = self.facts.list.as_deref() else { return Ok(()) };
        let lists = || self.rules.iter().flat_map(|held| &held.rule.own.list);
        if lists().any(|known| **known == *list) {
            return Ok(());
        }
        Err(Error::new(Code::BadWord, "list", one_of(&distinct(lists().map(|known| &**known)))))
    }

    fn check_done(&self) -> Result<(), Error> {
        let items = || self.rules.iter().map(|held| &held.rule.own).filter(|own| self.is_asked_for(own)).map(|own| &*own.item);
        let mut ticked = self.facts.done.iter().flat_map(|done| done.iter());
        match ticked.find(|(name, _)| !items().any(|item| item == &***name)) {
            Some((name, _)) => {
                let expected = format!("expected one of {}", items().collect::<Vec<_>>().join(", "));
                Err(Error::new(Code::BadWord, format!("done.{}", shown(name)), expected))
            }
            None => Ok(()),
        }
    }

    /// Does an item belong to the meeting, the list, the part of the work and the role that are asked for?
    fn is_asked_for(&self, own: &Own) -> bool {
        let Facts { meeting_type, list, phase, role, .. } = self.facts;
        let is_task_of = |role: &str| own.by.is_empty() || own.by.iter().any(|by| self.case.stack.is_role(role, by));
        speaks_of(&own.meeting, meeting_type.as_ref())
            && list.as_deref().is_none_or(|list| own.list.iter().any(|known| **known == *list))
            && phase.is_none_or(|phase| own.phase == phase || own.phase == Phase::Always)
            && role.as_deref().is_none_or(is_task_of)
    }

    fn decision(self) -> Decision<Checklist> {
        let listed = |held: &&Held<'_, Own>| !held.holds.is_no() && self.is_asked_for(&held.rule.own);
        let shown: Vec<&Held<'c, Own>> = self.rules.iter().filter(listed).collect();
        let items = self.items(&shown);
        let complete = complete(&items);
        let missing = missing(&items);
        let uncertain = shown.iter().filter(|held| held.holds.is_unknown()).filter_map(|held| self.case.asks_whether(held.rule));
        let sending = self.sending();
        let distribution = self.distribution(&sending);
        let told = Self::told(&shown, &sending);
        let together = told.iter().filter(|who| !self.is_told_apart(who));
        let of_family = told.iter().flat_map(|who| family::meant(&self.family, who)).flat_map(Relative::asks_before);
        let before = together.flat_map(|who| self.case.asks_beside(who, &self.family)).chain(of_family);
        let mut reasons = Reasons {
            because: shown.iter().map(|held| held.cited()).collect(),
            also_applies: Vec::new(),
            set_aside: self.case.set_aside(&self.rules, |own| self.is_asked_for(own)),
            ask: distinct(family::told_apart(uncertain, &self.family).chain(before)),
            cautions: self.cautions(&items, &told),
            others_considered: self.facts.others_considered,
            today: None,
        };
        self.ask_of_the_unread(&shown, &mut reasons.ask);
        self.tell_contradicted(&shown, &mut reasons);
        let reasons = reasons.led_by(words::first(&items, &missing).map(|item| &*item.id));
        let answer = Checklist {
            heading: words::heading(&items, &missing, complete),
            length: self.length(&shown),
            distribution,
            lists: self.lists(),
            complete,
            missing,
            items,
        };
        self.case.decision(answer, reasons)
    }

    fn items(&self, shown: &[&Held<'_, Own>]) -> Vec<Item> {
        let done = self.facts.done.iter().flat_map(|done| done.iter()).map(|(item, met)| (&**item, *met)).collect();
        shown.iter().map(|held| self.item(held, &done)).collect()
    }

    fn item(&self, held: &Held<'_, Own>, done: &BTreeMap<&str, Truth>) -> Item {
        let (cite, own) = (&held.rule.cite, &held.rule.own);
        Item {
            item: Text::clone(&own.item),
            id: Text::clone(&cite.id),
            text: says(held.rule),
            force: cite.force,
            place: Text::clone(&cite.at),
            phase: own.phase,
            by: own.by.clone(),
            by_labels: own.by.iter().map(|role| self.case.stack.person(role)).collect(),
            met: self.met(own, done),
            document: own.document.clone(),
            external: own.external,
            principle: own.principle,
            held_back: self.holds_back(own),
            provisional: held.holds.is_unknown(),
        }
    }

    /// By the first item that gives the fewest and the most minutes for each child.
    fn length(&self, shown: &[&Held<'_, Own>]) -> Option<Length> {
        let children = self.facts.children_discussed?;
        shown.iter().find_map(|held| match *held.rule.own.minutes_each {
            [from, to] => Some(Length { from_minutes: from.saturating_mul(children), to_minutes: to.saturating_mul(children) }),
            _ => None,
        })
    }

    fn lists(&self) -> Vec<Text> {
        let of_meeting =
            self.rules.iter().map(|held| &held.rule.own).filter(|own| speaks_of(&own.meeting, self.facts.meeting_type.as_ref()));
        distinct(of_meeting.flat_map(|own| &own.list)).into_iter().map(Text::clone).collect()
    }

    fn cautions(&self, items: &[Item], told: &[Text]) -> Vec<Caution> {
        let mut cautions = self.case.cautions(MakeChecklist::NAME, |caution| caution.is_of(self.facts.meeting_type.as_ref()));
        if items.is_empty() {
            cautions.push(Caution::of(NO_CHECKLIST_HERE));
        }
        if items.iter().any(|item| item.external) {
            cautions.push(Caution::of(DOCUMENT_NOT_SUPPLIED));
        }
        let is_kept = |who: &&str| !self.is_told_apart(who) && self.case.reach_beside(who, &self.family) != Reach::Open;
        cautions.extend(self.case.not_reached(told.iter().map(|who| &**who).filter(is_kept)));
        cautions.extend(family::not_reached(&self.family, told.iter().any(|who| self.is_told_apart(who))));
        cautions.push(Caution::of(LIST_BLOCKS_NOTHING));
        cautions
    }
}

/// Is everything met that is asked for? Where nothing is asked for, what the document allows counts.
fn complete(items: &[Item]) -> Truth {
    let only_optional = !items.iter().any(Item::is_asked_for);
    let counted = items.iter().filter(|item| item.is_asked_for() || (only_optional && !item.principle));
    Truth::all(counted.map(|item| item.met))
}

/// The items that are asked for and not met.
fn missing(items: &[Item]) -> Vec<Text> {
    items.iter().filter(|item| item.is_asked_for() && !item.met.is_yes()).map(|item| Text::clone(&item.item)).collect()
}
