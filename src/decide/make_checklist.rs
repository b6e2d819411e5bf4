//! **What must be ready before, during and after?**
//!
//! Each item is one rule's sentence, with its force and place, in the document's order; an item stands in a list such as
//! `agenda` or `spoc-register`, belongs to a part of the work and to somebody. Facts tell whether an item is met, or the
//! caller ticks it. What nobody has said is not met and not failed: it is not known. A list never says that a meeting
//! may not go ahead.

use crate::answers::answers;
use crate::case::{Case, Held};
use crate::decide::list_deadlines;
use crate::facts::{scoped, shown};
use crate::pack::Question;
use crate::rulebook::Rulebook;
use crate::words::answer::{Answer, Established};
use crate::words::citation::{Force, cited_rule};
use crate::words::decision::{Ask, Caution, Decision};
use crate::words::list::words;
use crate::words::meeting::{MeetingType, speaks_of};
use crate::words::once;
use crate::words::ordered::Ordered;
use crate::words::refusal::Refusal;
use crate::words::said::Said;
use crate::words::sentences::*;
use crate::words::{Gather as _, Gathering as _};

scoped! { open_facts,
    /// Which list, and what is known. Every fact that the packs declare may stand beside these.
    #[derive(Clone, Debug, Default)]
    pub struct Facts {
        /// The meeting.
        pub meeting_type: Option<MeetingType>,
        /// Only this list, such as `agenda`.
        pub list: Option<String>,
        /// Only this part of the work.
        pub phase: Option<Phase>,
        /// Only what is asked of this role.
        pub role: Option<String>,
        /// What is ticked, by item.
        pub done: Option<Ordered<Answer>>,
        /// How many children are to be discussed.
        pub children_discussed: Option<u32>,
        /// Attests that every fact not named was considered and is a no.
        pub others_considered: bool,
    }
}

words! {
    /// A part of the work.
    Phase {
        /// Before the meeting.
        Before = "before",
        /// At the meeting.
        During = "during",
        /// After it.
        After = "after",
        /// All the time.
        Always = "always",
    }
}

cited_rule! { "make_checklist",
    /// An item, as a pack writes it.
    pub struct Rule {
        /// The item's name.
        pub item: &'static str,
        /// The lists it stands in.
        pub list: &'static [&'static str],
        /// The meetings it belongs to.
        pub meeting: &'static [MeetingType],
        /// The part of the work it belongs to.
        pub phase: Phase,
        /// Roles whose task it is.
        pub by: &'static [&'static str],
        /// Facts that tell that it is met.
        pub met_by: &'static [&'static str],
        /// What it is written on or found in.
        pub document: Option<&'static str>,
        /// Is that document named and not supplied?
        pub external: bool,
        /// The fewest and the most minutes for each child.
        pub minutes_each: &'static [u32],
        /// Is it a principle, which is borne in mind and never ticked off?
        pub principle: bool,
    }
}

answers! {
    /// The items, and which of them are still to do.
    #[derive(Clone, Debug)]
    pub struct Checklist<'p> {
        /// The answer in one sentence.
        pub heading: Said,
        /// The items, in the document's order.
        pub items: Vec<Item<'p>>,
        /// Items that are asked for and not met.
        pub missing: Vec<&'p str>,
        /// Is everything met that is asked for? Not established while something is not known.
        pub complete: Established,
        /// How long it is likely to take, where a document says.
        pub length: Option<Length>,
        /// Where the written list goes, where a document says.
        pub distribution: Vec<Recipient<'p>>,
        /// The lists there are for this meeting.
        pub lists: Vec<&'p str>,
    }
}

answers! {
    /// An item.
    #[derive(Clone, Debug)]
    pub struct Item<'p> {
        /// Its name.
        pub item: &'p str,
        /// The rule.
        pub id: &'p str,
        /// What it asks.
        pub text: Said,
        /// How strongly the document puts it.
        pub force: Force,
        /// Where it stands.
        pub place: &'p str,
        /// The part of the work it belongs to.
        pub phase: Phase,
        /// Whose task it is.
        pub by: Vec<&'p str>,
        /// Their names in a sentence.
        pub by_labels: Vec<String>,
        /// Is it met?
        pub met: Answer,
        /// What it is written on or found in.
        pub document: Option<&'p str> where known,
        /// Is that document named and not supplied?
        pub external: bool where known,
        /// Is it a principle, which is never ticked off?
        pub principle: bool where known,
        /// Does it stand here only because something is not known?
        pub provisional: bool where known,
    }
}

