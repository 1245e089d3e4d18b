/**
 * The arrows of docs/architecture.md: what a folder of server/src may read. Whatever is not named is forbidden.
 * "type" imports count too: a type is knowledge of another folder like any other.
 */
const reads = {
  text: [],
  document: ["text"],
  tables: ["text", "document", "forms"],
  forms: [],
  report: ["text", "document", "tables", "forms"],
  reconcile: ["text", "forms", "report"],
  claims: ["text", "document", "forms", "report"],
  relations: ["text", "document", "tables", "forms", "report", "reconcile"],
  rules: ["text", "document", "tables", "forms", "report", "reconcile", "claims", "relations"],
  features: ["text", "document", "tables", "forms", "report", "reconcile", "claims", "relations", "rules"],
  workspace: [
    "text",
    "document",
    "tables",
    "forms",
    "report",
    "reconcile",
    "claims",
    "relations",
    "rules",
    "features",
  ],
};

const folders = Object.keys(reads);
const core = `^server/src/(?:(?:${folders.join("|")})/|(?:service|l10n)\\.ts$)`;

const arrows = folders.map((folder) => ({
  name: `arrows-of-${folder}`,
  severity: "error",
  from: { path: `^server/src/${folder}/` },
  to: { path: "^server/src/", pathNot: `^server/src/(?:${[folder, ...reads[folder]].join("|")})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...arrows,
    {
      name: "folder-without-arrows",
      comment: "A folder of server/src that is not named here would be held by nothing.",
      severity: "error",
      from: {},
      to: { path: "^server/src/", pathNot: `${core}|^server/src/(?:lsp|cli)/` },
    },
    {
      name: "service-knows-no-shell",
      severity: "error",
      from: { path: "^server/src/service\\.ts$" },
      to: { path: "^server/src/(?:lsp|cli)/" },
    },
    {
      name: "lsp-does-not-know-the-command-line",
      severity: "error",
      from: { path: "^server/src/lsp/" },
      to: { path: "^server/src/cli/" },
    },
    {
      name: "client-decides-nothing-about-reports",
      comment: "The client starts the server and talks to it by the protocol.",
      severity: "error",
      from: { path: "^client/" },
      to: { path: "^server/src/" },
    },
    {
      name: "core-runs-in-a-browser",
      comment: "Below lsp/ and cli/ nothing of Node is there (invariant 3).",
      severity: "error",
      from: { path: core },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "core-does-not-know-vscode",
      severity: "error",
      from: { path: core },
      to: { path: "vscode", pathNot: "vscode-languageserver-types|@vscode/l10n" },
    },
    {
      name: "protocol-types-at-the-edge-only",
      severity: "error",
      from: { path: "^server/src/", pathNot: "^server/src/(?:features|lsp|cli)/|^server/src/service\\.ts$" },
      to: { path: "vscode-languageserver" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "nothing-unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^vscode$" },
    },
    {
      name: "product-knows-no-tests",
      severity: "error",
      from: { path: "^(?:client|server)/" },
      to: { path: "^(?:test|scripts)/" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
