//! What the laws say of documents that answer together: people are united, times take the minimum, the order of the
//! documents changes nothing, and a rule stands in the place of another only where its pack says so.

use std::collections::BTreeSet;

use crate::common::written::{self, Written, pack, packs};
use crate::common::{MEETINGS, add, ask, cited, ids, rulebook, shown, sound_pack};
use safeguarding_rules::Rulebook;
use serde_json::{Value, json};

/// Every pair of built-in packs, in both orders.
fn pairs() -> Vec<[&'static str; 2]> {
    let ids: Vec<&'static str> = packs().iter().map(Written::id).collect();
    ids.iter().flat_map(|one| ids.iter().map(move |other| [*one, *other])).filter(|[one, other]| one < other).collect()
}

fn said() -> [Value; 3] {
    [json!(true), json!(false), json!("unknown")]
}

/// Concerns, each fact answered in each of the three ways beside some others.
fn concerns() -> Vec<Value> {
    let facts = |concerns: Value| {
        let at = (concerns["immediateActionRequired"] != false).then_some("2026-12-24T11:00");
        json!({
            "concerns": concerns, "complexReason": "organised-abuse",
            "concernsIdentifiedAt": "2026-12-23T10:00", "referralReceivedAt": "2026-12-24T10:00", "immediateActionAt": at,
        })
    };
    let mut all = vec![facts(json!({}))];
    for one in said() {
        for other in said() {
            all.push(facts(json!({"seriousRisk": one, "immediateActionRequired": other})));
            all.push(facts(json!({"particularlyComplex": one, "immediateProtectionNeeded": other, "seriousRisk": false, "immediateActionRequired": false, "penetrativeSexualAbuse": false})));
        }
    }
    all
}

fn with_packs(facts: &Value, packs: &[&str]) -> Value {
    let mut facts = facts.clone();
    facts["packs"] = json!(packs);
    facts
}

fn due(decision: &Value) -> Option<String> {
    decision["answer"]["dueBy"].as_str().map(str::to_owned)
}

fn people(decision: &Value, list: &str) -> BTreeSet<String> {
    decision["answer"][list].as_array().unwrap().iter().map(|person| person["agency"].as_str().unwrap().to_owned()).collect()
}

/// Does a rule of one of these stand in the place of one of the other?
fn replaces(packs: [&str; 2]) -> bool {
    let by = |above: &Written, beneath: &str| {
        above.stands_on().any(|id| id == beneath) && above.rules().any(|(_, rule)| !rule.instead_of.is_empty())
    };
    by(pack(packs[0]), packs[1]) || by(pack(packs[1]), packs[0])
}

/// Does a pack know every fact that is asked about?
fn knows(pack: &str, question: &str, facts: &Value, rulebook: &Rulebook) -> bool {
    ask(question, &with_packs(facts, &[pack]), rulebook).is_ok()
}

#[test]
fn law_1_of_two_documents_the_earlier_day_governs() {
    let rulebook = rulebook();
    let mut met = 0;
    for pair in pairs() {
        for facts in concerns() {
            // A document that does not know a fact says nothing of it; the other, which does, answers alone.
            let alone: Vec<String> = pair
                .into_iter()
                .filter_map(|pack| ask("classify-concern", &with_packs(&facts, &[pack]), &rulebook).ok())
                .filter_map(|decision| due(&decision))
                .collect();
            let Ok(together) = ask("classify-concern", &with_packs(&facts, &pair), &rulebook) else { continue };
            assert_eq!(due(&together), alone.into_iter().min(), "{pair:?} {facts}");
            met += usize::from(due(&together).is_some());
        }
    }
    assert!(met > 50, "{met} of them had a day");
}

