//! Doubtful packs, each refused with its own place and its own message; and hostile ones, refused or read in bounded time.

use std::sync::LazyLock;

use crate::common::{add, rulebook, sound_pack};
use safeguarding_rules::{Error, Rulebook};
use serde_json::{Value, json};

static BUILT_IN: LazyLock<Rulebook> = LazyLock::new(rulebook);

/// What is done to a sound pack, the place of the refusal, and its message.
type Doubtful = (fn(&mut Value), &'static str, &'static str);

fn refusal(change: impl Fn(&mut Value)) -> Option<Error> {
    let mut pack = sound_pack();
    change(&mut pack);
    BUILT_IN.with(&pack.to_string()).err()
}

fn each_is_refused(cases: &[Doubtful]) {
    for (index, (change, path, message)) in cases.iter().enumerate() {
        let refusal = refusal(change).unwrap_or_else(|| panic!("case {index} is read: {message}"));
        assert_eq!((refusal.path(), refusal.message()), (*path, *message), "case {index}");
    }
    for (index, (_, path, message)) in cases.iter().enumerate() {
        let same = |(_, other_path, other): &&Doubtful| path == other_path && message == other;
        assert!(!cases[..index].iter().any(|other| same(&other)), "case {index} is refused as another is: {path}: {message}");
    }
}

fn timing(pack: &mut Value, id: &str, own: Value) {
    add(pack, "classify_concern", id, own);
}

fn fact(pack: &mut Value, name: &str, fact: Value) {
    pack["fact"][name] = fact;
}

/// Puts a rule in the place of one beneath.
fn instead(pack: &mut Value, table: &str, of: &str, own: Value) {
    let mut rule = own;
    rule["instead_of"] = json!([of]);
    add(pack, table, "X-1", rule);
}

/// A sound pack in which one text is another.
fn with_a_text_replaced(value: &mut Value, place: &mut usize, typed: &str) -> bool {
    match value {
        Value::String(text) if *place == 0 => {
            typed.clone_into(text);
            true
        }
        Value::String(_) => {
            *place -= 1;
            false
        }
        Value::Array(items) => items.iter_mut().any(|item| with_a_text_replaced(item, place, typed)),
        Value::Object(fields) => fields.values_mut().any(|field| with_a_text_replaced(field, place, typed)),
        _ => false,
    }
}

/// The numbers of our own list of open questions mean nothing to a practitioner: they have a field that nothing prints.
#[test]
fn a_reference_of_ours_stands_in_no_text_that_people_read() {
    let (mut nth, mut refused) = (0, 0);
    loop {
        let (mut pack, mut place) = (sound_pack(), nth);
        pack["classify_concern"][0]["reading"] = json!("Read so.");
        pack["classify_concern"][0]["ambiguities"] = json!(["AMB-05"]);
        if !with_a_text_replaced(&mut pack, &mut place, "Held as read (AMB-05).") {
            break;
        }
        nth += 1;
        let refusal = BUILT_IN.with(&pack.to_string()).err().map(|refusal| refusal.to_string());
        let is_its_own_field = pack["classify_concern"][0]["ambiguities"][0] != "AMB-05";
        assert_eq!(refusal.is_none(), is_its_own_field, "text {nth}");
        if let Some(refusal) = refusal {
            assert!(refusal.contains("expected no AMB- in a text that people read"), "{refusal}");
            refused += 1;
        }
    }
    assert!(refused > 20, "{refused}");
}

#[test]
fn no_refusal_repeats_what_was_typed() {
    let mut refused = 0;
    for nth in 0.. {
        let (mut pack, mut place) = (sound_pack(), nth);
        if !with_a_text_replaced(&mut pack, &mut place, "Canary fell!") {
            break;
        }
        if let Err(refusal) = BUILT_IN.with(&pack.to_string()) {
            refused += 1;
            assert!(!refusal.to_string().contains("anary"), "text {nth}: {refusal}");
        }
    }
    assert!(refused > 20, "{refused}");
}

#[test]
fn a_sound_pack_is_read() {
    assert!(refusal(|_| {}).is_none());
}

#[test]
fn the_document() {
    each_is_refused(&[
        (
            |pack| pack["documents"] = json!({}),
            "documents",
            "expected one of document, fact, word, concern_type, meeting_type, agency, role, clearance, controller, filler, wording, caution, edition, classify_concern, list_attendees, check_action, record_consent_basis, lawful_basis, choose_meeting, list_deadlines, make_checklist, resolve_disagreement, report_quarter, example",
        ),
        (|pack| pack["hash"] = json!("00"), "hash", "expected no hash: it is worked out"),
        (|pack| drop(pack.as_object_mut().unwrap().remove("document")), "document", "expected the field document"),
        (|pack| pack["document"]["id"] = json!("A Test"), "document.id", "expected a name in kebab-case"),
        (|pack| pack["document"]["id"] = json!("county-durham"), "document.id", "expected an id that no other pack has on the same days"),
        (|pack| pack["document"]["title"] = json!(" "), "document.title", "expected the document's title"),
        (|pack| pack["document"]["version"] = json!(""), "document.version", "expected the pack's version"),
        (
            |pack| pack["document"]["force"] = json!("law"),
            "document.force",
            "expected one of statute, statutory-guidance, local-protocol, practice-guide",
        ),
        (
            |pack| pack["document"]["status"]["checked_on"] = json!("2026-02-30"),
            "document.status.checked_on",
            "expected a date such as 2026-03-02",
        ),
        (
            |pack| pack["document"]["area"] = json!("county-durham"),
            "document.area",
            "expected an area that no other pack has on the same days",
        ),
        (|pack| pack["document"]["area"] = json!("Test Shire"), "document.area", "expected the area's id in kebab-case"),
        (
            |pack| drop(pack["document"].as_object_mut().unwrap().remove("area_label")),
            "document.area_label",
            "expected an area with its name, or neither",
        ),
        (
            |pack| {
                pack["document"]["since"] = json!("2027-01-01");
                pack["document"]["until"] = json!("2026-12-31");
            },
            "document.until",
            "expected a day that is not before the first",
        ),
        (
            |pack| pack["document"]["national"] = json!(true),
            "document.national",
            "expected no area beside it: a rule of one partnership reaches no other",
        ),
        (
            |pack| pack["document"]["always_for_records"] = json!(true),
            "document.always_for_records",
            "expected no area beside it: a rule of one partnership reaches no other",
        ),
        (
            |pack| pack["document"]["stands_on"] = json!(["test"]),
            "document.stands_on[0]",
            "expected the id of another pack that is there already",
        ),
        (
            |pack| pack["document"]["stands_on"] = json!(["multi-agency-meetings", "atlantis"]),
            "document.stands_on[1]",
            "expected the id of another pack that is there already",
        ),
        (
            |pack| pack["document"]["stands_on"] = json!(["multi-agency-meetings", "multi-agency-meetings"]),
            "document.stands_on[1]",
            "expected each pack once",
        ),
        (
            |pack| pack["document"]["stands_on"] = json!(["county-durham"]),
            "document.stands_on[0]",
            "expected a pack of no other partnership, whose rules would reach this one",
        ),
    ]);
}

