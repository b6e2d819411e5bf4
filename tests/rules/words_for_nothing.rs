//! Words that say nothing of the child are no reason: to wait, to keep something from the family, or to ask for less.

use super::common::{add, ask, rulebook, shown, sound_pack};
use serde_json::json;

#[test]
fn that_it_is_not_urgent_is_no_reason_to_wait() {
    for nothing in ["not urgent", "No immediate risk", "low risk", "not serious", "child is safe", "no danger", "below threshold", "minor"]
    {
        let facts = json!({
            "area": "generic", "concerns": {"particularlyComplex": true}, "complexReason": nothing, "othersConsidered": true,
            "concernsIdentifiedAt": "2026-12-01T20:00",
        });
        assert_eq!(ask("classify-concern", &facts, &rulebook()).unwrap()["answer"]["dueBy"], "2026-12-04", "{nothing}");
        let lengthened = json!({
            "area": "generic", "othersConsidered": true, "concernsIdentifiedAt": "2026-12-01T20:00",
            "previousResult": {"dueBy": "2026-12-02"}, "lengthening": {"role": "Team manager", "reason": nothing},
        });
        assert_eq!(ask("classify-concern", &lengthened, &rulebook()).unwrap()["answer"]["dueBy"], "2026-12-02", "{nothing}");
    }
}

#[test]
fn that_nobody_may_say_is_no_reason_not_to_tell_the_family() {
    let is_missing = |reason: &str| {
        let facts = json!({"area": "hampshire", "familyInformed": false, "reasonNotInformed": reason});
        let told = ask("record-consent-basis", &facts, &rulebook()).unwrap();
        told["answer"]["record"]["missing"].to_string().contains("reasonNotInformed")
    };
    for nothing in
        ["unable to say", "highly confidential", "Confidential", "restricted", "Not able to disclose", "sensitive", "cannot comment"]
    {
        assert!(is_missing(nothing), "{nothing}");
    }
    for something in ["Telling father would put her at risk", "He threatened her", "Confidential police operation against the uncle"] {
        assert!(!is_missing(something), "{something}");
    }
}

#[test]
fn a_weaker_rule_needs_a_reason_that_tells_of_the_child() {
    let refused = |reason: &str| {
        let mut pack = sound_pack();
        pack["fact"]["in_hospital"] = json!({"asks": "Is the child in hospital?", "path": "concerns.inHospital"});
        let own = json!({"when": ["in_hospital"], "hold": "within 4 working days", "from": "concerns identified", "instead_of": ["TR-T0"], "weaker_because": reason});
        add(&mut pack, "classify_concern", "T-9", own);
        let facts = |is: bool| json!({"concerns": {"in_hospital": is}});
        shown(&mut pack, "T-9", facts(true), facts(false));
        rulebook().with(&pack.to_string()).err().map(|refusal| refusal.path().to_owned())
    };
    for nothing in ["not urgent", "busy", "low risk", "We have no rooms"] {
        assert_eq!(refused(nothing).as_deref(), Some("classify_concern.T-9.weaker_because"), "{nothing}");
    }
    assert_eq!(refused("The paediatrician examines on the ward first"), None);
}
