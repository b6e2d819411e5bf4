//! A worked case, and how it is said in the words of our questions: by the names of its facts, never by its id.

use std::cell::RefCell;
use std::collections::BTreeSet;

use safeguarding_rules::{Code, Rulebook};
use serde_json::{Map, Value, json};

use crate::common::{QUESTIONS, ask, camel, in_camel_case};

/// What a case expects, held against an answer: nothing, or how they differ.
pub type Check = Result<(), String>;

/// A worked case.
pub struct Case<'r> {
    pub id: String,
    pub facts: Value,
    pub expected: Map<String, Value>,
    rulebook: &'r Rulebook,
    /// Facts that a question had no use for.
    unsaid: RefCell<BTreeSet<String>>,
}

/// A word as we write it.
pub fn kebab(word: &str) -> String {
    word.replace('_', "-")
}

/// A word as we write it, or the value itself where it is no word.
pub fn word(value: &Value) -> Value {
    value.as_str().map_or(value.clone(), |word| kebab(word).into())
}

/// The texts of a list.
pub fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// A rule's id without the part that we added where one rule says several things.
pub fn base(id: &str) -> &str {
    id.split('/').next().unwrap_or(id)
}

/// Nothing where it holds.
pub fn need(holds: bool, otherwise: impl Into<String>) -> Check {
    if holds { Ok(()) } else { Err(otherwise.into()) }
}

/// Nothing where both are the same.
pub fn same(wanted: &Value, got: &Value) -> Check {
    need(wanted == got, format!("expected {wanted}, got {got}"))
}

/// Nothing where every name wanted is there.
pub fn includes(wanted: &[String], got: &[String]) -> Check {
    let missing: Vec<&String> = wanted.iter().filter(|name| !got.contains(name)).collect();
    need(missing.is_empty(), format!("lacks {missing:?} (has {got:?})"))
}

const CONCERNS: [&str; 6] = [
    "serious_risk",
    "penetrative_sexual_abuse",
    "forensic_evidence_required",
    "immediate_action_required",
    "particularly_complex",
    "immediate_protection_needed",
];

/// What is said only to the question who attends.
const OF_PEOPLE: [&str; 7] = ["agencies", "attendance", "attendees", "chair", "coordinator", "referrer", "services"];

impl<'r> Case<'r> {
    pub fn new(case: &Value, rulebook: &'r Rulebook) -> Self {
        Case {
            id: case["id"].as_str().unwrap().to_owned(),
            facts: case["facts"].clone(),
            expected: case["expected"].as_object().unwrap().clone(),
            rulebook,
            unsaid: RefCell::default(),
        }
    }

    /// What the case says of a fact.
    pub fn says(&self, fact: &str) -> &Value {
        &self.facts[fact]
    }

    pub fn names(&self, fact: &str) -> bool {
        self.facts.get(fact).is_some()
    }

    /// Facts that no question took, for the message where a case fails.
    pub fn unsaid(&self) -> String {
        self.unsaid.borrow().iter().cloned().collect::<Vec<_>>().join(", ")
    }

    pub fn ask(&self, question: &str) -> Result<Value, String> {
        self.ask_with(question, &json!({}))
    }

    /// Asks with more said than the case does: which list, which meeting.
    pub fn ask_with(&self, question: &str, more: &Value) -> Result<Value, String> {
        let mut facts = self.in_our_words(question);
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        loop {
            match ask(question, &facts, self.rulebook) {
                Ok(decision) => return Ok(decision),
                Err(refusal) if refusal.code() == Code::UnknownField || is_nobody(&facts, refusal.path()) => {
                    self.unsaid.borrow_mut().insert(refusal.path().to_owned());
                    if more.get(refusal.path()).is_some() || !take_out(&mut facts, refusal.path()) {
                        return Err(format!("refused: {refusal}"));
                    }
                }
                Err(refusal) => return Err(format!("refused: {refusal}")),
            }
        }
    }

    /// What every question says that can be asked with these facts alone.
    pub fn ask_everything(&self) -> Vec<Value> {
        QUESTIONS.iter().filter_map(|question| self.ask(question).ok()).collect()
    }

