//! Verifies a chain of records natively: every hash, every place, and the answer of each to its own facts.

use anyhow::{Context, Result, bail};
use safeguarding_rules::Rulebook;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;

/// Prints what is wrong with the records of a file, one on each line, and fails where anything is.
pub fn verify(chain: &str, head: Option<&str>) -> Result<()> {
    let text = fs::read_to_string(chain).with_context(|| format!("could not read {chain}"))?;
    let records: Vec<Value> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()
        .context("a line is no JSON")?;
    let mut found = findings(&records);
    if let Some(head) = head {
        let head: Value = serde_json::from_str(&fs::read_to_string(head).with_context(|| format!("could not read {head}"))?)?;
        if (head["length"].as_u64(), head["hash"].as_str()) != (Some(records.len() as u64), records.last().and_then(hash)) {
            found.push("the head counts other records: some were cut off or added".to_owned());
        }
    }
    for finding in &found {
        println!("{finding}");
    }
    if !found.is_empty() {
        bail!("{} records: not whole", records.len());
    }
    println!("{} records: whole{}", records.len(), if head.is_some() { "" } else { ", as far as can be seen without a head" });
    Ok(())
}

fn findings(records: &[Value]) -> Vec<String> {
    let rulebook = Rulebook::built_in();
    let (mut found, mut ids) = (Vec::new(), BTreeSet::new());
    let (mut missing, mut taken) = (BTreeSet::new(), BTreeSet::new());
    let mut previous = None;
    for (place, record) in (1u64..).zip(records) {
        let mut tell = |what: &str| found.push(format!("record {place}: {what}"));
        changed(record).iter().for_each(|part| tell(&format!("{part} was changed")));
        if (record["number"].as_u64(), record["previous"].as_str()) != (Some(place), previous) {
            tell("it is not in its place");
        }
        let id = record["id"].as_str().unwrap_or_default();
        if !ids.insert(id) {
            tell("its id stands before it");
        }
        previous = hash(record);
        let lacks: Vec<_> = fields(record, "parts").filter(|(part, _)| record["contents"].get(part).is_none()).collect();
        if record["kind"] == "redaction" {
            let parts = record["redactedParts"].as_array().into_iter().flatten();
            taken.extend(parts.filter_map(Value::as_str).map(|part| (record["redacts"].as_str().unwrap_or_default(), part)));
        } else if lacks.is_empty() {
            tell_other_answer(&rulebook, record, &mut tell);
        }
        missing.extend(lacks.into_iter().map(|(part, _)| (id, part.as_str())));
    }
    if missing != taken {
        found.push("what is missing is not what was recorded as taken out".to_owned());
    }
    found
}

/// What of one record is not as it was hashed.
fn changed(record: &Value) -> Vec<String> {
    let hashed: Map<String, Value> = record.as_object().cloned().unwrap_or_default();
    let hashed: Map<String, Value> = hashed.into_iter().filter(|(name, _)| !["contents", "hash"].contains(&name.as_str())).collect();
    let own = (Some(digest(&Value::Object(hashed)).as_str()) != hash(record)).then(|| "hash".to_owned());
    let parts = fields(record, "contents")
        .filter(|(part, content)| record["parts"][part.as_str()] != digest(content))
        .map(|(part, _)| part.clone());
    own.into_iter().chain(parts).collect()
}

/// An answer of other rules cannot be worked out again here: that is said, and is no fault of the record.
fn tell_other_answer(rulebook: &Rulebook, record: &Value, tell: &mut impl FnMut(&str)) {
    let facts: Map<String, Value> = fields(record, "contents")
        .filter_map(|(part, content)| Some((part.strip_prefix("facts.")?.to_owned(), content["value"].clone())))
        .collect();
    let kept = &record["contents"]["decision"]["value"];
    let question = record["question"].as_str().unwrap_or_default();
    match rulebook.answer(question, &Value::Object(facts).to_string()).map(|answer| serde_json::from_str::<Value>(&answer)) {
        Ok(Ok(again)) if again == *kept => {}
        Ok(Ok(again)) if again["basis"] != kept["basis"] => {
            println!("record {}: other rules answered, not worked out again", record["number"])
        }
        _ => tell("the rules give another answer to its facts"),
    }
}

fn fields<'r>(record: &'r Value, group: &str) -> impl Iterator<Item = (&'r String, &'r Value)> {
    record[group].as_object().into_iter().flatten()
}

fn hash(record: &Value) -> Option<&str> {
    record["hash"].as_str()
}

fn digest(value: &Value) -> String {
    let canonical = serde_jcs::to_vec(value).expect("JSON that was read has a canonical form");
    Sha256::digest(canonical).iter().map(|byte| format!("{byte:02x}")).collect()
}
