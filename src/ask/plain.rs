//! What stands in a node of an answer, for somebody who reads it.

use crate::engine::stack::CONCERNS;
use crate::value::json::Json;

/// Fields that bear the name of what stands beside them, the name first.
pub(super) const NAMED: [(&str, &str); 12] = [
    ("label", "id"),
    ("label", "agency"),
    ("labels", "roles"),
    ("byLabels", "by"),
    ("toLabels", "to"),
    ("text", "item"),
    ("text", "action"),
    ("what", "duty"),
    ("title", "id"),
    ("label", "route"),
    ("fromInstant", "from"),
    ("toInstant", "to"),
];

/// What a person typed, on one line, so that it never looks like a line of the note.
pub(super) fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An id of an answer with spaces between its words; any other text as it stands.
pub(super) fn spaced(text: &str) -> String {
    let is_id = text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if is_id { text.replace('-', " ") } else { on_one_line(text) }
}

/// Is there nothing in it to be told?
pub(super) fn is_empty(node: &Json<'_>) -> bool {
    match node {
        Json::Null | Json::Number(None) => true,
        Json::Text(text) => text.trim().is_empty(),
        Json::List(items) => items.iter().all(is_empty),
        Json::Object(entries) => entries.iter().all(|(_, node)| is_empty(node)),
        Json::Bool(_) | Json::Number(_) => false,
    }
}

/// An answer behind its question.
pub(super) fn capitalised(value: &str) -> String {
    let mut letters = value.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A field in the midst of a line.
pub(super) fn uncapitalised(field: &str) -> String {
    let mut letters = field.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(field.chars().skip(1)).collect()
        }
        _ => field.to_owned(),
    }
}

/// Fields that say what the others beside them are about.
pub(super) fn is_head(name: &str) -> bool {
    matches!(
        name,
        "what" | "text" | "label" | "name" | "ref" | "meeting" | "ladder" | "criterion" | "date" | "at" | "title" | "question" | "cites"
    )
}

/// Do a document's own words hold the word for how strongly it puts a rule? Only then is that word a quotation.
pub(super) fn says(words: &str, force: &str) -> bool {
    words.split(|c: char| !c.is_alphanumeric()).any(|word| word.eq_ignore_ascii_case(force))
}

/// Does the same text stand in the field that follows?
pub(super) fn is_alike(told: &[(&str, &Json<'_>)], place: usize) -> bool {
    let [(_, here), (_, next), ..] = told[place..] else { return false };
    matches!(here, Json::Text(_)) && here == next
}

/// A field behind the names of others in which the same stands.
pub(super) fn behind(names: &str, field: String) -> String {
    if names.is_empty() || names.ends_with("? ") { format!("{names}{field}") } else { format!("{names}{}", uncapitalised(&field)) }
}

/// A name before others in which the same stands: a question ends by itself.
pub(super) fn before_others(name: &str) -> String {
    if name.ends_with('?') { format!("{name} ") } else { format!("{name}, ") }
}

/// A question as a note tells it, which was asked with its examples: `Is there a serious risk of harm?`
pub(super) fn without_examples(question: &str) -> String {
    let shortened = question.split_once(EXAMPLES).filter(|(_, examples)| examples.ends_with('?') && !examples.contains(". "));
    shortened.map_or_else(|| question.to_owned(), |(asked, _)| format!("{asked}?"))
}

const EXAMPLES: &str = ", for example ";

/// The path at which packs ask for what stands at one: the concerns of a child or of an earlier answer as those of all.
pub(super) fn at_top(path: &str) -> &str {
    let below = ["child.", "previousResult.", "meetings.concern."].iter().find_map(|within| path.strip_prefix(within));
    below.filter(|below| below.starts_with(CONCERNS)).unwrap_or(path)
}
