//! The stacks that were asked lately: compiled once, and kept.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::NaiveDate;

use crate::engine::scope::Scope;
use crate::engine::stack::Stack;
use crate::error::Error;

/// As many as the areas and days that somebody looks at in turn.
const MOST_KEPT: usize = 32;

/// What a stack is compiled for: the scope without its time, since rules begin and end with a day.
#[derive(Debug, PartialEq)]
pub(super) struct Asked {
    pub(super) scope: Scope,
    pub(super) day: Option<NaiveDate>,
    pub(super) for_records: bool,
}

/// The stacks, the one that was asked last at the end.
#[derive(Debug, Default)]
pub(super) struct Kept(Mutex<Vec<(Asked, Arc<Stack>)>>);

impl Kept {
    /// The stack that was asked before, or a new one; nobody waits while it is made.
    pub(super) fn or_compile(&self, asked: Asked, compile: impl FnOnce() -> Result<Stack, Error>) -> Result<Arc<Stack>, Error> {
        if let Some(stack) = self.find(&asked) {
            return Ok(stack);
        }
        let stack = Arc::new(compile()?);
        let mut kept = self.stacks();
        if kept.len() >= MOST_KEPT {
            kept.remove(0);
        }
        kept.push((asked, Arc::clone(&stack)));
        Ok(stack)
    }

    fn find(&self, asked: &Asked) -> Option<Arc<Stack>> {
        let mut kept = self.stacks();
        let place = kept.iter().position(|(known, _)| known == asked)?;
        kept[place..].rotate_left(1);
        kept.last().map(|(_, stack)| Arc::clone(stack))
    }

    fn stacks(&self) -> MutexGuard<'_, Vec<(Asked, Arc<Stack>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
