//! Facts that are read from words: every word that people use is known or refused with those that are possible, and none
//! becomes a no in silence.

use crate::common::written::packs;
use crate::common::{ask, rulebook};
use safeguarding_rules::{Code, Rulebook};
use serde_json::{Value, json};

/// A path at which words are read, with every list of words that mean the same; the first of each is the one that is offered.
fn paths() -> Vec<(String, &'static str, Vec<Vec<String>>)> {
    let mut paths = Vec::new();
    for pack in packs() {
        for (path, words) in pack.object["word"].as_object().into_iter().flatten() {
            let also = |also: &Value| also.as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect::<Vec<_>>();
            let lists = words.as_object().unwrap().iter().map(|(word, others)| [vec![word.clone()], also(others)].concat()).collect();
            paths.push((path.clone(), pack.id(), lists));
        }
    }
    paths
}

fn facts(pack: &str, path: &str, value: Value) -> Value {
    let mut facts = json!({ "packs": [pack] });
    let mut place = &mut facts;
    for name in path.split('.') {
        place = &mut place[name];
    }
    *place = value;
    facts
}

fn answer(facts: &Value, rulebook: &Rulebook) -> Result<Value, safeguarding_rules::Error> {
    ask("choose-meeting", facts, rulebook)
}

#[test]
fn every_fact_that_is_read_from_words_has_a_list_of_them() {
    let mut read = 0;
    for pack in packs() {
        for (name, fact) in pack.facts().filter(|(_, fact)| !fact.is.is_empty()) {
            let path = fact.path_of(name);
            let words = pack.object["word"][&path].as_object().unwrap_or_else(|| panic!("{} lists no words at {path}", pack.id()));
            assert!(fact.is.iter().all(|word| words.contains_key(word)), "{name}");
            read += 1;
        }
    }
    assert!(read > 35, "{read}");
}

#[test]
fn a_word_is_read_however_it_is_typed_and_any_other_is_refused_with_those_that_are_possible() {
    let rulebook = rulebook();
    for (path, pack, lists) in paths() {
        let offered: Vec<&str> = lists.iter().map(|list| list[0].as_str()).collect();
        for list in &lists {
            let read =
                |word: &str| answer(&facts(pack, &path, json!(word)), &rulebook).unwrap_or_else(|refusal| panic!("{refusal}: {word}"));
            let first = read(&list[0]);
            for word in list {
                for typed in [word.clone(), word.replace('-', " ").to_uppercase(), format!(" {}. ", word.replace('-', "_"))] {
                    assert_eq!(read(&typed)["answer"], first["answer"], "{path}: {typed}");
                }
            }
        }
        for other in ["another-word", "", "  ", "true", "n/a", "maybe", "not known", "high"] {
            let refusal = answer(&facts(pack, &path, json!(other)), &rulebook).unwrap_err();
            assert_eq!((refusal.code(), refusal.path()), (Code::BadInput, path.as_str()), "{other}");
            assert!(refusal.message().ends_with(&format!("one of {}", offered.join(", "))), "{}", refusal.message());
        }
        for unknown in [json!("unknown"), Value::Null] {
            assert!(answer(&facts(pack, &path, unknown), &rulebook).is_ok());
        }
    }
}

fn spoc_response(known: Value) -> Value {
    let mut facts = json!({"area": "county-durham", "duty": "spoc-response", "spocRequestAt": "2026-03-02T09:00"});
    known.as_object().unwrap().iter().for_each(|(name, value)| facts[name] = value.clone());
    ask("list-deadlines", &facts, &rulebook()).unwrap()
}

#[test]
fn the_spoc_has_one_hour_until_somebody_says_that_the_risk_is_not_at_its_highest() {
    let due = |known: Value| spoc_response(known)["answer"]["deadlines"][0]["due"].as_str().unwrap()[..16].to_owned();
    for an_hour in [json!({}), json!({"immediateRisk": true}), json!({"immediateRisk": "Highest"}), json!({"othersConsidered": true})] {
        assert_eq!(due(an_hour.clone()), "2026-03-02T10:00", "{an_hour}");
    }
    for two_days in [json!({"immediateRisk": false}), json!({"immediateRisk": "medium"}), json!({"immediateRisk": "low"})] {
        assert_eq!(due(two_days.clone()), "2026-03-04T09:00", "{two_days}");
    }
    let asked = spoc_response(json!({"othersConsidered": true}));
    assert_eq!((&asked["settled"], &asked["ask"][0]["path"]), (&json!(false), &json!("immediateRisk")));
}