answers! {
    /// How long it is likely to take.
    #[derive(Clone, Copy, Debug)]
    pub struct Length {
        /// The fewest minutes.
        pub from_minutes: u32,
        /// The most.
        pub to_minutes: u32,
    }
}

answers! {
    /// Who gets what was written.
    #[derive(Clone, Debug)]
    pub struct Recipient<'p> {
        /// Who.
        pub id: &'p str,
        /// Their name in a sentence.
        pub label: String,
        /// Are they kept from getting it here?
        pub withheld: bool where known,
        /// The rule.
        pub rule: &'p str,
    }
}

/// Answers what must be ready.
///
/// # Errors
/// A [`Refusal`] where an area, a pack, a list, an item or a fact is not known as such.
pub fn make_checklist<'r>(facts: &Facts, rulebook: &'r Rulebook) -> Result<Decision<'r, Checklist<'r>>, Refusal> {
    let case = Case::new(rulebook.stack(&facts.asked())?, &facts.known, facts.others_considered)?;
    let rules = case.rules(|pack| pack.make_checklist);
    let making = Making { facts, case, rules };
    making.check_names()?;
    Ok(making.decision())
}

struct Making<'f, 'r> {
    facts: &'f Facts,
    case: Case<'f, 'r>,
    rules: Vec<Held<'r, Rule>>,
}

