//! How a note says a field and what stands in it.

use std::borrow::Cow;
use std::sync::Arc;

use super::plain::{NAMED, before_others, behind, capitalised, is_alike, is_empty, is_head, says, spaced, uncapitalised};
use super::variables::stack_of;
use crate::engine::rulebook::Rulebook;
use crate::engine::stack::Stack;
use crate::text::catalogue::Catalogue;
use crate::text::labels::label_of;
use crate::text::sentences::{
    FIELD, FIELD_ASKED, NO, NONE, NOTE_SAID_ABOVE, OR, PROVISIONAL, SEE_RULE, WHY, WHY_IN_SHORT, WHY_UNQUOTED, WHY_WITH_FORCE, YES,
};
use crate::text::{Part, Said, listed};
use crate::value::json::Json;

/// Fields that say for programs what another says for people, or that are another form of the whole.
pub(super) const FOR_PROGRAMS: [&str; 8] = ["path", "code", "level", "canonical", "csv", "heading", "advice", "weekday"];

/// Fields that are told only where they are so: without a present moment nothing is known to be not overdue.
const NOTED_IF_SO: [&str; 5] = ["overdue", "external", "heldBack", "startOfWeek", "cutToMonthEnd"];

/// The words in which a note is written.
pub(super) struct Words<'c> {
    pub catalogue: &'c Catalogue,
    /// The packs that answer.
    pub stack: Option<Arc<Stack>>,
    /// The title of each document, and its short name.
    pub titles: Vec<(String, String)>,
}

impl<'c> Words<'c> {
    /// The words for a decision on these facts.
    pub(super) fn of(facts: &Json<'_>, decision: &Json<'_>, rulebook: &'c Rulebook) -> Self {
        let packs = decision.items_at("basis.packs");
        let titles =
            packs.iter().filter_map(|pack| Some((pack.at("title")?.as_text()?.to_owned(), pack.at("short")?.as_text()?.to_owned())));
        Words { catalogue: rulebook.catalogue(), stack: stack_of(facts, rulebook).ok(), titles: titles.collect() }
    }
}

