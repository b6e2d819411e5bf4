//! What is a reason and what is a role, and what says nothing.

use super::{given, reason, role};

#[test]
fn words_that_people_type_to_get_past_a_field_are_nothing_given() {
    for nothing in [
        "",
        " ",
        ".",
        "...",
        "-",
        "–",
        "—",
        "…",
        "n/a",
        "N/A",
        "n.a.",
        "NA",
        "tbc",
        "T.B.C.",
        "to be confirmed",
        "unknown",
        "Unknown.",
        "no",
        "No reason",
        "none",
        "None given",
        "x",
        "XX",
        "xxx",
        "?",
        "??",
        "not known",
        "don't know",
        "don’t know",
        "see above",
        "as above",
        "not applicable",
        "nil",
        "null",
        "yes",
        "ok",
        "ditto",
        "other",
        "0",
        "somebody",
        "\u{a0}",
        "👍",
        "pending",
        "test",
        "asap",
        "\t\n",
        "not recorded",
        "(none)",
        "tbd/tbc",
        "I don't know yet",
        "will update later",
        "_",
        "\"\"",
        "*",
        "role",
        "name",
    ] {
        assert_eq!(given(nothing), None, "{nothing}");
    }
}

#[test]
fn whatever_says_something_is_given_as_it_stands() {
    for something in [
        "The injury had another cause",
        "team manager",
        "SW",
        "DSL",
        "Duty manager.",
        "Mother in labour",
        "No interpreter until Tuesday",
        "Not the same child",
        "organised-abuse",
        "2026-03-05",
        "Known to be abroad",
        "Cymraeg",
        "Être seul",
        "IRO",
    ] {
        assert_eq!(given(something), Some(something));
    }
    assert_eq!(given("  manager "), Some("manager"));
}

#[test]
fn a_reason_says_more_than_the_fact_who_agreed_or_where_to_look() {
    for nothing in [
        "because",
        "because it is",
        "agreed",
        "per TM",
        "Agreed by the team manager",
        "see file",
        "See case notes",
        "complex",
        "It is complex.",
        "particularly complex",
        "The case is very complicated",
        "more time needed",
        "local policy",
        "manager's decision",
        "123",
        "2026",
        "dim",
        "Ddim yn gwybod",
        "amh.",
        "oherwydd",
    ] {
        assert_eq!(reason(nothing), None, "{nothing}");
    }
    for something in
        ["Siblings in four areas", "organised-abuse", "Police request", "The injury had another cause", "No interpreter until Tuesday"]
    {
        assert_eq!(reason(something), Some(something));
    }
}

#[test]
fn a_role_is_somebodys() {
    for nobody in [
        "staff",
        "the team",
        "system",
        "Admin",
        "our service",
        "A member of staff",
        "multi-agency partners",
        "Duty team",
        "n/a",
        "123",
        "health",
        "Health",
        "police",
        "Children's social care",
        "Mrs Jones",
        "mrs jones",
        "Ms Anne Hughes",
        "Ann Hughes",
        "Jones",
        "Mr O'Neil",
        "dim",
        "amh.",
        "ddim yn gwybod",
        "gofal cymdeithasol",
        "Early Help",
        "school",
    ] {
        assert_eq!(role(nobody), None, "{nobody}");
    }
    for somebody in [
        "Team manager",
        "TM",
        "Duty manager",
        "Staff nurse",
        "IRO",
        "Head of service",
        "Chair",
        "MDT administrator",
        "Mrs Jones, team manager",
        "Mrs Jones Team Manager",
        "team manager (Mr A Shah)",
        "Social Worker",
        "Health Visitor",
        "Named Nurse",
        "Early Help Lead",
        "School nurse",
        "Rheolwr Tîm",
        "gweithiwr cymdeithasol",
        "Police officer",
        "SENCo",
        "GP",
        "Named GP",
        "Ward Sister",
        "Designated Safeguarding Lead",
    ] {
        assert_eq!(role(somebody), Some(somebody));
    }
}
