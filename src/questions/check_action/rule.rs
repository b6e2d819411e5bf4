//! The fields that its rules have of their own.

use serde::{Deserialize, Serialize};

use crate::pack::rule;
use crate::value::Text;
use crate::value::word_list::WordList;

/// A rule about actions, as a pack writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Own {
    /// What it checks.
    pub checks: Check,
    /// What would mend it.
    pub mend: Text,
    /// Words that say nothing by themselves: a text made of them alone does not count.
    pub says_nothing: Option<WordList>,
    /// First words that name an area rather than what will be done.
    pub names_an_area: Option<WordList>,
}

impl rule::Own for Own {
    const TABLE: &'static str = "check_action";

    /// What would mend an action is wording.
    fn same_effect(&self, other: &Self) -> bool {
        let Own { checks, mend: _, says_nothing, names_an_area } = self;
        (checks, says_nothing, names_an_area) == (&other.checks, &other.says_nothing, &other.names_an_area)
    }
}

/// A criterion of a SMART action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Criterion"))]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// Does the action name a specific area or step?
    Specific,
    /// Is there a quantity or an indicator?
    Measurable,
    /// Is it said who will do it?
    Assignable,
    /// Is a result stated that can be achieved with what there is?
    Realistic,
    /// Is it said by when?
    TimeRelated,
    /// Has it been discussed with the family?
    DiscussedWithFamily,
    /// Is there any action at all?
    AtLeastOneAgreedAction,
    /// Does every action have somebody and a time?
    OwnersAndTimes,
    /// Is there a date for the review?
    ReviewDate,
}

impl Check {
    /// Does it look at one action, and not at a plan as a whole?
    pub(super) fn is_about_one_action(self) -> bool {
        !matches!(self, Check::AtLeastOneAgreedAction | Check::OwnersAndTimes | Check::ReviewDate)
    }
}
