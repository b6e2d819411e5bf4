//! The seven laws, each as a property over the whole space of its question's facts.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::common::written::{Rule, Written, pack, packs};
use crate::common::{MEETINGS, ask, camel, facts_of, ids, rulebook};
use safeguarding_rules::{Rulebook, Timescale};
use serde_json::{Value, json};

const FACTS: [&str; 6] = [
    "serious_risk",
    "penetrative_sexual_abuse",
    "forensic_evidence_required",
    "immediate_action_required",
    "particularly_complex",
    "immediate_protection_needed",
];

#[derive(Clone, Copy, PartialEq, Debug)]
enum Said {
    Yes,
    No,
    Unknown,
}

type Facts = [Said; 6];

/// Every one of the 3^6 ways to answer the six questions.
fn fact_space() -> impl Iterator<Item = Facts> {
    (0..3_usize.pow(6)).map(|index| std::array::from_fn(|fact| [Said::Yes, Said::No, Said::Unknown][index / 3_usize.pow(fact as u32) % 3]))
}

/// Every way in which the unknown facts could turn out.
fn completions(facts: Facts) -> Vec<Facts> {
    match facts.iter().position(|said| *said == Said::Unknown) {
        None => vec![facts],
        Some(open) => [Said::Yes, Said::No]
            .into_iter()
            .flat_map(|said| {
                let mut settled = facts;
                settled[open] = said;
                completions(settled)
            })
            .collect(),
    }
}

/// The times around which limits behave differently: a plain week, a need that arises late, Christmas, a clock change.
fn timings() -> [Value; 4] {
    [
        json!({"concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-03T10:00", "immediateActionAt": "2026-03-03T11:00"}),
        json!({"concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-06T16:59", "immediateActionAt": "2026-03-05T15:00"}),
        json!({"concernsIdentifiedAt": "2026-12-23T10:00", "referralReceivedAt": "2026-12-24T23:50"}),
        json!({"concernsIdentifiedAt": "2026-10-24T23:30", "referralReceivedAt": "2026-10-25T01:30"}),
    ]
}

fn question(facts: Facts, times: &Value, reason: bool) -> Value {
    let mut question = times.clone();
    question["area"] = "generic".into();
    question["concerns"] = FACTS
        .iter()
        .zip(facts)
        .map(|(name, said)| {
            let said = match said {
                Said::Yes => json!(true),
                Said::No => json!(false),
                Said::Unknown => json!("unknown"),
            };
            (camel(name), said)
        })
        .collect();
    // The moment would tell that there was such a need.
    if said_of("immediate_action_required", facts) == Said::No && said_of("immediate_protection_needed", facts) == Said::No {
        question.as_object_mut().unwrap().remove("immediateActionAt");
    }
    if reason {
        question["complexReason"] = "Several households are involved".into();
    }
    question
}

fn said_of(fact: &str, facts: Facts) -> Said {
    facts[FACTS.iter().position(|name| *name == fact).unwrap()]
}

/// Does a moment of action stand beside a no to it, with nothing known that would explain it? That is told and asked.
fn contradicts(facts: Facts, times: &Value) -> bool {
    let (action, protection) = (said_of("immediate_action_required", facts), said_of("immediate_protection_needed", facts));
    times.get("immediateActionAt").is_some() && action == Said::No && protection == Said::Unknown
}

fn classify(facts: Facts, times: &Value, reason: bool, rulebook: &Rulebook) -> Value {
    ask("classify-concern", &question(facts, times, reason), rulebook).unwrap()
}

fn due(decision: &Value) -> String {
    decision["answer"]["dueBy"].as_str().unwrap().to_owned()
}

/// The last day in each of the ways to answer, without a reason and with one, at each of the times.
static DAYS: LazyLock<[[Vec<String>; 2]; 4]> = LazyLock::new(|| {
    let rulebook = rulebook();
    let day = |facts: Facts, times: &Value, reason: bool| due(&classify(facts, times, reason, &rulebook));
    timings().map(|times| [false, true].map(|reason| fact_space().map(|facts| day(facts, &times, reason)).collect()))
});

