import "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** The running VS Code server with the packed extension installed; provided by scripts/host/view-setup.mjs. */
    host: {
      /** Ends with a slash. */
      readonly url: string;
      /** Path of the browser and its arguments. */
      readonly browser: string;
      readonly browserArgs: string[];
      /** An existing folder. */
      readonly screenshots: string;
    };
  }
}
