//! Texts that people write in an action, word by word; and the days that they write.

use chrono::NaiveDate;

use crate::value::date::as_people_write;
use crate::value::moment::Moment;
use crate::value::word_list::WordList;

/// What a text says, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Says {
    /// There is no word in it.
    Blank,
    /// Only words that say nothing by themselves.
    Nothing,
    /// Something is left when those are taken away.
    Something,
}

/// What a text says when the words of these lists are taken away.
pub(super) fn says(text: Option<&str>, empty: [Option<&WordList>; 2]) -> Says {
    let words = words_of(text.unwrap_or_default());
    let says_nothing = |word: &String| empty.iter().flatten().any(|list| list.has(word));
    match words.as_slice() {
        [] => Says::Blank,
        words if words.iter().all(says_nothing) => Says::Nothing,
        _ => Says::Something,
    }
}

/// The words of a text, without marks and capitals.
pub(super) fn words_of(text: &str) -> Vec<String> {
    let folded = text.to_ascii_lowercase().replace(['\'', '’'], "");
    folded.split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The day that a person wrote down: `2026-05-22`, with or without a time, `22 May 2026`, `Friday 22 May 2026`, `22/05/2026`.
pub(super) fn due_date(due: &str) -> Option<NaiveDate> {
    let due = due.trim();
    let due = ["by ", "on ", "By ", "On "].iter().find_map(|word| due.strip_prefix(word)).unwrap_or(due);
    let in_range = |date: &NaiveDate| Moment::from_words(&date.to_string()).is_some();
    Moment::from_words(due).map(|at| at.date()).or_else(|| as_people_write(due)).filter(in_range)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Text;

    #[test]
    fn a_due_date_is_read_as_people_write_it() {
        let expected = NaiveDate::from_ymd_opt(2026, 5, 22);
        for written in
            ["2026-05-22", "2026-05-22T16:00", "22 May 2026", "Friday 22 May 2026", "by 22 May 2026", "22/05/2026", " 22 May 2026 "]
        {
            assert_eq!(due_date(written), expected, "{written}");
        }
        for vague in
            ["ASAP", "ongoing", "when available", "2026-02-30", "Monday 22 May 2026", "May 2026", "22 May", "0026-05-22", "next week"]
        {
            assert_eq!(due_date(vague), None, "{vague}");
        }
    }

    #[test]
    fn words_are_read_without_marks_and_capitals() {
        assert_eq!(words_of("The CHILD’s follow-up!"), ["the", "childs", "follow", "up"]);
    }

    #[test]
    fn a_text_of_empty_words_alone_says_nothing() {
        let (filler, empty) = (WordList::from(Text::from("the a")), WordList::from(Text::from("monitor support")));
        let says = |text| says(text, [Some(&filler), Some(&empty)]);
        assert_eq!([None, Some(""), Some(" - ")].map(says), [Says::Blank; 3]);
        assert_eq!(says(Some("Monitor the support.")), Says::Nothing);
        assert_eq!(says(Some("Monitor the weight")), Says::Something);
    }
}
