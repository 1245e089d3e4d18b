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
      /** What the browser keeps from one start to the next; an existing folder, as the next one. */
      readonly profile: string;
      readonly screenshots: string;
    };
  }
}
