//! The fields that are still worth asking: in agreement with the decision, and none left once nothing can change it.

use crate::common::{Dice, MEETINGS, QUESTIONS, ask, asked_facts, facts_of, ids, rulebook};
use safeguarding_rules::{Code, Error, Rulebook};
use serde::Deserialize;
use serde_json::{Value, json};

const AREAS: [&str; 5] = ["generic", "county-durham", "northamptonshire", "bracknell-forest", "hampshire"];

/// A field that is still worth asking.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ToAsk {
    path: String,
    question: String,
    kind: Kind,
    words: Option<Vec<Word>>,
    #[serde(default)]
    several: bool,
    each: Option<Each>,
    could_change: usize,
    #[serde(default)]
    settles: bool,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Word {
    id: String,
    label: String,
}

/// What stands in each entry of a list.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Each {
    Kind(Kind),
    Fields(Vec<FieldOfEntry>),
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldOfEntry {
    name: String,
    label: String,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Answer,
    Date,
    Moment,
    Word,
    Count,
    Text,
    List,
}

fn fields(question: &str, facts: &Value, rulebook: &Rulebook) -> Result<Vec<ToAsk>, Error> {
    let fields = ask("questions-for", &json!({ "question": question, "facts": facts }), rulebook)?;
    Ok(Vec::deserialize(fields).unwrap())
}

fn paths(question: &str, facts: &Value) -> Vec<String> {
    fields(question, facts, &rulebook()).unwrap().into_iter().map(|field| field.path).collect()
}

/// What a question needs beside facts of the packs, before it answers at all.
fn with_its_object(question: &str, mut facts: Value) -> Value {
    match question {
        "list-attendees" => facts["meetingType"] = json!("strategy"),
        "check-action" => facts["action"] = json!({}),
        "check-plan" => facts["plan"] = json!({ "actions": [{}] }),
        _ => {}
    }
    facts
}

/// Facts of a case of which this much is known: some facts a yes, some a no, some not known.
fn some_case(question: &str, area: &str, dice: &mut Dice, rulebook: &Rulebook) -> Value {
    let takes_facts = !matches!(question, "check-action" | "check-plan" | "record-consent-basis" | "report-quarter");
    let known = 1 + dice.throw(4);
    let mut facts = match question {
        "classify-concern" => {
            let mut facts = json!({ "area": area });
            for (name, fact) in asked_facts(rulebook, area) {
                let path = fact.path_of(name);
                if let (Some(name), true) = (path.strip_prefix("concerns."), dice.throw(4) < known) {
                    facts["concerns"][name] = json!(dice.throw(2) == 0);
                }
            }
            for moment in ["concernsIdentifiedAt", "referralReceivedAt", "immediateActionAt"] {
                if dice.throw(4) < known {
                    facts[moment] = json!(format!("2026-03-{:02}T10:00", 2 + dice.throw(4)));
                }
            }
            facts
        }
        _ if takes_facts => facts_of(rulebook, area, |_| (dice.throw(4) < known).then(|| dice.throw(2) == 0)),
        _ => json!({ "area": area }),
    };
    if takes_facts && dice.throw(5) == 0 {
        facts["othersConsidered"] = json!(true);
    }
    with_its_object(question, facts)
}

fn for_each_case(cases: usize, mut look: impl FnMut(&str, Value, &Rulebook)) {
    let rulebook = rulebook();
    let mut dice = Dice(20_261_122);
    let mut looked_at = 0;
    for question in QUESTIONS {
        for area in AREAS {
            for _ in 0..cases {
                let facts = some_case(question, area, &mut dice, &rulebook);
                // A word that another fact's closed list does not hold is refused: nobody can answer so.
                if ask(question, &facts, &rulebook).is_ok() {
                    looked_at += 1;
                    look(question, facts, &rulebook);
                }
            }
        }
    }
    assert!(looked_at > cases * 40, "only {looked_at} cases were answered");
}

