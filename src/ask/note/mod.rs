//! A note for the case file: what was known, what was asked, what was answered and on what it rests, under headings, so
//! that whoever reads it years later needs nothing beside it.

mod answered;
mod given;
#[cfg(all(test, feature = "schema"))]
mod printed;
#[cfg(all(test, feature = "schema"))]
mod samples;
mod short;
#[cfg(all(test, feature = "schema"))]
mod tests;
mod weighty;

use super::plain::on_one_line;
use super::request::ToExplain;
use super::told::Told;
use super::variables::Variable;
use super::words::Words;
use crate::engine::rulebook::Rulebook;
use crate::text::dates::moment;
use crate::text::sentences::{
    LEFT_OPEN, NOTE_ALSO, NOTE_ANSWERED, NOTE_ASK, NOTE_BASIS, NOTE_BEAR, NOTE_CHECK_CURRENT, NOTE_CHECKED, NOTE_DECISION, NOTE_FORCE,
    NOTE_GIVEN, NOTE_NOT_NAMED_FOR, NOTE_REASON, NOTE_RECORDED, NOTE_REPLACED, NOTE_SAYS, NOTE_SET_ASIDE, NOTE_SHORT_TITLE, NOTE_SOURCE,
    NOTE_TITLE, NOTE_WHY, NOTE_WORKED_OUT, SOURCE_SUPERSEDED,
};
use crate::text::{Part, Sentence};
use crate::value::distinct;
use crate::value::given::role;
use crate::value::json::Json;
use given::Given;

/// The note. The decision and its reason are left open for the person who makes them.
pub(super) fn case_note(told: &Told<'_>, request: &ToExplain, variables: &[Variable], rulebook: &Rulebook) -> String {
    let words = &told.words;
    let given = given(told, request, variables, rulebook);
    let says = [Some(told.heading.clone()), told.advice.clone(), Some(told.settledness_in_short())].into_iter().flatten();
    let answered = answered::lines(words, told.decision);
    let because = told.rules("because").iter().filter_map(|rule| words.cited_beside(rule, &answered));
    let others = |list: &str| told.rules(list).iter().filter_map(|rule| words.cited_in_short(rule, &answered)).collect::<Vec<_>>();
    // What is said of a document that was replaced stands beside it already.
    let cautions = told.cautions.iter().filter(|caution| *caution.code != *SOURCE_SUPERSEDED.code);
    let sections = [
        section(words, NOTE_SAYS, says),
        section(words, NOTE_BASIS, basis(words, told.decision)),
        section(words, NOTE_GIVEN, given.lines()),
        section(words, NOTE_ANSWERED, answered.iter().cloned()),
        section(words, NOTE_WHY, because.chain(worth_of_must(words, told))),
        section(words, NOTE_ALSO, others("alsoApplies")),
        section(words, NOTE_SET_ASIDE, set_aside(told, &answered)),
        section(words, NOTE_ASK, distinct(told.missing.iter().map(|missing| missing.question.clone()))),
        section(words, NOTE_BEAR, cautions.map(|caution| words.shortened(&caution.text))),
    ];
    let open = [NOTE_DECISION, NOTE_REASON].map(|open| words.say(&open.said()));
    head(words, request, NOTE_TITLE, usize::MAX)
        .into_iter()
        .chain(sections.into_iter().flatten())
        .chain([String::new()])
        .chain(open)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The short note: it stands alone in a record where the whole one stands elsewhere.
pub(super) fn short_note(told: &Told<'_>, request: &ToExplain, variables: &[Variable], rulebook: &Rulebook) -> String {
    let head = head(&told.words, request, NOTE_SHORT_TITLE, MOST_WORDS_OF_A_ROLE);
    short::short_note(told, &given(told, request, variables, rulebook), head)
}

/// More of a role than this stands in the whole note alone.
const MOST_WORDS_OF_A_ROLE: usize = 8;

fn given<'g>(told: &'g Told<'g>, request: &'g ToExplain, variables: &'g [Variable], rulebook: &'g Rulebook) -> Given<'g> {
    Given { words: &told.words, facts: &request.facts, decision: told.decision, rulebook, variables }
}

/// What was asked, and who recorded it when.
fn head(words: &Words<'_>, request: &ToExplain, title: &'static Sentence, most_words_of_a_role: usize) -> [String; 2] {
    let at = request.recorded_at.map_or(LEFT_OPEN.said(), moment);
    let role = request.recorded_by.as_deref().and_then(role);
    let in_words = |role: &str| on_one_line(role).split(' ').take(most_words_of_a_role).collect::<Vec<_>>().join(" ");
    let by = role.map_or(LEFT_OPEN.said().into(), |role| Part::from(in_words(role)));
    let lines = [title.with([("question", request.question.asks.said().into())]), NOTE_RECORDED.with([("at", at.into()), ("by", by)])];
    lines.map(|line| words.say(&line))
}

