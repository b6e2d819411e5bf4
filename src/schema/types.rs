//! The types of what the questions take and answer, each once and by its name, for declarations in other languages.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::Value;

use super::declared::Declared;
use super::{Visitor, for_each_question};
use crate::engine::decision::Decision;
use crate::engine::question::Question;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;

/// The types of every question. One leads to another by `$ref`: `#/definitions/Cited`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Types {
    /// The questions, in their order.
    pub questions: Vec<TypesOfQuestion>,
    /// What the questions take, each type by its name.
    pub facts: Value,
    /// What they answer.
    pub answers: Value,
    /// The facts that these packs declare, as one object, those of an object together; the title of each is its question.
    pub declared: Value,
}

/// What a question takes and answers, by the names of the types.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct TypesOfQuestion {
    /// Its name: `classify-concern`.
    pub name: &'static str,
    /// What it takes, beside the facts that packs declare where the type `takesDeclaredFacts`.
    pub facts: String,
    /// What it answers.
    pub answer: String,
}

/// The types of every question, and of the facts that these packs declare.
#[must_use]
pub fn of_types(rulebook: &Rulebook) -> Types {
    let generator = SchemaGenerator::new;
    let mut named = Named {
        questions: Vec::new(),
        facts: generator(SchemaSettings::draft07()),
        answers: generator(SchemaSettings::draft07().for_serialize()),
    };
    named.facts.subschema_for::<Scope>();
    named.answers.subschema_for::<Decision<()>>();
    for_each_question(&mut named);
    Types {
        questions: named.questions,
        facts: named.facts.take_definitions(true).into(),
        answers: named.answers.take_definitions(true).into(),
        declared: Declared::of_all(rulebook).below(""),
    }
}

/// The types that were met, by name.
struct Named {
    questions: Vec<TypesOfQuestion>,
    facts: SchemaGenerator,
    answers: SchemaGenerator,
}

impl Visitor for Named {
    fn visit<Q: Question>(&mut self)
    where
        Q::Facts: JsonSchema,
        Q::Answer: JsonSchema,
    {
        self.facts.subschema_for::<Q::Facts>();
        self.answers.subschema_for::<Q::Answer>();
        let [facts, answer] = [Q::Facts::schema_name(), Q::Answer::schema_name()].map(Cow::into_owned);
        self.questions.push(TypesOfQuestion { name: Q::NAME, facts, answer });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_types_have_one_name() {
        let types = of_types(&Rulebook::built_in());
        for types in [&types.facts, &types.answers] {
            let names: Vec<&String> = types.as_object().unwrap().keys().collect();
            assert!(names.len() > 50, "{names:?}");
            // The second of two is told apart by a number.
            let numbered: Vec<_> = names.iter().filter(|name| name.ends_with(|end: char| end.is_ascii_digit())).collect();
            assert!(numbered.is_empty(), "{numbered:?}");
        }
    }

    #[test]
    fn a_type_and_its_fields_say_what_rust_says_of_them() {
        let types = of_types(&Rulebook::built_in());
        assert_eq!(types.answers["Cited"]["properties"]["id"]["description"], "The rule's id, for example `TR-T0`.");
        assert_eq!(types.facts["KnownOfPerson"]["properties"]["unborn"]["description"], "Is the child not born yet?");
        let complex = &types.declared["properties"]["concerns"]["properties"]["particularlyComplex"];
        let asks = complex["title"].as_str().unwrap();
        assert!(asks.starts_with("Is the concern particularly complex, "), "{asks}");
    }
}
