//! Refuses a doubtful pack: each doubt has its place in the object and says what was expected.
//!
//! A pack may use the facts of the packs it stands on, and may replace their rules by naming them. What it may not do is
//! lengthen a time, drop somebody or weaken a duty without declaring it.

use std::collections::BTreeSet;

use crate::decide::{choose_meeting, classify_concern, list_attendees, list_deadlines};
use crate::facts::shown;
use crate::pack::{Fact, Pack};
use crate::words::agency::Agency;
use crate::words::citation::{Cites, Force};
use crate::words::conditional::Conditional;
use crate::words::limit::Limit;
use crate::words::meeting::Attendance;
use crate::words::refusal::Refusal;
use crate::words::timescale::Timescale;
use crate::words::{and_list, kebab};

/// Operative words are cited, never a whole sentence.
const MOST_WORDS: usize = 12;

/// More than any document needs, and little enough to be checked at once.
const MOST_RULES: usize = 2_000;

/// A fact made of facts made of facts, and no deeper.
const DEEPEST_FACT: usize = 4;

type Checked = Result<(), Refusal>;

fn refuse(place: impl Into<String>, expected: impl Into<String>) -> Checked {
    Err(Refusal::new("bad-pack", place, expected))
}

/// Checks a pack against itself and the packs it stands on.
///
/// # Errors
/// A [`Refusal`] with the place in the object and the reason.
pub fn check(pack: &Pack, beneath: &[&Pack]) -> Checked {
    let audit = Audit { pack, beneath };
    audit.document()?;
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
    audit.replacements()
}

struct Audit<'p> {
    pack: &'p Pack,
    beneath: &'p [&'p Pack],
}

/// Two rules of one table that hold in the same cases.
fn same_case(one: &dyn Cites, other: &dyn Cites) -> bool {
    let set = |facts: &'static [&'static str]| facts.iter().copied().collect::<BTreeSet<_>>();
    let overlap = one.since().is_none_or(|since| other.until().is_none_or(|until| since <= until))
        && other.since().is_none_or(|since| one.until().is_none_or(|until| since <= until));
    set(one.when()) == set(other.when()) && set(one.unless()) == set(other.unless()) && overlap
}

/// Every pair of a table, the earlier first.
fn pairs<R>(rules: &'static [R]) -> impl Iterator<Item = (&'static R, &'static R)> {
    rules.iter().enumerate().flat_map(|(place, rule)| rules.iter().take(place).map(move |earlier| (earlier, rule)))
}

fn is_kebab(name: &str) -> bool {
    !name.is_empty() && name.len() <= 60 && kebab(name) == name && name.chars().all(|c| c.is_ascii_alphanumeric() || "-/.".contains(c))
}

