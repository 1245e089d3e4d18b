import { chromium } from "playwright-core";
import { programs } from "./programs.mjs";

/** Starts the system's chromium without a window; root cannot use its sandbox. */
export async function launchBrowser() {
  const { browser } = await programs(["browser", "chineseFont"]);
  return chromium.launch({ executablePath: browser, args: BROWSER_ARGS });
}

export const BROWSER_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
