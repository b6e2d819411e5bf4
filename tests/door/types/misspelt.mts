// A fact that no pack declares is an error of the compiler, and so is one inside an object; those of an own pack are named once.

import { chooseMeeting, listAttendees, listDeadlines, makeChecklist, resolveDisagreement, type OpenFact } from "safeguarding-rules";

declare module "safeguarding-rules" {
  interface OwnFacts {
    readonly childInHospital?: OpenFact;
  }
}

chooseMeeting({ area: "northamptonshire", safeguardingRisk: "clear", child: { lookedAfter: true }, childInHospital: "unknown" });
listAttendees({ meetingType: "strategy", concerns: { seriousRisk: null }, child: { age: 7 } });
listDeadlines({ decisionAt: new Date(0), parentsPoseRisk: false });

// @ts-expect-error
chooseMeeting({ safeguardingRiks: "clear" });
// @ts-expect-error
listAttendees({ meetingType: "strategy", child: { lookedAfther: true } });
// @ts-expect-error
listDeadlines({ decisonAt: "2026-12-23" });
// @ts-expect-error
makeChecklist({ parentPoseRisk: false });
// @ts-expect-error
resolveDisagreement({ othersConsiderd: true });
