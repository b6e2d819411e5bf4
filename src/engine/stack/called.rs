//! What agencies, roles and kinds of concern are called: by a portal's own name, and else by that of the pack.

use std::sync::Arc;

use crate::pack::Pack;
use crate::pack::names::{Named, name_of};
use crate::pack::vocabulary::{AgencyName, ConcernType, RoleName};
use crate::text::catalogue::Catalogue;
use crate::value::Text;
use crate::value::entries::Entries;

/// What the packs of a stack have names for, the local one's first.
#[derive(Debug)]
pub(crate) struct Called {
    pub concern_type: Entries<ConcernType>,
    pub agency: Entries<AgencyName>,
    pub role: Entries<RoleName>,
}

impl Called {
    pub(super) fn of(packs: &[Arc<Pack>], catalogue: &Catalogue) -> Self {
        Called {
            concern_type: called(packs, |pack| &pack.words.concern_type, catalogue),
            agency: called(packs, |pack| &pack.words.agency, catalogue),
            role: called(packs, |pack| &pack.words.role, catalogue),
        }
    }
}

fn called<N: Named>(packs: &[Arc<Pack>], table: fn(&Pack) -> &Entries<N>, catalogue: &Catalogue) -> Entries<N> {
    let of_pack = |pack: &'_ Arc<Pack>| {
        let id = &pack.document().id;
        let named = table(pack).iter().map(|(name, named)| {
            let own = catalogue.words_for(id, &name_of(N::TABLE, name));
            (Text::clone(name), own.into_iter().fold(named.clone(), |named, own| named.called(own.into())))
        });
        named.collect::<Vec<_>>()
    };
    packs.iter().flat_map(of_pack).collect()
}