    fn in_our_words(&self, question: &str) -> Value {
        let mut said = Map::new();
        for (name, value) in self.facts.as_object().unwrap() {
            match name.as_str() {
                "area_profile" => drop(said.insert("area".into(), area(value.as_str().unwrap()).into())),
                "source" if value == "outside" => drop(said.insert("packs".into(), json!(["national-timescales"]))),
                "output" => drop(said.insert("list".into(), list(value.as_str().unwrap()).into())),
                "immediate_risk" if value.is_boolean() => {
                    drop(said.insert("concerns".into(), json!({"immediateProtectionNeeded": value})));
                }
                "risk_rank" => drop(said.insert("highestRisk".into(), (value == "highest").into())),
                "rationale_discussed_with" => drop(said.insert("rationaleDiscussed".into(), (!value.is_null()).into())),
                "attendee" if question == "list-attendees" => {
                    drop(said.insert("attendees".into(), json!([in_camel_case(value)])));
                }
                "proposed" | "profiles" => {}
                _ if OF_PEOPLE.contains(&name.as_str()) && question != "list-attendees" => {}
                _ => drop(said.insert(fact(name), in_camel_case(&nobody(value)))),
            }
        }
        let mut said = Value::Object(said);
        match question {
            "choose-meeting" => self.as_concerns(&mut said),
            "list-deadlines" => self.as_done(&mut said),
            "list-attendees" => self.as_people(&mut said),
            _ => {}
        }
        said
    }

    /// The six facts of a concern stand together with us.
    fn as_concerns(&self, said: &mut Value) {
        for fact in CONCERNS.iter().filter(|fact| self.names(fact)) {
            said["concerns"][camel(fact)] = self.says(fact).clone();
        }
        if let Some(meeting) = self.says("proposed").as_str().filter(|meeting| meeting.contains('_') || *meeting == "strategy") {
            said["meetingType"] = meeting.into();
        }
    }

    /// What was sent or held, at the duty it belongs to.
    fn as_done(&self, said: &mut Value) {
        for (name, value) in self.facts.as_object().unwrap() {
            let known = DONE.iter().find(|(done, _)| *done == name).map(|(_, duty)| (*duty).to_owned());
            if let Some(duty) = known.or_else(|| name.strip_suffix("_sent_at").map(kebab)) {
                said["done"][duty]["at"] = value.clone();
            }
        }
        if let Some(channel) = self.says("channel").as_str() {
            said["done"]["proforma"]["channel"] = channel.into();
        }
    }

    /// One agency that the case speaks of is one of the others whom we ask about; who convenes is the chair where nobody else is named.
    fn as_people(&self, said: &mut Value) {
        if let Some(agency) = self.says("agency").as_object() {
            let informed = ["has_risk_information", "has_relevant_information"].iter().find_map(|fact| agency.get(*fact));
            said["agencies"] = json!([{"name": agency.get("name").unwrap_or(&json!("other agency")), "hasRelevantInformation": informed}]);
        }
        for (agency, how) in self.says("attendance").as_object().into_iter().flatten() {
            if let Some(word) = how.as_str().and_then(attendance) {
                said["attendance"][camel(agency)] = word.into();
            }
        }
        if let Some(knows) = self.says("chair").get("knows_cp_procedures") {
            said["chair"]["knowsProcedures"] = knows.clone();
        }
        if let (Some(convener), Some(identified)) = (self.says("convener").as_str(), self.says("identified_by").as_str()) {
            said["chair"]["identifiedTheNeeds"] = (convener == identified).into();
        }
    }
}

/// Ways of taking part that a case calls by another name than we do.
fn attendance(how: &str) -> Option<&'static str> {
    let says = |parts: &[&str]| parts.iter().any(|part| how.contains(part));
    match how {
        _ if says(&["form", "written", "report", "return"]) => Some("written-return-only"),
        _ if says(&["apologies", "not_", "absent"]) => Some("absent"),
        _ if says(&["video", "dial", "phone", "teleconference", "remote"]) => Some("phone"),
        _ => None,
    }
}

