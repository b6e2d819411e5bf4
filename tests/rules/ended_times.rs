//! A rule that something may end holds until that is known: what could only lengthen a time lengthens nothing by being unknown.

use crate::common::{add, ask, ids, rulebook, shown, sound_pack};
use serde_json::{Value, json};

/// How soon, by a pack of whose times a yes to "grave" ends the soonest.
fn told(usual: Option<&str>, grave: Value) -> Value {
    let mut pack = sound_pack();
    pack["document"].as_object_mut().unwrap().remove("stands_on");
    pack["classify_concern"] = json!([]);
    pack["example"] = json!([]);
    add(
        &mut pack,
        "classify_concern",
        "T-1",
        json!({"when": ["worry"], "unless": ["grave"], "hold": "on the same day", "from": "concerns identified"}),
    );
    shown(&mut pack, "T-1", json!({"concerns": {"worry": true, "grave": false}}), json!({"concerns": {"worry": true, "grave": true}}));
    if let Some(hold) = usual {
        add(&mut pack, "classify_concern", "T-2", json!({"when": ["grave"], "hold": hold, "from": "concerns identified"}));
        shown(&mut pack, "T-2", json!({"concerns": {"worry": true, "grave": true}}), json!({"concerns": {"worry": true, "grave": false}}));
    }
    let rulebook = rulebook().with(&pack.to_string()).unwrap();
    let facts = json!({"area": "testshire", "concerns": {"worry": true, "grave": grave}, "concernsIdentifiedAt": "2026-03-02T09:00"});
    ask("classify-concern", &facts, &rulebook).unwrap()
}

#[test]
fn a_time_that_something_unknown_may_end_holds_until_then() {
    for usual in [None, Some("within 3 working days")] {
        let unknown = told(usual, json!("unknown"));
        assert_eq!(unknown["answer"]["dueBy"], "2026-03-02", "{usual:?} {unknown}");
        assert_eq!(ids(&unknown, "because")[0], "T-1");
        // A yes could only lengthen: nobody is asked.
        assert_eq!(unknown["settled"], true, "{unknown}");
        assert_eq!(told(usual, json!(false))["answer"]["dueBy"], "2026-03-02");
    }
    assert_eq!(told(None, json!(true))["answer"]["dueBy"], Value::Null);
    assert_eq!(told(Some("within 3 working days"), json!(true))["answer"]["dueBy"], "2026-03-05");
}
