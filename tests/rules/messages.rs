//! A portal's own sentences: each may be replaced by name, and none is said that has no name.

use crate::common::{ask, rulebook};
use safeguarding_rules::{Code, Rulebook};
use serde_json::{Value, json};

fn with(messages: Value) -> Rulebook {
    rulebook().with_messages(&messages.to_string()).unwrap()
}

fn asked(question: &str, known: Value, rulebook: &Rulebook) -> Value {
    ask(question, &known, rulebook).unwrap()
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
        "multi-agency-meetings.classify_concern.TR-T1a": "Rheol y guide",
        "multi-agency-meetings.threshold-is-decided-by-people": "Pobl sy'n penderfynu.",
    }));
    let told = asked("classify-concern", serde_json::from_str(KNOWN).unwrap(), &rulebook);
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
        "information-sharing.lawful_basis.O-05a-e": "Sail.",
    }));
    let known = json!({"area": "county-durham", "meetingType": "strategy", "referrer": "health visitor"});
    let told = asked("list-attendees", known, &rulebook).to_string();
    assert!(told.contains("yr asiantaeth sy'n atgyfeirio (") && !told.contains("the referring agency ("), "{told}");
    let told = asked("record-consent-basis", json!({"area": "county-durham"}), &rulebook).to_string();
    assert!(told.contains("\"why\":\"Sail.\""), "{told}");
}

#[test]
fn a_sentence_that_is_not_there_or_has_another_place_is_refused() {
    let refused = |messages: Value| {
        let refusal = rulebook().with_messages(&messages.to_string()).unwrap_err();
        (refusal.code(), refusal.path().to_owned(), refusal.message().to_owned())
    };
    let (code, path, _) = refused(json!({"how_soon.HOLDD": "x"}));
    assert_eq!((code, path.as_str()), (Code::UnknownField, "how_soon.HOLDD"));
    let (code, path, _) = refused(json!({"She lives next door": "x"}));
    assert_eq!((code, path.as_str()), (Code::UnknownField, "…"));
    let (code, _, message) = refused(json!({"how_soon.HOLD": "{when}"}));
    assert_eq!((code, message.as_str()), (Code::BadWord, "expected only these places in braces: by"));
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
        ("classify-concern", json!({"now": "2026-03-02T09:00"})),
        ("classify-concern", serde_json::from_str(KNOWN).unwrap()),
        ("list-attendees", json!({"area": "county-durham", "meetingType": "strategy"})),
        ("check-action", json!({"area": "hampshire", "action": {"specific": "Improve"}})),
        ("check-plan", json!({"area": "hampshire", "plan": {}})),
        ("record-consent-basis", json!({"area": "hampshire"})),
        ("choose-meeting", json!({"area": "northamptonshire", "meetingType": "mdt-locality"})),
        ("list-deadlines", json!({"area": "county-durham", "decisionAt": "2026-03-06T16:59"})),
        ("make-checklist", json!({"area": "bracknell-forest", "meetingType": "tac-initial"})),
        ("resolve-disagreement", json!({"area": "county-durham", "icpcDecision": "no"})),
        ("report-quarter", json!({"area": "county-durham", "meetings": []})),
    ];
    for (question, known) in cases {
        let told = asked(question, known, &rulebook);
        let heading = told["answer"]["heading"].as_str().unwrap();
        assert!(heading.starts_with('\u{2042}'), "{question:?}: {heading}");
        // A route that is no meeting is called by its own words.
        for (name, text) in names_in(&told).into_iter().filter(|(name, _)| (question, *name) != ("choose-meeting", "label")) {
            assert!(text.starts_with('\u{2042}'), "{question:?} {name}: {text}");
        }
        for (list, name) in [("because", "sentence"), ("setAside", "reason"), ("cautions", "text"), ("ask", "question")] {
            for item in told[list].as_array().unwrap() {
                assert!(item[name].as_str().unwrap().starts_with('\u{2042}'), "{question:?} {list}: {item}");
            }
        }
    }
    assert!(ask("classify-concern", &json!({}), &rulebook).is_ok());
}