#[test]
fn citations() {
    each_is_refused(&[
        (
            |pack| timing(pack, "T-1", json!({"hold": "on the same day", "from": "referral received"})),
            "classify_concern.T-1.id",
            "expected each rule's id once in a table",
        ),
        (
            |pack| pack["classify_concern"][0]["id"] = json!("T 1"),
            "classify_concern.….id",
            "expected an id of plain letters and numbers, of at most 60 characters",
        ),
        (|pack| pack["classify_concern"][0]["at"] = json!(""), "classify_concern.T-1.at", "expected the place in the document"),
        (|pack| pack["classify_concern"][0]["says"] = json!(" "), "classify_concern.T-1.says", "expected a sentence of your own"),
        (
            |pack| pack["classify_concern"][0]["words"] = json!(""),
            "classify_concern.T-1.words",
            "expected operative words, at most 12 words of the document",
        ),
        (
            |pack| pack["classify_concern"][1]["words"] = json!("word ".repeat(13)),
            "classify_concern.T-2.words",
            "expected operative words, at most 12 words of the document",
        ),
        (|pack| drop(pack["classify_concern"][0].as_object_mut().unwrap().remove("at")), "classify_concern[0].at", "expected the field at"),
        (|pack| pack["classify_concern"][0]["force"] = json!("ought"), "classify_concern[0].force", "expected one of must, should, may"),
    ]);
}

#[test]
fn facts_and_names() {
    each_is_refused(&[
        (|pack| fact(pack, "idle", json!({"asks": "Is it?"})), "fact.idle", "expected a fact that some rule uses"),
        (
            |pack| fact(pack, "looked_after", json!({"asks": "Is it?", "path": "child.never"})),
            "fact.looked_after",
            "expected the path and the kind of answer that it has in multi-agency-meetings",
        ),
        (
            |pack| pack["concern_type"]["serious-neglect"] = json!({"label": "Serious neglect", "makes": ["worry"]}),
            "concern_type.serious-neglect.makes",
            "expected all facts that it makes true in multi-agency-meetings",
        ),
        (|pack| pack["fact"]["worry"]["asks"] = json!(""), "fact.worry.asks", "expected the question, as a practitioner is asked it"),
        (|pack| fact(pack, "Worry", json!({"asks": "Is it?"})), "fact.Worry", "expected a fact's name in snake_case"),
        (|pack| fact(pack, "__proto__", json!({"asks": "Is it?"})), "fact.__proto__", "expected a fact's name in snake_case"),
        (
            |pack| pack["fact"]["worry"]["path"] = json!("concerns.__proto__"),
            "fact.worry.path",
            "expected a path in camelCase, such as child.lookedAfter",
        ),
        (|pack| pack["fact"]["worry"]["moment"] = json!("yes"), "fact.worry.moment", "expected true or false"),
        (
            |pack| fact(pack, "idle", json!({"asks": "How many?", "more_than": 3, "filled": true})),
            "fact.idle.is",
            "expected one kind of fact: yes or no, words, a count, a text, a moment, or facts it is made of",
        ),
        (
            |pack| fact(pack, "torn", json!({"asks": "Is it?", "all_of": ["worry"], "any_of": ["grave"]})),
            "fact.torn.is",
            "expected one kind of fact: yes or no, words, a count, a text, a moment, or facts it is made of",
        ),
        (
            |pack| fact(pack, "idle", json!({"asks": "Which?", "is": ["old"], "one_of": ["new"]})),
            "fact.idle.is",
            "expected words that stand in one_of",
        ),
        (
            |pack| fact(pack, "idle", json!({"asks": "Which?", "one_of": ["new"]})),
            "fact.idle.is",
            "expected the words of one_of that make it a yes",
        ),
        (
            |pack| fact(pack, "idle", json!({"asks": "How many?", "more_than": 4_294_967_295_u32})),
            "fact.idle.more_than",
            "expected a count of at most 10000",
        ),
        (|pack| fact(pack, "idle", json!({"asks": "How many?", "more_than": -1})), "fact.idle.more_than", "expected a whole number"),
        (
            |pack| fact(pack, "idle", json!({"asks": "Is it?", "all_of": ["idle"]})),
            "fact.idle.all_of",
            "expected a fact that is not made of itself",
        ),
        (
            |pack| {
                fact(pack, "one", json!({"asks": "Is it?", "any_of": ["other"]}));
                fact(pack, "other", json!({"asks": "Is it?", "known_from": ["one"]}));
            },
            "fact.one.any_of",
            "expected a fact that is not made of itself",
        ),
        (
            |pack| {
                // Five deep.
                for (name, part) in [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "worry")] {
                    fact(pack, name, json!({"asks": "Is it?", "known_from": [part]}));
                }
            },
            "fact.a.known_from",
            "expected facts at most 4 deep, and at most 200 in all",
        ),
        (|pack| pack["concern_type"]["Kind"] = json!({"label": "A kind"}), "concern_type.Kind", "expected an id in kebab-case"),
        (|pack| pack["agency"] = json!({"the police": {"label": "police"}}), "agency.…", "expected an id in kebab-case"),
        (|pack| pack["agency"] = json!({"police": {"label": ""}}), "agency.police.label", "expected its name in a sentence"),
        (|pack| pack["role"] = json!({"chair": {"label": " "}}), "role.chair.label", "expected its name in a sentence"),
    ]);
}

