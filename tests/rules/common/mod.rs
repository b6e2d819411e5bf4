//! What the tests share: asking by JSON as the door does, packs as their authors write them, and a pack to be spoilt.

pub mod numbers;
pub mod on_record;
pub mod written;

use std::path::{Path, PathBuf};

use safeguarding_rules::{Error, Rulebook};
use serde_json::{Map, Value, json};
use written::{Fact, packs};

/// The built-in packs.
pub fn rulebook() -> Rulebook {
    Rulebook::built_in()
}

/// What is asked of a concern.
pub const CONCERNS: [&str; 6] = [
    "seriousRisk",
    "penetrativeSexualAbuse",
    "forensicEvidenceRequired",
    "immediateActionRequired",
    "particularlyComplex",
    "immediateProtectionNeeded",
];

/// Every meeting.
pub const MEETINGS: [&str; 9] =
    ["strategy", "s47", "mash", "cp-conference", "mdt-locality", "mdt-countywide", "tac-initial", "tac-review", "professionals"];

/// Every question.
pub const QUESTIONS: [&str; 10] = [
    "classify-concern",
    "list-attendees",
    "check-action",
    "check-plan",
    "record-consent-basis",
    "choose-meeting",
    "list-deadlines",
    "make-checklist",
    "resolve-disagreement",
    "report-quarter",
];

/// Asks by name with facts in JSON, and gives all that is told in JSON.
pub fn ask(question: &str, facts: &Value, rulebook: &Rulebook) -> Result<Value, Error> {
    rulebook.answer(question, &facts.to_string()).map(|told| serde_json::from_str(&told).unwrap())
}

/// The codes of the cautions beside an answer.
pub fn codes(decision: &Value) -> Vec<&str> {
    decision["cautions"].as_array().unwrap().iter().map(|caution| caution["code"].as_str().unwrap()).collect()
}

/// A file of this project.
pub fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests lie in the project").join(name)
}

/// A name of a pack in JavaScript's spelling.
pub fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    let capital = |word: &str| word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect::<String>();
    words.fold(first, |camel, word| camel + &capital(word))
}

/// Every fact that an area's packs ask for, as far as something is said of it.
pub fn facts_of(rulebook: &Rulebook, area: &str, mut said: impl FnMut(&str) -> Option<bool>) -> Value {
    let mut facts = json!({ "area": area });
    for (name, fact) in asked_facts(rulebook, area) {
        let path = fact.path_of(name);
        let Some(said) = said(&path) else { continue };
        let value = match (fact.is.first(), fact.more_than) {
            _ if fact.moment => json!("2026-03-03T10:00"),
            (Some(word), _) if said => json!(word),
            (Some(_), _) => json!(other_word(fact, &path)),
            (None, Some(limit)) => json!(if said { limit + 1 } else { limit }),
            (None, None) if fact.filled && !listed_words(&path).is_empty() => json!(listed_words(&path)[0]),
            (None, None) if fact.filled => json!(if said { "Said" } else { "" }),
            (None, None) => json!(said),
        };
        let pointer = format!("/{}", path.replace('.', "/"));
        if facts.pointer(&pointer).is_none() {
            put_at(&mut facts, &path, value);
        }
    }
    facts
}

/// The words that packs list at a path.
fn listed_words(path: &str) -> Vec<&'static String> {
    let listed = packs().iter().filter_map(|pack| pack.object["word"][path].as_object());
    listed.flatten().map(|(word, _)| word).collect()
}

/// A word that may stand at a path and is a no to a fact that is read there, where any is.
fn other_word(fact: &Fact, path: &str) -> String {
    let listed = listed_words(path).into_iter().chain(&fact.one_of);
    let (words, others): (Vec<&String>, Vec<&String>) = listed.partition(|word| fact.is.contains(word));
    others.last().or(words.last()).unwrap().to_string()
}

pub fn put_at(facts: &mut Value, path: &str, value: Value) {
    match path.split_once('.') {
        None => facts[path] = value,
        Some((first, rest)) => put_at(&mut facts[first], rest, value),
    }
}

