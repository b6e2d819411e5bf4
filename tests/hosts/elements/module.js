import "safeguarding-rules/elements";