/// Every field of a pack that can hold a fact, and what it holds instead.
#[test]
fn a_fact_that_nobody_declares() {
    each_is_refused(&[
        (
            |pack| pack["classify_concern"][0]["when"] = json!(["woried"]),
            "classify_concern.T-1.when.woried",
            "expected a fact that this pack or one beneath it declares, such as worry and grave",
        ),
        (
            |pack| pack["classify_concern"][0]["unless"] = json!(["<b>"]),
            "classify_concern.T-1.unless.…",
            "expected a fact that this pack or one beneath it declares, such as worry and grave",
        ),
        (
            |pack| fact(pack, "idle", json!({"asks": "Is it?", "all_of": ["worry", "nothing"]})),
            "fact.idle.all_of.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry, grave and idle",
        ),
        (
            |pack| fact(pack, "idle", json!({"asks": "Is it?", "any_of": ["nothing"]})),
            "fact.idle.any_of.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry, grave and idle",
        ),
        (
            |pack| fact(pack, "idle", json!({"asks": "Is it?", "known_from": ["grave"], "speaks_of_danger": true})),
            "fact.idle.speaks_of_danger",
            "expected a fact that is asked of people",
        ),
        (
            |pack| fact(pack, "idle", json!({"asks": "Is it?", "known_from": ["grave"], "outweighed_by": ["nothing"]})),
            "fact.idle.outweighed_by.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry, grave and idle",
        ),
        (
            |pack| fact(pack, "idle", json!({"asks": "Is it?", "outweighed_by_danger": true})),
            "fact.idle.outweighed_by_danger",
            "expected the facts from which it is known, in known_from, and no contradicted_by",
        ),
        (
            |pack| fact(pack, "idle", json!({"asks": "When?", "moment": true, "not_before": ["nothing"]})),
            "fact.idle.not_before",
            "expected a declared fact that is a moment",
        ),
        (
            |pack| fact(pack, "idle", json!({"asks": "When?", "moment": true, "not_before": ["idle"]})),
            "fact.idle.not_before",
            "expected this in a moment, which never lies before another",
        ),
        (
            |pack| fact(pack, "idle", json!({"asks": "Is it?", "known_from": ["nothing"]})),
            "fact.idle.known_from.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry, grave and idle",
        ),
        (
            |pack| pack["concern_type"]["kind"]["makes"] = json!(["nothing"]),
            "concern_type.kind.makes.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry and grave",
        ),
        (
            |pack| pack["concern_type"]["kind"]["asks"] = json!(["nothing"]),
            "concern_type.kind.asks.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry and grave",
        ),
        (
            |pack| caution(pack, json!({"when": ["nothing"]})),
            "caution[0].when.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry and grave",
        ),
        (
            |pack| caution(pack, json!({"when_no": ["nothing"]})),
            "caution[0].when_no.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry and grave",
        ),
        (
            |pack| caution(pack, json!({"when_unknown": ["nothing"]})),
            "caution[0].when_unknown.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry and grave",
        ),
        (
            |pack| attends(pack, json!({"required": ["school when nothing"]})),
            "list_attendees.P-1.required.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry and grave",
        ),
        (
            |pack| attends(pack, json!({"expected": ["school unless nothing"]})),
            "list_attendees.P-1.expected.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry and grave",
        ),
        (
            |pack| attends(pack, json!({"optional": ["school when nothing"]})),
            "list_attendees.P-1.optional.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry and grave",
        ),
        (
            |pack| attends(pack, json!({"excluded": ["school when nothing"]})),
            "list_attendees.P-1.excluded.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry and grave",
        ),
        (
            |pack| attends(pack, json!({"required": ["school"], "when": ["nothing"]})),
            "list_attendees.P-1.when.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry and grave",
        ),
        (
            |pack| add(pack, "choose_meeting", "M-1", json!({"part": "calls-for", "route": "mash", "when": ["nothing"]})),
            "choose_meeting.M-1.when.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry and grave",
        ),
        (
            |pack| owed(pack, json!({"from": "nothing", "never_after": ["sent_at"]})),
            "list_deadlines.D-1.from",
            "expected a declared fact that is a moment",
        ),
        (
            |pack| owed(pack, json!({"never_after": ["nothing"]})),
            "list_deadlines.D-1.never_after",
            "expected a declared fact that is a moment",
        ),
        (
            |pack| owed(pack, json!({"shortest": "within 1 day", "shortest_for": "nothing"})),
            "list_deadlines.D-1.shortest_for",
            "expected a fact that this pack or one beneath it declares, such as worry, grave and sent_at",
        ),
        (
            |pack| owed(pack, json!({"to": ["police when nothing"]})),
            "list_deadlines.D-1.to.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry, grave and sent_at",
        ),
        (
            |pack| owed(pack, json!({"not_to": ["police unless nothing"]})),
            "list_deadlines.D-1.not_to.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry, grave and sent_at",
        ),
        (
            |pack| item(pack, json!({"met_by": ["nothing"]})),
            "make_checklist.K-1.met_by.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry and grave",
        ),
        (
            |pack| step(pack, json!({"needs": ["nothing"]})),
            "resolve_disagreement.S-1.needs.nothing",
            "expected a fact that this pack or one beneath it declares, such as worry and grave",
        ),
        (
            |pack| add(pack, "record_consent_basis", "R-1", json!({"when": ["worry"]})),
            "record_consent_basis.R-1.when.worry",
            "expected a field of the record, such as purpose or family_informed",
        ),
        (
            |pack| add(pack, "record_consent_basis", "R-1", json!({"requires": ["worry"]})),
            "record_consent_basis.R-1.requires.worry",
            "expected a field of the record, such as purpose or family_informed",
        ),
        (
            |pack| add(pack, "record_consent_basis", "R-1", json!({"recommends": ["purpose when worry"]})),
            "record_consent_basis.R-1.recommends.worry",
            "expected a field of the record, such as purpose or family_informed",
        ),
    ]);
}

fn caution(pack: &mut Value, own: Value) {
    let mut caution = json!({"code": "mind", "question": "classify-concern", "text": "Mind."});
    caution.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    pack["caution"] = json!([caution]);
}

fn attends(pack: &mut Value, own: Value) {
    let mut rule = own;
    rule["meeting"] = json!(["strategy"]);
    add(pack, "list_attendees", "P-1", rule);
}

/// A duty with a moment of its own.
fn owed(pack: &mut Value, own: Value) {
    fact(pack, "sent_at", json!({"asks": "When was it sent?", "moment": true}));
    let mut rule = json!({"duty": "letter", "within": "within 5 days", "from": "sent_at"});
    rule.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    add(pack, "list_deadlines", "D-1", rule);
}

fn item(pack: &mut Value, own: Value) {
    let mut rule = json!({"item": "room", "list": ["preparation"], "phase": "before"});
    rule.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    add(pack, "make_checklist", "K-1", rule);
}

fn step(pack: &mut Value, own: Value) {
    let mut rule = json!({"ladder": "talking", "step": 1, "action": "talk"});
    rule.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    add(pack, "resolve_disagreement", "S-1", rule);
}

#[test]
fn a_fact_of_another_kind() {
    each_is_refused(&[
        (
            |pack| owed(pack, json!({"when": ["sent_at"]})),
            "list_deadlines.D-1.when.sent_at",
            "expected a fact that is yes or no, not a moment",
        ),
        (
            |pack| pack["fact"]["worry"]["happened"] = json!(true),
            "fact.worry.happened",
            "expected this in a moment, which has passed when it is told",
        ),
        (
            |pack| owed(pack, json!({"from": "worry", "never_after": ["sent_at"]})),
            "list_deadlines.D-1.from",
            "expected a declared fact that is a moment",
        ),
        (
            |pack| owed(pack, json!({"never_after": ["worry"]})),
            "list_deadlines.D-1.never_after",
            "expected a declared fact that is a moment",
        ),
        (
            |pack| pack["classify_concern"][0]["when"] = json!(["looked_after"]),
            "classify_concern.T-1.when.looked_after",
            "expected a fact of the concern that is yes or no, with the path concerns. and its own name in camelCase",
        ),
        (
            |pack| pack["concern_type"]["kind"]["asks"] = json!(["looked_after"]),
            "concern_type.kind.asks.looked_after",
            "expected a fact of the concern that is yes or no, with the path concerns. and its own name in camelCase",
        ),
    ]);
}

