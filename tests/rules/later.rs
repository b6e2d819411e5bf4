//! Nothing is later in silence, and some things are never later.

use crate::common::{CONCERNS, Dice, add, ask, ids, rulebook, shown, sound_pack};
use safeguarding_rules::Rulebook;
use serde_json::{Value, json};

fn how_soon(facts: &Value, more: Value, rulebook: &Rulebook) -> Value {
    let mut asked = json!({"area": "generic", "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-03T10:00"});
    for given in [facts, &more] {
        asked.as_object_mut().unwrap().extend(given.as_object().unwrap().clone());
    }
    ask("classify-concern", &asked, rulebook).unwrap()
}

fn due(decision: &Value) -> &str {
    decision["answer"]["dueBy"].as_str().unwrap()
}

fn asked(decision: &Value) -> Vec<&str> {
    decision["ask"].as_array().unwrap().iter().map(|ask| ask["path"].as_str().unwrap()).collect()
}

#[test]
fn an_attestation_says_neither_that_no_evidence_is_lost_nor_that_nobody_is_at_serious_risk() {
    let both = ["concerns.seriousRisk", "concerns.forensicEvidenceRequired"];
    for alleged in [json!({"concerns": {"penetrativeSexualAbuse": true}}), json!({"concernTypes": ["penetrative-sexual-abuse"]})] {
        let decision = how_soon(&alleged, json!({"othersConsidered": true}), &rulebook());
        assert_eq!((due(&decision), asked(&decision)), ("2026-03-03", both.to_vec()), "{alleged}");
        let answered = json!({"othersConsidered": true, "concerns": {"penetrativeSexualAbuse": true, "seriousRisk": false, "forensicEvidenceRequired": false}});
        assert_eq!(due(&how_soon(&alleged, answered, &rulebook())), "2026-03-05");
    }
    let children =
        json!({"othersConsidered": true, "children": [{"ref": "A"}, {"ref": "B", "concernTypes": ["penetrative-sexual-abuse"]}]});
    let decision = how_soon(&json!({}), children, &rulebook());
    let of_each: Vec<&str> =
        decision["answer"]["perChild"].as_array().unwrap().iter().map(|child| child["dueBy"].as_str().unwrap()).collect();
    assert_eq!(of_each, ["2026-03-05", "2026-03-03"]);
    assert_eq!(asked(&decision), ["children[1].concerns.seriousRisk", "children[1].concerns.forensicEvidenceRequired"]);
    let unknown = how_soon(&json!({"concerns": {"penetrativeSexualAbuse": "unknown"}}), json!({"othersConsidered": true}), &rulebook());
    assert_eq!(due(&unknown), "2026-03-03", "what nobody knows is no reason to wait");
}