impl Words<'_> {
    pub(super) fn say(&self, said: &Said) -> String {
        said.in_words_of(self.catalogue)
    }

    pub(super) fn label(&self, field: &str) -> String {
        self.say(&label_of(field))
    }

    /// A field and what stands in it: "Aim for: Wednesday 4 March 2026". None where nothing does.
    pub(super) fn field(&self, name: &str, node: &Json<'_>) -> Option<String> {
        if (name, node) == ("provisional", &Json::Bool(true)) {
            return Some(self.say(&PROVISIONAL.said()));
        }
        let is_told = !FOR_PROGRAMS.contains(&name) && !is_empty(node);
        // What has a number in an answer is a rule; what has another has been given it by whoever asks.
        let name_of = if name == "id" && node.as_text().is_some_and(|id| self.is_a_rule(id)) { "rule" } else { name };
        is_told.then(|| self.named(&self.label(name_of), &self.value(name, node)))
    }

    fn is_a_rule(&self, id: &str) -> bool {
        self.stack.iter().flat_map(|stack| &stack.packs).any(|pack| pack.every_rule().any(|rule| *rule.cite().id == *id))
    }

    /// A name and what it names.
    pub(super) fn named(&self, name: &str, value: &str) -> String {
        let name = name.trim_end_matches('.');
        match name.ends_with('?') {
            true => self.say(&FIELD_ASKED.with([("label", name.into()), ("value", capitalised(value).into())])),
            false => self.say(&FIELD.with([("label", name.into()), ("value", value.into())])),
        }
    }

    /// What stands in a field.
    pub(super) fn value(&self, field: &str, node: &Json<'_>) -> String {
        match node {
            Json::Bool(true) => self.say(&YES.said()),
            Json::Bool(false) => self.say(&NO.said()),
            // People count from one.
            Json::Number(Some(count)) if field == "index" => (count + 1).to_string(),
            Json::Number(Some(count)) => count.to_string(),
            Json::Null | Json::Number(None) => self.say(&NONE.said()),
            Json::Text(text) => self.text(field, text).unwrap_or_else(|| spaced(text)),
            Json::List(items) => self.list(field, items),
            Json::Object(entries) => self.figure(entries).unwrap_or_else(|| self.in_one_line(entries)),
        }
    }

    /// A number that is kept back where it is small, in the place of the two fields that say so.
    fn figure(&self, entries: &[(Cow<'_, str>, Json<'_>)]) -> Option<String> {
        let (name, suppressed) = entries.iter().find(|(name, _)| name == "suppressed")?;
        match suppressed {
            Json::Bool(true) => Some(uncapitalised(&self.label(name))),
            _ => entries.iter().find(|(name, _)| name == "number").map(|(name, number)| self.value(name, number)),
        }
    }

    fn list(&self, field: &str, items: &[Json<'_>]) -> String {
        let values: Vec<String> = items.iter().map(|item| self.value(field, item)).collect();
        if let ("labels", [first, second]) = (field, &*values) {
            // Of the roles that may chair, one does.
            return self.say(&OR.with([("first", first.as_str().into()), ("last", second.as_str().into())]));
        }
        if values.iter().any(|value| value.ends_with('?')) {
            return values.join(if values.iter().all(|value| value.ends_with('?')) { " " } else { "; " });
        }
        match listed(values.into_iter().map(Part::from)) {
            Part::Text(text) => text,
            Part::Said(said) => self.say(&said),
        }
    }

    /// The fields of an object beside one another.
    pub(super) fn in_one_line(&self, entries: &[(Cow<'_, str>, Json<'_>)]) -> String {
        let told = self.told_for_people(entries);
        let head = told.first().filter(|(name, _)| is_head(name)).map(|(name, node)| self.value(name, node));
        let rest = self.fields(&told[usize::from(head.is_some())..]).into_iter();
        let rest = rest.enumerate().map(|(place, field)| if place == 0 && head.is_none() { field } else { uncapitalised(&field) });
        let fields: Vec<String> = head.iter().cloned().chain(rest).collect();
        fields.iter().map(|field| field.trim_end_matches('.')).collect::<Vec<_>>().join("; ")
    }

    /// Each field with what stands in it; two beside each other in which the same stands are one.
    fn fields(&self, told: &[(&str, &Json<'_>)]) -> Vec<String> {
        let (mut fields, mut names) = (Vec::new(), String::new());
        for (place, (name, node)) in told.iter().enumerate() {
            if is_alike(told, place) {
                names.push_str(&before_others(&self.label(name)));
                continue;
            }
            fields.extend(self.field(name, node).map(|field| behind(&std::mem::take(&mut names), field)));
        }
        fields
    }

    /// The fields that are told: without those for programs and those whose name stands beside them, the heads first.
    pub(super) fn told_for_people<'e, 't>(&self, entries: &'e [(Cow<'t, str>, Json<'t>)]) -> Vec<(&'e str, &'e Json<'t>)> {
        let given = |name: &str| entries.iter().any(|(other, node)| other == name && !is_empty(node));
        let has_name = |name: &str| NAMED.iter().any(|(label, named)| *named == name && given(label));
        let told = entries.iter().map(|(name, node)| (&**name, node));
        let says_nothing = |name: &str, node: &Json<'_>| NOTED_IF_SO.contains(&name) && *node == Json::Bool(false);
        let told =
            told.filter(|(name, node)| !FOR_PROGRAMS.contains(name) && !is_empty(node) && !has_name(name) && !says_nothing(name, node));
        let (heads, others): (Vec<_>, Vec<_>) = told.partition(|(name, _)| is_head(name));
        [heads, others].concat()
    }

    /// A rule as an answer cites it, with where it stands and in which words; none where this is no such thing.
    pub(super) fn cited(&self, rule: &Json<'_>) -> Option<String> {
        let text = |name: &str| rule.at(name).and_then(Json::as_text);
        let (words, force) = (text("words")?, text("force")?);
        let places = [
            ("sentence", text("sentence")?.into()),
            ("document", self.short(text("document")?).into()),
            ("place", text("place")?.into()),
            ("words", words.into()),
            ("id", text("id")?.into()),
            ("force", self.value("force", &Json::text(force)).into()),
        ];
        let sentence = if words.is_empty() {
            WHY_UNQUOTED
        } else if says(words, force) {
            WHY
        } else {
            WHY_WITH_FORCE
        };
        Some(self.say(&sentence.with(places)))
    }

    /// Only where a rule stands and in which words: its sentence stands elsewhere.
    fn place_of(&self, rule: &Json<'_>) -> Option<String> {
        let text = |name: &str| rule.at(name).and_then(Json::as_text);
        let bare = self.cited(rule)?;
        Some(bare.strip_prefix(text("sentence")?)?.trim().trim_start_matches('(').trim_end_matches(')').to_owned())
    }

    /// The same with why it was set aside, until when its own time runs, and how it was read. A rule that is cited in full
    /// elsewhere is only named.
    pub(super) fn cited_in_full(&self, rule: &Json<'_>) -> Option<String> {
        self.cited_beside(rule, &[])
    }

    /// The same, without its sentence where that stands in a line of these.
    pub(super) fn cited_beside(&self, rule: &Json<'_>, told: &[String]) -> Option<String> {
        let cited = if self.is_told(rule, told) { self.place_of(rule) } else { None }.or_else(|| self.cited(rule))?;
        Some(self.with_more(cited, rule, &["reason", "provisional", "dueBy", "reading"]))
    }

    /// A rule on which the answer does not rest: what it says, where, how strongly, and why it does not govern.
    pub(super) fn cited_in_short(&self, rule: &Json<'_>, told: &[String]) -> Option<String> {
        let text = |name: &str| rule.at(name).and_then(Json::as_text);
        let places = [
            ("sentence", if self.is_told(rule, told) { NOTE_SAID_ABOVE.said().into() } else { text("sentence")?.into() }),
            ("document", self.short(text("document")?).into()),
            ("place", text("place")?.into()),
            ("id", text("id")?.into()),
            ("force", self.value("force", &Json::text(text("force")?.to_owned())).into()),
        ];
        let cited = self.say(&WHY_IN_SHORT.with(places)).trim().to_owned();
        Some(self.with_more(cited, rule, &["reason", "provisional", "dueBy"]))
    }

    /// Does the sentence of a rule stand in one of these lines?
    fn is_told(&self, rule: &Json<'_>, told: &[String]) -> bool {
        let sentence = rule.at("sentence").and_then(Json::as_text).map(|sentence| sentence.trim_end_matches('.'));
        sentence.is_some_and(|sentence| told.iter().any(|line| line.contains(sentence)))
    }

    fn with_more(&self, cited: String, rule: &Json<'_>, names: &[&str]) -> String {
        let more = names.iter().filter_map(|name| {
            let node = rule.at(name)?;
            match *name {
                "reason" => node.as_text().map(str::to_owned),
                _ => self.field(name, node).map(|field| format!("{}.", field.trim_end_matches('.'))),
            }
        });
        [cited].into_iter().chain(more).collect::<Vec<_>>().join(" ")
    }

    /// A rule by its sentence and its number.
    pub(super) fn see(&self, rule: &Json<'_>) -> Option<String> {
        let text = |name: &str| rule.at(name).and_then(Json::as_text);
        Some(self.say(&SEE_RULE.with([("sentence", text("sentence")?.into()), ("id", text("id")?.into())])))
    }

    /// A text in which each document that answers is called by its short name.
    pub(super) fn shortened(&self, text: &str) -> String {
        self.titles.iter().fold(text.to_owned(), |text, (title, short)| text.replace(title, short))
    }

    pub(super) fn short(&self, title: &str) -> String {
        self.titles.iter().find(|(known, _)| known == title).map_or_else(|| title.to_owned(), |(_, short)| short.clone())
    }
}
