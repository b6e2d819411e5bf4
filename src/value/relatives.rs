//! Which names stand for somebody of the family, or for somebody who may have done harm: to them nothing goes while a risk
//! is not known. The list need not be whole: a pack says of anybody else whom it names what must be known first.

/// What the child is called, whose own people these are.
const CHILD: [&str; 6] = ["child", "the-child", "young-person", "the-young-person", "baby", "unborn-child"];

/// Names of people, sorted for the search.
const PEOPLE: &[&str] = &[
    "abuser",
    "abusers",
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
    "parental",
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
    "cafcass",
    "camhs",
    "centre",
    "charity",
    "clinic",
    "cmht",
    "college",
    "consultant",
    "coordinator",
    "court",
    "courts",
    "doctor",
    "first",
    "gp",
    "gps",
    "group",
    "health",
    "help",
    "helpline",
    "hospital",
    "hub",
    "hubs",
    "idva",
    "intervention",
    "isva",
    "justice",
    "law",
    "lead",
    "leads",
    "liaison",
    "link",
    "litem",
    "midwife",
    "midwifery",
    "midwives",
    "nurse",
    "nursery",
    "nurses",
    "officer",
    "officers",
    "organisation",
    "paediatrician",
    "panel",
    "pharmacist",
    "physiotherapist",
    "police",
    "practice",
    "practitioner",
    "practitioners",
    "probation",
    "professional",
    "professionals",
    "programme",
    "project",
    "psychiatrist",
    "psychologist",
    "refuge",
    "rights",
    "school",
    "schools",
    "service",
    "services",
    "social",
    "solicitor",
    "solicitors",
    "solutions",
    "support",
    "surgery",
    "team",
    "teams",
    "therapist",
    "trust",
    "unit",
    "visitor",
    "visitors",
    "work",
    "worker",
    "workers",
];

/// Who is of a family by several words, though none of them is by itself.
const PEOPLE_TOGETHER: &[&str] = &["home-address", "m-and-f", "pr-holder", "pr-holders"];

/// Who is of no family by two words, though one of them is.
const TOGETHER: &[&str] = &["childrens-guardian", "mother-and-baby-unit"];

/// Is it the child whose people these are?
pub(crate) fn is_the_child(id: &str) -> bool {
    CHILD.contains(&id)
}

/// Does a name in kebab-case stand for such a person? Whoever works for one of them is none: `mothers-gp`. Of two who stand in one
/// name each is read by itself: `mother-and-gp`.
pub(crate) fn is_named(id: &str) -> bool {
    let is_one = |name: &str| {
        let words = || name.split(|sign: char| !sign.is_alphanumeric());
        let any_of = |list: &[&str]| words().any(|word| list.binary_search(&word).is_ok());
        any_of(PEOPLE) && !any_of(PROFESSIONALS)
    };
    let is_together = |name: &&str| format!("-{id}-").contains(&format!("-{name}-"));
    PEOPLE_TOGETHER.iter().any(is_together)
        || TOGETHER.iter().fold(id.to_owned(), |id, name| id.replace(name, "")).split("-and-").any(is_one)
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
            "mother-and-gp",
            "mother-and-baby",
            "mother-and-childrens-guardian",
            "people-with-parental-responsibility",
            "abuser",
            "pr-holders",
            "both-pr-holders",
            "m-and-f",
        ] {
            assert!(is_named(person), "{person}");
        }
        let serving =
            ["mothers-gp", "family-doctor", "gp-(mother)", "mothers-midwife", "carers-refuge", "childrens-guardian", "guardian-ad-litem"];
        let serving =
            serving.into_iter().chain(["siblings-school", "mother-and-baby-unit", "cafcass-guardian", "home-start-family-visitor"]);
        let professionals = ["family-support-worker", "young-carers-service", "parent-support-adviser", "family-hub", "family-court"];
        for other in professionals.into_iter().chain(serving).chain([
            "police",
            "health",
            "child",
            "other-participants",
            "strategic-partners-meetings",
        ]) {
            assert!(!is_named(other), "{other}");
        }
    }
}
