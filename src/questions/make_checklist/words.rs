//! The answer in one sentence.

use super::answer::Item;
use crate::text::Said;
use crate::text::sentences::{EVERYTHING_THERE, ITEMS_TO_GO_THROUGH, MANY_STILL_TO_DO, NO_CHECKLIST, SOME_TO_GO_THROUGH, STILL_TO_DO};
use crate::value::Text;
use crate::value::truth::Truth;

/// The item to be gone through first: what was said not to be there, or else what is missing.
pub(super) fn first<'i>(items: &'i [Item], missing: &[Text]) -> Option<&'i Item> {
    let lacking = || items.iter().filter(|item| missing.contains(&item.item));
    lacking().find(|item| item.met.is_no()).or_else(|| lacking().next())
}

/// What is still to do, or whether everything is there.
pub(super) fn heading(items: &[Item], missing: &[Text], complete: Truth) -> Said {
    let count = || ("count", items.len().into());
    match complete {
        _ if items.is_empty() => NO_CHECKLIST.said(),
        Truth::Yes => EVERYTHING_THERE.said(),
        Truth::No => still_to_do(items, missing),
        Truth::Unknown if missing.is_empty() => ITEMS_TO_GO_THROUGH.with([count()]),
        Truth::Unknown => SOME_TO_GO_THROUGH.with([("missing", missing.len().into()), count()]),
    }
}

/// One is named; of more the number, for the list itself names them.
fn still_to_do(items: &[Item], missing: &[Text]) -> Said {
    let failed: Vec<&Item> = items.iter().filter(|item| item.met.is_no() && missing.contains(&item.item)).collect();
    let count = ("count", items.len().into());
    match *failed {
        [] => ITEMS_TO_GO_THROUGH.with([count]),
        [item] => STILL_TO_DO.with([("item", item.text.clone().into())]),
        _ => MANY_STILL_TO_DO.with([("number", failed.len().into()), count]),
    }
}
