//! Refuses a doubtful pack: each doubt has its place in the object and says what was expected.
//!
//! A pack may use the facts of the packs it stands on, and may replace their rules by naming them. What it may not do is
//! lengthen a time, drop somebody or weaken a duty without declaring it.

use std::iter;

use crate::answers::{Tell, Told};
use crate::decide::{choose_meeting, classify_concern, list_attendees, list_deadlines, record_consent_basis, report_quarter};
use crate::facts::shown;
use crate::pack::{Fact, Pack, Question};
use crate::rulebook::{CONCERNS, GENERIC_AREA};
use crate::words::agency::Agency;
use crate::words::citation::{Cites, Force};
use crate::words::conditional::Conditional;
use crate::words::limit::Limit;
use crate::words::meeting::{Attendance, MeetingType};
use crate::words::refusal::Refusal;
use crate::words::{Gather as _, Gathering as _};
use crate::words::{and_list, camel, kebab};

/// Operative words are cited, never a whole sentence.
const MOST_WORDS: usize = 12;

/// More than any document needs, and little enough to be checked at once.
const MOST_RULES: usize = 2_000;

/// As many names of one kind, such as facts or agencies, and no more.
const MOST_NAMES: usize = 2_000;

/// As many examples: each of them is asked.
const MOST_EXAMPLES: usize = 1_000;

/// A fact made of facts made of facts, and no deeper.
const DEEPEST_FACT: usize = 4;

/// All the facts that one is made of, counted each time they are met: every answer follows them.
const MOST_PARTS: usize = 200;

/// Above any count that a document could set.
const MOST_COUNTED: u32 = 10_000;

/// A refusal names some of the declared facts, to show how they are spelt.
const FACTS_SHOWN: usize = 5;

type Checked = Result<(), Refusal>;

/// Refuses what stands at a place, which is given name by name.
fn refuse(place: &[&str], expected: &str) -> Checked {
    Err(Refusal::new("bad-pack", place.join("."), expected))
}

/// Checks a pack against itself and the packs it stands on.
///
/// # Errors
/// A [`Refusal`] with the place in the object and the reason.
pub fn check(pack: &Pack, beneath: &[&Pack]) -> Checked {
    let audit = Audit { pack, beneath };
    audit.sizes()?;
    audit.document()?;
    audit.names()?;
    audit.redeclared()?;
    audit.citations()?;
    audit.conditions()?;
    audit.facts()?;
    audit.concern_types()?;
    audit.cautions()?;
    audit.timing()?;
    audit.people()?;
    audit.meetings()?;
    audit.deadlines()?;
    audit.checklists()?;
    audit.ladders()?;
    audit.records()?;
    audit.figures()?;
    audit.replacements()
}

struct Audit<'p> {
    pack: &'p Pack,
    beneath: &'p [&'p Pack],
}

/// Two rules of one table that hold in the same cases.
fn same_case(one: &dyn Cites, other: &dyn Cites) -> bool {
    let same =
        |these: &[&str], those: &[&str]| these.iter().all(|fact| those.contains(fact)) && those.iter().all(|fact| these.contains(fact));
    let overlap = || {
        one.since().is_none_or(|since| other.until().is_none_or(|until| since <= until))
            && other.since().is_none_or(|since| one.until().is_none_or(|until| since <= until))
    };
    same(one.when(), other.when()) && same(one.unless(), other.unless()) && overlap()
}

/// Every pair of a table, the earlier first.
fn pairs<R>(rules: &'static [R]) -> impl Iterator<Item = (&'static R, &'static R)> {
    rules.iter().enumerate().flat_map(|(place, rule)| rules.iter().take(place).map(move |earlier| (earlier, rule)))
}

fn is_kebab(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 60
        && kebab(name) == name
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.'))
}

fn is_snake(name: &str) -> bool {
    let plain = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.len() <= 60 && plain
}

fn is_path(path: &str) -> bool {
    let is_name = |name: &str| name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(|c| c.is_ascii_alphanumeric());
    path.len() <= 100 && path.split('.').all(is_name)
}

/// Is it recorded of every share, or worked out from what is?
fn is_recorded(field: &str) -> bool {
    let worked_out = ["sensitive_data", "safeguarding_purpose"].contains(&field);
    let facts = record_consent_basis::Facts::default();
    let Told::Table(fields) = facts.tell() else { return worked_out };
    worked_out || fields.iter().any(|(name, _)| *name == camel(field))
}

