//! Time.

use super::*;

#[test]
fn amb_01_the_earliest_governs_and_the_others_are_listed() {
    let decision = classified(json!({"seriousRisk": true, "immediateActionRequired": true}), json!({}));
    assert_eq!((due(&decision), &ids(&decision, "because")[0]), ("2026-03-02", &"TR-T1a".to_owned()));
    assert_eq!(ids(&decision, "alsoApplies"), ["TR-T0", "TR-T3"]);
}

#[test]
fn amb_02_each_rule_counts_from_its_own_start_and_the_usual_time_stays_a_ceiling() {
    let late = json!({"referralReceivedAt": "2026-03-12T10:00", "immediateActionAt": "2026-03-11T10:00"});
    assert_eq!(due(&classified(json!({"seriousRisk": true}), late.clone())), "2026-03-05");
    let action = json!({"immediateActionAt": "2026-03-03T15:00"});
    assert_eq!(due(&classified(json!({"immediateActionRequired": true}), action)), "2026-03-04");
    let unreceived = classified(json!({"seriousRisk": true}), json!({"referralReceivedAt": null, "now": "2026-03-03T09:00"}));
    assert_eq!((due(&unreceived), asks(&unreceived)), ("2026-03-02", vec!["referralReceivedAt"]));
}

#[test]
fn amb_03_complexity_never_outlasts_a_serious_risk() {
    let decision = classified(json!({"seriousRisk": true, "particularlyComplex": true}), json!({"complexReason": "organised-abuse"}));
    assert_eq!(due(&decision), "2026-03-02");
}

#[test]
fn amb_04_forensic_need_that_nobody_knows_of_is_treated_as_needed() {
    let decision = classified(json!({"penetrativeSexualAbuse": true, "forensicEvidenceRequired": "unknown"}), json!({}));
    assert_eq!((due(&decision), asks(&decision)), ("2026-03-02", vec!["concerns.forensicEvidenceRequired"]));
}

#[test]
fn amb_05_the_usual_time_after_a_penetrative_allegation_says_what_it_rests_on() {
    let decision = classified(json!({"penetrativeSexualAbuse": true}), json!({}));
    assert_eq!(due(&decision), "2026-03-05");
    assert!(cautions(&decision).contains(&"only-because-recorded-as-no"));
    let forensic_only = classified(json!({"forensicEvidenceRequired": true}), json!({}));
    assert!(cautions(&forensic_only).contains(&"forensic-need-without-penetrative-allegation"));
}

#[test]
fn amb_06_the_same_day_is_never_rolled() {
    for received in ["2026-03-06T16:59", "2026-03-06T23:50", "2026-03-07T09:00", "2026-12-25T13:30"] {
        let decision = classified(json!({"seriousRisk": true}), json!({"concernsIdentifiedAt": received, "referralReceivedAt": received}));
        assert_eq!(due(&decision), &received[..10]);
        assert!(cautions(&decision).contains(&"never-rolled-to-a-working-day") && cautions(&decision).contains(&"out-of-hours-contact"));
    }
}

#[test]
fn amb_07_a_must_does_not_come_before_an_earlier_should() {
    let decision = classified(json!({"seriousRisk": true, "particularlyComplex": true}), json!({"complexReason": "Several households"}));
    assert_eq!((decision["because"][0]["force"].as_str(), due(&decision)), (Some("should"), "2026-03-02"));
}

#[test]
fn amb_08_and_09_any_agency_that_acted_or_must_act_counts() {
    let decision = classified(json!({"immediateActionRequired": true}), json!({}));
    assert!(decision["because"][0]["reading"].as_str().unwrap().contains("Any agency's need counts"));
}

#[test]
fn amb_10_both_dates_are_given_and_the_limit_is_the_later() {
    let decision = classified(json!({}), json!({}));
    assert_eq!((due(&decision), decision["answer"]["aimBy"].as_str()), ("2026-03-05", Some("2026-03-04")));
}

#[test]
fn amb_12_an_office_may_close_earlier_and_never_later() {
    let early = classified(json!({}), json!({"closeOfDay": "17:00"}));
    assert_eq!(early["answer"]["dueInstant"], "2026-03-05T17:00:00+00:00");
    let same_day = classified(json!({"seriousRisk": true}), json!({"closeOfDay": "17:00"}));
    assert_eq!(same_day["answer"]["dueInstant"], "2026-03-02T23:59:59+00:00");
    let wrong = concern(json!({}), json!({"closeOfDay": "25:00"}));
    assert_eq!(ask("classify-concern", &wrong, rulebook()).unwrap_err().path(), "closeOfDay");
}

