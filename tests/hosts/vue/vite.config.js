import vue from "@vitejs/plugin-vue";

export default {
  // The one line that Vue needs: these are elements of the page, and no components.
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("sg-") } } })],
};
