//! What was said of the case: every fact that was given, what a chosen kind of concern made of it, and what was left unsaid.

use std::borrow::Cow;

use crate::ask::plain::{at_top, is_empty, without_examples};
use crate::ask::variables::Variable;
use crate::ask::words::Words;
use crate::engine::family::PARENTS_POSE_RISK;
use crate::engine::rulebook::Rulebook;
use crate::engine::stack::CONCERNS;
use crate::text::labels::label_for;
use crate::text::sentences::{
    MADE_BY_KIND, NOT_NAMED, NOTE_ATTESTED, NOTE_MADE_AGAINST, NOTE_MEETINGS_NOT_TOLD, NOTE_NO, NOTE_NOT_SAID, NOTE_UNKNOWN, NOTE_YES, ONE,
};
use crate::text::{Said, Sentence};
use crate::value::age::is_age;
use crate::value::json::Json;
use crate::value::spelling::kebab;
use crate::value::truth::UNKNOWN;

type Entries<'t> = [(Cow<'t, str>, Json<'t>)];

/// A note that lists more questions than this of which nobody said anything is read by nobody.
const MOST_UNSAID: usize = 12;

/// What was given, and in which words it is told.
pub(super) struct Given<'g> {
    pub words: &'g Words<'g>,
    pub facts: &'g Json<'g>,
    pub decision: &'g Json<'g>,
    pub rulebook: &'g Rulebook,
    /// What the question asks.
    pub variables: &'g [Variable],
}

