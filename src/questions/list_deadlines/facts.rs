//! What is known.

use serde::{Deserialize, Deserializer};

use crate::calendar::AddedHoliday;
use crate::engine::input;
use crate::error::{Code, Error};
use crate::value::agency::Agency;
use crate::value::entries::{self, Entries};
use crate::value::family::FamilyMember;
use crate::value::given::Lengthening;
use crate::value::json::Json;
use crate::value::known::{Known, Stated};
use crate::value::meeting::MeetingType;
use crate::value::moment::Moment;
use crate::value::planned::Planned;
use crate::value::read;

/// What is known. Every fact that the packs declare may stand beside these, such as `decisionAt` or `immediateRisk`.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "KnownForDeadlines", extend("takesDeclaredFacts" = true)))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Facts {
    /// Only the duties of this meeting.
    pub meeting_type: Option<MeetingType>,
    /// Only this duty.
    pub duty: Option<String>,
    /// Kinds of concern; each makes facts true and none false.
    pub concern_types: Option<Vec<String>>,
    /// Attests that every fact not named was considered and is a no.
    ///
    /// It is kept in the answer's basis.
    #[serde(default, deserialize_with = "read::or_default")]
    pub others_considered: bool,
    /// The present moment.
    ///
    /// It tells what is overdue and moves nothing.
    pub now: Option<Moment>,
    /// The people of the family, each decided alone; without it, parents and carers are spoken of together.
    pub family: Option<Vec<FamilyMember>>,
    /// What was asked of each agency, and when it came back.
    ///
    /// A duty that each owes by itself stands once for each.
    pub requests: Option<Vec<Request>>,
    /// What was done, by duty.
    #[serde(default, deserialize_with = "entries::known")]
    pub done: Option<Entries<Done>>,
    /// What is planned, by duty.
    #[serde(default, deserialize_with = "entries::known")]
    pub planned: Option<Entries<Planned>>,
    /// An earlier answer's deadlines.
    pub previous: Option<Vec<Earlier>>,
    /// Who agreed to later times than the earlier answer's, and why.
    ///
    /// Until then the earlier ones hold.
    pub lengthening: Option<Lengthening>,
    /// Bank holidays that the list does not know yet.
    pub bank_holidays: Option<Vec<AddedHoliday>>,
    /// What is known of the case, by the facts that the packs declare.
    #[serde(skip)]
    pub known: Known,
}

impl input::Facts for Facts {
    const OPEN: bool = true;

    fn take(&mut self, declared: Known) {
        self.known = declared;
    }
}

/// What was asked of one agency.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Request {
    /// The agency.
    pub agency: Agency,
    /// When it was asked; without it, when all were.
    pub requested_at: Option<Moment>,
    /// How high the immediate risk is in this request; without it, or where it is lower than that, what was said of all.
    #[serde(default, deserialize_with = "stated")]
    pub immediate_risk: Option<Stated>,
    /// When its return came.
    pub returned_at: Option<Moment>,
}

impl Request {
    /// A request of which nothing is known but whom it is for.
    pub(super) fn of(agency: Agency) -> Self {
        Request { agency, requested_at: None, immediate_risk: None, returned_at: None }
    }
}

/// What stands at one fact of a request, as at a fact of the case.
fn stated<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Stated>, D::Error> {
    let node = Json::deserialize(deserializer)?;
    let mut known = Known::default();
    let kept = match &node {
        Json::Null => Ok(()),
        // Its facts would stand at paths of their own, where nobody looks for them.
        Json::Object(_) => Err(Error::expected(Code::BadInput, "a word, true, false or \"unknown\"")),
        node => known.keep("", node),
    };
    kept.map_err(|error| read::handed_on(&error))?;
    Ok(known.get("").cloned())
}

/// What was done of a duty.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Done {
    /// When.
    pub at: Option<Moment>,
    /// Through which channel.
    ///
    /// `secure-email`, `email`, `post`, `telephone`, `in-person`, or one that a pack names.
    pub channel: Option<String>,
}

/// A deadline of an earlier answer.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Earlier {
    /// The duty's name.
    pub duty: String,
    /// The agency that owed it, where each was told by itself.
    pub agency: Option<Agency>,
    /// Its last day, or its last moment.
    pub due: Moment,
}
