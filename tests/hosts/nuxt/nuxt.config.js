export default defineNuxtConfig({
  compatibilityDate: "2026-12-01",
  css: ["safeguarding-rules/elements.css"],
  telemetry: false,
  // The one line that Vue needs: these are elements of the page, and no components.
  vue: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("sg-") } },
});
