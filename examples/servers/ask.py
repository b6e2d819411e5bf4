import json

import extism

with open("safeguarding-rules.plugin.wasm", "rb") as file:
    plugin = extism.Plugin(file.read())


def ask(question, facts):
    return plugin.call("answer", json.dumps({"question": question, "facts": facts}), bytes).decode()


posted = {"area": "county-durham", "concernsIdentifiedAt": "2026-12-23", "concerns": {"seriousRisk": True}}
print(json.loads(ask("classify-concern", posted))["answer"]["heading"])