/// The fields that hold a name, or a sentence of ours about a rule or a document, wherever they stand.
const NAMES: [&str; 7] = ["label", "labels", "byLabels", "toLabels", "short", "reading", "forceNote"];

fn names_in(told: &Value) -> Vec<(&str, &str)> {
    match told {
        Value::Array(items) => items.iter().flat_map(names_in).collect(),
        Value::Object(fields) => fields.iter().flat_map(|(name, field)| named(name, field)).collect(),
        _ => Vec::new(),
    }
}

fn named<'t>(name: &'t str, field: &'t Value) -> Vec<(&'t str, &'t str)> {
    match field {
        Value::String(text) if NAMES.contains(&name) => vec![(name, text)],
        Value::Array(items) if NAMES.contains(&name) => items.iter().flat_map(|item| named(name, item)).collect(),
        _ => names_in(field),
    }
}

#[test]
fn agencies_roles_kinds_areas_and_words_are_called_by_the_portals_names() {
    let names = json!({
        "multi-agency-meetings.agency.police": "yr heddlu",
        "county-durham.role.csc-team-manager": "y Rheolwr Tîm",
        "multi-agency-meetings.concern_type.neglect": "Esgeulustod",
        "county-durham.area_label": "Swydd Durham",
        "county-durham.short": "Protocol Durham",
        "county-durham.word.not-required": "dim angen",
    });
    let rulebook = with(names);
    let meeting = json!({"area": "county-durham", "meetingType": "strategy"});
    let told = asked("list-attendees", meeting.clone(), &rulebook);
    let heading = told["answer"]["heading"].as_str().unwrap();
    assert!(heading.contains("yr heddlu") && !heading.contains("police"), "{heading}");
    assert_eq!(told["answer"]["chair"]["labels"][0], "y Rheolwr Tîm");
    assert_eq!(told["basis"]["packs"][0]["short"], "Protocol Durham");

    let explained = asked("explain", json!({"question": "list-attendees", "facts": meeting}), &rulebook).to_string();
    assert!(explained.contains("yr heddlu") && explained.contains("Swydd Durham") && explained.contains("(Protocol Durham"), "{explained}");
    assert!(explained.contains("y Rheolwr Tîm") && !explained.contains("Durham protocol"), "{explained}");
    let concern = json!({"area": "county-durham", "concernTypes": ["neglect"], "concernsIdentifiedAt": "2026-03-06"});
    let explained = asked("explain", json!({"question": "classify-concern", "facts": concern}), &rulebook).to_string();
    assert!(explained.contains("Esgeulustod") && !explained.contains("Neglect"), "{explained}");
    let described = asked("describe-packs", json!({}), &rulebook).to_string();
    for name in ["yr heddlu", "Esgeulustod", "Swydd Durham"] {
        assert!(described.contains(name), "{name}: {described}");
    }
    let fields =
        asked("questions-for", json!({"question": "resolve-disagreement", "facts": {"area": "county-durham"}}), &rulebook).to_string();
    assert!(fields.contains("\"Dim angen\"") && !fields.contains("Not required"), "{fields}");

    let put_back = rulebook.with_messages("{}").unwrap();
    assert!(asked("list-attendees", json!({"area": "county-durham", "meetingType": "strategy"}), &put_back).to_string().contains("police"));
    let refusal = rulebook.with_messages(r#"{"county-durham.agency.nobody": "neb"}"#).unwrap_err();
    assert_eq!((refusal.code(), refusal.path()), (Code::UnknownField, "county-durham.agency.nobody"));
}

#[test]
fn what_a_list_offers_has_one_name_alone() {
    let sentences = rulebook().sentences();
    let has = |name: &str| sentences.iter().any(|(known, _)| known == name);
    assert!(has("multi-agency-meetings.word.clear") && has("county-durham.word.headteacher"));
    assert!(has("northamptonshire-mdt.word.business-support"), "whom a rule names without a label has a name too");
    assert!(!has("county-durham.word.police"), "it is called as the agency is");
}
