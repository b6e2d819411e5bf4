import { createApp } from "vue";
import "safeguarding-rules/elements";
import "safeguarding-rules/elements.css";
import Portal from "./Portal.vue";

createApp(Portal).mount("#portal");
