//! What whoever opens a record years later asks first stands in the short note, by the rule that gives it, before any caution.

use crate::common::{CONCERNS, ask, rulebook};
use serde_json::{Map, Value, json};

fn short(question: &str, facts: &Value) -> String {
    let request = json!({"question": question, "facts": facts, "recordedBy": "Team manager", "recordedAt": "2026-03-02T11:00"});
    let told = ask("explain", &request, &rulebook()).unwrap_or_else(|refusal| panic!("{request}: {refusal}"));
    told["shortNote"].as_str().unwrap().to_owned()
}

fn must_hold(question: &str, facts: &Value, each: &[&str]) {
    let note = short(question, facts);
    each.iter().for_each(|held| assert!(note.contains(held), "{held} is not in:\n{note}"));
}

/// A concern with every fact answered no, and what else was said.
fn concern(with: Value) -> Value {
    let no: Map<String, Value> = CONCERNS.into_iter().map(|fact| (fact.to_owned(), json!(false))).collect();
    let mut facts =
        json!({"area": "generic", "concerns": no, "concernsIdentifiedAt": "2026-07-01T10:00", "referralReceivedAt": "2026-07-01T10:00"});
    facts.as_object_mut().unwrap().extend(with.as_object().unwrap().clone());
    facts
}

fn earlier() -> Value {
    json!({"timescale": "same-day", "dueBy": "2026-07-01", "concerns": {"seriousRisk": true}})
}

#[test]
fn an_earlier_answer_that_holds_is_told_as_what_it_is() {
    let facts = concern(json!({"previousResult": earlier()}));
    let note = short("classify-concern", &facts);
    assert!(note.contains("An earlier answer holds: a later day needs a role and a reason that tells of the child."), "{note}");
    assert!(!note.contains("rule TR-") && !note.contains("Counted from"), "{note}");
    let duty = json!({
        "area": "county-durham", "meetingType": "strategy", "duty": "minutes", "meetingEndedAt": "2026-03-05T15:00",
        "previous": [{"duty": "minutes", "due": "2026-03-05T23:59"}],
    });
    let decision = ask("list-deadlines", &duty, &rulebook()).unwrap();
    assert_eq!(decision["answer"]["deadlines"][0]["heldBack"], true, "{decision}");
    let note = short("list-deadlines", &duty);
    assert!(note.contains("An earlier answer holds") && !note.contains("rule CD-"), "{note}");
}

/// No rule stands in a short note beside a day that it does not give.
#[test]
fn a_rule_is_cited_only_where_it_gives_the_day() {
    for day in 1..=12 {
        for timescale in ["same-day", "1-working-day", "3-working-days", "5-working-days"] {
            let previous = json!({"timescale": timescale, "dueBy": format!("2026-07-{day:02}")});
            let facts = concern(json!({"previousResult": previous}));
            let decision = ask("classify-concern", &facts, &rulebook()).unwrap();
            let is_held = !decision["answer"]["wouldBe"].is_null();
            let note = short("classify-concern", &facts);
            assert_eq!(note.contains("An earlier answer holds"), is_held, "{facts}:\n{note}");
            assert_eq!(note.contains("rule TR-T0"), !is_held, "{facts}:\n{note}");
        }
    }
}

#[test]
fn who_agreed_to_a_later_day_why_and_what_was_taken_back_stand_there() {
    let lengthening = json!({"role": "Service manager", "reason": "The hospital found an accident"});
    must_hold(
        "classify-concern",
        &concern(json!({"previousResult": earlier(), "lengthening": lengthening})),
        &[
            "rule TR-T0",
            "Service manager",
            "The hospital found an accident",
            "Earlier answer: Wednesday 1 July 2026",
            "Answered yes before, and no now: Is there a serious risk of harm?",
        ],
    );
    // What there is no room for is named.
    let long = json!({"role": "Service manager", "reason": "Every neighbour was asked about it again. ".repeat(20)});
    must_hold(
        "classify-concern",
        &concern(json!({"previousResult": earlier(), "lengthening": long})),
        &["In the whole case note too: Agreement to a later date."],
    );
}

