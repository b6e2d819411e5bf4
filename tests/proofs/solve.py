"""Proves with a solver what holds of the packs as data, whatever the facts, and sees each spoilt pack refuted.

python3 solve.py PACKS; `cargo xtask prove` writes PACKS: every built-in pack in object form, with those that it stands on.
"""

import copy
import json
import os
import sys

import z3

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "reference"))
import multi_agency_meetings as guide  # noqa: E402  who makes up the least of a meeting, as the second reading has it

CONSENT = "consent"
MINUTES = {"hour": 60, "working day": 1440, "calendar day": 1440, "day": 1440}
FAMILY = ("parents-or-carers", "family")
CORE_MEETINGS = ("strategy", "s47")
PROTECTING = ("strategy", "s47", "cp-conference", "mash", "safeguarding-referral", "child-protection-procedures", "adult-safeguarding")


class Stack:
    """The packs of an area: its own and those beneath, as formulas over its facts."""

    def __init__(self, packs):
        self.packs = packs
        self.facts = {}
        for pack in packs:
            for name, fact in pack.get("fact", {}).items():
                self.facts.setdefault(name, fact)
        self.day = z3.Int("day")
        self.counts, self.known = {}, {}

    def rules(self, table):
        replaced = {name for pack in self.packs for rule in self._all(pack) for name in rule.get("instead_of", ())}
        return [rule for pack in self.packs for rule in pack.get(table, ()) if rule["id"] not in replaced]

    @staticmethod
    def _all(pack):
        tables = (rules for name, rules in pack.items() if isinstance(rules, list) and name not in ("example", "caution"))
        return [rule for rules in tables for rule in rules]

    def fact(self, name):
        """A fact, where every answer is yes or no."""
        if name in self.known:
            return self.known[name]
        fact = self.facts.get(name, {})
        parts = {how: [self.fact(part) for part in fact.get(how, ())] for how in ("all_of", "any_of", "none_of", "known_from")}
        if parts["all_of"]:
            value = z3.And(parts["all_of"])
        elif parts["any_of"]:
            value = z3.Or(parts["any_of"])
        elif parts["none_of"]:
            value = z3.Not(z3.Or(parts["none_of"]))
        elif parts["known_from"]:
            others = fact.get("outweighed_by", ())
            if fact.get("outweighed_by_danger"):
                others = [other for other, one in self.facts.items() if one.get("speaks_of_danger")]
            value = z3.Or(parts["known_from"] + [self.fact(other) for other in others])
        elif "more_than" in fact:
            value = self.counts.setdefault(fact.get("path", name), z3.Int(fact.get("path", name))) > fact["more_than"]
        else:
            value = z3.Bool(name)
        self.known[name] = value
        return value

    def paths(self):
        """What is assumed of every case: of facts that are words at one path, one alone is so."""
        at = {}
        for name, fact in self.facts.items():
            if fact.get("one_of") and fact.get("is"):
                at.setdefault(fact.get("path", name), []).append(name)
        words = [z3.AtMost(*[self.fact(name) for name in names], 1) for names in at.values() if len(names) > 1]
        return words + [count >= 0 for count in self.counts.values()]

    def holds(self, rule):
        when = [self.fact(name) for name in rule.get("when", ())]
        unless = [z3.Not(self.fact(name)) for name in rule.get("unless", ())]
        since = [self.day >= number(rule["since"])] if "since" in rule else []
        until = [self.day <= number(rule["until"])] if "until" in rule else []
        return z3.And(when + unless + since + until + [True])


def number(day):
    return int(day.replace("-", ""))


def listed(stack, rule, lists):
    """Who stands in the lists of a rule, each with the formula under which it does."""
    for one in (entry for name in lists for entry in rule.get(name, ())):
        who, _, condition = one.partition(" ")
        word, _, fact = condition.partition(" ")
        holds = stack.holds(rule)
        if word == "when":
            holds = z3.And(holds, stack.fact(fact))
        if word == "unless":
            holds = z3.And(holds, z3.Not(stack.fact(fact)))
        yield who, holds


