/**
 * Leaves the language server out of the command line, which starts the bundle that lies beside it (dist/server.js).
 *
 * @type {import("esbuild").Plugin}
 */
export const serverBeside = {
  name: "server-beside",
  setup({ onResolve }) {
    onResolve({ filter: /\/lsp\/main\.node\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./server.js", external: true } : undefined,
    );
  },
};
