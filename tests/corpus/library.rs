//! The only place in the corpus that knows how the library is called.

use std::path::Path;

use safeguarding_rules::Rulebook;
use serde_json::json;

/// What answers: the built-in packs, a portal's own pack beside them, or the built-in packs with a portal's own sentences.
pub const RULEBOOKS: [&str; 3] = ["built-in", "own-pack", "own-words"];

/// The rulebook of a name.
pub fn named(name: &str) -> Rulebook {
    let built_in = Rulebook::built_in();
    match name {
        "built-in" => built_in,
        "own-pack" => built_in.with(&own_pack()).unwrap_or_else(|refusal| panic!("{refusal}")),
        "own-words" => built_in.with_messages(OWN_WORDS).unwrap_or_else(|refusal| panic!("{refusal}")),
        other => panic!("{other} is no rulebook of the corpus"),
    }
}

/// A portal's own pack, in the object form in which packs are loaded.
pub fn own_pack() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("own-pack/riverbridge.toml");
    let table: toml::Table = toml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    serde_json::to_string(&table).unwrap()
}

/// Sentences of every kind: a heading, the parts of a date, a rule, a caution, a name, a reason.
pub const OWN_WORDS: &str = r#"{
    "how_soon.HOLD": "Cynhaliwch y cyfarfod strategaeth {by}.",
    "how_soon.BY_SAME_DAY": "ar {date}, yr un diwrnod",
    "words.DATE": "{weekday} {day} {month} {year}",
    "words.FRIDAY": "dydd Gwener",
    "words.MARCH": "Mawrth",
    "multi-agency-meetings.classify_concern.TR-T1a": "Rheol y canllaw",
    "multi-agency-meetings.threshold-is-decided-by-people": "Pobl sy'n penderfynu.",
    "who_attends.REFERRING_AGENCY_NAMED": "yr asiantaeth sy'n atgyfeirio ({name})",
    "information-sharing.lawful_basis.O-05a-e": "Sail."
}"#;

/// The answer as JSON text, or the refusal as the JSON text of `{ code, path, message }`.
pub fn call(function: &str, json: &str, rulebook: &Rulebook) -> Result<String, String> {
    let answer = match function {
        "loadPack" => rulebook.with(json).map(|loaded| json!(loaded.newest()).to_string()),
        "setMessages" => rulebook.with_messages(json).map(|_| "null".to_owned()),
        "listMessages" => Ok(json!(rulebook.sentences()).to_string()),
        "comparePacks" => rulebook.compare(json),
        asked => rulebook.answer(&kebab(asked), json),
    };
    answer.map_err(|refusal| json!(refusal).to_string())
}

/// A function's name as answers and posts know it: `classify-concern`.
fn kebab(camel: &str) -> String {
    camel.chars().flat_map(|c| if c.is_ascii_uppercase() { vec!['-', c.to_ascii_lowercase()] } else { vec![c] }).collect()
}
