import { afterAll, expect, test } from "vitest";
import { BROKEN, example } from "../fixtures.ts";
import { openChecked } from "./doings.ts";
import { asPerson, goHome, onDisk, screenshot } from "./person.ts";

afterAll(goHome);

test.each([
  ["zh-cn", "不让它们处理"],
  ["en", "Keep them out"],
] as const)(
  "a word is said before another program takes the tabs out of a table: %s",
  async (language, button) => {
    const settings = { "files.trimTrailingWhitespace": true };
    const start = { files: { [BROKEN]: await example(BROKEN) }, settings, language };
    await asPerson(start, async (person) => {
      const { page } = person;
      await openChecked(person, BROKEN);
      const word = page.locator(".notification-toast", { hasText: "files.trimTrailingWhitespace" });
      await word.waitFor();
      await screenshot(person, `guard-${language}`);
      await word.getByRole("button", { name: button }).click();
      await expect
        .poll(async () => JSON.parse(await onDisk(person, ".vscode/settings.json")))
        .toEqual({ ...settings, "[plaintext]": { "files.trimTrailingWhitespace": false } });
    });
  },
);

test("nothing is said where nothing of the kind runs", async () => {
  await asPerson({ files: { [BROKEN]: await example(BROKEN) } }, async (person) => {
    await openChecked(person, BROKEN);
    await person.page.locator(".statusbar-item", { hasText: "Plain Text" }).waitFor();
    expect(await person.page.locator(".notification-toast").count()).toBe(0);
  });
});