#[test]
fn law_1_the_people_of_two_documents_are_united() {
    let rulebook = rulebook();
    let mut united = 0;
    for pair in pairs() {
        for meeting in MEETINGS {
            for looked_after in [json!(true), json!("unknown")] {
                let mut facts = json!({"meetingType": meeting});
                if pair.iter().all(|pack| {
                    knows(pack, "list-attendees", &json!({"meetingType": meeting, "child": {"lookedAfter": looked_after}}), &rulebook)
                }) {
                    facts["child"] = json!({"lookedAfter": looked_after});
                }
                let heard = |packs: &[&str]| ask("list-attendees", &with_packs(&facts, packs), &rulebook).unwrap();
                let [one, other, both] = [heard(&pair[..1]), heard(&pair[1..]), heard(&pair)];
                let all: BTreeSet<String> = people(&one, "required").union(&people(&other, "required")).cloned().collect();
                assert_eq!(people(&both, "required"), all, "{pair:?} {meeting}");
                united += usize::from(all.len() > people(&one, "required").len().max(people(&other, "required").len()));
            }
        }
    }
    assert!(united > 0, "no two documents ask for different people of one meeting");
}

#[test]
fn law_1_of_two_documents_the_earlier_deadline_of_a_duty_holds() {
    let rulebook = rulebook();
    let dues = |decision: &Value| -> Vec<(String, String)> {
        let deadlines = decision["answer"]["deadlines"].as_array().unwrap().iter();
        deadlines.filter_map(|deadline| Some((deadline["duty"].as_str()?.to_owned(), deadline["due"].as_str()?.to_owned()))).collect()
    };
    let mut met = 0;
    for pair in pairs().into_iter().filter(|pair| !replaces(*pair)) {
        for meeting in MEETINGS {
            let moments_of = |packs: &[&str]| -> Vec<String> {
                let moments = packs.iter().flat_map(|id| pack(id).facts()).filter(|(_, fact)| fact.moment);
                moments.map(|(name, fact)| fact.path_of(name)).collect()
            };
            let heard = |packs: &[&str]| {
                let mut facts = with_packs(&json!({"meetingType": meeting}), packs);
                for path in moments_of(packs).into_iter().filter(|path| !path.contains('.')) {
                    facts[path] = json!("2026-03-06T16:00");
                }
                dues(&ask("list-deadlines", &facts, &rulebook).unwrap())
            };
            let (alone, together) = ([heard(&pair[..1]), heard(&pair[1..])].concat(), heard(&pair));
            for (duty, due) in &together {
                let earliest = alone.iter().filter(|(other, _)| other == duty).map(|(_, due)| due).min();
                assert_eq!(Some(due), earliest, "{pair:?} {meeting} {duty}");
                met += 1;
            }
            let duties = |dues: &[(String, String)]| dues.iter().map(|(duty, _)| duty.clone()).collect::<BTreeSet<_>>();
            assert_eq!(duties(&together), duties(&alone), "{pair:?} {meeting}");
        }
    }
    assert!(met > 50, "{met} deadlines");
}

fn rules_cited(decision: &Value) -> Vec<String> {
    [ids(decision, "because"), ids(decision, "alsoApplies")].concat()
}

/// What of an answer cannot depend on the order in which documents were named: everything but the order of its lists.
fn unordered(value: &Value) -> Value {
    match value {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(unordered).collect();
            items.sort_by_key(Value::to_string);
            items.into()
        }
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), unordered(value))).collect(),
        other => other.clone(),
    }
}

