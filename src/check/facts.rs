//! The facts that a pack declares.

use super::{Audit, Checked, refuse};
use crate::error::shown;
use crate::pack::fact::Fact;
use crate::pack::gives::Gives;
use crate::questions::record_consent_basis;
use crate::value::Text;

/// A fact made of facts made of facts, and no deeper.
const DEEPEST_FACT: usize = 4;

/// All the facts that one is made of, counted each time they are met: every answer follows them.
const MOST_PARTS: usize = 200;

/// Above any count that a document could set.
pub(super) const MOST_COUNTED: u32 = 10_000;

impl<'p> Audit<'p> {
    pub(super) fn facts(&self) -> Checked {
        for (name, fact) in self.pack.words.fact.iter() {
            self.declared_fact(name, fact)?;
        }
        let used = self.used_facts();
        match self.pack.words.fact.iter().find(|(name, _)| !used.contains(&&***name)) {
            Some((name, _)) => refuse(&["fact", shown(name)], "expected a fact that some rule uses"),
            None => Ok(()),
        }
    }

    fn declared_fact(&self, name: &Text, fact: &Fact) -> Checked {
        let shown_name = shown(name);
        let refuse_at = |field: &str, expected: &str| refuse(&["fact", shown_name, field], expected);
        if fact.asks.trim().is_empty() {
            return refuse_at("asks", "expected the question, as a practitioner is asked it");
        }
        let kinds = [!fact.is.is_empty(), fact.more_than.is_some(), fact.filled, fact.moment, !fact.is_asked()];
        let derived = [&fact.all_of, &fact.any_of, &fact.none_of, &fact.known_from].iter().filter(|parts| !parts.is_empty()).count();
        if kinds.iter().filter(|kind| **kind).count() > 1 || derived > 1 {
            return refuse_at("is", "expected one kind of fact: yes or no, words, a count, a text, a moment, or facts it is made of");
        }
        if !fact.one_of.is_empty() && !fact.is.iter().all(|word| fact.one_of.contains(word)) {
            return refuse_at("is", "expected words that stand in one_of");
        }
        if fact.is.is_empty() && !fact.one_of.is_empty() {
            return refuse_at("is", "expected the words of one_of that make it a yes");
        }
        if fact.more_than.is_some_and(|count| count > MOST_COUNTED) {
            return refuse_at("more_than", &format!("expected a count of at most {MOST_COUNTED}"));
        }
        if !fact.contradicted_by.is_empty() && fact.known_from.is_empty() {
            return refuse_at("contradicted_by", "expected the facts from which it is known, in known_from");
        }
        if fact.speaks_of_danger && !fact.is_asked() {
            return refuse_at("speaks_of_danger", "expected a fact that is asked of people");
        }
        if fact.is_outweighed() && (fact.known_from.is_empty() || !fact.contradicted_by.is_empty()) {
            return refuse_at("outweighed_by_danger", "expected the facts from which it is known, in known_from, and no contradicted_by");
        }
        let others = [
            ("contradicted_by", &fact.contradicted_by),
            ("outweighed_by", &fact.outweighed_by),
            ("no_is_doubted_by", &fact.no_is_doubted_by),
        ];
        for (field, others) in others {
            for other in others {
                let place = ["fact", shown_name, field, shown(other)];
                self.known_fact(&place, other)?;
                // What is worked out can be told where it has a path at which it is asked.
                if self.fact(other).is_none_or(|other| !other.is_asked() && (field == "contradicted_by" || other.path.is_none())) {
                    return refuse(&place, "expected a fact that is asked of people");
                }
            }
        }
        if fact.present.is_some() && !fact.is_yes_or_no() {
            return refuse_at("present", "expected this in a fact that is answered with yes or no");
        }
        if fact.asked_beside_danger && !fact.is_yes_or_no() {
            return refuse_at("asked_beside_danger", "expected this in a fact that is answered with yes or no");
        }
        if fact.happened && !fact.moment {
            return refuse_at("happened", "expected this in a moment, which has passed when it is told");
        }
        for other in &fact.not_before {
            self.moment(&["fact", shown_name, "not_before"], other)?;
            if !fact.moment || **other == **name {
                return refuse_at("not_before", "expected this in a moment, which never lies before another");
            }
        }
        if let Some(other) = &fact.tells_of {
            self.moment(&["fact", shown_name, "tells_of"], other)?;
            if !matches!(fact.gives, Some(Gives::Day | Gives::Time)) {
                return refuse_at("tells_of", "expected this in a text that gives a day or a time of day");
            }
        }
        let field = match (fact.all_of.is_empty(), fact.any_of.is_empty(), fact.none_of.is_empty()) {
            (false, ..) => "all_of",
            (true, false, _) => "any_of",
            (true, true, false) => "none_of",
            (true, true, true) => "known_from",
        };
        for part in fact.parts() {
            self.known_fact(&["fact", shown_name, field, shown(part)], part)?;
        }
        for other in &fact.asks_too {
            self.known_fact(&["fact", shown_name, "asks_too", shown(other)], other)?;
        }
        if self.can_be_followed(name, DEEPEST_FACT, &mut MOST_PARTS.clone()) {
            return Ok(());
        }
        if self.made_of(fact.parts().iter().map(|part| &**part)).contains(&&**name) {
            return refuse_at(field, "expected a fact that is not made of itself");
        }
        refuse_at(field, &format!("expected facts at most {DEEPEST_FACT} deep, and at most {MOST_PARTS} in all"))
    }

    fn can_be_followed(&self, name: &str, deeper: usize, left: &mut usize) -> bool {
        self.fact(name).map_or(&[][..], Fact::parts).iter().all(|part| {
            let room = left.checked_sub(1).zip(deeper.checked_sub(1));
            room.is_some_and(|(fewer, deeper)| {
                *left = fewer;
                self.can_be_followed(part, deeper, left)
            })
        })
    }

    /// Every fact that anything of this pack speaks of, and the facts those are made of.
    fn used_facts(&self) -> Vec<&'p str> {
        let words = &self.pack.words;
        let of_rules = self.pack.every_rule().flat_map(|rule| rule.facts());
        let of_types = words.concern_type.iter().flat_map(|(_, kind)| kind.makes.iter().chain(&kind.asks)).map(|fact| &**fact);
        let of_cautions = words.caution.iter().flat_map(|caution| caution.facts()).map(|fact| &**fact);
        let of_records = self.pack.rules::<record_consent_basis::rule::Own>().iter().flat_map(|rule| rule.own.fields());
        let of_clearances = words.clearance.iter().flat_map(|(_, clearance)| clearance.facts()).map(|fact| &**fact);
        let outweighing = words.fact.iter().flat_map(|(_, fact)| fact.outweighing()).map(|fact| &**fact);
        self.made_of(of_rules.chain(of_types).chain(of_cautions).chain(of_records).chain(of_clearances).chain(outweighing))
    }
}