#[test]
fn the_words_that_people_use_keep_every_duty_step_and_person() {
    let rulebook = rulebook();
    let duties = |decision: &str| {
        let facts = json!({"area": "county-durham", "decision": decision});
        let answer = ask("list-deadlines", &facts, &rulebook).unwrap()["answer"].clone();
        answer["deadlines"].as_array().unwrap().iter().map(|one| one["duty"].to_string()).collect::<Vec<_>>()
    };
    for said in ["section 47 enquiry", "Section 47", "S47", "s.47 enquiry", "child protection enquiry"] {
        assert_eq!(duties(said), duties("s47"), "{said}");
    }
    assert!(duties("no-further-action").len() < duties("s47").len());
    let steps = |field: &str, word: &str| {
        let mut facts = json!({"area": "county-durham", "ladder": "conference-not-held", "requesters": 2});
        facts[field] = word.into();
        ask("resolve-disagreement", &facts, &rulebook).unwrap()["answer"].clone()
    };
    for named in ["named nurse", "Named Doctor", "designated doctor"] {
        assert_eq!(steps("supportedBy", named), steps("supportedBy", "named-professional"), "{named}");
    }
    assert_eq!(steps("icpcDecision", "declined"), steps("icpcDecision", "no"));
    let leads = |who: &str| {
        let facts = json!({"area": "bracknell-forest", "meetingType": "tac-initial", "lp": {"type": who}});
        ask("make-checklist", &facts, &rulebook).unwrap()["answer"].clone()
    };
    for family in ["mother", "Step-father", "grandmother", "foster carer"] {
        assert_eq!(leads(family), leads("parent"), "{family}");
    }
}

#[test]
fn an_attestation_never_stands_for_a_word() {
    let rulebook = rulebook();
    for (path, pack, _) in paths() {
        let silent = |attested: bool| {
            let facts = json!({"packs": [pack], "othersConsidered": attested});
            let left = rulebook.answer("questions-for", &json!({"question": "choose-meeting", "facts": facts}).to_string()).unwrap();
            left.contains(&format!("\"path\":\"{path}\""))
        };
        // What was decided on an objection is nothing where it is attested that there was none.
        let hangs_on_a_yes = path == "objectionDecision";
        assert!(!silent(false) || silent(true) || hangs_on_a_yes, "{pack}: {path} is not asked any more");
    }
}

#[test]
fn a_path_has_one_spelling() {
    let rulebook = rulebook();
    for (facts, path) in [
        (json!({"concerns.seriousRisk": true}), "…"),
        (json!({"child.lookedAfter": true}), "…"),
        (json!({"child": {"school.phase": "nursery"}}), "child.…"),
    ] {
        let refusal = answer(&facts, &rulebook).unwrap_err();
        assert_eq!((refusal.code(), refusal.path()), (Code::UnknownField, path));
    }
}

/// Of two packs that are named together one would not hear what is said at the other's path.
#[test]
fn packs_that_ask_for_a_fact_at_two_paths_are_not_asked_together() {
    let mut pack = crate::common::sound_pack();
    pack["document"]["stands_on"] = json!([]);
    pack["document"]["id"] = json!("elsewhere");
    pack["fact"] = json!({"cp_concern": {"asks": "Is there a child protection concern?", "path": "child.cpConcern"}});
    for table in ["classify_concern", "concern_type", "caution", "example"] {
        pack.as_object_mut().unwrap().remove(table);
    }
    pack["choose_meeting"] = json!([crate::common::cited(
        "E-1",
        &json!({"part": "calls-for", "meeting": ["strategy"], "route": "strategy", "when": ["cp_concern"]})
    )]);
    pack["example"] = json!([
        {"name": "A concern", "asks": "choose_meeting", "facts": {"child": {"cp_concern": true}}, "fires": ["E-1"]},
        {"name": "None", "asks": "choose_meeting", "facts": {"child": {"cp_concern": false}}, "misses": ["E-1"]}
    ]);
    let rulebook = rulebook().with(&pack.to_string()).unwrap();
    assert!(answer(&json!({"packs": ["elsewhere"], "child": {"cpConcern": true}}), &rulebook).is_ok());
    let refusal = answer(&json!({"packs": ["bracknell-forest-tac", "elsewhere"], "cpConcern": true}), &rulebook).unwrap_err();
    assert_eq!((refusal.code(), refusal.path()), (Code::Scope, "packs[1]"));
}

