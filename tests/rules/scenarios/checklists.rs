//! Cases that a checklist answers: what is complete, what is missing, which items there are.

use serde_json::{Value, json};

use super::case::{Case, Check, kebab, named, need, strings};

/// Names that a case gives to an item and we do not.
const ITEMS: [(&str, &str); 11] = [
    ("isa_signed", "agreement-signed"),
    ("monitoring", "engagement-plan-monitored"),
    ("reconvene_date", "meeting-reconvened"),
    ("community_rehabilitation_company", "spoc-community-rehabilitation-company"),
    ("crc", "spoc-community-rehabilitation-company"),
    ("probation", "spoc-national-probation-service"),
    ("yos", "spoc-youth-offending-service"),
    ("dsl", "spoc-designated-safeguarding-lead"),
    ("other_participants", "list-shared-with-other-participants"),
    ("lead", "list-shared-with-lead"),
    ("consider_how_best_to_engage", "engaging-the-family-considered"),
];

/// Is that the item which a case names? A case may say more of it than its name, or leave out what kind it is.
pub fn is_item(label: &str, item: &str) -> bool {
    if let Some((_, known)) = ITEMS.iter().find(|(known, _)| *known == label) {
        return *known == item;
    }
    let label = kebab(label);
    let is_said_of_it = |more: &str| more.starts_with('-') && ["-named", "-considered", "-agreed", "-sought", "-present"].contains(&more);
    label == item
        || label.starts_with(&format!("{item}-"))
        || item.strip_prefix(&label).is_some_and(is_said_of_it)
        || ["spoc", "meeting"].iter().any(|kind| item == format!("{kind}-{label}"))
}

/// The meeting of a case, or the one its area is about.
fn meeting(case: &Case<'_>) -> Value {
    match case.says("area_profile").as_str() {
        _ if case.names("meeting_type") => json!({}),
        // The list for going through a child was written while the measures of 2020 lasted.
        Some("northamptonshire") if case.names("output") => json!({"asOf": "2020-10-01"}),
        Some("bracknell_forest") if case.names("review_date") => json!({"meetingType": "tac-review"}),
        Some("bracknell_forest") => json!({"meetingType": "tac-initial"}),
        Some("hampshire") => json!({"meetingType": "professionals"}),
        _ => json!({}),
    }
}

/// A list by its name.
pub fn list(case: &Case<'_>, list: &str) -> Result<Value, String> {
    ask(case, &json!({"list": list}))
}

fn ask(case: &Case<'_>, more: &Value) -> Result<Value, String> {
    let mut all = meeting(case);
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    case.ask_with("make-checklist", &all)
}

/// The list that a case is about: the one it names, the one that holds what it finds missing, or the one that its facts say most of.
pub fn of(case: &Case<'_>) -> Result<Value, String> {
    let whole = ask(case, &json!({}))?;
    if case.names("output") {
        return Ok(whole);
    }
    let wanted = strings(case.expected.get("missing").unwrap_or(&Value::Null));
    let mut best: Option<(usize, usize, Value)> = None;
    for name in strings(&whole["answer"]["lists"]) {
        let answer = list(case, &name)?;
        let items = answer["answer"]["items"].as_array().unwrap();
        let holds = wanted.iter().all(|label| items.iter().any(|item| is_item(label, item["item"].as_str().unwrap())));
        let told = items.iter().filter(|item| item["met"] != "unknown").count();
        let share = told * 100 / items.len().max(1);
        if holds
            && (told > 0 || !wanted.is_empty())
            && best.as_ref().is_none_or(|(best_share, best_told, _)| (share, told) > (*best_share, *best_told))
        {
            best = Some((share, told, answer));
        }
    }
    best.map(|(_, _, answer)| answer).ok_or_else(|| format!("no list holds {wanted:?} and says anything of these facts"))
}

/// Is a list complete? What a case leaves out it finds missing: that is said by attesting that there is nothing else.
pub fn complete(case: &Case<'_>, wanted: &Value, answer: &Value) -> Check {
    let complete = &answer["answer"]["complete"];
    if complete == wanted {
        return Ok(());
    }
    let items = named(&answer["answer"]["items"], "item");
    let attested = ask(case, &json!({"othersConsidered": true}))?;
    let named_missing = strings(case.expected.get("missing").unwrap_or(&Value::Null));
    let known_missing = named(
        &json!(attested["answer"]["items"].as_array().unwrap().iter().filter(|item| item["met"] == false).collect::<Vec<_>>()),
        "item",
    );
    let found = !named_missing.is_empty()
        && named_missing.iter().all(|label| known_missing.iter().any(|item| items.contains(item) && is_item(label, item)));
    need(wanted == &json!(false) && complete == "not-established" && found, format!("complete: expected {wanted}, got {complete}"))
}

/// Is exactly that missing? What was never said may be missing beside it, what was said to be lacking may not.
pub fn missing(wanted: &Value, answer: &Value) -> Check {
    let wanted = strings(wanted);
    let missing = strings(&answer["answer"]["missing"]);
    let lacking: Vec<&String> = wanted.iter().filter(|label| !missing.iter().any(|item| is_item(label, item))).collect();
    need(lacking.is_empty(), format!("missing lacks {lacking:?} (has {missing:?})"))?;
    let said_no =
        |item: &&String| answer["answer"]["items"].as_array().unwrap().iter().any(|one| one["item"] == **item && one["met"] == false);
    let more: Vec<&String> = missing.iter().filter(said_no).filter(|item| !wanted.iter().any(|label| is_item(label, item))).collect();
    need(more.is_empty(), format!("{more:?} are missing too"))
}

/// The item that a case names.
pub fn item<'a>(label: &str, answer: &'a Value) -> Option<&'a Value> {
    answer["answer"]["items"].as_array()?.iter().find(|item| is_item(label, item["item"].as_str().unwrap()))
}

/// Are all these items there?
pub fn items(wanted: &Value, answer: &Value) -> Check {
    let missing: Vec<String> = strings(wanted).into_iter().filter(|label| item(label, answer).is_none()).collect();
    need(missing.is_empty(), format!("items lack {missing:?} (has {:?})", named(&answer["answer"]["items"], "item")))
}
