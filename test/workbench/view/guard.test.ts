import { afterAll, expect, test } from "vitest";
import { BROKEN, example } from "../fixtures.ts";
import { openChecked } from "./doings.ts";
import { asPerson, goHome, onDisk, screenshot } from "./person.ts";

afterAll(goHome);

test.each([
  ["zh-cn", "删除行尾空格", "不让它处理此文件夹中的纯文本文件"],
  ["en", "Trim trailing whitespace", "Keep it out of plain text files in this folder"],
] as const)(
  "a word is said before another program takes the tabs out of a table: %s",
  async (language, name, button) => {
    const settings = { "files.trimTrailingWhitespace": true };
    const start = { files: { [BROKEN]: await example(BROKEN) }, settings, language };
    await asPerson(start, async (person) => {
      const { page } = person;
      await openChecked(person, BROKEN);
      const word = page.locator(".notification-toast", { hasText: name });
      await word.waitFor();
      await screenshot(person, `guard-${language}`);
      await word.getByRole("button", { name: button }).click();
      await expect
        .poll(async () => JSON.parse(await onDisk(person, ".vscode/settings.json")))
        .toEqual({ ...settings, "[plaintext]": { "files.trimTrailingWhitespace": false } });
    });
  },
);

test("another formatter is replaced by gouji for the reports' language where that is asked for", async () => {
  const settings = {
    "editor.formatOnSave": true,
    "editor.defaultFormatter": "vscode.html-language-features",
  };
  await asPerson({ files: { [BROKEN]: await example(BROKEN) }, settings }, async (person) => {
    await openChecked(person, BROKEN);
    const word = person.page.locator(".notification-toast", { hasText: "gouji can format it instead." });
    await word.getByRole("button", { name: "Keep it out of plain text files in this folder" }).click();
    await expect
      .poll(async () => JSON.parse(await onDisk(person, ".vscode/settings.json")))
      .toEqual({ ...settings, "[plaintext]": { "editor.defaultFormatter": "gouji.gouji" } });
  });
});

test("nothing is said where nothing of the kind runs", async () => {
  await asPerson({ files: { [BROKEN]: await example(BROKEN) } }, async (person) => {
    await openChecked(person, BROKEN);
    await person.page.locator(".statusbar-item", { hasText: "Plain Text" }).waitFor();
    expect(await person.page.locator(".notification-toast").count()).toBe(0);
  });
});
