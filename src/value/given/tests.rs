//! What is a reason and what is a role, and what says nothing.

use super::{given, party, place, reason, role};

/// The texts of lines, which ` | ` holds apart.
fn listed<'t>(lines: &[&'t str]) -> Vec<&'t str> {
    lines.iter().flat_map(|line| line.split(" | ")).collect()
}

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
    for nothing in listed(&[
        "because | because it is | agreed | per TM | Agreed by the team manager | see file | See case notes | complex",
        "It is complex. | particularly complex | The case is very complicated | more time needed | local policy",
        "manager's decision | 123 | 2026 | dim | Ddim yn gwybod | amh. | oherwydd | Police | Police request | busy",
        "Neglect | Emotional abuse | to follow | John Smith | Jane | Mrs Patel | mother | The mother and father",
        "workload | annual leave | Staff shortage | School holidays | Social worker on leave | duty manager",
    ]) {
        assert_eq!(reason(nothing), None, "{nothing}");
    }
    for something in listed(&[
        "Siblings in four areas | organised-abuse | allegation-against-staff | Mother in labour",
        "Asking would put the child at risk | He threatened her | The injury had another cause",
        "No interpreter until Tuesday",
    ]) {
        assert_eq!(reason(something), Some(something));
    }
}

#[test]
fn a_role_is_somebodys() {
    for nobody in listed(&[
        "staff | the team | system | Admin | our service | A member of staff | multi-agency partners | Duty team | n/a",
        "123 | health | Health | police | Children's social care | Mrs Jones | mrs jones | Ms Anne Hughes | Ann Hughes",
        "Jones | Mr O'Neil | dim | amh. | ddim yn gwybod | gofal cymdeithasol | Early Help | school | busy | mother",
        "Father | student | Student | apprentice | volunteer | perpetrator | neighbour | foster carer | grandparent",
        "cleaner | chair of the golf club | Chair of the Golf Club | manager of the pub | Manager Patel",
        "Headteacher Smith | PA | to follow | neglect",
    ]) {
        assert_eq!(role(nobody), None, "{nobody}");
    }
    for somebody in listed(&[
        "Team manager | TM | Duty manager | Staff nurse | IRO | Head of service | Chair | MDT administrator",
        "Mrs Jones, team manager | Mrs Jones Team Manager | team manager (Mr A Shah) | Social Worker | Health Visitor",
        "Named Nurse | Early Help Lead | School nurse | Rheolwr Tîm | gweithiwr cymdeithasol | Police officer | SENCo",
        "GP | Named GP | Ward Sister | Designated Safeguarding Lead | manager | Chair of governors",
        "Headteacher of Riverside | Head of Children's Services | Detective Sergeant | independent reviewing officer",
        "advanced_practitioner | line_manager | dsl | lead-professional | Team manager, social care | caseworker",
        "Early Help Co-ordinator | Consultant paediatrician | Duty Manager (out of hours) | Children's Guardian",
        "Out of hours manager | out-of-hours team manager | Manager, out of hours",
    ]) {
        assert_eq!(role(somebody), Some(somebody));
    }
}

#[test]
fn a_party_is_a_role_or_an_agency_and_a_place_is_no_body() {
    for nobody in ["123", "yes", "Jane", "John Smith", "mother"] {
        assert_eq!(party(nobody), None, "{nobody}");
    }
    for somebody in ["Health visitor", "police", "School", "Children's social care", "the health team manager"] {
        assert_eq!(party(somebody), Some(somebody));
    }
    for nowhere in ["123", "Police", "tbc", "Social care", "the venue", "NHS"] {
        assert_eq!(place(nowhere), None, "{nowhere}");
    }
    for somewhere in ["Teams", "Police station", "Civic Centre, room 4", "School", "12 High Street", "Hospital", "By phone"] {
        assert_eq!(place(somewhere), Some(somewhere));
    }
}
