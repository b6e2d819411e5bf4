//! The join that protects: of all that holds or may hold, what governs.

use crate::value::order::in_order_of;
use crate::value::truth::Truth;

/// What holds, joined: the most protective governs.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Joined<T> {
    /// What holds, and what may hold and would protect more than all that certainly does; what governs comes first.
    pub in_force: Vec<T>,
    /// What would govern if everything unknown were a no.
    pub on_known_facts: T,
}

impl<T> Joined<T> {
    /// What governs.
    pub(crate) fn governing(&self) -> &T {
        &self.in_force[0]
    }
}

/// Joins what holds: every yes, and a maybe only where it protects more than what would govern if everything unknown were a
/// no. That is not always the best yes: such a no may bring a rule into force too, or let it take the place of another. The
/// smallest key protects most; of equal ones the first governs.
pub(crate) fn most_protective<T, K: Ord>(
    on_known_facts: T,
    held: impl IntoIterator<Item = (T, Truth)>,
    key: impl Fn(&T) -> K,
    protects_more: impl Fn(&T, &T) -> bool,
) -> Option<Joined<T>> {
    let mut in_force: Vec<T> = in_force(held, |item| protects_more(item, &on_known_facts)).collect();
    let governing = (0..in_force.len()).min_by_key(|place| key(&in_force[*place]))?;
    in_force[..=governing].rotate_right(1);
    Some(Joined { in_force, on_known_facts })
}

/// Of what holds or may hold, what stands: every yes, and a maybe where it protects more than what the known facts give.
pub(crate) fn in_force<T>(held: impl IntoIterator<Item = (T, Truth)>, protects_more: impl Fn(&T) -> bool) -> impl Iterator<Item = T> {
    let stands = move |item: &T, truth: Truth| match truth {
        Truth::Yes => true,
        Truth::Unknown => protects_more(item),
        Truth::No => false,
    };
    held.into_iter().filter(move |(item, truth)| stands(item, *truth)).map(|(item, _)| item)
}

/// Everything that holds or may hold, each rank once and the most protective first. The smallest rank protects most; for a
/// rank stands what certainly holds, and a maybe only where nothing does; of equal ones the first.
pub(crate) fn by_rank<T, K: Ord>(held: impl IntoIterator<Item = T>, rank: impl Fn(&T) -> K, is_maybe: impl Fn(&T) -> bool) -> Vec<T> {
    let mut held = in_order_of(held.into_iter().collect(), |item| (rank(item), is_maybe(item)));
    held.dedup_by_key(|item| rank(item));
    held
}

/// Of all that holds or may hold, what protects most, where a maybe counts as much as a yes. The smallest key protects
/// most; of equal ones the first governs.
pub(crate) fn foremost<T, K: Ord>(held: impl IntoIterator<Item = (T, Truth)>, key: impl Fn(&T) -> K) -> Option<T> {
    held.into_iter().filter(|(_, truth)| !truth.is_no()).map(|(item, _)| item).min_by_key(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Truth::{No, Unknown, Yes};

    fn joined(held: &[(&'static str, u32, Truth)]) -> Option<(Vec<&'static str>, &'static str)> {
        let held = held.iter().map(|(name, days, truth)| ((*name, *days), *truth));
        let held: Vec<_> = held.collect();
        let known = held.iter().filter(|(_, truth)| truth.is_yes()).map(|(item, _)| *item).min_by_key(|(_, days)| *days)?;
        let joined = most_protective(known, held, |(_, days)| *days, |(_, one), (_, other)| one < other)?;
        Some((joined.in_force.iter().map(|(name, _)| *name).collect(), joined.on_known_facts.0))
    }

    #[test]
    fn the_most_protective_governs_and_comes_first() {
        assert_eq!(joined(&[("usual", 3, Yes), ("risk", 0, Yes), ("other", 1, Yes)]), Some((vec!["risk", "usual", "other"], "risk")));
    }

    #[test]
    fn a_maybe_stands_only_where_it_protects_more_than_the_best_yes() {
        assert_eq!(joined(&[("usual", 3, Yes), ("risk", 0, Unknown)]), Some((vec!["risk", "usual"], "usual")));
        assert_eq!(joined(&[("usual", 3, Yes), ("complex", 5, Unknown)]), Some((vec!["usual"], "usual")));
        assert_eq!(joined(&[("usual", 3, Yes), ("as soon", 3, Unknown)]), Some((vec!["usual"], "usual")));
    }

    #[test]
    fn of_equal_ones_the_first_governs_and_a_no_is_nothing() {
        assert_eq!(joined(&[("a", 1, Yes), ("b", 1, Yes), ("c", 0, No)]), Some((vec!["a", "b"], "a")));
        assert_eq!(joined(&[("a", 1, Unknown), ("b", 1, No)]), None);
    }

    #[test]
    fn what_would_govern_on_the_known_facts_may_protect_less_than_the_best_yes() {
        let longer = ("complex", 5);
        let held = [(("usual", 3), Yes), (("other", 4), Unknown), (("last", 6), Unknown)];
        let joined = most_protective(longer, held, |(_, days)| *days, |(_, one), (_, other)| one < other).unwrap();
        assert_eq!((joined.in_force, joined.on_known_facts), (vec![("usual", 3), ("other", 4)], longer));
        let nothing = most_protective(longer, [(longer, Unknown)], |(_, days)| *days, |(_, one), (_, other)| one < other);
        assert_eq!(nothing, None);
    }

    #[test]
    fn each_rank_stands_once_by_what_certainly_holds() {
        let by_rank = |held: &[(&'static str, u32, bool)]| {
            let ranked = by_rank(held.iter().copied(), |(_, rank, _)| *rank, |(_, _, maybe)| *maybe);
            ranked.into_iter().map(|(name, ..)| name).collect::<Vec<_>>()
        };
        assert_eq!(by_rank(&[("later", 2, false), ("perhaps", 1, true)]), ["perhaps", "later"]);
        assert_eq!(by_rank(&[("perhaps", 1, true), ("first", 1, false), ("second", 1, false)]), ["first"]);
        assert_eq!(by_rank(&[("perhaps", 1, true), ("again", 1, true)]), ["perhaps"]);
    }

    #[test]
    fn a_maybe_is_foremost_as_a_yes_is() {
        let foremost = |held: &[(&'static str, u32, Truth)]| {
            foremost(held.iter().map(|(name, days, truth)| ((*name, *days), *truth)), |(_, days)| *days).map(|(name, _)| name)
        };
        assert_eq!(foremost(&[("usual", 3, Yes), ("risk", 1, Unknown), ("other", 0, No)]), Some("risk"));
        assert_eq!(foremost(&[("a", 1, Unknown), ("b", 1, Yes)]), Some("a"));
        assert_eq!(foremost(&[("a", 1, No)]), None);
    }
}
