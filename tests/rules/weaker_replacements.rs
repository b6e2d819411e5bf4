//! A rule that stands in the place of another takes nothing away without saying why: each thing that it could, by itself.

use safeguarding_rules::Error;
use serde_json::{Value, json};

use crate::common::{add, rulebook, sound_pack};

/// A sound pack with one rule in the place of another.
fn instead(table: &str, of: &str, own: &Value) -> Option<Error> {
    let mut pack = if own.to_string().contains("letter_sent") { with_a_moment() } else { sound_pack() };
    put_instead(&mut pack, table, of, own.clone());
    rulebook().with(&pack.to_string()).err()
}

/// A sound pack that asks when its letter went out.
fn with_a_moment() -> Value {
    let mut pack = sound_pack();
    pack["fact"]["letter_sent"] = json!({"asks": "When was the letter sent?", "path": "letterSent", "moment": true});
    pack
}

fn put_instead(pack: &mut Value, table: &str, of: &str, mut own: Value) {
    own["instead_of"] = json!([of]);
    add(pack, table, "X-1", own);
}

/// Why it is weaker, as the refusal says it.
fn weakness<'r>(refusal: Option<&'r Error>, of: &str) -> Option<&'r str> {
    let refusal = refusal.filter(|refusal| refusal.path().ends_with(".weaker_because"))?;
    refusal.message().strip_prefix("expected why: ")?.strip_suffix(&format!(" than in {of}"))
}

fn is_weaker(table: &str, of: &str, own: Value, why: &str) {
    let refusal = instead(table, of, &own);
    assert_eq!(weakness(refusal.as_ref(), of), Some(why), "{of} {own}: {refusal:?}");
}

fn is_no_weaker(table: &str, of: &str, own: Value) {
    let refusal = instead(table, of, &own);
    assert_eq!(weakness(refusal.as_ref(), of), None, "{of} {own}");
}

#[test]
fn whoever_was_asked_for_still_is() {
    let fewer = "fewer people are asked for";
    let optional = json!(["services", "informed-agencies", "involved-agencies"]);
    let nobody_expected = json!({"meeting": ["strategy", "s47"], "required": ["school"], "optional": optional, "open_list": true});
    is_weaker("list_attendees", "TR-S4", nobody_expected, fewer);
    let format = ["meeting", "conference-call", "telephone", "serial-phone-calls"];
    let there = |present: &[&str]| json!({"meeting": ["strategy"], "format": format, "present": present, "force": "may"});
    is_weaker("list_attendees", "TR-S5", there(&["in-person", "phone", "written-return-only"]), fewer);
    is_no_weaker("list_attendees", "TR-S5", there(&["in-person", "phone"]));
}

/// Whoever asks for as much as a minimum does may stand in its place, in whatever words.
#[test]
fn a_minimum_that_asks_for_as_much_is_no_less() {
    let three = ["childrens-social-care", "police", "health"];
    let minimum = |more: Value| {
        let mut rule = json!({"meeting": ["strategy", "s47"], "required": three, "minimum": true});
        rule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        instead("list_attendees", "TR-S2", &rule)
    };
    for more in [
        json!({}),
        json!({"force": "must"}),
        json!({"meeting": []}),
        json!({"meeting": ["strategy", "s47", "mash"]}),
        json!({"required": ["childrens-social-care", "police", "health", "school"]}),
        json!({"present": ["in-person", "phone"]}),
    ] {
        let refusal = minimum(more.clone());
        assert!(refusal.as_ref().is_none_or(|refusal| !refusal.path().ends_with(".instead_of")), "{more}: {refusal:?}");
    }
}

#[test]
fn wherever_it_spoke_it_still_does() {
    let fewer = "it speaks of fewer meetings";
    let item = |meeting: &[&str]| json!({"item": "share-in-time", "list": ["preparation", "principles"], "meeting": meeting, "phase": "always", "principle": true});
    is_weaker("make_checklist", "TR-G2", item(&["strategy"]), fewer);
    is_no_weaker("make_checklist", "TR-G2", item(&["strategy", "mash", "cp-conference"]));
    is_no_weaker("make_checklist", "TR-G2", item(&[]));
    let other_children = json!({"part": "calls-for", "when": ["other_children_at_risk_now"], "route": "strategy", "meeting": ["mash"]});
    is_weaker("choose_meeting", "TR-S1/other-children", other_children, fewer);
}

#[test]
fn the_route_protects_as_much() {
    let route = |own: Value| {
        let mut rule = json!({"meeting": ["mash"], "when": ["risk_unclear"], "force": "must"});
        rule.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
        rule
    };
    is_no_weaker("choose_meeting", "TR-M1", route(json!({"part": "calls-for", "route": "mash"})));
    is_weaker("choose_meeting", "TR-M1", route(json!({"part": "purpose"})), "its route protects less");
}

