"""Asks the reference and the built package the same random cases and prints where they disagree.

python3 compare.py PACKAGE [--cases N] [--seed S] [--question Q ...] [--from N] [--progress FILE] [--show N] [--dump N]

Each case is made from the seed, its question and its number alone, so that it can be made again with `--from N --cases 1`.
With --progress, what is done is written to FILE after each batch, and the next run goes on from there.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import threading
import time

import cases
import doubts
import questions

HERE = os.path.dirname(os.path.abspath(__file__))
BATCH = 2000


class Package:
    """The built package, in one Node process."""

    def __init__(self, folder):
        self.node = subprocess.Popen(
            ["node", os.path.join(HERE, "answer.mjs"), os.path.abspath(folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        )

    def ask(self, asked, meanwhile=lambda: None):
        """The package's answers, and what `meanwhile` gives."""
        if not asked:
            return [], meanwhile()
        lines = "".join(json.dumps({"question": question, "facts": facts}) + "\n" for question, facts in asked) + "\n"

        def write():
            self.node.stdin.write(lines)
            self.node.stdin.flush()

        writer = threading.Thread(target=write)
        writer.start()
        own = meanwhile()
        told = [json.loads(self.node.stdout.readline()) for _ in asked]
        writer.join()
        return told, own

    def close(self):
        self.node.stdin.close()
        self.node.wait()


def differing(own, told):
    """The fields on which the two differ: those that the reference answers."""
    if "error" in told or "error" in own:
        return [] if "error" in told and "error" in own else ["error"]
    fields = []
    for field, value in own.items():
        said = told.get(field)
        if isinstance(value, dict) and isinstance(said, dict):
            fields += [f"{field}.{inner}" for inner in differing(value, said)]
        elif value != said:
            fields.append(field)
    return sorted(fields)


def at(answer, field):
    for name in field.split("."):
        answer = answer.get(name) if isinstance(answer, dict) else None
    return answer


def own_answer(question, facts):
    return questions.answer(question, facts)


def smaller(facts):
    """Each way to leave one thing out or to make it plainer."""
    if isinstance(facts, dict):
        for name in facts:
            if name == "createdAt":
                continue    # the door would fill it in with the present moment
            yield {key: value for key, value in facts.items() if key != name}
        for name, value in facts.items():
            for less in smaller(value):
                yield {**facts, name: less}
    elif isinstance(facts, list):
        for at in range(len(facts)):
            if len(facts) > 1:
                yield facts[:at] + facts[at + 1:]
            for less in smaller(facts[at]):
                yield facts[:at] + [less] + facts[at + 1:]


def minimised(package, question, facts, fields):
    """The smallest case that still differs on one of the same fields."""
    while True:
        tries = [less for less in smaller(facts) if _answerable(question, less)]
        told, _ = package.ask([(question, less) for less in tries])
        for less, said in zip(tries, told):
            if set(differing(own_answer(question, less), said)) & set(fields):
                facts = less
                break
        else:
            return facts


def _answerable(question, facts):
    try:
        own_answer(question, facts)
        return True
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        return False


def case(seed, question, number):
    return cases.make(question, random.Random(f"{seed}:{question}:{number}"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package")
    parser.add_argument("--cases", type=int, default=20_000, help="over all questions together")
    parser.add_argument("--seed", default=None)
    parser.add_argument("--question", action="append", choices=sorted(cases.MAKES), help="only this; may stand more than once")
    parser.add_argument("--from", type=int, default=0, dest="first", help="the number of each question's first case")
    parser.add_argument("--progress", help="a file from which a long run goes on")
    parser.add_argument("--show", type=int, default=3, help="how many disagreements of one kind are minimised")
    parser.add_argument("--doubts", action="store_true", help="compare also what doubts.py leaves out")
    parser.add_argument("--kinds", type=int, default=12, help="how many kinds of disagreement are shown")
    parser.add_argument("--dump", type=int, default=0, help="print so many cases with the reference's answer, and stop")
    given = parser.parse_args()
    seed = given.seed if given.seed is not None else str(random.SystemRandom().randrange(10**9))
    asked = given.question or list(cases.MAKES)
    each = -(-given.cases // len(asked))
    if given.dump:
        for question in asked:
            for number in range(given.first, given.first + given.dump):
                facts = case(seed, question, number)
                print(json.dumps({"question": question, "facts": facts, "answer": own_answer(question, facts)}))
        return 0

    state = {"seed": seed, "done": {}, "disagreements": 0, "refused": {}, "doubted": {}}
    if given.progress and os.path.exists(given.progress):
        with open(given.progress, encoding="utf-8") as file:
            state = json.load(file)
        seed = state["seed"]
    print(f"seed {seed}, {each} cases for each of: {', '.join(asked)}")
    package, kinds, begun, compared = Package(given.package), {}, time.monotonic(), 0
    for question in asked:
        next_ = state["done"].get(question, given.first)
        while next_ < given.first + each:
            numbers = range(next_, min(next_ + BATCH, given.first + each))
            batch = [(question, case(seed, question, number)) for number in numbers]
            told, own = package.ask(batch, lambda: [own_answer(*one) for one in batch])
            for number, (_, facts), said, ours in zip(numbers, batch, told, own):
                doubt = doubts.about(question, facts)
                if doubt and not given.doubts:
                    state["doubted"][doubt] = state["doubted"].get(doubt, 0) + 1
                    continue
                if "error" in said and "error" not in ours:
                    kind = f"{question}: {said['error']} {said.get('path')}"
                    state["refused"][kind] = state["refused"].get(kind, 0) + 1
                fields = differing(ours, said)
                if fields:
                    state["disagreements"] += 1
                    for field in fields:
                        kinds.setdefault((question, field), []).append((number, facts))
            next_ = numbers[-1] + 1
            compared += len(numbers)
            state["done"][question] = next_
            if given.progress:
                with open(given.progress + ".new", "w", encoding="utf-8") as file:
                    json.dump(state, file)
                os.replace(given.progress + ".new", given.progress)
                print(f"{question}: {next_} done, {state['disagreements']} disagreements", file=sys.stderr)
    took = time.monotonic() - begun
    for kind, found in sorted(kinds.items(), key=lambda one: -len(one[1]))[:given.kinds]:
        question, field = kind
        print(f"\n== {question}: {field} differs in {len(found)}")
        for number, facts in found[:given.show]:
            least = minimised(package, question, facts, [field])
            told, own = package.ask([(question, least)])[0][0], own_answer(question, least)
            print(f"  case {number}: {json.dumps(least)}")
            for field in differing(own, told):
                print(f"    {field}: documents {json.dumps(at(own, field))}, package {json.dumps(at(told, field))}")
            if "error" not in told:
                print(f"    rests on {told.get('because')}")
            else:
                print(f"    refused: {told}")
    package.close()
    for doubt, count in sorted(state["doubted"].items()):
        print(f"left out {count}: {doubt}")
    for kind, count in sorted(state["refused"].items()):
        print(f"refused {count}: {kind}")
    done = sum(state["done"].values()) - given.first * len(state["done"])
    if not state["disagreements"]:
        print(f"reached: {done} cases, 0 disagreements, seed {seed}")
    print(f"\n{compared} cases compared in {took:.1f} s ({compared / max(took, 0.001):.0f} a second), "
          f"{state['disagreements']} disagreements, seed {seed}")
    return 1 if state["disagreements"] else 0


if __name__ == "__main__":
    sys.exit(main())