#[test]
fn from_nothing_the_area_is_asked_first_and_none_is_assumed() {
    for question in QUESTIONS {
        let rulebook = rulebook();
        let asked = fields(question, &json!({}), &rulebook).unwrap();
        let areas: Vec<String> = rulebook.areas().into_iter().map(|(id, ..)| id.to_string()).collect();
        assert_eq!((asked[0].path.as_str(), asked[0].kind), ("area", Kind::Word), "{}", question);
        let offered = asked[0].words.as_ref().unwrap();
        assert_eq!(offered.iter().map(|word| word.id.clone()).collect::<Vec<_>>(), areas, "{}", question);
        assert!(offered.iter().any(|word| word.label == "County Durham"), "{offered:?}");
        for scope in [json!({ "area": "generic" }), json!({ "packs": ["county-durham"] })] {
            assert!(!paths(question, &scope).contains(&"area".to_owned()), "{}", question);
        }
    }
    let asked = paths("classify-concern", &json!({}));
    for wanted in
        ["concernsIdentifiedAt", "referralReceivedAt", "concerns.seriousRisk", "concerns.immediateProtectionNeeded", "concernTypes"]
    {
        assert!(asked.iter().any(|path| path == wanted), "{wanted} is not in {asked:?}");
    }
    assert_eq!(paths("list-attendees", &json!({})), ["area", "meetingType"]);
}

#[test]
fn what_the_decision_asks_comes_first_in_its_order_and_is_marked() {
    for_each_case(6, |question, facts, rulebook| {
        let decision = ask(question, &facts, rulebook).unwrap();
        let asked: Vec<(String, String)> =
            decision["ask"].as_array().unwrap().iter().map(|ask| (text(&ask["path"]), text(&ask["question"]))).collect();
        let fields = fields(question, &facts, rulebook).unwrap();
        let (first, others) = fields.split_at(asked.len());
        let first: Vec<(String, String)> = first.iter().map(|field| (field.path.clone(), field.question.clone())).collect();
        assert_eq!(first, asked, "{} {facts}", question);
        assert!(fields[..asked.len()].iter().all(|field| field.settles), "{} {facts}", question);
        assert!(
            others.iter().all(|field| !field.settles && field.could_change > 0 && !field.question.is_empty()),
            "{} {facts}: {others:?}",
            question
        );
        let mut once: Vec<&str> = fields.iter().map(|field| field.path.as_str()).collect();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), fields.len(), "{} {facts}", question);
        if decision["settled"] == true {
            assert!(fields.iter().all(|field| !field.settles), "{} {facts}", question);
        }
    });
}

