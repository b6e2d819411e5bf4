//! What rules hang on.

use std::borrow::Cow;

use super::{Audit, Checked, refuse};
use crate::engine::stack::CONCERNS;
use crate::error::{shown, shown_id};
use crate::pack::fact::Fact;
use crate::pack::rule::Own as _;
use crate::questions::{classify_concern, record_consent_basis};
use crate::value::Text;
use crate::value::spelling::{and_list, camel};

/// A refusal names some of the declared facts, to show how they are spelt.
const FACTS_SHOWN: usize = 5;

/// Refuses what is no field of a record.
pub(super) fn recorded(place: &[&str], field: &str) -> Checked {
    if record_consent_basis::is_recorded(field) {
        Ok(())
    } else {
        refuse(place, "expected a field of the record, such as purpose or family_informed")
    }
}

impl Audit<'_> {
    /// Refuses a fact that nobody declares, and a moment where yes or no is asked.
    pub(super) fn known_fact(&self, place: &[&str], name: &str) -> Checked {
        match self.fact(name) {
            None => {
                let declared: Vec<&str> = self.pack.words.fact.iter().map(|(name, _)| &**name).take(FACTS_SHOWN).collect();
                let such_as = if declared.is_empty() { String::new() } else { format!(", such as {}", and_list(&declared)) };
                refuse(place, &format!("expected a fact that this pack or one beneath it declares{such_as}"))
            }
            Some(fact) if fact.moment => refuse(place, "expected a fact that is yes or no, not a moment"),
            Some(_) => Ok(()),
        }
    }

    /// Refuses what is no moment.
    pub(super) fn moment(&self, place: &[&str], name: &str) -> Checked {
        if self.fact(name).is_some_and(|fact| fact.moment) { Ok(()) } else { refuse(place, "expected a declared fact that is a moment") }
    }

    /// Times are worked out from the facts of a concern alone, each under its own name.
    pub(super) fn fact_of_a_concern(&self, place: &[&str], name: &str) -> Checked {
        self.known_fact(place, name)?;
        let path = format!("{CONCERNS}{}", camel(name));
        if self.fact(name).is_some_and(|fact| fact.path.as_deref() == Some(&*path) && fact.is_yes_or_no()) {
            return Ok(());
        }
        refuse(place, &format!("expected a fact of the concern that is yes or no, with the path {CONCERNS} and its own name in camelCase"))
    }

    /// Is it a fact of the child itself, which the answer about times knows too, to tell what to bear in mind?
    pub(super) fn is_of_a_person(&self, name: &str) -> bool {
        self.fact(name).is_some_and(|fact| match fact.parts() {
            [] => classify_concern::OF_A_PERSON.contains(&&*fact.path_of(name)),
            parts => parts.iter().any(|part| self.is_of_a_person(part)),
        })
    }

    /// Refuses a fact that what answers a table cannot know.
    pub(super) fn fact_of_table(&self, table: &str, place: &[&str], name: &str) -> Checked {
        match table {
            record_consent_basis::rule::Own::TABLE => recorded(place, name),
            classify_concern::rule::Own::TABLE => self.fact_of_a_concern(place, name),
            _ => self.known_fact(place, name),
        }
    }

    pub(super) fn conditions(&self) -> Checked {
        for (table, cite) in self.pack.every_rule().map(|rule| (rule.table(), rule.cite())) {
            let id = shown_id(&cite.id);
            let refuse_at = |field: &str, expected: &str| refuse(&[table, id, field], expected);
            for (field, facts) in [("when", &cite.when), ("unless", &cite.unless)] {
                for fact in facts {
                    self.fact_of_table(table, &[table, id, field, shown(fact)], fact)?;
                }
            }
            if cite.when.iter().any(|fact| cite.unless.contains(fact)) {
                return refuse_at("unless", "expected a rule that can be reached: what it needs keeps it away");
            }
            if self.excludes_itself(&cite.when) {
                return refuse_at("when", "expected a rule that can be reached: one fact cannot have two of these words");
            }
            if cite.since.zip(cite.until).is_some_and(|(since, until)| until < since) {
                return refuse_at("until", "expected a rule that can be reached: a last day that is not before the first");
            }
        }
        Ok(())
    }

    /// Do two of these facts ask for different words at one path that holds a single word?
    fn excludes_itself(&self, when: &[Text]) -> bool {
        let single = |name: &Text| {
            let fact = self.fact(name).filter(|fact| !fact.is.is_empty() && !fact.one_of.is_empty())?;
            Some((fact.path_of(name), fact))
        };
        let words: Vec<(Cow<str>, &Fact)> = when.iter().filter_map(single).collect();
        words.iter().enumerate().any(|(place, (path, fact))| {
            words.iter().take(place).any(|(other_path, other)| path == other_path && !fact.is.iter().any(|word| other.is.contains(word)))
        })
    }
}