/// A word that nobody listed would be a no in silence.
#[test]
fn words_at_a_path() {
    let decided = |is: &[&str]| json!({"asks": "What was decided?", "path": "decided", "is": is});
    fn word(pack: &mut Value, words: Value) {
        fact(pack, "decided", json!({"asks": "What was decided?", "path": "decided", "is": ["enquiry"]}));
        pack["word"] = json!({ "decided": words });
    }
    assert!(refusal(|pack| fact(pack, "decided", decided(&["enquiry"]))).is_some());
    each_is_refused(&[
        (
            |pack| fact(pack, "decided", json!({"asks": "What was decided?", "is": ["enquiry"]})),
            "fact.decided.is",
            "expected all words that may stand at its path, in the table word or in one_of: no other is a no",
        ),
        (|pack| word(pack, json!({"nothing": []})), "fact.decided.is", "expected words that head a list in the table word"),
        (
            |pack| word(pack, json!({"enquiry": ["Section 47"]})),
            "word.decided.enquiry",
            "expected words in kebab-case, without points or apostrophes",
        ),
        (|pack| word(pack, json!({"enquiry": ["s47"], "nothing": ["s47"]})), "word.decided.nothing", "expected each word once at a path"),
        (
            |pack| pack["word"] = json!({"elsewhere": {"yes": []}}),
            "word.elsewhere",
            "expected a path at which a fact of this pack is read from words",
        ),
        (
            |pack| {
                fact(pack, "stage", json!({"asks": "Which stage?", "path": "caseStage", "is": ["assessment"]}));
                pack["word"] = json!({"caseStage": {"assessment": [], "other": ["single-assessment"]}});
            },
            "word.caseStage.other",
            "expected the words together that a pack beneath reads as one",
        ),
        (
            |pack| {
                word(pack, json!({"enquiry": [], "nothing": []}));
                fact(pack, "decided", json!({"asks": "Was it?", "path": "decided", "is": ["enquiry"], "yes_or_no": true}));
                fact(pack, "undecided", json!({"asks": "Was it not?", "path": "decided", "is": ["nothing"]}));
            },
            "fact.decided.yes_or_no",
            "expected a fact that stands alone at its path, so that a yes says which word is meant",
        ),
        (
            |pack| {
                fact(pack, "during_assessment", json!({"asks": "Is it?", "path": "caseStage", "is": ["assessment"]}));
                pack["word"] = json!({"caseStage": {"assessment": [], "review": []}});
            },
            "fact.during_assessment",
            "expected the path and the kind of answer that it has in multi-agency-meetings",
        ),
    ]);
}

#[test]
fn rules_that_nobody_reaches() {
    each_is_refused(&[
        (
            |pack| pack["classify_concern"][0]["unless"] = json!(["worry"]),
            "classify_concern.T-1.unless",
            "expected a rule that can be reached: what it needs keeps it away",
        ),
        (
            |pack| {
                pack["classify_concern"][0]["since"] = json!("2027-01-01");
                pack["classify_concern"][0]["until"] = json!("2026-12-31");
            },
            "classify_concern.T-1.until",
            "expected a rule that can be reached: a last day that is not before the first",
        ),
        (
            |pack| {
                fact(pack, "early", json!({"asks": "Which?", "path": "stage", "is": ["early"], "one_of": ["early", "late"]}));
                fact(pack, "late", json!({"asks": "Which?", "path": "stage", "is": ["late"], "one_of": ["early", "late"]}));
                step(pack, json!({"when": ["early", "late"]}));
            },
            "resolve_disagreement.S-1.when",
            "expected a rule that can be reached: one fact cannot have two of these words",
        ),
        (
            |pack| caution(pack, json!({"since": "2027-01-01", "until": "2026-12-31"})),
            "caution[0].until",
            "expected a last day that is not before the first",
        ),
        (
            |pack| timing(pack, "T-3", json!({"when": ["worry"], "hold": "within 2 working days", "from": "concerns identified"})),
            "classify_concern.T-3",
            "expected a rule that says more than T-1, which holds in the same cases",
        ),
        (
            |pack| {
                for id in ["M-1", "M-2"] {
                    add(pack, "choose_meeting", id, json!({"part": "calls-for", "route": "mash", "when": ["worry"]}));
                }
            },
            "choose_meeting.M-2",
            "expected a rule that says more than M-1, which holds in the same cases",
        ),
    ]);
}

#[test]
fn rules_that_contradict_one_another() {
    each_is_refused(&[
        (
            |pack| timing(pack, "T-3", json!({"when": ["worry"], "hold": "within 1 working day", "from": "concerns identified"})),
            "classify_concern.T-3",
            "expected no contradiction: T-1 says otherwise for the same cases",
        ),
        (
            |pack| attends(pack, json!({"required": ["school"], "excluded": ["school"]})),
            "list_attendees.P-1.excluded.school",
            "expected nobody to be required and excluded at once",
        ),
        (
            |pack| {
                attends(pack, json!({"required": ["school"]}));
                add(pack, "list_attendees", "P-2", json!({"meeting": ["strategy", "mash"], "excluded": ["school"]}));
            },
            "list_attendees.P-2",
            "expected no contradiction: P-1 says otherwise for the same cases",
        ),
        (
            |pack| attends(pack, json!({"excluded": ["school"]})),
            "list_attendees.P-1.excluded.school",
            "expected, in unless, a fact that is outweighed_by_danger: nobody is kept away where anything speaks of danger",
        ),
        (
            |pack| {
                fact(pack, "danger", json!({"asks": "Is there?", "known_from": ["worry"], "outweighed_by_danger": true}));
                attends(pack, json!({"excluded": ["school"], "unless": ["danger"]}));
            },
            "list_attendees.P-1.excluded.school",
            "expected a rule of the same meeting with informed-agencies in expected and, alone in when, the fact that is outweighed_by_danger: where anything speaks of danger whoever holds information comes",
        ),
        (
            |pack| {
                add(pack, "choose_meeting", "M-1", json!({"part": "calls-for", "route": "mash", "when": ["worry"]}));
                add(pack, "choose_meeting", "M-2", json!({"part": "calls-for", "route": "strategy", "when": ["worry"]}));
            },
            "choose_meeting.M-2",
            "expected no contradiction: M-1 says otherwise for the same cases",
        ),
        (
            |pack| {
                add(pack, "choose_meeting", "M-3", json!({"part": "calls-for", "route": "mash", "when": ["worry"]}));
                add(pack, "choose_meeting", "M-4", json!({"part": "rules-out", "meeting": ["mash"], "when": ["worry"]}));
            },
            "choose_meeting.M-4",
            "expected no contradiction: M-3 says otherwise for the same cases",
        ),
        (
            |pack| {
                owed(pack, json!({}));
                add(pack, "list_deadlines", "D-2", json!({"duty": "letter", "within": "within 6 days", "from": "sent_at"}));
            },
            "list_deadlines.D-2",
            "expected no contradiction: D-1 says otherwise for the same cases",
        ),
    ]);
}