/// A text of an object, or none.
fn text_of(node: &Json<'_>, name: &str) -> String {
    node.at(name).and_then(Json::as_text).unwrap_or_default().to_owned()
}

/// A heading and its lines; nothing where there are none.
fn section(words: &Words<'_>, heading: &'static Sentence, lines: impl IntoIterator<Item = String>) -> Vec<String> {
    let listed = |line: String| if line.starts_with([' ', '-']) { line } else { format!("- {line}") };
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).map(listed).collect();
    if lines.is_empty() {
        return lines;
    }
    [String::new(), words.say(&heading.said())].into_iter().chain(lines).collect()
}

/// The rules that were set aside. Those that only need what nobody named are told in one line: what that is stands among what was
/// attested.
fn set_aside(told: &Told<'_>, answered: &[String]) -> Vec<String> {
    let words = &told.words;
    let text = |rule: &Json<'_>, name: &str| text_of(rule, name);
    let is_silent = |rule: &&Json<'_>| told.not_named.contains(&text(rule, "id"));
    let (silent, near): (Vec<_>, Vec<_>) = told.rules("setAside").iter().partition(is_silent);
    let of_document = |document: String| {
        let ids = silent.iter().filter(|rule| text(rule, "document") == document).map(|rule| text(rule, "id"));
        format!("{} {}", words.short(&document), ids.collect::<Vec<_>>().join(", "))
    };
    let documents = distinct(silent.iter().map(|rule| text(rule, "document")));
    let by_document = documents.into_iter().map(of_document).collect::<Vec<_>>().join("; ");
    let in_one_line = (!silent.is_empty()).then(|| words.say(&NOTE_NOT_NAMED_FOR.with([("rules", by_document.into())])));
    near.into_iter().filter_map(|rule| words.cited_in_short(rule, answered)).chain(in_one_line).collect()
}

/// What the word must is worth in each document that could be mistaken for law, said once for all of its rules.
fn worth_of_must(words: &Words<'_>, told: &Told<'_>) -> Option<String> {
    let rules = ["because", "alsoApplies", "setAside"].into_iter().flat_map(|list| told.rules(list));
    let notes = distinct(rules.filter_map(|rule| rule.at("forceNote")?.as_text()));
    (!notes.is_empty()).then(|| words.say(&NOTE_FORCE.with([("notes", notes.join(" ").into())])))
}

/// Which documents in which versions, and with what it was worked out. What holds for all of them is said once.
fn basis(words: &Words<'_>, decision: &Json<'_>) -> Vec<String> {
    let packs = decision.items_at("basis.packs");
    let checked = distinct(packs.iter().filter_map(|pack| pack.at("checkedOn")));
    let replaced = distinct(packs.iter().filter_map(|pack| pack.at("supersededBy").filter(|by| by.as_text().is_some())));
    let is_of_all = replaced.len() == 1 && packs.iter().all(|pack| pack.at("supersededBy") == Some(replaced[0]));
    let source = |pack: &Json<'_>| {
        // The one edition that a document rests on is told by what it cites and by what replaced it.
        let has_editions = matches!(pack.at("editions"), Some(Json::List(editions)) if editions.len() > 1);
        let told = ["ownPack"].into_iter().chain((!is_of_all).then_some("supersededBy")).chain((checked.len() > 1).then_some("checkedOn"));
        let told = told.chain(has_editions.then_some("editions"));
        let more = told.filter_map(|name| words.field(name, pack.at(name)?)).map(|field| format!("{}.", field.trim_end_matches('.')));
        let places = [
            ("document", text_of(pack, "title").into()),
            ("short", text_of(pack, "short").into()),
            ("label", text_of(pack, "label").into()),
            ("more", more.collect::<Vec<_>>().join(" ").into()),
            ("id", text_of(pack, "id").into()),
            ("version", text_of(pack, "version").into()),
            ("hash", text_of(pack, "hash").into()),
        ];
        words.say(&NOTE_SOURCE.with(places)).trim().to_owned()
    };
    let until = decision.at("basis.bankHolidaysKnownUntil").map(|day| words.value("", day)).unwrap_or_default();
    let engine = words.say(&NOTE_WORKED_OUT.with([("version", text_of(decision, "basis.engine").into()), ("until", until.into())]));
    let checked_on =
        checked.first().filter(|_| checked.len() == 1).map(|day| words.say(&NOTE_CHECKED.with([("date", words.value("", day).into())])));
    let by = replaced
        .first()
        .filter(|_| is_of_all)
        .map(|by| words.say(&NOTE_REPLACED.with([("newer", words.value("supersededBy", by).into())])));
    let current = (!replaced.is_empty()).then(|| words.say(&NOTE_CHECK_CURRENT.said()));
    let of_all = by.into_iter().chain(checked_on).chain(current).chain([engine]).collect::<Vec<_>>().join(" ");
    packs.iter().map(source).chain([of_all]).collect()
}
