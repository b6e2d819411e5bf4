//! Before a family is told of a share, somebody answers whether telling them may do harm: it is asked and said, and the answer
//! stays that a family is told unless there is a reason.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn share(area: &str, more: &Value) -> (Value, Vec<String>, bool) {
    let mut facts = json!({"area": area, "purpose": "Strategy meeting about alleged sexual abuse by the father"});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let decision = ask("record-consent-basis", &facts, &rulebook()).unwrap();
    let asked = decision["ask"].as_array().unwrap().iter().map(|ask| ask["path"].as_str().unwrap().to_owned());
    let asked = asked.filter(|path| path == "parentsPoseRisk" || path == "fiiConcern").collect();
    let said = decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == "tell-after-a-recorded-no");
    (decision["answer"]["informFamily"].clone(), asked, said)
}

#[test]
fn silence_is_asked_before_the_family_is_told() {
    for (area, _, _) in rulebook().areas() {
        let both = vec!["parentsPoseRisk".to_owned(), "fiiConcern".to_owned()];
        assert_eq!(share(&area, &json!({})), (json!("inform"), both, true), "{area}");
        let one = share(&area, &json!({"parentsPoseRisk": false}));
        assert_eq!(one, (json!("inform"), vec!["fiiConcern".to_owned()], true), "{area}");
        let answered = share(&area, &json!({"parentsPoseRisk": false, "fiiConcern": false}));
        assert_eq!(answered, (json!("inform"), Vec::new(), false), "{area}");
    }
}

#[test]
fn nothing_is_asked_where_they_are_not_to_be_told() {
    for more in [json!({"familyInformed": false}), json!({"parentsPoseRisk": true})] {
        let (_, asked, said) = share("generic", &more);
        assert!(asked.is_empty() && !said, "{more}: {asked:?}");
    }
}