/// Facts that a case calls by another name than we do.
const FACTS: [(&str, &str); 6] = [
    ("strategy_s47_initiated_on", "s47InitiatedOn"),
    ("request_received_at", "spocRequestAt"),
    ("immediate_risk_level", "immediateRisk"),
    ("last_meeting_date", "lastMeeting"),
    ("n_children", "childrenDiscussed"),
    ("slot_minutes", "caseMinutes"),
];

fn fact(name: &str) -> String {
    FACTS.iter().find(|(known, _)| *known == name).map_or_else(|| camel(name), |(_, ours)| (*ours).to_owned())
}

/// When something was done that is not called sent.
const DONE: [(&str, &str); 3] =
    [("review_date", "review"), ("returns_available_at", "returns-available"), ("list_shared_at", "share-list-of-children")];

/// Nobody named is an empty text, not something unknown.
fn nobody(value: &Value) -> Value {
    match value {
        Value::Null => json!(""),
        Value::Object(object) => Value::Object(object.iter().map(|(name, value)| (name.clone(), nobody(value))).collect()),
        Value::Array(items) => items.iter().map(nobody).collect(),
        other => other.clone(),
    }
}

pub fn area(profile: &str) -> String {
    if profile == "generic_002" { "generic".to_owned() } else { kebab(profile) }
}

fn list(output: &str) -> String {
    kebab(output.strip_suffix("_checklist").unwrap_or(output))
}

/// Does nothing stand there but that nobody was named? Then no time or count can be read from it.
fn is_nobody(facts: &Value, path: &str) -> bool {
    facts.pointer(&pointer(path)) == Some(&json!(""))
}

/// A path such as `agencies[0].inPackage`, as a pointer.
fn pointer(path: &str) -> String {
    path.split('.').filter(|step| !step.is_empty()).map(|step| format!("/{}", step.replace('[', "/").replace(']', ""))).collect()
}

/// Takes out what stands at a path such as `agencies[0].inPackage`.
fn take_out(facts: &mut Value, path: &str) -> bool {
    let (parent, field) = path.rsplit_once('.').unwrap_or(("", path));
    let whole = facts.pointer_mut(&pointer(parent)).and_then(Value::as_object_mut);
    whole.is_some_and(|whole| whole.remove(field).is_some())
}

/// The codes of an answer's cautions.
pub fn codes(decision: &Value) -> Vec<String> {
    named(&decision["cautions"], "code")
}

/// One field of each item of a list.
pub fn named(items: &Value, field: &str) -> Vec<String> {
    items.as_array().into_iter().flatten().filter_map(|item| item[field].as_str()).map(str::to_owned).collect()
}

/// The rules that an answer cites in some lists, without the part that we added.
pub fn cites(decision: &Value, lists: &[&str]) -> Vec<String> {
    lists.iter().flat_map(|list| named(&decision[*list], "id")).map(|id| base(&id).to_owned()).collect()
}

/// Every rule that an answer cites, wherever.
pub fn mentions(decision: &Value) -> Vec<String> {
    cites(decision, &["because", "alsoApplies", "setAside"])
}

/// The facts that an answer asks for.
pub fn asks(decision: &Value) -> Vec<String> {
    named(&decision["ask"], "path")
}

/// Does an answer ask for every fact wanted? A case names a fact by its own words, and we by its path.
pub fn asks_for(wanted: &Value, decision: &Value) -> Check {
    let asked = asks(decision);
    let ends = |path: &String, fact: &str| {
        let fact = fact.split('.').map(camel).collect::<Vec<_>>().join(".");
        path == &fact || path.ends_with(&format!(".{fact}"))
    };
    let open: Vec<String> = strings(wanted).into_iter().filter(|fact| !asked.iter().any(|path| ends(path, fact))).collect();
    need(open.is_empty(), format!("does not ask {open:?} (asks {asked:?})"))?;
    need(!strings(wanted).is_empty() || asked.is_empty(), format!("asks {asked:?}"))
}
