//! Cases about which meeting: where the circumstances lead, for the area `meeting_route`, the MASH and the conference.

use serde_json::{Value, json};

use crate::common::camel;

use super::case::{Case, Check, area, asks_for, base, codes, includes, kebab, mentions, named, need, strings};
use super::{checklists, people};

/// Routes and meetings that a case calls by another name than we do.
const ROUTES: [(&str, &[&str]); 18] = [
    ("mash_enquiry", &["mash"]),
    ("consider_tac", &["tac-initial"]),
    ("tac", &["tac-initial"]),
    ("tac_initial", &["tac-initial"]),
    ("mdt", &["mdt-locality", "mdt-countywide"]),
    ("strategy_discussion", &["strategy"]),
    ("strategy_meeting", &["strategy"]),
    ("strategy_s47", &["strategy", "s47"]),
    ("s47_enquiry", &["s47"]),
    ("adult_safeguarding_and_check", &["adult-safeguarding"]),
    ("agency_escalation_policy", &["agency-escalation"]),
    ("hips_escalation_policy", &["escalation"]),
    ("not_determined_by_004", &["not-determined"]),
    ("normal_case_management_and_safeguarding", &["normal-case-management"]),
    ("child_protection_procedures", &["child-protection-procedures"]),
    ("cp_procedures", &["child-protection-procedures"]),
    ("initial_child_protection_conference", &["cp-conference"]),
    ("identify_appropriate_intervention", &["appropriate-help"]),
];

/// A route or meeting in our words.
pub fn ours(label: &str) -> Vec<String> {
    let known = ROUTES.iter().find(|(known, _)| *known == label);
    known.map_or_else(|| vec![kebab(label)], |(_, routes)| routes.iter().map(|route| (*route).to_owned()).collect())
}

pub fn route(wanted: &Value, answer: &Value) -> Check {
    let got = answer["answer"]["route"].as_str().unwrap_or("no route");
    let wanted = ours(wanted.as_str().unwrap());
    need(wanted.iter().any(|route| route == got), format!("expected {wanted:?}, got {got}"))
}

/// Are these meetings ruled out, or do the circumstances lead to none of them?
pub fn not_routes(wanted: &Value, answer: &Value) -> Check {
    let out = named(&answer["answer"]["notRoutes"], "meeting");
    for label in strings(wanted) {
        includes(&ours(&label), &out)?;
    }
    let called = named(&answer["answer"]["routes"], "route");
    let still: Vec<String> = strings(wanted).iter().flat_map(|label| ours(label)).filter(|route| called.contains(route)).collect();
    need(still.is_empty(), format!("{still:?} are routes nevertheless"))
}

/// Is one of these among the routes?
pub fn leads_to(label: &str, answer: &Value) -> Check {
    includes(&ours(label), &named(&answer["answer"]["routes"], "route"))
}

/// What the answer says of one meeting.
pub fn considered<'a>(meeting: &str, answer: &'a Value) -> Result<&'a Value, String> {
    let meetings = answer["answer"]["meetings"].as_array().unwrap();
    meetings.iter().find(|considered| considered["meeting"] == meeting).ok_or_else(|| format!("nothing is said of {meeting}"))
}

pub fn answers(case: &Case<'_>) -> Result<Vec<Value>, String> {
    let of_conference = ["strategy_discussion_held", "s47_threshold_agreed", "s47_concluded", "continuing_risk_evidence"];
    let meeting = if of_conference.iter().any(|fact| case.names(fact)) { json!({"meetingType": "cp-conference"}) } else { json!({}) };
    Ok(vec![case.ask_with("choose-meeting", &meeting)?])
}

