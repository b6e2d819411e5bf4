"""Asks the plug-in each line of its input, and prints each answer or refusal on a line."""

import sys

import extism

with open(sys.argv[1], "rb") as file:
    plugin = extism.Plugin(file.read())

with open(sys.argv[2], "rb") as file:
    plugin.call("load_pack", file.read())

for asked in sys.stdin.buffer:
    try:
        told = plugin.call("answer", asked.rstrip(b"\n"), bytes)
    except extism.Error as refusal:
        told = str(refusal).encode()
    sys.stdout.buffer.write(told + b"\n")
