//! JSON Schemas of packs, and of what each question takes and answers, made from the types that read and write them: for
//! editors, builders of forms, and programs that check answers.

mod declared;
mod facts;
mod tidy;
mod types;
mod values;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use crate::check::examples::Example;
use crate::engine::decision::Decision;
use crate::engine::question::{Listed, Question};
use crate::engine::rulebook::Rulebook;
use crate::pack::Words;
use crate::pack::document::Edition;
use crate::pack::rule::{Cite, Own};
use crate::questions::{
    QUESTIONS, check_action, choose_meeting, classify_concern, list_attendees, list_deadlines, make_checklist, record_consent_basis,
    report_quarter, resolve_disagreement,
};
use tidy::{Of, spellings, tidy};
pub use types::{Types, TypesOfQuestion, of_types};

/// The schemas of one question, of draft 7, which builders of forms take as it is.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct OfQuestion {
    /// Its name: `classify-concern`.
    pub name: &'static str,
    /// What it takes. Facts bear the questions of the packs as titles, so that a form needs no words of its own.
    pub facts: Value,
    /// What it answers.
    pub decision: Value,
}

/// The schemas of every question, with the areas, the facts and the kinds of concern that these packs declare.
#[must_use]
pub fn of_questions(rulebook: &Rulebook) -> Vec<OfQuestion> {
    let of = |asked: &Asked| {
        let headed = |what: &str, schema: &Value| {
            let heading = json!({
                "$schema": "http://json-schema.org/draft-07/schema#",
                "title": asked.question.asks.words,
                "description": format!("{what} of safeguarding-rules {}.", env!("CARGO_PKG_VERSION")),
            });
            merged([heading, schema.clone()])
        };
        OfQuestion {
            name: asked.question.name,
            facts: headed("The facts", &facts::of(asked, rulebook)),
            decision: headed("The answer", &asked.decision),
        }
    };
    all().iter().map(of).collect()
}

/// A question, and what its types say of themselves.
struct Asked {
    question: &'static Listed,
    facts: Value,
    decision: Value,
}

fn all() -> Vec<Asked> {
    let mut all = Vec::new();
    for_each_question(&mut all);
    all
}

impl Visitor for Vec<Asked> {
    fn visit<Q: Question>(&mut self)
    where
        Q::Facts: JsonSchema,
        Q::Answer: JsonSchema,
    {
        let listed = QUESTIONS.iter().find(|listed| listed.name == Q::NAME);
        let question = listed.unwrap_or_else(|| unreachable!("every question is listed"));
        let mut decision = written::<Decision<Q::Answer>>(SchemaSettings::draft07().for_serialize());
        tidy(&mut decision, Of::Answer);
        self.push(Asked { question, facts: written::<Q::Facts>(SchemaSettings::draft07()), decision });
    }
}

/// What is done with each question: its types are known one by one alone.
trait Visitor {
    fn visit<Q: Question>(&mut self)
    where
        Q::Facts: JsonSchema,
        Q::Answer: JsonSchema;
}

fn for_each_question(visitor: &mut impl Visitor) {
    visitor.visit::<classify_concern::ClassifyConcern>();
    visitor.visit::<list_attendees::ListAttendees>();
    visitor.visit::<check_action::CheckAction>();
    visitor.visit::<check_action::CheckPlan>();
    visitor.visit::<record_consent_basis::RecordConsentBasis>();
    visitor.visit::<choose_meeting::ChooseMeeting>();
    visitor.visit::<list_deadlines::ListDeadlines>();
    visitor.visit::<make_checklist::MakeChecklist>();
    visitor.visit::<resolve_disagreement::ResolveDisagreement>();
    visitor.visit::<report_quarter::ReportQuarter>();
}

/// The schema of a pack in its object form, examples included, of draft 2020-12.
#[must_use]
pub fn of_pack() -> Value {
    let tables = [
        table::<Edition>(),
        table::<classify_concern::rule::Own>(),
        table::<list_attendees::rule::Own>(),
        table::<check_action::rule::Own>(),
        table::<record_consent_basis::rule::Own>(),
        table::<record_consent_basis::rule::LawfulBasis>(),
        table::<choose_meeting::rule::Own>(),
        table::<list_deadlines::rule::Own>(),
        table::<make_checklist::rule::Own>(),
        table::<resolve_disagreement::rule::Own>(),
        table::<report_quarter::rule::Own>(),
        list::<Example>("example"),
    ];
    let heading = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("A pack of safeguarding-rules {}", env!("CARGO_PKG_VERSION")),
    });
    let mut pack = written::<Words>(SchemaSettings::draft2020_12());
    pack["properties"] = merged([pack["properties"].take(), Map::from_iter(tables).into()]);
    tidy(&mut pack, Of::Pack);
    let questions = spellings(QUESTIONS.iter().map(|question| question.name));
    for (list, field) in [("caution", "question"), ("example", "asks")] {
        pack["properties"][list]["items"]["properties"][field]["enum"] = questions.clone().into();
    }
    merged([heading, pack])
}

/// A table of rules: the fields that every rule bears, and those of its own.
fn table<T: Own + JsonSchema>() -> (String, Value) {
    let (mut rule, own) = (written::<Cite>(SchemaSettings::draft2020_12()), written::<T>(SchemaSettings::draft2020_12()));
    let description = own["description"].clone();
    extend_fields(&mut rule, own);
    (T::TABLE.to_owned(), json!({ "type": "array", "items": rule, "description": description }))
}

fn list<T: JsonSchema>(name: &str) -> (String, Value) {
    let item = written::<T>(SchemaSettings::draft2020_12());
    let description = item["description"].clone();
    (name.to_owned(), json!({ "type": "array", "items": item, "description": description }))
}

/// What a type says of itself.
fn written<T: JsonSchema>(settings: SchemaSettings) -> Value {
    let settings = settings.with(|settings| settings.inline_subschemas = true);
    T::json_schema(&mut SchemaGenerator::new(settings)).to_value()
}

/// Takes the fields of another table beside its own.
fn extend_fields(schema: &mut Value, other: Value) {
    let required = |schema: &Value| schema["required"].as_array().cloned().unwrap_or_default();
    schema["required"] = [required(schema), required(&other)].concat().into();
    schema["properties"] = merged([schema["properties"].take(), other["properties"].clone()]);
}

/// One object of two, the second over the first.
fn merged(objects: [Value; 2]) -> Value {
    let entries = objects.into_iter().filter_map(|object| if let Value::Object(entries) = object { Some(entries) } else { None });
    entries.flatten().collect::<Map<_, _>>().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::table::Reading;
    use crate::questions::tables;

    #[test]
    fn every_question_and_every_table_has_its_schema() {
        let names: Vec<&str> = all().iter().map(|asked| asked.question.name).collect();
        assert_eq!(names, QUESTIONS.iter().map(|question| question.name).collect::<Vec<_>>());
        let pack = of_pack();
        for table in tables::<Reading>() {
            assert_eq!(pack["properties"][table.name]["type"], "array", "{}", table.name);
        }
    }
}
