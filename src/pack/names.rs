//! What a pack calls things, which a portal can call by names of its own.

use super::Words;
use super::vocabulary::{AgencyName, ConcernType, RoleName};
use crate::value::Text;

/// The name under which a portal calls an area, and a document for short.
pub(crate) const AREA_LABEL: &str = "area_label";
pub(crate) const SHORT: &str = "short";

/// Something that a pack has a name for.
pub(crate) trait Named: Clone {
    /// The table in which it stands.
    const TABLE: &'static str;

    /// The same by another name.
    fn called(self, label: Text) -> Self;
}

impl Named for ConcernType {
    const TABLE: &'static str = "concern_type";

    fn called(self, label: Text) -> Self {
        ConcernType { label, ..self }
    }
}

impl Named for AgencyName {
    const TABLE: &'static str = "agency";

    fn called(self, label: Text) -> Self {
        AgencyName { label, ..self }
    }
}

impl Named for RoleName {
    const TABLE: &'static str = "role";

    fn called(self, label: Text) -> Self {
        RoleName { label, ..self }
    }
}

/// The name under which a portal calls what stands in a table: `agency.police`.
pub(crate) fn name_of(table: &str, id: &str) -> String {
    format!("{table}.{id}")
}

impl Words {
    /// Everything that it has a name for, each with the name under which a portal calls it.
    pub(crate) fn names(&self) -> impl Iterator<Item = (String, &Text)> {
        let concerns = self.concern_type.iter().map(|(id, kind)| (name_of(ConcernType::TABLE, id), &kind.label));
        let meetings = self.meeting_type.iter().map(|(id, kind)| (name_of("meeting_type", id), &kind.label));
        let agencies = self.agency.iter().map(|(id, agency)| (name_of(AgencyName::TABLE, id), &agency.label));
        let roles = self.role.iter().map(|(id, role)| (name_of(RoleName::TABLE, id), &role.label));
        let document = [(AREA_LABEL, &self.document.area_label), (SHORT, &self.document.short)];
        let document = document.into_iter().filter_map(|(name, label)| Some((name.to_owned(), label.as_ref()?)));
        concerns.chain(meetings).chain(agencies).chain(roles).chain(document)
    }

    /// The words of its closed lists.
    pub(crate) fn listed(&self) -> impl Iterator<Item = &Text> {
        let tables = self.word.iter().flat_map(|(_, words)| words.iter().map(|(word, _)| word));
        tables.chain(self.fact.iter().flat_map(|(_, fact)| &fact.one_of))
    }

    /// Does it call somebody by this word?
    pub(crate) fn calls(&self, word: &str) -> bool {
        self.role.get(word).is_some() || self.agency.get(word).is_some()
    }
}
