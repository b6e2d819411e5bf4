//! Who manages children's social care: the documents name that manager, and nobody else's will do.

use std::sync::LazyLock;

use super::{BELONGING, is_role_word, unnamed, words};
use crate::value::spelling::kebab;
use crate::value::truth::Truth;
use crate::value::word_list::{WordList, is_one_of};
use crate::value::{Text, relatives};

/// Words beside a manager that leave them one of children's social care, and words that make them another body's.
static SOCIAL_CARE: LazyLock<WordList> = LazyLock::new(|| WordList::from(Text::from(include_str!("../../packs/social-care.txt"))));
static OTHER_BODIES: LazyLock<WordList> = LazyLock::new(|| WordList::from(Text::from(include_str!("../../packs/other-bodies.txt"))));

/// Words for a manager, of whom a word of social care beside them tells that they are its; and for one whose words tell it.
const MANAGERS: &str = "manager managers head director rheolwr pennaeth";
const TEAM_MANAGERS: &str = "tm atm dtm";

/// What says how high somebody stands, and nothing of where.
const RANKS: &str = "acting advanced assistant corporate deputy interim nominated principal senior strategic";

/// What makes a practitioner one who may stand in for a manager, and who they are then.
const SENIOR: &str = "senior advanced principal";
const PRACTITIONERS: &str = "practitioner worker sw";

/// Whom a role has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// A manager.
    Manager,
    /// Somebody who may stand in for a manager: a senior practitioner too.
    Deputy,
}

/// Does a role manage children's social care, or stand in for whoever does? Of another body, of the family or below it is a no, and
/// what nobody knows is not known.
pub(crate) fn of_social_care(text: &str, wanted: Standing, is_its_agency: bool) -> Truth {
    let words = words(&unnamed(text).join(" "));
    let any = |list: &str| words.iter().any(|word| is_one_of(word, list));
    let manages = any(TEAM_MANAGERS) || any(MANAGERS);
    let stands_in = wanted == Standing::Deputy && any(SENIOR) && any(PRACTITIONERS);
    let (mut is_of_others, mut is_told_of_it, mut says_more, mut is_role) = (relatives::is_named(&kebab(text)), false, false, false);
    for word in &words {
        let (is_of_it, is_rank) = (SOCIAL_CARE.has(word), is_one_of(word, RANKS));
        let says_who = [MANAGERS, TEAM_MANAGERS, PRACTITIONERS].iter().any(|list| is_one_of(word, list));
        is_of_others |= OTHER_BODIES.has(word);
        is_told_of_it |= is_of_it;
        is_role |= is_role_word(word) && !is_rank;
        says_more |= !is_of_it && !is_rank && !says_who && !BELONGING.contains(&&**word);
    }
    if is_of_others {
        Truth::No
    } else if manages || stands_in {
        let is_its = is_its_agency || !says_more && (is_told_of_it || any(TEAM_MANAGERS) || stands_in);
        if is_its && !text.contains('?') { Truth::Yes } else { Truth::Unknown }
    } else if is_role {
        Truth::No
    } else {
        Truth::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::{Standing, of_social_care};
    use crate::value::truth::Truth;

    fn each(roles: &str) -> impl Iterator<Item = &str> {
        roles.split(" | ")
    }

    #[test]
    fn a_manager_of_social_care_is_told_from_those_of_others_and_from_those_below() {
        let its = "Team manager | Duty team manager | Children's Social Care Team Manager | Out of hours manager | EDT manager | TM | ATM | \
                   Service manager | Head of Children's Services | Head of service | Families First Team Manager | Mrs Jones, team manager | \
                   Assistant team manager | MASH manager | Director of Children's Services | Social care manager (out of hours)";
        let others = "Head teacher | Headteacher | Named nurse | health team manager | social worker | mother | Police inspector | Detective sergeant | \
                      Ward manager | Housing manager | Nursery manager | Clerk | Designated safeguarding lead | Father's partner";
        let open = "xyz | Practice manager | line manager | manager | Deputy manager | Head | boss | Manager Patel | manager of the club | deputy | team manager? | team manager TBC";
        for wanted in [Standing::Manager, Standing::Deputy] {
            assert!(each(its).all(|role| of_social_care(role, wanted, false).is_yes()));
            for role in each(others) {
                assert_eq!(of_social_care(role, wanted, false), Truth::No, "{role}");
                assert_eq!(of_social_care(role, wanted, true), Truth::No, "{role}");
            }
            for role in each(open) {
                assert_eq!(of_social_care(role, wanted, false), Truth::Unknown, "{role}");
            }
        }
        for senior in ["Advanced practitioner", "Senior social worker", "senior_practitioner"] {
            assert_eq!(of_social_care(senior, Standing::Manager, false), Truth::No, "{senior}");
            assert_eq!(of_social_care(senior, Standing::Deputy, false), Truth::Yes, "{senior}");
        }
        assert_eq!(of_social_care("Practice manager", Standing::Manager, true), Truth::Yes);
    }
}
