//! Why somebody was not asked, or not told.

use std::sync::LazyLock;

use super::waiting::{clauses, is_somebody_of_the_case, tells_of_a_case};
use super::{NO_ROLE, is_role_word};
use crate::value::Text;
use crate::value::word_list::WordList;

/// Words, and pairs of them, that say what asking or telling would do, or why it could not be done.
static WHY_NOT: LazyLock<WordList> = LazyLock::new(|| WordList::from(Text::from(include_str!("../../packs/why-not-asked.txt"))));

/// Who may have asked that it is not done, where no role, body or relation says so.
const SOMEBODY: [&str; 3] = ["he", "she", "they"];

/// The reason not to ask or to tell that a text gives. One that no list knows is none: it is missing from the record, and blocks
/// nothing.
pub(crate) fn reason_to_withhold(text: &str) -> Option<&str> {
    (tells_of_a_case(text) || clauses(text).iter().any(|words| says_why_not(words))).then(|| text.trim())
}

fn says_why_not(words: &[String]) -> bool {
    let (mut says_not_to, mut names_somebody) = (false, false);
    for (at, word) in words.iter().enumerate() {
        let pair = words.get(at + 1).map(|next| [word, "-", next].concat()).unwrap_or_default();
        if WHY_NOT.has_form_or_begins(word) || WHY_NOT.has(&pair) {
            return true;
        }
        says_not_to |= pair == "not-to";
        names_somebody |= SOMEBODY.contains(&&**word) || is_role_word(word) || NO_ROLE.has(word) || is_somebody_of_the_case(word);
    }
    // That somebody asked us not to is a reason; that we decided not to is none.
    says_not_to && names_somebody
}
