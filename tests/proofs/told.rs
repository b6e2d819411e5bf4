//! What of an answer protects, and what holds of every answer whatever was asked.

use std::borrow::Cow;
use std::collections::BTreeMap;

use safeguarding_rules::Rulebook;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

/// What of an answer protects: by name, how much; less is more. What is not named protects nobody.
pub type Protection = BTreeMap<String, i64>;

/// What matters of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub protection: Protection,
    /// Names that this answer does not ask of one on fewer facts: who is kept away, and a meeting's second part.
    pub left_open: Vec<String>,
    pub settled: bool,
    /// Do its facts contradict each other?
    pub contradicts: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Decision<'d> {
    #[serde(borrow)]
    because: Vec<Cited<'d>>,
    #[serde(borrow)]
    also_applies: Vec<Cited<'d>>,
    #[serde(borrow)]
    set_aside: Vec<Cited<'d>>,
    ask: Vec<IgnoredAny>,
    settled: bool,
    #[serde(borrow)]
    cautions: Vec<Caution<'d>>,
    #[serde(borrow)]
    basis: Basis<'d>,
    answer: Value,
}

#[derive(Deserialize)]
struct Cited<'d> {
    #[serde(borrow)]
    id: Cow<'d, str>,
    #[serde(borrow)]
    document: Cow<'d, str>,
    #[serde(borrow)]
    force: Cow<'d, str>,
    #[serde(borrow)]
    place: Cow<'d, str>,
    #[serde(borrow, default)]
    reason: Option<Cow<'d, str>>,
}

#[derive(Deserialize)]
struct Caution<'d> {
    #[serde(borrow)]
    code: Cow<'d, str>,
}

#[derive(Deserialize)]
struct Basis<'d> {
    #[serde(borrow)]
    packs: Vec<InUse<'d>>,
}

#[derive(Deserialize)]
struct InUse<'d> {
    #[serde(borrow)]
    title: Cow<'d, str>,
}

const NO_RULE: [&str; 4] = ["not-covered", "no-route", "no-time-limit", "not-in-force-that-day"];
const FORCES: [&str; 3] = ["must", "should", "may"];
const FAMILY: [&str; 2] = ["parents-or-carers", "family"];

/// The answer to a question, after what holds of every answer was seen to hold of it.
pub fn told(question: &str, facts: &Value, rulebook: &Rulebook) -> Told {
    let text = rulebook.answer(question, &facts.to_string()).unwrap_or_else(|refusal| panic!("{question} {facts}: {refusal}"));
    let decision: Decision = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{question} {facts}: {error}"));
    hold_laws(question, &decision, facts, &text);
    let answer = &decision.answer;
    let (protection, left_open) = match question {
        "classify-concern" => (timing(answer), Vec::new()),
        "list-attendees" => people(answer),
        "list-deadlines" => (deadlines(answer), Vec::new()),
        "choose-meeting" => (route(answer), Vec::new()),
        "make-checklist" => (named(answer["items"].as_array(), "id"), Vec::new()),
        "resolve-disagreement" => (steps(answer), Vec::new()),
        "record-consent-basis" => (named(answer["lawfulBases"].as_array(), "id"), Vec::new()),
        other => panic!("what protects in {other}?"),
    };
    let contradicts = decision.cautions.iter().any(|caution| caution.code == "facts-contradict");
    Told { protection, left_open, settled: decision.settled, contradicts }
}

/// The laws that one answer shows by itself.
fn hold_laws(question: &str, decision: &Decision<'_>, facts: &Value, text: &str) {
    let says = |code: &str| decision.cautions.iter().any(|caution| caution.code == code);
    let answer = &decision.answer;
    // 2: settled is what nobody needs to be asked for.
    assert_eq!(decision.settled, decision.ask.is_empty(), "{question} {facts}");
    // 3: what was set aside says why.
    assert!(decision.set_aside.iter().all(|cited| cited.reason.as_ref().is_some_and(|reason| !reason.is_empty())), "{question} {facts}");
    for cited in decision.because.iter().chain(&decision.also_applies).chain(&decision.set_aside) {
        // 4: the document's own force and place travel with the answer.
        assert!(FORCES.contains(&&*cited.force) && !cited.place.is_empty(), "{question} {facts}: {}", cited.id);
        // 6: a rule of one partnership reaches no other.
        assert!(decision.basis.packs.iter().any(|pack| pack.title == cited.document), "{question} {facts}: {}", cited.id);
    }
    assert!(!decision.because.is_empty() || NO_RULE.iter().any(|code| says(code)), "{question} {facts}: no rule, and it does not say so");
    // 5: that a threshold is not met is nobody's to say here.
    assert!(!text.contains("threshold is not met") && !text.contains("threshold not met"), "{question} {facts}");
    // 7: nothing blocks protection.
    assert_ne!(answer["protectiveActionSuspended"], true, "{question} {facts}");
    assert_ne!(answer["sharingBlocked"], true, "{question} {facts}");
    // 8: nothing reaches the family before a recorded no.
    if facts["parentsPoseRisk"] != false || facts.get("fiiConcern").is_some_and(|said| said == true) {
        assert!(!reaches_family(answer), "{question} {facts}");
    }
}

