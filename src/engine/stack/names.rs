//! The names that the packs of a stack give to agencies, roles and kinds of concern.

use super::Stack;
use crate::pack::Pack;
use crate::pack::vocabulary::{AgencyName, ConcernType, RoleName};
use crate::value::Text;
use crate::value::entries::Entries;
use crate::value::spelling::kebab;

impl Stack {
    /// What stands in one of their tables of names, in order.
    pub(crate) fn entries<E: 'static>(&self, table: fn(&Pack) -> &Entries<E>) -> impl Iterator<Item = (&Text, &E)> {
        self.packs.iter().flat_map(move |pack| table(pack).iter())
    }

    /// A kind of concern, by id.
    pub(crate) fn concern_type(&self, id: &str) -> Option<&ConcernType> {
        self.packs.iter().find_map(|pack| pack.words.concern_type.get(id))
    }

    /// An agency's name in a sentence.
    pub(crate) fn agency(&self, id: &str) -> Option<&AgencyName> {
        self.packs.iter().find_map(|pack| pack.words.agency.get(id))
    }

    fn role(&self, id: &str) -> Option<&RoleName> {
        self.packs.iter().find_map(|pack| pack.words.role.get(id))
    }

    /// Is a role that somebody gave this one, by its id or by another name of it?
    pub(crate) fn is_role(&self, given: &str, role: &str) -> bool {
        let given = kebab(&given.replace(['\'', '’', '.'], ""));
        given == role || self.role(role).is_some_and(|known| known.also.iter().any(|also| **also == *given))
    }

    /// The name that a document gives to a role or an agency.
    pub(crate) fn named(&self, id: &str) -> Option<&Text> {
        let role = self.role(id).map(|role| &role.label);
        role.or_else(|| self.agency(id).map(|agency| &agency.label))
    }

    /// The name in a sentence of a role or an agency.
    pub(crate) fn person(&self, id: &str) -> String {
        self.named(id).map_or_else(|| id.replace('-', " "), |label| label.to_string())
    }
}