impl Given<'_> {
    /// The lines of the note.
    pub(super) fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        self.object(self.facts.entries(), "", "", &mut lines);
        lines.extend(self.unsaid());
        lines
    }

    /// A line for each fact, in the order in which they were given; what was answered alike stands together in one behind them.
    fn object(&self, entries: &Entries<'_>, path: &str, indent: &str, lines: &mut Vec<String>) {
        let mut answered: [(&'static Sentence, Vec<String>); 3] = [NOTE_YES, NOTE_NO, NOTE_UNKNOWN].map(|sentence| (sentence, Vec::new()));
        for (name, node) in entries {
            let below = if path.is_empty() { name.to_string() } else { format!("{path}.{name}") };
            let deeper = format!("{indent}  ");
            match node {
                Json::Object(_) | Json::List(_) if is_empty(node) => {}
                Json::List(_) if name == "meetings" && self.is_for_the_public() => {
                    lines.push(format!("{indent}- {}", self.say(&NOTE_MEETINGS_NOT_TOLD.said())));
                }
                Json::Object(inner) if self.is_of_packs(&format!("{below}.")) => self.object(inner, &below, indent, lines),
                Json::Object(inner) => {
                    lines.push(self.head(&below, name, indent));
                    self.object(inner, &below, &deeper, lines);
                }
                Json::List(items) if items.iter().any(|item| matches!(item, Json::Object(_))) => {
                    lines.push(self.head(&below, name, indent));
                    items.iter().for_each(|item| self.one_of(item, name, &deeper, lines));
                }
                _ => match self.answer(&below, name, node).zip(self.asked(&below, name)) {
                    Some((alike, question)) => {
                        answered
                            .iter_mut()
                            .filter(|(sentence, _)| *sentence == alike)
                            .for_each(|(_, questions)| questions.push(question.clone()));
                    }
                    None => lines.extend(self.fact(&below, name, node).map(|line| format!("{indent}- {line}"))),
                },
            }
            if matches!(&**name, "concernTypes" | "complexReason") {
                self.made_so(node, entries, indent, lines);
            }
        }
        for (sentence, questions) in answered.into_iter().filter(|(_, questions)| !questions.is_empty()) {
            lines.push(format!("{indent}- {}", self.say(&sentence.with([("questions", questions.join(" ").into())]))));
        }
    }

    /// The question behind an answer; none where it has a name alone.
    fn asked(&self, path: &str, name: &str) -> Option<String> {
        Some(without_examples(&self.label(path, name))).filter(|label| label.ends_with('?'))
    }

    /// Are figures asked for that are published?
    fn is_for_the_public(&self) -> bool {
        self.facts.at("audience").and_then(Json::as_text) == Some("public")
    }

    /// What several things beneath belong to.
    fn head(&self, path: &str, name: &str, indent: &str) -> String {
        format!("{indent}- {}:", self.label(path, name).trim_end_matches('.'))
    }

    /// One of several children, agencies or meetings: what it is called by, and its facts beneath.
    fn one_of(&self, item: &Json<'_>, list: &str, indent: &str, lines: &mut Vec<String>) {
        let entries = item.entries();
        let heads = ["ref", "name", "agency", "duty", "specific", "title", "date"];
        let head = heads.iter().find_map(|head| entries.iter().find(|(name, _)| name == head));
        let within = if list == "children" { "child" } else { list };
        match head {
            Some((name, node)) => {
                lines.push(format!("{indent}- {}", self.value(within, name, node)));
                let rest: Vec<_> = entries.iter().filter(|(other, _)| other != name).cloned().collect();
                self.object(&rest, within, &format!("{indent}  "), lines);
            }
            None => {
                lines.push(format!("{indent}- {}", self.words.say(&ONE.said())));
                self.object(entries, within, &format!("{indent}  "), lines);
            }
        }
    }

    /// Do packs ask for something whose path begins so?
    pub(super) fn is_of_packs(&self, beginning: &str) -> bool {
        let asked = self.words.stack.iter().flat_map(|stack| stack.asked());
        asked.into_iter().any(|asked| asked.path.starts_with(at_top(beginning)))
    }

    /// What this question asks at a path, or else what the field, the duty or the item is called, or what another asks there.
    pub(super) fn label(&self, path: &str, name: &str) -> String {
        let called = || label_for(path).or_else(|| label_for(name)).map(|label| self.say(&label));
        let named = || Some(self.words.stack.as_deref()?.named(name)?.to_string());
        let elsewhere = || self.question(name).or_else(|| self.words.elsewhere(at_top(path), name));
        let asked = self.variables.iter().find(|variable| variable.path == at_top(path)).map(|variable| self.say(&variable.question));
        let label = asked.or_else(|| self.owed(name)).or_else(called).or_else(|| self.question(path)).or_else(named).or_else(elsewhere);
        label.unwrap_or_else(|| self.words.label(name))
    }

    fn question(&self, path: &str) -> Option<String> {
        let stack = self.words.stack.as_deref()?;
        let asked = stack.asked_at(at_top(path)).next()?;
        Some(self.words.say(&stack.question(&asked.name)))
    }

    /// A duty or an item of the answer, by its name.
    fn owed(&self, name: &str) -> Option<String> {
        let lists = [("answer.deadlines", "duty", "what"), ("answer.items", "item", "text")];
        lists.iter().find_map(|(list, called, says)| {
            let Some(Json::List(owed)) = self.decision.at(list) else { return None };
            let one = owed.iter().find(|one| one.at(called).and_then(Json::as_text) == Some(name))?;
            one.at(says).and_then(Json::as_text).map(str::to_owned)
        })
    }

    /// Is it a yes, a no or not known, and which?
    pub(super) fn answer(&self, path: &str, name: &str, node: &Json<'_>) -> Option<&'static Sentence> {
        match node {
            Json::Bool(true) if name == "othersConsidered" => None,
            Json::Bool(true) => Some(NOTE_YES),
            Json::Bool(false) => Some(NOTE_NO),
            Json::Text(word) if word == UNKNOWN => Some(NOTE_UNKNOWN),
            Json::Null if self.question(path).is_some() => Some(NOTE_UNKNOWN),
            _ => None,
        }
    }

    /// A fact that is none of these, on one line.
    fn fact(&self, path: &str, name: &str, node: &Json<'_>) -> Option<String> {
        match node {
            Json::Bool(true) if name == "othersConsidered" => Some(self.say(&NOTE_ATTESTED.said())),
            Json::Null => None,
            Json::Number(_) if is_age(name) => Some(self.words.named(&self.words.label(name), &self.value(path, name, node))),
            _ => Some(self.words.named(&self.label(path, name), &self.value(path, name, node))),
        }
    }

    pub(super) fn value(&self, path: &str, name: &str, node: &Json<'_>) -> String {
        match (name, node.as_text()) {
            ("area", Some(id)) => {
                let areas = self.rulebook.areas();
                areas.iter().find(|(area, ..)| **area == *id).map_or_else(|| id.to_owned(), |(_, label, _)| label.to_string())
            }
            // What somebody typed stands as it was typed.
            (_, Some(text)) => self.words.text(name, text).unwrap_or_else(|| self.words.given(at_top(path), name, text)),
            _ => match node {
                Json::List(items) => items.iter().map(|item| self.value(path, name, item)).collect::<Vec<_>>().join(", "),
                _ => self.words.value(name, node),
            },
        }
    }

    /// What the chosen kinds of concern made a yes, whatever else was said of it.
    fn made_so(&self, chosen: &Json<'_>, entries: &Entries<'_>, indent: &str, lines: &mut Vec<String>) {
        let Some(stack) = self.words.stack.as_deref() else { return };
        let concerns = entries.iter().find(|(name, _)| name == "concerns").map(|(_, concerns)| concerns);
        for kind in chosen.each().iter().filter_map(Json::as_text).filter_map(|id| stack.concern_type(&kebab(id))) {
            for fact in &kind.makes {
                let path = stack.path(fact);
                let said = concerns.and_then(|concerns| concerns.at(path.strip_prefix(CONCERNS)?));
                let sentence = if said == Some(&Json::Bool(false)) { NOTE_MADE_AGAINST } else { MADE_BY_KIND };
                let made = sentence.with([("kind", (&kind.label).into()), ("question", stack.question(fact).into())]);
                lines.push(format!("{indent}- {}", self.say(&made)));
            }
        }
    }

    /// The questions of which nobody said anything: attested as considered, or simply not said.
    fn unsaid(&self) -> Vec<String> {
        let made = self.made();
        let is_unsaid =
            |variable: &&Variable| !made.contains(&variable.path) && !self.is_said(&variable.path) && !self.is_asked(&variable.path);
        let is_attested = self.facts.at("othersConsidered") == Some(&Json::Bool(true));
        // An attestation stands for a no, and for no word and no number.
        let takes_a_no = |variable: &&Variable| variable.answers.iter().any(|answer| answer.value == Json::Bool(false));
        let (attested, open): (Vec<_>, Vec<_>) =
            self.variables.iter().filter(is_unsaid).partition(|variable| is_attested && takes_a_no(variable));
        let question = |variable: &Variable| without_examples(&self.say(&variable.question));
        let [attested, open] = [attested, open].map(|unsaid| unsaid.into_iter().map(question).collect::<Vec<_>>());
        let is_worth_it = !open.is_empty() && open.len() <= MOST_UNSAID;
        let attested = (!attested.is_empty()).then(|| self.say(&NOT_NAMED.with([("question", attested.join(" ").into())])));
        let open = is_worth_it.then(|| self.say(&NOTE_NOT_SAID.with([("questions", open.join(" ").into())])));
        attested.into_iter().chain(open).collect()
    }

    /// The paths that a chosen kind of concern, of all or of one child, makes a yes.
    pub(super) fn made(&self) -> Vec<String> {
        let Some(stack) = self.words.stack.as_deref() else { return Vec::new() };
        let chosen = self.wholes().flat_map(|whole| [whole.at("concernTypes"), whole.at("complexReason")]).flatten().flat_map(Json::each);
        let kinds = chosen.filter_map(|id| stack.concern_type(&kebab(id.as_text()?)));
        kinds.flat_map(|kind| &kind.makes).map(|fact| stack.path(fact)).collect()
    }

    /// The facts, and those of each child.
    pub(super) fn wholes(&self) -> impl Iterator<Item = &Json<'_>> {
        [self.facts].into_iter().chain(self.facts.items_at("children"))
    }

    fn is_said(&self, path: &str) -> bool {
        let of_a_child = path.strip_prefix("child.").unwrap_or(path);
        let told_apart = path == PARENTS_POSE_RISK && matches!(self.facts.at("family"), Some(Json::List(each)) if !each.is_empty());
        told_apart || self.facts.at(path).is_some() || self.wholes().skip(1).any(|child| child.at(of_a_child).is_some())
    }

    /// Does the decision still ask for it?
    fn is_asked(&self, path: &str) -> bool {
        let Some(Json::List(asks)) = self.decision.at("ask") else { return false };
        let mut asked = asks.iter().filter_map(|ask| ask.at("path").and_then(Json::as_text));
        asked.any(|asked| asked == path || asked.split_once("].").is_some_and(|(_, below)| below == path))
    }

    fn say(&self, said: &Said) -> String {
        self.words.say(said)
    }
}
