//! The field's own words as types, which read and write themselves and decide nothing.

pub(crate) mod age;
pub(crate) mod agency;
pub(crate) mod channel;
pub(crate) mod conditional;
pub(crate) mod date;
pub(crate) mod entries;
pub(crate) mod family;
pub(crate) mod given;
pub(crate) mod json;
pub(crate) mod known;
pub(crate) mod limit;
pub(crate) mod looks;
pub(crate) mod meeting;
pub(crate) mod moment;
pub(crate) mod names;
pub(crate) mod order;
pub(crate) mod planned;
pub(crate) mod read;
pub(crate) mod relatives;
pub(crate) mod spelling;
pub(crate) mod timescale;
pub(crate) mod truth;
pub(crate) mod word_list;
pub(crate) mod written_day;
pub(crate) mod written_time;

use std::sync::Arc;

/// A text that packs hold and answers carry: shared, never copied.
pub type Text = Arc<str>;

/// Each item once, where it stood first.
pub(crate) fn distinct<T: PartialEq>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut distinct = Vec::new();
    for item in items {
        if !distinct.contains(&item) {
            distinct.push(item);
        }
    }
    distinct
}

/// For fields that are left out where they say nothing.
pub(crate) fn is_false(value: &bool) -> bool {
    !value
}
