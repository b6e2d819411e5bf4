//! The short note of every kind of recorded call: short enough to be read at once, and complete enough to stand alone.

use serde_json::{Value, json};

use crate::about::QUESTIONS;
use crate::calls::{self, Call};
use crate::library::RULEBOOKS;
use crate::outcomes::Library;

/// In a plain case: a settled answer about one child or none, with nothing that comes before anything else.
const MOST_WORDS: usize = 120;
/// Beside what comes first, in any case.
const MOST_WORDS_OF_ANY: usize = 170;
/// Of each question's calls.
const CALLS_OF_EACH: usize = 60;

fn list<'v>(decision: &'v Value, name: &str) -> &'v [Value] {
    decision[name].as_array().map_or(&[], Vec::as_slice)
}

fn text<'v>(node: &'v Value, name: &str) -> &'v str {
    node[name].as_str().unwrap_or_default()
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn comes_first(decision: &Value) -> Vec<&str> {
    list(decision, "cautions").iter().filter(|caution| caution["level"] == "first").map(|caution| text(caution, "text")).collect()
}

fn is_plain(facts: &Value, decision: &Value) -> bool {
    decision["settled"] == true && facts["children"].is_null() && comes_first(decision).is_empty()
}

/// A question's call, and the same to be explained.
fn explained(call: &Call) -> Option<(Value, Call, Call)> {
    let request: Value = serde_json::from_str(&call.json).ok()?;
    let named = |name: &str| QUESTIONS.into_iter().find(|(camel, kebab)| [*camel, *kebab].contains(&name));
    let (question, request) = match call.function {
        "explain" => (named(text(&request, "question"))?.0, request),
        name => {
            let (question, kebab) = named(name)?;
            (question, json!({"question": kebab, "facts": request, "recordedBy": "Team manager", "recordedAt": "2026-03-02T11:00"}))
        }
    };
    // Of a short list that no fact changes, every set of three would be tried, and that takes half a minute.
    if question == "makeChecklist" && !request["facts"]["list"].is_null() {
        return None;
    }
    let asked = Call { function: question, json: request["facts"].to_string(), ..*call };
    let to_explain = Call { function: "explain", json: request.to_string(), ..*call };
    Some((request["facts"].clone(), asked, to_explain))
}

#[test]
fn a_short_note_is_short_and_stands_alone() {
    let (all, library) = (calls::all(), Library::new());
    let [mut plain, mut others, mut longest] = [0; 3];
    let is_one = |call: &&Call| call.function == "explain" || call.number <= CALLS_OF_EACH;
    for call in all.iter().filter(is_one) {
        // A portal's own sentences are as long as it makes them.
        if RULEBOOKS[call.rulebook] == "own-words" {
            continue;
        }
        let Some((facts, asked, to_explain)) = explained(call) else { continue };
        let (Ok(decision), Ok(told)) = (library.answer(&asked), library.answer(&to_explain)) else { continue };
        let [decision, told]: [Value; 2] = [decision, told].map(|text| serde_json::from_str(&text).unwrap());
        let note = text(&told, "shortNote");
        let first = comes_first(&decision);
        let room =
            if is_plain(&facts, &decision) { MOST_WORDS } else { MOST_WORDS_OF_ANY + first.iter().map(|text| words(text)).sum::<usize>() };
        assert!(words(note) <= room, "{}: {} of {room} words:\n{note}", call.name(), words(note));
        *(if is_plain(&facts, &decision) { &mut plain } else { &mut others }) += 1;
        longest = longest.max(words(note));
        let must_stand = |held: &str| assert!(note.contains(held), "{}: {held} is not in:\n{note}", call.name());
        must_stand(text(&told, "heading"));
        must_stand("Recorded: ");
        must_stand("stands in the whole case note.");
        let packs = list(&decision["basis"], "packs");
        packs.iter().for_each(|pack| must_stand(&format!("{} {}", text(pack, "short"), text(pack, "version"))));
        let names_a_document = |told: &&&str| packs.iter().any(|pack| told.contains(text(pack, "title")));
        first.iter().filter(|told| !names_a_document(told)).for_each(|told| must_stand(told));
        if let Some(ask) = list(&decision, "ask").first() {
            must_stand(text(ask, "question"));
        }
        let because = list(&decision, "because");
        let is_cited =
            |rule: &Value| note.contains(&format!("{} (", text(rule, "place"))) && note.contains(&format!("rule {})", text(rule, "id")));
        // No rule gives the day of an earlier answer that holds.
        let holds_earlier = note.contains("An earlier answer holds: ");
        assert!(holds_earlier || because.is_empty() || because.iter().any(is_cited), "{}: no rule in:\n{note}", call.name());
    }
    assert!(plain > 80 && others > 80, "{plain} plain, {others} others, the longest {longest} words");
    println!("{plain} plain, {others} others, the longest {longest} words");
}
