//! What is asked of the answers and the packs themselves: in words, field by field, rule by rule, side by side.

mod case_due;
pub(crate) mod compare;
pub(crate) mod describe;
pub(crate) mod explain;
mod idle;
pub(crate) mod list_rules;
mod names;
mod nearest;
mod note;
mod plain;
pub(crate) mod questions_for;
mod request;
mod to_ask;
mod told;
mod variables;
mod words;

use serde::Serialize;

use crate::engine::rulebook::Rulebook;
use crate::error::Error;
use crate::questions;
use crate::text::catalogue::written;
use crate::value::json::Json;
use crate::value::read;
use crate::value::spelling::kebab;

/// What is asked by a name, from facts in JSON.
type Function = fn(&Json<'_>, &Rulebook) -> Result<String, Error>;

/// What can be asked by name, beside the questions.
const FUNCTIONS: &[(&str, Function)] = &[
    ("case-due", |facts, rulebook| case_due::case_due(facts, rulebook).map(|told| tell(&told, rulebook))),
    ("describe-packs", |request, rulebook| describe::describe(&read::json(request)?, rulebook).map(|told| tell(&told, rulebook))),
    ("explain", |request, rulebook| explain::explain(&read::json(request)?, rulebook).map(|told| tell(&told, rulebook))),
    ("list-messages", |_, rulebook| Ok(list_messages(rulebook))),
    ("list-rules", |request, rulebook| list_rules::list_rules(&read::json(request)?, rulebook).map(|told| tell(&told, rulebook))),
    ("questions-for", |request, rulebook| questions_for::questions_for(&read::json(request)?, rulebook).map(|told| tell(&told, rulebook))),
];

/// Every sentence that an answer may say, by name, in our words.
fn list_messages(rulebook: &Rulebook) -> String {
    let sentences = rulebook.sentences();
    let object = sentences.iter().map(|(name, words)| (name.as_str().into(), Json::text(&**words))).collect();
    tell(&Json::Object(object), rulebook)
}

fn tell(told: &impl Serialize, rulebook: &Rulebook) -> String {
    written(told, rulebook.catalogue())
}

impl Rulebook {
    /// Answers by name, from facts in JSON text, and writes the answer as JSON text: what the door to another language
    /// needs, and a server that checks posted answers.
    ///
    /// The names are those of the questions, such as `classify-concern`, and `explain`, `questions-for`, `list-rules`,
    /// `list-messages`, `describe-packs`, and `case-due`: of the facts of `classify-concern`, the times alone, which a list of
    /// many cases shows.
    ///
    /// # Errors
    /// An [`Error`] where nothing has that name, or the question's own.
    pub fn answer(&self, name: &str, facts: &str) -> Result<String, Error> {
        self.answer_completed(name, facts, &[])
    }

    /// Answers as [`Rulebook::answer`] does, with texts for fields that the caller left out: a record's time and number are
    /// known to the world outside alone.
    ///
    /// # Errors
    /// As [`Rulebook::answer`].
    pub fn answer_completed(&self, name: &str, facts: &str, otherwise: &[(&str, &str)]) -> Result<String, Error> {
        let mut facts = Json::parse(facts)?;
        for (field, text) in otherwise {
            if let (Json::Object(_), None | Some(Json::Null)) = (&facts, facts.at(field)) {
                facts.set(field, Json::text(*text));
            }
        }
        let name = kebab(name);
        match FUNCTIONS.iter().find(|(known, _)| *known == name) {
            Some((_, function)) => function(&facts, self),
            None => questions::named(&name)?.write(&facts, self),
        }
    }

    /// Tells what changes between two packs or two stacks of them, from `{"before": …, "after": …}` in JSON text, as JSON
    /// text. Each side is the id of a pack, a pack in object form as JSON text, or a list of ids that answer together.
    ///
    /// # Errors
    /// An [`Error`] where a pack is not known, or is refused.
    pub fn compare(&self, sides: &str) -> Result<String, Error> {
        compare::compare(&read::text(sides)?, self).map(|told| tell(&told, self))
    }
}