/// The facts that an area's packs ask for.
pub fn asked_facts(rulebook: &Rulebook, area: &str) -> Vec<(&'static str, &'static Fact)> {
    let (_, _, in_use) = rulebook.areas().into_iter().find(|(id, _, _)| **id == *area).unwrap();
    let in_use = packs().iter().filter(|pack| in_use.iter().any(|id| **id == *pack.id()));
    in_use.flat_map(|pack| pack.facts()).filter(|(_, fact)| fact.is_asked()).collect()
}

/// A small generator of its own, so that a failing seed can be run again.
pub struct Dice(pub u64);

impl Dice {
    pub fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// The same value with every key in camelCase.
pub fn in_camel_case(value: &Value) -> Value {
    match value {
        Value::Object(object) => Value::Object(object.iter().map(|(key, value)| (camel(key), in_camel_case(value))).collect::<Map<_, _>>()),
        Value::Array(items) => Value::Array(items.iter().map(in_camel_case).collect()),
        other => other.clone(),
    }
}

/// Ids in one of a decision's lists.
pub fn ids(decision: &Value, list: &str) -> Vec<String> {
    decision[list].as_array().unwrap().iter().map(|cited| cited["id"].as_str().unwrap().to_owned()).collect()
}

/// A small sound pack of a fictional partnership, in object form, proved by examples of its own.
pub fn sound_pack() -> Value {
    json!({
        "document": {
            "id": "test", "version": "1", "title": "A test", "area": "testshire", "area_label": "Testshire", "force": "local-protocol",
            "cites": "nothing", "status": {"checked_on": "2026-11-21"}, "stands_on": ["multi-agency-meetings"],
        },
        "fact": {
            "worry": {"asks": "Is there a worry?", "path": "concerns.worry"},
            "grave": {"asks": "Is it grave?", "path": "concerns.grave"},
        },
        "concern_type": {"kind": {"label": "A kind", "makes": ["worry"]}},
        "classify_concern": [
            cited("T-1", &json!({"when": ["worry"], "hold": "within 2 working days", "from": "concerns identified"})),
            cited("T-2", &json!({"when": ["grave"], "hold": "on the same day", "from": "concerns identified"})),
        ],
        "example": [
            timing_example("A worry", &json!({"worry": true, "grave": false}), &["T-1"], &["T-2"], &json!({"due_by": "2026-03-04"})),
            timing_example("Grave", &json!({"worry": false, "grave": true}), &["T-2"], &["T-1"], &json!({"due_by": "2026-03-02"})),
        ],
    })
}

/// A rule with a citation, and what else is its own.
pub fn cited(id: &str, own: &Value) -> Value {
    let mut rule = json!({"id": id, "force": "should", "says": "Meet.", "at": "1", "words": "meet"});
    rule.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    rule
}

fn timing_example(name: &str, concerns: &Value, fires: &[&str], misses: &[&str], answer: &Value) -> Value {
    let facts = json!({"concerns": concerns, "others_considered": true, "concerns_identified_at": "2026-03-02T09:00"});
    json!({"name": name, "asks": "classify_concern", "facts": facts, "fires": fires, "misses": misses, "answer": answer})
}

/// Adds two examples of a rule of time to a pack in object form: in one it fires, in the other it does not.
pub fn shown(pack: &mut Value, id: &str, fires: Value, misses: Value) {
    let example = |known: Value, list: &str| {
        let mut facts = json!({"others_considered": true, "concerns_identified_at": "2026-03-02T09:00"});
        facts.as_object_mut().unwrap().extend(known.as_object().unwrap().clone());
        let mut example = json!({"name": "An example", "asks": "classify_concern", "facts": facts});
        example[list] = json!([id]);
        example
    };
    let examples = [example(fires, "fires"), example(misses, "misses")];
    pack["example"].as_array_mut().unwrap().extend(examples);
}

/// Adds a rule to a table of a pack in object form.
pub fn add(pack: &mut Value, table: &str, id: &str, own: Value) {
    let rules = pack.as_object_mut().unwrap().entry(table).or_insert_with(|| json!([]));
    rules.as_array_mut().unwrap().push(cited(id, &own));
}
