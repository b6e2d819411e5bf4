//! The labels that cases suggest for what is to be borne in mind, and how our answers say the same.

use serde_json::Value;

use crate::common::camel;

use super::case::{Check, asks, codes, kebab, mentions, need};

/// What stands for a label in an answer.
enum Said {
    /// A caution.
    Code(&'static str),
    /// A rule that is cited.
    Rule(&'static str),
    /// A field of the record that is asked for.
    ToRecord(&'static str),
    /// Words of the answer.
    Words(&'static str),
}

use Said::{Code, Rule, ToRecord, Words};

const LABELS: [(&str, Said); 32] = [
    ("000_basis_requires_high_risk", ToRecord("lawfulBasis")),
    ("identify_lawful_basis", ToRecord("lawfulBasis")),
    ("001_requires_multi_agency_meeting_dial_in_allowed", Code("form-not-as-stated")),
    ("act_today", Words("plan for today")),
    ("age_18_plus", Code("adult-route")),
    ("do_not_delay_protection", Code("adult-route")),
    ("ambiguous_local_time", Code("clock-shows-it-twice")),
    ("nonexistent_local_time", Code("clock-skips-it")),
    ("not_by_text_professional_discretion", Code("not-by-the-text")),
    ("offset_missing_assumed_europe_london", Code("read-as-london-time")),
    ("calendar_gap_exceeds_48h", Code("days-off-in-between")),
    ("check_other_cohorts", Words("\"inScope\":\"not-established\"")),
    ("consider_same_day", Words("consider meeting the same day")),
    ("consider_same_day", Code("protect-now")),
    ("default_ceiling_still_applies", Rule("TR-T0")),
    ("sooner_limb_engaged", Rule("TR-T4b")),
    ("designated_officer_referral_within_1_working_day", Code("designated-officer")),
    ("emergency_route_999_csc_now", Code("dispute-delays-nothing")),
    ("external_document_required", Code("document-not-supplied")),
    ("gloss_in_002_not_applied_as_limit", Code("gloss-not-applied")),
    ("hold_immediately_by_telephone", Words("hold it by telephone now")),
    ("insufficient_time_remaining", Code("never-rolled-to-a-working-day")),
    ("lengthening_requires_named_reason", Code("lengthening-requires-reason")),
    ("list_is_open_ask_the_mdt_lead", Rule("NH-05a")),
    ("list_not_exhaustive", Rule("HP-4e")),
    ("month_end_clamped", Words("\"cutToMonthEnd\":true")),
    ("never_rolled_to_working_day", Code("never-rolled-to-a-working-day")),
    ("probation_and_crc_merged_2021", Code("probation-merged")),
    ("public_authority_must_not_rely_on_6(1)(ea)_for_its_tasks", Words("public authorit")),
    ("securing_evidence_is_police_action_is_immediate_action_required", Code("forensic-need-without-penetrative-allegation")),
    ("source_edition_superseded", Code("source-superseded")),
    ("this_record_is_for_safeguarding_shares_only", Code("not-a-safeguarding-share")),
];

/// Do these answers say what a label means? Without an entry of its own a label names a caution, a question to ask or a rule.
pub fn check(label: &str, answers: &[Value]) -> Check {
    let of_table = |answer: &Value| LABELS.iter().any(|(known, said)| *known == label && says(said, answer));
    let said = answers.iter().any(|answer| of_table(answer) || is_named(label, answer));
    let cautions: Vec<String> = answers.iter().flat_map(codes).collect();
    need(said, format!("{label} is not said, or its meaning is not known (cautions: {cautions:?})"))
}

fn says(said: &Said, answer: &Value) -> bool {
    match said {
        Code(code) => codes(answer).iter().any(|known| known == code),
        Rule(rule) => mentions(answer).iter().any(|known| known == rule),
        ToRecord(field) => answer["answer"]["record"]["missing"].as_array().is_some_and(|missing| missing.iter().any(|name| name == field)),
        Words(words) => answer.to_string().contains(words),
    }
}

fn is_named(label: &str, answer: &Value) -> bool {
    let plain = kebab(label);
    let asked = label.strip_prefix("ask_").map(camel);
    codes(answer).iter().any(|code| plain.starts_with(code.as_str()) || code.starts_with(&plain))
        || asked.is_some_and(|fact| asks(answer).iter().any(|path| path.ends_with(&fact)))
        || mentions(answer).iter().any(|rule| label.ends_with(&format!("_{rule}")))
}
