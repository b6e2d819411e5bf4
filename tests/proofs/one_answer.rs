//! Calls of the corpus, and as many more of their kind as are wanted, with a digest of what is answered natively: hosts in
//! which the library runs too must answer each alike.

use safeguarding_rules::Rulebook;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::calls::{Call, call};
use crate::common::QUESTIONS;
use crate::library::named;

/// How many calls of each question, and from which on: `SAFEGUARDING_CALLS=1001+500`.
fn wanted() -> std::ops::Range<usize> {
    let words = std::env::var("SAFEGUARDING_CALLS").unwrap_or_else(|_| "1+5".to_owned());
    let (from, count) = words.split_once('+').expect("a number, + and a count");
    let [from, count]: [usize; 2] = [from, count].map(|number| number.parse().expect("a number"));
    from..from + count
}

/// What a page fills in by itself, by its clock and by chance.
const MADE: [(&str, &str); 3] = [("id", "record-1"), ("createdAt", "2026-03-02T09:00"), ("salt", "00112233445566778899aabbccddeeff")];

/// The facts, with nothing left that a host would make up.
fn completed(question: &str, mut call: Call) -> Call {
    if let ("record-consent-basis", Ok(Value::Object(mut facts))) = (question, serde_json::from_str(&call.json)) {
        for (name, value) in MADE {
            if facts.get(name).is_none_or(|given| given.is_null() || given == "unknown") {
                facts.insert(name.to_owned(), value.into());
            }
        }
        call.json = Value::Object(facts).to_string();
    }
    call
}

fn digest(call: &Call, question: &str, rulebook: &Rulebook) -> String {
    let told = match rulebook.answer(question, &call.json) {
        Ok(answer) => format!("ok\n{answer}"),
        Err(refusal) => format!("err\n{}", json!(refusal)),
    };
    Sha256::digest(told).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// One a line: the function's name, its number, what is sent, and the digest.
#[test]
fn each_call_is_told_with_what_is_answered_natively() {
    let rulebook = named("built-in");
    for question in QUESTIONS {
        let function = crate::common::camel(&question.replace('-', "_"));
        let function = crate::calls::FUNCTIONS.iter().find(|(known, ..)| *known == function).unwrap().0;
        let lines: Vec<String> = wanted()
            .map(|number| completed(question, call(function, number)))
            .map(|call| json!([call.function, call.number, call.json, digest(&call, question, &rulebook)]).to_string())
            .collect();
        println!("{}", lines.join("\n"));
    }
}