impl Audit<'_> {
    fn sizes(&self) -> Checked {
        let pack = self.pack;
        if pack.rules().len() > MOST_RULES {
            return refuse(&[], &format!("expected at most {MOST_RULES} rules"));
        }
        if pack.example.len() > MOST_EXAMPLES {
            return refuse(&["example"], &format!("expected at most {MOST_EXAMPLES} examples"));
        }
        let tables = [
            ("fact", pack.fact.iter().count()),
            ("concern_type", pack.concern_type.iter().count()),
            ("agency", pack.agency.iter().count()),
            ("role", pack.role.iter().count()),
            ("controller", pack.controller.iter().count()),
            ("caution", pack.caution.len()),
        ];
        match tables.into_iter().find(|(_, count)| *count > MOST_NAMES) {
            Some((table, _)) => refuse(&[table], &format!("expected at most {MOST_NAMES} entries")),
            None => Ok(()),
        }
    }

    /// Ids are kebab-case, because people who ask are read so; facts are snake_case, because JavaScript spells them anew.
    fn names(&self) -> Checked {
        let pack = self.pack;
        let mut names = Vec::new();
        names.gather(pack.concern_type.iter().map(|(id, kind)| ("concern_type", id, Some(kind.label))));
        names.gather(pack.agency.iter().map(|(id, agency)| ("agency", id, Some(agency.label))));
        names.gather(pack.role.iter().map(|(id, role)| ("role", id, Some(role.label))));
        names.gather(pack.controller.iter().map(|(id, _)| ("controller", id, None)));
        for (table, id, label) in names {
            if !is_kebab(id) {
                return refuse(&[table, shown_id(id)], "expected an id in kebab-case");
            }
            if label.is_some_and(|label| label.trim().is_empty()) {
                return refuse(&[table, shown_id(id), "label"], "expected its name in a sentence");
            }
        }
        for (name, fact) in pack.fact.iter() {
            if !is_snake(name) {
                return refuse(&["fact", shown(name)], "expected a fact's name in snake_case");
            }
            if fact.path.is_some_and(|path| !is_path(path)) {
                return refuse(&["fact", shown(name), "path"], "expected a path in camelCase, such as child.lookedAfter");
            }
        }
        Ok(())
    }

    /// A name that a pack beneath declares too: its rules read what is declared here, and must still mean what they say.
    fn redeclared(&self) -> Checked {
        let kind = |name: &str, fact: &Fact| {
            (fact.path_of(name), fact.is, fact.one_of, fact.more_than, fact.filled, fact.moment, fact.parts(), fact.is_yes_or_no())
        };
        for beneath in self.beneath {
            for (name, fact) in self.pack.fact.iter() {
                if beneath.fact.get(name).is_some_and(|other| kind(name, fact) != kind(name, other)) {
                    let expected = format!("expected the path and the kind of answer that it has in {}", beneath.document.id);
                    return refuse(&["fact", shown(name)], &expected);
                }
            }
            for (id, here) in self.pack.concern_type.iter() {
                let makes = beneath.concern_type.get(id).map_or(&[][..], |other| other.makes);
                if makes.iter().any(|fact| !here.makes.contains(fact)) {
                    let expected = format!("expected all facts that it makes true in {}", beneath.document.id);
                    return refuse(&["concern_type", shown_id(id), "makes"], &expected);
                }
            }
        }
        Ok(())
    }

    fn document(&self) -> Checked {
        let document = &self.pack.document;
        if !is_kebab(document.id) {
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
        if document.area.is_some_and(|area| !is_kebab(area)) {
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
        let document = &self.pack.document;
        for (index, id) in document.stands_on.iter().enumerate() {
            let refuse = |expected: &str| refuse(&["document", &format!("stands_on[{index}]")], expected);
            let beneath = self.beneath.iter().find(|pack| pack.document.id == *id).filter(|_| *id != document.id);
            let Some(beneath) = beneath else {
                return refuse("expected the id of another pack that is there already");
            };
            let of_another = |area: &&str| *area != GENERIC_AREA && document.area != Some(*area);
            if beneath.document.area.is_some_and(|area| of_another(&area)) {
                return refuse("expected a pack of no other partnership, whose rules would reach this one");
            }
            if document.stands_on[..index].contains(id) {
                return refuse("expected each pack once");
            }
        }
        Ok(())
    }

    fn citations(&self) -> Checked {
        let mut seen = Vec::new();
        for (table, rule) in self.pack.rules() {
            let id = shown_id(rule.id());
            let refuse_at = |field: &str, expected: &str| refuse(&[table, id, field], expected);
            if rule.id().is_empty() || rule.id().len() > 60 || rule.id().contains(char::is_whitespace) {
                return refuse_at("id", "expected an id without spaces, of at most 60 characters");
            }
            if seen.contains(&(table, rule.id())) {
                return refuse_at("id", "expected each rule's id once in a table");
            }
            seen.push((table, rule.id()));
            if rule.at().trim().is_empty() {
                return refuse_at("at", "expected the place in the document");
            }
            if rule.says().trim().is_empty() {
                return refuse_at("says", "expected a sentence of your own");
            }
            if rule.words().trim().is_empty() || rule.words().split_whitespace().count() > MOST_WORDS {
                return refuse_at("words", &format!("expected operative words, at most {MOST_WORDS} words of the document"));
            }
        }
        Ok(())
    }

    fn fact(&self, name: &str) -> Option<&'static Fact> {
        self.pack.fact.get(name).or_else(|| self.beneath.iter().find_map(|pack| pack.fact.get(name)))
    }

    /// Refuses a fact that nobody declares, and a moment where yes or no is asked.
    fn known_fact(&self, place: &[&str], name: &str) -> Checked {
        match self.fact(name) {
            None => {
                let declared: Vec<&str> = self.pack.fact.iter().map(|(name, _)| name).take(FACTS_SHOWN).gathered();
                let such_as = if declared.is_empty() { String::new() } else { format!(", such as {}", and_list(&declared)) };
                refuse(place, &format!("expected a fact that this pack or one beneath it declares{such_as}"))
            }
            Some(fact) if fact.moment => refuse(place, "expected a fact that is yes or no, not a moment"),
            Some(_) => Ok(()),
        }
    }

    fn moment(&self, place: &[&str], name: &str) -> Checked {
        if self.fact(name).is_some_and(|fact| fact.moment) { Ok(()) } else { refuse(place, "expected a declared fact that is a moment") }
    }

    /// Times are worked out from the facts of a concern alone, each under its own name.
    fn fact_of_a_concern(&self, place: &[&str], name: &str) -> Checked {
        self.known_fact(place, name)?;
        let path = format!("{CONCERNS}{}", camel(name));
        if self.fact(name).is_some_and(|fact| fact.path == Some(&*path) && fact.is_yes_or_no()) {
            return Ok(());
        }
        refuse(place, &format!("expected a fact of the concern that is yes or no, with the path {CONCERNS} and its own name in camelCase"))
    }

    fn conditions(&self) -> Checked {
        for (table, rule) in self.pack.rules() {
            let id = shown_id(rule.id());
            let refuse_at = |field: &str, expected: &str| refuse(&[table, id, field], expected);
            for (field, facts) in [("when", rule.when()), ("unless", rule.unless())] {
                for fact in facts {
                    let place = [table, id, field, shown(fact)];
                    match table {
                        "record_consent_basis" => recorded(&place, fact)?,
                        "classify_concern" => self.fact_of_a_concern(&place, fact)?,
                        _ => self.known_fact(&place, fact)?,
                    }
                }
            }
            if rule.when().iter().any(|fact| rule.unless().contains(fact)) {
                return refuse_at("unless", "expected a rule that can be reached: what it needs keeps it away");
            }
            if self.excludes_itself(rule.when()) {
                return refuse_at("when", "expected a rule that can be reached: one fact cannot have two of these words");
            }
            if rule.since().zip(rule.until()).is_some_and(|(since, until)| until < since) {
                return refuse_at("until", "expected a rule that can be reached: a last day that is not before the first");
            }
        }
        Ok(())
    }

    /// Do two of these facts ask for different words at one path that holds a single word?
    fn excludes_itself(&self, when: &'static [&'static str]) -> bool {
        let single = |name: &str| {
            self.fact(name).filter(|fact| !fact.is.is_empty() && !fact.one_of.is_empty()).map(|fact| (fact.path_of(name), fact))
        };
        let words: Vec<(String, &Fact)> = when.iter().filter_map(|name| single(name)).gathered();
        words.iter().enumerate().any(|(place, (path, fact))| {
            words.iter().take(place).any(|(other_path, other)| path == other_path && !fact.is.iter().any(|word| other.is.contains(word)))
        })
    }

    fn facts(&self) -> Checked {
        for (name, fact) in self.pack.fact.iter() {
            let shown_name = shown(name);
            let refuse_at = |field: &str, expected: &str| refuse(&["fact", shown_name, field], expected);
            if fact.asks.trim().is_empty() {
                return refuse_at("asks", "expected the question, as a practitioner is asked it");
            }
            let kinds = [!fact.is.is_empty(), fact.more_than.is_some(), fact.filled, fact.moment, !fact.is_asked()];
            let derived = [fact.all_of, fact.any_of, fact.known_from].iter().filter(|parts| !parts.is_empty()).count();
            if kinds.iter().filter(|kind| **kind).count() > 1 || derived > 1 {
                return refuse_at("is", "expected one kind of fact: yes or no, words, a count, a text, a moment, or facts it is made of");
            }
            if !fact.one_of.is_empty() && !fact.is.iter().all(|word| fact.one_of.contains(word)) {
                return refuse_at("is", "expected words that stand in one_of");
            }
            if fact.more_than.is_some_and(|count| count > MOST_COUNTED) {
                return refuse_at("more_than", &format!("expected a count of at most {MOST_COUNTED}"));
            }
            let field = if !fact.all_of.is_empty() {
                "all_of"
            } else if !fact.any_of.is_empty() {
                "any_of"
            } else {
                "known_from"
            };
            for part in fact.parts() {
                self.known_fact(&["fact", shown_name, field, shown(part)], part)?;
            }
            let mut left = MOST_PARTS;
            if !self.can_be_followed(name, DEEPEST_FACT, &mut left) {
                if self.made_of(fact.parts()).contains(&name) {
                    return refuse_at(field, "expected a fact that is not made of itself");
                }
                let expected = format!("expected facts at most {DEEPEST_FACT} deep, and at most {MOST_PARTS} in all");
                return refuse_at(field, &expected);
            }
        }
        let used = self.used_facts();
        match self.pack.fact.iter().find(|(name, _)| !used.contains(name)) {
            Some((name, _)) => refuse(&["fact", shown(name)], "expected a fact that some rule uses"),
            None => Ok(()),
        }
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
    fn used_facts(&self) -> Vec<&'static str> {
        let pack = self.pack;
        let mut used = pack.facts_of_members();
        for (_, rule) in pack.rules() {
            used.extend(rule.when());
            used.extend(rule.unless());
        }
        for (_, kind) in pack.concern_type.iter() {
            used.extend(kind.makes);
            used.extend(kind.asks);
        }
        for caution in pack.caution {
            used.extend(caution.when);
            used.extend(caution.when_no);
            used.extend(caution.when_unknown);
        }
        self.made_of(&used)
    }

    /// These facts, and all that they are made of.
    fn made_of(&self, facts: &[&'static str]) -> Vec<&'static str> {
        let mut open = facts.to_vec();
        let mut seen = Vec::new();
        while let Some(name) = open.pop() {
            if !seen.contains(&name) {
                seen.push(name);
                open.extend(self.fact(name).map_or(&[][..], Fact::parts));
            }
        }
        seen
    }

    fn concern_types(&self) -> Checked {
        let lengthening: Vec<&str> =
            self.timing_rules().into_iter().filter(|rule| rule.lengthens.is_some()).flat_map(|rule| rule.when.iter().copied()).gathered();
        for (id, kind) in self.pack.concern_type.iter() {
            for (field, facts) in [("makes", kind.makes), ("asks", kind.asks)] {
                for fact in facts {
                    self.fact_of_a_concern(&["concern_type", shown_id(id), field, shown(fact)], fact)?;
                }
            }
            if kind.makes.iter().any(|fact| lengthening.contains(fact)) {
                let expected = "expected a type never to make true what lengthens a time: let it ask";
                return refuse(&["concern_type", shown_id(id), "makes"], expected);
            }
        }
        Ok(())
    }

    fn cautions(&self) -> Checked {
        for (index, caution) in self.pack.caution.iter().enumerate() {
            let item = format!("caution[{index}]");
            let refuse_at = |field: &str, expected: &str| refuse(&[&item, field], expected);
            if !is_kebab(caution.code) {
                return refuse_at("code", "expected a code in kebab-case");
            }
            if caution.text.trim().is_empty() {
                return refuse_at("text", "expected a sentence");
            }
            for (field, facts) in [("when", caution.when), ("when_no", caution.when_no), ("when_unknown", caution.when_unknown)] {
                for fact in facts {
                    let place = [&*item, field, shown(fact)];
                    match caution.question {
                        Question::RecordConsentBasis => recorded(&place, fact)?,
                        Question::ClassifyConcern => self.fact_of_a_concern(&place, fact)?,
                        _ => self.known_fact(&place, fact)?,
                    }
                }
            }
            if caution.governs.iter().any(|id| !self.timing_rules().into_iter().any(|rule| rule.id == *id)) {
                return refuse_at("governs", "expected ids of timing rules");
            }
            let is_declared = |kind: &str| {
                self.pack.concern_type.get(kind).is_some() || self.beneath.iter().any(|pack| pack.concern_type.get(kind).is_some())
            };
            if !caution.types.iter().all(|kind| is_declared(kind)) {
                return refuse_at("types", "expected ids of kinds of concern");
            }
            if caution.since.zip(caution.until).is_some_and(|(since, until)| until < since) {
                return refuse_at("until", "expected a last day that is not before the first");
            }
        }
        Ok(())
    }

    /// The timing rules of this pack and of those beneath it.
    fn timing_rules(&self) -> Vec<&'static classify_concern::Rule> {
        let mut rules: Vec<&'static classify_concern::Rule> = self.pack.classify_concern.iter().gathered();
        for pack in self.beneath {
            rules.extend(pack.classify_concern);
        }
        rules
    }

    fn timing(&self) -> Checked {
        for rule in self.pack.classify_concern {
            let (table, id) = ("classify_concern", shown_id(rule.id));
            let refuse_at = |field: &str, expected: &str| refuse(&[table, id, field], expected);
            let known = |id: &str| self.timing_rules().into_iter().any(|other| other.id == id && other.hold.is_some());
            match (&rule.hold, &rule.applies) {
                (Some(_), None) if rule.from.is_none() => return refuse_at("from", "expected the moment from which the time counts"),
                (Some(_), None) => {}
                (None, Some(target)) if known(target) => {}
                (None, Some(_)) => return refuse_at("applies", "expected the id of a timing rule that sets a time"),
                _ => return refuse_at("hold", "expected either a time of its own, or the rule whose time applies"),
            }
            if rule.lengthens.is_some_and(|target| !known(target)) {
                return refuse_at("lengthens", "expected the id of a timing rule that sets a time");
            }
            if rule.lengthens.is_some() && rule.when.is_empty() {
                return refuse_at("lengthens", "expected a rule that lengthens only on a yes to some fact");
            }
            self.never_governs(rule)?;
        }
        match pairs(self.pack.classify_concern)
            .find(|(one, other)| one.from == other.from && one.applies == other.applies && same_case(*one, *other))
        {
            Some((one, other)) if one.hold == other.hold => shadowed("classify_concern", other.id, one.id),
            Some((one, other)) if one.lengthens.is_none() && other.lengthens.is_none() => contradicts("classify_concern", other.id, one.id),
            _ => Ok(()),
        }
    }

    /// A longer time from the same moment, for cases that another rule covers too, never governs unless that is declared.
    fn never_governs(&self, rule: &'static classify_concern::Rule) -> Checked {
        let holds_as_long = |other: &classify_concern::Rule| {
            other.since.is_none_or(|since| rule.since.is_some_and(|own| since <= own))
                && other.until.is_none_or(|until| rule.until.is_some_and(|own| own <= until))
        };
        let covers = |other: &&classify_concern::Rule| {
            holds_as_long(other)
                && other.unless.is_empty()
                && other.when.iter().all(|fact| rule.when.contains(fact))
                && !rule.instead_of.contains(&other.id)
        };
        let is_shorter = |other: &&classify_concern::Rule| other.from == rule.from && other.hold.is_some() && rule.hold > other.hold;
        let beneath = || self.beneath.iter().flat_map(|pack| pack.classify_concern);
        let narrows = |other: &&classify_concern::Rule| rule.when.len() > other.when.len() && rule.lengthens != Some(other.id);
        if let Some(other) = self.timing_rules().into_iter().filter(narrows).filter(covers).find(is_shorter) {
            return refuse(
                &["classify_concern", shown_id(rule.id), "lengthens"],
                &format!("expected lengthens = \"{}\": a longer time never governs unless that is declared", shown_id(other.id)),
            );
        }
        match beneath().filter(|other| other.when.len() == rule.when.len()).filter(covers).find(is_shorter) {
            Some(other) => refuse(
                &["classify_concern", shown_id(rule.id), "hold"],
                &format!("expected a time no longer than that of {}, or to stand in its place: the shorter governs", shown_id(other.id)),
            ),
            None => Ok(()),
        }
    }

    fn people(&self) -> Checked {
        for rule in self.pack.list_attendees {
            let (table, id) = ("list_attendees", shown_id(rule.id));
            let refuse_at = |field: &str, expected: &str| refuse(&[table, id, field], expected);
            if rule.meeting.is_empty() {
                return refuse_at("meeting", "expected the meetings that this rule speaks of");
            }
            let lists =
                [("required", rule.required), ("expected", rule.expected), ("optional", rule.optional), ("excluded", rule.excluded)];
            for (field, members) in lists {
                for member in members {
                    self.member(&[table, id, field], member)?;
                }
            }
            if let Some(member) = rule
                .required
                .iter()
                .find(|member| rule.excluded.iter().any(|out| out.what == member.what && out.condition == member.condition))
            {
                let place = [table, id, "excluded", shown_id(member.what)];
                return refuse(&place, "expected nobody to be required and excluded at once");
            }
        }
        let contradiction = |(one, other): &(&list_attendees::Rule, &list_attendees::Rule)| {
            let requires_whom_it_excludes = |one: &list_attendees::Rule, other: &list_attendees::Rule| {
                one.required.iter().any(|member| other.excluded.contains(member))
            };
            let same_meeting = one.meeting.iter().any(|meeting| other.meeting.contains(meeting)) && one.part == other.part;
            same_meeting && same_case(*one, *other) && (requires_whom_it_excludes(one, other) || requires_whom_it_excludes(other, one))
        };
        match pairs(self.pack.list_attendees).find(contradiction) {
            Some((one, other)) => contradicts("list_attendees", other.id, one.id),
            None => Ok(()),
        }
    }

    fn member(&self, place: &[&str; 3], member: &Conditional) -> Checked {
        let [table, id, field] = *place;
        if Agency::new(member.what).is_none_or(|agency| agency.id() != member.what) {
            let expected = "expected an agency in kebab-case, with \"when FACT\" or \"unless FACT\" after it if need be";
            return refuse(&[table, id, field, shown(member.what)], expected);
        }
        member.fact().map_or(Ok(()), |fact| self.known_fact(&[table, id, field, shown(fact)], fact))
    }

    fn meetings(&self) -> Checked {
        use choose_meeting::Part;
        for rule in self.pack.choose_meeting {
            let (table, id) = ("choose_meeting", shown_id(rule.id));
            let refuse_at = |field: &str, expected: &str| refuse(&[table, id, field], expected);
            let conditional = !rule.when.is_empty() || !rule.unless.is_empty();
            match rule.part {
                Part::CallsFor if rule.route.is_none() => return refuse_at("route", "expected where it leads"),
                Part::CallsFor => {}
                _ if rule.meeting.is_empty() => return refuse_at("meeting", "expected the meetings that this rule speaks of"),
                Part::Cohort | Part::Criterion | Part::Precondition if !conditional => {
                    return refuse_at("when", "expected the facts that this rule asks for");
                }
                _ => {}
            }
        }
        let same = |one: &choose_meeting::Rule, other: &choose_meeting::Rule| {
            one.meeting == other.meeting && one.part == other.part && one.presumed == other.presumed
        };
        for (one, other) in pairs(self.pack.choose_meeting).filter(|(one, other)| same_case(*one, *other)) {
            let leads = |rule: &choose_meeting::Rule| matches!(rule.part, Part::CallsFor | Part::RulesOut | Part::Otherwise);
            if same(one, other) && one.part == Part::CallsFor && one.route == other.route {
                return shadowed("choose_meeting", other.id, one.id);
            }
            if same(one, other) && leads(one) && one.route.is_some() && other.route.is_some() && one.route != other.route {
                return contradicts("choose_meeting", other.id, one.id);
            }
            let calls_and_rules_out = |one: &choose_meeting::Rule, other: &choose_meeting::Rule| {
                let out = other.part == Part::RulesOut && one.part == Part::CallsFor;
                out && one
                    .route
                    .is_some_and(|route| other.meeting.iter().any(|meeting| choose_meeting::Route::of_meeting(*meeting) == route))
            };
            if calls_and_rules_out(one, other) || calls_and_rules_out(other, one) {
                return contradicts("choose_meeting", other.id, one.id);
            }
        }
        Ok(())
    }

    fn deadlines(&self) -> Checked {
        for rule in self.pack.list_deadlines {
            let (table, id) = ("list_deadlines", shown_id(rule.id));
            let refuse_at = |field: &str, expected: &str| refuse(&[table, id, field], expected);
            if !is_kebab(rule.duty) {
                return refuse_at("duty", "expected the duty's name in kebab-case");
            }
            if rule.from.is_none() && rule.within.is_some_and(|limit| limit != Limit::AsSoonAsPracticable) {
                return refuse_at("from", "expected the moment from which the time counts");
            }
            for (field, fact) in
                rule.from.iter().map(|fact| ("from", fact)).chain(rule.never_after.iter().map(|fact| ("never_after", fact)))
            {
                self.moment(&[table, id, field], fact)?;
            }
            match (rule.shortest, rule.within, rule.shortest_for) {
                (None, _, None) => {}
                (Some(_), Some(_), Some(fact)) => self.known_fact(&[table, id, "shortest_for"], fact)?,
                (Some(_), None, _) => return refuse_at("within", "expected the longest time beside the shortest"),
                (Some(_), Some(_), None) => return refuse_at("shortest_for", "expected the fact that the shortest time is for"),
                (None, _, Some(_)) => return refuse_at("shortest", "expected the shortest time that is for this fact"),
            }
            for (field, members) in [("to", rule.to), ("not_to", rule.not_to)] {
                for member in members {
                    self.member(&[table, id, field], member)?;
                }
            }
            if rule.external && rule.document.is_none() {
                return refuse_at("external", "expected the name of the document that was not supplied");
            }
        }
        let two_times = |(one, other): &(&list_deadlines::Rule, &list_deadlines::Rule)| {
            let timed = one.within.is_some() && other.within.is_some() && one.within != other.within;
            timed && one.duty == other.duty && one.meeting == other.meeting && one.from == other.from && same_case(*one, *other)
        };
        match pairs(self.pack.list_deadlines).find(two_times) {
            Some((one, other)) => contradicts("list_deadlines", other.id, one.id),
            None => Ok(()),
        }
    }

    fn checklists(&self) -> Checked {
        for rule in self.pack.make_checklist {
            let (table, id) = ("make_checklist", shown_id(rule.id));
            let refuse_at = |field: &str, expected: &str| refuse(&[table, id, field], expected);
            if !is_kebab(rule.item) || self.pack.make_checklist.iter().any(|other| other.item == rule.item && other.id != rule.id) {
                return refuse_at("item", "expected a name in kebab-case that no other item has");
            }
            if rule.list.is_empty() || !rule.list.iter().all(|list| is_kebab(list)) {
                return refuse_at("list", "expected the lists it stands in, in kebab-case");
            }
            for fact in rule.met_by {
                self.known_fact(&[table, id, "met_by", shown(fact)], fact)?;
            }
            if !matches!(rule.minutes_each, [] | [_, _]) || rule.minutes_each.first() > rule.minutes_each.last() {
                return refuse_at("minutes_each", "expected the fewest and the most minutes for each child");
            }
            if rule.external && rule.document.is_none() {
                return refuse_at("external", "expected the name of the document that was not supplied");
            }
        }
        Ok(())
    }

    fn ladders(&self) -> Checked {
        for rule in self.pack.resolve_disagreement {
            let (table, id) = ("resolve_disagreement", shown_id(rule.id));
            let refuse_at = |field: &str, expected: &str| refuse(&[table, id, field], expected);
            for (field, name) in [("ladder", rule.ladder), ("action", rule.action)] {
                if !is_kebab(name) {
                    return refuse_at(field, "expected a name in kebab-case");
                }
            }
            if !(1..=MOST_COUNTED).contains(&rule.step) {
                return refuse_at("step", "expected the number of a step, from 1");
            }
            for fact in rule.needs {
                self.known_fact(&[table, id, "needs", shown(fact)], fact)?;
            }
            if rule.external && rule.document.is_none() {
                return refuse_at("external", "expected the name of the document that was not supplied");
            }
        }
        Ok(())
    }

    fn records(&self) -> Checked {
        for rule in self.pack.record_consent_basis {
            for (list, fields) in [("requires", rule.requires), ("recommends", rule.recommends)] {
                for field in fields {
                    for name in iter::once(field.what).chain(field.fact()) {
                        recorded(&["record_consent_basis", shown_id(rule.id), list, shown(name)], name)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn figures(&self) -> Checked {
        let has_duty = |pack: &Pack, duty: &str| pack.list_deadlines.iter().any(|rule| rule.duty == duty);
        let is_known = |duty: &str| has_duty(self.pack, duty) || self.beneath.iter().any(|pack| has_duty(pack, duty));
        for rule in self.pack.report_quarter {
            let timed = rule.measures == report_quarter::Measure::DutyInTime;
            if timed != rule.duty.is_some() || rule.duty.is_some_and(|duty| !is_known(duty)) {
                let expected = "expected the name of a duty where a duty is measured, and none elsewhere";
                return refuse(&["report_quarter", shown_id(rule.id), "duty"], expected);
            }
        }
        Ok(())
    }

    /// A rule that stands in the place of another is no weaker, unless it says why.
    fn replacements(&self) -> Checked {
        for (table, rule) in self.pack.rules() {
            let id = shown_id(rule.id());
            let refuse_at = |field: &str, expected: &str| refuse(&[table, id, field], expected);
            if rule.instead_of().is_empty() && rule.weaker_because().is_some() {
                return refuse_at("weaker_because", "expected the rules in whose place it stands");
            }
            for id in rule.instead_of() {
                let beneath = self.beneath.iter().flat_map(|pack| pack.rules()).find(|(of, replaced)| *of == table && replaced.id() == *id);
                let Some((_, replaced)) = beneath else {
                    return refuse_at("instead_of", "expected the id of a rule of the same table in a pack beneath");
                };
                let reasoned = rule.weaker_because().is_some_and(|reason| !reason.trim().is_empty());
                if !reasoned && let Some(weakness) = self.weakness(table, rule, replaced) {
                    return refuse_at("weaker_because", &format!("expected why: {weakness} than in {}", shown_id(id)));
                }
            }
        }
        Ok(())
    }

    fn weakness(&self, table: &str, rule: &dyn Cites, replaced: &dyn Cites) -> Option<&'static str> {
        let rank = |force: Force| force as usize;
        let same_facts = rule.when().iter().all(|fact| replaced.when().contains(fact))
            && rule.unless().iter().all(|fact| replaced.unless().contains(fact));
        if rank(rule.force()) > rank(replaced.force()) {
            return Some("its force is weaker");
        }
        if !same_facts {
            return Some("it holds in fewer cases");
        }
        let ids = (rule.id(), replaced.id());
        match table {
            "classify_concern" => self.weaker(ids, |pack| pack.classify_concern, |by, replaced| self.slower(by, replaced)),
            "list_attendees" => self.weaker(ids, |pack| pack.list_attendees, fewer_attend),
            "choose_meeting" => self.weaker(ids, |pack| pack.choose_meeting, protects_less),
            "list_deadlines" => self.weaker(ids, |pack| pack.list_deadlines, owes_less),
            "make_checklist" => self.weaker(ids, |pack| pack.make_checklist, |by, replaced| fewer_meetings(by.meeting, replaced.meeting)),
            _ => None,
        }
    }

    /// Compares a rule of this pack with the one beneath that it replaces, in the words of their table.
    fn weaker<R: Cites>(
        &self,
        (by, replaced): (&str, &str),
        table: fn(&Pack) -> &'static [R],
        compare: impl Fn(&R, &R) -> Option<&'static str>,
    ) -> Option<&'static str> {
        let by = table(self.pack).iter().find(|rule| rule.id() == by)?;
        let replaced = self.beneath.iter().flat_map(|pack| table(pack)).find(|rule| rule.id() == replaced)?;
        compare(by, replaced)
    }

    fn slower(&self, by: &classify_concern::Rule, replaced: &classify_concern::Rule) -> Option<&'static str> {
        let time = |rule: &classify_concern::Rule| {
            let of = rule.applies.unwrap_or(rule.id);
            let timed = self.timing_rules().into_iter().find(|other| other.id == of)?;
            Some((timed.hold?, timed.from?))
        };
        let ((hold, from), (replaced_hold, replaced_from)) = time(by).zip(time(replaced))?;
        if from != replaced_from {
            return Some("it counts from another moment");
        }
        (hold > replaced_hold).then_some("its time is longer")
    }
}

fn fewer_meetings(by: &[MeetingType], replaced: &[MeetingType]) -> Option<&'static str> {
    let all = by.is_empty() || (!replaced.is_empty() && replaced.iter().all(|meeting| by.contains(meeting)));
    (!all).then_some("it speaks of fewer meetings")
}

fn keeps<T: PartialEq>(kept: &[T], all: &[T]) -> bool {
    all.iter().all(|one| kept.contains(one))
}

fn fewer_attend(by: &list_attendees::Rule, replaced: &list_attendees::Rule) -> Option<&'static str> {
    let counted = |rule: &list_attendees::Rule| rule.present.contains(&Attendance::WrittenReturnOnly);
    let drops = !keeps(by.required, replaced.required) || !keeps(by.expected, replaced.expected) || !keeps(replaced.excluded, by.excluded);
    let counts_less = (replaced.minimum && !by.minimum) || (counted(by) && !counted(replaced));
    if drops || counts_less { Some("fewer people are asked for") } else { fewer_meetings(by.meeting, replaced.meeting) }
}