#[test]
fn a_duty_waits_for_nothing_else_and_goes_to_whomever_it_went() {
    let duty = |own: Value| {
        let mut rule = json!({
            "duty": "record", "meeting": ["strategy"], "within": "as soon as practicable", "by": ["childrens-social-care"],
            "to": ["all-invited"], "kept_from": ["unsafe-recipients when recipient_unsafe"],
        });
        rule.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
        rule
    };
    is_no_weaker("list_deadlines", "TR-R4", duty(json!({})));
    is_no_weaker("list_deadlines", "TR-R4", duty(json!({"from": "letter_sent"})));
    for waits in ["unless_known", "once_known"] {
        is_weaker("list_deadlines", "TR-R4", duty(json!({ waits: "letter_sent" })), "it counts from another moment");
    }
    is_weaker("list_deadlines", "TR-R4", duty(json!({"not_to": ["police"]})), "it goes to fewer people");
}

/// A partnership's own duty, and another pack that stands on it and puts its own in that place.
fn in_place_of_a_time(replaced: &str, by: &str) -> Option<Error> {
    let duty = |within: &str| json!({"duty": "letter", "meeting": ["strategy"], "within": within, "from": "letter_sent", "to": ["police"]});
    let mut beneath = with_a_moment();
    add(&mut beneath, "list_deadlines", "T-8", duty(replaced));
    let example = json!({"name": "A letter", "asks": "list_deadlines", "facts": {"meeting_type": "strategy"}, "fires": ["T-8"]});
    let other = json!({"name": "No letter", "asks": "list_deadlines", "facts": {"meeting_type": "mash"}, "misses": ["T-8"]});
    beneath["example"].as_array_mut().unwrap().extend([example, other]);
    for field in ["area", "area_label"] {
        beneath["document"].as_object_mut().unwrap().remove(field);
    }
    let beneath = rulebook().with(&beneath.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"));
    let mut above = json!({"document": sound_pack()["document"]});
    above["document"]["id"] = json!("above");
    above["document"]["title"] = json!("Above");
    above["document"]["area"] = json!("aboveshire");
    above["document"]["area_label"] = json!("Aboveshire");
    above["document"]["stands_on"] = json!(["test", "multi-agency-meetings"]);
    put_instead(&mut above, "list_deadlines", "T-8", duty(by));
    beneath.with(&above.to_string()).err()
}

/// At the most it lasts as long, and at the latest it ends as early, in whatever unit each is said.
#[test]
fn the_time_of_a_duty_ends_no_later_in_whatever_unit_it_is_said() {
    for (replaced, by) in [
        ("within 5 days", "within 121 hours"),
        ("within 8 days to the hour", "within 193 hours"),
        ("within 49 hours", "within 3 days"),
        ("within 2 working days", "within 5 days"),
        ("within 5 days", "within 3 working days"),
        ("within 2 weeks", "within 15 days"),
        ("within 1 month", "within 32 days"),
        ("within 31 days", "within 2 months"),
        ("within 13 days", "within 2 weeks"),
        ("within 3 days", "as soon as practicable"),
        ("by then", "within 1 hour"),
        ("25 hours before", "1 day before"),
        ("2 days before", "47 hours before"),
        ("2 working days before", "1 working day before"),
        ("1 day before", "by then"),
    ] {
        let refusal = in_place_of_a_time(replaced, by);
        assert_eq!(weakness(refusal.as_ref(), "T-8"), Some("its time is longer"), "{replaced} {by}: {refusal:?}");
    }
    for (replaced, by) in [
        ("within 5 days", "within 120 hours"),
        ("within 8 days to the hour", "within 192 hours"),
        ("within 48 hours", "within 2 days"),
        ("within 2 working days", "within 4 days"),
        ("within 4 days", "within 2 working days"),
        ("within 2 weeks", "within 14 days"),
        ("within 1 month", "within 31 days"),
        ("within 62 days", "within 2 months"),
        ("within 14 days", "within 2 weeks"),
        ("as soon as practicable", "within 3 days"),
        ("within 1 hour", "by then"),
        ("24 hours before", "1 day before"),
        ("2 days before", "48 hours before"),
        ("1 working day before", "1 day before"),
        ("by then", "1 day before"),
    ] {
        let refusal = in_place_of_a_time(replaced, by);
        assert!(refusal.as_ref().is_none_or(|refusal| refusal.path() == "list_deadlines.X-1"), "{replaced} {by}: {refusal:?}");
    }
}
