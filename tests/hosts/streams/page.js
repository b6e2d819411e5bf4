import { openWorker } from "safeguarding-rules/worker";

const worker = openWorker();
input.addEventListener("change", async () => {
  const onProgress = (done) => (output.textContent = `${done} meetings`);
  const { answer } = await worker.reportQuarterFrom(input.files[0], { area: "county-durham" }, { onProgress });
  output.textContent = answer.heading;
});
