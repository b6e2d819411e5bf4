//! Texts that people write in an action, word by word.

use crate::value::word_list::WordList;

/// What a text says, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Says {
    /// There is no word in it.
    Blank,
    /// Nothing that anybody could do, see or meet.
    Nothing,
    /// Something.
    Something,
}

/// What a text says when the words of these lists are taken away.
pub(super) fn says(text: Option<&str>, empty: [Option<&WordList>; 2]) -> Says {
    let says_nothing = |word: &String| empty.iter().flatten().any(|list| list.has(word));
    judged(text, |words, _| !words.iter().all(says_nothing))
}

/// What a text says: nothing where there is no word in it, else what is judged.
pub(super) fn judged(text: Option<&str>, says_something: impl FnOnce(&[String], &str) -> bool) -> Says {
    let text = text.unwrap_or_default();
    let words = words_of(text);
    match words.as_slice() {
        [] => Says::Blank,
        words if !is_number(text) && says_something(words, text) => Says::Something,
        _ => Says::Nothing,
    }
}

/// A number says nothing of what is counted: `123`.
fn is_number(text: &str) -> bool {
    text.bytes().all(|sign| sign.is_ascii_digit() || sign.is_ascii_whitespace() || matches!(sign, b'.' | b',' | b'-'))
}

/// The words of a text, without marks and capitals.
pub(super) fn words_of(text: &str) -> Vec<String> {
    let folded = text.to_ascii_lowercase().replace(['\'', '’'], "");
    folded.split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Text;

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