/// The place of one way to answer among all.
fn number(facts: Facts) -> usize {
    facts.iter().rev().fold(0, |number, said| number * 3 + *said as usize)
}

/// The pack's timing table read literally, by another hand: which limits hold when every fact is known.
fn limits_read_literally(facts: Facts, times: &Value, reason: bool, rulebook: &Rulebook) -> Vec<(String, String)> {
    let yes = |name: &String| facts[FACTS.iter().position(|fact| fact == name).unwrap()] == Said::Yes;
    let date = |field: &str| times.get(field).and_then(Value::as_str).map(|text| text[..10].to_owned());
    let identified = date("concernsIdentifiedAt").unwrap();
    let holds = |rule: &&Rule| rule.when.iter().all(yes) && !rule.unless.iter().any(yes) && (rule.text("lengthens").is_none() || reason);
    let held: Vec<&Rule> = timing_rules().filter(holds).collect();
    let kept = held.iter().filter(|rule| !held.iter().any(|other| other.text("lengthens") == Some(&*rule.id)));
    kept.map(|rule| {
        let time = rule.text("applies").map_or(*rule, |id| timing_rules().find(|other| other.id == id).unwrap());
        let start = match time.text("from").unwrap() {
            "concerns identified" => identified.clone(),
            "referral received" => date("referralReceivedAt").unwrap(),
            "immediate action" => date("immediateActionAt").unwrap_or(identified.clone()),
            other => panic!("{other} is no start that this reader knows"),
        };
        let start = start.parse().unwrap();
        let due_by = match Timescale::from_words(time.text("hold").unwrap()).unwrap() {
            Timescale::SameDay => start,
            Timescale::Days(days) => rulebook.calendar().calendar_days(start, days).due_by,
            Timescale::Hours(_) => panic!("the guide gives no hours"),
            Timescale::WorkingDays(days) => rulebook.calendar().working_days(start, days).due_by,
        };
        (time.id.clone(), due_by.to_string())
    })
    .collect()
}

/// The guide's rules of time.
fn timing_rules() -> impl Iterator<Item = &'static Rule> {
    pack("multi-agency-meetings").table("classify_concern")
}

#[test]
fn law_1_the_most_protective_outcome_wins() {
    let rulebook = rulebook();
    for times in timings() {
        for facts in fact_space().filter(|facts| !facts.contains(&Said::Unknown)) {
            for reason in [false, true] {
                let decision = classify(facts, &times, reason, &rulebook);
                let limits = limits_read_literally(facts, &question(facts, &times, reason), reason, &rulebook);
                let earliest = limits.iter().map(|(_, due_by)| due_by).min().unwrap();
                assert_eq!(due(&decision), *earliest, "{facts:?} {times}");
                assert!(
                    limits.iter().any(|(id, due_by)| due_by == earliest && ids(&decision, "because").contains(id)),
                    "{facts:?} {decision}"
                );
                assert_eq!(decision["settled"], true);
            }
        }
    }
}

#[test]
fn law_1_several_children_meet_at_the_earliest() {
    let rulebook = rulebook();
    let times = &timings()[0];
    for facts in fact_space() {
        let mut both = question(facts, times, true);
        let concerns = both.as_object_mut().unwrap().remove("concerns").unwrap();
        both["children"] = json!([{"ref": "A", "concerns": {"seriousRisk": true}}, {"ref": "B", "concerns": concerns}]);
        let joint = ask("classify-concern", &both, &rulebook).unwrap();
        let children = joint["answer"]["perChild"].as_array().unwrap();
        let earliest = children.iter().map(|child| child["dueBy"].as_str().unwrap()).min().unwrap();
        assert_eq!(joint["answer"]["jointDueBy"], earliest);
        assert_eq!(due(&joint), earliest);
        assert_eq!(children[1]["dueBy"], due(&classify(facts, times, true, &rulebook)), "{facts:?}");
    }
}

