//! Which names stand for somebody of the family, or for somebody who may have done harm: to them nothing goes while a risk
//! is not known. The list need not be whole: a pack says of anybody else whom it names what must be known first.

/// Names of people, sorted for the search.
const PEOPLE: &[&str] = &[
    "accused",
    "acquaintance",
    "aunt",
    "auntie",
    "babysitter",
    "boyfriend",
    "brother",
    "caregiver",
    "caregivers",
    "carer",
    "carers",
    "cousin",
    "dad",
    "daddy",
    "families",
    "family",
    "father",
    "fathers",
    "fiance",
    "fiancee",
    "flatmate",
    "friend",
    "girlfriend",
    "gran",
    "grandad",
    "granddad",
    "grandfather",
    "grandma",
    "grandmother",
    "grandpa",
    "grandparent",
    "grandparents",
    "granny",
    "guardian",
    "guardians",
    "household",
    "housemate",
    "husband",
    "kin",
    "kinship",
    "lodger",
    "lodgers",
    "mam",
    "mammy",
    "mom",
    "mother",
    "mothers",
    "mum",
    "mummy",
    "nan",
    "nana",
    "neighbour",
    "neighbours",
    "offender",
    "parent",
    "parents",
    "partner",
    "perpetrator",
    "perpetrators",
    "relative",
    "relatives",
    "roommate",
    "sibling",
    "siblings",
    "sister",
    "stepdad",
    "stepfather",
    "stepmother",
    "stepmum",
    "stepparent",
    "stepparents",
    "suspect",
    "uncle",
    "wife",
];

/// What makes such a name one of professionals, sorted too: `family-support-worker`, `young-carers-service`.
const PROFESSIONALS: &[&str] = &[
    "adviser",
    "advisor",
    "advocate",
    "advocates",
    "agencies",
    "agency",
    "centre",
    "charity",
    "clinic",
    "coordinator",
    "court",
    "courts",
    "first",
    "group",
    "health",
    "help",
    "helpline",
    "hub",
    "hubs",
    "intervention",
    "justice",
    "law",
    "lead",
    "leads",
    "liaison",
    "link",
    "nurse",
    "nurses",
    "officer",
    "officers",
    "organisation",
    "panel",
    "police",
    "practice",
    "practitioner",
    "practitioners",
    "professional",
    "professionals",
    "programme",
    "project",
    "rights",
    "service",
    "services",
    "social",
    "solicitor",
    "solicitors",
    "support",
    "team",
    "teams",
    "therapist",
    "trust",
    "work",
    "worker",
    "workers",
];

/// Does a name in kebab-case stand for such a person?
pub(crate) fn is_named(id: &str) -> bool {
    let words = || id.split(|sign: char| !sign.is_alphanumeric());
    let any_of = |list: &[&str]| words().any(|word| list.binary_search(&word).is_ok());
    any_of(PEOPLE) && !any_of(PROFESSIONALS)
}

#[cfg(test)]
mod tests {
    use super::{PEOPLE, PROFESSIONALS, is_named};

    #[test]
    fn the_names_are_sorted_as_the_search_expects() {
        assert!(PEOPLE.is_sorted() && PROFESSIONALS.is_sorted());
    }

    #[test]
    fn people_of_the_family_are_told_from_those_who_work_with_it() {
        for person in [
            "parents-or-carers",
            "family",
            "mother",
            "birth-father",
            "non-abusing-parent",
            "mothers-partner",
            "family-members",
            "mam",
            "m-(mother)",
            "mr-smith-(father)",
        ] {
            assert!(is_named(person), "{person}");
        }
        let professionals = ["family-support-worker", "young-carers-service", "parent-support-adviser", "family-hub", "family-court"];
        for other in professionals.into_iter().chain(["police", "health", "child", "other-participants", "strategic-partners-meetings"]) {
            assert!(!is_named(other), "{other}");
        }
    }
}