/// A partnership that lengthens the usual time for a reason of its own, as a pack's author may declare.
fn busy() -> Rulebook {
    let mut pack = sound_pack();
    let longer = json!({"when": ["grave"], "hold": "within 9 working days", "from": "concerns identified", "lengthens": "TR-T0"});
    pack["classify_concern"].as_array_mut().unwrap().clear();
    add(&mut pack, "classify_concern", "T-9", longer);
    pack["fact"].as_object_mut().unwrap().remove("worry");
    pack.as_object_mut().unwrap().remove("concern_type");
    pack["example"] = json!([]);
    shown(
        &mut pack,
        "T-9",
        json!({"concerns": {"grave": true}, "complex_reason": "Several families"}),
        json!({"concerns": {"grave": false}}),
    );
    rulebook().with(&pack.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

#[test]
fn penetrative_sexual_abuse_is_never_put_off_whatever_else_is_complex() {
    let (guide, busy) = (rulebook(), busy());
    let mut dice = Dice(7);
    for _ in 0..500 {
        let mut concerns = json!({});
        for name in CONCERNS {
            concerns[name] = [json!(true), json!(false), json!("unknown")][dice.throw(3)].clone();
        }
        concerns["penetrativeSexualAbuse"] = json!(true);
        let facts = json!({"concerns": concerns, "complexReason": "organised-abuse", "othersConsidered": dice.throw(2) == 0});
        let decision = how_soon(&facts, json!({}), &guide);
        assert!(due(&decision) <= "2026-03-05", "{facts}");
        let mut there = facts.clone();
        there["area"] = json!("testshire");
        there["concerns"]["grave"] = json!(true);
        assert!(due(&how_soon(&there, json!({}), &busy)) <= "2026-03-05", "{there}");
    }
    let complex = json!({"concerns": {"particularlyComplex": true}, "complexReason": "organised-abuse", "othersConsidered": true});
    assert_eq!(due(&how_soon(&complex, json!({}), &guide)), "2026-03-09");
    let mut alleged = complex.clone();
    for (name, truth) in [("penetrativeSexualAbuse", true), ("seriousRisk", false), ("forensicEvidenceRequired", false)] {
        alleged["concerns"][name] = json!(truth);
    }
    let decision = how_soon(&alleged, json!({}), &guide);
    assert_eq!((due(&decision), ids(&decision, "setAside")), ("2026-03-05", vec!["TR-T2a".to_owned(), "TR-T4a".to_owned()]));
}

/// A pack whose rule would leave a case of the same day later.
fn putting_off(own: Value) -> Value {
    let mut pack = sound_pack();
    add(&mut pack, "classify_concern", "T-3", own);
    pack
}

#[test]
fn no_pack_puts_off_the_same_day_whatever_its_reason() {
    let longer = |more: Value| {
        let mut own = json!({"when": ["serious_risk"], "hold": "within 1 working day", "from": "referral received"});
        own.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        putting_off(own)
    };
    let replacing = json!({"instead_of": ["TR-T1a"], "weaker_because": "We are busy."});
    let narrower = json!({"when": ["serious_risk", "grave"], "hold": "on the same day", "from": "referral received", "instead_of": ["TR-T1a"], "weaker_because": "Few cases are."});
    for (pack, path) in [
        (longer(replacing), "classify_concern.T-3.instead_of"),
        (longer(json!({"lengthens": "TR-T1a"})), "classify_concern.T-3.lengthens"),
        (longer(json!({"lengthens": "T-2"})), "classify_concern.T-3.lengthens"),
        (longer(json!({"lengthens": "TR-T2/most"})), "classify_concern.T-3.lengthens"),
        (putting_off(narrower), "classify_concern.T-3.instead_of"),
    ] {
        let refusal = rulebook().with(&pack.to_string()).unwrap_err();
        assert_eq!((refusal.path(), refusal.code().to_string().as_str()), (path, "bad-pack"), "{refusal}");
    }
}

#[test]
fn what_was_sealed_elsewhere_puts_off_the_same_day_no_more() {
    let beneath = |hold: &str| {
        let mut pack = sound_pack();
        pack["document"]["id"] = json!("beneath");
        pack["document"]["title"] = json!("Beneath");
        pack["document"].as_object_mut().unwrap().remove("area");
        pack["document"].as_object_mut().unwrap().remove("area_label");
        pack["classify_concern"][1]["hold"] = json!(hold);
        pack["example"][1]["answer"] = json!({});
        rulebook().with(&pack.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"))
    };
    let mut above = sound_pack();
    above["document"]["stands_on"] = json!(["beneath"]);
    above["classify_concern"] = json!([]);
    above.as_object_mut().unwrap().remove("concern_type");
    above["example"] = json!([]);
    above["fact"] = json!({"busy": {"asks": "Is it busy?", "path": "concerns.busy"}});
    add(
        &mut above,
        "classify_concern",
        "T-9",
        json!({"when": ["grave", "busy"], "hold": "within 3 working days", "from": "concerns identified", "lengthens": "T-2"}),
    );
    let busy = json!({"concerns": {"grave": true, "busy": true}, "complex_reason": "Several families"});
    shown(&mut above, "T-9", busy, json!({"concerns": {"grave": true, "busy": false}}));
    let sealed = beneath("within 1 working day").seal(&above.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"));
    assert!(beneath("within 1 working day").with_sealed(&sealed).is_ok());
    let refusal = beneath("on the same day").with_sealed(&sealed).unwrap_err();
    assert_eq!((refusal.path(), refusal.code().to_string().as_str()), ("classify_concern.T-9.lengthens", "bad-pack"));
}

/// What people type to get past a field.
const NOTHING: [&str; 14] =
    ["", " ", ".", "-", "n/a", "N.A.", "tbc", "To be confirmed", "unknown", "no", "none", "x", "?", "not known yet"];

fn with_earlier(previous: Value, more: Value) -> Value {
    let mut facts = json!({"othersConsidered": true, "previousResult": previous});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    how_soon(&facts, json!({}), &rulebook())
}

#[test]
fn an_earlier_moment_holds_until_somebody_says_who_and_why() {
    let noon = with_earlier(json!({"dueBy": "2026-03-05T12:00"}), json!({}));
    let told = |decision: &Value| ["dueInstant", "wouldBeInstant"].map(|field| decision["answer"][field].clone());
    assert_eq!(told(&noon), [json!("2026-03-05T12:00:00+00:00"), json!("2026-03-05T23:59:59+00:00")]);
    assert_eq!(noon["answer"]["wouldBe"], "2026-03-05");
    let heading = |decision: &Value| decision["answer"]["heading"].as_str().unwrap().to_owned();
    assert!(heading(&noon).contains("Thursday 5 March 2026 at 12:00"), "{}", heading(&noon));
    let at = |previous: Value, now: &str| with_earlier(previous, json!({"now": now}));
    let (before, passed) =
        (at(json!({"dueBy": "2026-03-05T12:00"}), "2026-03-05T11:00"), at(json!({"dueBy": "2026-03-05T12:00"}), "2026-03-05T15:00"));
    assert_eq!(before["answer"]["overdue"], json!([]));
    assert_eq!(before["answer"]["nextLimit"]["dueInstant"], "2026-03-05T12:00:00+00:00");
    assert!(heading(&before).contains("today, by Thursday 5 March 2026 at 12:00"), "{}", heading(&before));
    assert_eq!(passed["answer"]["overdue"][0]["dueInstant"], "2026-03-05T12:00:00+00:00");
    assert!(heading(&passed).contains("now. The time ended on Thursday 5 March 2026 at 12:00"), "{}", heading(&passed));
    let by_day = at(json!({"dueBy": "2026-03-04"}), "2026-03-05T09:00");
    assert_eq!((&by_day["answer"]["overdue"][0]["dueBy"], heading(&by_day).contains(" at ")), (&json!("2026-03-04"), false));
    let same = with_earlier(json!({"dueBy": "2026-03-05"}), json!({}));
    assert_eq!(told(&same), [json!("2026-03-05T23:59:59+00:00"), Value::Null], "that day is that day");
    let agreed =
        |role: &str, reason: &str| with_earlier(json!({"dueBy": "2026-03-03"}), json!({"lengthening": {"role": role, "reason": reason}}));
    for nothing in NOTHING {
        assert_eq!(due(&agreed(nothing, "The injury had another cause")), "2026-03-03", "{nothing}");
        assert_eq!(due(&agreed("team manager", nothing)), "2026-03-03", "{nothing}");
    }
    assert_eq!(due(&with_earlier(json!({"dueBy": "2026-03-03"}), json!({"lengthening": {"role": "team manager"}}))), "2026-03-03");
    assert_eq!(due(&agreed("team manager", "The injury had another cause")), "2026-03-05");
}

#[test]
fn an_earlier_timescale_holds_without_a_date() {
    let held = with_earlier(json!({"timescale": "same-day"}), json!({}));
    assert_eq!((due(&held), held["answer"]["timescale"].as_str()), ("2026-03-03", Some("same-day")), "the day of the referral");
    assert_eq!(held["answer"]["wouldBe"], "2026-03-05");
    assert_eq!(due(&with_earlier(json!({"timescale": "2-working-days"}), json!({}))), "2026-03-04", "of which no rule speaks today");
    assert_eq!(due(&with_earlier(json!({"timescale": "same-day", "settled": false}), json!({}))), "2026-03-05");
    assert_eq!(due(&with_earlier(json!({"timescale": "5-working-days"}), json!({}))), "2026-03-05");
    let undated = json!({"area": "generic", "othersConsidered": true, "previousResult": {"timescale": "same-day"}});
    let undated = ask("classify-concern", &undated, &rulebook()).unwrap();
    assert_eq!(undated["answer"]["timescale"], "same-day");
}

#[test]
fn an_earlier_answer_rests_on_its_own_rule_and_aims_by_its_own_day() {
    let complex = json!({"concerns": {"particularlyComplex": true}, "complexReason": "Several families", "othersConsidered": true});
    for previous in [json!({"timescale": "3-working-days"}), json!({"timescale": "3-working-days", "dueBy": "2026-03-05"})] {
        let held = with_earlier(previous.clone(), complex.clone());
        assert_eq!((due(&held), &held["answer"]["wouldBe"]), ("2026-03-05", &json!("2026-03-09")), "{previous}");
        assert_eq!((ids(&held, "because"), ids(&held, "setAside")[0].as_str()), (vec!["TR-T0".to_owned()], "TR-T4a"), "{previous}");
        let plain = with_earlier(json!({}), json!({"othersConsidered": true}));
        assert_eq!(held["answer"]["aimBy"], plain["answer"]["aimBy"], "{previous}");
    }
    // Its own last day lies after the one that its timescale gives: the sooner holds, and it is asked.
    for (timescale, said, sooner) in [("3-working-days", "2026-03-07", "2026-03-06"), ("same-day", "2026-12-30", "2026-03-03")] {
        let both = with_earlier(json!({"timescale": timescale, "dueBy": said}), complex.clone());
        let is_told = both["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == "facts-contradict");
        let is_asked = both["ask"].as_array().unwrap().iter().any(|ask| ask["path"] == "previousResult.dueBy");
        assert_eq!((due(&both), is_told, is_asked, &both["settled"]), (sooner, true, true, &json!(false)), "{timescale}");
    }
    let one = with_earlier(json!({"timescale": "same-day", "dueBy": "2026-03-02"}), complex);
    assert!(!one["cautions"].to_string().contains("facts-contradict"));
}

#[test]
fn what_says_nothing_lengthens_no_time() {
    let complex = |reason: &str| {
        let facts = json!({"concerns": {"particularlyComplex": true}, "othersConsidered": true, "complexReason": reason});
        how_soon(&facts, json!({}), &rulebook())
    };
    for nothing in NOTHING {
        let decision = complex(nothing);
        let is_told = decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == "complex-needs-reason");
        assert_eq!((due(&decision), is_told), ("2026-03-05", true), "{nothing}");
        let planned =
            json!({"planned": {"at": "2026-03-12", "reason": "information-awaited", "decidedBy": nothing}, "othersConsidered": true});
        assert_eq!(how_soon(&planned, json!({}), &rulebook())["answer"]["planned"]["missing"], json!(["decidedBy"]), "{nothing}");
        let record = json!({"area": "generic", "familyInformed": false, "reasonNotInformed": nothing, "decidedBy": nothing});
        let missing = &ask("record-consent-basis", &record, &rulebook()).unwrap()["answer"]["record"]["missing"];
        for field in ["reasonNotInformed", "decidedBy"] {
            assert!(missing.as_array().unwrap().contains(&json!(field)), "{nothing}: {missing}");
        }
    }
    assert_eq!(due(&complex("Several families")), "2026-03-09");
}

#[test]
fn a_reason_that_only_says_the_fact_again_and_a_role_that_is_nobodys_lengthen_nothing() {
    let complex = |reason: &str| json!({"concerns": {"particularlyComplex": true}, "othersConsidered": true, "complexReason": reason});
    for reason in ["see file", "complex", "it is complex", "particularly complex", "because it is", "per TM", "agreed"] {
        assert_eq!(due(&how_soon(&complex(reason), json!({}), &rulebook())), "2026-03-05", "{reason}");
        let record = json!({"area": "northamptonshire", "consentSought": false, "reasoningNotSought": reason, "informationShared": "stuff", "purpose": "things"});
        let missing = &ask("record-consent-basis", &record, &rulebook()).unwrap()["answer"]["record"]["missing"];
        assert!(missing.as_array().unwrap().contains(&json!("reasoningNotSought")), "{reason}: {missing}");
        assert!(missing.as_array().unwrap().contains(&json!("informationShared")), "{missing}");
    }
    let earlier = |role: &str, reason: &str| {
        let previous = json!({"timescale": "1-working-day", "dueBy": "2026-03-04"});
        with_earlier(previous, json!({"lengthening": {"role": role, "reason": reason}}))
    };
    let released = earlier("Team manager", "The injury had another cause");
    for (role, reason) in [("Team manager", "because"), ("Team manager", "per TM"), ("Team manager", "see file")]
        .into_iter()
        .chain(["staff", "the team", "system", "admin"].map(|role| (role, "The injury had another cause")))
    {
        let held = earlier(role, reason);
        assert_eq!(due(&held), "2026-03-04", "{role}: {reason}");
        assert!(due(&held) < due(&released));
    }
}

/// A rule in the place of the guide's minimum for a strategy meeting.
fn minimum_of(people: &[&str], more: Value) -> Value {
    let mut pack = sound_pack();
    let mut own = json!({"meeting": ["strategy", "s47"], "required": people, "minimum": true, "instead_of": ["TR-S2"], "weaker_because": "Each is asked by telephone afterwards."});
    own.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    add(&mut pack, "list_attendees", "T-9", own);
    pack
}

#[test]
fn no_reason_lets_anybody_of_the_minimum_go_and_an_empty_one_weakens_nothing() {
    let all = ["childrens-social-care", "police", "health"];
    let without = |agency: &str| all.into_iter().filter(|other| *other != agency).collect::<Vec<_>>();
    let lowered = all.map(|agency| minimum_of(&without(agency), json!({})));
    let narrower = [
        json!({"minimum": false}),
        json!({"force": "may"}),
        json!({"when": ["grave"]}),
        json!({"meeting": ["strategy"]}),
        json!({"present": ["in-person", "written-return-only"]}),
    ];
    for pack in lowered.into_iter().chain(narrower.map(|more| minimum_of(&all, more))) {
        let refusal = rulebook().with(&pack.to_string()).unwrap_err();
        assert_eq!((refusal.path(), refusal.code().to_string().as_str()), ("list_attendees.T-9.instead_of", "bad-pack"), "{refusal}");
    }
    for nothing in [".", "-", "tbc", "n/a", "no", "unknown", "because", "see file"] {
        let mut pack = sound_pack();
        let own =
            json!({"hold": "within 5 working days", "from": "concerns identified", "instead_of": ["TR-T0"], "weaker_because": nothing});
        add(&mut pack, "classify_concern", "T-9", own);
        let refusal = rulebook().with(&pack.to_string()).unwrap_err();
        assert_eq!(refusal.path(), "classify_concern.T-9.weaker_because", "{nothing}: {refusal}");
    }
}

fn without_start(facts: Value) -> Value {
    let mut asked = json!({"area": "generic"});
    asked.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    ask("classify-concern", &asked, &rulebook()).unwrap()
}

#[test]
fn an_unknown_start_is_not_the_latest_one() {
    for now in ["2026-12-24T16:59", "2026-03-06T23:50", "2026-03-29T01:30", "2026-10-25T01:30", "2028-02-29T12:00", "2026-12-25"] {
        let facts = json!({"now": now, "othersConsidered": true, "children": [{"ref": "A"}, {"ref": "B", "concerns": {"immediateActionRequired": true}}]});
        let decision = without_start(facts);
        let (answer, today) = (&decision["answer"], &now[..10]);
        for field in ["dueBy", "aimBy", "jointDueBy"] {
            assert_eq!(answer[field], today, "{field}");
        }
        assert_eq!((&answer["nextLimit"]["dueBy"], &answer["perChild"][0]["dueBy"]), (&json!(today), &json!(today)));
        assert_eq!((&decision["settled"], asked(&decision)), (&json!(false), vec!["concernsIdentifiedAt"]));
        assert!(answer["heading"].as_str().unwrap().contains("today"), "{}", answer["heading"]);
        assert_eq!(answer["overdue"], json!([]));
    }
    let plain = without_start(json!({"now": "2026-12-24T16:59", "othersConsidered": true}));
    assert_eq!(plain["answer"]["ifRecordedToday"], json!({"timescale": "3-working-days", "dueBy": "2026-12-31"}));
    let advice = plain["answer"]["advice"].as_str().unwrap();
    assert!(advice.contains("plan for today") && advice.ends_with("within 3 working days, by Thursday 31 December 2026."), "{advice}");
    let undated = without_start(json!({"othersConsidered": true}));
    assert_eq!((&undated["answer"]["dueBy"], &undated["settled"]), (&Value::Null, &json!(false)));
    assert!(undated["answer"]["heading"].as_str().unwrap().contains("today"), "{}", undated["answer"]["heading"]);
    let begun = without_start(json!({"now": "2026-03-05T09:00", "referralReceivedAt": "2026-03-03", "othersConsidered": true}));
    assert_eq!((due(&begun), &begun["answer"]["ifRecordedToday"]), ("2026-03-06", &Value::Null));
}

/// A partnership whose times all hang on a fact.
fn conditional() -> Rulebook {
    let mut pack = sound_pack();
    pack["document"]["stands_on"] = json!([]);
    rulebook().with(&pack.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

#[test]
fn times_that_all_hang_on_a_fact_are_no_word_that_there_is_no_limit() {
    let rulebook = conditional();
    let decided = |facts: Value| how_soon(&json!({"area": "testshire"}), facts, &rulebook);
    let open = decided(json!({}));
    assert_eq!((due(&open), &open["settled"]), ("2026-03-02", &json!(false)));
    assert_eq!(asked(&open), ["concerns.grave", "concerns.worry"]);
    assert!(open["answer"]["advice"].as_str().unwrap().ends_with("these documents give no time limit."), "{}", open["answer"]["advice"]);
    let half = decided(json!({"concerns": {"grave": false}}));
    assert_eq!((due(&half), asked(&half)), ("2026-03-04", vec!["concerns.worry"]));
    let neither = decided(json!({"othersConsidered": true}));
    assert_eq!((&neither["answer"]["dueBy"], &neither["settled"]), (&Value::Null, &json!(true)));
    let children = decided(json!({"othersConsidered": true, "children": [{"ref": "A"}, {"ref": "B", "concerns": {"grave": true}}]}));
    assert_eq!((due(&children), &children["answer"]["perChild"][0]["dueBy"]), ("2026-03-02", &Value::Null));
    assert_eq!(children["answer"]["perChild"][1]["dueBy"], "2026-03-02");
}

fn falls_due(facts: Value) -> Value {
    let mut asked = json!({"area": "county-durham"});
    asked.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    ask("list-deadlines", &asked, &rulebook()).unwrap()
}

fn duty<'d>(decision: &'d Value, name: &str) -> &'d Value {
    let deadlines = decision["answer"]["deadlines"].as_array().unwrap();
    deadlines.iter().find(|deadline| deadline["duty"] == name).unwrap_or_else(|| panic!("{name}"))
}

#[test]
fn a_deadline_holds_by_the_hour_until_somebody_says_who_and_why() {
    let asked = |previous: Value, more: Value| {
        let mut facts = json!({"spocRequestAt": "2026-03-03T09:00", "immediateRisk": "medium", "previous": previous});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        falls_due(facts)
    };
    let ten = json!([{"duty": "spoc-response", "due": "2026-03-03T10:00"}]);
    let held = asked(ten.clone(), json!({"now": "2026-03-03T11:00"}));
    let response = duty(&held, "spoc-response");
    assert_eq!((&response["due"], &response["wouldBe"]), (&json!("2026-03-03T10:00:00+00:00"), &json!("2026-03-05T09:00:00+00:00")));
    assert_eq!(response["overdue"], true, "what holds can be overdue");
    let moved = &held["answer"]["moved"][0];
    assert_eq!((&moved["toInstant"], &moved["holds"]), (&json!("2026-03-05T09:00:00+00:00"), &json!(true)));
    for nothing in NOTHING {
        for lengthening in [json!({"role": nothing, "reason": "A new risk assessment"}), json!({"role": "chair", "reason": nothing})] {
            let decision = asked(ten.clone(), json!({"lengthening": lengthening}));
            assert_eq!(duty(&decision, "spoc-response")["due"], "2026-03-03T10:00:00+00:00", "{lengthening}");
        }
    }
    let agreed = asked(ten, json!({"lengthening": {"role": "chair", "reason": "A new risk assessment"}}));
    let response = duty(&agreed, "spoc-response");
    assert_eq!((&response["due"], &response["wouldBe"]), (&json!("2026-03-05T09:00:00+00:00"), &Value::Null));
    assert_eq!((&agreed["answer"]["moved"][0]["later"], &agreed["answer"]["moved"][0]["holds"]), (&json!(true), &json!(false)));
    let same_day = asked(json!([{"duty": "spoc-response", "due": "2026-03-05T08:00"}]), json!({}));
    assert_eq!(duty(&same_day, "spoc-response")["due"], "2026-03-05T08:00:00+00:00", "an hour later is later");
    let by_day = asked(json!([{"duty": "spoc-response", "due": "2026-03-05"}]), json!({}));
    assert_eq!((&duty(&by_day, "spoc-response")["due"], &by_day["answer"]["moved"]), (&json!("2026-03-05T09:00:00+00:00"), &json!([])));
    let gone = asked(json!([{"duty": "minutes", "due": "2026-03-10"}]), json!({}));
    assert_eq!((&duty(&gone, "minutes")["dueBy"], &gone["answer"]["moved"][0]["to"]), (&json!("2026-03-10"), &Value::Null));
}

#[test]
fn a_declared_moment_that_is_none_is_refused_as_a_date() {
    for (question, facts) in [
        ("list-deadlines", json!({"area": "county-durham", "decisionAt": "2026-02-30"})),
        ("list-deadlines", json!({"area": "generic", "national": true, "policeProtectionAt": "yesterday"})),
        ("make-checklist", json!({"area": "county-durham", "meetingType": "strategy", "meetingEndedAt": "10/03/2026"})),
    ] {
        assert_eq!(ask(question, &facts, &rulebook()).unwrap_err().code().to_string(), "bad-date", "{facts}");
    }
}

/// A concern that was recorded on the Friday before the spring holiday of 2028, and what is proclaimed since.
fn before_the_holiday(holidays: Value) -> Value {
    let facts = json!({"area": "generic", "othersConsidered": true, "concernsIdentifiedAt": "2028-05-26T10:00", "bankHolidays": holidays});
    ask("classify-concern", &facts, &rulebook()).unwrap()
}

#[test]
fn a_bank_holiday_that_is_moved_counts_where_it_is_kept() {
    let moved = before_the_holiday(json!([{"date": "2028-06-01", "replaces": "2028-05-29", "title": "Spring bank holiday"}]));
    assert_eq!((due(&moved), moved["answer"]["withoutAddedHolidays"].as_str()), ("2028-05-31", Some("2028-06-01")));
    assert!(moved["answer"]["aimBy"].as_str().unwrap() <= due(&moved));
    let added = before_the_holiday(json!([{"date": "2028-05-30"}]));
    assert_eq!((due(&added), added["answer"]["withoutAddedHolidays"].as_str()), ("2028-06-02", Some("2028-06-01")));
    assert_eq!(added["answer"]["aimBy"], before_the_holiday(Value::Null)["answer"]["aimBy"], "the aim never counts it");
    assert_eq!(before_the_holiday(Value::Null)["answer"]["withoutAddedHolidays"], Value::Null);
    let minutes = |holidays: Value| {
        let facts = json!({"meetingEndedAt": "2028-05-26T10:00", "duty": "minutes", "bankHolidays": holidays});
        let told = falls_due(facts);
        ["dueBy", "withoutAddedHolidays", "aimBy"].map(|field| duty(&told, "minutes")[field].clone())
    };
    assert_eq!(
        minutes(json!([{"date": "2028-06-01", "replaces": "2028-05-29"}])),
        [json!("2028-05-31"), json!("2028-06-01"), json!("2028-05-31")]
    );
    assert_eq!(minutes(json!([{"date": "2028-05-30"}])), [json!("2028-06-02"), json!("2028-06-01"), json!("2028-06-01")]);
}

#[test]
fn more_than_government_proclaims_is_refused_in_every_question_that_takes_holidays() {
    let closure = json!([{"date": "2026-03-10"}, {"date": "2026-06-10"}, {"date": "2026-09-10"}]);
    let moves = json!([{"date": "2026-06-01", "replaces": "2026-05-25"}, {"date": "2026-05-29", "replaces": "2026-05-04"}]);
    let months_away = json!([{"date": "2026-11-12", "replaces": "2026-05-25"}]);
    let no_holiday = json!([{"date": "2026-06-01", "replaces": "2026-05-26"}]);
    let refused = [
        (closure, "bankHolidays[2]", "bad-input"),
        (moves, "bankHolidays[1]", "bad-input"),
        (no_holiday, "bankHolidays[0].replaces", "bad-date"),
        (months_away, "bankHolidays[0].replaces", "bad-date"),
        (json!([{"date": "2026-06-23", "replaces": "2026-05-25"}]), "bankHolidays[0].replaces", "bad-date"),
        (json!([{"date": "2026-02-30"}]), "bankHolidays[0].date", "bad-date"),
        // A title that is an office's own, one day beside another, and four at the turn of a year.
        (json!([{"date": "2026-12-29", "title": "Council office closed"}]), "bankHolidays[0].title", "bad-input"),
        (json!([{"date": "2026-12-30", "title": "Staff training day"}]), "bankHolidays[0].title", "bad-input"),
        (json!([{"date": "2026-06-01", "replaces": "2026-05-25", "title": "INSET day"}]), "bankHolidays[0].title", "bad-input"),
        (json!([{"date": "2026-12-29"}, {"date": "2026-12-30"}]), "bankHolidays[1]", "bad-input"),
        (json!([{"date": "2026-12-30"}, {"date": "2027-01-05"}]), "bankHolidays[1]", "bad-input"),
    ];
    // Two a year, a move beside them, and what changes no day.
    let taken = json!([
        {"date": "2026-06-02", "title": "Bank holiday for the coronation"}, {"date": "2026-09-21"},
        {"date": "2026-06-01", "replaces": "2026-05-25"}, {"date": "2026-12-25"}, {"date": "2026-06-06"}, {"date": "2026-06-02"},
        {"date": "2027-06-03"}, {"date": "2027-09-03"}, {"date": "2032-12-27", "title": "Christmas Day (substitute day)"},
        {"date": "2032-12-28", "title": "Boxing Day (substitute day)"},
    ]);
    for question in ["classify-concern", "list-deadlines", "resolve-disagreement", "report-quarter"] {
        let with = |holidays: &Value| ask(question, &json!({"area": "county-durham", "bankHolidays": holidays}), &rulebook());
        for (holidays, path, code) in &refused {
            let refusal = with(holidays).unwrap_err();
            assert_eq!((refusal.path(), refusal.code().to_string().as_str()), (*path, *code), "{question}: {refusal}");
        }
        assert!(with(&taken).is_ok(), "{question}: {:?}", with(&taken).unwrap_err());
        assert!(with(&json!([{"date": "2026-06-22", "replaces": "2026-05-25"}])).is_ok(), "{question}");
    }
}

#[test]
fn an_emergency_protection_order_ends_at_the_hour_of_the_order() {
    for (made, ends, extended) in [
        ("2026-03-24T15:00", "2026-04-01T15:00:00+01:00", "2026-03-31T15:00:00+01:00"),
        ("2026-10-20T15:00", "2026-10-28T15:00:00+00:00", "2026-10-27T15:00:00+00:00"),
        ("2026-12-24T23:50", "2027-01-01T23:50:00+00:00", "2026-12-31T23:50:00+00:00"),
        ("2028-02-22T09:00", "2028-03-01T09:00:00+00:00", "2028-02-29T09:00:00+00:00"),
    ] {
        let facts =
            json!({"area": "generic", "national": true, "emergencyProtectionOrderAt": made, "emergencyProtectionExtendedFrom": made});
        let decision = ask("list-deadlines", &facts, &rulebook()).unwrap();
        assert_eq!(duty(&decision, "emergency-protection-order-ends")["due"], ends);
        assert_eq!(duty(&decision, "extended-emergency-protection-ends")["due"], extended);
    }
    let held = ask("list-deadlines", &json!({"area": "generic", "national": true, "policeProtectionAt": "2026-03-27T15:00"}), &rulebook())
        .unwrap();
    assert_eq!(duty(&held, "police-protection-ends")["due"], "2026-03-30T16:00:00+01:00", "72 elapsed hours");
}

fn says(decision: &Value, code: &str) -> bool {
    decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == code)
}

#[test]
fn an_answer_long_after_its_documents_were_checked_says_so() {
    let aged = |facts: Value| says(&without_start(facts), "document-checked-long-ago");
    assert!(aged(json!({"now": "2027-11-22T09:00"})) && aged(json!({"asOf": "2027-11-22"})));
    assert!(!aged(json!({"now": "2027-11-21T23:50"})) && !aged(json!({"asOf": "2020-03-02"})) && !aged(json!({})));
    for question in ["list-deadlines", "make-checklist", "choose-meeting", "record-consent-basis", "resolve-disagreement", "report-quarter"]
    {
        let facts = json!({"area": "county-durham", "asOf": "2028-02-29"});
        assert!(says(&ask(question, &facts, &rulebook()).unwrap(), "document-checked-long-ago"), "{question}");
    }
    let of_2020 = |day: &str| {
        let facts = json!({"area": "northamptonshire", "meetingType": "mdt-countywide", "list": "discussion", "asOf": day});
        let decision = ask("make-checklist", &facts, &rulebook()).unwrap();
        // What was written of distancing stands as a principle, and is owed by nobody.
        let owed = decision["answer"]["missing"].as_array().unwrap().contains(&json!("feelings-about-isolation"));
        (says(&decision, "written-for-2020"), owed)
    };
    assert_eq!([of_2020("2020-10-01"), of_2020("2026-11-28")], [(false, false), (true, false)]);
}

#[test]
fn what_a_partnership_weakens_stands_in_the_answer_from_what_to_what_and_why() {
    let mut pack = sound_pack();
    pack["fact"] = json!({});
    pack.as_object_mut().unwrap().remove("concern_type");
    pack["classify_concern"] = json!([]);
    let reason = "Children of many families give evidence on video.";
    let longer = json!({"hold": "within 4 working days", "from": "concerns identified", "instead_of": ["TR-T0"], "weaker_because": reason});
    add(&mut pack, "classify_concern", "T-4", longer);
    pack["example"] = json!([]);
    shown(&mut pack, "T-4", json!({}), json!({"concerns": {"serious_risk": true}, "as_of": "2026-11-21", "area": "generic"}));
    let there = rulebook().with(&pack.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"));
    let decision = how_soon(&json!({"area": "testshire", "othersConsidered": true}), json!({}), &there);
    let weakened = decision["setAside"].as_array().unwrap().iter().find(|rule| rule["id"] == "TR-T0").unwrap();
    let told = weakened["reason"].as_str().unwrap();
    assert_eq!(due(&decision), "2026-03-06");
    for part in ["T-4", "within 3 working days", "within 4 working days", reason] {
        assert!(told.contains(part), "{told}");
    }
}

#[test]
fn of_several_editions_the_day_chooses_in_every_layer() {
    let edition = |since: Option<&str>, until: Option<&str>, hold: &str| {
        let mut pack = sound_pack();
        let document = pack["document"].as_object_mut().unwrap();
        document.remove("area");
        document.remove("area_label");
        document.extend(json!({"national": true, "version": hold}).as_object().unwrap().clone());
        for (field, day) in [("since", since), ("until", until)] {
            day.map(|day| document.insert(field.to_owned(), json!(day)));
        }
        document["status"]["checked_on"] = json!(if until.is_some() { "2026-06-01" } else { "2026-11-21" });
        pack["classify_concern"][0]["hold"] = json!(hold);
        pack["example"][0]["answer"] = json!({});
        pack.to_string()
    };
    let first = edition(None, Some("2026-06-30"), "within 2 working days");
    let second = edition(Some("2026-07-01"), None, "within 1 working day");
    for order in [[&first, &second], [&second, &first]] {
        let both = order.iter().try_fold(rulebook(), |rulebook, pack| rulebook.with(pack)).unwrap_or_else(|refusal| panic!("{refusal}"));
        let on = |day: Value| {
            let facts = json!({"area": "generic", "national": true, "asOf": day, "concerns": {"worry": true}, "othersConsidered": true});
            due(&how_soon(&facts, json!({}), &both)).to_owned()
        };
        assert_eq!([on(json!("2026-05-01")), on(json!("2026-08-01")), on(Value::Null)], ["2026-03-04", "2026-03-03", "2026-03-03"]);
    }
}

#[test]
fn an_earlier_day_stands_beside_the_route_of_an_adult() {
    let earlier = json!({"previousResult": {"timescale": "same-day", "dueBy": "2026-03-02", "settled": true}, "child": {"age": 18}});
    let decision = how_soon(&earlier, json!({"concerns": {"seriousRisk": true}}), &rulebook());
    assert_eq!(due(&decision), "2026-03-02");
    assert!(decision["cautions"].to_string().contains("lengthening-requires-reason"));
    let agreed = json!({"lengthening": {"role": "Team manager", "reason": "The date of birth on file was another person's"}});
    let released = how_soon(&earlier, agreed, &rulebook());
    assert_eq!(released["answer"]["dueBy"], Value::Null);
}

/// Where an office closes before midnight, a longer time may end before the same day does.
#[test]
fn a_worry_never_moves_the_last_moment_back() {
    let times = json!({"area": "generic", "concernsIdentifiedAt": "2016-12-21T01:00", "referralReceivedAt": "2016-12-22T01:00", "closeOfDay": "12:00", "othersConsidered": true});
    let last = |more: Value| {
        let decision = how_soon(&times, more, &rulebook());
        decision["answer"]["dueInstant"].as_str().unwrap().parse::<chrono::DateTime<chrono::Utc>>().unwrap()
    };
    let usual = last(json!({}));
    for fact in CONCERNS {
        for beside in CONCERNS {
            let one = last(json!({"concerns": {(beside): true}}));
            let both = last(json!({"concerns": {(beside): true, (fact): true}}));
            assert!(both <= one && one <= usual, "{fact} beside {beside}");
        }
    }
    let of_each =
        json!({"children": [{"ref": "A", "concerns": {"seriousRisk": true}}, {"ref": "B", "concerns": {"immediateActionRequired": true}}]});
    assert!(last(of_each) <= last(json!({"concerns": {"immediateActionRequired": true}})));
}

/// A yes that was taken back gives a timescale; where no start is known it has no day, and the day that was told stays.
#[test]
fn the_day_of_an_earlier_answer_stays_where_a_yes_was_taken_back() {
    for concerns in
        [json!(null), json!({"immediateActionRequired": true}), json!({"penetrativeSexualAbuse": true}), json!({"seriousRisk": true})]
    {
        let facts = json!({"othersConsidered": true, "previousResult": {"dueBy": "2023-07-26T09:10", "concerns": concerns}});
        let decision = ask("classify-concern", &facts, &rulebook()).unwrap();
        assert_eq!(decision["answer"]["dueInstant"], "2023-07-26T09:10:00+01:00", "{facts}");
    }
}

/// An earlier answer of one agency holds back that agency's deadline, and no other's.
#[test]
fn an_earlier_deadline_of_an_agency_holds_for_that_agency_alone() {
    let facts = json!({"area": "county-durham", "duty": "spoc-response", "spocRequestAt": "2026-03-02T09:00",
        "requests": [{"agency": "police", "immediateRisk": "low"}, {"agency": "school", "immediateRisk": "low"}],
        "previous": [{"duty": "spoc-response", "agency": "police", "due": "2026-03-02T10:00"}]});
    let decision = ask("list-deadlines", &facts, &rulebook()).unwrap();
    let due = |agency: &str| {
        let deadlines = decision["answer"]["deadlines"].as_array().unwrap();
        deadlines.iter().find(|deadline| deadline["agency"] == agency).unwrap()["due"].clone()
    };
    assert_eq!((due("police"), due("school")), (json!("2026-03-02T10:00:00+00:00"), json!("2026-03-04T09:00:00+00:00")));
    let moved = decision["answer"]["moved"].as_array().unwrap();
    assert_eq!((moved.len(), &moved[0]["agency"], &moved[0]["holds"]), (1, &json!("police"), &json!(true)));
}

#[test]
fn a_plan_that_is_explained_asks_for_no_more_and_one_before_the_concern_is_told() {
    let codes = |planned: Value| -> (Vec<String>, String) {
        let facts = json!({"area": "generic", "concernTypes": ["serious-physical-injury"], "othersConsidered": true,
                           "concernsIdentifiedAt": "2026-11-27T15:40", "referralReceivedAt": "2026-11-27T16:59", "planned": planned});
        let decision = ask("classify-concern", &facts, &rulebook()).unwrap();
        let cautions = decision["cautions"].as_array().unwrap();
        (cautions.iter().map(|caution| caution["code"].as_str().unwrap().to_owned()).collect(), decision["cautions"].to_string())
    };
    let later = |more: Value| {
        let mut planned = json!({"at": "2026-11-30T10:00"});
        planned.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        planned
    };
    let explained = codes(later(json!({"reason": "essential-agency-not-available", "decidedBy": "Team manager"})));
    assert!(explained.0.contains(&"planned-later".to_owned()) && !explained.1.contains("Record who decided"));
    let unexplained = codes(later(json!({})));
    assert!(unexplained.0.contains(&"planned-later".to_owned()) && unexplained.1.contains("Record who decided"));
    assert!(codes(json!({"at": "2026-11-26T10:00"})).0.contains(&"times-out-of-order".to_owned()));
    assert!(!codes(json!({"at": "2026-11-27T17:30"})).0.contains(&"times-out-of-order".to_owned()));
}
