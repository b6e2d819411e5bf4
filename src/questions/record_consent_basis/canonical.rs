//! The canonical form of a record (RFC 8785), so that the same record always has the same hash.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::facts::Facts;
use crate::engine::scope::Scope;
use crate::pack::Pack;
use crate::value::json::Json;

/// What was recorded, without what was left open, and by which editions of the rules.
///
/// For texts, yes and no and lists of texts under plain names, that form is JSON without white space and sorted by name; a
/// test holds it to `serde_jcs`.
pub(super) fn canonical(scope: &Scope, facts: &Facts, packs: &[Arc<Pack>]) -> String {
    let given = [text(scope), text(facts)];
    let given = given.each_ref().map(|fields| Json::parse(fields).unwrap_or_default());
    let edition = |pack: &Arc<Pack>| Json::text(format!("{} {} {}", pack.document().id, pack.document().version, pack.hash));
    let rules = Json::List(packs.iter().map(edition).collect());
    let mut record = BTreeMap::new();
    record.insert("rules", &rules);
    record.extend(given.iter().flat_map(Json::entries).filter(|(_, value)| *value != Json::Null).map(|(name, value)| (&**name, value)));
    text(&record)
}

fn text(fields: &impl Serialize) -> String {
    serde_json::to_string(fields).unwrap_or_else(|_| unreachable!("texts, yes and no and lists of texts are always written"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::moment::Moment;
    use crate::value::truth::Truth;

    #[test]
    fn what_was_left_open_is_no_part_of_it_and_what_is_called_unknown_is() {
        let facts = Facts {
            purpose: Some("unknown".into()),
            decided_at: Moment::from_words("2026-07-14T23:30"),
            consent_sought: Truth::No,
            consent_given: Truth::Unknown,
            ..Facts::default()
        };
        let canonical = canonical(&Scope::area("hampshire"), &facts, &[]);
        let expected =
            r#"{"area":"hampshire","consentSought":false,"decidedAt":"2026-07-14T23:30:00+01:00","purpose":"unknown","rules":[]}"#;
        assert_eq!(canonical, expected);
    }
}