/// Wherever a rule is cited as a reason, it is not told as set aside too.
#[test]
fn no_rule_is_both_a_reason_and_set_aside() {
    let check = |question: &str, facts: &Value, rulebook: &Rulebook| {
        let decision = ask(question, facts, rulebook).unwrap();
        let aside = ids(&decision, "setAside");
        for list in ["because", "alsoApplies"] {
            assert!(ids(&decision, list).iter().all(|cited| !aside.contains(cited)), "{question} {list} {aside:?}: {facts}");
        }
        aside.len()
    };
    let mut aside = 0;
    for_each_case(6, |question, facts, rulebook| {
        aside += check(question, &facts, rulebook);
        for meeting in MEETINGS {
            let mut facts = facts.clone();
            facts["meetingType"] = json!(meeting);
            if ask(question, &facts, rulebook).is_ok() {
                aside += check(question, &facts, rulebook);
            }
        }
    });
    assert!(aside > 100, "{aside}");
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

#[test]
fn once_all_is_answered_the_answer_is_settled_and_nothing_is_left() {
    let mut dice = Dice(7);
    for_each_case(2, |question, mut facts, rulebook| {
        for _round in 0..6 {
            let open = fields(question, &facts, rulebook).unwrap();
            if open.is_empty() {
                break;
            }
            for field in open {
                let given = value_for(&field, &mut dice);
                put_at(&mut facts, &field.path, given);
            }
            // Of a ladder on which a later step has come about the last one is said: an earlier one contradicts that, and is asked.
            if facts.get("stage").is_some() {
                let taken = [4, 2, 1].map(|stage| json!(stage)).into_iter().find(|stage| {
                    facts["stage"] = stage.clone();
                    ask(question, &facts, rulebook).is_ok()
                });
                assert!(taken.is_some(), "{facts}");
            }
        }
        let left = fields(question, &facts, rulebook).unwrap();
        assert!(left.is_empty(), "{} {facts}: {left:?}", question);
        assert_eq!(ask(question, &facts, rulebook).unwrap()["settled"], true, "{} {facts}", question);
    });
}

fn value_for(field: &ToAsk, dice: &mut Dice) -> Value {
    match (field.path.as_str(), field.kind) {
        ("agencies", _) => json!([{ "name": "housing" }]),
        ("services" | "sharedWith", _) => json!(["health-visitor"]),
        ("lawfulBasis", _) => json!("public-task"),
        ("art9Condition", _) => json!("health-or-social-care"),
        ("plan.reviewDates", _) => json!(["2027-01-20"]),
        ("plan.actions", _) => json!([{}]),
        ("stage", _) => json!(dice.throw(2)),
        (path, Kind::Answer) if path.ends_with("resourcesConfirmed") => json!(true),
        (path, Kind::Text) if path.ends_with("owner") || path.ends_with("decidedBy") => json!("Health visitor"),
        // A no beside a high risk would contradict it, and stay open.
        ("childAtRisk", _) => json!(true),
        (_, Kind::Answer) => json!(dice.throw(2) == 0),
        (_, Kind::Date | Kind::Moment) => json!("2026-12-30"),
        (_, Kind::Word) => field.words.as_ref().map(|words| json!(words[dice.throw(words.len())].id)).unwrap(),
        (_, Kind::Count) => json!(3),
        (_, Kind::Text) => json!("Visit the family at home every week after the injury"),
        (_, Kind::List) => json!([field.words.as_ref().unwrap()[0].id]),
    }
}

fn put_at(facts: &mut Value, path: &str, value: Value) {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let place = match name.strip_suffix(']').and_then(|name| name.split_once('[')) {
        Some((list, index)) => &mut facts[list][index.parse::<usize>().unwrap()],
        None => &mut facts[name],
    };
    match rest {
        Some(rest) => put_at(place, rest, value),
        None => *place = value,
    }
}

/// How soon, as far as it matters to anybody.
fn how_soon(facts: &Value, rulebook: &Rulebook) -> Value {
    let answer = &ask("classify-concern", facts, rulebook).unwrap()["answer"];
    json!([answer["timescale"], answer["dueBy"], answer["heading"]])
}

#[test]
fn what_is_not_asked_of_a_concern_changes_no_time() {
    let rulebook = rulebook();
    let mut dice = Dice(3);
    for area in AREAS {
        let names: Vec<String> = asked_facts(&rulebook, area)
            .iter()
            .map(|(name, fact)| fact.path_of(name))
            .filter(|path| path.starts_with("concerns."))
            .collect();
        for _ in 0..40 {
            let facts = some_case("classify-concern", area, &mut dice, &rulebook);
            let asked: Vec<String> = fields("classify-concern", &facts, &rulebook).unwrap().into_iter().map(|field| field.path).collect();
            let unknown = |path: &&String| facts.pointer(&format!("/{}", path.replace('.', "/"))).is_none();
            let (open, idle): (Vec<&String>, Vec<&String>) = names.iter().filter(unknown).partition(|path| asked.contains(path));
            if facts["othersConsidered"] == true {
                continue;
            }
            for _ in 0..8 {
                let mut all = facts.clone();
                all["complexReason"] = json!("Several families");
                for path in open.iter().chain(&idle) {
                    put_at(&mut all, path, json!(dice.throw(2) == 0));
                }
                for path in &idle {
                    let mut otherwise = all.clone();
                    let now = all.pointer(&format!("/{}", path.replace('.', "/"))).unwrap().as_bool().unwrap();
                    put_at(&mut otherwise, path, json!(!now));
                    assert_eq!(
                        how_soon(&all, &rulebook),
                        how_soon(&otherwise, &rulebook),
                        "{path} of {facts}, of which {asked:?} are asked"
                    );
                }
            }
        }
    }
}

#[test]
fn whether_the_child_needs_protecting_now_is_asked_before_all_that_is_not_needed() {
    let facts = json!({
        "area": "generic", "concerns": { "seriousRisk": true },
        "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T09:00",
    });
    assert_eq!(ask("classify-concern", &facts, &rulebook()).unwrap()["settled"], true);
    assert_eq!(paths("classify-concern", &facts), ["concerns.immediateProtectionNeeded"]);
}

#[test]
fn a_reason_is_asked_where_a_longer_time_needs_it() {
    let facts = json!({
        "area": "generic", "concerns": { "particularlyComplex": true }, "othersConsidered": true,
        "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T09:00",
    });
    assert_eq!(paths("classify-concern", &facts), ["complexReason"]);
}

#[test]
fn the_kinds_are_those_that_the_questions_take() {
    let kind_of = |question: &str, facts: Value, path: &str| {
        let fields = fields(question, &facts, &rulebook()).unwrap();
        fields.iter().find(|field| field.path == path).map(|field| field.kind)
    };
    let record = || json!({ "area": "northamptonshire", "familyInformed": false, "agreementSought": true });
    for (path, kind) in
        [("informationShared", Kind::Text), ("sharedWith", Kind::List), ("consentSought", Kind::Answer), ("decidedAt", Kind::Moment)]
    {
        assert_eq!(kind_of("record-consent-basis", record(), path), Some(kind), "{path}");
    }
    let with_agreement = json!({ "area": "hampshire", "agreementSought": true });
    assert_eq!(kind_of("record-consent-basis", with_agreement, "agreementOutcome"), Some(Kind::Word));
    assert_eq!(kind_of("list-deadlines", json!({ "area": "county-durham" }), "decisionAt"), Some(Kind::Moment));
    assert_eq!(kind_of("resolve-disagreement", json!({ "area": "hampshire" }), "stage"), Some(Kind::Count));
    assert_eq!(kind_of("check-action", json!({ "area": "hampshire" }), "action.due"), Some(Kind::Date));
    assert_eq!(kind_of("choose-meeting", json!({ "area": "northamptonshire", "asOf": "2020-07-01" }), "child.age"), Some(Kind::Count));
}

#[test]
fn every_word_that_is_offered_has_a_label_and_is_taken() {
    let mut offered = 0;
    for_each_case(6, |question, facts, rulebook| {
        for field in fields(question, &facts, rulebook).unwrap() {
            let words = field.words.unwrap_or_default();
            assert_eq!(field.kind == Kind::Word || field.several, !words.is_empty(), "{question} {}", field.path);
            for Word { id, label } in words {
                let is_for_people = label.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) && !label.contains(['_', '{']);
                assert!(is_for_people, "{question} {} {id}: {label}", field.path);
                let given = if field.kind == Kind::List { json!([id]) } else { json!(id) };
                let mut known = facts.clone();
                put_at(&mut known, &field.path, given);
                // A word of one field can contradict another's, which is told and not refused.
                ask(question, &known, rulebook).unwrap_or_else(|error| panic!("{question} {known}: {error}"));
                offered += 1;
            }
        }
    });
    assert!(offered > 500, "{offered}");
}

