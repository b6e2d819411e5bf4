//! The only place in the corpus that knows how the library is called.

use std::path::Path;

use safeguarding_rules::answers::{Tell, Told};
use safeguarding_rules::facts::Read;
use safeguarding_rules::pack::Question;
use safeguarding_rules::rulebook::Rulebook;
use safeguarding_rules::words::refusal::Refusal;
use safeguarding_rules::{compare, explain, facts, packs, questions, questions_for, rule_book, rulebook};
use serde_json::json;

/// What answers: the built-in packs, a portal's own pack beside them, or the built-in packs with a portal's own sentences.
pub const RULEBOOKS: [&str; 3] = ["built-in", "own-pack", "own-words"];

/// The rulebook of a name.
pub fn named(name: &str) -> Rulebook {
    let built_in = packs::built_in();
    match name {
        "built-in" => built_in,
        "own-pack" => built_in.with(&own_pack()).unwrap_or_else(|refusal| panic!("{refusal}")),
        "own-words" => {
            let catalogue = facts::read(OWN_WORDS).unwrap_or_else(|refusal| panic!("{refusal}"));
            built_in.with_catalogue(catalogue).unwrap_or_else(|refusal| panic!("{refusal}"))
        }
        other => panic!("{other} is no rulebook of the corpus"),
    }
}

/// A portal's own pack, in the object form in which packs are loaded.
pub fn own_pack() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/own-pack/riverbridge.toml");
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
    "classify_concern.TR-T1a": "Rheol y canllaw",
    "multi-agency-meetings.threshold-is-decided-by-people": "Pobl sy'n penderfynu.",
    "who_attends.REFERRING_AGENCY_NAMED": "yr asiantaeth sy'n atgyfeirio ({name})",
    "lawful_basis.O-05a-e": "Sail."
}"#;

/// The answer as JSON text, or the refusal as the JSON text of `{ code, path, message }`.
pub fn call(function: &str, json: &str, rulebook: &Rulebook) -> Result<String, String> {
    let answer = match function {
        "explain" => tell(json, rulebook, explain::explain),
        "questionsFor" => tell(json, rulebook, questions_for::questions_for),
        "listRules" => tell(json, rulebook, rule_book::list_rules),
        "describePacks" => tell(json, rulebook, rulebook::describe),
        "comparePacks" => tell(json, rulebook, compare::compare),
        "loadPack" => rulebook.with(json).map(|loaded| text(&loaded.newest().tell())),
        "setMessages" => facts::read(json).and_then(|catalogue| rulebook.with_catalogue(catalogue)).map(|_| text(&Told::Nothing)),
        "listMessages" => Ok(json!(rulebook.sentences()).to_string()),
        question => facts::parse(json).and_then(|facts| questions::ask(named_question(question), &facts, rulebook, text)),
    };
    answer.map_err(|refusal| json!({ "code": refusal.code, "path": refusal.path, "message": refusal.message }).to_string())
}

fn tell<'r, R: Read + Default, A: Tell>(
    json: &str,
    rulebook: &'r Rulebook,
    answer: impl Fn(&R, &'r Rulebook) -> Result<A, Refusal>,
) -> Result<String, Refusal> {
    let mut request = R::default();
    facts::read_into(&mut request, json)?;
    answer(&request, rulebook).map(|told| text(&rulebook.in_its_words(told.tell())))
}

fn text(told: &Told<'_>) -> String {
    serde_json::to_string(told).unwrap()
}

fn named_question(name: &str) -> Question {
    match name {
        "classifyConcern" => Question::ClassifyConcern,
        "listAttendees" => Question::ListAttendees,
        "checkAction" => Question::CheckAction,
        "checkPlan" => Question::CheckPlan,
        "recordConsentBasis" => Question::RecordConsentBasis,
        "chooseMeeting" => Question::ChooseMeeting,
        "listDeadlines" => Question::ListDeadlines,
        "makeChecklist" => Question::MakeChecklist,
        "resolveDisagreement" => Question::ResolveDisagreement,
        "reportQuarter" => Question::ReportQuarter,
        other => panic!("{other} is no function of the library"),
    }
}
