/** What the drafts of this device are kept under. */
export const DRAFTS_OF_DEVICE = "safeguarding-rules-drafts";