def minutes(hold):
    if hold == "on the same day":
        return 0
    count, unit = hold.removeprefix("within ").split(" ", 1)
    return int(count) * MINUTES[unit.removesuffix("s")]


class Times:
    """The rules of time of a stack: when each holds, and when it ends, from starts that may lie anyhow."""

    def __init__(self, stack):
        self.stack = stack
        self.rules = [rule for rule in stack.rules("classify_concern") if rule.get("stage") != "meeting"]
        self.by_id = {rule["id"]: rule for rule in self.rules}

    def ends(self, rule):
        timed = self.by_id[rule["applies"]] if "applies" in rule else rule
        return z3.Int(timed["from"]) + minutes(timed["hold"])

    def in_force(self, rule):
        """It holds, and no rule that holds lengthens its time."""
        timed = rule.get("applies", rule["id"])
        longer = [self.stack.holds(other) for other in self.rules if other.get("lengthens") == rule["id"] and timed == rule["id"]]
        return z3.And(self.stack.holds(rule), z3.Not(z3.Or(longer + [False])))

    def due(self):
        """The earliest of all that is in force."""
        earliest = z3.Int("never")
        for rule in self.rules:
            ends = self.ends(rule)
            earliest = z3.If(z3.And(self.in_force(rule), ends < earliest), ends, earliest)
        return earliest


class Proof:
    """What was proved and what was not; that the solver does not know is a failure."""

    def __init__(self):
        self.proved, self.refuted = 0, []

    def never(self, claim, stack, *formulas):
        self._ask(claim, z3.unsat, stack, formulas)

    def somewhere(self, claim, stack, *formulas):
        self._ask(claim, z3.sat, stack, formulas)

    def told(self, claim, holds):
        self.proved += holds
        self.refuted += [] if holds else [claim]

    def _ask(self, claim, wanted, stack, formulas):
        solver = z3.Solver()
        solver.set("timeout", 60_000)
        solver.add(*formulas, *stack.paths())
        answer = solver.check()
        if answer == wanted:
            self.proved += 1
        elif answer == z3.sat:
            model = solver.model()
            self.refuted.append(f"{claim}: not with {sorted(str(one) for one in model.decls() if z3.is_true(model[one]))}")
        else:
            self.refuted.append(f"{claim}: {answer}")



def prove_times(proof, name, stack):
    times = Times(stack)
    holds = [stack.holds(rule) for rule in times.rules]
    proof.never(f"{name}: each case has a time", stack, z3.Not(z3.Or(holds + [False])))
    never = z3.Int("never")
    late = [never > z3.Int(start) + 1_000_000 for start in {rule["from"] for rule in times.rules if "from" in rule}]
    for rule in times.rules:
        # What only says how long at the most gives no time of its own.
        if rule.get("ceiling"):
            continue
        sooner = [z3.And(times.in_force(other), times.ends(other) <= times.ends(rule)) for other in times.rules if other is not rule]
        proof.somewhere(f"{name} {rule['id']}: decides some case", stack, times.in_force(rule), z3.Not(z3.Or(sooner + [False])))
    declared = {fact for rule in times.rules if "lengthens" in rule for fact in rule["when"]}
    due = times.due()
    for fact in sorted({fact for rule in times.rules for fact in (*rule.get("when", ()), *rule.get("unless", ()))}):
        known = stack.fact(fact)
        worse, better = (z3.substitute(due, (known, z3.BoolVal(value))) for value in (True, False))
        if fact in declared:
            proof.somewhere(f"{name} {fact}: lengthens, as it is declared", stack, *late, worse > better)
        else:
            proof.never(f"{name} {fact}: a yes never lengthens", stack, *late, worse > better)


def prove_reach(proof, name, stack):
    for table in ("choose_meeting", "list_attendees", "list_deadlines", "make_checklist", "resolve_disagreement"):
        rules = stack.rules(table)
        for place, rule in enumerate(rules):
            proof.somewhere(f"{name} {table} {rule['id']}: some case meets it", stack, stack.holds(rule))
            # Another that says the same and holds wherever this one does leaves it nothing to say. What calls for a meeting is
            # said more than once by the documents themselves, and each reason is told.
            if table == "choose_meeting":
                continue
            says = {field: value for field, value in rule.items() if field not in ABOUT}
            same = [stack.holds(other) for other in rules[:place] if says == {field: value for field, value in other.items() if field not in ABOUT}]
            proof.somewhere(f"{name} {table} {rule['id']}: is not said before", stack, stack.holds(rule), z3.Not(z3.Or(same + [False])))