#[test]
fn amb_13_one_working_day_over_a_weekend_is_said_to_be_long() {
    let friday = json!({"concernsIdentifiedAt": "2026-03-06T16:30", "referralReceivedAt": "2026-03-06T16:59"});
    let decision = classified(json!({"immediateActionRequired": true}), friday);
    assert_eq!(due(&decision), "2026-03-09");
    assert!(cautions(&decision).contains(&"days-off-in-between") && cautions(&decision).contains(&"consider-same-day"));
}

#[test]
fn amb_14_complexity_lengthens_only_on_a_yes_with_a_reason() {
    for said in [json!(false), json!("unknown")] {
        let decision = classified(json!({"particularlyComplex": said}), json!({"complexReason": "organised-abuse"}));
        assert_eq!((due(&decision), &decision["settled"]), ("2026-03-05", &json!(true)));
    }
    let no_reason = classified(json!({"particularlyComplex": true}), json!({"complexReason": " "}));
    assert_eq!(due(&no_reason), "2026-03-05");
    assert!(cautions(&no_reason).contains(&"complex-needs-reason") && ids(&no_reason, "setAside") == ["TR-T4a"]);
    let reasoned = classified(json!({"particularlyComplex": true}), json!({"concernTypes": ["allegation-against-staff"]}));
    assert_eq!((due(&reasoned), ids(&reasoned, "setAside")), ("2026-03-09", vec!["TR-T0".to_owned()]));
    assert!(cautions(&reasoned).contains(&"designated-officer"));
    let chosen = classified(json!({"particularlyComplex": "unknown"}), json!({"concernTypes": ["organised-abuse"]}));
    assert_eq!(due(&chosen), "2026-03-05");
    assert!(cautions(&chosen).contains(&"confirm-complexity"));
}

#[test]
fn amb_15_and_74_immediate_protection_takes_the_time_of_immediate_action() {
    for complex in [true, false] {
        let said = json!({"particularlyComplex": complex, "immediateProtectionNeeded": true});
        let decision = classified(said, json!({"complexReason": "organised-abuse"}));
        assert_eq!((due(&decision), &decision["settled"]), ("2026-03-03", &json!(true)));
        assert_eq!(decision["cautions"][0]["code"], "protect-now");
    }
    let unknown = classified(
        json!({"particularlyComplex": true, "immediateProtectionNeeded": "unknown"}),
        json!({"complexReason": "organised-abuse"}),
    );
    assert_eq!((due(&unknown), asks(&unknown)), ("2026-03-03", vec!["concerns.immediateProtectionNeeded"]));
    assert_eq!(unknown["answer"]["onKnownFactsOnly"]["dueBy"], "2026-03-09");
}

#[test]
fn amb_16_what_is_missing_is_asked_and_a_provisional_date_is_never_late() {
    let facts = json!({"area": "generic", "concernsIdentifiedAt": "2026-12-23T09:30", "referralReceivedAt": "2026-12-23T09:30", "now": "2026-12-24T08:00"});
    let decision = ask("classify-concern", &facts, rulebook()).unwrap();
    let answer = &decision["answer"];
    assert_eq!((&decision["settled"], &answer["overdue"]), (&json!(false), &json!([])));
    assert!(answer["heading"].as_str().unwrap().contains("until this is settled"), "{answer}");
    assert!(!decision.to_string().contains("record why it is late"));
    let advice = "Answer 4 questions to settle this. Until then plan for today. If all are no: within 3 working days, by Wednesday 30 December 2026.";
    assert_eq!(answer["advice"], advice);
    let nothing = ask("classify-concern", &json!({"area": "generic", "concerns": {"seriousRisk": true}}), rulebook()).unwrap();
    assert_eq!((&nothing["answer"]["dueBy"], &nothing["settled"]), (&Value::Null, &json!(false)));
    assert!(cautions(&nothing).contains(&"date-required"));
}

#[test]
fn amb_18_a_mash_enquiry_pauses_nothing() {
    assert!(cautions(&attendees(json!({"area": "generic", "meetingType": "mash"}))).contains(&"mash-pauses-nothing"));
}

#[test]
fn amb_19_the_clock_is_met_by_all_three_agencies() {
    assert!(cautions(&classified(json!({}), json!({}))).contains(&"clock-met-by-full-discussion"));
}