#[test]
fn a_word_is_not_called_by_what_another_field_calls_its_own() {
    let label_of = |facts: Value, path: &str, id: &str| {
        let fields = fields("make-checklist", &facts, &rulebook()).unwrap();
        let field = fields.into_iter().find(|field| field.path == path).unwrap();
        field.words.unwrap().into_iter().find(|word| word.id == id).unwrap().label
    };
    let meeting = json!({ "area": "northamptonshire", "meetingType": "mdt-locality" });
    assert_eq!(label_of(meeting.clone(), "platform", "other"), "Other");
    assert_eq!(label_of(meeting, "platform", "telephone"), "By telephone");
    assert_eq!(label_of(json!({ "area": "county-durham" }), "spocs", "nspcc"), "NSPCC");
}

/// An entry as its shape tells, and at its path in the facts of a question that takes it.
fn value_of(kind: Kind) -> Value {
    match kind {
        Kind::Answer => json!("unknown"),
        Kind::Date | Kind::Moment => json!("2026-12-30"),
        Kind::Count => json!(3),
        Kind::Text | Kind::Word => json!("health-visitor"),
        Kind::List => json!([]),
    }
}

#[test]
fn every_list_says_what_stands_in_it_and_takes_it() {
    let (mut simple, mut objects) = (0, 0);
    for_each_case(6, |question, facts, rulebook| {
        for field in fields(question, &facts, rulebook).unwrap() {
            assert_eq!(field.kind == Kind::List, field.each.is_some(), "{question} {}", field.path);
            let entry = match field.each {
                Some(Each::Kind(kind)) if field.words.is_none() => {
                    simple += 1;
                    value_of(kind)
                }
                Some(Each::Fields(parts)) => {
                    objects += 1;
                    assert!(parts.iter().all(|part| !part.label.is_empty()), "{question} {}", field.path);
                    parts.into_iter().map(|part| (part.name, value_of(part.kind))).collect()
                }
                _ => continue,
            };
            let mut known = facts.clone();
            put_at(&mut known, &field.path, json!([entry]));
            ask(question, &known, rulebook).unwrap_or_else(|error| panic!("{question} {known}: {error}"));
        }
    });
    assert!(simple > 10 && objects > 10, "{simple} {objects}");
}

/// The rule by which a form stops: it asks whatever was not asked before, until nothing is new. "Not known" is an answer too.
#[test]
fn a_form_that_asks_each_field_once_comes_to_an_end_whatever_is_answered() {
    let mut dice = Dice(11);
    for_each_case(2, |question, mut facts, rulebook| {
        let mut asked: Vec<String> = Vec::new();
        for round in 0.. {
            let open = fields(question, &facts, rulebook).unwrap();
            let new: Vec<ToAsk> = open.into_iter().filter(|field| !asked.contains(&field.path)).collect();
            if new.is_empty() {
                break;
            }
            assert!(round < 8, "{question} {facts}: {new:?}");
            for field in new {
                if dice.throw(3) > 0 {
                    let given = value_for(&field, &mut dice);
                    put_at(&mut facts, &field.path, given);
                }
                asked.push(field.path);
            }
        }
        assert!(ask(question, &facts, rulebook).is_ok(), "{question} {facts}");
    });
}

