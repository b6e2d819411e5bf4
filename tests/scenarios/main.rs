//! The worked cases, each said to the question it belongs to.

mod common;

use common::{ask, ids, in_camel_case, rulebook};
use safeguarding_rules::pack::Question;
use serde_json::{Value, json};

fn cases(area: &str) -> Vec<Value> {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/scenarios/{area}.json"));
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

fn kebab(value: &Value) -> Value {
    value.as_str().map_or(value.clone(), |word| word.replace('_', "-").into())
}

fn facts_of(case: &Value) -> Value {
    let mut facts = case["facts"].clone();
    if let Some(profile) = facts.as_object_mut().unwrap().remove("area_profile") {
        facts["area"] = match profile.as_str().unwrap() {
            "generic_002" => json!("generic"),
            other => other.replace('_', "-").into(),
        };
    }
    in_camel_case(&facts)
}

/// Asks the cases of some areas their question, where they have one here, and names each whose answer differs.
fn run(areas: &[&str], question: impl Fn(&Value) -> Option<Question>, compare: impl Fn(&Value, &Value, &mut Faults<'_>)) {
    let rulebook = rulebook();
    let (mut run, mut failures) = (0, Vec::new());
    for case in areas.iter().flat_map(|area| cases(area)) {
        let Some(question) = question(&case) else { continue };
        run += 1;
        let mut faults = Faults::of(&case["expected"]);
        match ask(question, &facts_of(&case), &rulebook) {
            Ok(decision) => compare(&case, &decision, &mut faults),
            Err(refusal) => faults.need(&format!("refused at {refusal}"), false),
        }
        if !faults.found.is_empty() {
            failures.push(format!("{} {}: {}", case["id"], case["cites"], faults.found.join("; ")));
        }
    }
    println!("{} of {run} cases pass", run - failures.len());
    assert!(failures.is_empty(), "{} of {run}:\n{}", failures.len(), failures.join("\n"));
    assert!(run > 0);
}

/// What differs between a case's expectation and an answer.
struct Faults<'e> {
    expected: &'e Value,
    found: Vec<String>,
}

impl<'e> Faults<'e> {
    fn of(expected: &'e Value) -> Self {
        Faults { expected, found: Vec::new() }
    }

    fn check(&mut self, name: &str, read: impl Fn(&Value) -> Value, got: &Value) {
        if let Some(expected) = self.expected.get(name) {
            let expected = read(expected);
            if expected != *got {
                self.found.push(format!("{name}: expected {expected}, got {got}"));
            }
        }
    }

    fn need(&mut self, name: &str, holds: bool) {
        if !holds {
            self.found.push(name.to_owned());
        }
    }
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(|item| item.as_str().unwrap().to_owned()).collect()
}

fn sorted(mut names: Vec<String>) -> Value {
    names.sort();
    names.dedup();
    names.into()
}

#[test]
fn timescale_and_temporal() {
    let question = |case: &Value| {
        let about_a_concern = ["concerns", "concern_types", "children"].iter().any(|name| case["facts"].get(name).is_some());
        about_a_concern.then_some(Question::ClassifyConcern)
    };
    run(&["timescale", "temporal"], question, |case, decision, faults| {
        let expected = &case["expected"];
        let answer = &decision["answer"];
        faults.check("timescale", kebab, &answer["timescale"]);
        faults.check("most_urgent_timescale", kebab, &answer["mostUrgentTimescale"]);
        faults.check("due_by", Value::clone, &answer["dueBy"]);
        faults.check("due_instant", Value::clone, &answer["dueInstant"]);
        faults.check("aim_by", Value::clone, &answer["aimBy"]);
        faults.check("would_be", Value::clone, &answer["wouldBe"]);
        faults.check("joint_due_by", Value::clone, &answer["jointDueBy"]);
        faults.check("provisional", |provisional| json!(provisional != &json!(true)), &decision["settled"]);
        let asked = decision["ask"].to_string();
        for fact in strings(&expected["missing_facts"]) {
            faults.need(&format!("does not ask {fact}"), asked.contains(&safeguarding_rules::words::camel(&fact)));
        }
        if expected["missing_facts"].as_array().is_some_and(Vec::is_empty) {
            faults.need(&format!("asks {asked}"), asked == "[]");
        }
        if let Some(governing) = expected["governing_rule"].as_str() {
            faults.need(&format!("because lacks {governing}"), ids(decision, "because").contains(&governing.to_owned()));
        }
        let mentioned = [ids(decision, "because"), ids(decision, "alsoApplies"), ids(decision, "setAside")].concat();
        for rule in strings(&expected["other_rules_met"]) {
            faults.need(&format!("does not mention {rule}"), mentioned.contains(&rule));
        }
        if let Some(known) = expected.get("on_known_facts_only") {
            let got = &answer["onKnownFactsOnly"];
            faults.need("onKnownFactsOnly", got["dueBy"] == known["due_by"] && got["timescale"] == kebab(&known["timescale"]));
        }
        for (child, wanted) in expected["per_child"].as_object().into_iter().flatten() {
            let got = answer["perChild"].as_array().unwrap().iter().find(|answer| answer["ref"] == **child).unwrap();
            faults.need(child, got["dueBy"] == wanted["due_by"] && got["timescale"] == kebab(&wanted["timescale"]));
        }
        if let Some(needs) = expected.get("requires_explicit_override") {
            let said = decision["cautions"].to_string().contains("lengthening-requires-reason");
            faults.need("override", json!(said) == *needs);
        }
    });
}

/// An agency as answers name it.
fn agency(name: &str) -> String {
    safeguarding_rules::words::agency::Agency::new(name).unwrap().id().to_owned()
}

fn agencies(value: &Value) -> Vec<String> {
    strings(value).iter().map(|name| agency(name)).collect()
}

fn named(answer: &Value, lists: &[&str]) -> Vec<String> {
    let people = lists.iter().flat_map(|list| answer[list].as_array().unwrap());
    people.map(|person| person["agency"].as_str().unwrap_or_else(|| person.as_str().unwrap()).to_owned()).collect()
}

fn includes(faults: &mut Faults<'_>, list: &str, wanted: &[String], got: &[String]) {
    for name in wanted.iter().filter(|name| !got.contains(name)) {
        faults.need(&format!("{list} lacks {name} (has {got:?})"), false);
    }
}

#[test]
fn attendees_and_quorum() {
    let of_a_later_document = |case: &Value| ["AT-010", "AT-011"].contains(&case["id"].as_str().unwrap());
    let question = |case: &Value| (!of_a_later_document(case)).then_some(Question::ListAttendees);
    run(&["attendees", "quorum"], question, |case, decision, faults| {
        let expected = &case["expected"];
        let answer = &decision["answer"];
        let cautions = decision["cautions"].to_string();
        includes(faults, "required", &agencies(&expected["required"]), &named(answer, &["required"]));
        includes(faults, "required", &agencies(&expected["provisional"]), &named(answer, &["required"]));
        includes(faults, "expected", &agencies(&expected["expected"]), &named(answer, &["required", "expected"]));
        includes(faults, "optional", &agencies(&expected["optional"]), &named(answer, &["required", "expected", "optional"]));
        includes(faults, "members", &agencies(&expected["members"]), &named(answer, &["required"]));
        includes(faults, "record", &agencies(&expected["record_required_from"]), &named(answer, &["recordRequiredFrom"]));
        faults.check("open_list", Value::clone, &answer["openList"]);
        faults.check("chair", |roles| strings(roles).iter().map(|role| kebab(&json!(role))).collect(), &answer["chair"]["roles"]);
        faults.check(
            "administrator",
            |roles| strings(roles).iter().map(|role| kebab(&json!(role))).collect(),
            &answer["administrator"]["roles"],
        );
        faults.check("quorate", Value::clone, &answer["quorate"]);
        faults.check("minimum_met", Value::clone, &answer["quorate"]);
        faults.check("chair_valid", Value::clone, &answer["chairValid"]);
        faults.check("all_required_present", Value::clone, &answer["allRequiredPresent"]);
        faults.check("format_compliant", Value::clone, &answer["format"]["compliant"]);
        faults.check("missing", |missing| sorted(agencies(missing)), &sorted(named(answer, &["missing"])));
        for fact in strings(&expected["missing_facts"]) {
            faults.need(&format!("does not ask {fact}"), decision["ask"].to_string().contains(&safeguarding_rules::words::camel(&fact)));
        }
        for warning in strings(&expected["warnings"]) {
            faults.need(&format!("no caution {warning}"), cautions.contains(&warning.replace('_', "-")));
        }
    });
}

#[test]
fn smart() {
    let question = |case: &Value| match (case["facts"].get("action"), case["facts"]["plan"].get("actions")) {
        (Some(_), _) => Some(Question::CheckAction),
        (None, Some(_)) => Some(Question::CheckPlan),
        (None, None) => None,
    };
    run(&["smart"], question, |case, decision, faults| {
        let expected = &case["expected"];
        let answer = &decision["answer"];
        let kebabs = |names: &Value| strings(names).iter().map(|name| kebab(&json!(name))).collect::<Value>();
        faults.check("complete", Value::clone, &answer["complete"]);
        faults.check("plan_complete", Value::clone, &answer["complete"]);
        if question(case) == Some(Question::CheckAction) {
            faults.check("missing", kebabs, &answer["missing"]);
        } else {
            includes(faults, "missing", &strings(&kebabs(&expected["missing"])), &strings(&answer["missing"]));
        }
        faults.check("needs_human_attestation", Value::clone, &answer["needsAttestation"]);
        faults.check(
            "failing_actions",
            |failing| {
                failing.as_array().unwrap().iter().map(|one| json!({"index": one["index"], "missing": kebabs(&one["missing"])})).collect()
            },
            &answer["failingActions"],
        );
        for warning in strings(&expected["warnings"]) {
            let code = if warning == "owner_not_a_named_person_or_role" {
                "owner-not-a-person-or-role".to_owned()
            } else {
                warning.replace('_', "-")
            };
            let said = decision["answer"].to_string().contains(&code);
            faults.need(&format!("no warning {warning}"), said);
        }
    });
}

#[test]
fn consent() {
    let question = |case: &Value| case["facts"].get("output").is_none().then_some(Question::RecordConsentBasis);
    run(&["consent"], question, |case, decision, faults| {
        let expected = &case["expected"];
        let answer = &decision["answer"];
        let everything = decision.to_string();
        faults.check("record_complete", Value::clone, &answer["record"]["complete"]);
        faults.check("consent_required", Value::clone, &answer["consentRequired"]);
        faults.check("precondition_met", Value::clone, &answer["preconditionMet"]);
        faults.need("sharing blocked", answer["sharingBlocked"] == json!(false));
        if expected["consent_necessary"] == json!(false) {
            faults.need("consent to the meeting", answer["consentToMeet"] == "not-necessary");
        }
        let named =
            |list: &str| answer[list].as_array().unwrap().iter().map(|basis| basis["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
        let recommended = || answer["lawfulBases"].as_array().unwrap().iter().filter(|basis| basis.get("recommended").is_some());
        for basis in strings(&expected["recommended_bases"]) {
            faults.need(&basis, recommended().any(|known| known["id"] == basis.replace('_', "-")));
        }
        let whole_name = |basis: &str| {
            named("lawfulBases").into_iter().chain(named("basesExcluded")).find(|id| basis.replace('_', "-").starts_with(id.as_str()))
        };
        for basis in strings(&expected["bases_to_consider"]) {
            faults.need(&basis, whole_name(&basis).is_some_and(|id| named("lawfulBases").contains(&id)));
        }
        for basis in strings(&expected["bases_excluded"]) {
            faults.need(&basis, whole_name(&basis).is_some_and(|id| named("basesExcluded").contains(&id)));
        }
        let field = |name: &str| match name {
            "agreement_of_invited_agencies_sought" => "agreementSought".to_owned(),
            "article_9_condition" => "art9Condition".to_owned(),
            other => safeguarding_rules::words::camel(other),
        };
        for missing in strings(&expected["missing"]) {
            faults.need(&format!("missing lacks {missing}"), strings(&answer["record"]["missing"]).contains(&field(&missing)));
        }
        if case["id"] == "CN-018" {
            faults.need("not a safeguarding share", everything.contains("not-a-safeguarding-share"));
        }
        if case["id"] == "CN-011" {
            faults.need("refusal blocks nothing", everything.contains("refusal-blocks-nothing"));
        }
    });
}
