// The criteria of WCAG 2.2, levels A and AA: which tests show each, what a person must judge beside them, or why one does not apply.

const AXE = "check 13: axe finds nothing";
const ERRORS = "check 15:";
const READ_ALOUD = "check 18:";
const TREE = "check 19: its title and its accessibility tree";
const REFLOW = "check 20:";
const FOCUS = "check 21: what has the focus";
const TARGETS = "check 21: every target";
const KEYS = "check 22:";
const ORDER = "check 22: the order of the Tab key";
const NO_TRAP = "check 22: Tab leads through everything";
const NO_GESTURES = "check 22: nothing listens for";
const SPACING = "check 23: nothing is cut off with the text spacing";
const OWN_COLOURS = "check 23: words stand out";
const STILL = "check 23: nothing moves";
const PICTURES = "check 24: each picture";
const DRAWN = "check 24: what is drawn stands out";
const HEADINGS = "one h1, no level of heading left out";
const AROUND = "the parts around the screen are the same";
const NINE = "check 1: the 999 line comes first";
const LIGHTHOUSE = "check 40: Lighthouse";

const NO_MEDIA = "The page holds no sound and no film.";

/** `tests` are the beginnings of names of tests: each must have been run, and none of that name may have failed. `judge` is for a person. */
export const CRITERIA = [
  { number: "1.1.1", name: "Non-text Content", level: "A", tests: [AXE, PICTURES], judge: "whether each caption says what its picture shows" },
  { number: "1.2.1", name: "Audio-only and Video-only (Prerecorded)", level: "A", absent: NO_MEDIA },
  { number: "1.2.2", name: "Captions (Prerecorded)", level: "A", absent: NO_MEDIA },
  { number: "1.2.3", name: "Audio Description or Media Alternative (Prerecorded)", level: "A", absent: NO_MEDIA },
  { number: "1.2.4", name: "Captions (Live)", level: "AA", absent: NO_MEDIA },
  { number: "1.2.5", name: "Audio Description (Prerecorded)", level: "AA", absent: NO_MEDIA },
  { number: "1.3.1", name: "Info and Relationships", level: "A", tests: [AXE, TREE, HEADINGS], judge: "whether what looks like a heading, a list or a table is one everywhere" },
  { number: "1.3.2", name: "Meaningful Sequence", level: "A", tests: [READ_ALOUD, ORDER] },
  { number: "1.3.3", name: "Sensory Characteristics", level: "A", judge: "whether an instruction rests on shape, size or place alone" },
  { number: "1.3.4", name: "Orientation", level: "AA", tests: [REFLOW] },
  { number: "1.3.5", name: "Identify Input Purpose", level: "AA", absent: "No field asks about the person who fills it in." },
  { number: "1.4.1", name: "Use of Color", level: "A", tests: [AXE, DRAWN], judge: "whether anything beside pictures and links is told by colour alone" },
  { number: "1.4.2", name: "Audio Control", level: "A", absent: NO_MEDIA },
  { number: "1.4.3", name: "Contrast (Minimum)", level: "AA", tests: [AXE, OWN_COLOURS] },
  { number: "1.4.4", name: "Resize Text", level: "AA", tests: [REFLOW] },
  { number: "1.4.5", name: "Images of Text", level: "AA", absent: "The page holds no image of text: the words in its pictures are text." },
  { number: "1.4.10", name: "Reflow", level: "AA", tests: [REFLOW] },
  { number: "1.4.11", name: "Non-text Contrast", level: "AA", tests: [DRAWN, FOCUS], judge: "whether the edges of fields and buttons stand out three to one" },
  { number: "1.4.12", name: "Text Spacing", level: "AA", tests: [SPACING] },
  { number: "1.4.13", name: "Content on Hover or Focus", level: "AA", absent: "Nothing appears because a pointer or the focus is on something." },
  { number: "2.1.1", name: "Keyboard", level: "A", tests: [KEYS] },
  { number: "2.1.2", name: "No Keyboard Trap", level: "A", tests: [NO_TRAP] },
  { number: "2.1.4", name: "Character Key Shortcuts", level: "A", tests: [NO_GESTURES] },
  { number: "2.2.1", name: "Timing Adjustable", level: "A", absent: "Nothing has a time limit of the page's own." },
  { number: "2.2.2", name: "Pause, Stop, Hide", level: "A", tests: [STILL] },
  { number: "2.3.1", name: "Three Flashes or Below Threshold", level: "A", absent: "Nothing flashes." },
  { number: "2.4.1", name: "Bypass Blocks", level: "A", tests: [AXE, "check 4:"] },
  { number: "2.4.2", name: "Page Titled", level: "A", tests: [TREE], judge: "whether each title says what the screen is for" },
  { number: "2.4.3", name: "Focus Order", level: "A", tests: [ORDER, ERRORS] },
  { number: "2.4.4", name: "Link Purpose (In Context)", level: "A", tests: [AXE], judge: "whether each link says where it leads" },
  { number: "2.4.5", name: "Multiple Ways", level: "AA", judge: "whether the navigation, the links of Start and the search of the rules are ways enough" },
  { number: "2.4.6", name: "Headings and Labels", level: "AA", tests: [HEADINGS], judge: "whether each heading and label says what it is about" },
  { number: "2.4.7", name: "Focus Visible", level: "AA", tests: [FOCUS] },
  { number: "2.4.11", name: "Focus Not Obscured (Minimum)", level: "AA", tests: [FOCUS] },
  { number: "2.5.1", name: "Pointer Gestures", level: "A", tests: [NO_GESTURES] },
  { number: "2.5.2", name: "Pointer Cancellation", level: "A", tests: [NO_GESTURES] },
  { number: "2.5.3", name: "Label in Name", level: "A", tests: [AXE] },
  { number: "2.5.4", name: "Motion Actuation", level: "A", tests: [NO_GESTURES] },
  { number: "2.5.7", name: "Dragging Movements", level: "AA", tests: [NO_GESTURES] },
  { number: "2.5.8", name: "Target Size (Minimum)", level: "AA", tests: [TARGETS] },
  { number: "3.1.1", name: "Language of Page", level: "A", tests: [AXE, LIGHTHOUSE] },
  { number: "3.1.2", name: "Language of Parts", level: "AA", absent: "The page is in English throughout." },
  { number: "3.2.1", name: "On Focus", level: "A", tests: [FOCUS] },
  { number: "3.2.2", name: "On Input", level: "A", judge: "whether anything that is chosen changes more than a reader expects" },
  { number: "3.2.3", name: "Consistent Navigation", level: "AA", tests: [AROUND] },
  { number: "3.2.4", name: "Consistent Identification", level: "AA", judge: "whether what does the same is called the same" },
  { number: "3.2.6", name: "Consistent Help", level: "A", tests: [NINE, AROUND] },
  { number: "3.3.1", name: "Error Identification", level: "A", tests: [ERRORS] },
  { number: "3.3.2", name: "Labels or Instructions", level: "A", tests: [AXE], judge: "whether each question can be understood" },
  { number: "3.3.3", name: "Error Suggestion", level: "AA", tests: [ERRORS], judge: "whether each message says how to put it right" },
  { number: "3.3.4", name: "Error Prevention (Legal, Financial, Data)", level: "AA", absent: "Nothing is sent, signed or paid, and every answer can be changed." },
  { number: "3.3.7", name: "Redundant Entry", level: "A", tests: ["check 22: When must we meet?"] },
  { number: "3.3.8", name: "Accessible Authentication (Minimum)", level: "AA", absent: "There is no sign-in." },
  { number: "4.1.2", name: "Name, Role, Value", level: "A", tests: [AXE, TREE] },
  { number: "4.1.3", name: "Status Messages", level: "AA", tests: ["check 12:", "check 22: a time that is given where it is missing"] },
];
