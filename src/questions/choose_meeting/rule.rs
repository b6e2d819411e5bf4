//! The fields that its rules have of their own.

use serde::de::Deserializer;
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use crate::engine::stack::Stack;
use crate::error::Code;
use crate::pack::rule;
use crate::pack::vocabulary::OwnMeeting;
use crate::text::Said;
use crate::value::meeting::MeetingType;
use crate::value::spelling::kebab;
use crate::value::{Text, read};

/// A rule about which meeting, as a pack writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Own {
    /// The meetings it speaks of; none where it speaks of the circumstances.
    #[serde(default)]
    pub meeting: Vec<MeetingType>,
    /// What it says.
    pub part: Part,
    /// Where it leads.
    pub route: Option<Route>,
    /// Does it hold until somebody says no, or claims its exception?
    #[serde(default)]
    pub presumed: bool,
}

impl rule::Own for Own {
    const TABLE: &'static str = "choose_meeting";

    fn meetings(&self) -> &[MeetingType] {
        &self.meeting
    }
}

/// What a rule says of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// This route is called for.
    CallsFor,
    /// The meeting is not the route; another is.
    RulesOut,
    /// The child is one of those whom the meeting is for.
    Cohort,
    /// This speaks for the meeting.
    Criterion,
    /// This comes before the meeting.
    Precondition,
    /// Where no cohort or criterion is met.
    Otherwise,
    /// What the meeting is and is not.
    Purpose,
}

/// Where circumstances lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// A strategy discussion.
    Strategy,
    /// Adult safeguarding, for whoever is 18 or over.
    AdultSafeguarding,
    /// The established child protection procedures.
    ChildProtection,
    /// A safeguarding referral, at once.
    SafeguardingReferral,
    /// A section 47 enquiry.
    Section47,
    /// A child protection conference.
    Conference,
    /// A MASH enquiry.
    Mash,
    /// The route by which professionals disagree.
    Escalation,
    /// The agency's own route of disagreement.
    AgencyEscalation,
    /// A multi-agency professionals' meeting.
    Professionals,
    /// The countywide multidisciplinary team meeting.
    MdtCountywide,
    /// The locality multidisciplinary team meeting.
    MdtLocality,
    /// The team around the child.
    Tac,
    /// The review by the team around the child.
    TacReview,
    /// Early help, or a safeguarding referral.
    EarlyHelpOrReferral,
    /// Case management as usual.
    CaseManagement,
    /// A plan that keeps the door open.
    EngagementPlan,
    /// One agency by itself.
    SingleAgency,
    /// The help that fits.
    AppropriateHelp,
    /// What the documents do not determine.
    NotDetermined,
    /// A kind of meeting that a pack declares, by its id.
    Own(Text),
}

/// Each route of the built-in documents with its word and its name in a sentence, the more protective first.
static BUILT_IN: [(Route, &str, &str); 20] = [
    (Route::Strategy, "strategy", "a strategy discussion"),
    (Route::AdultSafeguarding, "adult-safeguarding", "adult safeguarding"),
    (Route::ChildProtection, "child-protection-procedures", "child protection procedures"),
    (Route::SafeguardingReferral, "safeguarding-referral", "a safeguarding referral, now"),
    (Route::Section47, "s47", "a section 47 enquiry"),
    (Route::Conference, "cp-conference", "a child protection conference"),
    (Route::Mash, "mash", "a MASH enquiry"),
    (Route::Escalation, "escalation", "the partnership's way of resolving disagreements"),
    (Route::AgencyEscalation, "agency-escalation", "your own agency's way of resolving disagreements"),
    (Route::Professionals, "professionals", "a multi-agency professionals' meeting"),
    (Route::MdtCountywide, "mdt-countywide", "the countywide MDT"),
    (Route::MdtLocality, "mdt-locality", "the locality MDT"),
    (Route::Tac, "tac-initial", "a team around the child"),
    (Route::TacReview, "tac-review", "a review by the team around the child"),
    (Route::EarlyHelpOrReferral, "early-help-or-safeguarding-referral", "early help, or a safeguarding referral"),
    (Route::CaseManagement, "normal-case-management", "normal case management and safeguarding"),
    (Route::EngagementPlan, "engagement-plan", "a plan of engagement"),
    (Route::SingleAgency, "single-agency", "one agency by itself"),
    (Route::AppropriateHelp, "appropriate-help", "the help that fits"),
    (Route::NotDetermined, "not-determined", "something that this document does not determine"),
];

/// How much a route protects, the smaller more: its place among those of the built-in documents, and behind it, each by
/// its id, the kinds of meeting that stand beside it.
pub(crate) type Rank = (usize, Option<Text>);

pub(crate) const EXPECTED: &str = "a route, such as strategy or single-agency";

impl Route {
    /// Those of the built-in documents, by their words.
    pub(crate) fn built_in() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(_, word, _)| *word)
    }

    /// The route of a word, however that is spelt.
    pub(crate) fn named(word: &str) -> Self {
        let id = kebab(word);
        let built_in = BUILT_IN.iter().find(|(_, known, _)| *known == id);
        built_in.map_or_else(|| Route::Own(id.into()), |(route, ..)| route.clone())
    }

    fn place(&self) -> Option<usize> {
        BUILT_IN.iter().position(|(route, ..)| route == self)
    }

    /// The word as which it is written.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Route::Own(id) => id,
            built_in => built_in.place().map_or("", |place| BUILT_IN[place].1),
        }
    }

    /// The name in a sentence.
    pub(super) fn label(&self, stack: &Stack) -> Said {
        match self.place() {
            Some(place) => Said::plain(BUILT_IN[place].2),
            None => stack.meeting(&MeetingType::named(self.id())),
        }
    }

    /// How much it protects. Where several packs declare one kind of meeting, it protects as much as any of them says.
    pub(crate) fn rank<'k>(&self, declared: impl Iterator<Item = (&'k Text, &'k OwnMeeting)>) -> Rank {
        let place = match self {
            Route::Own(id) => declared.filter(|(kind, _)| *kind == id).filter_map(|(_, own)| Route::from(&own.beside).place()).min(),
            built_in => built_in.place(),
        };
        let own = if let Route::Own(id) = self { Some(Text::clone(id)) } else { None };
        (place.unwrap_or(BUILT_IN.len()), own)
    }

    /// Is it a way to disagree?
    pub(super) fn is_of_dispute(&self) -> bool {
        matches!(self, Route::Escalation | Route::AgencyEscalation)
    }
}

/// The route that a meeting is: both are written as one word.
impl From<&MeetingType> for Route {
    fn from(meeting: &MeetingType) -> Self {
        Route::named(meeting.id())
    }
}

impl Serialize for Route {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for Route {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read::words(deserializer, Code::BadWord, EXPECTED, |word| Some(Route::named(word)))
    }
}