#[test]
fn law_2_unknown_is_the_soonest_of_all_that_it_could_be() {
    for (times, days) in timings().iter().zip(&*DAYS) {
        for facts in fact_space() {
            for days in days {
                let soonest = completions(facts).into_iter().map(|settled| &days[number(settled)]).min().unwrap();
                assert_eq!(&days[number(facts)], soonest, "{facts:?} {times}");
            }
        }
    }
}

#[test]
fn law_2_it_asks_exactly_when_an_unknown_brings_the_meeting_forward() {
    let rulebook = rulebook();
    for (times, [_, days]) in timings().iter().zip(&*DAYS) {
        for facts in fact_space() {
            let decision = classify(facts, times, true, &rulebook);
            assert_eq!(due(&decision), days[number(facts)], "{facts:?} {times}");
            if contradicts(facts, times) {
                assert!(decision["ask"].as_array().unwrap().iter().any(|ask| ask["path"] == "immediateActionAt"), "{facts:?}");
                continue;
            }
            let no_to_the_rest = facts.map(|said| if said == Said::Unknown { Said::No } else { said });
            let on_known_facts = &days[number(no_to_the_rest)];
            let asks = decision["ask"].as_array().unwrap();
            assert_eq!(asks.is_empty(), due(&decision) == *on_known_facts, "{facts:?} {decision}");
            assert_eq!(decision["settled"], asks.is_empty());
            let known_only = &decision["answer"]["onKnownFactsOnly"];
            assert!(if asks.is_empty() { known_only.is_null() } else { known_only["dueBy"] == **on_known_facts }, "{facts:?} {known_only}");
            for asked in asks {
                let fact = FACTS.iter().position(|name| asked["path"] == format!("concerns.{}", camel(name))).unwrap();
                assert_eq!(facts[fact], Said::Unknown, "{asked}");
                assert_ne!(FACTS[fact], "particularly_complex", "a fact that could only lengthen is never asked for");
            }
        }
    }
}

#[test]
fn law_2_a_no_to_every_question_asked_settles_it_on_the_known_facts() {
    let rulebook = rulebook();
    // Without the moment of action, which a no to action would contradict.
    let mut times = timings()[0].clone();
    times.as_object_mut().unwrap().remove("immediateActionAt");
    let times = &times;
    for mut facts in fact_space() {
        let promised = classify(facts, times, true, &rulebook)["answer"]["onKnownFactsOnly"]["dueBy"].clone();
        loop {
            let decision = classify(facts, times, true, &rulebook);
            let Some(asked) = decision["ask"].as_array().unwrap().first() else {
                assert!(promised.is_null() || promised == due(&decision), "{facts:?}");
                break;
            };
            let fact = FACTS.iter().position(|name| asked["path"] == format!("concerns.{}", camel(name))).unwrap();
            facts[fact] = Said::No;
        }
    }
}

