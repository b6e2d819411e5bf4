import { SafeguardingError, classifyConcern } from "./safeguarding-rules/index.js";

self.addEventListener("message", ({ data, ports: [port] }) => port.postMessage(told(data)));

function told(facts) {
  try {
    return { decision: classifyConcern(facts) };
  } catch (error) {
    if (!(error instanceof SafeguardingError)) throw error;
    return { refusal: `${error.path}: ${error.message}` };
  }
}