fn protects_less(by: &choose_meeting::Rule, replaced: &choose_meeting::Rule) -> Option<&'static str> {
    let less = match (by.route, replaced.route) {
        (Some(by), Some(replaced)) => by as usize > replaced as usize,
        (None, Some(_)) => true,
        _ => false,
    };
    if less { Some("its route protects less") } else { fewer_meetings(by.meeting, replaced.meeting) }
}

fn owes_less(by: &list_deadlines::Rule, replaced: &list_deadlines::Rule) -> Option<&'static str> {
    let longer = match (by.within, replaced.within) {
        (Some(by), Some(replaced)) => by.hours_at_most() > replaced.hours_at_most(),
        (None, Some(_)) => true,
        _ => false,
    };
    let has_another_start = by.from != replaced.from && replaced.from.is_some();
    if longer || !keeps(by.never_after, replaced.never_after) {
        Some("its time is longer")
    } else if has_another_start {
        Some("it counts from another moment")
    } else if by.duty != replaced.duty {
        Some("its duty is another")
    } else if !keeps(by.to, replaced.to) || !keeps(replaced.not_to, by.not_to) {
        Some("it goes to fewer people")
    } else {
        fewer_meetings(by.meeting, replaced.meeting)
    }
}

fn recorded(place: &[&str], field: &str) -> Checked {
    if is_recorded(field) { Ok(()) } else { refuse(place, "expected a field of the record, such as purpose or family_informed") }
}

fn shadowed(table: &str, id: &str, by: &str) -> Checked {
    refuse(&[table, shown_id(id)], &format!("expected a rule that says more than {}, which holds in the same cases", shown_id(by)))
}

fn contradicts(table: &str, id: &str, other: &str) -> Checked {
    refuse(&[table, shown_id(id)], &format!("expected no contradiction: {} says otherwise for the same cases", shown_id(other)))
}

/// An id as it may be shown in a message.
pub fn shown_id(id: &str) -> &str {
    let plain = id.len() <= 60 && !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '.'));
    if plain { id } else { "…" }
}
