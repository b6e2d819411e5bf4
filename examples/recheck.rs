//! A server checks answers that pages have posted: each is worked out again from the facts that came with it.
//!
//! ```sh
//! cargo run --locked --example recheck -- OUR-PACK.json < posted.jsonl
//! ```
//!
//! The packs named are loaded first, in the object form from which they were sealed. Each line of the input is one posted answer,
//! `{"question": "classify-concern", "facts": {…}, "decision": {…}}`, and what became of it is said in one line. Ends with 1 where
//! one differs, otherwise with 2 where one could not be rechecked.

use std::fmt::{self, Display, Formatter};
use std::io::stdin;
use std::process::ExitCode;

use safeguarding_rules::{Error, Rulebook};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

/// The version of the format in which elements write a decision: they put it beside the decision's own fields.
const API: u32 = 1;

#[derive(Deserialize)]
struct Posted {
    question: String,
    facts: Box<RawValue>,
    decision: Box<RawValue>,
}

enum Verdict {
    SameBytes,
    Same,
    Differs(Vec<String>),
    Refused(Error),
    OtherRules(Vec<String>),
}

impl Display for Verdict {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Verdict::SameBytes => write!(to, "The answer is the same, byte for byte."),
            Verdict::Same => write!(to, "The answer is the same."),
            Verdict::Differs(paths) => write!(to, "The answer differs in: {}", paths.join(", ")),
            Verdict::Refused(refusal) => write!(to, "These facts have no answer: {} at {:?}.", refusal.code(), refusal.path()),
            Verdict::OtherRules(paths) => write!(to, "It cannot be rechecked, other rules answered: {}", paths.join(", ")),
        }
    }
}

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<ExitCode> {
    let mut rulebook = Rulebook::built_in();
    for file in std::env::args().skip(1) {
        rulebook = rulebook.with(&std::fs::read_to_string(file)?)?;
    }
    let mut verdicts = Vec::new();
    for line in stdin().lines() {
        let verdict = recheck(&serde_json::from_str(&line?)?, &rulebook)?;
        println!("{verdict}");
        verdicts.push(verdict);
    }
    Ok(exit_code(&verdicts))
}

fn exit_code(verdicts: &[Verdict]) -> ExitCode {
    if verdicts.iter().any(|verdict| matches!(verdict, Verdict::Differs(_) | Verdict::Refused(_))) {
        return ExitCode::from(1);
    }
    if verdicts.iter().any(|verdict| matches!(verdict, Verdict::OtherRules(_))) {
        return ExitCode::from(2);
    }
    ExitCode::SUCCESS
}

fn recheck(posted: &Posted, rulebook: &Rulebook) -> Outcome<Verdict> {
    let mut decision: Value = serde_json::from_str(posted.decision.get())?;
    let again = match answer(&posted.question, posted.facts.get(), &decision, rulebook) {
        Ok(again) => again,
        Err(refusal) => return Ok(Verdict::Refused(refusal)),
    };
    if again == posted.decision.get() {
        return Ok(Verdict::SameBytes);
    }
    if let Some(fields) = decision.as_object_mut().filter(|fields| fields.get("api") == Some(&API.into())) {
        fields.shift_remove("api");
    }
    let mut found = Vec::new();
    differences(&decision, &serde_json::from_str(&again)?, "", &mut found);
    Ok(verdict(found))
}

/// Where two answers differ, and whether a date does.
struct Difference {
    path: String,
    is_date: bool,
}

/// A date that differs is told first, whatever answered. What else rests on other rules may differ, and rightly so.
fn verdict(mut found: Vec<Difference>) -> Verdict {
    found.sort_by_key(|difference| !difference.is_date);
    let is_date = found.first().is_some_and(|first| first.is_date);
    let paths: Vec<String> = found.into_iter().map(|difference| difference.path).collect();
    if is_date {
        Verdict::Differs(paths)
    } else if paths.iter().any(|path| path == "basis.engine" || path.starts_with("basis.packs")) {
        Verdict::OtherRules(paths)
    } else if paths.is_empty() {
        Verdict::Same
    } else {
        Verdict::Differs(paths)
    }
}

/// The answer as JSON text: of a question, or of a function that puts a decision into words or tells of packs.
fn answer(question: &str, facts: &str, posted: &Value, rulebook: &Rulebook) -> Result<String, Error> {
    match question {
        "compare-packs" => rulebook.compare(facts),
        "record-consent-basis" => rulebook.answer(question, &completed(facts, posted)),
        _ => rulebook.answer(question, facts),
    }
}

/// A page that leaves out a record's id, time and salt gets them made: they stand in the record, and make the same one again.
fn completed(facts: &str, posted: &Value) -> String {
    let canonical = posted.pointer("/answer/record/canonical").and_then(Value::as_str).unwrap_or_default();
    let record: Value = serde_json::from_str(canonical).unwrap_or_default();
    let Ok(Value::Object(mut whole)) = serde_json::from_str(facts) else { return facts.to_owned() };
    for name in ["id", "createdAt", "salt"] {
        if whole.get(name).is_none_or(Value::is_null) && record[name].is_string() {
            whole.insert(name.to_owned(), record[name].clone());
        }
    }
    Value::from(whole).to_string()
}

/// Where two answers differ. The order of fields counts for nothing: a store may have changed it.
fn differences(posted: &Value, again: &Value, path: &str, found: &mut Vec<Difference>) {
    match (posted, again) {
        (Value::Object(fields), Value::Object(others)) => {
            let under = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            for (name, other) in others {
                differences(fields.get(name).unwrap_or(&Value::Null), other, &under(name), found);
                if other.is_null() && !fields.contains_key(name) {
                    found.push(Difference { path: under(name), is_date: false });
                }
            }
            // A name that is not ours may hold what was typed.
            if fields.keys().any(|name| !others.contains_key(name)) {
                found.push(Difference { path: under("…"), is_date: false });
            }
        }
        (Value::Array(items), Value::Array(others)) if items.len() == others.len() => {
            for (place, (item, other)) in items.iter().zip(others).enumerate() {
                differences(item, other, &format!("{path}[{place}]"), found);
            }
        }
        _ if posted == again => {}
        // What the answer rests on has dates of its own.
        _ => {
            let is_of_answer = path.is_empty() || path.starts_with("answer");
            found.push(Difference { path: path.to_owned(), is_date: is_of_answer && times_in(path, posted) != times_in(path, again) });
        }
    }
}

/// Whatever an engine calls itself, a day that people meet on is the same or is not: also where a sentence says it, or a timescale.
fn times_in<'v>(path: &str, value: &'v Value) -> Vec<&'v str> {
    match value {
        Value::String(text) if path.ends_with("imescale") => vec![text.as_str()],
        Value::String(text) if path.ends_with("heading") || path.ends_with("advice") => {
            text.split(|sign: char| !sign.is_ascii_digit()).filter(|number| !number.is_empty()).collect()
        }
        other => dates_in(other),
    }
}

/// Every date and moment, in order.
fn dates_in(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) if text.get(..10).is_some_and(is_date) => vec![text],
        Value::Array(items) => items.iter().flat_map(dates_in).collect(),
        Value::Object(fields) => fields.values().flat_map(dates_in).collect(),
        _ => Vec::new(),
    }
}

fn is_date(text: &str) -> bool {
    text.bytes().enumerate().all(|(place, sign)| if matches!(place, 4 | 7) { sign == b'-' } else { sign.is_ascii_digit() })
}
