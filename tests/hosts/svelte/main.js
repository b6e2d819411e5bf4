import { mount } from "svelte";
import "safeguarding-rules/elements";
import "safeguarding-rules/elements.css";
import Portal from "./Portal.svelte";

mount(Portal, { target: document.querySelector("#portal") });
