//! A pack's tables of rules, one for each question that it answers.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use super::rule::{AnyRule, Own, Rule};
use crate::error::{Code, Error};
use crate::value::json::Json;

/// How the rules of one table are read. The list of the questions names them all.
#[derive(Clone, Copy)]
pub(crate) struct TableReader {
    /// The table's name.
    pub name: &'static str,
    read: fn(&Json<'_>) -> Result<Table, Error>,
}

impl TableReader {
    /// The reader of a table.
    pub(crate) const fn of<T: Own>() -> Self {
        TableReader { name: T::TABLE, read: Table::read::<T> }
    }

    pub(super) fn read(self, rules: &Json<'_>) -> Result<Table, Error> {
        (self.read)(rules)
    }
}

/// The rules of one table, in the document's order.
pub(super) struct Table {
    name: &'static str,
    /// A list of [`Rule`]s of the type that the table's name stands for.
    typed: Box<dyn Any + Send + Sync>,
    every: Vec<Arc<dyn AnyRule>>,
}

impl Table {
    fn read<T: Own>(rules: &Json<'_>) -> Result<Self, Error> {
        let Json::List(rules) = rules else { return Err(Error::expected(Code::BadInput, "a list")) };
        let read = |(index, rule)| Rule::<T>::read(rule).map(Arc::new).map_err(|error| error.in_item(index));
        let rules = rules.iter().enumerate().map(read).collect::<Result<Vec<_>, Error>>()?;
        let every = rules.iter().map(|rule| Arc::clone(rule) as Arc<dyn AnyRule>).collect();
        Ok(Table { name: T::TABLE, typed: Box::new(rules), every })
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
pub(super) struct Tables(Vec<Table>);

impl Tables {
    pub(super) fn push(&mut self, table: Table) {
        self.0.push(table);
    }

    pub(super) fn rules<T: Own>(&self) -> &[Arc<Rule<T>>] {
        let table = self.0.iter().find(|table| table.name == T::TABLE);
        table.and_then(|table| table.typed.downcast_ref::<Vec<Arc<Rule<T>>>>()).map_or(&[], Vec::as_slice)
    }

    pub(super) fn every_rule(&self) -> impl Iterator<Item = &dyn AnyRule> {
        self.0.iter().flat_map(|table| &table.every).map(|rule| &**rule)
    }
}
