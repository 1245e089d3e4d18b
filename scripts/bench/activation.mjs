import { join } from "node:path";
import { launchBrowser } from "../host/browser.mjs";
import { serve } from "../host/serve.mjs";
import { root } from "../lib/paths.mjs";
import { Trouble } from "../lib/say.mjs";

const EXAMPLE = "示例区东风街道办事处2023（有一个数字不对）.txt";

/**
 * What VS Code itself measured of the extension's activation when a report was opened, in milliseconds: the number
 * that its list of running extensions shows.
 *
 * @param {string} vsix the packed extension.
 */
export async function activationTime(vsix) {
  const server = await serve({ extension: vsix, settings: { "security.workspace.trust.enabled": false } });
  let browser;
  try {
    browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(`${server.url}?${new URLSearchParams({ folder: join(root, "examples") })}`);
    await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
    await page.keyboard.press("Control+P");
    await page.locator(".quick-input-widget input").fill(EXAMPLE);
    await page.locator(".quick-input-widget .monaco-list-row", { hasText: EXAMPLE }).first().click();
    await page.locator(".editor-instance .view-line").first().waitFor();
    await page.keyboard.press("F1");
    await page.locator(".quick-input-widget input").fill(">Developer: Show Running Extensions");
    await page.keyboard.press("Enter");
    const row = page.locator(".runtime-extensions-editor .monaco-list-row", {
      hasText: /gouji.*Activation/s,
    });
    const told = await row.first().textContent();
    const milliseconds = /Activation:\s*(\d+)\s*ms/.exec(told)?.[1];
    if (milliseconds === undefined) throw new Trouble(`VS Code tells no activation time: ${told}`);
    return Number(milliseconds);
  } finally {
    await browser?.close();
    await server.stop();
  }
}
