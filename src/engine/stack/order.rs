//! Which moments never lie before which, and from which of those that are told a time counts.

use super::Stack;
use super::paths::Asked;
use crate::pack::gives::Gives;
use crate::value::distinct;
use crate::value::known::{Known, Stated};
use crate::value::moment::Moment;
use crate::value::order::lies_before;

impl Stack {
    /// The paths of each two moments of which the second lies before the first, and never does, or is told otherwise than it is.
    pub(crate) fn out_of_order(&self, known: &Known) -> Vec<[String; 2]> {
        let later = distinct(self.asked().iter().filter(|asked| !asked.fact.not_before.is_empty()).map(|asked| &asked.path));
        let disordered = later.into_iter().flat_map(|path| {
            let at = known.moment(path);
            let is_after = move |first: &String| at.zip(known.moment(first)).is_some_and(|(at, first)| lies_before(at, first));
            self.never_before(path).into_iter().filter(is_after).map(|before| [before, path.clone()])
        });
        disordered.chain(self.told_otherwise(known)).collect()
    }

    /// The paths of each moment and of a text that gives another day or time than it has.
    fn told_otherwise(&self, known: &Known) -> impl Iterator<Item = [String; 2]> {
        self.asked().iter().filter_map(|asked| {
            let path = self.path(asked.fact.tells_of.as_deref()?);
            let Some(Stated::Text(text)) = known.get(&asked.path) else { return None };
            asked.fact.gives?.tells_another(text, known.moment(&path)?).then(|| [path, asked.path.clone()])
        })
    }

    /// The moment from which a time counts: what tells it as earlier brings it forward, and so does what comes after it and yet lies
    /// before it.
    pub(crate) fn counted_from(&self, path: &str, known: &Known) -> Option<Moment> {
        let own = self.told_earliest(path, known)?;
        let after = self
            .asked()
            .iter()
            .filter(|asked| !asked.fact.not_before.is_empty())
            .filter(|asked| self.never_before(&asked.path).iter().any(|first| first == path));
        let brings_forward = after.filter_map(|asked| known.moment(&asked.path)).filter(|at| lies_before(*at, own));
        brings_forward.chain([own]).min_by_key(Moment::instant)
    }

    /// A moment, or the earlier one that texts give which tell its day and its time of day.
    fn told_earliest(&self, path: &str, known: &Known) -> Option<Moment> {
        let own = known.moment(path)?;
        let tells_of_it = |asked: &&Asked| asked.fact.tells_of.as_deref().is_some_and(|moment| self.path(moment) == path);
        let given = |at: Moment, gives: Gives| {
            let texts = self.asked().iter().filter(tells_of_it).filter(|asked| asked.fact.gives == Some(gives));
            let told = texts.filter_map(|asked| match known.get(&asked.path) {
                Some(Stated::Text(text)) => gives.moment_in(text, at),
                _ => None,
            });
            told.min_by_key(Moment::instant).unwrap_or(at)
        };
        let told = [Gives::Day, Gives::Time].into_iter().fold(own, given);
        [own, told].into_iter().min_by_key(Moment::instant)
    }

    /// The moments before which that of a path never lies, the nearest first.
    fn never_before(&self, path: &str) -> Vec<String> {
        let before = |path: &str| -> Vec<String> {
            let named = self.asked_at(path).flat_map(|asked| &asked.fact.not_before);
            named.map(|first| self.path(first)).collect()
        };
        let mut chain = before(path);
        let mut followed = 0;
        while let Some(next) = chain.get(followed) {
            let further: Vec<String> = before(next).into_iter().filter(|further| further != path && !chain.contains(further)).collect();
            chain.extend(further);
            followed += 1;
        }
        chain
    }
}