#[test]
fn the_order_of_the_packs_changes_no_answer() {
    let rulebook = rulebook();
    let mut asked = 0;
    let mut same = |question: &str, facts: &Value, pair: [&str; 2], gist: &dyn Fn(&Value) -> Value| {
        let [one, other] = [[pair[0], pair[1]], [pair[1], pair[0]]].map(|packs| ask(question, &with_packs(facts, &packs), &rulebook));
        let (Ok(one), Ok(other)) = (one, other) else { return };
        assert_eq!(unordered(&gist(&one)), unordered(&gist(&other)), "{pair:?} {question:?} {facts}");
        asked += 1;
    };
    for pair in pairs() {
        for facts in concerns() {
            same("classify-concern", &facts, pair, &|decision| {
                json!([decision["answer"]["dueBy"], decision["answer"]["timescale"], decision["settled"]])
            });
        }
        for meeting in MEETINGS {
            let facts = json!({"meetingType": meeting});
            let agencies = |decision: &Value| json!(["required", "expected", "optional", "excluded"].map(|list| people(decision, list)));
            same("list-attendees", &facts, pair, &agencies);
            same("choose-meeting", &facts, pair, &|decision| json!([decision["answer"]["route"], decision["answer"]["routes"]]));
            let deadlines = |decision: &Value| {
                let each = decision["answer"]["deadlines"].as_array().unwrap().iter();
                each.map(|deadline| json!([deadline["duty"], deadline["due"], deadline["limit"]])).collect()
            };
            same("list-deadlines", &facts, pair, &deadlines);
            same("make-checklist", &facts, pair, &|decision| ids(decision, "because").into());
        }
        same("resolve-disagreement", &json!({}), pair, &|decision| {
            decision["answer"]["next"].as_array().unwrap().iter().map(|step| step["rule"].clone()).collect()
        });
        same("record-consent-basis", &json!({}), pair, &|decision| decision["answer"]["record"]["missing"].clone());
    }
    assert!(asked > 500, "{asked}");
}

#[test]
fn no_rule_goes_missing_in_a_stack_unless_another_says_that_it_stands_in_its_place() {
    let rulebook = rulebook();
    let (mut kept, mut replaced) = (0, 0);
    for pair in pairs() {
        for meeting in MEETINGS {
            for question in ["list-attendees", "choose-meeting", "list-deadlines", "make-checklist"] {
                let heard = |packs: &[&str]| ask(question, &with_packs(&json!({"meetingType": meeting}), packs), &rulebook).unwrap();
                let together = heard(&pair);
                for pack in pair {
                    for rule in ids(&heard(&[pack]), "because").into_iter().filter(|rule| !rules_cited(&together).contains(rule)) {
                        let set_aside = together["setAside"].as_array().unwrap().iter().find(|cited| cited["id"] == rule.as_str());
                        let reason = set_aside
                            .and_then(|cited| cited["reason"].as_str())
                            .unwrap_or_else(|| panic!("{pair:?} {meeting}: {rule} is gone"));
                        // Of two forms that are allowed the stricter stands, and says so.
                        let stricter = reason.strip_prefix("About the form ").and_then(|rest| rest.strip_suffix(" is stricter."));
                        if stricter.is_some_and(|stricter| rules_cited(&together).contains(&stricter.to_owned())) {
                            continue;
                        }
                        let by = reason
                            .strip_prefix("In its place stands ")
                            .and_then(|rest| rest.split_once(", which asks for less.").map(|(by, _)| by).or(rest.strip_suffix('.')))
                            .unwrap_or_else(|| panic!("{rule}: {reason}"));
                        let mut rules = pair.iter().flat_map(|id| written::pack(id).rules());
                        assert!(rules.any(|(_, other)| other.id == by && other.instead_of.contains(&rule)), "{rule}: {reason}");
                        replaced += 1;
                    }
                    kept += 1;
                }
            }
        }
    }
    assert!(kept > 100 && replaced > 0, "{kept} kept, {replaced} replaced");
}

// ----------------------------------------------------------------------------- a small pack that stands on the guide

