//! The document, its names and its citations.

use super::{Audit, Checked, is_kebab, keeps, refuse};
use crate::error::{shown, shown_id};
use crate::pack::document::GENERIC_AREA;
use crate::pack::plain::is_plain_id;
use crate::value::Text;

/// Operative words are cited, never a whole sentence.
const MOST_WORDS: usize = 12;

/// As many examples: each of them is asked.
const MOST_EXAMPLES: usize = 1_000;

fn is_snake(name: &str) -> bool {
    let plain = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.len() <= 60 && plain
}

fn is_path(path: &str) -> bool {
    let is_name = |name: &str| name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(|c| c.is_ascii_alphanumeric());
    path.len() <= 100 && path.split('.').all(is_name)
}

impl Audit<'_> {
    pub(super) fn sizes(examples: usize) -> Checked {
        if examples > MOST_EXAMPLES {
            return refuse(&["example"], &format!("expected at most {MOST_EXAMPLES} examples"));
        }
        Ok(())
    }

    /// Ids are kebab-case, because people who ask are read so; facts are snake_case, because JavaScript spells them anew.
    pub(super) fn names(&self) -> Checked {
        let words = &self.pack.words;
        let mut names: Vec<(&str, &Text, Option<&Text>)> = Vec::new();
        names.extend(words.concern_type.iter().map(|(id, kind)| ("concern_type", id, Some(&kind.label))));
        names.extend(words.agency.iter().map(|(id, agency)| ("agency", id, Some(&agency.label))));
        names.extend(words.role.iter().map(|(id, role)| ("role", id, Some(&role.label))));
        names.extend(words.clearance.iter().map(|(id, _)| ("clearance", id, None)));
        names.extend(words.controller.iter().map(|(id, _)| ("controller", id, None)));
        for (table, id, label) in names {
            if !is_kebab(id) {
                return refuse(&[table, shown_id(id)], "expected an id in kebab-case");
            }
            if label.is_some_and(|label| label.trim().is_empty()) {
                return refuse(&[table, shown_id(id), "label"], "expected its name in a sentence");
            }
        }
        for (name, fact) in words.fact.iter() {
            if !is_snake(name) {
                return refuse(&["fact", shown(name)], "expected a fact's name in snake_case");
            }
            if fact.path.as_deref().is_some_and(|path| !is_path(path)) {
                return refuse(&["fact", shown(name), "path"], "expected a path in camelCase, such as child.lookedAfter");
            }
        }
        Ok(())
    }

    /// A name that a pack beneath declares too: its rules read what is declared here, and must still mean what they say.
    pub(super) fn redeclared(&self) -> Checked {
        for beneath in &self.beneath {
            let id = &beneath.document().id;
            for (name, fact) in self.pack.words.fact.iter() {
                if beneath.words.fact.get(name).is_some_and(|other| !keeps(&fact.asks_too, &other.asks_too)) {
                    return refuse(&["fact", shown(name), "asks_too"], &format!("expected all that is asked beside it in {id}"));
                }
                if beneath.words.fact.get(name).is_some_and(|other| !self.reads_alike(name, fact, beneath, other)) {
                    let expected = format!("expected the path and the kind of answer that it has in {id}");
                    return refuse(&["fact", shown(name)], &expected);
                }
            }
            for (kind, here) in self.pack.words.concern_type.iter() {
                let makes = beneath.words.concern_type.get(kind).map_or(&[][..], |other| &other.makes);
                if makes.iter().any(|fact| !here.makes.contains(fact)) {
                    let expected = format!("expected all facts that it makes true in {id}");
                    return refuse(&["concern_type", shown_id(kind), "makes"], &expected);
                }
            }
        }
        Ok(())
    }

    pub(super) fn document(&self) -> Checked {
        let document = self.pack.document();
        if !is_kebab(&document.id) {
            return refuse(&["document", "id"], "expected a name in kebab-case");
        }
        if document.title.trim().is_empty() {
            return refuse(&["document", "title"], "expected the document's title");
        }
        if document.version.trim().is_empty() {
            return refuse(&["document", "version"], "expected the pack's version");
        }
        if document.since.zip(document.until).is_some_and(|(since, until)| until < since) {
            return refuse(&["document", "until"], "expected a day that is not before the first");
        }
        if document.area.is_some() != document.area_label.is_some() {
            return refuse(&["document", "area_label"], "expected an area with its name, or neither");
        }
        if document.area.as_deref().is_some_and(|area| !is_kebab(area)) {
            return refuse(&["document", "area"], "expected the area's id in kebab-case");
        }
        for (field, everywhere) in [("national", document.national), ("always_for_records", document.always_for_records)] {
            if everywhere && document.area.is_some() {
                return refuse(&["document", field], "expected no area beside it: a rule of one partnership reaches no other");
            }
        }
        self.foundations()
    }

    fn foundations(&self) -> Checked {
        let document = self.pack.document();
        for (index, id) in document.stands_on.iter().enumerate() {
            let refuse = |expected: &str| refuse(&["document", &format!("stands_on[{index}]")], expected);
            let beneath = self.beneath.iter().find(|pack| pack.document().id == *id).filter(|_| *id != document.id);
            let Some(beneath) = beneath else {
                return refuse("expected the id of another pack that is there already");
            };
            let of_another = |area: &Text| **area != *GENERIC_AREA && document.area.as_ref() != Some(area);
            if beneath.document().area.as_ref().is_some_and(of_another) {
                return refuse("expected a pack of no other partnership, whose rules would reach this one");
            }
            if document.stands_on[..index].contains(id) {
                return refuse("expected each pack once");
            }
        }
        Ok(())
    }

    pub(super) fn citations(&self) -> Checked {
        let mut seen = Vec::new();
        for (table, cite) in self.pack.every_rule().map(|rule| (rule.table(), rule.cite())) {
            let id = shown_id(&cite.id);
            let refuse_at = |field: &str, expected: &str| refuse(&[table, id, field], expected);
            if !is_plain_id(&cite.id) {
                return refuse_at("id", "expected an id of plain letters and numbers, of at most 60 characters");
            }
            if seen.contains(&(table, &cite.id)) {
                return refuse_at("id", "expected each rule's id once in a table");
            }
            seen.push((table, &cite.id));
            if cite.at.trim().is_empty() {
                return refuse_at("at", "expected the place in the document");
            }
            if cite.says.trim().is_empty() {
                return refuse_at("says", "expected a sentence of your own");
            }
            if cite.words.trim().is_empty() || cite.words.split_whitespace().count() > MOST_WORDS {
                return refuse_at("words", &format!("expected operative words, at most {MOST_WORDS} words of the document"));
            }
        }
        Ok(())
    }
}