#[test]
fn amb_69_nothing_is_lengthened_in_silence() {
    let settled = json!({"previousResult": {"timescale": "same-day", "dueBy": "2026-03-02", "settled": true}});
    let held = classified(json!({}), settled);
    assert_eq!(
        (due(&held), held["answer"]["wouldBe"].as_str(), held["answer"]["timescale"].as_str()),
        ("2026-03-02", Some("2026-03-05"), Some("same-day"))
    );
    assert!(cautions(&held).contains(&"lengthening-requires-reason"));
    let agreed = json!({
        "previousResult": {"timescale": "same-day", "dueBy": "2026-03-02"},
        "lengthening": {"role": "team manager", "reason": "The injury had another cause"},
    });
    let lengthened = classified(json!({}), agreed);
    assert_eq!((due(&lengthened), &lengthened["answer"]["wouldBe"]), ("2026-03-05", &Value::Null));
    let taken_back = classified(json!({}), json!({"previousResult": {"settled": false, "concerns": {"seriousRisk": true}}}));
    assert_eq!(due(&taken_back), "2026-03-02", "a yes that became a no");
    let sooner = classified(json!({"seriousRisk": true}), json!({"previousResult": {"dueBy": "2026-03-05"}}));
    assert_eq!((due(&sooner), &sooner["answer"]["wouldBe"]), ("2026-03-02", &Value::Null));
    let blank = json!({"previousResult": {"dueBy": "2026-03-02"}, "lengthening": {"role": " ", "reason": "The injury had another cause"}});
    assert_eq!(due(&classified(json!({}), blank)), "2026-03-02", "a blank is nobody's role: nothing was given");
}

#[test]
fn amb_70_of_times_out_of_order_the_earliest_is_taken() {
    let decision = classified(json!({}), json!({"concernsIdentifiedAt": "2026-03-06T09:00"}));
    assert_eq!(due(&decision), "2026-03-05");
    assert!(cautions(&decision).contains(&"times-out-of-order"));
    let future =
        classified(json!({}), json!({"concernsIdentifiedAt": "2026-04-02T09:00", "referralReceivedAt": null, "now": "2026-03-02T12:00"}));
    assert_eq!(due(&future), "2026-03-05");
    assert!(cautions(&future).contains(&"time-in-future"));
}

#[test]
fn amb_79_convened_is_read_as_held() {
    assert!(classified(json!({}), json!({}))["because"][0]["reading"].as_str().unwrap().contains("read as held"));
}

#[test]
fn amb_11_only_weekends_and_bank_holidays_of_england_and_wales_are_days_off() {
    let from = |at: &str| classified(json!({}), json!({"concernsIdentifiedAt": at, "referralReceivedAt": at}));
    assert_eq!(due(&from("2026-12-24T09:00")), "2026-12-31", "Christmas, Boxing Day in lieu and a weekend");
    assert_eq!(due(&from("2026-12-29T09:00")), "2027-01-04", "the days on which councils close are working days");
    assert_eq!(due(&from("2026-04-07T09:00")), "2026-04-10", "so are school holidays");
    assert_eq!(due(&from("2026-11-27T09:00")), "2026-12-02", "and a bank holiday of Scotland");
    let saturday = from("2026-03-07T14:00");
    assert_eq!(due(&saturday), "2026-03-11");
    assert!(cautions(&saturday).contains(&"out-of-hours-contact"));
}

#[test]
fn amb_11_out_of_hours_contact_is_offered_at_every_hour_at_which_an_office_may_be_closed() {
    let offered = |at: &str, now: Value| {
        let facts = json!({"concernsIdentifiedAt": at, "referralReceivedAt": at, "now": now});
        cautions(&classified(json!({}), facts)).contains(&"out-of-hours-contact")
    };
    for outside in ["2026-11-27T16:59", "2026-12-24T15:30", "2026-11-26T08:59", "2026-11-26T23:50", "2026-11-26", "2026-11-28T11:00"] {
        assert!(offered(outside, Value::Null), "{outside}");
        assert!(offered("2026-11-25T10:00", json!(outside)), "now {outside}");
    }
    assert!(!offered("2026-11-26T09:00", Value::Null) && !offered("2026-11-26T15:29", Value::Null));
    assert!(!offered("2026-11-25T23:50", json!("2026-11-26T10:00")), "it is asked in office hours");
}

#[test]
fn amb_17_the_earliest_record_of_a_concern_starts_the_clock() {
    let late_referral = json!({"concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-10T09:00"});
    let decision = classified(json!({}), late_referral);
    assert_eq!(due(&decision), "2026-03-05");
    let unrecorded = classified(json!({}), json!({"concernsIdentifiedAt": null, "referralReceivedAt": "2026-03-10T09:00"}));
    assert_eq!((due(&unrecorded), &unrecorded["settled"]), ("2026-03-13", &json!(false)));
    assert!(asks(&unrecorded).contains(&"concernsIdentifiedAt") && cautions(&unrecorded).contains(&"identified-time-missing"));
}