#[test]
fn what_only_other_documents_ask_is_taken_told_and_changes_nothing() {
    let asked = |question: &str, facts: &Value| ask(question, facts, &rulebook());
    for (question, facts, other) in [
        ("list-deadlines", json!({"area": "hampshire", "meetingType": "professionals"}), json!({"meetingEndedAt": "2026-03-02T15:00"})),
        ("list-deadlines", json!({"area": "bracknell-forest", "meetingType": "tac-initial"}), json!({"decisionAt": "2026-03-02T15:00"})),
        ("list-attendees", json!({"area": "county-durham", "meetingType": "strategy"}), json!({"cpConcern": true})),
        ("make-checklist", json!({"area": "hampshire", "meetingType": "professionals"}), json!({"icpcDecision": "required"})),
        ("choose-meeting", json!({"area": "generic"}), json!({"locality": "northampton"})),
        ("resolve-disagreement", json!({"area": "hampshire"}), json!({"supportedBy": "senior-manager"})),
    ] {
        let without = asked(question, &facts).unwrap();
        let mut with = facts.clone();
        with.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
        let with = asked(question, &with).unwrap_or_else(|refusal| panic!("{question} {other}: {refusal}"));
        assert_eq!(with["answer"], without["answer"], "{question} {other}");
        let told = |decision: &Value| decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == "not-asked-here");
        assert!(told(&with) && !told(&without), "{question} {other}");
        let mut of_another_kind = facts.clone();
        of_another_kind["decisionAt"] = json!(["a", "list"]);
        assert!(asked(question, &of_another_kind).is_err(), "{question}");
        let mut misspelt = facts.clone();
        misspelt["decisonAt"] = json!("2026-03-02T15:00");
        assert_eq!(asked(question, &misspelt).unwrap_err().code().to_string(), "unknown-field");
    }
}

#[test]
fn what_a_kind_of_concern_makes_true_counts_in_every_question_about_a_case() {
    for (question, area, meeting) in [
        ("list-attendees", "bracknell-forest", "tac-initial"),
        ("list-deadlines", "hampshire", "professionals"),
        ("make-checklist", "bracknell-forest", "tac-initial"),
        ("list-attendees", "county-durham", "strategy"),
    ] {
        let facts = |more: Value| {
            let mut facts = json!({"area": area, "meetingType": meeting});
            facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            ask(question, &facts, &rulebook())
        };
        let by_kind = facts(json!({"concernTypes": ["serious-physical-injury"]})).unwrap();
        let by_fact = facts(json!({"concerns": {"seriousRisk": true}})).unwrap();
        assert_eq!(by_kind["answer"], by_fact["answer"], "{question} {area}");
        assert_eq!(by_kind["cautions"], by_fact["cautions"], "{question} {area}");
        let refusal = facts(json!({"concernTypes": ["no-such-kind"]})).unwrap_err();
        assert_eq!((refusal.path(), refusal.code().to_string().as_str()), ("concernTypes[0]", "bad-word"));
    }
}

/// Each that the document names, by name: one that is lost from their list would count as none.
#[test]
fn each_locality_of_northamptonshire_is_one() {
    let rulebook = rulebook();
    let is_unnamed = |locality: Value| {
        let facts = json!({"area": "northamptonshire", "meetingType": "mdt-locality", "asOf": "2020-07-13", "locality": locality});
        ask("choose-meeting", &facts, &rulebook).unwrap()["cautions"].to_string().contains("locality-not-named")
    };
    for named in ["Northampton", "Wellingborough and East Northants", "Kettering and Corby", "Daventry and South Northants"] {
        assert!(!is_unnamed(json!(named)), "{named}");
    }
    assert!(is_unnamed(json!("elsewhere")));
}

/// The document speaks of wellbeing that gets worse because of the crisis, at both of its meetings.
#[test]
fn wellbeing_that_gets_worse_for_another_cause_is_told_at_both_meetings_of_northamptonshire() {
    let rulebook = rulebook();
    let is_told = |meeting: &str, due_to_crisis: bool| {
        let facts = json!({
            "area": "northamptonshire", "meetingType": meeting, "asOf": "2020-07-13", "wellbeingDeteriorating": true, "dueToCrisis": due_to_crisis,
        });
        ask("choose-meeting", &facts, &rulebook).unwrap()["cautions"].to_string().contains("not-by-the-text")
    };
    for meeting in ["mdt-locality", "mdt-countywide"] {
        assert_eq!([is_told(meeting, false), is_told(meeting, true)], [true, false], "{meeting}");
    }
}
