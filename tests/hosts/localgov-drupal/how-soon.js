{
  const ANSWERS = { yes: true, no: false, unknown: "unknown" };
  const timescale = document.querySelector("sg-timescale");
  const form = timescale.closest("form");

  const handOver = () => {
    const { identified, "serious-risk": seriousRisk } = form.elements;
    timescale.facts = {
      concerns: { seriousRisk: ANSWERS[seriousRisk.value] },
      concernsIdentifiedAt: identified.value || null,
    };
  };

  form.addEventListener("change", handOver);
  handOver();
}
