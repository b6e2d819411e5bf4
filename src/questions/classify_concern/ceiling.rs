//! Times that no document puts off: the same day, and what a document declares as the most there is.

use super::rule::Own;
use crate::error::{Code, Error, shown_id};
use crate::pack::Pack;
use crate::pack::rule::{Own as _, Rule};
use crate::value::Text;

/// Refuses a pack with a rule that puts such a time off, its own or that of a pack beneath, whatever its reason.
pub(crate) fn check_ceilings(pack: &Pack, beneath: &[&Pack]) -> Result<(), Error> {
    let below: Vec<&Rule<Own>> = beneath.iter().flat_map(|pack| pack.rules::<Own>()).map(|rule| &**rule).collect();
    let every: Vec<&Rule<Own>> = pack.rules::<Own>().iter().map(|rule| &**rule).chain(below.iter().copied()).collect();
    let is_ceiling = |rule: &&&Rule<Own>| rule.own.ceiling || time(rule, &every).own.is_never_lengthened();
    for rule in pack.rules::<Own>().iter().map(|rule| &**rule) {
        let lengthened = every.iter().filter(|other| rule.own.lengthens.as_ref() == Some(&other.cite.id)).find(is_ceiling);
        let replaced = || below.iter().filter(|other| rule.cite.instead_of.contains(&other.cite.id)).filter(is_ceiling);
        // What lengthens needs a reason, and without one leaves the case to what it lengthens.
        let stays = |other: &&&Rule<Own>| rule.own.lengthens.is_some() && other.own.lengthens.is_none();
        let unreasoned = || below.iter().filter(|other| rule.cite.instead_of.contains(&other.cite.id)).find(stays);
        let later = || replaced().find(|other| puts_off(rule, time(rule, &every), other, time(other, &every)));
        let put_off = lengthened.map(|of| ("lengthens", of)).or_else(|| Some(("instead_of", later().or_else(unreasoned)?)));
        if let Some((field, of)) = put_off {
            let place = format!("{}.{}.{field}", Own::TABLE, shown_id(&rule.cite.id));
            let expected = format!("expected the time of {} to stay: nothing puts it off", shown_id(&of.cite.id));
            return Err(Error::new(Code::BadPack, place, expected));
        }
    }
    Ok(())
}

/// The rule that gives the time of another.
fn time<'p>(rule: &'p Rule<Own>, every: &[&'p Rule<Own>]) -> &'p Rule<Own> {
    let applied = rule.own.applies.as_ref().and_then(|id| every.iter().find(|other| other.cite.id == *id));
    applied.copied().unwrap_or(rule)
}

/// Would a rule in the place of another leave a case later than it was?
fn puts_off(by: &Rule<Own>, by_time: &Rule<Own>, replaced: &Rule<Own>, replaced_time: &Rule<Own>) -> bool {
    let keeps = |these: &[Text], those: &[Text]| these.iter().all(|fact| those.contains(fact));
    let in_fewer_cases = !keeps(&by.cite.when, &replaced.cite.when) || !keeps(&by.cite.unless, &replaced.cite.unless);
    let (new, old) = (&by_time.own, &replaced_time.own);
    let later = new.hold.zip(old.hold).is_none_or(|(new, old)| new.may_outlast(old));
    in_fewer_cases || later || new.from != old.from || new.stage != old.stage
}
