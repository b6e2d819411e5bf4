//! Cases about the basis on which information is shared.

use serde_json::{Value, json};

use crate::common::camel;

use super::case::{Case, Check, codes, includes, kebab, named, need, same, strings};
use super::checklists;

pub fn answers(case: &Case<'_>) -> Result<Vec<Value>, String> {
    let question = if case.names("output") { "make-checklist" } else { "record-consent-basis" };
    let answer = case.ask(question)?;
    if question == "record-consent-basis" {
        same(&json!(false), &answer["answer"]["sharingBlocked"])?;
    }
    Ok(vec![answer])
}

/// The field of our record that a case names.
fn field(label: &str) -> String {
    match label {
        "agreement_of_invited_agencies_sought" => "agreementSought".to_owned(),
        "article_9_condition" => "art9Condition".to_owned(),
        "recipient" => "sharedWith".to_owned(),
        "reasoning" => "necessary".to_owned(),
        "decision_maker" => "decidedBy".to_owned(),
        "date_time" => "decidedAt".to_owned(),
        other => camel(other),
    }
}

fn fields(wanted: &Value) -> Vec<String> {
    strings(wanted).iter().map(|label| field(label)).collect()
}

/// The basis or condition that a label begins with.
fn is_listed(label: &str, list: &Value) -> bool {
    named(list, "id").iter().any(|id| kebab(label).starts_with(id.as_str()))
}

/// The article that a label begins with, such as `9(2)(h)`.
fn article(label: &str) -> Option<&str> {
    let end = label.match_indices(')').nth(1)?.0;
    Some(&label[..=end])
}

pub fn check(case: &Case<'_>, key: &str, wanted: &Value, answers: &[Value]) -> Option<Check> {
    let decision = &answers[0];
    let answer = &decision["answer"];
    let record = &answer["record"];
    let each = |list: &Value| {
        strings(wanted).iter().try_for_each(|label| need(is_listed(label, list), format!("{label} is not in {:?}", named(list, "id"))))
    };
    Some(match key {
        "record_complete" => same(wanted, &record["complete"]),
        "consent_required" => same(wanted, &answer["consentRequired"]),
        "consent_necessary" => match wanted {
            Value::Bool(false) => same(&json!("not-necessary"), &answer["consentToMeet"]),
            Value::String(_) => same(&super::case::word(wanted), &answer["consentToMeet"]),
            _ => Err("no document here makes consent to a meeting necessary".to_owned()),
        },
        "permission_advised" => need(
            wanted == &json!(false) && ["unlikely-to-help", "not-necessary"].iter().any(|word| answer["consentToMeet"] == *word),
            format!("of consent to the meeting it says {}", answer["consentToMeet"]),
        ),
        "precondition_met" => same(wanted, &answer["preconditionMet"]),
        "sharing_blocked" => same(wanted, &answer["sharingBlocked"]),
        "missing" => includes(&fields(wanted), &strings(&record["missing"])),
        "lawful_basis_required" => same(wanted, &json!(strings(&record["missing"]).contains(&"lawfulBasis".to_owned()))),
        "record_fields" => {
            let asked: Vec<String> = [strings(&record["missing"]), strings(&record["recommended"])].concat();
            let open = fields(wanted).into_iter().filter(|field| !record["canonical"].as_str().unwrap().contains(&format!("\"{field}\"")));
            includes(&open.collect::<Vec<_>>(), &asked)
        }
        "recommended_bases" => {
            let bases = answer["lawfulBases"].as_array().unwrap().iter().filter(|basis| basis.get("recommended").is_some());
            each(&bases.cloned().collect())
        }
        "bases_to_consider" => each(&answer["lawfulBases"]),
        "bases_excluded" => each(&answer["basesExcluded"]),
        "suggest" => strings(wanted).iter().try_for_each(|label| {
            let article = article(label).ok_or_else(|| format!("{label} names no article"))?;
            need(
                named(&answer["conditions"], "article").iter().any(|known| known.contains(article)),
                format!("no condition of Article {article}"),
            )
        }),
        "inform_family" => match wanted.as_str() {
            Some("yes_unless_recorded_exception" | "yes") => same(&json!("inform"), &answer["informFamily"]),
            _ => same(&super::case::word(wanted), &answer["informFamily"]),
        },
        "sharing_rules" if wanted == "lawful_basis_assessed_separately" => {
            includes(&["not-a-safeguarding-share".to_owned()], &codes(decision))
        }
        "items" => checklists::items(wanted, decision),
        "context" if case.names("output") => checklists::items(&json!([format!("in_{}_context", wanted.as_str().unwrap())]), decision),
        _ => return None,
    })
}
