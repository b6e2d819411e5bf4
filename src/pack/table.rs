//! A pack's tables of rules, one for each question that it answers.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use super::rule::{AnyRule, Own, Rule};
use crate::error::{Code, Error};
use crate::value::Text;
use crate::value::json::Json;

/// What is done with tables of rules, of whatever type they are. What a program never does is not compiled into it.
pub(crate) trait Task {
    /// What it is done with.
    type Given<'g>: Copy;
    /// What comes of it.
    type Made;

    /// Does it with the table of one type.
    fn done<T: Own>(given: Self::Given<'_>) -> Result<Self::Made, Error>;
}

/// A task for one table. The list of the questions names them all.
pub(crate) struct OfTable<K: Task> {
    /// The table's name.
    pub name: &'static str,
    done: fn(K::Given<'_>) -> Result<K::Made, Error>,
}

impl<K: Task> OfTable<K> {
    /// The task for the table of one type.
    pub(crate) const fn of<T: Own>() -> Self {
        OfTable { name: T::TABLE, done: K::done::<T> }
    }

    pub(super) fn done(&self, given: K::Given<'_>) -> Result<K::Made, Error> {
        (self.done)(given)
    }
}

/// Reads a table from its object form.
pub(crate) struct Reading;

/// Opens a table that was sealed.
pub(crate) struct Opening;

/// Seals the table of a pack that has it.
pub(crate) struct Sealing;

impl Task for Reading {
    /// The rules, and the id of their pack.
    type Given<'g> = (&'g Json<'g>, &'g Text);
    type Made = Table;

    fn done<T: Own>((rules, pack): Self::Given<'_>) -> Result<Table, Error> {
        let Json::List(rules) = rules else { return Err(Error::expected(Code::BadInput, "a list")) };
        let room = room::<T>(pack);
        let read = |(index, rule)| Rule::<T>::read(rule, &room).map(Arc::new).map_err(|error| error.in_item(index));
        Ok(Table::of(rules.iter().enumerate().map(read).collect::<Result<Vec<_>, Error>>()?))
    }
}

impl Task for Opening {
    /// The rules, and the id of their pack.
    type Given<'g> = (&'g [u8], &'g Text);
    type Made = Table;

    fn done<T: Own>((rules, pack): Self::Given<'_>) -> Result<Table, Error> {
        let damaged = |_| Error::expected(Code::BadPack, "rules of this table");
        let room = room::<T>(pack);
        let in_room = |rule: Rule<T>| Arc::new(Rule { room: Text::clone(&room), ..rule });
        let rules = postcard::from_bytes::<Vec<Rule<T>>>(rules).map_err(damaged)?;
        Ok(Table::of(rules.into_iter().map(in_room).collect()))
    }
}

impl Task for Sealing {
    type Given<'g> = &'g Tables;
    type Made = Option<Vec<u8>>;

    fn done<T: Own>(tables: &Tables) -> Result<Option<Vec<u8>>, Error> {
        let rules = tables.has::<T>().then(|| postcard::to_allocvec(tables.rules::<T>()));
        rules.transpose().map_err(|_| Error::expected(Code::BadPack, "plain data"))
    }
}

/// The room of a table's sentences, which begins with the pack.
fn room<T: Own>(pack: &str) -> Text {
    Text::from(format!("{pack}.{}", T::TABLE))
}

/// The rules of one table, in the document's order.
pub(crate) struct Table {
    name: &'static str,
    /// A list of [`Rule`]s of the type that the table's name stands for.
    typed: Box<dyn Any + Send + Sync>,
    every: Vec<Arc<dyn AnyRule>>,
}

impl Table {
    fn of<T: Own>(rules: Vec<Arc<Rule<T>>>) -> Self {
        let every = rules.iter().map(|rule| Arc::clone(rule) as Arc<dyn AnyRule>).collect();
        Table { name: T::TABLE, typed: Box::new(rules), every }
    }
}

/// By its name alone: a rule behind a pointer that could show itself would carry that code into every browser.
impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} rules of {}", self.every.len(), self.name)
    }
}

/// The tables of a pack.
#[derive(Debug, Default)]
pub(crate) struct Tables(Vec<Table>);

impl Tables {
    pub(super) fn push(&mut self, table: Table) {
        self.0.push(table);
    }

    fn has<T: Own>(&self) -> bool {
        self.0.iter().any(|table| table.name == T::TABLE)
    }

    pub(super) fn rules<T: Own>(&self) -> &[Arc<Rule<T>>] {
        let table = self.0.iter().find(|table| table.name == T::TABLE);
        table.and_then(|table| table.typed.downcast_ref::<Vec<Arc<Rule<T>>>>()).map_or(&[], Vec::as_slice)
    }

    pub(super) fn every_rule(&self) -> impl Iterator<Item = &dyn AnyRule> {
        self.0.iter().flat_map(|table| &table.every).map(|rule| &**rule)
    }
}
