//! The names that the packs of a stack give to agencies, roles and kinds of concern.

use super::Stack;
use crate::error::{Code, Error, one_of};
use crate::pack::Pack;
use crate::pack::names::name_of;
use crate::pack::vocabulary::{AgencyName, ConcernType, RoleName};
use crate::text::Said;
use crate::text::labels::word_for;
use crate::value::agency::Agency;
use crate::value::entries::Entries;
use crate::value::meeting::MeetingType;
use crate::value::relatives;
use crate::value::spelling::folded;
use crate::value::truth::Truth;
use crate::value::{Text, distinct};

impl Stack {
    /// What stands in one of their tables of names, in order.
    pub(crate) fn entries<E: 'static>(&self, table: fn(&Pack) -> &Entries<E>) -> impl Iterator<Item = (&Text, &E)> {
        self.packs.iter().flat_map(move |pack| table(pack).iter())
    }

    /// A kind of concern, by id.
    pub(crate) fn concern_type(&self, id: &str) -> Option<&ConcernType> {
        self.called.concern_type.get(id)
    }

    /// The kinds of meeting: those of the built-in documents, and those that its packs declare.
    pub(crate) fn meetings(&self) -> Vec<MeetingType> {
        let own = self.entries(|pack| &pack.words.meeting_type).map(|(id, _)| MeetingType::Own(Text::clone(id)));
        distinct(MeetingType::built_in().cloned().chain(own))
    }

    /// Is it one of these?
    pub(crate) fn has_meeting(&self, meeting: &MeetingType) -> bool {
        let declares = |id: &Text| self.packs.iter().any(|pack| pack.words.meeting_type.get(id).is_some());
        if let MeetingType::Own(id) = meeting { declares(id) } else { true }
    }

    /// Refuses a kind of meeting that none of its packs declares.
    pub(crate) fn check_meeting(&self, meeting: Option<&MeetingType>) -> Result<(), Error> {
        if meeting.is_none_or(|meeting| self.has_meeting(meeting)) {
            return Ok(());
        }
        let known = self.meetings();
        let known: Vec<&str> = known.iter().map(MeetingType::id).collect();
        Err(Error::new(Code::BadWord, "meetingType", one_of(&known)))
    }

    /// The name of a kind of meeting in a sentence.
    pub(crate) fn meeting(&self, meeting: &MeetingType) -> Said {
        let id = meeting.id();
        let declared = self.packs.iter().find_map(|pack| Some((pack, pack.words.meeting_type.get(id)?)));
        let own = declared.map(|(pack, kind)| Said::of_pack(&pack.document().id, &name_of("meeting_type", id).into(), &kind.label));
        own.or_else(|| word_for(id)).unwrap_or_else(|| Said::plain(id.replace('-', " ")))
    }

    /// An agency's name in a sentence.
    pub(crate) fn agency(&self, id: &str) -> Option<&AgencyName> {
        self.called.agency.get(id)
    }

    /// Are these two names of one agency?
    pub(crate) fn is_one_agency(&self, one: &str, other: &str) -> bool {
        self.foremost(one) == self.foremost(other)
    }

    /// The name by which an agency goes first, of all that it has.
    pub(crate) fn foremost<'s>(&'s self, id: &'s str) -> &'s str {
        self.agency(id).and_then(|agency| agency.same_as.as_deref()).unwrap_or(id)
    }

    /// Is an agency the one that is needed, or does it take its part?
    pub(crate) fn stands_in(&self, agency: &str, needed: &str) -> bool {
        agency == needed || self.agency(agency).and_then(|agency| agency.part_of.as_deref()) == Some(needed)
    }

    fn role(&self, id: &str) -> Option<&RoleName> {
        self.called.role.get(id)
    }

    /// May somebody of the family be among those whom a rule names? Not where a document knows an agency there, or people at
    /// work alone.
    pub(crate) fn may_hold_family(&self, id: &str) -> bool {
        let are_at_work = self.agency(id).is_some() || self.role(id).is_some_and(|role| role.staff);
        relatives::is_named(id) || !are_at_work
    }

    /// Is a role that somebody gave this one, by its id or by another name of it?
    pub(crate) fn is_role(&self, given: &str, role: &str) -> bool {
        let given = folded(given);
        given == role || self.role(role).is_some_and(|known| known.also.iter().any(|also| **also == *given))
    }

    /// Is it a role by another name, or one that a document places below another?
    pub(crate) fn places_role(&self, id: &str) -> bool {
        self.entries(|pack| &pack.words.role).any(|(_, role)| role.also.iter().chain(&role.below).any(|known| **known == *id))
    }

    /// Does a role that somebody gave do the part of this one? Not known of a name that other agencies use too, where nobody
    /// says of which it is, nor of a role that may stand above it.
    pub(crate) fn does_part_of(&self, given: &str, role: &str, is_agency_told: bool) -> Truth {
        let id = folded(given);
        let known = self.role(role);
        let is_among = |list: fn(&RoleName) -> &[Text]| known.is_some_and(|known| list(known).iter().any(|one| **one == *id));
        if self.is_role(given, role) {
            if is_among(|known| &known.shared) && !is_agency_told { Truth::Unknown } else { Truth::Yes }
        } else {
            let may_stand_above = known.is_some_and(|known| !known.below.is_empty()) && !is_among(|known| &known.below);
            if may_stand_above { Truth::Unknown } else { Truth::No }
        }
    }

    /// The name that a document gives to a role or an agency.
    pub(crate) fn named(&self, id: &str) -> Option<&Text> {
        let role = self.role(id).map(|role| &role.label);
        role.or_else(|| self.agency(id).map(|agency| &agency.label))
    }

    /// Is it a name that a document knows, or somebody of the family? Under any other may be whoever is needed.
    pub(crate) fn knows(&self, agency: &Agency) -> bool {
        self.named(agency.id()).is_some() || relatives::is_named(agency.id())
    }

    /// What the portal calls what stands in a table of one of the packs.
    pub(crate) fn own_name(&self, table: &str, id: &str) -> Option<Text> {
        let name = name_of(table, id);
        self.packs.iter().find_map(|pack| self.catalogue.words_for(&pack.document().id, &name)).map(Text::from)
    }

    /// The name in a sentence of a role or an agency.
    pub(crate) fn person(&self, id: &str) -> String {
        self.named(id).cloned().or_else(|| self.own_name("word", id)).map_or_else(|| id.replace('-', " "), |label| label.to_string())
    }
}
