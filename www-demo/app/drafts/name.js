/** What the drafts of this device are kept under, and where tabs tell each other which of them were deleted. */
export const DRAFTS_OF_DEVICE = "safeguarding-rules-drafts";
/** Said of all of them, where else one is named by its id. */
export const ALL = "all";
