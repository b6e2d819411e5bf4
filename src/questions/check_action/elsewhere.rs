//! Texts that say nothing themselves: it stands elsewhere, is not settled, or is only the end of the task.

use super::owner::TURNS;
use crate::pack::wording::Wording;
use crate::value::given::{given, is_number_alone};
use crate::value::word_list::{WordList, is_one_of};

/// What is still to be, where nobody has settled it.
const SETTLED: &str = "agreed confirmed decided determined established finalised";

/// How people begin to point to a paper instead of saying what stands there, and the papers.
const POINTS: [&str; 7] = ["see_", "please_see_", "refer_to_", "please_refer_to_", "as_per_", "per_", "in_line_with_"];
const PAPERS: &str = "agenda appendix attached chronology document minute note plan record report";

/// Is nothing given? `Don't know`, `see the minutes`, `when complete`.
pub(super) fn says_nothing_itself(words: &[String], wording: &Wording, empty: [Option<&WordList>; 2]) -> bool {
    // Many plain words tell something (`we know what he did`), and one is weighed by itself.
    let are_few = (2..6).contains(&words.len());
    let is_nothing = |word: &String| {
        empty.iter().flatten().any(|list| list.has(word))
            // The singular of what names an idea in the plural says no more: `change`.
            || wording.vague.has(&[word, "s"].concat())
            || (are_few && !is_number_alone(word) && given(word).is_none())
    };
    words.iter().all(is_nothing) || points_to_a_paper(words, wording)
}

/// Is it left to be settled? `Target to be agreed`.
pub(super) fn is_unsettled(words: &[String]) -> bool {
    words.windows(3).any(|three| three[0] == "to" && three[1] == "be" && is_one_of(&three[2], SETTLED))
}

/// `Refer to the child's plan` points to a paper; `refer to police` and `see the GP for a report` do not.
fn points_to_a_paper(words: &[String], wording: &Wording) -> bool {
    let joined = words.join("_");
    let Some(there) = POINTS.iter().find_map(|points| joined.strip_prefix(points)) else { return false };
    let mut head = "";
    for word in there.split('_').take_while(|word| !is_one_of(word, TURNS)) {
        if wording.does.has_form(word) {
            return false;
        }
        head = word;
    }
    is_one_of(head.trim_end_matches('s'), PAPERS)
}

#[cfg(test)]
mod tests {
    use super::super::words::words_of;
    use super::*;
    use crate::value::Text;

    #[test]
    fn what_says_nothing_itself_is_told_apart() {
        let list = |words: &str| WordList::from(Text::from(words));
        let wording = Wording { does: list("read"), vague: list("changes"), unsettled: list("to_be_agreed"), ..Wording::default() };
        let (filler, nothing) = (list("when the by"), list("complete review"));
        let says_nothing = |text: &str| says_nothing_itself(&words_of(text), &wording, [Some(&filler), Some(&nothing)]);
        for empty in
            ["don't know", "See minutes", "Refer to the child's plan", "As per the plan of 3 May", "When complete", "By review", "Change"]
        {
            assert!(says_nothing(empty), "{empty}");
        }
        for said in [
            "Refer to police",
            "Reply",
            "I know what was said and done",
            "See the GP for a report",
            "See the child and read the report",
            "Plan complete",
            "See child alone",
        ] {
            assert!(!says_nothing(said), "{said}");
        }
        assert!(is_unsettled(&words_of("Target to be agreed by police")));
        assert!(!is_unsettled(&words_of("Target to be weighed")));
    }
}
