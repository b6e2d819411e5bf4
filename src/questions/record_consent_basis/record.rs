//! The record of one share: whether it is complete, and the form in which it is kept.

use sha2::{Digest, Sha256};

use super::answer::Record;
use super::canonical::canonical;
use super::share::Share;
use crate::engine::scope::Scope;
use crate::value::spelling::hexadecimal;

impl Share<'_> {
    /// The record.
    pub(super) fn record(&self, scope: &Scope) -> Record {
        let missing = self.missing();
        let recommended = self.recommended(&missing);
        let canonical = canonical(scope, self.facts, &self.stack.packs);
        let spoken = |fields: &[&str]| fields.iter().map(|field| self.stack.path(field)).collect();
        let asked = |field: &&&str| self.stack.fact(field).is_some();
        Record {
            complete: missing.is_empty(),
            to_record: missing.iter().chain(&recommended).filter(asked).map(|field| self.stack.ask(field)).collect(),
            missing: spoken(&missing),
            recommended: spoken(&recommended),
            id: self.facts.id.clone(),
            created_at: self.facts.created_at,
            corrects: self.facts.corrects.clone(),
            hash: hexadecimal(&Sha256::digest(&canonical)),
            canonical,
        }
    }
}