ABOUT = {"id", "when", "unless", "since", "until", "force", "says", "at", "words", "reading", "ambiguities", "instead_of", "weaker_because"}


def prove_people(proof, name, stack):
    rules = stack.rules("list_attendees")
    for meeting in CORE_MEETINGS:
        of_meeting = [rule for rule in rules if meeting in rule.get("meeting", ())]
        required = [one for rule in of_meeting for one in listed(stack, rule, ("required",))]
        excluded = [one for rule in of_meeting for one in listed(stack, rule, ("excluded",))]
        for agency in guide.CORE:
            there = z3.Or([holds for who, holds in required if who == agency] + [False])
            out = z3.Or([holds for who, holds in excluded if who == agency] + [False])
            proof.never(f"{name} {meeting}: {agency} is always required", stack, z3.Or(z3.Not(there), out))


def prove_sharing(proof, name, stack, sharing):
    refused, public = z3.Bools("consent_refused public_body")
    offered = [
        z3.Not(z3.Or(z3.And(refused, bool(basis.get("rests_on_consent"))), z3.And(public, bool(basis.get("not_for_public_bodies")))))
        for basis in sharing["lawful_basis"] if basis["kind"] == "article6"
    ]
    proof.never(f"{name}: a basis is left whatever of consent", stack, z3.Not(z3.Or(offered)))
    consents = [fact for fact in stack.facts if CONSENT in fact or CONSENT in stack.facts[fact].get("path", "")]
    for rule in stack.rules("choose_meeting"):
        if rule.get("route") in PROTECTING or set(rule.get("meeting", ())) & set(PROTECTING):
            holds = stack.holds(rule)
            for fact in consents:
                yes, no = (z3.substitute(holds, (stack.fact(fact), z3.BoolVal(value))) for value in (True, False))
                proof.never(f"{name} {rule['id']}: {fact} changes nothing", stack, yes != no)


def prove_silence(proof, name, stack):
    """Whoever may be a risk is reached by nothing that nobody cleared: the facts here may be unknown."""
    clearance = {}
    for pack in stack.packs:
        for who, cleared in pack.get("clearance", {}).items():
            clearance.setdefault(who, []).append(cleared)
    risk = z3.Bool("no: a parent or carer may be a risk")
    for who in FAMILY:
        reaching = [
            rule["id"] for table, lists in (("list_attendees", ("required", "expected", "optional")), ("list_deadlines", ("to",)))
            for rule in stack.rules(table) for one, _ in listed(stack, rule, lists) if one == who
        ]
        if not reaching:
            continue
        # Each document's clearance is asked for, so one of them that waits for the recorded no is enough.
        cleared = z3.And([risk if _waits(stack, one) else z3.Bool(f"cleared: {number}") for number, one in enumerate(clearance.get(who, ()))] + [True])
        proof.never(f"{name}: nothing reaches {who} before a recorded no", stack, cleared, z3.Not(risk))


def _waits(stack, clearance):
    behind = set(clearance.get("after_no", ()))
    behind |= {part for fact in behind for part in stack.facts.get(fact, {}).get("known_from", ())}
    return any(stack.facts.get(fact, {}).get("path") == "parentsPoseRisk" or fact == "parents_pose_risk" for fact in behind)


def stacks(packs):
    by_id = {pack["document"]["id"]: pack for pack in packs}
    for pack in packs:
        if "area" in pack["document"]:
            yield pack["document"]["id"], Stack([pack, *(by_id[beneath] for beneath in pack["document"].get("stands_on", ()))])


