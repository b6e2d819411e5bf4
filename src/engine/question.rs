//! What makes a question, and the list in which each stands once.

use std::sync::Arc;

use serde::Serialize;

use super::case::Case;
use super::decision::{Ask, Decision};
use super::form::{Expected, Field, Form};
use super::input::{self, Facts};
use super::rulebook::Rulebook;
use super::scope::Scope;
use super::stack::Stack;
use crate::error::Error;
use crate::text::catalogue::{Catalogue, written};
use crate::text::{Said, Sentence};
use crate::value::Text;
use crate::value::json::Json;

/// A question that practitioners ask.
pub(crate) trait Question {
    /// Its name, as `explain`, packs and posted answers know it: `classify-concern`.
    const NAME: &'static str;
    /// The table of a pack that answers it.
    const TABLE: &'static str;
    /// The question itself.
    const ASKS: &'static Sentence;
    /// What is known.
    type Facts: Facts;
    /// What is answered.
    type Answer: Answer + Serialize + 'static;

    /// How a form asks for what is known.
    const FORM: Form = Form::BY_FACTS;

    /// Answers it.
    fn decide(scope: &Scope, facts: &Self::Facts, rulebook: &Rulebook) -> Result<Decision<Self::Answer>, Error>;

    /// The packs that answer it.
    fn stack(scope: &Scope, rulebook: &Rulebook) -> Result<Arc<Stack>, Error> {
        rulebook.stack(scope)
    }

    /// Adds the fields that it asks beside the facts of the packs. It is given those that are worth asking already.
    fn own_fields(open: &Open<'_>, fields: &mut Vec<Field>) {
        fields.extend(open.decision.answer.to_record().into_iter().map(|ask| open.field(ask)));
    }

    /// What is expected in a field that no fact of the packs declares.
    fn expects_at(_path: &str, _stack: &Stack) -> Option<Expected> {
        None
    }
}

/// What is open where a form asks which fields are still worth asking.
pub(crate) struct Open<'o> {
    /// The facts, as they were given.
    pub facts: &'o Json<'o>,
    /// The case, as far as the packs' facts tell.
    pub case: &'o Case<'o>,
    /// The decision on what is known.
    pub decision: &'o Decided,
    /// What is expected at a path.
    pub expected: &'o dyn Fn(&str) -> Expected,
}

impl Open<'_> {
    /// A field on which one rule hangs, with what is expected there.
    pub(crate) fn field(&self, ask: Ask) -> Field {
        Field { expected: (self.expected)(&ask.path), ask, could_change: 1 }
    }

    /// Was nothing given at a path?
    pub(crate) fn is_open(&self, path: &str) -> bool {
        self.facts.is_open(path)
    }
}

/// What is wanted of an answer by whoever puts it into words or compares it with another.
pub(crate) trait Answer {
    /// The answer in one sentence.
    fn heading(&self) -> &Said;

    /// What of it matters when two are compared, line by line.
    fn gist(&self) -> Vec<String>;

    /// The same for people to read, where the gist is not.
    fn gist_in_words(&self, _: &Catalogue) -> Vec<String> {
        self.gist()
    }

    /// The rules behind what it lists to consider, beside those that it rests on.
    fn rules_listed(&self) -> Vec<Text> {
        Vec::new()
    }

    /// What it finds missing in what was written down, each at its path.
    fn to_record(&self) -> Vec<Ask> {
        Vec::new()
    }
}

/// A decision on whatever question.
pub(crate) type Decided = Decision<Box<dyn Answer>>;

/// A question in the list of all.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed {
    /// Its name: `classify-concern`.
    pub name: &'static str,
    /// The table of a pack that answers it.
    pub table: &'static str,
    /// The question itself.
    pub asks: &'static Sentence,
    /// How a form asks for what is known.
    pub form: Form,
    own_fields: fn(&Open<'_>, &mut Vec<Field>),
    expects_at: fn(&str, &Stack) -> Option<Expected>,
    stack: fn(&Scope, &Rulebook) -> Result<Arc<Stack>, Error>,
    decide: fn(&Json<'_>, &Rulebook) -> Result<Decided, Error>,
    write: fn(&Json<'_>, &Rulebook) -> Result<String, Error>,
}

impl Listed {
    /// The entry of a question.
    pub(crate) const fn of<Q: Question>() -> Self {
        Listed {
            name: Q::NAME,
            table: Q::TABLE,
            asks: Q::ASKS,
            form: Q::FORM,
            own_fields: Q::own_fields,
            expects_at: Q::expects_at,
            stack: Q::stack,
            decide: |facts, rulebook| Ok(decide::<Q>(facts, rulebook)?.map(|answer| Box::new(answer) as Box<dyn Answer>)),
            write: |facts, rulebook| Ok(written(&decide::<Q>(facts, rulebook)?, rulebook.catalogue())),
        }
    }

    /// Adds the fields that it asks beside the facts of the packs.
    pub(crate) fn own_fields(&self, open: &Open<'_>, fields: &mut Vec<Field>) {
        (self.own_fields)(open, fields);
    }

    /// What is expected in a field that no fact of the packs declares.
    pub(crate) fn expects_at(&self, path: &str, stack: &Stack) -> Option<Expected> {
        (self.expects_at)(path, stack)
    }

    /// The packs that answer it.
    pub(crate) fn stack(&self, scope: &Scope, rulebook: &Rulebook) -> Result<Arc<Stack>, Error> {
        (self.stack)(scope, rulebook)
    }

    /// Answers the question from facts in JSON.
    pub(crate) fn decide(&self, facts: &Json<'_>, rulebook: &Rulebook) -> Result<Decided, Error> {
        (self.decide)(facts, rulebook)
    }

    /// Answers the question with JSON text, in the portal's own sentences where it has some.
    pub(crate) fn write(&self, facts: &Json<'_>, rulebook: &Rulebook) -> Result<String, Error> {
        (self.write)(facts, rulebook)
    }
}

fn decide<Q: Question>(facts: &Json<'_>, rulebook: &Rulebook) -> Result<Decision<Q::Answer>, Error> {
    let (scope, facts) = input::read(facts)?;
    Q::decide(&scope, &facts, rulebook)
}
