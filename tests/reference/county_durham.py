"""County Durham: protocol for multi-agency engagement in strategies and section 47 enquiries (ids CD-...)."""

import multi_agency_meetings as guide
from truth import NO, UNKNOWN, either

ID = "county-durham"


def attendees(case):
    facts = case.facts
    if case.meeting == "strategy":
        case.add("required", guide.CORE, "must", "CD-03a")
        case.add("optional", ("school-or-nursery",), "may", "CD-04b")
        case.add("optional", facts.get("services") or (), "may", "CD-04d")
        for agency in facts.get("agencies") or ():
            case.add("optional", (agency["name"],), "may", "CD-04", open_question=True)    # "when relevant": the chair says
    elif case.meeting == "s47":
        case.add("required", ("lead-social-worker",), "must", "CD-24")
        # All agencies engage: those of the strategy meeting, and any that may have relevant knowledge.
        case.add("required", (*guide.CORE, "referring-agency", *(facts.get("services") or ())), "must", "CD-25a")
        for agency in facts.get("agencies") or ():
            informed = case.known_of(agency, "hasRelevantInformation")
            case.add("required", (agency["name"],), "must", "CD-25a", informed)
            if informed is NO:
                case.add("expected", (agency["name"],), "should", "CD-25b", case.known_of(agency, "directInvolvement"))
        case.add("optional", ("school-or-nursery",), "may", "CD-04e")


def chair(case, chair):
    """"Shall in all cases be the relevant Children's Social Care Team Manager, or their nominated deputy" (paragraph 9)."""
    if case.meeting != "strategy":
        return case.silent
    role, agency = chair.get("role"), chair.get("agency")
    if role is not None and agency not in (None, "childrens-social-care"):
        return False    # neither its manager nor their deputy
    manager = UNKNOWN if role is None else role == "csc-team-manager"
    if role == "team-manager":
        manager = UNKNOWN if agency is None else agency == "childrens-social-care"
    return either(manager, case.known_of(chair, "nominatedDeputy"))