def proved(packs, only=None):
    proof = Proof()
    sharing = next(pack for pack in packs if "lawful_basis" in pack)
    for name, stack in stacks(packs):
        if only not in (None, name):
            continue
        prove_times(proof, name, stack)
        prove_reach(proof, name, stack)
        prove_people(proof, name, stack)
        prove_sharing(proof, name, stack, sharing)
        prove_silence(proof, name, stack)
    return proof


def of(packs, id):
    return next(pack for pack in packs if pack["document"]["id"] == id)


def rule(packs, table, id):
    return next(one for pack in packs for one in pack.get(table, ()) if one["id"] == id)


def without(*names):
    def spoil(entry):
        for name in names:
            entry.pop(name, None)
    return spoil


# Where the spoilt packs are judged: the guide by itself, and a partnership that invites the family.
GUIDE, PARTNERSHIP = "multi-agency-meetings", "professionals-meetings"

# Each spoils one thing, and names where, and a part of the claim that must then be refuted.
PLANTED = [
    ("no usual time", GUIDE, "each case has a time", lambda packs: rule(packs, "classify_concern", "TR-T0").update(when=["serious_risk"])),
    ("a time that never decides", GUIDE, "TR-T1a: decides some case", lambda packs: rule(packs, "classify_concern", "TR-T1a").update(
        {"hold": "within 7 working days", "from": "concerns identified"})),
    ("a worry that ends a time", GUIDE, "a yes never lengthens", lambda packs: rule(packs, "classify_concern", "TR-T3").update(unless=["penetrative_sexual_abuse"])),
    ("an exception that lengthens nothing", GUIDE, "lengthens, as it is declared", lambda packs: rule(packs, "classify_concern", "TR-T4a").update(
        hold="within 3 working days")),
    ("a rule that no case meets", GUIDE, "some case meets it", lambda packs: of(packs, GUIDE)["choose_meeting"][0].update(
        when=["serious_risk"], unless=["serious_risk"])),
    ("a rule that says nothing new", GUIDE, "is not said before", lambda packs: of(packs, GUIDE)["list_attendees"].append(
        {**rule(packs, "list_attendees", "TR-S2"), "id": "X-1", "when": ["serious_risk"]})),
    ("no police", GUIDE, "police is always required", lambda packs: rule(packs, "list_attendees", "TR-S2")["required"].remove("police")),
    ("health only when asked", GUIDE, "health is always required", lambda packs: rule(packs, "list_attendees", "TR-S2").update(
        required=["childrens-social-care", "police", "health when looked_after"])),
    ("every basis rests on consent", GUIDE, "a basis is left", lambda packs: [
        basis.update(rests_on_consent=True) for pack in packs for basis in pack.get("lawful_basis", ())]),
    ("a meeting hangs on consent", GUIDE, "changes nothing", lambda packs: (
        of(packs, GUIDE)["fact"].update(consent_given={"asks": "Was consent given?"}),
        rule(packs, "choose_meeting", of(packs, GUIDE)["choose_meeting"][0]["id"]).update(when=["consent_given"], route="strategy"))),
    ("papers for the family", PARTNERSHIP, "before a recorded no", lambda packs: [pack.get("clearance", {}).pop(who, None) for pack in packs for who in FAMILY]),
    ("cleared by nothing", PARTNERSHIP, "before a recorded no", lambda packs: [
        cleared.update(after_no=[]) for pack in packs for cleared in pack.get("clearance", {}).values()]),
]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        packs = json.load(file)
    proof = proved(packs)
    missed = []
    for what, where, claim, spoil in PLANTED:
        spoilt = copy.deepcopy(packs)
        spoil(spoilt)
        refuted = [line for line in proved(spoilt, where).refuted if claim in line]
        missed += [] if refuted else [what]
        print(f"{'refuted' if refuted else 'MISSED '} {what}")
    for line in proof.refuted:
        print(f"REFUTED {line}")
    print(f"{'' if proof.refuted or missed else 'reached: '}{proof.proved} claims proved, {len(proof.refuted)} refuted, "
          f"{len(PLANTED) - len(missed)} of {len(PLANTED)} spoilt packs refuted")
    return 1 if proof.refuted or missed else 0


if __name__ == "__main__":
    sys.exit(main())
