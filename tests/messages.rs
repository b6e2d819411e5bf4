//! A portal's own sentences: each may be replaced by name, and none is said that has no name.

mod common;

use common::{ask, rulebook};
use safeguarding_rules::facts;
use safeguarding_rules::pack::Question;
use safeguarding_rules::questions;
use safeguarding_rules::rulebook::Rulebook;
use serde_json::{Value, json};

fn with(messages: Value) -> Rulebook {
    rulebook().with_catalogue(facts::read(&messages.to_string()).unwrap()).unwrap()
}

fn asked(question: Question, known: Value, rulebook: &Rulebook) -> Value {
    let mut facts = facts::Kept::default();
    facts::read_into(&mut facts, &known.to_string()).unwrap();
    questions::ask(question, &facts.0, rulebook, |told| serde_json::to_value(told).unwrap()).unwrap()
}

const KNOWN: &str = r#"{"area": "generic", "concerns": {"seriousRisk": true}, "othersConsidered": true,
    "concernsIdentifiedAt": "2026-03-06T15:00", "referralReceivedAt": "2026-03-06T16:59"}"#;

#[test]
fn headings_rules_cautions_questions_and_dates_are_said_in_the_portals_words() {
    let rulebook = with(json!({
        "how_soon.HOLD": "Cynhaliwch y cyfarfod strategaeth {by}.",
        "how_soon.BY_SAME_DAY": "ar {date}, yr un diwrnod",
        "words.DATE": "{weekday} {day} {month} {year}",
        "words.FRIDAY": "dydd Gwener",
        "words.MARCH": "Mawrth",
        "classify_concern.TR-T1a": "Rheol y guide",
        "multi-agency-meetings.threshold-is-decided-by-people": "Pobl sy'n penderfynu.",
    }));
    let told = asked(Question::ClassifyConcern, serde_json::from_str(KNOWN).unwrap(), &rulebook);
    assert_eq!(told["answer"]["heading"], "Cynhaliwch y cyfarfod strategaeth ar dydd Gwener 6 Mawrth 2026, yr un diwrnod.");
    assert_eq!(told["because"][0]["sentence"], "Rheol y guide");
    let caution = told["cautions"].as_array().unwrap().iter().find(|caution| caution["code"] == "threshold-is-decided-by-people").unwrap();
    assert_eq!(caution["text"], "Pobl sy'n penderfynu.");
    assert_eq!(told["answer"]["dueBy"], "2026-03-06", "a catalogue changes words and nothing else");
}

#[test]
fn names_of_whoever_referred_and_reasons_of_a_basis_are_said_in_the_portals_words() {
    let rulebook = with(json!({
        "who_attends.REFERRING_AGENCY_NAMED": "yr asiantaeth sy'n atgyfeirio ({name})",
        "lawful_basis.O-05a-e": "Sail.",
    }));
    let known = json!({"area": "county-durham", "meetingType": "strategy", "referrer": "health visitor"});
    let told = asked(Question::ListAttendees, known, &rulebook).to_string();
    assert!(told.contains("yr asiantaeth sy'n atgyfeirio (") && !told.contains("the referring agency ("), "{told}");
    let told = asked(Question::RecordConsentBasis, json!({"area": "county-durham"}), &rulebook).to_string();
    assert!(told.contains("\"why\":\"Sail.\""), "{told}");
}

#[test]
fn a_sentence_that_is_not_there_or_has_another_place_is_refused() {
    let refused = |messages: Value| {
        let refusal = rulebook().with_catalogue(facts::read(&messages.to_string()).unwrap()).unwrap_err();
        (refusal.code, refusal.path, refusal.message)
    };
    let (code, path, _) = refused(json!({"how_soon.HOLDD": "x"}));
    assert_eq!((code, path.as_str()), ("unknown-field", "how_soon.HOLDD"));
    let (code, _, message) = refused(json!({"how_soon.HOLD": "{when}"}));
    assert_eq!((code, message.as_str()), ("bad-word", "expected only these places in braces: by"));
}

#[test]
fn every_sentence_has_one_name() {
    let sentences = rulebook().sentences();
    for (index, (name, words)) in sentences.iter().enumerate() {
        let others = sentences.iter().skip(index + 1).filter(|(other, other_words)| other == name && other_words != words);
        assert_eq!(others.count(), 0, "{name} has two sentences");
    }
    assert!(sentences.len() > 500, "{}", sentences.len());
}

/// Said in a catalogue of marked sentences, no heading, reason, caution or question is left in our words.
#[test]
fn nothing_is_said_that_cannot_be_said_otherwise() {
    let marked: serde_json::Map<String, Value> =
        rulebook().sentences().into_iter().map(|(name, words)| (name, format!("\u{2042}{words}").into())).collect();
    let rulebook = with(Value::Object(marked));
    let cases = [
        (Question::ClassifyConcern, json!({"now": "2026-03-02T09:00"})),
        (Question::ClassifyConcern, serde_json::from_str(KNOWN).unwrap()),
        (Question::ListAttendees, json!({"area": "county-durham", "meetingType": "strategy"})),
        (Question::CheckAction, json!({"area": "hampshire", "action": {"specific": "Improve"}})),
        (Question::CheckPlan, json!({"area": "hampshire", "plan": {}})),
        (Question::RecordConsentBasis, json!({"area": "hampshire"})),
        (Question::ChooseMeeting, json!({"area": "northamptonshire", "meetingType": "mdt-locality"})),
        (Question::ListDeadlines, json!({"area": "county-durham", "decisionAt": "2026-03-06T16:59"})),
        (Question::MakeChecklist, json!({"area": "bracknell-forest", "meetingType": "tac-initial"})),
        (Question::ResolveDisagreement, json!({"area": "county-durham", "icpcDecision": "no"})),
        (Question::ReportQuarter, json!({"area": "county-durham", "meetings": []})),
    ];
    for (question, known) in cases {
        let told = asked(question, known, &rulebook);
        let heading = told["answer"]["heading"].as_str().unwrap();
        assert!(heading.starts_with('\u{2042}'), "{question:?}: {heading}");
        for (list, name) in [("because", "sentence"), ("setAside", "reason"), ("cautions", "text"), ("ask", "question")] {
            for item in told[list].as_array().unwrap() {
                assert!(item[name].as_str().unwrap().starts_with('\u{2042}'), "{question:?} {list}: {item}");
            }
        }
    }
    assert!(ask(Question::ClassifyConcern, &json!({}), &rulebook).is_ok());
}