#[test]
fn times() {
    each_is_refused(&[
        (
            |pack| pack["classify_concern"][0]["hold"] = json!("within two working days"),
            "classify_concern[0].hold",
            "expected words such as \"on the same day\", \"within 24 hours\", \"within 5 calendar days\" or \"within 3 working days\"",
        ),
        (
            |pack| pack["classify_concern"][1]["hold"] = json!("within 4294967295 working days"),
            "classify_concern[1].hold",
            "expected words such as \"on the same day\", \"within 24 hours\", \"within 5 calendar days\" or \"within 3 working days\"",
        ),
        (
            |pack| pack["classify_concern"][0]["from"] = json!("Monday"),
            "classify_concern[0].from",
            "expected one of concerns-identified, referral-received, immediate-action, discussion-held",
        ),
        (
            |pack| drop(pack["classify_concern"][0].as_object_mut().unwrap().remove("from")),
            "classify_concern.T-1.from",
            "expected the moment from which the time counts",
        ),
        (
            |pack| drop(pack["classify_concern"][0].as_object_mut().unwrap().remove("hold")),
            "classify_concern.T-1.hold",
            "expected either a time of its own, or the rule whose time applies",
        ),
        (
            |pack| timing(pack, "T-3", json!({"applies": "T-9"})),
            "classify_concern.T-3.applies",
            "expected the id of a timing rule that sets a time",
        ),
        (
            |pack| pack["classify_concern"][1]["lengthens"] = json!("T-9"),
            "classify_concern.T-2.lengthens",
            "expected the id of a timing rule that sets a time",
        ),
        (
            |pack| timing(pack, "T-3", json!({"hold": "within 9 working days", "from": "concerns identified", "lengthens": "TR-T0"})),
            "classify_concern.T-3.lengthens",
            "expected a rule that lengthens only on a yes to some fact",
        ),
        (
            |pack| timing(pack, "T-3", json!({"when": ["worry", "grave"], "hold": "within 9 working days", "from": "concerns identified"})),
            "classify_concern.T-3.lengthens",
            "expected lengthens = \"T-1\": a longer time never governs unless that is declared",
        ),
        (
            |pack| timing(pack, "T-3", json!({"hold": "within 4 working days", "from": "concerns identified"})),
            "classify_concern.T-3.hold",
            "expected a time no longer than that of TR-T0, or to stand in its place: the shorter governs",
        ),
        (
            |pack| pack["classify_concern"][0]["lengthens"] = json!("TR-T0"),
            "concern_type.kind.makes",
            "expected a type never to make true what lengthens a time: let it ask",
        ),
        (
            |pack| owed(pack, json!({"within": "soon"})),
            "list_deadlines[0].within",
            "expected words such as \"within 24 hours\", \"within 3 working days\", \"2 working days before\", \"by then\" or \"as soon as practicable\"",
        ),
        (
            |pack| owed(pack, json!({"shortest": "within 0 days"})),
            "list_deadlines[0].shortest",
            "expected words such as \"within 24 hours\", \"within 3 working days\", \"2 working days before\", \"by then\" or \"as soon as practicable\"",
        ),
        (
            |pack| owed(pack, json!({"every": "every day"})),
            "list_deadlines[0].every",
            "expected words such as \"every week\", \"every quarter\" or \"every 6 months\"",
        ),
        (|pack| owed(pack, json!({"since": "01/01/2027"})), "list_deadlines[0].since", "expected a date such as 2026-03-02"),
        (
            |pack| add(pack, "list_deadlines", "D-1", json!({"duty": "letter", "within": "within 5 days"})),
            "list_deadlines.D-1.from",
            "expected the moment from which the time counts",
        ),
        (|pack| owed(pack, json!({"duty": "The letter"})), "list_deadlines.D-1.duty", "expected the duty's name in kebab-case"),
        (
            |pack| owed(pack, json!({"shortest": "within 1 day"})),
            "list_deadlines.D-1.shortest_for",
            "expected the fact that the shortest time is for",
        ),
        (
            |pack| owed(pack, json!({"shortest_for": "worry"})),
            "list_deadlines.D-1.shortest",
            "expected the shortest time that is for this fact",
        ),
        (
            |pack| owed(pack, json!({"shortest": "within 1 day", "shortest_for": "worry", "within": null})),
            "list_deadlines.D-1.within",
            "expected the longest time beside the shortest",
        ),
        (|pack| caution(pack, json!({"governs": ["T-9"]})), "caution[0].governs", "expected ids of timing rules"),
    ]);
}

#[test]
fn the_other_tables() {
    each_is_refused(&[
        (|pack| pack["list_attendees"] = json!({}), "list_attendees", "expected a list"),
        (
            |pack| add(pack, "list_attendees", "P-1", json!({"required": ["school"]})),
            "list_attendees.P-1.meeting",
            "expected the meetings that this rule speaks of",
        ),
        (
            |pack| attends(pack, json!({"required": ["The Police!"]})),
            "list_attendees.P-1.required.…",
            "expected an agency in kebab-case, with \"when FACT\" or \"unless FACT\" after it if need be",
        ),
        (
            |pack| add(pack, "list_attendees", "P-1", json!({"meeting": ["party"]})),
            "list_attendees.P-1.meeting",
            "expected one of strategy, s47, mash, cp-conference, mdt-locality, mdt-countywide, tac-initial, tac-review, professionals",
        ),
        (
            |pack| add(pack, "choose_meeting", "M-1", json!({"part": "calls-for", "when": ["worry"]})),
            "choose_meeting.M-1.route",
            "expected where it leads",
        ),
        (
            |pack| add(pack, "choose_meeting", "M-1", json!({"part": "rules-out", "when": ["worry"]})),
            "choose_meeting.M-1.meeting",
            "expected the meetings that this rule speaks of",
        ),
        (
            |pack| add(pack, "choose_meeting", "M-1", json!({"part": "criterion", "meeting": ["mash"]})),
            "choose_meeting.M-1.when",
            "expected the facts that this rule asks for",
        ),
        (
            |pack| owed(pack, json!({"external": true})),
            "list_deadlines.D-1.external",
            "expected the name of the document that was not supplied",
        ),
        (
            |pack| item(pack, json!({"external": true})),
            "make_checklist.K-1.external",
            "expected the name of the document that was not supplied",
        ),
        (
            |pack| step(pack, json!({"external": true})),
            "resolve_disagreement.S-1.external",
            "expected the name of the document that was not supplied",
        ),
        (|pack| step(pack, json!({"step": 0})), "resolve_disagreement.S-1.step", "expected the number of a step, from 1"),
        (|pack| step(pack, json!({"ladder": ""})), "resolve_disagreement.S-1.ladder", "expected a name in kebab-case"),
        (|pack| step(pack, json!({"action": "Talk!"})), "resolve_disagreement.S-1.action", "expected a name in kebab-case"),
        (
            |pack| {
                item(pack, json!({}));
                add(pack, "make_checklist", "K-2", json!({"item": "room", "list": ["preparation"], "phase": "before"}));
            },
            "make_checklist.K-1.item",
            "expected a name in kebab-case that no other item has",
        ),
        (|pack| item(pack, json!({"list": []})), "make_checklist.K-1.list", "expected the lists it stands in, in kebab-case"),
        (
            |pack| item(pack, json!({"minutes_each": [20, 10]})),
            "make_checklist.K-1.minutes_each",
            "expected the fewest and the most minutes for each child",
        ),
        (|pack| item(pack, json!({"phase": "meanwhile"})), "make_checklist[0].phase", "expected one of before, during, after, always"),
        (
            |pack| add(pack, "report_quarter", "Q-1", json!({"measures": "duty-in-time", "duty": "dance", "smallest_shown": 5})),
            "report_quarter.Q-1.duty",
            "expected the name of a duty where a duty is measured, and none elsewhere",
        ),
        (|pack| caution(pack, json!({"code": "Mind!"})), "caution[0].code", "expected a code in kebab-case"),
        (|pack| caution(pack, json!({"text": ""})), "caution[0].text", "expected a sentence"),
        (|pack| caution(pack, json!({"types": ["nothing"]})), "caution[0].types", "expected ids of kinds of concern"),
        (
            |pack| caution(pack, json!({"types": ["neglect"], "question": "list_attendees"})),
            "caution[0].types",
            "expected a question that takes kinds of concern: classify_concern or choose_meeting",
        ),
        (
            |pack| caution(pack, json!({"question": "how-soon"})),
            "caution[0].question",
            "expected one of classify-concern, list-attendees, check-action, check-plan, record-consent-basis, choose-meeting, list-deadlines, make-checklist, resolve-disagreement, report-quarter",
        ),
    ]);
}

