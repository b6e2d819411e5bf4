//! Cases of the professionals' meeting.

use serde_json::{Value, json};

use crate::common::camel;

use super::case::{Case, Check, includes, mentions, named, need, same, strings};
use super::{checklists, deadlines, people, routes};

/// Which meeting, and who attends. That a meeting is not called for can be said only of somebody who has considered all else.
pub fn answers(case: &Case<'_>) -> Result<Vec<Value>, String> {
    let not_indicated = case.expected.get("may_convene") == Some(&json!(false)) && case.expected.get("route").is_none();
    let attested = if not_indicated { json!({"othersConsidered": true}) } else { json!({}) };
    let meeting = json!({"meetingType": "professionals"});
    Ok(vec![case.ask_with("choose-meeting", &attested)?, case.ask_with("list-attendees", &meeting)?])
}

fn verdict(choice: &Value) -> Result<&Value, String> {
    routes::considered("professionals", choice).map(|considered| &considered["verdict"])
}

/// Is all that is missing something that comes before the meeting?
fn comes_before(wanted: &Value, choice: &Value) -> bool {
    let open = routes::considered("professionals", choice).map(|one| named(&one["preconditionsMissing"], "path")).unwrap_or_default();
    strings(wanted).iter().all(|fact| open.contains(&camel(fact)))
}

fn may_be_held(choice: &Value) -> Result<bool, String> {
    Ok(["may-be-held", "called-for"].iter().any(|verdict_of| verdict(choice).is_ok_and(|verdict| verdict == verdict_of)))
}

pub fn check(case: &Case<'_>, key: &str, wanted: &Value, answers: &[Value]) -> Option<Check> {
    let [choice, who] = answers else { unreachable!("two questions were asked") };
    let form = || checklists::of(case);
    Some(match key {
        "may_convene" | "may_request" => may_be_held(choice).and_then(|may| same(wanted, &json!(may))),
        "reason" => verdict(choice).and_then(|verdict| same(&super::case::word(wanted), verdict)),
        "suggest" if wanted == "include_family" => includes(&["HP-5.1j".to_owned()], &mentions(choice)),
        "criteria_met" => routes::considered("professionals", choice).and_then(|one| {
            let met = routes::bases(&one["criteriaMet"]);
            need(met == strings(wanted), format!("expected {wanted}, got {met:?}"))
        }),
        "route" => routes::route(wanted, choice),
        "not_routes" => routes::not_routes(wanted, choice),
        "consider" => match wanted.as_str() {
            Some(label) => routes::leads_to(label, choice),
            None => strings(wanted).iter().try_for_each(|label| routes::leads_to(label, choice)),
        },
        "complete" => form().and_then(|answer| checklists::complete(case, wanted, &answer)),
        "missing" if comes_before(wanted, choice) => Ok(()),
        "missing" => form().and_then(|answer| checklists::missing(wanted, &answer)),
        "items" => form().and_then(|answer| checklists::items(wanted, &answer)),
        "agenda_items" => form().and_then(|answer| same(wanted, &json!(answer["answer"]["items"].as_array().unwrap().len()))),
        "order" => form().and_then(|answer| {
            let order = named(&answer["answer"]["items"], "id");
            need(order == strings(wanted), format!("expected {wanted}, got {order:?}"))
        }),
        "venue_ok" => form().and_then(|answer| {
            let failed = checklists::item("venue_confidential", &answer).map(|item| item["met"].clone());
            same(wanted, &failed.ok_or("no item for the venue")?)
        }),
        "suggest_format" if wanted == "two_part" => {
            need(mentions(who).iter().any(|rule| ["HP-11.7", "HP-11.7b"].contains(&rule.as_str())), "two parts are not suggested")
        }
        "part_1" => {
            let absent = people_of(who, "excluded", "part-one");
            let others: Vec<String> = strings(wanted).into_iter().filter(|label| label != "professionals").collect();
            need(["child", "family"].iter().all(|one| absent.contains(&(*one).to_owned())), format!("only {absent:?} stay out of part one"))
                .and_then(|()| includes(&others, &people_of(who, "optional", "part-one")))
        }
        "part_2" => {
            let families = strings(wanted).into_iter().filter(|label| label != "professionals").map(|label| deadlines::family(&label));
            includes(&families.collect::<Vec<_>>(), &people_of(who, "optional", "part-two"))
        }
        _ => return people::check(case, key, wanted, std::slice::from_ref(who)),
    })
}

/// Those of a list who come for, or stay out of, one part of the meeting.
fn people_of(who: &Value, list: &str, part: &str) -> Vec<String> {
    let people = who["answer"][list].as_array().unwrap().iter().filter(|person| person["part"] == part);
    named(&people.cloned().collect(), "agency")
}
