//! The JSON Schemas of each question: what it takes and what it answers, made from the types that read and tell it.
//!
//! They are of draft 7, which form builders take as it is. Facts bear the questions of the packs as titles, so that a form
//! needs no words of its own. `null` means the same as leaving a field out, and here it is left out.

use crate::command::say;
use crate::project::{Project, VERSION};
use anyhow::Result;
use safeguarding_rules::answers::Tell;
use safeguarding_rules::decide::{
    check_action, choose_meeting, classify_concern, list_attendees, list_deadlines, make_checklist, record_consent_basis, report_quarter,
    resolve_disagreement,
};
use safeguarding_rules::facts::{self, Field, Node, Read, Shape};
use safeguarding_rules::pack::{Fact, Question};
use safeguarding_rules::packs;
use safeguarding_rules::rulebook::{CONCERNS, Rulebook};
use safeguarding_rules::words::decision::Decision;
use safeguarding_rules::words::list;
use safeguarding_rules::words::meeting::MeetingType;
use safeguarding_rules::words::moment;
use safeguarding_rules::words::once;
use serde_json::{Map, Value, json};
use std::fs;

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// Writes them into the package.
pub fn write(project: &Project) -> Result<()> {
    let folder = project.dist().join("schema");
    fs::create_dir_all(&folder)?;
    let rulebook = packs::built_in();
    for asked in all() {
        let id = asked.question.id();
        fs::write(folder.join(format!("{id}.json")), format!("{}\n", Packs::of(&asked, &rulebook).facts()))?;
        fs::write(folder.join(format!("{id}.answer.json")), format!("{}\n", answer(&asked)))?;
    }
    say("the schemas of the questions are in pkg-config/dist/schema/");
    Ok(())
}

/// A question, and the shapes of what it takes and answers.
struct Asked {
    question: Question,
    takes: Shape,
    answers: Shape,
}

fn all() -> Vec<Asked> {
    vec![
        of::<classify_concern::Facts, classify_concern::HowSoon>(Question::ClassifyConcern),
        of::<list_attendees::Facts, list_attendees::WhoAttends>(Question::ListAttendees),
        of::<check_action::ActionFacts, check_action::ActionCheck>(Question::CheckAction),
        of::<check_action::PlanFacts, check_action::PlanCheck>(Question::CheckPlan),
        of::<record_consent_basis::Facts, record_consent_basis::SharingBasis>(Question::RecordConsentBasis),
        of::<choose_meeting::Facts, choose_meeting::Choice>(Question::ChooseMeeting),
        of::<list_deadlines::Facts, list_deadlines::WhatFallsDue>(Question::ListDeadlines),
        of::<make_checklist::Facts, make_checklist::Checklist>(Question::MakeChecklist),
        of::<resolve_disagreement::Facts, resolve_disagreement::NextStep>(Question::ResolveDisagreement),
        of::<report_quarter::Facts, report_quarter::Quarter>(Question::ReportQuarter),
    ]
}

