//! What another reader of the documents found: each as it should be, and the kind of each over all that it reaches.

use crate::common::{CONCERNS, ask, codes, rulebook};
use safeguarding_rules::Rulebook;
use serde_json::{Value, json};

const AREAS: [&str; 5] = ["generic", "hampshire", "county-durham", "northamptonshire", "bracknell-forest"];

fn answer(question: &str, mut facts: Value, further: Value, rulebook: &Rulebook) -> Value {
    facts.as_object_mut().unwrap().extend(further.as_object().unwrap().clone());
    ask(question, &facts, rulebook).unwrap_or_else(|refusal| panic!("{question} {facts}: {refusal}"))
}

fn asked(decision: &Value) -> Vec<&str> {
    decision["ask"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect()
}

/// A record that lacks nothing, of a share with somebody.
fn record(with: &str, further: Value, rulebook: &Rulebook) -> Value {
    let facts = json!({"area": "generic", "subjectRef": "S1", "informationShared": "Bruising seen on 3 May", "sharedWith": [with],
        "purpose": "safeguarding", "reasoningNotSought": "Asking would warn the person alleged to have hurt the child",
        "consentSought": false, "lawfulBasis": "public-task", "specialCategory": false, "criminalOffenceData": false,
        "decidedBy": "Team manager", "decidedAt": "2026-11-27T16:59", "controller": "local-authority", "childAtRisk": true});
    answer("record-consent-basis", facts, further, rulebook)
}

#[test]
fn nothing_that_reached_the_family_is_settled_while_nobody_answered_whether_they_may_be_a_risk() {
    let rulebook = rulebook();
    let not_told = json!({"familyInformed": false, "reasonNotInformed": "Telling the father could place the child at risk"});
    for who in ["parents", "Mum", "mam", "Mr Smith (father)", "the family", "step-dad", "carers", "grandparents"] {
        for told in [json!({"familyInformed": true}), json!({}), not_told.clone()] {
            let share = record(who, told.clone(), &rulebook);
            assert_eq!(share["settled"], false, "{who} {told}");
            assert!(["parentsPoseRisk", "fiiConcern"].iter().all(|path| asked(&share).contains(path)), "{who} {told}");
            assert!(codes(&share).contains(&"not-before-a-recorded-no"), "{who} {told}");
        }
        let cleared = json!({"familyInformed": true, "parentsPoseRisk": false, "fiiConcern": false});
        assert_eq!(record(who, cleared, &rulebook)["settled"], true, "{who}");
    }
    for who in ["Family support worker", "Family Hub", "parental mental health service", "Mother's social worker", "young carers service"] {
        let share = record(who, not_told.clone(), &rulebook);
        assert_eq!((&share["settled"], codes(&share).contains(&"shared-and-not-told")), (&json!(true), false), "{who}");
    }
    for who in ["Mum and the GP surgery", "police, father", "School nurse & parents", "Family support worker; mother"] {
        assert!(codes(&record(who, json!({}), &rulebook)).contains(&"not-before-a-recorded-no"), "{who}");
    }
    let told = record("GP", json!({"familyInformed": true}), &rulebook);
    assert!(asked(&told).contains(&"parentsPoseRisk") && codes(&told).contains(&"told-before-an-answer"));
    let nobody_of_them = record("GP", not_told, &rulebook);
    assert_eq!((&nobody_of_them["settled"], &nobody_of_them["answer"]["record"]["complete"]), (&json!(true), &json!(true)));
}

#[test]
fn a_share_with_somebody_of_the_family_that_was_not_told_is_a_contradiction_until_it_is_said_who_was_not() {
    let rulebook = rulebook();
    let share = |reason: &str| {
        let further = json!({"familyInformed": false, "reasonNotInformed": reason, "parentsPoseRisk": false, "fiiConcern": false});
        record("mother", further, &rulebook)
    };
    let contradicts = share("Telling them could place the child at risk");
    assert!(codes(&contradicts).contains(&"shared-and-not-told"));
    assert_eq!(contradicts["answer"]["record"]["missing"], json!(["familyInformed"]));
    let said = share("Telling the father could place the child at risk");
    assert!(!codes(&said).contains(&"shared-and-not-told"));
    assert_eq!(said["answer"]["record"]["complete"], true);
}

/// What tells of significant harm, whoever suspects it.
fn dangers() -> impl Iterator<Item = Value> {
    let concerns = CONCERNS.iter().filter(|name| **name != "forensicEvidenceRequired").map(|name| json!({"concerns": {*name: true}}));
    concerns.chain([json!({"genitalMutilation": true})])
}

/// What was agreed or found before.
fn found() -> impl Iterator<Item = Value> {
    ["s47ThresholdAgreed", "continuingRiskEvidence"].into_iter().map(|name| json!({name: true}))
}

#[test]
fn what_tells_of_significant_harm_outweighs_that_nobody_suspects_it_in_every_area() {
    let rulebook = rulebook();
    for area in AREAS.iter().filter(|area| **area != "bracknell-forest") {
        let facts = json!({"area": area, "reasonableCauseSignificantHarm": false});
        for danger in dangers() {
            let choice = answer("choose-meeting", facts.clone(), danger.clone(), &rulebook);
            assert_eq!((&choice["answer"]["route"], &choice["settled"]), (&json!("strategy"), &json!(false)), "{area} {danger}");
            assert!(codes(&choice).contains(&"facts-contradict"), "{area} {danger}");
            assert!(asked(&choice).contains(&"reasonableCauseSignificantHarm"), "{area} {danger}");
        }
        for found in found() {
            let choice = answer("choose-meeting", facts.clone(), found.clone(), &rulebook);
            assert_eq!(choice["settled"], false, "{area} {found}");
            assert!(asked(&choice).contains(&"reasonableCauseSignificantHarm"), "{area} {found}");
            assert!(codes(&choice).contains(&"found-beside-no-cause"), "{area} {found}");
        }
    }
}

#[test]
fn a_professionals_meeting_is_ruled_out_by_whatever_tells_of_significant_harm() {
    let rulebook = rulebook();
    let verdict = |facts: &Value, danger: &Value| {
        let choice = answer("choose-meeting", facts.clone(), danger.clone(), &rulebook);
        choice["answer"]["meetings"][0]["verdict"].clone()
    };
    let plain = json!({"area": "hampshire", "meetingType": "professionals", "noImprovedOutcomes": true});
    let with = |cause: bool| {
        let mut facts = plain.clone();
        facts["reasonableCauseSignificantHarm"] = json!(cause);
        facts
    };
    assert_eq!(verdict(&with(false), &json!({})), "may-be-held");
    for danger in dangers().chain(found()).chain([json!({"otherChildrenAtRiskNow": true})]) {
        assert_eq!(verdict(&with(false), &danger), "ruled-out", "{danger}");
        assert_eq!(verdict(&with(true), &danger), "ruled-out", "{danger}");
    }
    let unknown = answer("choose-meeting", with(false), json!({"s47ThresholdAgreed": "unknown"}), &rulebook);
    assert_eq!((&unknown["settled"], asked(&unknown).contains(&"s47ThresholdAgreed")), (&json!(false), true));
}

#[test]
fn what_was_agreed_before_a_conference_asks_for_no_further_discussion_by_itself() {
    let facts = json!({"area": "generic", "meetingType": "cp-conference", "strategyDiscussionHeld": true, "s47ThresholdAgreed": true,
        "s47Concluded": true, "continuingRiskEvidence": true});
    assert_eq!(answer("choose-meeting", facts, json!({}), &rulebook())["answer"]["route"], "cp-conference");
}

#[test]
fn a_child_in_police_protection_or_under_an_order_goes_to_a_strategy_discussion() {
    let rulebook = rulebook();
    for area in AREAS {
        for power in ["policeProtectionAt", "emergencyProtectionOrderAt"] {
            let choice = answer("choose-meeting", json!({"area": area, "national": true}), json!({power: "2026-12-01T10:00"}), &rulebook);
            let routes = choice["answer"]["routes"].as_array().unwrap().iter().map(|called| &called["route"]).collect::<Vec<_>>();
            assert!(routes.contains(&&json!("strategy")), "{area} {power}: {routes:?}");
        }
    }
}

#[test]
fn two_names_of_one_agency_are_one_agency() {
    let rulebook = rulebook();
    let pairs = [
        ("emergency-duty-team", "edt"),
        ("childrens-social-care", "childrens-services"),
        ("health", "nhs"),
        ("accident-and-emergency", "emergency-department"),
    ];
    for (one, other) in pairs {
        for (there, absent) in [(one, other), (other, one)] {
            let others = ["childrens-social-care", "police", "health"].map(|name| (name.to_owned(), json!("present")));
            let mut attendance: serde_json::Map<String, Value> = others.into_iter().filter(|(name, _)| name != absent).collect();
            attendance.insert(there.to_owned(), json!("phone"));
            attendance.insert(absent.to_owned(), json!("absent"));
            let facts = json!({"area": "county-durham", "meetingType": "strategy", "child": {"lookedAfter": false}});
            let told = answer("list-attendees", facts, json!({"attendance": attendance}), &rulebook);
            assert!(codes(&told).contains(&"attendance-told-twice"), "{there} {absent}");
        }
    }
}

#[test]
fn an_earlier_answer_that_holds_is_what_is_told_everywhere() {
    let facts = json!({"area": "generic", "concerns": {"seriousRisk": false, "penetrativeSexualAbuse": false,
        "immediateActionRequired": false, "particularlyComplex": true, "immediateProtectionNeeded": false},
        "complexReason": "organised-abuse", "concernsIdentifiedAt": "2026-12-01", "now": "2026-12-02",
        "previousResult": {"dueBy": "2026-12-04", "timescale": "3-working-days"}});
    let rulebook = rulebook();
    let held = answer("classify-concern", facts.clone(), json!({}), &rulebook);
    assert_eq!(held["answer"]["mostUrgentTimescale"], "3-working-days");
    assert_eq!(held["answer"]["nextLimit"], json!({"id": "TR-T0", "timescale": "3-working-days", "dueBy": "2026-12-04"}));
    assert!(!codes(&held).contains(&"ceiling-not-target"));
    let refused = json!({"lengthening": {"role": "Service manager", "reason": "Annual leave of the chair"}});
    let refused = answer("classify-concern", facts, refused, &rulebook);
    let said = refused["cautions"].as_array().unwrap().iter().find(|caution| caution["code"] == "lengthening-requires-reason").unwrap();
    assert!(said["text"].as_str().unwrap().contains("not enough"), "{said}");
    let because: Vec<&str> = refused["setAside"].as_array().unwrap().iter().filter_map(|rule| rule["reason"].as_str()).collect();
    assert!(because.iter().all(|reason| !reason.contains("nobody has said")), "{because:?}");
}

#[test]
fn nothing_is_still_to_be_found_out_for_the_meeting_of_somebody_who_is_an_adult() {
    let none = json!({"seriousRisk": false, "penetrativeSexualAbuse": false, "immediateActionRequired": false,
        "particularlyComplex": false, "immediateProtectionNeeded": false});
    let facts = json!({"area": "generic", "concernsIdentifiedAt": "2026-12-01", "children":
        [{"ref": "a", "age": 19, "concerns": {"seriousRisk": true}}, {"ref": "b", "age": 5, "concerns": none}]});
    let told = answer("classify-concern", facts, json!({}), &rulebook());
    assert!(codes(&told).contains(&"adult-route") && !codes(&told).contains(&"protection-not-known"));
}

#[test]
fn an_age_that_somebody_says_is_not_known_is_a_childs_whatever_group_was_named() {
    let facts = json!({"area": "county-durham", "meetingType": "strategy", "reasonableCauseSignificantHarm": true,
        "child": {"age": "unknown"}, "subject": {"ageGroup": "adult"}});
    let choice = answer("choose-meeting", facts, json!({}), &rulebook());
    assert_eq!(choice["answer"]["route"], "strategy");
}

#[test]
fn a_provisional_time_is_never_settled() {
    let rulebook = rulebook();
    let moments = [json!({}), json!({"meetingStart": "2026-12-23T10:00"}), json!({"spocRequestAt": "2026-12-21T10:00"})];
    for area in AREAS {
        for meeting in ["strategy", "s47", "mash", "cp-conference", "mdt-locality", "tac-initial", "tac-review", "professionals"] {
            for further in &moments {
                let facts = json!({"area": area, "meetingType": meeting, "asOf": "2020-06-01"});
                let told = answer("list-deadlines", facts, further.clone(), &rulebook);
                let is_provisional = |duty: &Value| duty["provisional"] == true;
                let provisional = told["answer"]["deadlines"].as_array().unwrap().iter().any(is_provisional);
                assert!(!provisional || told["settled"] == false, "{area} {meeting} {further}");
            }
        }
    }
}

#[test]
fn an_action_that_was_carried_over_is_judged_by_its_new_day() {
    let check = |until: &str| {
        let action = json!({"specific": "Visit the home twice weekly", "quantity": "twice", "owner": "Health visitor",
            "realisticResult": "Weight back on centile", "resourcesConfirmed": true, "due": "4 Dec 2026", "state": "carried-over",
            "reasonNotDone": "Family away", "carriedOverFrom": "2026-11-01", "carriedOverUntil": until});
        let facts = json!({"area": "hampshire", "meetingDate": "2026-11-20", "reviewDate": "2027-01-29", "action": action});
        let told = answer("check-action", facts, json!({}), &rulebook());
        let finding = |told: &Value| told["answer"]["findings"].as_array().unwrap().last().unwrap()["code"].as_str().unwrap().to_owned();
        (finding(&told), told["answer"]["warnings"].as_array().unwrap().len())
    };
    assert_eq!(check("2026-12-18"), ("met".to_owned(), 0));
    assert_eq!(check("2027-02-01"), ("due-after-review".to_owned(), 0));
    assert_eq!(check("2026-12-01"), ("met".to_owned(), 1));
    assert_eq!(check("2026-11-10"), ("due-before-meeting".to_owned(), 1));
}

#[test]
fn a_meeting_without_an_end_counts_by_the_day_on_which_it_started() {
    let meeting = |at: Value| {
        let mut meeting = json!({"settled": true, "agencies": [{"agency": "police", "requested": true, "attended": true}],
            "done": {"decisions": "2026-10-07T10:59"}});
        meeting.as_object_mut().unwrap().extend(at.as_object().unwrap().clone());
        let facts = json!({"area": "county-durham", "from": "2026-10-01", "until": "2026-12-31", "meetings": [meeting]});
        answer("report-quarter", facts, json!({}), &rulebook())
    };
    let codes = |told: &Value| told["answer"]["check"].as_array().unwrap().iter().map(|doubt| doubt["code"].clone()).collect::<Vec<_>>();
    let started = meeting(json!({"startedAt": "2026-10-06T10:00"}));
    assert_eq!((&started["answer"]["meetings"]["number"], codes(&started)), (&json!(1), vec![json!("no-end")]));
    let before = meeting(json!({"startedAt": "2026-09-30T10:00"}));
    assert_eq!(before["answer"]["outsideLeftOut"], 1);
    let undated = meeting(json!({}));
    assert_eq!((&undated["answer"]["outsideLeftOut"], codes(&undated)), (&json!(1), vec![json!("no-date")]));
}

#[test]
fn whoever_plainly_works_for_another_body_is_not_the_chair_that_is_named() {
    let rulebook = rulebook();
    let chair = |facts: Value, role: &str| answer("list-attendees", facts, json!({"chair": {"role": role}}), &rulebook);
    let northamptonshire = json!({"area": "northamptonshire", "meetingType": "mdt-locality", "asOf": "2020-06-01"});
    let durham = json!({"area": "county-durham", "meetingType": "strategy"});
    for role in ["headteacher", "Police inspector", "Head of Housing", "Senior nurse", "CAMHS team manager", "Youth Offending Team Manager"]
    {
        for facts in [&northamptonshire, &durham] {
            let told = chair(facts.clone(), role);
            assert_eq!(told["answer"]["chairValid"], false, "{facts} {role}");
            assert!(codes(&told).contains(&"chair-not-as-stated"), "{facts} {role}");
        }
    }
    assert_eq!(chair(northamptonshire.clone(), "business support")["answer"]["chairValid"], false);
    for role in ["Children's Service manager", "Director of Children's Services"] {
        assert_eq!(chair(northamptonshire.clone(), role)["answer"]["chairValid"], true, "{role}");
    }
}

#[test]
fn whoever_made_the_referral_and_is_of_the_family_is_kept_away_with_the_caution_that_says_so() {
    let rulebook = rulebook();
    for (who, risk, code) in [
        ("mother", json!(true), "kept-from-the-family"),
        ("mam", json!(true), "kept-from-the-family"),
        ("family", json!("unknown"), "not-before-a-recorded-no"),
    ] {
        let facts = json!({"area": "generic", "meetingType": "strategy", "child": {"lookedAfter": false}, "referrer": who, "parentsPoseRisk": risk});
        assert!(codes(&answer("list-attendees", facts, json!({}), &rulebook)).contains(&code), "{who}");
    }
}

#[test]
fn what_only_an_unknown_rules_out_is_not_said_to_be_ruled_out() {
    let facts = json!({"area": "northamptonshire", "meetingType": "mdt-countywide", "child": {"age": 12}, "highestRisk": "unknown",
        "highRisk": true, "othersConsidered": true});
    let choice = answer("choose-meeting", facts, json!({}), &rulebook());
    let heading = choice["answer"]["heading"].as_str().unwrap();
    assert!(heading.starts_with("What is known does not tell yet whether the countywide MDT fits. Until that is settled"), "{heading}");
}

#[test]
fn a_discussion_without_a_name_is_asked_what_kind_of_meeting_it_is() {
    let facts = json!({"area": "hampshire", "meetingType": "professionals", "identifiable": false,
        "reasonableCauseSignificantHarm": false, "noImprovedOutcomes": true});
    assert!(asked(&answer("choose-meeting", facts, json!({}), &rulebook())).contains(&"meetingKind"));
}

#[test]
fn a_step_that_was_declined_is_not_done() {
    let facts = json!({"area": "county-durham", "icpcDecision": "no", "concernSerious": true, "stage": 3, "concernsRemain": true,
        "requesters": 1, "supportedBy": "senior-manager", "supporterIsAnother": true, "cscDeclined": true});
    let told = answer("resolve-disagreement", facts, json!({}), &rulebook());
    let ladders = told["answer"]["ladders"].as_array().unwrap().iter();
    let mut steps = ladders.flat_map(|ladder| ladder["steps"].as_array().unwrap());
    assert_eq!(steps.find(|step| step["action"] == "convene-conference").unwrap()["state"], "declined");
}

#[test]
fn fabricated_illness_without_cause_to_suspect_harm_is_asked_what_would_open_the_meeting_for_it() {
    let facts = json!({"area": "hampshire", "fiiConcern": true, "reasonableCauseSignificantHarm": false});
    assert!(asked(&answer("choose-meeting", facts, json!({}), &rulebook())).contains(&"needClarifyHealth"));
}

#[test]
fn whoever_works_for_somebody_of_the_family_is_kept_from_nothing() {
    let rulebook = rulebook();
    let told = |who: &str| {
        let facts = json!({"area": "county-durham", "meetingType": "strategy", "child": {"lookedAfter": false}, "parentsPoseRisk": true,
            "services": [who]});
        let told = answer("list-attendees", facts, json!({}), &rulebook);
        told["answer"]["excluded"].as_array().unwrap().iter().any(|person| person["keptAway"] == true)
    };
    for who in ["mother's GP", "family GP", "mother's midwife", "carer's refuge", "Children's Guardian", "sibling's school", "GP (mother)"]
    {
        assert!(!told(who), "{who}");
    }
    for who in ["mother", "mum and GP", "abuser", "people with parental responsibility"] {
        assert!(told(who), "{who}");
    }
}

#[test]
fn what_would_hold_on_the_known_facts_is_never_later_than_an_earlier_answer() {
    let mut facts = json!({"area": "county-durham", "concerns": {"particularlyComplex": false, "penetrativeSexualAbuse": false,
        "forensicEvidenceRequired": false, "immediateActionRequired": false, "immediateProtectionNeeded": false, "seriousRisk": "unknown"},
        "concernsIdentifiedAt": "2026-11-23T09:00", "referralReceivedAt": "2026-11-23T09:00",
        "previousResult": {"timescale": "1-working-day", "dueBy": "2026-11-24"}});
    let rulebook = rulebook();
    let open = answer("classify-concern", facts.clone(), json!({}), &rulebook);
    assert_eq!(open["answer"]["onKnownFactsOnly"]["dueBy"], "2026-11-24");
    assert!(open["answer"]["advice"].as_str().unwrap().contains("Tuesday 24 November 2026"));
    facts["concerns"]["seriousRisk"] = json!(false);
    assert_eq!(answer("classify-concern", facts, json!({}), &rulebook)["answer"]["dueBy"], "2026-11-24");
}

#[test]
fn what_is_to_be_left_before_anything_else_stands_in_each_explanation() {
    for (question, facts) in [
        ("list-attendees", json!({"area": "hampshire", "meetingType": "professionals", "concernTypes": ["fabricated-or-induced-illness"]})),
        ("record-consent-basis", json!({"area": "hampshire", "fiiConcern": true})),
        ("list-deadlines", json!({"area": "hampshire", "meetingType": "professionals", "fiiConcern": true})),
        ("classify-concern", json!({"area": "county-durham", "concernTypes": ["fabricated-or-induced-illness"]})),
    ] {
        let told = ask("explain", &json!({"question": question, "facts": facts}), &rulebook()).unwrap();
        assert!(told["explanation"].as_str().unwrap().contains("do not alert the carers"), "{question}: {}", told["explanation"]);
    }
}

#[test]
fn a_time_of_which_only_the_latest_is_known_is_not_settled_and_its_start_is_asked() {
    let rulebook = rulebook();
    let plain = json!({"area": "county-durham", "meetingType": "strategy", "immediateRisk": "highest", "meetingStart": "2026-03-16T10:00"});
    let told = answer("list-deadlines", plain.clone(), json!({"duty": "spoc-response"}), &rulebook);
    assert_eq!((&told["settled"], asked(&told).contains(&"spocRequestAt")), (&json!(false), true));
    let of_police = json!({"duty": "spoc-response", "requests": [{"agency": "police"}]});
    let told = answer("list-deadlines", plain, of_police, &rulebook);
    assert_eq!((&told["settled"], asked(&told).contains(&"requests[0].requestedAt")), (&json!(false), true));
}

#[test]
fn a_team_around_the_child_gives_way_to_a_danger_with_and_without_the_attestation() {
    let rulebook = rulebook();
    for danger in ["s47ThresholdAgreed", "continuingRiskEvidence", "statutoryInterventionNeeded"] {
        for considered in [false, true] {
            let facts = json!({"area": "bracknell-forest", "cpConcern": false, "unmetNeeds": true, "multiAgencyRequired": true,
                "cafCompleted": true, "othersConsidered": considered});
            let choice = answer("choose-meeting", facts, json!({danger: true}), &rulebook);
            assert_eq!(choice["answer"]["route"], "child-protection-procedures", "{danger} {considered}");
        }
    }
    let facts = json!({"area": "bracknell-forest", "meetingType": "tac-initial", "cpConcern": false, "caseStage": "s47",
        "othersConsidered": true, "parentsPoseRisk": false, "agencies": [{"name": "police", "inPackage": false, "hasRelevantInformation": true}]});
    assert_eq!(answer("list-attendees", facts, json!({}), &rulebook)["answer"]["excluded"], json!([]));
}

#[test]
fn a_day_that_an_earlier_answer_settled_is_overdue_whatever_more_urgent_time_is_asked_about() {
    let all_no: Vec<_> = CONCERNS.iter().map(|name| ((*name).to_owned(), json!(false))).collect();
    let rulebook = rulebook();
    for open in CONCERNS {
        let mut concerns = json!(serde_json::Map::from_iter(all_no.clone()));
        concerns[open] = json!("unknown");
        let facts = json!({"area": "county-durham", "concerns": concerns, "concernsIdentifiedAt": "2026-11-23T09:00",
            "referralReceivedAt": "2026-11-23T09:00", "previousResult": {"timescale": "1-working-day", "dueBy": "2026-11-24"}});
        let overdue = |now: &str| {
            let decision = answer("classify-concern", facts.clone(), json!({"now": now}), &rulebook);
            let passed = decision["answer"]["overdue"].as_array().unwrap().iter().any(|limit| limit["dueBy"] == "2026-11-24");
            (passed, decision["settled"].clone())
        };
        assert!(!overdue("2026-11-24T10:00").0, "{open}");
        assert!(overdue("2026-11-25T10:00").0, "{open}");
    }
}

#[test]
fn a_purpose_that_speaks_of_safeguarding_contradicts_that_no_child_is_at_risk() {
    let rulebook = rulebook();
    let of = |purpose: &str, at_risk: Value| {
        let facts = json!({"area": "hampshire", "purpose": purpose, "childAtRisk": at_risk});
        let decision = answer("record-consent-basis", facts, json!({}), &rulebook);
        let told = codes(&decision).contains(&"purpose-contradicts");
        (decision["answer"]["purposeIsSafeguarding"].clone(), told, asked(&decision).contains(&"childAtRisk"))
    };
    let speaking = [
        "to establish whether a child needs safeguarding",
        "to safeguard the child from harm",
        "to keep the child safe",
        "strategy discussion about bruising",
        "to prevent the baby being hurt",
        "child protection conference",
        "child at risk of neglect",
    ];
    for purpose in speaking {
        assert_eq!(of(purpose, json!(false)), (json!(true), true, true), "{purpose}");
        assert_eq!(of(purpose, json!("unknown")), (json!("unknown"), false, true), "{purpose}");
    }
    for purpose in ["school place", "housing application", "free school meals", "no safeguarding concern, school place"] {
        assert_eq!(of(purpose, json!(false)), (json!(false), false, false), "{purpose}");
    }
}

#[test]
fn an_agency_is_one_row_of_the_quarter_under_whatever_of_its_names() {
    let part = |agency: &str, attended: bool| json!({"agency": agency, "requested": true, "attended": attended});
    let report = |agencies: Value| {
        let meetings = json!([{"ref": "1", "startedAt": "2026-10-05T10:00", "endedAt": "2026-10-05T11:00", "agencies": agencies}]);
        let facts = json!({"area": "county-durham", "from": "2026-10-01", "until": "2026-12-31", "meetings": meetings});
        answer("report-quarter", facts, json!({}), &rulebook())
    };
    for (foremost, other) in
        [("gp", "GP practice"), ("health-visitor", "HV"), ("health", "NHS"), ("childrens-social-care", "children's services")]
    {
        let alike = report(json!([part(foremost, true), part(other, true)]));
        let once = report(json!([part(foremost, true)]));
        assert_eq!(alike["answer"]["figures"], once["answer"]["figures"], "{other}");
        let check = alike["answer"]["check"].to_string();
        assert!(check.contains("agency-twice") && !check.contains("agency-contradicts"), "{other} {check}");
        assert!(report(json!([part(foremost, true), part(other, false)]))["answer"]["check"].to_string().contains("agency-contradicts"));
    }
}

#[test]
fn an_agency_told_of_twice_under_two_names_is_told() {
    for (one, other) in [("health-visitor", "HV"), ("gp", "GP practice")] {
        let facts = json!({"area": "county-durham", "meetingType": "strategy", "attendance": {one: "in-person", other: "apologies"}});
        assert!(codes(&answer("list-attendees", facts, json!({}), &rulebook())).contains(&"attendance-told-twice"), "{other}");
    }
}

#[test]
fn the_risk_of_one_parent_keeps_the_other_from_no_part_that_is_open_to_them() {
    let rulebook = rulebook();
    let excluded = |mother: bool, father: bool| {
        let family =
            json!([{"who": "mum", "relation": "mother", "posesRisk": mother}, {"who": "dad", "relation": "father", "posesRisk": father}]);
        let facts = json!({"area": "hampshire", "meetingType": "professionals", "twoPart": true, "family": family});
        let decision = answer("list-attendees", facts, json!({}), &rulebook);
        let people = decision["answer"]["excluded"].as_array().unwrap().clone();
        let of = move |who: &str| people.iter().find(|person| person["agency"] == who).cloned().unwrap_or_default();
        (of("family"), of("mum"), of("dad"))
    };
    let (family, mum, dad) = excluded(false, true);
    assert_eq!((&family["part"], &family["keptAway"]), (&json!("part-one"), &Value::Null), "{family}");
    assert_eq!((mum, &dad["keptAway"]), (Value::Null, &json!(true)));
    let (family, mum, dad) = excluded(true, true);
    assert_eq!((&family["keptAway"], &mum["keptAway"], &dad["keptAway"]), (&json!(true), &json!(true), &json!(true)));
}
