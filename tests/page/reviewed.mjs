// What axe cannot decide by itself ("incomplete"), each kind with the reason why it is right. Any other kind fails check 13.

export const REVIEWED = [
  {
    rule: "color-contrast",
    where: "figure svg[aria-hidden=true] text",
    reason: "Words of a picture stand on the page's own ground, beside stripes or over a line that axe takes for an image. Check 24 measures what is drawn against that ground; the same words stand in the table or list beside the picture.",
  },
  {
    rule: "color-contrast",
    where: ".standing__sign[aria-hidden=true]",
    reason: "One sign is too little for axe to measure. It stands beside the word that says the same in the same colour, and that is measured.",
  },
];