fn of<F: Read, A: Tell>(question: Question) -> Asked {
    Asked { question, takes: F::shape(), answers: <Decision<'static, A> as Tell>::told() }
}

fn headed(question: Question, what: &str, schema: Value) -> Value {
    let mut headed = json!({
        "$schema": DRAFT,
        "title": question.asked().words(),
        "description": format!("{what} of safeguarding-rules {VERSION}."),
    });
    add(&mut headed, schema);
    headed
}

fn add(schema: &mut Value, more: Value) {
    if let (Value::Object(schema), Value::Object(more)) = (schema, more) {
        schema.extend(more);
    }
}

fn about(field: &Field) -> String {
    field.about.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Is it one of the shapes that say no more than that a text stands here?
fn is_any_text(expected: &str) -> bool {
    matches!(expected, "a text" | "a sentence")
}

// ---------------------------------------------------------------------------------------------------------- facts

/// Words to choose from, each with its name.
fn chosen_from(words: impl IntoIterator<Item = (String, String)>) -> Value {
    let one = |(id, label): (String, String)| json!({ "const": id, "title": label });
    json!({ "type": "string", "oneOf": words.into_iter().map(one).collect::<Vec<_>>() })
}

/// The same, where nothing need be chosen. A form takes the first of several for granted unless it is told otherwise: told
/// `null`, it assumes no area and no meeting.
fn perhaps_chosen_from(words: impl IntoIterator<Item = (String, String)>) -> Value {
    let mut schema = chosen_from(words);
    if let Some(words) = schema["oneOf"].as_array_mut() {
        words.push(json!({ "const": null, "title": "Not said" }));
    }
    add(&mut schema, json!({ "type": ["string", "null"], "default": null }));
    schema
}

/// Every meeting, with its name.
fn meetings() -> impl Iterator<Item = (String, String)> {
    list::all(MeetingType::WORDS).into_iter().map(|id| {
        let mut meeting = MeetingType::default();
        facts::read_node(&mut meeting, &Node::Text(id.clone())).expect("it is of the list");
        (id, meeting.label().trim_start_matches("the ").to_owned())
    })
}

/// Yes, no or not known, and not known until somebody says. Two types, the text first: so a form shows three words to choose
/// from and no box to tick, which could not tell a no from not known.
fn three_answers() -> Value {
    let one = |value: Value, title: &str| json!({ "const": value, "title": title });
    json!({
        "type": ["string", "boolean"],
        "oneOf": [one(json!(true), "Yes"), one(json!(false), "No"), one(json!("unknown"), "Not known")],
        "default": "unknown",
    })
}

fn moment_text() -> Value {
    let zone = "(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?";
    json!({
        "type": "string",
        "description": "A date, or a date and time, in London time where it has no offset.",
        "pattern": format!("^(19|20|21)[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}}([T ][0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}}([.][0-9]+)?)?{zone})?$"),
        "examples": ["2026-03-02", "2026-03-02T09:10"],
    })
}

/// What the built-in packs ask, as the schema of one question tells it.
struct Packs<'a> {
    asked: &'a Asked,
    rulebook: &'a Rulebook,
    /// Each path at which facts are asked, with those facts, in the order of the documents.
    paths: Vec<(String, Vec<&'static Fact>)>,
    /// The paths that rules of this question use.
    used: Vec<String>,
}

impl<'a> Packs<'a> {
    fn of(asked: &'a Asked, rulebook: &'a Rulebook) -> Self {
        let mut packs = Packs { asked, rulebook, paths: Vec::new(), used: Vec::new() };
        for pack in rulebook.packs() {
            for (name, fact) in pack.fact.iter().filter(|(_, fact)| fact.is_asked()) {
                let path = fact.path_of(name);
                match packs.paths.iter_mut().find(|(known, _)| *known == path) {
                    Some((_, facts)) => facts.push(fact),
                    None => packs.paths.push((path, vec![fact])),
                }
            }
            for name in asked.question.facts_used(pack, None, &|_| true) {
                packs.use_fact(name);
            }
        }
        packs
    }

    /// A fact that rules use, or all those that it is made of.
    fn use_fact(&mut self, name: &str) {
        let declared: Vec<&'static Fact> = self.rulebook.packs().iter().filter_map(|pack| pack.fact.get(name)).collect();
        for fact in declared {
            if fact.is_asked() && !self.used.contains(&fact.path_of(name)) {
                self.used.push(fact.path_of(name));
            }
            fact.parts().iter().for_each(|part| self.use_fact(part));
        }
    }

    fn facts(&self) -> Value {
        let mut schema = self.shape(&self.asked.takes);
        if matches!(self.asked.takes, Shape::Table { open: true, .. }) {
            let mut of_packs = self.open("");
            if let Some(Value::Object(own)) = schema.get("properties") {
                add(&mut of_packs["properties"], own.clone().into());
            }
            add(&mut schema, of_packs);
        }
        headed(self.asked.question, "The facts", schema)
    }

    fn shape(&self, shape: &Shape) -> Value {
        match shape {
            Shape::Text(expected) if *expected == moment::EXPECTED => moment_text(),
            Shape::Text(expected) if is_any_text(expected) => json!({ "type": "string", "maxLength": 10_000 }),
            Shape::Text(expected) => json!({ "type": "string", "description": format!("Expected: {expected}.") }),
            Shape::Word(words) => {
                json!({ "type": "string", "enum": words.split([' ', '|']).filter(|word| !word.is_empty()).collect::<Vec<_>>() })
            }
            Shape::Date => json!({ "type": "string", "format": "date" }),
            Shape::Flag => json!({ "type": "boolean" }),
            Shape::Count => json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX }),
            Shape::Answer => three_answers(),
            Shape::List(item) if matches!(**item, Shape::Elsewhere) => json!({ "type": "array", "minItems": 1, "items": self.a_child() }),
            Shape::List(item) => json!({ "type": "array", "items": self.shape(item) }),
            Shape::OneOrMore(item) => {
                json!({ "type": ["array", "string"], "items": self.shape(item) })
            }
            Shape::Map(value) => json!({ "type": "object", "additionalProperties": self.shape(value) }),
            Shape::Table { fields, .. } => self.table(fields),
            Shape::Elsewhere | Shape::Never | Shape::YesNoOr(_) | Shape::OrNothing(_) => unreachable!("no facts are of this shape"),
        }
    }

    fn table(&self, fields: &[Field]) -> Value {
        let properties: Map<String, Value> = fields.iter().map(|field| (field.name.clone(), self.field(field))).collect();
        let required: Vec<&str> = fields.iter().filter(|field| field.is_required).map(|field| field.name.as_str()).collect();
        json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
    }

    /// A field; some are closed lists of what the packs hold.
    fn field(&self, field: &Field) -> Value {
        let mut schema = match field.name.as_str() {
            "area" => perhaps_chosen_from(self.rulebook.areas().into_iter().map(|(id, label, _)| (id.to_owned(), label.to_owned()))),
            "packs" => {
                let ids: Vec<&str> = self.rulebook.packs().iter().map(|pack| pack.document.id).collect();
                json!({ "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "enum": ids } })
            }
            "concernTypes" => json!({ "type": "array", "uniqueItems": true, "items": chosen_from(self.concern_types()) }),
            "concerns" => self.open(CONCERNS),
            "meetingType" if !field.is_required => perhaps_chosen_from(meetings()),
            _ => self.shape(&field.shape),
        };
        add(&mut schema, json!({ "title": about(field).trim_end_matches('.') }));
        schema
    }

    fn concern_types(&self) -> Vec<(String, String)> {
        let of_packs = self.rulebook.packs().iter().flat_map(|pack| pack.concern_type.iter());
        of_packs.map(|(id, kind)| (id.to_owned(), kind.label.to_owned())).collect()
    }

    fn a_child(&self) -> Value {
        let mut child = self.open("child.");
        child["properties"]["ref"] = json!({ "type": "string", "title": "A reference of your own, never a name" });
        child
    }

    /// The facts whose paths begin so. Those that rules of this question use have fields of their own; the others are taken
    /// as well, because the packs declare them, and no form shows them.
    fn open(&self, beginning: &str) -> Value {
        let (mut properties, mut others): (Map<String, Value>, Vec<&str>) = (Map::new(), Vec::new());
        for (path, facts) in &self.paths {
            let Some(rest) = path.strip_prefix(beginning) else { continue };
            let (name, is_object) = rest.split_once('.').map_or((rest, false), |(name, _)| (name, true));
            if properties.contains_key(name) || others.contains(&name) {
                continue;
            }
            let schema = if is_object { self.object(name) } else { self.fact(path, facts) };
            match schema {
                Some(schema) => drop(properties.insert(name.to_owned(), schema)),
                None => others.push(name),
            }
        }
        let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
        if !others.is_empty() {
            schema["patternProperties"] = json!({ format!("^({})$", others.join("|")): {} });
        }
        schema
    }

    /// An object of facts, where rules of this question use some of them.
    fn object(&self, name: &str) -> Option<Value> {
        let mut schema = self.open(&format!("{name}."));
        let is_used = schema["properties"].as_object().is_some_and(|properties| !properties.is_empty());
        let (first, rest) = name.split_at(1);
        add(&mut schema, json!({ "title": format!("{}{rest}", first.to_ascii_uppercase()) }));
        is_used.then_some(schema)
    }

    /// What stands at a path, where rules of this question use it; its question is its title.
    fn fact(&self, path: &str, facts: &[&'static Fact]) -> Option<Value> {
        let any = |is_so: fn(&Fact) -> bool| facts.iter().any(|fact| is_so(fact));
        let words = |of: fn(&Fact) -> &'static [&'static str]| once(facts.iter().flat_map(|fact| of(fact)).copied().collect());
        let (closed, known): (Vec<&str>, Vec<&str>) = (words(|fact| fact.one_of), words(|fact| fact.is));
        let mut schema = if any(|fact| fact.moment) {
            moment_text()
        } else if !closed.is_empty() {
            let words: Vec<&str> = closed.into_iter().chain(["unknown"]).collect();
            json!({ "type": "string", "enum": words })
        } else if any(|fact| fact.more_than.is_some()) {
            json!({ "type": ["integer", "string"], "minimum": 0, "maximum": u32::MAX, "pattern": "^unknown$" })
        } else if !known.is_empty() {
            json!({ "type": ["string", "array"], "items": { "type": "string" }, "examples": known })
        } else if any(|fact| fact.filled) {
            json!({ "type": ["string", "array", "boolean", "integer"], "items": { "type": "string" } })
        } else {
            three_answers()
        };
        add(&mut schema, json!({ "title": facts[0].asks }));
        self.used.iter().any(|used| used == path).then_some(schema)
    }
}

// -------------------------------------------------------------------------------------------------------- answers

fn answer(asked: &Asked) -> Value {
    headed(asked.question, "The answer", told(&asked.answers))
}

fn told(shape: &Shape) -> Value {
    match shape {
        Shape::Text(_) => json!({ "type": "string" }),
        Shape::Word(words) => json!({ "type": "string", "enum": list::all(words) }),
        Shape::Date => json!({ "type": "string", "format": "date" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Count => json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX }),
        Shape::YesNoOr(word) => json!({ "enum": [true, false, word] }),
        Shape::OrNothing(held) => json!({ "anyOf": [told(held), { "type": "null" }] }),
        Shape::List(item) => json!({ "type": "array", "items": told(item) }),
        Shape::Table { fields, .. } => told_table(fields),
        Shape::Answer | Shape::OneOrMore(_) | Shape::Map(_) | Shape::Elsewhere | Shape::Never => {
            unreachable!("nothing told is of this shape")
        }
    }
}

fn told_table(fields: &[Field]) -> Value {
    let properties: Map<String, Value> = fields.iter().map(|field| (field.name.clone(), told_field(field))).collect();
    let required: Vec<&str> = fields.iter().filter(|field| field.is_required).map(|field| field.name.as_str()).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

/// A field that may be left out is there only where it says something: never `null`, never no.
fn told_field(field: &Field) -> Value {
    let mut schema = match &field.shape {
        Shape::OrNothing(held) if !field.is_required => told(held),
        Shape::Flag if !field.is_required => json!({ "const": true }),
        shape => told(shape),
    };
    let about = match &field.shape {
        Shape::Text(expected) if !is_any_text(expected) => format!("{} Here: {expected}.", about(field)),
        _ => about(field),
    };
    add(&mut schema, json!({ "description": about }));
    schema
}