fn reaches_family(answer: &Value) -> bool {
    let of_family = |list: &Value, field: &str, held: &str| {
        let somebody = |one: &Value| one[field].as_str().is_some_and(|who| FAMILY.contains(&who)) && one[held] != true;
        list.as_array().is_some_and(|list| list.iter().any(somebody))
    };
    ["required", "expected", "optional"].iter().any(|list| of_family(&answer[*list], "agency", "notYetInvited"))
        || of_family(&answer["distribution"], "id", "withheld")
        || answer["deadlines"].as_array().is_some_and(|duties| duties.iter().any(|duty| of_family(&duty["to"], "id", "")))
}

fn named(list: Option<&Vec<Value>>, field: &str) -> Protection {
    list.into_iter().flatten().filter_map(|one| one[field].as_str()).map(|name| (name.to_owned(), 0)).collect()
}

/// Days since the first of January 1970, or seconds where a time is told.
fn earlier_first(moment: &str) -> i64 {
    let digits: String = moment.chars().filter(char::is_ascii_digit).take(14).collect();
    digits.parse().unwrap()
}

fn timing(answer: &Value) -> Protection {
    answer["dueBy"].as_str().map(|day| ("due".to_owned(), earlier_first(day))).into_iter().collect()
}

/// Each on the list, the required first. Nothing is asked of whom a recorded risk keeps away, nor of a meeting's second part.
fn people(answer: &Value) -> (Protection, Vec<String>) {
    let (mut people, mut left_open) = (Protection::new(), Vec::new());
    for (rank, list) in (0..).zip(["required", "expected", "optional"]) {
        for person in answer[list].as_array().into_iter().flatten() {
            let agency = person["agency"].as_str().unwrap().to_owned();
            if person["part"] == "part-two" {
                left_open.push(agency);
            } else {
                people.entry(agency).and_modify(|known| *known = rank.min(*known)).or_insert(rank);
            }
        }
    }
    let kept_away = answer["excluded"].as_array().into_iter().flatten().filter(|person| person["keptAway"] == true);
    left_open.extend(kept_away.filter_map(|person| person["agency"].as_str()).map(str::to_owned));
    (people, left_open)
}

fn deadlines(answer: &Value) -> Protection {
    let mut all = Protection::new();
    for duty in answer["deadlines"].as_array().into_iter().flatten() {
        let name = duty["duty"].as_str().unwrap();
        all.insert(name.to_owned(), duty["due"].as_str().map_or(i64::MAX, earlier_first));
        let people = || ["to", "notTo"].into_iter().flat_map(|list| duty[list].as_array().into_iter().flatten());
        // The family among a group is named by what is known of a risk: silence sends them nothing by name.
        let goes_to_group = people().any(|person| GROUPS.contains(&person["id"].as_str().unwrap()));
        let named = people().filter(|person| !goes_to_group || person["id"] != "parents-or-carers");
        all.extend(named.map(|person| (format!("{name} to {}", person["id"]), 0)));
    }
    all
}

fn steps(answer: &Value) -> Protection {
    let ladders = answer["ladders"].as_array().into_iter().flatten();
    ladders.flat_map(|ladder| named(ladder["steps"].as_array(), "rule")).collect()
}

/// To whom something goes together, whoever of the family is among them.
const GROUPS: [&str; 6] = ["all-in-attendance", "all-invited", "all-parties", "attendees", "meeting-attendees", "other-participants"];

/// Routes that protect a child, the most protective first.
pub const PROTECTING: [&str; 7] =
    ["strategy", "adult-safeguarding", "child-protection-procedures", "safeguarding-referral", "s47", "cp-conference", "mash"];

fn route(answer: &Value) -> Protection {
    let place = PROTECTING.iter().position(|known| answer["route"] == *known);
    place.map(|place| ("route".to_owned(), place as i64)).into_iter().collect()
}
