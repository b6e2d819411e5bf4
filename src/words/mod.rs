//! The field's own words: types that parse and print them, and decide nothing.

pub mod agency;
pub mod answer;
pub mod citation;
pub mod conditional;
pub mod decision;
pub mod known;
pub mod limit;
pub mod list;
pub mod meeting;
pub mod moment;
pub mod ordered;
pub mod planned;
pub mod refusal;
pub mod said;
pub mod sentences;
pub mod timescale;

/// Folds a word to the kebab-case it is known by: trimmed, lower case, with `_` and spaces read as `-`.
pub fn kebab(word: &str) -> String {
    word.trim()
        .chars()
        .map(|c| match c {
            '_' | ' ' => '-',
            other => other.to_ascii_lowercase(),
        })
        .collect()
}

/// A name of a pack in JavaScript's spelling: `serious_risk` becomes `seriousRisk`.
pub fn camel(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut upper = false;
    for c in name.chars() {
        if c == '_' {
            upper = true;
        } else if upper {
            out.push(c.to_ascii_uppercase());
            upper = false;
        } else {
            out.push(c);
        }
    }
    out
}

/// A list in a sentence: `a, b and c`.
pub fn and_list(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Each item once, where it stood first.
pub fn once<T: PartialEq>(items: Vec<T>) -> Vec<T> {
    let mut once = Vec::new();
    for item in items {
        if !once.contains(&item) {
            once.push(item);
        }
    }
    once
}

/// Once for each kind of item, not for each list that is gathered.
#[inline(never)]
fn put_last<T>(list: &mut Vec<T>, item: T) {
    list.push(item);
}

/// Gathers what comes into a list.
pub trait Gather: Iterator + Sized {
    /// All that comes, in order. The library's own gathering first asks how much will come, which is more code than it saves.
    fn gathered(self) -> Vec<Self::Item> {
        let mut all = Vec::new();
        self.for_each(|item| put_last(&mut all, item));
        all
    }
}

impl<I: Iterator> Gather for I {}

/// A list that takes more.
pub trait Gathering<T> {
    /// Puts all that comes at the end, as [`Gather::gathered`] does.
    fn gather(&mut self, more: impl IntoIterator<Item = T>);
}

impl<T> Gathering<T> for Vec<T> {
    fn gather(&mut self, more: impl IntoIterator<Item = T>) {
        more.into_iter().for_each(|item| put_last(self, item));
    }
}

/// Puts items in order, those that come equal as they stood. Lists are short here, and the library's own sorting is five
/// times the size, for every kind of item anew.
pub fn in_order<T>(items: &mut [T], comes_before: impl Fn(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut place = end;
        while place > 0 && comes_before(&items[place], &items[place - 1]) {
            items.swap(place, place - 1);
            place -= 1;
        }
    }
}

/// Bytes in hexadecimal.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fold_to_the_spelling_they_are_known_by() {
        assert_eq!(kebab(" Serial_phone calls "), "serial-phone-calls");
        assert_eq!(camel("immediate_action_required"), "immediateActionRequired");
    }

    #[test]
    fn equal_items_stay_as_they_stood() {
        let mut items = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        in_order(&mut items, |(one, _), (other, _)| one < other);
        assert_eq!(items, [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn lists_read_as_people_say_them() {
        assert_eq!(and_list(&["police", "health", "school"]), "police, health and school");
        assert_eq!(and_list(&["police"]), "police");
    }
}