#[test]
fn weaker_replacements() {
    each_is_refused(&[
        (
            |pack| pack["classify_concern"][0]["weaker_because"] = json!("So."),
            "classify_concern.T-1.weaker_because",
            "expected the rules in whose place it stands",
        ),
        (
            |pack| pack["classify_concern"][0]["instead_of"] = json!(["T-99"]),
            "classify_concern.T-1.instead_of",
            "expected the id of a rule of the same table in a pack beneath",
        ),
        (
            |pack| instead(pack, "classify_concern", "TR-T0", json!({"hold": "within 4 working days", "from": "concerns identified"})),
            "classify_concern.X-1.weaker_because",
            "expected why: its time is longer than in TR-T0",
        ),
        (
            |pack| instead(pack, "classify_concern", "TR-T0", json!({"hold": "within 2 working days", "from": "referral received"})),
            "classify_concern.X-1.weaker_because",
            "expected why: it counts from another moment than in TR-T0",
        ),
        (
            |pack| {
                let rule = json!({"hold": "within 2 working days", "from": "concerns identified", "force": "may"});
                instead(pack, "classify_concern", "TR-T0", rule);
            },
            "classify_concern.X-1.weaker_because",
            "expected why: its force is weaker than in TR-T0",
        ),
        (
            |pack| {
                let rule = json!({"hold": "on the same day", "from": "concerns identified", "when": ["grave", "worry"]});
                instead(pack, "classify_concern", "TR-T0", rule);
            },
            "classify_concern.X-1.weaker_because",
            "expected why: it holds in fewer cases than in TR-T0",
        ),
        (
            |pack| instead(pack, "list_attendees", "TR-S3", json!({"meeting": ["strategy", "s47"], "required": ["police", "health"]})),
            "list_attendees.X-1.weaker_because",
            "expected why: fewer people are asked for than in TR-S3",
        ),
        (
            |pack| {
                let people = ["fostering-service", "school"];
                instead(pack, "list_attendees", "TR-S3", json!({"meeting": ["strategy"], "required": people}));
            },
            "list_attendees.X-1.weaker_because",
            "expected why: it speaks of fewer meetings than in TR-S3",
        ),
        (
            |pack| {
                let rule = json!({"meeting": ["strategy"], "part": "calls-for", "route": "mash", "when": ["strategy_called_for"]});
                instead(pack, "choose_meeting", "TR-S1", rule);
            },
            "choose_meeting.X-1.weaker_because",
            "expected why: its route protects less than in TR-S1",
        ),
        (
            |pack| instead(pack, "list_deadlines", "TR-R4", json!({"duty": "record", "meeting": ["strategy"]})),
            "list_deadlines.X-1.weaker_because",
            "expected why: its time is longer than in TR-R4",
        ),
        (
            |pack| {
                let rule = json!({"duty": "record", "meeting": ["strategy"], "within": "as soon as practicable", "to": ["police"]});
                instead(pack, "list_deadlines", "TR-R4", rule);
            },
            "list_deadlines.X-1.weaker_because",
            "expected why: it goes to fewer people than in TR-R4",
        ),
        (
            |pack| {
                let rule = json!({"duty": "letter", "meeting": ["strategy"], "within": "as soon as practicable", "to": ["all-invited"]});
                instead(pack, "list_deadlines", "TR-R4", rule);
            },
            "list_deadlines.X-1.weaker_because",
            "expected why: its duty is another than in TR-R4",
        ),
    ]);
}

#[test]
fn examples() {
    each_is_refused(&[
        (|pack| pack["example"][0]["fires"] = json!([]), "classify_concern.T-1", "expected an example that fires it"),
        (|pack| pack["example"][1]["misses"] = json!([]), "classify_concern.T-1", "expected an example in which it nearly fires"),
        (
            |pack| pack["example"][0]["fires"] = json!(["T-1", "T-2"]),
            "example[0].fires",
            "A worry: expected T-2 to fire, but these do: T-1, TR-T0",
        ),
        (|pack| pack["example"][0]["misses"] = json!(["T-2", "T-1"]), "example[0].misses", "A worry: expected T-1 not to fire"),
        (
            |pack| pack["example"][0]["answer"]["due_by"] = json!("2026-03-05"),
            "example[0].answer.dueBy",
            "A worry: expected another answer than is given",
        ),
        (
            |pack| pack["example"][0]["answer"]["nothing"] = json!(1),
            "example[0].answer.nothing",
            "A worry: expected another answer than is given",
        ),
        (
            |pack| pack["example"][0]["facts"]["concerns"]["nothing"] = json!(true),
            "example[0].facts",
            "A worry: expected T-1 to fire, but the question is refused at concerns.nothing: expected one of worry, grave, seriousRisk, penetrativeSexualAbuse, forensicEvidenceRequired, immediateActionRequired, particularlyComplex, immediateProtectionNeeded",
        ),
        (
            |pack| pack["example"][0]["facts"]["concerns_identified_at"] = json!("Monday"),
            "example[0].facts",
            "A worry: expected T-1 to fire, but the question is refused at concernsIdentifiedAt: expected a date such as 2026-03-02, or a date and time such as 2026-03-02T09:10, with a year from 1900 to 2199",
        ),
        (
            |pack| pack["example"][0]["asks"] = json!("how-soon"),
            "example[0].asks",
            "expected one of classify-concern, list-attendees, check-action, check-plan, record-consent-basis, choose-meeting, list-deadlines, make-checklist, resolve-disagreement, report-quarter",
        ),
    ]);
}

