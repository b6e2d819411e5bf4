//! The fields that its rules have of their own.

use serde::{Deserialize, Serialize};

use crate::pack::rule;
use crate::value::meeting::MeetingType;

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

/// Where circumstances lead; the more protective stand first, and are the smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// A strategy discussion.
    Strategy,
    /// Adult safeguarding, for whoever is 18 or over.
    AdultSafeguarding,
    /// The established child protection procedures.
    #[serde(rename = "child-protection-procedures")]
    ChildProtection,
    /// A safeguarding referral, at once.
    SafeguardingReferral,
    /// A section 47 enquiry.
    #[serde(rename = "s47")]
    Section47,
    /// A child protection conference.
    #[serde(rename = "cp-conference")]
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
    #[serde(rename = "tac-initial")]
    Tac,
    /// The review by the team around the child.
    TacReview,
    /// Early help, or a safeguarding referral.
    #[serde(rename = "early-help-or-safeguarding-referral")]
    EarlyHelpOrReferral,
    /// Case management as usual.
    #[serde(rename = "normal-case-management")]
    CaseManagement,
    /// A plan that keeps the door open.
    EngagementPlan,
    /// One agency by itself.
    SingleAgency,
    /// The help that fits.
    AppropriateHelp,
    /// What the documents do not determine.
    NotDetermined,
}

impl Route {
    /// The name in a sentence.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Route::Strategy => "a strategy discussion",
            Route::AdultSafeguarding => "adult safeguarding",
            Route::ChildProtection => "child protection procedures",
            Route::SafeguardingReferral => "a safeguarding referral, now",
            Route::Section47 => "a section 47 enquiry",
            Route::Conference => "a child protection conference",
            Route::Mash => "a MASH enquiry",
            Route::Escalation => "the partnership's way of resolving disagreements",
            Route::AgencyEscalation => "your own agency's way of resolving disagreements",
            Route::Professionals => "a multi-agency professionals' meeting",
            Route::MdtCountywide => "the countywide MDT",
            Route::MdtLocality => "the locality MDT",
            Route::Tac => "a team around the child",
            Route::TacReview => "a review by the team around the child",
            Route::EarlyHelpOrReferral => "early help, or a safeguarding referral",
            Route::CaseManagement => "normal case management and safeguarding",
            Route::EngagementPlan => "a plan of engagement",
            Route::SingleAgency => "one agency by itself",
            Route::AppropriateHelp => "the help that fits",
            Route::NotDetermined => "something that this document does not determine",
        }
    }

    /// Is it a way to disagree?
    pub(super) fn is_of_dispute(self) -> bool {
        matches!(self, Route::Escalation | Route::AgencyEscalation)
    }
}

/// The route that a meeting is.
impl From<MeetingType> for Route {
    fn from(meeting: MeetingType) -> Self {
        match meeting {
            MeetingType::Strategy => Route::Strategy,
            MeetingType::Section47 => Route::Section47,
            MeetingType::Mash => Route::Mash,
            MeetingType::Conference => Route::Conference,
            MeetingType::MdtLocality => Route::MdtLocality,
            MeetingType::MdtCountywide => Route::MdtCountywide,
            MeetingType::TacInitial => Route::Tac,
            MeetingType::TacReview => Route::TacReview,
            MeetingType::Professionals => Route::Professionals,
        }
    }
}