#[test]
fn law_2_an_unknown_never_shortens_the_list_of_people() {
    let rulebook = rulebook();
    let people = |area: &str, meeting: &str, said: Value| {
        let facts = json!({"area": area, "meetingType": meeting, "child": {"lookedAfter": said}, "subject": {"ageGroup": "child"}});
        let decision = ask("list-attendees", &facts, &rulebook).unwrap();
        let required = decision["answer"]["required"].as_array().unwrap();
        required.iter().map(|person| person["agency"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for (area, _, _) in rulebook.areas() {
        for meeting in ["strategy", "s47", "mash", "cp-conference"] {
            let unknown = people(&area, meeting, json!("unknown"));
            for said in [json!(true), json!(false)] {
                for person in people(&area, meeting, said) {
                    assert!(unknown.contains(&person), "{area} {meeting}: {person}");
                }
            }
        }
    }
}

#[test]
fn law_3_a_worrying_fact_lengthens_only_where_the_pack_declares_it() {
    let declared: Vec<&String> = timing_rules().filter(|rule| rule.text("lengthens").is_some()).flat_map(|rule| &rule.when).collect();
    assert_eq!(declared, ["particularly_complex"]);
    for [_, days] in &*DAYS {
        for facts in fact_space() {
            let before = &days[number(facts)];
            for fact in (0..6).filter(|fact| facts[*fact] != Said::Yes && FACTS[*fact] != "particularly_complex") {
                let mut worse = facts;
                worse[fact] = Said::Yes;
                if facts[fact] == Said::No {
                    assert!(days[number(worse)] <= *before, "{facts:?} with {}", FACTS[fact]);
                }
            }
        }
    }
}

#[test]
fn law_3_no_rule_that_is_met_goes_unmentioned() {
    let rulebook = rulebook();
    for times in timings() {
        for facts in fact_space() {
            for reason in [false, true] {
                let decision = classify(facts, &times, reason, &rulebook);
                let mentioned = ["because", "alsoApplies", "setAside"].map(|list| ids(&decision, list)).concat();
                for rule in timing_rules() {
                    let met = rule.when.iter().all(|name| facts[FACTS.iter().position(|fact| fact == name).unwrap()] == Said::Yes);
                    assert!(!met || mentioned.contains(&rule.id), "{} is met and not mentioned: {facts:?} {mentioned:?}", rule.id);
                }
                for aside in decision["setAside"].as_array().unwrap() {
                    assert!(!aside["reason"].as_str().unwrap().is_empty());
                }
            }
        }
    }
}

#[test]
fn law_4_the_documents_own_force_place_and_words_travel_with_the_answer() {
    for decision in every_kind_of_answer() {
        let lists = ["because", "alsoApplies", "setAside"].iter().flat_map(|list| decision[list].as_array().unwrap());
        for cited in lists {
            let told = |rule: &Rule| {
                (cited["force"] == rule.force)
                    && (cited["place"] == rule.at && cited["words"] == rule.words && cited["sentence"] == rule.says)
            };
            let (pack, _) = packs()
                .iter()
                .flat_map(|pack| pack.rules().map(move |(_, rule)| (pack, rule)))
                .find(|(pack, rule)| cited["id"] == rule.id && cited["document"].as_str() == pack.document("title") && told(rule))
                .unwrap_or_else(|| panic!("{cited}"));
            let local_must = cited["force"] == "must" && pack.id() != "information-sharing";
            assert_eq!(cited.get("forceNote").is_some(), local_must, "{cited}");
        }
    }
}

#[test]
fn law_4_every_answer_names_its_rules_or_says_that_it_has_none() {
    for decision in every_kind_of_answer() {
        let says_so =
            ["not-covered", "no-route", "not-in-force-that-day"].iter().any(|code| decision["cautions"].to_string().contains(code));
        assert!(says_so || decision["because"] != json!([]), "{}", decision["answer"]);
    }
}

#[test]
fn law_5_no_answer_says_that_a_threshold_is_not_met() {
    let rulebook = rulebook();
    for decision in every_kind_of_answer() {
        let said = decision.to_string().to_lowercase();
        assert!(!said.contains("threshold is not met") && !said.contains("threshold not met") && !said.contains("no action"), "{said}");
    }
    let timing = classify([Said::No; 6], &timings()[0], false, &rulebook);
    assert!(timing["cautions"].to_string().contains("Children's social care decides that."));
}

#[test]
fn law_6_a_rule_of_one_partnership_reaches_no_other() {
    let rulebook = rulebook();
    for decision in every_kind_of_answer() {
        let in_use: Vec<&str> = decision["basis"]["packs"].as_array().unwrap().iter().map(|pack| pack["title"].as_str().unwrap()).collect();
        for cited in ["because", "alsoApplies", "setAside"].iter().flat_map(|list| decision[list].as_array().unwrap()) {
            assert!(in_use.contains(&cited["document"].as_str().unwrap()), "{cited} in {in_use:?}");
        }
        let (here, elsewhere): (Vec<_>, Vec<_>) = packs().iter().partition(|pack| in_use.contains(&pack.document("title").unwrap()));
        let ids =
            |packs: &[&'static Written]| packs.iter().flat_map(|pack| pack.rules()).map(|(_, rule)| &*rule.id).collect::<BTreeSet<_>>();
        let elsewhere = ids(&elsewhere);
        let foreign: Vec<&str> = texts(decision).filter(|text| elsewhere.contains(text) && !ids(&here).contains(text)).collect();
        assert!(foreign.is_empty(), "{foreign:?} in an answer from {in_use:?}");
    }
    for (area, _, packs) in rulebook.areas() {
        let local = rulebook
            .packs()
            .iter()
            .map(|pack| pack.document())
            .filter(|document| packs.contains(&document.id) && document.area.as_deref() != Some("generic"));
        assert!(local.count() <= 1, "{area} rests on more than one partnership: {packs:?}");
    }
}

/// Every text in an answer.
fn texts(value: &Value) -> Box<dyn Iterator<Item = &str> + '_> {
    match value {
        Value::String(text) => Box::new(std::iter::once(text.as_str())),
        Value::Array(items) => Box::new(items.iter().flat_map(texts)),
        Value::Object(fields) => Box::new(fields.values().flat_map(texts)),
        _ => Box::new(std::iter::empty()),
    }
}

#[test]
fn law_7_no_answer_blocks_protection() {
    let rulebook = rulebook();
    for (consent, informed, purpose) in three_by_three_by_three() {
        let facts = json!({"area": "hampshire", "consentSought": true, "consentGiven": consent, "familyInformed": informed, "childAtRisk": purpose});
        let decision = ask("record-consent-basis", &facts, &rulebook).unwrap();
        assert_eq!(decision["answer"]["sharingBlocked"], false);
        let may_be = if purpose == json!(true) { json!([false]) } else { json!([false, "not-established"]) };
        let required = &decision["answer"]["consentRequired"];
        assert!(purpose == json!(false) || may_be.as_array().unwrap().contains(required), "{facts}: {required}");
    }
    for facts in fact_space().filter(|facts| facts[5] == Said::Yes) {
        let decision = classify(facts, &timings()[0], true, &rulebook);
        assert_eq!(decision["cautions"][0]["code"], "protect-now", "999 comes before any timescale");
        assert!(decision["answer"]["heading"].as_str().unwrap().starts_with("Act now."));
    }
    let alone = json!({"area": "county-durham", "meetingType": "strategy", "attendance": {"police": "phone"}});
    let decision = ask("list-attendees", &alone, &rulebook).unwrap();
    assert!(decision["cautions"].to_string().contains("never a reason to wait"));
}

#[test]
fn law_7_no_answer_of_any_question_suspends_or_blocks_what_protects() {
    for decision in every_kind_of_answer() {
        let answer = &decision["answer"];
        assert_ne!(answer["protectiveActionSuspended"], json!(true));
        assert_ne!(answer["sharingBlocked"], json!(true));
        let says = |code: &str| decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == code);
        assert!(answer["protectiveActionSuspended"].is_null() || says("dispute-delays-nothing"));
        assert!(answer["distribution"].is_null() || says("list-blocks-nothing"));
        assert!(answer["notRoutes"].is_null() || says("people-decide"));
    }
}

fn three_by_three_by_three() -> Vec<(Value, Value, Value)> {
    let said = || [json!(true), json!(false), json!("unknown")];
    said().into_iter().flat_map(|a| said().map(|b| (a.clone(), b))).flat_map(|(a, b)| said().map(|c| (a.clone(), b.clone(), c))).collect()
}

#[test]
fn now_never_moves_the_last_day_or_its_reasons() {
    let rulebook = rulebook();
    let times = &timings()[0];
    for facts in fact_space() {
        let without = classify(facts, times, true, &rulebook);
        for now in ["2026-03-03T12:00", "2026-03-06T09:00", "2027-01-01T00:00"] {
            let mut question = question(facts, times, true);
            question["now"] = now.into();
            let with = ask("classify-concern", &question, &rulebook).unwrap();
            assert_eq!((&with["answer"]["dueBy"], &with["because"]), (&without["answer"]["dueBy"], &without["because"]), "{facts:?} {now}");
            if with["settled"] == json!(false) {
                let certain = with["answer"]["overdue"].as_array().unwrap().iter().map(|limit| limit["dueBy"].as_str().unwrap());
                assert!(certain.clone().all(|due_by| due_by < now), "a provisional date is never overdue");
            }
        }
    }
}

fn with(mut facts: Value, field: &str, value: &str) -> Value {
    facts[field] = value.into();
    facts
}

/// One answer of each question, in each area, with much and with little known.
fn every_kind_of_answer() -> &'static [Value] {
    static ALL: LazyLock<Vec<Value>> = LazyLock::new(|| answers_of_every_kind(&rulebook()));
    &ALL
}

fn answers_of_every_kind(rulebook: &Rulebook) -> Vec<Value> {
    let mut all = Vec::new();
    for (area, _, _) in rulebook.areas() {
        let mut put = |question: &str, mut facts: Value| {
            facts["area"] = json!(*area);
            all.push(ask(question, &facts, rulebook).unwrap());
        };
        for facts in fact_space().step_by(31) {
            put("classify-concern", question(facts, &timings()[0], true));
        }
        for meeting in MEETINGS {
            put("list-attendees", json!({"meetingType": meeting}));
            put(
                "list-attendees",
                json!({"meetingType": meeting, "child": {"lookedAfter": true}, "referrer": "school", "services": ["gp"], "attendance": {"police": "phone"}}),
            );
        }
        put("check-action", json!({"action": {"specific": "Monitor"}}));
        put("check-plan", json!({"plan": {"actions": [{"due": "ASAP"}]}}));
        put("record-consent-basis", json!({}));
        put("record-consent-basis", json!({"issue": "complex-matters", "specialCategory": true, "childAtRisk": true}));
        for question in ["choose-meeting", "list-deadlines", "make-checklist"] {
            for meeting in MEETINGS {
                put(question, json!({ "meetingType": meeting }));
                put(question, with(facts_of(rulebook, &area, |_| Some(true)), "meetingType", meeting));
            }
            put(question, facts_of(rulebook, &area, |_| Some(false)));
        }
        put("resolve-disagreement", json!({}));
        put("resolve-disagreement", facts_of(rulebook, &area, |_| Some(true)));
        let meeting = json!({"endedAt": "2026-03-03T12:00", "done": {"decisions": "2026-03-04T11:00"}, "agencies": [{"agency": "police", "requested": true, "attended": false}]});
        put("report-quarter", json!({"from": "2026-01-01", "until": "2026-03-31", "meetings": [meeting]}));
    }
    all
}

/// Law 2: who attests that all other facts were considered finds that in the answer's basis, whatever was asked.
#[test]
fn an_attestation_is_kept_in_the_basis_of_every_answer() {
    let rulebook = rulebook();
    for question in ["classify-concern", "list-attendees", "choose-meeting", "list-deadlines", "make-checklist", "resolve-disagreement"] {
        for attested in [true, false] {
            let mut facts = json!({"area": "county-durham", "othersConsidered": attested});
            if question == "list-attendees" {
                facts["meetingType"] = json!("strategy");
            }
            assert_eq!(ask(question, &facts, &rulebook).unwrap()["basis"]["othersConsidered"], attested, "{question:?}");
        }
    }
}
