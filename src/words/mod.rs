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

/// Puts the few items of a list in order; equal ones stay as they stood. The standard library's sort is made for many, and
/// anew for each type: it would add 5 KB to what every browser loads.
pub fn sort_by_key<T, K: PartialOrd>(items: &mut [T], key: impl Fn(&T) -> K) {
    for sorted in 1..items.len() {
        for place in (1..=sorted).rev() {
            if key(&items[place - 1]) <= key(&items[place]) {
                break;
            }
            items.swap(place - 1, place);
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
    fn sorted_items_stand_in_order_and_equal_ones_as_they_stood() {
        let mut items = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        sort_by_key(&mut items, |(number, _)| *number);
        assert_eq!(items, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
        sort_by_key(&mut [] as &mut [u32], |number| *number);
    }

    #[test]
    fn lists_read_as_people_say_them() {
        assert_eq!(and_list(&["police", "health", "school"]), "police, health and school");
        assert_eq!(and_list(&["police"]), "police");
    }
}