impl<'r> Making<'_, 'r> {
    fn lists(&self) -> Vec<&'static str> {
        let of_meeting = self.rules.iter().filter(|held| speaks_of(held.rule.meeting, self.facts.meeting_type));
        once(of_meeting.flat_map(|held| held.rule.list.iter().copied()).gathered())
    }

    fn check_names(&self) -> Result<(), Refusal> {
        let lists = once(self.rules.iter().flat_map(|held| held.rule.list.iter().copied()).gathered());
        if self.facts.list.as_ref().is_some_and(|list| !lists.contains(&list.as_str())) {
            return Err(Refusal::new("bad-word", "list", format!("expected one of {}", lists.join(", "))));
        }
        let item_of = |name: &str| self.rules.iter().any(|held| held.rule.item == name && self.is_asked_for(held.rule));
        match self.facts.done.iter().flat_map(|done| done.iter()).find(|(name, _)| !item_of(name)) {
            Some((name, _)) => {
                let items: Vec<&str> = self.rules.iter().filter(|held| self.is_asked_for(held.rule)).map(|held| held.rule.item).gathered();
                Err(Refusal::new("bad-word", format!("done.{}", shown(name)), format!("expected one of {}", items.join(", "))))
            }
            None => Ok(()),
        }
    }

    fn is_asked_for(&self, rule: &Rule) -> bool {
        speaks_of(rule.meeting, self.facts.meeting_type)
            && self.facts.list.as_deref().is_none_or(|list| rule.list.contains(&list))
            && self.facts.phase.is_none_or(|phase| rule.phase == phase || rule.phase == Phase::Always)
            && self
                .facts
                .role
                .as_deref()
                .is_none_or(|role| rule.by.is_empty() || rule.by.iter().any(|by| self.case.stack.is_role(role, by)))
    }

    fn met(&self, rule: &Rule) -> Answer {
        let ticked = self.facts.done.as_ref().and_then(|done| done.get(rule.item)).copied().unwrap_or_default();
        if rule.met_by.is_empty() || !ticked.is_unknown() {
            return ticked;
        }
        Answer::all(rule.met_by.iter().map(|fact| self.case.answer(fact)))
    }

    fn item(&self, held: &Held<'r, Rule>) -> Item<'r> {
        let rule = held.rule;
        Item {
            item: rule.item,
            id: rule.id,
            text: Said::of_rule(rule),
            force: rule.force,
            place: rule.at,
            phase: rule.phase,
            by: rule.by.to_vec(),
            by_labels: rule.by.iter().map(|role| self.case.stack.person(role)).gathered(),
            met: self.met(rule),
            document: rule.document,
            external: rule.external,
            principle: rule.principle,
            provisional: held.holds.is_unknown(),
        }
    }

    fn length(&self, shown: &[&Held<'r, Rule>]) -> Option<Length> {
        let children = self.facts.children_discussed?;
        let each = shown.iter().map(|held| held.rule.minutes_each).find(|minutes| minutes.len() == 2)?;
        Some(Length { from_minutes: each[0].saturating_mul(children), to_minutes: each[1].saturating_mul(children) })
    }

    /// Who gets what is written on the documents of this list.
    fn distribution(&self) -> Vec<Recipient<'r>> {
        let Some(list) = self.facts.list.as_deref() else { return Vec::new() };
        let mut recipients: Vec<Recipient<'r>> = Vec::new();
        for held in self.case.rules(|pack| pack.list_deadlines) {
            let rule: &list_deadlines::Rule = held.rule;
            if rule.document != Some(list) || held.holds.is_no() {
                continue;
            }
            for member in rule.to {
                if !recipients.iter().any(|known| known.id == member.what) {
                    recipients.push(Recipient {
                        id: member.what,
                        label: self.case.stack.person(member.what),
                        withheld: member.is_kept_away(&|fact| self.case.answer(fact)),
                        rule: rule.id,
                    });
                }
            }
        }
        recipients
    }

    fn heading(items: &[Item<'r>], missing: &[&str], complete: Established) -> Said {
        let failed = items.iter().filter(|item| item.met.is_no() && missing.contains(&item.item)).map(|item| item.text.clone());
        match (complete, items.len()) {
            (_, 0) => NO_CHECKLIST.said(),
            (Established::Yes, _) => EVERYTHING_THERE.said(),
            (Established::No, count) => Self::still_to_do(failed.gathered(), count),
            (Established::Open, count) if missing.is_empty() => ITEMS_TO_GO_THROUGH.with([("count", count.into())]),
            (Established::Open, count) => SOME_TO_GO_THROUGH.with([("missing", missing.len().into()), ("count", count.into())]),
        }
    }

    /// One is named; of more the number, for the list itself names them.
    fn still_to_do(failed: Vec<Said>, count: usize) -> Said {
        let number = failed.len();
        match failed.into_iter().next() {
            Some(item) if number == 1 => STILL_TO_DO.with([("item", item.into())]),
            Some(_) => MANY_STILL_TO_DO.with([("number", number.into()), ("count", count.into())]),
            None => ITEMS_TO_GO_THROUGH.with([("count", count.into())]),
        }
    }

    fn decision(self) -> Decision<'r, Checklist<'r>> {
        let shown: Vec<&Held<'r, Rule>> = self.rules.iter().filter(|held| self.is_asked_for(held.rule) && !held.holds.is_no()).gathered();
        let items: Vec<Item<'r>> = shown.iter().map(|held| self.item(held)).gathered();
        let asked_for = |item: &&Item<'r>| item.force != Force::May && !item.principle;
        let only_optional = !items.iter().any(|item| asked_for(&item));
        let counted = items.iter().filter(|item| asked_for(item) || (only_optional && !item.principle));
        let complete = Answer::all(counted.map(|item| item.met)).into();
        let missing: Vec<&str> = items.iter().filter(asked_for).filter(|item| !item.met.is_yes()).map(|item| item.item).gathered();
        let ask: Vec<Ask> =
            once(shown.iter().filter(|held| held.holds.is_unknown()).filter_map(|held| self.case.asks_whether(held.rule)).gathered());
        let set_aside = self.case.set_aside(&self.rules, |pack| pack.make_checklist, &|rule| self.is_asked_for(rule));
        Decision {
            settled: ask.is_empty(),
            because: shown.iter().map(|held| held.cited()).gathered(),
            also_applies: Vec::new(),
            set_aside,
            cautions: self.cautions(&items),
            basis: self.case.stack.basis(self.facts.others_considered),
            answer: Checklist {
                heading: Self::heading(&items, &missing, complete),
                length: self.length(&shown),
                distribution: self.distribution(),
                lists: self.lists(),
                complete,
                missing,
                items,
            },
            ask,
        }
    }

    fn cautions(&self, items: &[Item<'r>]) -> Vec<Caution> {
        let mut cautions = self
            .case
            .stack
            .cautions(Question::MakeChecklist, &|fact| self.case.answer(fact), &|caution| caution.is_of(self.facts.meeting_type));
        if items.is_empty() {
            cautions.push(Caution::of(NO_CHECKLIST_HERE));
        }
        if items.iter().any(|item| item.external) {
            cautions.push(Caution::of(DOCUMENT_NOT_SUPPLIED));
        }
        cautions.push(Caution::of(LIST_BLOCKS_NOTHING));
        cautions.gather(self.case.stack.standing_cautions());
        cautions
    }
}
