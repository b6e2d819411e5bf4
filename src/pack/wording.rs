//! The words by which a sentence of an action is judged: closed lists, which a pack holds.

use serde::{Deserialize, Serialize};

use crate::value::word_list::WordList;

/// What kinds of words there are. A word that stands in no list is not known, and weighs least.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Wording {
    /// Verbs that do something: `visit`, `refer`.
    pub does: WordList,
    /// What can be seen, counted or handed over: `letter`, `bed`, `appointment`.
    pub things: WordList,
    /// People, places and agencies: `mum`, `school`, `police`.
    pub scene: WordList,
    /// Verbs that by themselves do nothing: `ensure`, `embed`. Two or three words are joined: `check_in`.
    pub empty: WordList,
    /// Words that name an idea or praise: `outcomes`, `robust`.
    pub vague: WordList,
    /// Ends of words that name an idea: `ness`, `ment`.
    pub vague_endings: WordList,
    /// Words that say which way something goes and not how far: `better`, `up`.
    pub trends: WordList,
    /// Words by which a verb says nothing any more: `as appropriate`.
    pub hedges: WordList,
    /// Words that say what must not be: `no`, `never`.
    pub forbids: WordList,
    /// Words that count or time: `twice`, `weekly`, `friday`.
    pub counts: WordList,
    /// Who can be asked whether it is done: `nurse`, `SW`, `mum`.
    pub roles: WordList,
    /// Ends of words that name a role: `ist`, `er`.
    pub role_endings: WordList,
    /// Roles only with a word before them: `worker`, `person`.
    pub general_roles: WordList,
    /// Groups and agencies: nobody in particular.
    pub groups: WordList,
    /// Words that leave open who it is: `someone`, `relevant`.
    pub anybody: WordList,
    /// Words that say that it is not settled: `tbc`. Two words are joined: `to_be`.
    pub unsettled: WordList,
}