#[test]
fn a_field_that_is_missing_is_named_by_its_path() {
    for (question, facts, path) in [
        ("list-attendees", json!({}), "meetingType"),
        ("check-action", json!({}), "action"),
        ("check-plan", json!({}), "plan"),
        ("explain", json!({}), "question"),
        ("explain", json!({ "question": "list-attendees", "facts": {} }), "facts.meetingType"),
        ("list-attendees", json!({ "meetingType": "strategy", "agencies": [{}] }), "agencies[0].name"),
    ] {
        let refused = ask(question, &facts, &rulebook()).unwrap_err();
        assert_eq!((refused.code(), refused.path()), (Code::BadInput, path), "{question}");
    }
}

#[test]
fn bad_facts_are_refused_as_the_question_refuses_them() {
    for question in QUESTIONS {
        for bad in [json!({ "area": "nowhere" }), json!({ "seriosRisk": true }), json!({ "asOf": "2026-02-30" }), json!([])] {
            let facts = if bad.is_object() { with_its_object(question, bad.clone()) } else { bad.clone() };
            let refused = ask(question, &facts, &rulebook()).unwrap_err();
            assert_eq!(fields(question, &bad, &rulebook()).unwrap_err(), refused, "{} {bad}", question);
        }
    }
    let unknown = ask("questions-for", &json!({ "question": "how-soon" }), &rulebook()).unwrap_err();
    assert_eq!((unknown.code(), unknown.path()), (Code::BadWord, "question"));
}

#[test]
fn questions_are_in_the_words_of_the_portal() {
    let messages = json!({ "form.ASK_AREA": "Pa ardal?", "multi-agency-meetings.serious_risk": "A oes risg?" });
    let rulebook = rulebook().with_messages(&messages.to_string()).unwrap();
    let asked = fields("classify-concern", &json!({}), &rulebook).unwrap();
    assert_eq!(asked[0].question, "Pa ardal?");
    assert!(asked.iter().any(|field| field.path == "concerns.seriousRisk" && field.question == "A oes risg?"), "{asked:?}");
}

#[test]
fn what_no_pack_asks_is_asked_as_what_it_takes() {
    let kind = |question: &str, facts: Value, path: &str| {
        let field = fields(question, &facts, &rulebook()).unwrap().into_iter().find(|field| field.path == path);
        field.map(|field| (field.kind, field.words.map(|words| words.iter().map(|word| word.id.clone()).collect::<Vec<_>>())))
    };
    let durham = |more: Value| {
        let mut facts = json!({"area": "county-durham"});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        facts
    };
    let (ladder, words) = kind("resolve-disagreement", durham(json!({"stage": 1})), "ladder").unwrap();
    assert_eq!(ladder, Kind::Word);
    assert!(words.unwrap().iter().any(|word| word == "conference-not-held"));
    for (question, facts, path) in [
        (
            "classify-concern",
            json!({"concernsIdentifiedAt": "2026-03-02", "previousResult": {"timescale": "same-day", "dueBy": "2026-12-30"}}),
            "previousResult.dueBy",
        ),
        ("classify-concern", json!({"concernsIdentifiedAt": "2026-03-02", "held": [{"full": true}]}), "held[0].at"),
        (
            "list-deadlines",
            json!({"meetingEndedAt": "2026-03-02T10:00", "duty": "decisions", "done": {"decisions": {"at": "2026-03-01"}}}),
            "done.decisions.at",
        ),
    ] {
        assert_eq!(kind(question, durham(facts.clone()), path).map(|(kind, _)| kind), Some(Kind::Moment), "{path}");
    }
    let consent =
        json!({"area": "generic", "purpose": "safeguarding", "date": "2026-03-02", "consents": [{"given": true, "at": "2026-03-03"}]});
    assert_eq!(kind("record-consent-basis", consent.clone(), "consents[0].at").map(|(kind, _)| kind), Some(Kind::Moment));
    let (capacity, words) = kind("record-consent-basis", consent, "consents[0].as").unwrap();
    assert_eq!((capacity, words.unwrap().len()), (Kind::Word, 3));
}
