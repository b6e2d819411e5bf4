//! Reads what a caller sends: strict JSON into typed facts, or a refusal that names the field.

use serde::de::DeserializeOwned;

use crate::words::refusal::Refusal;

/// Reads facts from JSON text. Unknown fields, wrong types and wrong words are refused.
///
/// # Errors
/// A [`Refusal`] that names the field and what was expected there, and never repeats what was typed.
pub fn read<T: DeserializeOwned>(json: &str) -> Result<T, Refusal> {
    let mut text = serde_json::Deserializer::from_str(json);
    let facts = serde_path_to_error::deserialize(&mut text).map_err(|error| {
        let path = spoken_path(error.path());
        let said = error.into_inner().to_string();
        refusal(&said, path)
    })?;
    text.end().map_err(|_| Refusal::new("bad-input", "", "expected one object and nothing after it"))?;
    Ok(facts)
}

/// A field's name as it may be shown: what is no plain name could be something typed about a child.
pub fn shown(name: &str) -> &str {
    let plain = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.len() <= 40
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if plain { name } else { "…" }
}

fn spoken_path(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let mut spoken = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => spoken.push_str(&format!("[{index}]")),
            Segment::Map { key } => {
                if !spoken.is_empty() {
                    spoken.push('.');
                }
                spoken.push_str(shown(key));
            }
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    spoken
}

/// serde says "invalid type: string \"…\", expected X at line 1 column 2": only X may be repeated.
fn refusal(said: &str, path: String) -> Refusal {
    let said = said.rfind(" at line ").map_or(said, |end| &said[..end]);
    let expected = said.rfind("expected ").map(|start| &said[start + "expected ".len()..]);
    let code = if said.starts_with("unknown field") {
        "unknown-field"
    } else if said.starts_with("expected a date") {
        "bad-date"
    } else if said.starts_with("expected one of") || said.starts_with("unknown variant") {
        "bad-word"
    } else {
        "bad-input"
    };
    let message = match expected {
        Some(expected) => format!("expected {}", expected.replace('`', "")),
        None if said.starts_with("missing field") => format!("expected the field {}", said.split('`').nth(1).unwrap_or_default()),
        None => "expected a plain JSON object".to_owned(),
    };
    Refusal::new(code, path, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::answer::Answer;
    use crate::words::moment::Moment;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "camelCase")]
    #[allow(dead_code)]
    struct Facts {
        serious_risk: Answer,
        at: Option<Moment>,
    }

    fn refused(json: &str) -> (&'static str, String, String) {
        let refusal = read::<Facts>(json).unwrap_err();
        (refusal.code, refusal.path, refusal.message)
    }

    #[test]
    fn a_refusal_names_the_field_and_what_was_expected() {
        let expected = "expected true, false or \"unknown\"".to_owned();
        assert_eq!(refused(r#"{"seriousRisk": 1}"#), ("bad-input", "seriousRisk".into(), expected));
        assert_eq!(refused(r#"{"seriousRisk": true, "at": "2026-02-30"}"#).0, "bad-date");
        assert_eq!(refused(r#"{"seriosRisk": true}"#), ("unknown-field", "seriosRisk".into(), "expected seriousRisk or at".into()));
        assert_eq!(refused("{}"), ("bad-input", String::new(), "expected the field seriousRisk".into()));
        assert_eq!(refused(r#"{"seriousRisk": true} {}"#).0, "bad-input");
    }

    #[test]
    fn a_refusal_never_repeats_what_was_typed() {
        for json in [
            r#"{"seriousRisk": "CANARY, expected CANARY"}"#,
            r#"{"CANARY fell": true}"#,
            r#"{"seriousRisk": true, "at": "CANARY at line 3"}"#,
            r#"{"seriousRisk": {"CANARY": 1}}"#,
            r#""CANARY""#,
            "CANARY",
        ] {
            let (_, path, message) = refused(json);
            assert!(!path.contains("CANARY") && !message.contains("CANARY"), "{json}: {path}: {message}");
        }
    }

    #[test]
    fn a_deep_text_is_refused() {
        let deep = "[".repeat(200_000);
        assert_eq!(refused(&format!(r#"{{"seriousRisk": {deep}"#)).0, "bad-input");
    }
}