// ------------------------------------------------------------------------------------------------------ hostile packs

/// Loads a text as a pack: the place and the message of the refusal. What grew with the square of its size would not end here.
fn hostile(text: &str) -> Option<(String, String)> {
    BUILT_IN.with(text).err().map(|refusal| (refusal.path().to_owned(), refusal.message().to_owned()))
}

fn hostile_pack(change: impl Fn(&mut Value)) -> Option<(String, String)> {
    let mut pack = sound_pack();
    change(&mut pack);
    hostile(&pack.to_string())
}

fn refused(path: &str, message: &str) -> Option<(String, String)> {
    Some((path.to_owned(), message.to_owned()))
}

fn too_large() -> Option<(String, String)> {
    refused("", "expected a pack of at most 1000000 bytes")
}

#[test]
fn a_text_that_is_too_large_or_too_deep_or_no_pack() {
    let no_json = || refused("", "expected one plain JSON object");
    assert_eq!(hostile(&" ".repeat(1_000_001)), too_large());
    assert_eq!(hostile(&" ".repeat(1_000_000)), no_json());
    assert_eq!(hostile(&"[".repeat(200_000)), no_json());
    assert_eq!(hostile(&format!(r#"{{"document":{}1{}}}"#, r#"{"a":"#.repeat(100_000), "}".repeat(100_000))), no_json());
    assert_eq!(hostile(&format!("{}{}", "[".repeat(200_000), "]".repeat(200_000))), no_json());
    for no_pack in ["", "null", "[]", "7", "\"{}\"", "{} {}", "\u{0}"] {
        assert!(hostile(no_pack).is_some(), "{no_pack:?}");
    }
}

#[test]
fn very_many_rules() {
    let rules = |many: usize| {
        hostile_pack(move |pack| {
            let rule = |number| json!({"id": format!("K-{number}"), "item": format!("i-{number}"), "list": ["l"], "phase": "before", "force": "may", "says": "S", "at": "1", "words": "w"});
            pack["make_checklist"] = (0..many).map(rule).collect();
        })
    };
    assert_eq!(rules(100_000), too_large());
    assert_eq!(rules(5_000), refused("make_checklist", "expected at most 2000 entries here"));
    assert_eq!(rules(1_998), refused("", "expected a pack of at most 800 rules"));
    // All but the examples is sound.
    assert_eq!(rules(798), refused("make_checklist.K-0", "expected an example that fires it"));
}

#[test]
fn very_many_rules_that_are_compared_with_one_another() {
    let timed = hostile_pack(|pack| {
        for number in 1..700 {
            timing(
                pack,
                &format!("N-{number}"),
                json!({"when": ["worry"], "hold": format!("within {} working days", number + 2), "from": "referral received"}),
            );
        }
    });
    assert_eq!(timed, refused("classify_concern.N-2", "expected no contradiction: N-1 says otherwise for the same cases"));
    let calls = hostile_pack(|pack| {
        for number in 1..700 {
            fact(pack, &format!("f{number}"), json!({"asks": "Is it?"}));
            add(
                pack,
                "choose_meeting",
                &format!("M-{number}"),
                json!({"part": "calls-for", "route": "mash", "when": [format!("f{number}")]}),
            );
        }
    });
    assert_eq!(calls, refused("choose_meeting.M-1", "expected an example that fires it"));
}

#[test]
fn very_many_keys_and_names() {
    let keys = |many: usize| (0..many).map(|number| (format!("key_{number}"), json!(1))).collect::<serde_json::Map<String, Value>>();
    let names: serde_json::Map<String, Value> = (0..30_000).map(|number| (format!("n{number}"), json!({"asks": "?"}))).collect();
    let labels: serde_json::Map<String, Value> = (0..30_000).map(|number| (format!("n{number}"), json!({"label": "l"}))).collect();
    let with_keys = |many: usize| hostile_pack(|pack| pack.as_object_mut().unwrap().extend(keys(many)));
    assert_eq!(with_keys(100_000), too_large());
    assert!(
        with_keys(60_000)
            .is_some_and(|(path, message)| path.starts_with("key_") && message.starts_with("expected one of document, fact, "))
    );
    let named = hostile_pack(|pack| pack["fact"].as_object_mut().unwrap().extend(names.clone()));
    assert_eq!(named, refused("fact", "expected at most 2000 entries here"));
    let labelled = hostile_pack(|pack| pack["agency"] = labels.clone().into());
    assert_eq!(labelled, refused("agency", "expected at most 2000 entries here"));
    let concerns: serde_json::Map<String, Value> = (0..50_000).map(|number| (format!("n{number}"), json!(true))).collect();
    let of_concern = hostile_pack(|pack| pack["example"][0]["facts"]["concerns"] = concerns.clone().into());
    assert_eq!(of_concern.map(|(path, _)| path).as_deref(), Some("example[0].facts"));
    let of_facts = hostile_pack(|pack| pack["example"][0]["facts"] = concerns.clone().into());
    assert_eq!(of_facts.map(|(path, _)| path).as_deref(), Some("example[0].facts"));
    let twice = sound_pack().to_string().replacen(r#""fact":{"#, r#""fact":{"worry":{"asks":"?"},"#, 1);
    assert_eq!(hostile(&twice), refused("fact.worry", "expected each name once"));
}

#[test]
fn facts_that_are_made_of_one_another_without_end() {
    let cycle = hostile_pack(|pack| {
        for number in 0..1_900 {
            fact(pack, &format!("f{number}"), json!({"asks": "Is it?", "any_of": [format!("f{}", (number + 1) % 1_900)]}));
        }
    });
    assert_eq!(cycle, refused("fact.f0.any_of", "expected a fact that is not made of itself"));
    // Four deep, a hundred wide: a hundred million ways down.
    let wide = hostile_pack(|pack| {
        for level in 0..4 {
            let parts: Vec<String> =
                (0..100).map(|number| if level == 3 { "worry".to_owned() } else { format!("f{}_{number}", level + 1) }).collect();
            for number in 0..100 {
                fact(pack, &format!("f{level}_{number}"), json!({"asks": "Is it?", "all_of": parts}));
            }
        }
    });
    assert_eq!(wide, refused("fact.f0_0.all_of", "expected facts at most 4 deep, and at most 200 in all"));
}

#[test]
fn very_long_texts_and_ids() {
    let long = || json!("long ".repeat(2_000));
    type Lengthened = fn(&mut Value, Value);
    let cases: [(Lengthened, &str); 9] = [
        (|pack, long| pack["document"]["id"] = long, "document.id"),
        (|pack, long| pack["document"]["area"] = long, "document.area"),
        (|pack, long| pack["document"]["stands_on"] = json!([long]), "document.stands_on[0]"),
        (|pack, long| pack["classify_concern"][0]["id"] = long, "classify_concern[0].id"),
        (|pack, long| pack["classify_concern"][0]["hold"] = long, "classify_concern[0].hold"),
        (|pack, long| pack["classify_concern"][0]["when"] = json!([long]), "classify_concern[0].when[0]"),
        (|pack, long| pack["classify_concern"][0]["words"] = long, "classify_concern[0].words"),
        (|pack, long| pack["fact"]["worry"]["path"] = long, "fact.worry.path"),
        (|pack, long| pack["fact"][long.as_str().unwrap()] = json!({"asks": "?"}), "fact.…"),
    ];
    for (change, place) in cases {
        let (path, message) = hostile_pack(|pack| change(pack, long())).unwrap_or_else(|| panic!("{place} is read"));
        assert_eq!(path, place);
        assert!(message.len() < 500, "{path}: {} characters", message.len());
    }
    let said = |length: usize| hostile_pack(|pack| pack["classify_concern"][0]["says"] = json!("long ".repeat(length)));
    assert_eq!(said(200), None);
    assert_eq!(said(201), refused("classify_concern[0].says", "expected a text of at most 1000 characters here"));
    assert_eq!(said(200_000), too_large());
    let named = hostile_pack(|pack| {
        pack["example"][0]["name"] = long();
    });
    assert_eq!(named, refused("example[0].name", "expected a text of at most 1000 characters here"));
    let fired = hostile_pack(|pack| pack["example"][0]["fires"] = json!([long()]));
    assert_eq!(fired, refused("example[0].fires", "A worry: expected … to fire, but these do: T-1, TR-T0"));
}

/// Names that mean something to JavaScript are names like any other, or none.
#[test]
fn names_of_javascript_itself() {
    for name in ["__proto__", "constructor", "prototype", "hasOwnProperty"] {
        let loaded = hostile_pack(|pack| pack[name] = json!({"polluted": true}));
        assert!(loaded.is_some_and(|(path, message)| path == name && message.starts_with("expected one of document, ")));
        let loaded = hostile_pack(|pack| pack["document"][name] = json!({"polluted": true}));
        assert_eq!(loaded.map(|(path, _)| path), Some(format!("document.{name}")));
        let loaded = hostile_pack(|pack| pack["example"][0]["facts"]["concerns"][name] = json!(true));
        assert_eq!(loaded.map(|(path, _)| path), Some("example[0].facts".to_owned()));
    }
    let loaded = hostile_pack(|pack| pack["concern_type"]["__proto__"] = json!({"label": "A kind"}));
    assert_eq!(loaded, refused("concern_type.__proto__", "expected an id in kebab-case"));
}

#[test]
fn very_many_examples() {
    let examples = |many: usize| {
        hostile_pack(move |pack| {
            let example = pack["example"][0].clone();
            pack["example"].as_array_mut().unwrap().extend(vec![example; many]);
        })
    };
    let too_many = || refused("example", "expected at most 1000 examples");
    assert_eq!(examples(2_000), too_many());
    assert_eq!(examples(998), None);
}

#[test]
fn no_path_reaches_what_every_object_has() {
    for name in ["constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf", "__proto__", "__defineGetter__"] {
        for path in [name.to_owned(), format!("{name}.x"), format!("concerns.{name}"), format!("constructor.{name}.x")] {
            let refusal = refusal(|pack| pack["fact"]["worry"]["path"] = json!(path)).unwrap();
            assert_eq!(refusal.path(), "fact.worry.path", "{path}");
        }
        let kind = |pack: &mut Value| pack["concern_type"][name] = json!({"label": "A worry", "makes": ["serious_risk"]});
        if !name.starts_with('_') && name.to_lowercase() == name {
            assert_eq!(refusal(kind).unwrap().message(), "expected an id in kebab-case", "{name}");
        }
    }
}

/// A sealed pack may be of anybody's sealing: what its checker refuses is refused where it is loaded too.
#[test]
fn no_text_of_a_pack_hides_or_turns_round_what_it_says() {
    let unseen = ['\u{0}', '\n', '\r', '\u{85}', '\u{200b}', '\u{200d}', '\u{202e}', '\u{2028}', '\u{2066}', '\u{feff}'];
    let (mut nth, mut refused) = (0, 0);
    loop {
        let (mut pack, mut place) = (sound_pack(), nth);
        let examples = pack["example"].take();
        let unseen = unseen[nth % unseen.len()];
        if !with_a_text_replaced(&mut pack, &mut place, &format!("Held{unseen} as read")) {
            break;
        }
        pack["example"] = examples;
        nth += 1;
        let refusal = BUILT_IN.with(&pack.to_string()).unwrap_err();
        refused += usize::from(refusal.message().contains("joining"));
    }
    assert_eq!(refused, nth);
    assert!(nth > 15, "{nth}");
}

#[test]
fn a_pack_takes_nothing_that_is_another_packs() {
    let takes = |change: fn(&mut Value)| refusal(change).map(|refusal| (refusal.path().to_owned(), refusal.message().to_owned()));
    let rule = takes(|pack| add(pack, "list_attendees", "CD-03a", json!({"meeting": ["strategy"], "required": ["police"]})));
    assert_eq!(rule, refused("list_attendees.CD-03a", "expected an id that no rule of another pack has on the same days"));
    for title in ["Multi-Agency Partnerships and Meetings", "  multi agency partnerships, AND meetings", "County Durham", "Durham Protocol"]
    {
        let taken = refusal(|pack| pack["document"]["title"] = json!(title)).unwrap();
        assert_eq!(
            (taken.path(), taken.message()),
            ("document.title", "expected a name that no other pack has on the same days"),
            "{title}"
        );
    }
    let lookalike = refusal(|pack| pack["document"]["area_label"] = json!("\u{421}ounty Durham")).unwrap();
    assert_eq!((lookalike.path(), lookalike.message()), ("document.area_label", "expected a name in the letters of English and Welsh"));
    for code in ["act-now", "protect-now"] {
        let taken = refusal(|pack| {
            pack["caution"] = json!([{"code": code, "question": "classify-concern", "when": ["worry"], "text": "Nothing is to be done."}]);
        });
        assert_eq!(taken.unwrap().path(), "caution[0].code", "{code}");
    }
}

/// The checker never sees it: a pack that somebody sealed by other means.
#[test]
fn a_sealed_pack_of_any_depth_is_refused() {
    for levels in [3, 33, 400_000] {
        // A list of one list of one list, in the compact form.
        let mut tree = [3, 1].repeat(levels);
        tree.extend([3, 0]);
        let mut sealed = b"SGR2\0".to_vec();
        sealed.extend(&tree);
        let sum = crc::Crc::<u32>::new(&crc::CRC_32_ISCSI).checksum(&sealed[4..]);
        sealed.extend(sum.to_le_bytes());
        let refusal = BUILT_IN.with_sealed(&sealed).unwrap_err();
        assert_eq!(refusal.message(), "expected a sealed pack of this version, undamaged", "{levels}");
    }
}
