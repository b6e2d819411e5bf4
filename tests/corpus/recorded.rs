//! What is recorded: a digest of every answer, one a line, and some answers whole.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::calls::{Call, FUNCTIONS};
use crate::library::RULEBOOKS;
use crate::outcomes::Outcome;

/// In which the calls themselves are recorded, so that it shows where they are others than those whose answers were recorded.
const CALLS: &str = "calls";

/// Digests by function, in the order of its calls, and whole answers by the names of their calls.
pub struct Recorded {
    digests: BTreeMap<String, Vec<String>>,
    answers: BTreeMap<String, Value>,
}

/// The first eight hexadecimal digits of a text's SHA-256.
pub fn digest(text: &str) -> String {
    Sha256::digest(text).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

fn file(folder: &str, name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(folder).join(name)
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}; RECORD_CORPUS=1 records it", path.display()))
}

/// A digest of all calls of a function.
fn of_calls(calls: &[Call], function: &str) -> String {
    let sent = calls.iter().filter(|call| call.function == function);
    let sent: Vec<String> = sent.map(|call| format!("{} {}", RULEBOOKS[call.rulebook], call.json)).collect();
    format!("{function} {} {}", sent.len(), digest(&sent.join("\n")))
}

impl Recorded {
    /// Reads what was recorded.
    pub fn read() -> Self {
        let lines = |name: &str| read(&file("digests", &format!("{name}.txt"))).lines().map(str::to_owned).collect::<Vec<_>>();
        let names = FUNCTIONS.iter().map(|(function, ..)| *function).chain([CALLS]);
        let digests = names.map(|name| (name.to_owned(), lines(name))).collect();
        let mut answers = BTreeMap::new();
        for (function, ..) in FUNCTIONS {
            let kept: Vec<Value> = serde_json::from_str(&read(&file("answers", &format!("{function}.json")))).unwrap();
            answers.extend(kept.into_iter().map(|kept| (kept["call"].as_str().unwrap_or_default().to_owned(), kept)));
        }
        Recorded { digests, answers }
    }

    /// The digest of one call's answer.
    pub fn digest_of(&self, call: &Call) -> Option<&str> {
        self.digests.get(call.function)?.get(call.number - 1).map(String::as_str)
    }

    /// What was answered to one call, if it was kept whole.
    pub fn answer_to(&self, call: &Call) -> Option<&Value> {
        self.answers.get(&call.name())
    }

    /// The functions to which something else is sent than when the answers were recorded.
    pub fn functions_called_otherwise(&self, calls: &[Call]) -> Vec<&'static str> {
        let recorded = self.digests.get(CALLS).map_or(&[][..], Vec::as_slice);
        FUNCTIONS.iter().map(|(function, ..)| *function).filter(|function| !recorded.contains(&of_calls(calls, function))).collect()
    }
}

/// Writes all that is recorded.
pub fn record(calls: &[Call], outcomes: &[Outcome], answer: &dyn Fn(&Call) -> Result<String, String>) {
    for folder in ["digests", "answers"] {
        std::fs::create_dir_all(file(folder, "")).unwrap();
    }
    let write = |folder: &str, name: String, text: String| std::fs::write(file(folder, &name), text).unwrap();
    let mut all_calls = String::new();
    for (function, _, whole) in FUNCTIONS {
        let of_function = calls.iter().zip(outcomes).filter(|(call, _)| call.function == function);
        let pairs: Vec<(&Call, &Outcome)> = of_function.collect();
        write("digests", format!("{function}.txt"), pairs.iter().map(|(_, outcome)| format!("{}\n", outcome.digest)).collect());
        let kept: Value = chosen(&pairs, whole).into_iter().map(|call| whole_answer(call, answer(call))).collect();
        write("answers", format!("{function}.json"), format!("{kept:#}\n"));
        all_calls.push_str(&of_calls(calls, function));
        all_calls.push('\n');
    }
    write("digests", format!("{CALLS}.txt"), all_calls);
}

/// So many calls, spread evenly: of every six, five that were answered and one that was refused. Of a few answers that lie
/// close to one another the shortest is taken, because people are to read it.
fn chosen<'c>(pairs: &[(&'c Call, &Outcome)], wanted: usize) -> Vec<&'c Call> {
    let windows = (0..wanted).map(|window| &pairs[window * pairs.len() / wanted..(window + 1) * pairs.len() / wanted]);
    let mut chosen = Vec::new();
    for (window, pairs) in windows.enumerate() {
        let answered = window % 6 != 3;
        let fitting = pairs.iter().filter(|(call, outcome)| outcome.answered == answered && call.json.len() < 20_000).take(if answered {
            5
        } else {
            1
        });
        let shortest = fitting.min_by_key(|(_, outcome)| outcome.length).or(pairs.first());
        chosen.extend(shortest.map(|(call, _)| *call));
    }
    chosen
}

/// A call and its answer, for people to read.
pub fn whole_answer(call: &Call, answer: Result<String, String>) -> Value {
    let read: Option<Value> = serde_json::from_str(&call.json).ok();
    // What another reader would read otherwise is shown as the text that it is.
    let sent = read.filter(|read| serde_json::to_string(read).is_ok_and(|text| text == call.json)).unwrap_or_else(|| json!(call.json));
    let (outcome, text) = match answer {
        Ok(text) => ("answer", text),
        Err(text) => ("refusal", text),
    };
    let text: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", call.name()));
    json!({ "call": call.name(), "of": RULEBOOKS[call.rulebook], "sent": sent, outcome: text })
}
