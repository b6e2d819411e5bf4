import { expose } from "comlink";
import { SafeguardingError, classifyConcern } from "safeguarding-rules";

expose({
  classifyConcern(facts) {
    try {
      return { decision: classifyConcern(facts) };
    } catch (error) {
      if (!(error instanceof SafeguardingError)) throw error;
      return { refusal: `${error.path}: ${error.message}` };
    }
  },
});