impl Audit<'_> {
    fn document(&self) -> Checked {
        let document = &self.pack.document;
        if !is_kebab(document.id) {
            return refuse("document.id", "expected a name in kebab-case");
        }
        if document.title.trim().is_empty() || document.version.trim().is_empty() {
            return refuse("document.title", "expected a title and a version");
        }
        if document.since.zip(document.until).is_some_and(|(since, until)| until < since) {
            return refuse("document.until", "expected a day that is not before the first");
        }
        if document.area.is_some() != document.area_label.is_some() {
            return refuse("document.area_label", "expected an area with its name, or neither");
        }
        match document.stands_on.iter().position(|id| *id == document.id || !self.beneath.iter().any(|pack| pack.document.id == *id)) {
            Some(place) => refuse(format!("document.stands_on[{place}]"), "expected the id of another pack that is there already"),
            None => Ok(()),
        }
    }

    fn citations(&self) -> Checked {
        let rules = self.pack.rules();
        if rules.len() > MOST_RULES {
            return refuse("", format!("expected at most {MOST_RULES} rules"));
        }
        let mut seen = BTreeSet::new();
        for (table, rule) in rules {
            let place = |field: &str| format!("{table}.{}.{field}", shown_id(rule.id()));
            if rule.id().is_empty() || rule.id().len() > 60 || rule.id().contains(char::is_whitespace) {
                return refuse(place("id"), "expected an id without spaces, of at most 60 characters");
            }
            if !seen.insert((table, rule.id())) {
                return refuse(place("id"), "expected each rule's id once in a table");
            }
            if rule.at().trim().is_empty() {
                return refuse(place("at"), "expected the place in the document");
            }
            if rule.says().trim().is_empty() {
                return refuse(place("says"), "expected a sentence of your own");
            }
            if rule.words().trim().is_empty() || rule.words().split_whitespace().count() > MOST_WORDS {
                return refuse(place("words"), format!("expected operative words, at most {MOST_WORDS} words of the document"));
            }
        }
        Ok(())
    }

    fn fact(&self, name: &str) -> Option<&'static Fact> {
        self.pack.fact.get(name).or_else(|| self.beneath.iter().find_map(|pack| pack.fact.get(name)))
    }

    /// Refuses a fact that nobody declares, and a moment where yes or no is asked.
    fn known_fact(&self, place: String, name: &str) -> Checked {
        match self.fact(name) {
            None => {
                let declared: Vec<&str> = self.pack.fact.iter().map(|(name, _)| name).collect();
                let such_as = if declared.is_empty() { String::new() } else { format!(", such as {}", and_list(&declared)) };
                refuse(place, format!("expected a fact that this pack or one beneath it declares{such_as}"))
            }
            Some(fact) if fact.moment => refuse(place, "expected a fact that is yes or no, not a moment"),
            Some(_) => Ok(()),
        }
    }

    fn moment(&self, place: String, name: &str) -> Checked {
        if self.fact(name).is_some_and(|fact| fact.moment) { Ok(()) } else { refuse(place, "expected a declared fact that is a moment") }
    }

    fn conditions(&self) -> Checked {
        for (table, rule) in self.pack.rules() {
            let place = |field: &str| format!("{table}.{}.{field}", shown_id(rule.id()));
            let free = table == "record_consent_basis";
            for (field, facts) in [("when", rule.when()), ("unless", rule.unless())] {
                for fact in facts.iter().filter(|_| !free) {
                    self.known_fact(format!("{}.{}", place(field), shown(fact)), fact)?;
                }
            }
            if rule.when().iter().any(|fact| rule.unless().contains(fact)) {
                return refuse(place("unless"), "expected a rule that can be reached: what it needs keeps it away");
            }
            if self.excludes_itself(rule.when()) {
                return refuse(place("when"), "expected a rule that can be reached: one fact cannot have two of these words");
            }
            if rule.since().zip(rule.until()).is_some_and(|(since, until)| until < since) {
                return refuse(place("until"), "expected a rule that can be reached: a last day that is not before the first");
            }
        }
        Ok(())
    }

    /// Do two of these facts ask for different words at one path that holds a single word?
    fn excludes_itself(&self, when: &'static [&'static str]) -> bool {
        let single = |name: &str| {
            self.fact(name).filter(|fact| !fact.is.is_empty() && !fact.one_of.is_empty()).map(|fact| (fact.path_of(name), fact))
        };
        let words: Vec<(String, &Fact)> = when.iter().filter_map(|name| single(name)).collect();
        words.iter().enumerate().any(|(place, (path, fact))| {
            words.iter().take(place).any(|(other_path, other)| path == other_path && !fact.is.iter().any(|word| other.is.contains(word)))
        })
    }

    fn facts(&self) -> Checked {
        for (name, fact) in self.pack.fact.iter() {
            let place = |field: &str| format!("fact.{}.{field}", shown(name));
            if fact.asks.trim().is_empty() {
                return refuse(place("asks"), "expected the question, as a practitioner is asked it");
            }
            let kinds = [!fact.is.is_empty(), fact.more_than.is_some(), fact.filled, fact.moment, !fact.is_asked()];
            let derived = [fact.all_of, fact.any_of, fact.known_from].iter().filter(|parts| !parts.is_empty()).count();
            if kinds.iter().filter(|kind| **kind).count() > 1 || derived > 1 {
                return refuse(
                    place("is"),
                    "expected one kind of fact: yes or no, words, a count, a text, a moment, or facts it is made of",
                );
            }
            if !fact.one_of.is_empty() && !fact.is.iter().all(|word| fact.one_of.contains(word)) {
                return refuse(place("is"), "expected words that stand in one_of");
            }
            for part in fact.parts() {
                self.known_fact(format!("{}.{}", place("all_of"), shown(part)), part)?;
            }
            if self.depth(name, DEEPEST_FACT).is_none() {
                return refuse(place("all_of"), "expected a fact that is not made of itself, nor of facts too deep to follow");
            }
        }
        let used = self.used_facts();
        match self.pack.fact.iter().find(|(name, _)| !used.contains(name)) {
            Some((name, _)) => refuse(format!("fact.{}", shown(name)), "expected a fact that some rule uses"),
            None => Ok(()),
        }
    }

    fn depth(&self, name: &str, left: usize) -> Option<usize> {
        let parts = self.fact(name).map_or(&[][..], Fact::parts);
        parts.iter().try_fold(0, |deepest, part| Some(self.depth(part, left.checked_sub(1)?)?.max(deepest)))
    }

    /// Every fact that anything of this pack speaks of, and the facts those are made of.
    fn used_facts(&self) -> BTreeSet<&'static str> {
        let pack = self.pack;
        let mut used: Vec<&'static str> =
            pack.rules().iter().flat_map(|(_, rule)| rule.when().iter().chain(rule.unless())).copied().collect();
        used.extend(pack.facts_of_members());
        used.extend(pack.concern_type.iter().flat_map(|(_, kind)| kind.makes.iter().chain(kind.asks)).copied());
        used.extend(
            pack.caution.iter().flat_map(|caution| caution.when.iter().chain(caution.when_no).chain(caution.when_unknown)).copied(),
        );
        let mut next = 0;
        while let Some(name) = used.get(next).copied() {
            let parts = self.fact(name).map_or(&[][..], Fact::parts);
            used.extend(parts.iter().filter(|part| !used.contains(part)).collect::<Vec<_>>());
            next += 1;
        }
        used.into_iter().collect()
    }

    fn concern_types(&self) -> Checked {
        let lengthening: BTreeSet<&str> =
            self.timing_rules().filter(|rule| rule.lengthens.is_some()).flat_map(|rule| rule.when.iter().copied()).collect();
        for (id, kind) in self.pack.concern_type.iter() {
            for fact in kind.makes.iter().chain(kind.asks) {
                self.known_fact(format!("concern_type.{}.{}", shown_id(id), shown(fact)), fact)?;
            }
            if kind.makes.iter().any(|fact| lengthening.contains(fact)) {
                let expected = "expected a type never to make true what lengthens a time: let it ask";
                return refuse(format!("concern_type.{}.makes", shown_id(id)), expected);
            }
        }
        Ok(())
    }

    fn cautions(&self) -> Checked {
        for (index, caution) in self.pack.caution.iter().enumerate() {
            let place = |field: &str| format!("caution[{index}].{field}");
            if !is_kebab(caution.code) {
                return refuse(place("code"), "expected a code in kebab-case");
            }
            if caution.text.trim().is_empty() {
                return refuse(place("text"), "expected a sentence");
            }
            for (field, facts) in [("when", caution.when), ("when_no", caution.when_no), ("when_unknown", caution.when_unknown)] {
                for fact in facts {
                    self.known_fact(format!("{}.{}", place(field), shown(fact)), fact)?;
                }
            }
            if caution.governs.iter().any(|id| !self.timing_rules().any(|rule| rule.id == *id)) {
                return refuse(place("governs"), "expected ids of timing rules");
            }
        }
        Ok(())
    }

    /// The timing rules of this pack and of those beneath it.
    fn timing_rules(&self) -> impl Iterator<Item = &'static classify_concern::Rule> {
        self.pack.classify_concern.iter().chain(self.beneath.iter().flat_map(|pack| pack.classify_concern))
    }

    fn timing(&self) -> Checked {
        for rule in self.pack.classify_concern {
            let place = |field: &str| format!("classify_concern.{}.{field}", shown_id(rule.id));
            let known = |id: &str| self.timing_rules().any(|other| other.id == id && other.hold.is_some());
            match (&rule.hold, &rule.applies) {
                (Some(_), None) if rule.from.is_none() => return refuse(place("from"), "expected the moment from which the time counts"),
                (Some(_), None) => {}
                (None, Some(target)) if known(target) => {}
                (None, Some(_)) => return refuse(place("applies"), "expected the id of a timing rule that sets a time"),
                _ => return refuse(place("hold"), "expected either a time of its own, or the rule whose time applies"),
            }
            if rule.lengthens.is_some_and(|target| !known(target)) {
                return refuse(place("lengthens"), "expected the id of a timing rule that sets a time");
            }
            if rule.lengthens.is_some() && rule.when.is_empty() {
                return refuse(place("lengthens"), "expected a rule that lengthens only on a yes to some fact");
            }
            self.never_governs(rule)?;
        }
        match pairs(self.pack.classify_concern)
            .find(|(one, other)| same_case(*one, *other) && one.from == other.from && one.applies == other.applies)
        {
            Some((one, other)) if one.hold == other.hold => shadowed("classify_concern", other.id, one.id),
            Some((one, other)) if one.lengthens.is_none() && other.lengthens.is_none() => contradicts("classify_concern", other.id, one.id),
            _ => Ok(()),
        }
    }

    /// A longer time from the same moment, under conditions that only narrow another rule's, never governs unless it is declared.
    fn never_governs(&self, rule: &'static classify_concern::Rule) -> Checked {
        let lengthens = |other: &&classify_concern::Rule| {
            let narrower =
                other.when.iter().all(|fact| rule.when.contains(fact)) && rule.when.len() > other.when.len() && other.unless.is_empty();
            narrower && other.from == rule.from && rule.hold > other.hold && other.hold.is_some() && rule.lengthens != Some(other.id)
        };
        match self.timing_rules().find(lengthens) {
            Some(other) => refuse(
                format!("classify_concern.{}.lengthens", shown_id(rule.id)),
                format!("expected lengthens = \"{}\": a longer time never governs unless that is declared", shown_id(other.id)),
            ),
            None => Ok(()),
        }
    }

    fn people(&self) -> Checked {
        for rule in self.pack.list_attendees {
            let place = |field: &str| format!("list_attendees.{}.{field}", shown_id(rule.id));
            if rule.meeting.is_empty() {
                return refuse(place("meeting"), "expected the meetings that this rule speaks of");
            }
            for member in rule.members() {
                self.member(place("required"), member)?;
            }
            if let Some(member) = rule
                .required
                .iter()
                .find(|member| rule.excluded.iter().any(|out| out.what == member.what && out.condition == member.condition))
            {
                return refuse(
                    format!("{}.{}", place("excluded"), shown_id(member.what)),
                    "expected nobody to be required and excluded at once",
                );
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

    fn member(&self, place: String, member: &Conditional) -> Checked {
        if Agency::new(member.what).is_none_or(|agency| agency.id() != member.what) {
            let expected = "expected an agency in kebab-case, with \"when FACT\" or \"unless FACT\" after it if need be";
            return refuse(format!("{place}.{}", shown(member.what)), expected);
        }
        member.fact().map_or(Ok(()), |fact| self.known_fact(format!("{place}.{}", shown(fact)), fact))
    }

    fn meetings(&self) -> Checked {
        use choose_meeting::Part;
        for rule in self.pack.choose_meeting {
            let place = |field: &str| format!("choose_meeting.{}.{field}", shown_id(rule.id));
            let conditional = !rule.when.is_empty() || !rule.unless.is_empty();
            match rule.part {
                Part::CallsFor if rule.route.is_none() => return refuse(place("route"), "expected where it leads"),
                Part::CallsFor => {}
                _ if rule.meeting.is_empty() => return refuse(place("meeting"), "expected the meetings that this rule speaks of"),
                Part::Cohort | Part::Criterion | Part::Precondition if !conditional => {
                    return refuse(place("when"), "expected the facts that this rule asks for");
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
            let place = |field: &str| format!("list_deadlines.{}.{field}", shown_id(rule.id));
            if !is_kebab(rule.duty) {
                return refuse(place("duty"), "expected the duty's name in kebab-case");
            }
            if rule.from.is_none() && rule.within.is_some_and(|limit| limit != Limit::AsSoonAsPracticable) {
                return refuse(place("from"), "expected the moment from which the time counts");
            }
            for (field, fact) in
                rule.from.iter().map(|fact| ("from", fact)).chain(rule.never_after.iter().map(|fact| ("never_after", fact)))
            {
                self.moment(place(field), fact)?;
            }
            match (rule.shortest, rule.within, rule.shortest_for) {
                (None, _, None) => {}
                (Some(_), Some(_), Some(fact)) => self.known_fact(place("shortest_for"), fact)?,
                _ => return refuse(place("shortest"), "expected a shortest time together with a longest and the fact that it is for"),
            }
            for member in rule.to.iter().chain(rule.not_to) {
                self.member(place("to"), member)?;
            }
            if rule.external && rule.document.is_none() {
                return refuse(place("external"), "expected the name of the document that was not supplied");
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
            let place = |field: &str| format!("make_checklist.{}.{field}", shown_id(rule.id));
            if !is_kebab(rule.item) || self.pack.make_checklist.iter().any(|other| other.item == rule.item && other.id != rule.id) {
                return refuse(place("item"), "expected a name in kebab-case that no other item has");
            }
            if rule.list.is_empty() || !rule.list.iter().all(|list| is_kebab(list)) {
                return refuse(place("list"), "expected the lists it stands in, in kebab-case");
            }
            for fact in rule.met_by {
                self.known_fact(format!("{}.{}", place("met_by"), shown(fact)), fact)?;
            }
            if !matches!(rule.minutes_each, [] | [_, _]) || rule.minutes_each.first() > rule.minutes_each.last() {
                return refuse(place("minutes_each"), "expected the fewest and the most minutes for each child");
            }
            if rule.external && rule.document.is_none() {
                return refuse(place("external"), "expected the name of the document that was not supplied");
            }
        }
        Ok(())
    }

    fn ladders(&self) -> Checked {
        for rule in self.pack.resolve_disagreement {
            let place = |field: &str| format!("resolve_disagreement.{}.{field}", shown_id(rule.id));
            if rule.step == 0 || !is_kebab(rule.ladder) || !is_kebab(rule.action) {
                return refuse(place("step"), "expected a ladder and an action in kebab-case, and a step from 1");
            }
            for fact in rule.needs {
                self.known_fact(format!("{}.{}", place("needs"), shown(fact)), fact)?;
            }
            if rule.external && rule.document.is_none() {
                return refuse(place("external"), "expected the name of the document that was not supplied");
            }
        }
        Ok(())
    }

    /// A rule that stands in the place of another is no weaker, unless it says why.
    fn replacements(&self) -> Checked {
        for (table, rule) in self.pack.rules() {
            let place = |field: &str| format!("{table}.{}.{field}", shown_id(rule.id()));
            if rule.instead_of().is_empty() && rule.weaker_because().is_some() {
                return refuse(place("weaker_because"), "expected the rules in whose place it stands");
            }
            for id in rule.instead_of() {
                let beneath = self.beneath.iter().flat_map(|pack| pack.rules()).find(|(of, replaced)| *of == table && replaced.id() == *id);
                let Some((_, replaced)) = beneath else {
                    return refuse(place("instead_of"), "expected the id of a rule of the same table in a pack beneath");
                };
                let reasoned = rule.weaker_because().is_some_and(|reason| !reason.trim().is_empty());
                if !reasoned && let Some(weakness) = self.weakness(rule, replaced) {
                    return refuse(place("weaker_because"), format!("expected why: {weakness} than in {}", shown_id(id)));
                }
            }
        }
        Ok(())
    }

    fn weakness(&self, rule: &dyn Cites, replaced: &dyn Cites) -> Option<&'static str> {
        let rank = |force: Force| force as usize;
        let same_facts = rule.when().iter().all(|fact| replaced.when().contains(fact))
            && rule.unless().iter().all(|fact| replaced.unless().contains(fact));
        if rank(rule.force()) > rank(replaced.force()) {
            return Some("its force is weaker");
        }
        if !same_facts {
            return Some("it holds in fewer cases");
        }
        self.longer_time(rule.id(), replaced.id()).or_else(|| self.fewer_people(rule.id(), replaced.id()))
    }

    fn longer_time(&self, by: &str, replaced: &str) -> Option<&'static str> {
        let hold = |id: &str| self.timing_rules().find(|rule| rule.id == id).and_then(|rule| rule.hold);
        let limits = || self.pack.list_deadlines.iter().chain(self.beneath.iter().flat_map(|pack| pack.list_deadlines));
        let within = |id: &str| limits().find(|rule| rule.id == id).and_then(|rule| rule.within);
        let longer_hold = hold(by).zip(hold(replaced)).is_some_and(|(by, replaced): (Timescale, Timescale)| by > replaced);
        let longer_limit = match (within(by), within(replaced)) {
            (Some(by), Some(replaced)) => by.hours_at_most() > replaced.hours_at_most(),
            (None, Some(_)) => true,
            _ => false,
        };
        (longer_hold || longer_limit).then_some("its time is longer")
    }

    fn fewer_people(&self, by: &str, replaced: &str) -> Option<&'static str> {
        let rules = || self.pack.list_attendees.iter().chain(self.beneath.iter().flat_map(|pack| pack.list_attendees));
        let (by, replaced) = (rules().find(|rule| rule.id == by)?, rules().find(|rule| rule.id == replaced)?);
        let keeps = |kept: &[Conditional], all: &[Conditional]| all.iter().all(|member| kept.contains(member));
        let counted = |rule: &list_attendees::Rule| rule.present.contains(&Attendance::WrittenReturnOnly);
        let weaker =
            !keeps(by.required, replaced.required) || !keeps(by.expected, replaced.expected) || (counted(by) && !counted(replaced));
        weaker.then_some("fewer people are asked for")
    }
}

fn shadowed(table: &str, id: &str, by: &str) -> Checked {
    refuse(
        format!("{table}.{}", shown_id(id)),
        format!("expected a rule that says more than {}, which holds in the same cases", shown_id(by)),
    )
}

fn contradicts(table: &str, id: &str, other: &str) -> Checked {
    refuse(format!("{table}.{}", shown_id(id)), format!("expected no contradiction: {} says otherwise for the same cases", shown_id(other)))
}

/// An id as it may be shown in a message.
fn shown_id(id: &str) -> &str {
    let plain = id.len() <= 60 && !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || "-_/.".contains(c));
    if plain { id } else { "…" }
}
