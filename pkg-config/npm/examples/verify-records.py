"""Verifies a chain of records by Python and openssl alone, without the rules: is each record as it was made, in its place, and the last?

Usage: python3 verify-records.py records.jsonl [head.json [head.sig public.pem]]
One record stands on a line. It needs: pip install rfc8785
"""

import hashlib
import json
import subprocess
import sys

import rfc8785


def digest(value):
    return hashlib.sha256(rfc8785.dumps(value)).hexdigest()


def changed(record):
    """What of one record is not as it was hashed."""
    hashed = {name: value for name, value in record.items() if name not in ("contents", "hash")}
    if digest(hashed) != record["hash"]:
        yield "hash"
    for part, content in record["contents"].items():
        if record["parts"].get(part) != digest(content):
            yield part


def findings(records):
    previous, ids, missing, taken = None, set(), set(), set()
    for place, record in enumerate(records, 1):
        yield from (f"record {place}: {part} was changed" for part in changed(record))
        if (record["number"], record["previous"]) != (place, previous):
            yield f"record {place}: it is not in its place"
        if record["id"] in ids:
            yield f"record {place}: its id stands before it"
        ids.add(record["id"])
        previous = record["hash"]
        missing |= {(record["id"], part) for part in record["parts"] if part not in record["contents"]}
        if record["kind"] == "redaction":
            taken |= {(record["redacts"], part) for part in record["redactedParts"]}
    if missing != taken:
        yield "what is missing is not what was recorded as taken out"


def findings_of_head(records, head):
    if (head["length"], head["hash"]) != (len(records), records[-1]["hash"] if records else None):
        yield "the head counts other records: some were cut off or added"


def is_signed(head, signature, key):
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", key, "-rawin", "-in", head, "-sigfile", signature]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def main(chain, head=None, *signed):
    with open(chain, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    found = list(findings(records))
    if head:
        with open(head, encoding="utf-8") as file:
            found += findings_of_head(records, json.load(file))
    if signed and not is_signed(head, *signed):
        found.append("the head was not signed by this key")
    for finding in found:
        print(finding)
    print(f"{len(records)} records: " + ("not whole" if found else "whole" if head else "whole, as far as can be seen without a head"))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
