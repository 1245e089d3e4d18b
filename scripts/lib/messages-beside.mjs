/**
 * Leaves the Chinese messages out of the language server, which finds them where the extension has them (l10n/): they
 * ship once.
 *
 * @type {import("esbuild").Plugin}
 */
export const messagesBeside = {
  name: "messages-beside",
  setup({ onResolve }) {
    onResolve({ filter: /\/l10n\/bundle\.l10n\.[a-z-]+\.json$/ }, ({ path }) => ({
      path: path.replace(/^.*(?=\/l10n\/)/, ".."),
      external: true,
    }));
  },
};
