import { Trouble } from "../lib/say.mjs";
import { display } from "./display.mjs";

const DOWNLOADS = "https://update.code.visualstudio.com/api/releases/stable";
const PATIENCE = 4_000;

/**
 * Which VS Code the suite runs in: a desktop one where VSCODE_EXECUTABLE names it or it can be downloaded, else the
 * server of npm. GOUJI_HOST=desktop or GOUJI_HOST=server decides it by hand.
 *
 * @returns {Promise<{host: "desktop" | "server", why: string}>}
 */
export async function chooseHost() {
  const wanted = process.env.GOUJI_HOST;
  if (wanted === "desktop" || wanted === "server") return { host: wanted, why: `GOUJI_HOST is ${wanted}` };
  if (wanted) throw new Trouble(`GOUJI_HOST is "${wanted}"; it can be desktop or server`);
  if (process.env.VSCODE_EXECUTABLE) return { host: "desktop", why: "VSCODE_EXECUTABLE names it" };
  if ((await display()) === "none")
    return { host: "server", why: "VSCODE_EXECUTABLE is not set and no display is here" };
  if (await canDownload()) return { host: "desktop", why: "VS Code can be downloaded" };
  return { host: "server", why: "VSCODE_EXECUTABLE is not set and VS Code cannot be downloaded from here" };
}

function canDownload() {
  return fetch(DOWNLOADS, { method: "HEAD", signal: AbortSignal.timeout(PATIENCE) }).then(
    (response) => response.ok,
    () => false,
  );
}
