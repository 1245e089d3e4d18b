import { afterAll, expect, test } from "vitest";
import { command } from "./doings.ts";
import { asPerson, goHome, screenshot } from "./person.ts";
import { waitForSquiggle } from "./sights.ts";

afterAll(goHome);

test.each([
  ["zh-cn", "Default Light Modern"],
  ["en", "Default Dark Modern"],
] as const)("the walkthrough opens a sample in which one figure is wrong: %s", async (language, theme) => {
  const settings = { "workbench.colorTheme": theme };
  await asPerson({ files: { "a.md": "# a\n" }, language, settings }, async (person) => {
    const { page } = person;
    await command(person, "Welcome: Open Walkthrough...");
    await page.locator(".quick-input-widget input").fill("gouji");
    await page.locator(".quick-input-widget .monaco-list-row").filter({ hasText: "gouji" }).first().click();
    const steps = page.locator(".getting-started-step");
    await steps.nth(3).waitFor();
    expect(await steps.count()).toBe(4);
    await screenshot(person, `walkthrough ${language}`);
    await page.locator(".getting-started-step .button-container .monaco-button").first().click();
    expect(await waitForSquiggle(person)).toBe(1);
    await page.locator(".tab.active").filter({ hasText: "Untitled" }).waitFor();
    await page.getByText("Ln 43, Col 25").waitFor();
  });
});
