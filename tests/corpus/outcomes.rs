//! What the library answers to every call, and where that differs from what was recorded.

use std::fmt::Write as _;
use std::thread::{available_parallelism, scope};

use safeguarding_rules::Rulebook;
use serde_json::Value;

use crate::calls::{Call, FUNCTIONS};
use crate::library::{self, RULEBOOKS};
use crate::recorded::{Recorded, digest, whole_answer};

/// What became of a call.
#[derive(Clone, Default)]
pub struct Outcome {
    pub answered: bool,
    pub length: usize,
    pub digest: String,
    /// How many words the answer's heading has, and how many the explanation.
    pub words: (usize, usize),
}

impl Outcome {
    fn of(answer: &Result<String, String>) -> Self {
        let (answered, text) = match answer {
            Ok(text) => (true, text),
            Err(text) => (false, text),
        };
        let digest = digest(&format!("{}\n{text}", if answered { "ok" } else { "err" }));
        Outcome { answered, length: text.len(), digest, words: read_aloud(text) }
    }
}

/// How long the heading and the explanation are, where there are any.
fn read_aloud(text: &str) -> (usize, usize) {
    let answer: Value = serde_json::from_str(text).unwrap_or_default();
    let words = |told: &Value| told.as_str().unwrap_or_default().split_whitespace().count();
    let heading = if answer["heading"].is_string() { &answer["heading"] } else { &answer["answer"]["heading"] };
    (words(heading), words(&answer["explanation"]))
}

/// The rulebooks that answer.
pub struct Library(Vec<Rulebook>);

impl Library {
    pub fn new() -> Self {
        Library(RULEBOOKS.into_iter().map(library::named).collect())
    }

    /// The answer to a call, or its refusal.
    pub fn answer(&self, call: &Call) -> Result<String, String> {
        library::call(call.function, &call.json, &self.0[call.rulebook])
    }

    /// Makes every call. The slow ones lie together, so each thread takes calls from all over.
    pub fn answer_all(&self, calls: &[Call]) -> Vec<Outcome> {
        let threads = available_parallelism().map_or(1, usize::from);
        let mut outcomes = vec![Outcome::default(); calls.len()];
        let share = &|first: usize| {
            let of_share = calls.iter().enumerate().skip(first).step_by(threads);
            of_share.map(|(place, call)| (place, Outcome::of(&self.answer(call)))).collect::<Vec<_>>()
        };
        scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|first| scope.spawn(move || share(first))).collect();
            for worker in workers {
                for (place, outcome) in worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)) {
                    outcomes[place] = outcome;
                }
            }
        });
        outcomes
    }
}

/// Longer calls are cut where differences are told.
const MOST_SHOWN: usize = 1_500;

/// Where the answers differ from those recorded: how many of each function, and the first three of each; nothing where
/// none does.
pub fn differences(calls: &[Call], outcomes: &[Outcome], library: &Library) -> String {
    let recorded = Recorded::read();
    let mut told = String::new();
    let otherwise = recorded.functions_called_otherwise(calls);
    if !otherwise.is_empty() {
        let _ = writeln!(told, "The calls themselves are others than those recorded: {}", otherwise.join(", "));
    }
    for (function, count, _) in FUNCTIONS {
        let of_function = calls.iter().zip(outcomes).filter(|(call, _)| call.function == function);
        let differing: Vec<&Call> =
            of_function.filter(|(call, outcome)| recorded.digest_of(call) != Some(&outcome.digest)).map(|(call, _)| call).collect();
        if differing.is_empty() {
            continue;
        }
        let _ = writeln!(told, "\n{function}: {} of {count} answers differ", differing.len());
        // Those kept whole tell most.
        let (whole, others): (Vec<&Call>, Vec<&Call>) = differing.iter().partition(|call| recorded.answer_to(call).is_some());
        for call in whole.into_iter().chain(others).take(3) {
            let shown: String = call.json.chars().take(MOST_SHOWN).collect();
            let _ = writeln!(told, "  {} of {}: {shown}", call.name(), RULEBOOKS[call.rulebook]);
            if let Some(was) = recorded.answer_to(call) {
                let mut paths = Vec::new();
                differing_paths(was, &whole_answer(call, library.answer(call)), "", &mut paths);
                let _ = writeln!(told, "    differs at {}", paths.join(", "));
            }
        }
    }
    told
}

/// The paths at which two values differ; where an object's names stand in another order, its own.
fn differing_paths(was: &Value, is: &Value, path: &str, paths: &mut Vec<String>) {
    match (was, is) {
        (Value::Object(was), Value::Object(is)) => {
            let under = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            let before = paths.len();
            for name in was.keys().chain(is.keys().filter(|name| !was.contains_key(*name))) {
                match (was.get(name), is.get(name)) {
                    (Some(was), Some(is)) => differing_paths(was, is, &under(name), paths),
                    _ => paths.push(under(name)),
                }
            }
            if paths.len() == before && !was.keys().eq(is.keys()) {
                paths.push(format!("{path} (order)"));
            }
        }
        (Value::Array(was), Value::Array(is)) if was.len() == is.len() => {
            for (place, (was, is)) in was.iter().zip(is).enumerate() {
                differing_paths(was, is, &format!("{path}[{place}]"), paths);
            }
        }
        _ if was == is => {}
        _ => paths.push(path.to_owned()),
    }
}
