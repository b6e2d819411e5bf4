//! Bank holidays that are none in England and Wales.

use serde::Deserialize;

use crate::value::Text;
use crate::value::word_list::WordList;

/// The bank holidays of Scotland or Northern Ireland alone.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Elsewhere {
    /// Words of a title by which a day is one of them.
    pub words: WordList,
    /// Month and day of each, which is kept on the next working day where it falls on a weekend.
    pub days: Vec<Text>,
    /// Months whose first Monday is one.
    pub first_mondays: Vec<u32>,
}