fn stacked(change: impl Fn(&mut Value)) -> Rulebook {
    let mut pack = sound_pack();
    change(&mut pack);
    rulebook().with(&pack.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

fn how_soon(concerns: &Value, as_of: &str, rulebook: &Rulebook) -> Value {
    let facts = json!({"area": "testshire", "asOf": as_of, "concerns": concerns, "othersConsidered": true, "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T09:00"});
    ask("classify-concern", &facts, rulebook).unwrap()
}

#[test]
fn a_looser_form_is_told_as_set_aside_though_the_rest_of_its_rule_holds() {
    let rulebook = stacked(|pack| {
        add(pack, "list_attendees", "T-S2", json!({"meeting": ["mash"], "format": ["meeting"], "required": ["police"]}));
        let looser = json!({"meeting": ["mash"], "format": ["meeting", "telephone"], "required": ["school"]});
        add(pack, "list_attendees", "T-S3", looser);
        for (meeting, list) in [("mash", "fires"), ("cp-conference", "misses")] {
            let mut example = json!({"name": meeting, "asks": "list_attendees", "facts": {"meeting_type": meeting}});
            example[list] = json!(["T-S2", "T-S3"]);
            pack["example"].as_array_mut().unwrap().push(example);
        }
    });
    let decision = ask("list-attendees", &json!({"area": "testshire", "meetingType": "mash"}), &rulebook).unwrap();
    assert!(ids(&decision, "because").contains(&"T-S3".to_owned()), "it asks for the school");
    let aside = decision["setAside"].as_array().unwrap().iter().find(|cited| cited["id"] == "T-S3").expect("its form is set aside");
    assert_eq!(aside["reason"], "About the form T-S2 is stricter.");
    // What says of the form alone what a stricter rule sets aside is no reason for the list.
    let built_in = ask("list-attendees", &json!({"area": "county-durham", "meetingType": "strategy"}), &rulebook).unwrap();
    assert!(ids(&built_in, "setAside").contains(&"TR-S5".to_owned()) && !rules_cited(&built_in).contains(&"TR-S5".to_owned()));
}

#[test]
fn a_rule_replaces_no_rule_of_the_same_id_in_another_table() {
    let rulebook = stacked(|pack| {
        let own = json!({"when": ["serious_risk"], "hold": "on the same day", "from": "referral received", "instead_of": ["TR-T1a"]});
        add(pack, "classify_concern", "T-1a", own);
        let facts = |said: bool| json!({"concerns": {"serious_risk": said}, "referral_received_at": "2026-03-02T09:00"});
        shown(pack, "T-1a", facts(true), facts(false));
    });
    let timed = how_soon(&json!({"seriousRisk": true}), "2026-11-21", &rulebook);
    assert_eq!((ids(&timed, "because"), &timed["because"][0]["document"]), (vec!["T-1a".to_owned()], &json!("A test")));
    let facts = json!({"area": "testshire", "meetingType": "strategy", "concerns": {"seriousRisk": true}});
    let chosen = ask("choose-meeting", &facts, &rulebook).unwrap();
    assert!(rules_cited(&chosen).contains(&"TR-T1a".to_owned()), "the guide's rule of that name says which meeting, and stands");
}

#[test]
fn a_rule_replaces_another_only_on_the_days_on_which_it_is_in_force() {
    let rulebook = stacked(|pack| {
        let own = json!({"hold": "within 2 working days", "from": "concerns identified", "instead_of": ["TR-T0"], "since": "2027-01-01", "until": "2027-12-31"});
        add(pack, "classify_concern", "T-0", own);
        shown(pack, "T-0", json!({"as_of": "2027-06-01"}), json!({"as_of": "2026-12-31"}));
    });
    for (day, rule, due_by) in
        [("2026-12-31", "TR-T0", "2026-03-05"), ("2027-01-01", "T-0", "2026-03-04"), ("2028-01-01", "TR-T0", "2026-03-05")]
    {
        let decision = how_soon(&json!({}), day, &rulebook);
        assert_eq!((ids(&decision, "because"), due(&decision).as_deref()), (vec![rule.to_owned()], Some(due_by)), "{day}");
    }
}

#[test]
fn a_rule_may_apply_the_time_of_one_beneath() {
    let rulebook = stacked(|pack| {
        add(pack, "classify_concern", "T-3", json!({"when": ["worry", "grave"], "applies": "TR-T1a"}));
        let facts = |grave: bool| json!({"concerns": {"worry": true, "grave": grave}, "referral_received_at": "2026-03-02T09:00"});
        shown(pack, "T-3", facts(true), facts(false));
    });
    let decision = how_soon(&json!({"worry": true, "grave": true}), "2026-11-21", &rulebook);
    assert!(decision.to_string().contains("\"T-3\""), "{decision}");
    let guide = pack("multi-agency-meetings").document("title").unwrap();
    let cited = ["because", "alsoApplies"].iter().flat_map(|list| decision[list].as_array().unwrap());
    assert!(cited.clone().all(|rule| rule["id"] != "TR-T1a" || rule["document"] == guide));
}

#[test]
fn whoever_applies_a_time_applies_what_stands_in_its_place() {
    let rulebook = stacked(|pack| {
        let own = json!({"when": ["immediate_action_required"], "hold": "on the same day", "from": "immediate action", "force": "must", "instead_of": ["TR-T3"]});
        add(pack, "classify_concern", "T-3", own);
        let facts = |said: bool| json!({"concerns": {"immediate_action_required": said}});
        shown(pack, "T-3", facts(true), facts(false));
    });
    let decision = how_soon(&json!({"immediateProtectionNeeded": true}), "2026-11-21", &rulebook);
    assert_eq!(due(&decision).as_deref(), Some("2026-03-02"), "TR-T4b applies the time of TR-T3, in whose place T-3 stands");
    assert_eq!(ids(&decision, "because"), ["T-3", "TR-T4b"]);
}

#[test]
fn a_rule_lengthens_no_time_of_another_partnership() {
    let lengthening = |pack: &mut Value| {
        let own = json!({"when": ["grave"], "hold": "within 9 working days", "from": "concerns identified", "lengthens": "T-1"});
        pack["classify_concern"][1] = cited("T-9", &own);
        pack["example"].as_array_mut().unwrap().truncate(1);
        pack["example"][0]["misses"] = json!(["T-9"]);
        shown(pack, "T-9", json!({"concerns": {"worry": true, "grave": true}, "complex_reason": "Several families"}), json!({}));
        shown(pack, "T-1", json!({"concerns": {"worry": true}}), json!({"concerns": {"worry": false}}));
    };
    let own = stacked(|pack| {
        pack["document"]["stands_on"] = json!([]);
        lengthening(pack);
    });
    let other = {
        let mut pack = sound_pack();
        pack["document"]["stands_on"] = json!([]);
        pack["document"]["id"] = json!("elsewhere");
        pack["document"]["area"] = json!("elsewhere");
        pack["document"]["title"] = json!("Elsewhere");
        pack["document"]["area_label"] = json!("Elsewhere");
        pack["fact"].as_object_mut().unwrap().remove("grave");
        pack["classify_concern"].as_array_mut().unwrap().pop();
        for (example, concerns) in [json!({"worry": true}), json!({"worry": false})].into_iter().enumerate() {
            pack["example"][example]["facts"]["concerns"] = concerns;
        }
        pack["classify_concern"][0]["id"] = json!("E-1");
        pack["example"][0]["fires"] = json!(["E-1"]);
        pack["example"][0]["misses"] = json!([]);
        pack["example"][1]["fires"] = json!([]);
        pack["example"][1]["misses"] = json!(["E-1"]);
        pack["example"][1]["answer"] = json!({});
        own.with(&pack.to_string()).unwrap()
    };
    let ask_of = |packs: &[&str]| {
        let facts = json!({"packs": packs, "concerns": {"worry": true, "grave": true}, "complexReason": "Several families", "othersConsidered": true, "concernsIdentifiedAt": "2026-03-02T09:00"});
        due(&ask("classify-concern", &facts, &other).unwrap())
    };
    assert_eq!(ask_of(&["test"]).as_deref(), Some("2026-03-13"), "it lengthens the time of its own T-1");
    assert_eq!(ask_of(&["test", "elsewhere"]).as_deref(), Some("2026-03-04"), "and of no other");
}
