//! Things in the order of a key. The standard library's sort is 4 KB of WebAssembly for each type that it sorts: here it sorts
//! the places alone, which are of one.

use std::cmp::Ordering;

use super::moment::{Moment, ReadAs};

/// Does one moment lie before another? Of a date alone only the day tells.
pub(crate) fn lies_before(one: Moment, other: Moment) -> bool {
    let is_by_day = [one, other].iter().any(|at| at.read() == ReadAs::AsStartOfDay);
    if is_by_day { one.date() < other.date() } else { one.instant() < other.instant() }
}

/// In the order of a key, and equal ones as they stood.
pub(crate) fn in_order_of<T, K: Ord>(items: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let places = places_in_order(items.len(), &|one, other| key(&items[one]).cmp(&key(&items[other])));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| items[place].take()).collect()
}

fn places_in_order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

#[cfg(test)]
mod tests {
    use super::in_order_of;

    #[test]
    fn the_least_comes_first_and_equal_ones_stay_as_they_stood() {
        let items = vec![("b", 2), ("a", 1), ("c", 2), ("d", 0)];
        assert_eq!(in_order_of(items, |(_, rank)| *rank), [("d", 0), ("a", 1), ("b", 2), ("c", 2)]);
    }
}
