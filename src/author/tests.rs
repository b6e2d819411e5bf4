//! A pack and its doubts, each at its line.

use super::*;
use crate::engine::rulebook::Rulebook;

const SOUND: &str = r#"[document]
id         = "riverside"
version    = "1.0.0"
title      = "Riverside: strategy meetings"
area       = "riverside"
area_label = "Riverside"
force      = "local-protocol"
cites      = "Working Together to Safeguard Children (2026)"
status     = { checked_on = "2026-11-21" }
stands_on  = ["multi-agency-meetings"]

[agency.youth-service]
label = "the youth service"

[fact.youth_worker_known]
asks = "Does a youth worker know the child?"

[[list_attendees]]
id       = "RS-1.1"
when     = ["youth_worker_known"]
meeting  = ["strategy"]
expected = ["youth-service"]
force    = "should"
says     = "Ask the youth service where it knows the child."
at       = "Paragraph 1"
words    = "the youth service is invited"

[[example]]
name   = "A youth worker knows the child"
asks   = "list_attendees"
facts  = { meeting_type = "strategy", youth_worker_known = true }
fires  = ["RS-1.1"]

[[example]]
name   = "No youth worker knows the child"
asks   = "list_attendees"
facts  = { meeting_type = "strategy", youth_worker_known = false, attendance = { police = "absent" } }
misses = ["RS-1.1"]
answer = { all_required_present = false }
"#;

/// What is said of a pack.
fn said_of(text: &str) -> String {
    let rulebook = Rulebook::built_in();
    let doubts = Manuscript::read(text).map_or_else(|doubt| vec![doubt], |manuscript| manuscript.check(&rulebook).doubts);
    doubts.iter().map(|doubt| doubt.in_file("FILE")).collect()
}

fn said_with(from: &str, to: &str) -> String {
    assert!(SOUND.contains(from), "{from}");
    said_of(&SOUND.replacen(from, to, 1))
}

#[test]
fn a_sound_pack_is_without_doubt() {
    assert_eq!(said_of(SOUND), "");
}

#[test]
fn a_doubt_is_shown_at_its_line_with_what_would_help() {
    let said = said_with("\"should\"", "\"shuold\"");
    let expected = concat!(
        "FILE:23: list_attendees[0].force\n",
        " 23 | force    = \"shuold\"\n",
        "    |            ^^^^^^^^\n",
        "  help: expected one of must, should, may\n",
    );
    assert_eq!(said, expected);
}

/// The place that is named, and the words above the carets.
fn marked(said: &str) -> (String, String) {
    let mut lines = said.lines();
    let place = lines.next().unwrap().rsplit(": ").next().unwrap().to_owned();
    let (line, carets) = (lines.next().unwrap(), lines.next().unwrap());
    let above = line.chars().zip(carets.chars().chain(std::iter::repeat(' '))).filter(|(_, caret)| *caret == '^');
    (place, above.map(|(c, _)| c).collect())
}

#[test]
fn the_caret_stands_under_what_a_refusal_means() {
    let rule = "list_attendees.RS-1.1";
    let cases = [
        // What cannot be read.
        ("checked_on = \"2026-11-21\"", "checked_on = 2026-11-21", "document.status.checked_on", "2026-11-21"),
        ("at       =", "where = \"\"\nat       =", "list_attendees[0].where", "where"),
        ("at       = \"Paragraph 1\"\n", "", "list_attendees[0].at", "[[list_attendees]]"),
        ("label = \"the youth", "lable = \"the youth", "agency.….lable", "lable"),
        ("label = \"the youth service\"", "", "agency.….label", "[agency.youth-service]"),
        // What is doubtful in itself.
        ("[\"multi-agency-meetings\"]", "[\"multi-agency-meetings\", \"none\"]", "document.stands_on[1]", "\"none\""),
        ("id         = \"riverside\"", "id = \"county-durham\"", "document.id", "\"county-durham\""),
        ("when     = [\"youth_worker_known\"]", "when = [\"a\"]", &format!("{rule}.when.a"), "\"a\""),
        ("expected = [\"youth-service\"]", "expected = [\"Youth\"]", &format!("{rule}.expected.Youth"), "\"Youth\""),
        ("at       = \"Paragraph 1\"", "at = \"\"", &format!("{rule}.at"), "\"\""),
        ("[fact.youth_worker_known]", "[fact.idle]\nasks = \"Idle?\"\n[fact.youth_worker_known]", "fact.idle", "[fact.idle]"),
        ("[[example]]", "[[caution]]\ncode = \"A b\"\nquestion = \"check-plan\"\ntext = \"A\"\n[[example]]", "caution[0].code", "\"A b\""),
        // What its examples do not show.
        ("fires  = [\"RS-1.1\"]", "fires  = [\"RS-1.1\", \"TR-T0\"]", "example[0].fires", "[\"RS-1.1\", \"TR-T0\"]"),
        ("all_required_present = false", "all_required_present = true", "example[1].answer.allRequiredPresent", "true"),
        ("youth_worker_known = true", "child = { looked_after = 7 }, youth_worker_known = true", "example[0].facts", "7"),
        ("misses = [\"RS-1.1\"]\n", "", rule, "[[list_attendees]]"),
        // What is no TOML.
        ("force    = \"should\"", "force    = should", "this is not TOML", "should"),
    ];
    for (from, to, place, above) in cases {
        let said = said_with(from, to);
        assert_eq!(marked(&said), (place.to_owned(), above.to_owned()), "{said}");
    }
}

#[test]
fn the_caret_is_counted_in_characters() {
    let said = said_with("status     = { checked_on", "status     = { superseded_by = \"é–ü\", checked_off");
    assert_eq!(marked(&said), ("document.status.checked_off".to_owned(), "checked_off".to_owned()), "{said}");
}

#[test]
fn every_doubt_of_the_examples_is_told() {
    let said = said_with("fires  = [\"RS-1.1\"]", "fires  = [\"TR-T0\"]");
    assert_eq!(said.matches("FILE:").count(), 2, "{said}");
}
