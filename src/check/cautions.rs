//! Kinds of concern and cautions.

use super::{Audit, Checked, is_kebab, refuse};
use crate::error::{shown, shown_id};
use crate::pack::rule::Own as _;
use crate::questions::{self, choose_meeting, classify_concern};
use crate::value::Text;

impl Audit<'_> {
    pub(super) fn concern_types(&self) -> Checked {
        let lengthening: Vec<&Text> = self
            .with_those_beneath::<classify_concern::rule::Own>()
            .filter(|rule| rule.own.lengthens.is_some())
            .flat_map(|rule| &rule.cite.when)
            .collect();
        for (id, kind) in self.pack.words.concern_type.iter() {
            for fact in &kind.makes {
                self.known_fact(&["concern_type", shown_id(id), "makes", shown(fact)], fact)?;
            }
            for fact in &kind.asks {
                self.fact_of_a_concern(&["concern_type", shown_id(id), "asks", shown(fact)], fact)?;
            }
            if kind.makes.iter().any(|fact| lengthening.contains(&fact)) {
                let expected = "expected a type never to make true what lengthens a time: let it ask";
                return refuse(&["concern_type", shown_id(id), "makes"], expected);
            }
        }
        Ok(())
    }

    pub(super) fn cautions(&self) -> Checked {
        for (index, caution) in self.pack.words.caution.iter().enumerate() {
            let item = format!("caution[{index}]");
            let refuse_at = |field: &str, expected: &str| refuse(&[&item, field], expected);
            let question = questions::named(&caution.question).map_err(|error| error.at(format!("{item}.question")))?;
            let is_timing = question.table == classify_concern::rule::Own::TABLE;
            if !is_kebab(&caution.code) {
                return refuse_at("code", "expected a code in kebab-case");
            }
            if caution.text.trim().is_empty() {
                return refuse_at("text", "expected a sentence");
            }
            let hanging = [
                ("when", &caution.when),
                ("when_no", &caution.when_no),
                ("when_unknown", &caution.when_unknown),
                ("unless_no", &caution.unless_no),
            ];
            for (field, facts) in hanging {
                for fact in facts.iter().filter(|fact| !(is_timing && self.is_of_a_person(fact))) {
                    self.fact_of_table(question.table, &[&item, field, shown(fact)], fact)?;
                }
            }
            let timing_rule = |id: &Text| self.with_those_beneath::<classify_concern::rule::Own>().any(|rule| rule.cite.id == *id);
            if !caution.governs.iter().all(timing_rule) {
                return refuse_at("governs", "expected ids of timing rules");
            }
            let declares = |kind: &Text| {
                let mut packs = [self.pack].into_iter().chain(self.beneath.iter().copied());
                packs.any(|pack| pack.words.concern_type.get(kind).is_some())
            };
            if !caution.types.iter().all(declares) {
                return refuse_at("types", "expected ids of kinds of concern");
            }
            if !caution.types.is_empty() && !is_timing && question.table != choose_meeting::rule::Own::TABLE {
                return refuse_at("types", "expected a question that takes kinds of concern: classify_concern or choose_meeting");
            }
            if caution.since.zip(caution.until).is_some_and(|(since, until)| until < since) {
                return refuse_at("until", "expected a last day that is not before the first");
            }
        }
        Ok(())
    }
}