#[test]
fn amb_20_times_are_londons_and_what_is_unclear_is_read_early_and_said() {
    let at = |at: &str| classified(json!({"seriousRisk": true}), json!({"concernsIdentifiedAt": at, "referralReceivedAt": at}));
    assert_eq!(due(&at("2026-07-14T23:30Z")), "2026-07-15");
    assert!(cautions(&at("2026-03-03T10:00")).contains(&"read-as-london-time"));
    assert!(cautions(&at("2026-10-25T01:30")).contains(&"clock-shows-it-twice"));
    assert!(cautions(&at("2026-03-29T01:30")).contains(&"clock-skips-it"));
    let twice = falls_due(json!({"area": "county-durham", "decisionAt": "2026-10-25T01:30"}));
    assert_eq!(duty(&twice, "proforma")["due"], "2026-10-25T01:30:00+00:00", "an hour after the earlier half past one");
    let skipped = falls_due(json!({"area": "county-durham", "decisionAt": "2026-03-29T01:30"}));
    assert_eq!(duty(&skipped, "proforma")["due"], "2026-03-29T03:30:00+01:00", "an hour after half past two");
}

#[test]
fn amb_21_hours_run_on_through_nights_weekends_and_clock_changes() {
    let ended = |at: &str| falls_due(json!({"area": "county-durham", "meetingEndedAt": at, "decisionAt": at}));
    for (at, after_an_hour, after_a_day) in [
        ("2026-03-06T16:59:00+00:00", "2026-03-06T17:59:00+00:00", "2026-03-07T16:59:00+00:00"),
        ("2026-10-24T12:00:00+01:00", "2026-10-24T13:00:00+01:00", "2026-10-25T11:00:00+00:00"),
        ("2026-03-28T23:30:00+00:00", "2026-03-29T00:30:00+00:00", "2026-03-30T00:30:00+01:00"),
    ] {
        let decision = ended(at);
        assert_eq!(duty(&decision, "proforma")["due"], after_an_hour);
        assert_eq!(duty(&decision, "decisions")["due"], after_a_day);
    }
}

#[test]
fn amb_22_minutes_count_from_the_meetings_end_or_else_its_start() {
    let ended = falls_due(json!({"area": "county-durham", "meetingStart": "2026-03-05T22:00", "meetingEndedAt": "2026-03-06T00:30"}));
    let only_ended = falls_due(json!({"area": "county-durham", "meetingEndedAt": "2026-03-06T00:30"}));
    for decision in [&ended, &only_ended] {
        assert_eq!(duty(decision, "minutes")["dueBy"], "2026-03-11");
        assert_eq!(duty(decision, "minutes")["rules"], json!(["CD-16c"]));
        let is_start = |id: &String| id == "CD-16c/start";
        assert_eq!(ids(decision, "because").iter().filter(|id| is_start(id)).count(), 0);
        assert_eq!(ids(decision, "setAside").iter().filter(|id| is_start(id)).count(), 1);
    }
    let weeks_later = falls_due(json!({"area": "county-durham", "meetingStart": "2026-03-05T10:00", "meetingEndedAt": "2026-04-06T10:00"}));
    assert_eq!(duty(&weeks_later, "minutes")["dueBy"], "2026-03-10", "no meeting lasts for weeks: the earlier is kept");
    let only_started = falls_due(json!({"area": "county-durham", "meetingStart": "2026-03-05T10:00"}));
    assert_eq!(duty(&only_started, "minutes")["dueBy"], "2026-03-10");
}

#[test]
fn amb_23_the_hour_is_a_limit_and_never_a_floor() {
    let asked = |risk: Value, more: Value| {
        let mut facts = json!({"area": "county-durham", "spocRequestAt": "2026-03-03T09:00", "immediateRisk": risk});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        duty(&falls_due(facts), "spoc-response").clone()
    };
    let response = |risk: Value, more: Value| asked(risk, more)["due"].clone();
    assert_eq!(response(json!("highest"), json!({})), "2026-03-03T10:00:00+00:00");
    assert_eq!(response(json!("unknown"), json!({})), "2026-03-03T10:00:00+00:00");
    assert_eq!(asked(json!("unknown"), json!({}))["provisional"], true);
    assert_eq!(response(json!("medium"), json!({})), "2026-03-05T09:00:00+00:00");
    assert_eq!(response(json!("medium"), json!({"proforma": {"returnBy": "2026-03-04T12:00"}})), "2026-03-04T12:00:00+00:00");
    assert_eq!(response(json!("medium"), json!({"meetingStart": "2026-03-03T13:00"})), "2026-03-03T13:00:00+00:00");
    let window = asked(json!("medium"), json!({}))["window"].clone();
    assert_eq!(window, json!({"earliest": "within 1 hour", "latest": "within 48 hours"}));
    let fast = asked(json!("medium"), json!({"done": {"spoc-response": {"at": "2026-03-03T09:05"}}}));
    assert_eq!(fast["onTime"], true, "faster is always allowed");
}