pub fn check(case: &Case<'_>, key: &str, wanted: &Value, answers: &[Value]) -> Option<Check> {
    let answer = &answers[0];
    let meeting = |meeting: &str| case.ask_with("choose-meeting", &json!({ "meetingType": meeting }));
    let checklist = |list: &str| checklists::list(case, list);
    let rule_of_strategy = |rule: &str| includes(&[rule.to_owned()], &mentions(&meeting("strategy")?));
    let is_false = |check: Check| if wanted == &json!(false) { check } else { Err(format!("{key}: nothing of ours ever says {wanted}")) };
    Some(match key {
        "route" => route(wanted, answer),
        "not_routes" => not_routes(wanted, answer),
        "clock_suspended" | "strategy_clock_running" => is_false(need(
            codes(answer).contains(&"mash-pauses-nothing".to_owned()) && answer["answer"]["route"] != "strategy",
            "nothing says that an enquiry pauses no clock, or a strategy discussion is called for",
        )),
        "new_referral_required" => is_false(rule_of_strategy("TR-S7")),
        "multiple_discussions_allowed" if wanted == &json!(true) => rule_of_strategy("TR-S6"),
        "mash_required" => is_false(meeting("strategy").and_then(|answer| {
            let considered = considered("strategy", &answer)?;
            need(considered["verdict"] == "called-for" && considered["preconditionsMissing"] == json!([]), "something comes before it")
        })),
        "ask" => asks_for(wanted, answer),
        "role" if wanted == "unique_perspective" => {
            checklist("mash").and_then(|answer| checklists::items(&json!(["own-perspective"]), &answer))
        }
        "isa_required_by_002" => checklist("mash").and_then(|answer| {
            let asked = checklists::item("agreement-signed", &answer).is_some();
            need(json!(asked) == *wanted, format!("the agreement is asked for: {asked}"))
        }),
        "consider" => checklist("threshold-decision").and_then(|answer| {
            let considered = strings(wanted).into_iter().map(|label| format!("{label}_considered")).collect();
            checklists::items(&considered, &answer)
        }),
        "decision_by" => checklist("threshold-decision").and_then(|answer| {
            let decision = checklists::item("threshold-decision", &answer).ok_or("no item for the decision")?;
            includes(&[kebab(wanted.as_str().unwrap())], &strings(&decision["by"]))
        }),
        "engine_decides" => is_false(includes(&["people-decide".to_owned()], &codes(answer))),
        "conference" => meeting("cp-conference").and_then(|answer| conference(wanted, &answer)),
        "complete" if case.names("core_partner") => checklist("mash").and_then(|answer| checklists::complete(case, wanted, &answer)),
        "missing" if case.names("core_partner") => checklist("mash").and_then(|answer| checklists::missing(wanted, &answer)),
        "missing" => {
            let meetings = answer["answer"]["meetings"].as_array().unwrap().iter();
            let open: Vec<String> = meetings.flat_map(|one| named(&one["preconditionsMissing"], "path")).collect();
            includes(&strings(wanted).iter().map(|fact| camel(fact)).collect::<Vec<_>>(), &open)
        }
        "dispute_route_available" => meeting("cp-conference").and_then(|answer| {
            let said = codes(&answer).contains(&"disagreement-route-open".to_owned());
            need(json!(said) == *wanted, format!("that the route of disagreement is open is said: {said}"))
        }),
        "allocate" => checklist("s47-checks")
            .and_then(|answer| checklists::items(&json!([format!("allocate_{}", wanted.as_str().unwrap())]), &answer)),
        "engage" if wanted == "all_agencies" => section_47(case).and_then(|answer| includes(&["CD-25a".to_owned()], &mentions(&answer))),
        "contact_via" => case
            .ask_with("list-deadlines", &json!({"duty": "s47-checks"}))
            .and_then(|answer| includes(&strings(wanted), &strings(&answer["answer"]["deadlines"][0]["channel"]))),
        "involve_in" if wanted == "s47_enquiry" => section_47(case).and_then(|answer| {
            let agency = case.says("agency").get("name").and_then(Value::as_str).unwrap_or("other agency").to_owned();
            let invited = ["required", "expected", "optional"].iter().flat_map(|list| named(&answer["answer"][*list], "agency"));
            includes(&[kebab(&agency.replace(' ', "-"))], &invited.collect::<Vec<_>>())
        }),
        "include_information_already_given_to_mash" => checklist("s47-checks").and_then(|answer| {
            let asked = checklists::item("include-information-given-to-mash", &answer).is_some();
            need(json!(asked) == *wanted, format!("it is asked for: {asked}"))
        }),
        "share" => {
            checklist("s47-checks").and_then(|answer| checklists::items(&json!([format!("share_{}", wanted.as_str().unwrap())]), &answer))
        }
        "warn" => warn(case, wanted),
        "latest_known" => warned(case, "generic_002").and_then(|text| {
            let words = wanted.as_str().unwrap().split(' ');
            need(words.clone().all(|word| text.contains(word)), format!("{wanted} is not in {text}"))
        }),
        _ if case.names("meeting_type") => match case.ask("list-attendees") {
            Ok(who) => return people::check(case, key, wanted, &[who]),
            Err(refused) => Err(refused),
        },
        _ => return None,
    })
}

/// May a conference be convened, not yet, or does nothing speak for it?
fn conference(wanted: &Value, answer: &Value) -> Check {
    let verdict = considered("cp-conference", answer)?["verdict"].as_str().unwrap().to_owned();
    let ours = match wanted.as_str().unwrap() {
        "convene" => "called-for",
        other => &kebab(other),
    };
    need(verdict == ours, format!("expected {ours}, got {verdict}"))
}

fn section_47(case: &Case<'_>) -> Result<Value, String> {
    case.ask_with("list-attendees", &json!({"meetingType": "s47"}))
}

/// What is said of the edition that the document of an area rests on.
fn warned(case: &Case<'_>, profile: &str) -> Result<String, String> {
    let answer = case.ask_with("choose-meeting", &json!({"area": area(profile)}))?;
    let own = answer["basis"]["packs"][0].clone();
    Ok(format!("{} {}", own, answer["cautions"]))
}

/// Is each document's edition told, by the years and names that a case gives?
fn warn(case: &Case<'_>, wanted: &Value) -> Check {
    for (profile, cites) in wanted.as_object().unwrap() {
        let said = warned(case, profile)?;
        let cites = cites.as_str().unwrap();
        let years = cites.split(|c: char| !c.is_ascii_digit()).filter(|year| year.len() == 4);
        let names = EDITIONS.iter().filter(|(short, _)| cites.contains(short)).map(|(_, name)| *name);
        let named: Vec<&str> = years.chain(names).collect();
        need(!named.is_empty(), format!("{cites} names no edition that the runner knows"))?;
        need(named.iter().all(|name| said.contains(name)), format!("{profile}: {named:?} are not all told in {said}"))?;
        need(said.contains("not confirmed in force"), format!("{profile}: {said}"))?;
    }
    Ok(())
}

/// Editions that a case names in short.
const EDITIONS: [(&str, &str); 2] = [("WT", "Working Together"), ("CAF", "Common Assessment Framework")];

/// Rules of a list, without the parts that we added.
pub fn bases(ids: &Value) -> Vec<String> {
    strings(ids).iter().map(|id| base(id).to_owned()).collect()
}