#[test]
fn a_later_plan_holidays_added_and_why_it_is_complex_stand_there() {
    let concerns = json!({"concerns": {"seriousRisk": true}, "othersConsidered": true});
    let planned = json!({"at": "2026-07-06T10:00", "reason": "information-awaited", "decidedBy": "Team manager"});
    let mut facts = concern(json!({"planned": planned}));
    facts.as_object_mut().unwrap().extend(concerns.as_object().unwrap().clone());
    must_hold("classify-concern", &facts, &["Planned: ", "6 July 2026", "That is later than the answer says."]);
    must_hold(
        "classify-concern",
        &concern(json!({"bankHolidays": [{"date": "2026-07-02"}]})),
        &["Bank holidays added by hand: ", "2 July 2026", "Day without the bank holidays added by hand: Monday 6 July 2026"],
    );
    let mut complex = concern(json!({"complexReason": "Several families in two areas", "othersConsidered": true}));
    complex["concerns"]["particularlyComplex"] = json!(true);
    must_hold("classify-concern", &complex, &["Why it is particularly complex: Several families in two areas"]);
}

#[test]
fn a_list_of_people_is_told_by_the_rule_of_whom_it_names_first() {
    let (all, areas) = (rulebook(), ["generic", "county-durham", "northamptonshire", "bracknell-forest", "hampshire"]);
    let mut seen = 0;
    for area in areas {
        for meeting in crate::common::MEETINGS {
            for known in [json!({}), json!({"othersConsidered": true}), json!({"parentsPoseRisk": true})] {
                let mut facts = json!({"area": area, "meetingType": meeting});
                facts.as_object_mut().unwrap().extend(known.as_object().unwrap().clone());
                let Ok(decision) = ask("list-attendees", &facts, &all) else { continue };
                let lists = ["required", "expected", "optional"].into_iter().filter_map(|list| decision["answer"][list].as_array());
                let Some(first) = lists.flatten().find(|person| person["notYetInvited"] != true) else { continue };
                must_hold("list-attendees", &facts, &[&format!("rule {})", first["rule"].as_str().unwrap())]);
                seen += 1;
            }
        }
    }
    assert!(seen > 60, "{seen}");
    must_hold("list-attendees", &json!({"area": "county-durham", "meetingType": "s47"}), &["(must; rule CD-24)"]);
    must_hold("list-attendees", &json!({"area": "bracknell-forest", "meetingType": "tac-initial"}), &["rule BF-N1)"]);
}

#[test]
fn who_was_not_there_what_was_refused_and_what_was_late_stand_there() {
    let attendance = json!({"police": "in-person", "childrens-social-care": "in-person", "health": "absent"});
    let facts = json!({"area": "generic", "meetingType": "strategy", "othersConsidered": true, "attendance": attendance});
    must_hold("list-attendees", &facts, &["Missing: health. The minimum was not met."]);
    let consents = json!([{"who": "Mother", "as": "parental-responsibility", "given": true}, {"who": "Father", "as": "parental-responsibility", "given": false}]);
    let facts = json!({"area": "generic", "consentSought": true, "consents": consents});
    must_hold("record-consent-basis", &facts, &["Consent: refused", "Father"]);
    let facts = json!({"area": "generic", "consentSought": true, "consentGiven": false});
    must_hold("record-consent-basis", &facts, &["Consent: refused"]);
    let facts = json!({"area": "county-durham", "meetingType": "strategy", "duty": "minutes", "meetingEndedAt": "2026-03-02T15:00", "done": {"minutes": {"at": "2026-03-09T10:00"}}});
    must_hold("list-deadlines", &facts, &["Done late: The full minutes", "Late by, in days: 4"]);
    must_hold(
        "list-attendees",
        &json!({"area": "hampshire", "meetingType": "professionals"}),
        &["Not to be there: the child and the family"],
    );
    let children = json!([{"ref": "A", "age": 19}, {"ref": "B", "age": 5}]);
    let facts = json!({"area": "generic", "othersConsidered": true, "children": children, "concernsIdentifiedAt": "2026-07-01T10:00"});
    must_hold(
        "classify-concern",
        &facts,
        &["A: A strategy meeting and a section 47 enquiry are for people under 18. Use the adult safeguarding route"],
    );
}

/// What is asked first stands before what is cautioned.
#[test]
fn it_stands_before_every_caution() {
    let facts = json!({"area": "county-durham", "concerns": {"immediateProtectionNeeded": true}, "complexReason": "Two areas", "concernsIdentifiedAt": "2026-02-02T09:00"});
    let decision = ask("classify-concern", &facts, &rulebook()).unwrap();
    let note = short("classify-concern", &facts);
    let place = |held: &str| note.find(held).unwrap_or_else(|| panic!("{held} is not in:\n{note}"));
    let first = decision["cautions"].as_array().unwrap().iter().filter(|caution| caution["level"] == "first");
    let first: Vec<&str> = first.map(|caution| caution["text"].as_str().unwrap()).collect();
    assert!(!first.is_empty() && first.iter().all(|caution| place("Two areas") < place(caution)), "{note}");
}
