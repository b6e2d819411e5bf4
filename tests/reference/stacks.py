"""Which documents answer."""

import multi_agency_meetings as guide

# A document does not answer for a day before it was published.
SINCE = {"professionals-meetings": "2020-12-18"}
OF_AREA = {
    "generic": (guide.ID,),
    "county-durham": ("county-durham", guide.ID),
    "northamptonshire": ("northamptonshire-mdt", guide.ID),
    "bracknell-forest": ("bracknell-forest-tac", guide.ID),
    "hampshire": ("professionals-meetings", guide.ID),
    "larkmoor": ("larkmoor", guide.ID),
}


def stack(facts):
    """The documents of an area with the guide beneath it, or exactly those that are named; the guide where neither is."""
    asked = facts.get("packs") or OF_AREA[facts.get("area") or "generic"]
    answering = tuple(pack for pack in asked if str(facts.get("asOf") or "9") >= SINCE.get(pack, ""))
    return (*answering, "national-timescales") if facts.get("national") else answering
