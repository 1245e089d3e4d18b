import { afterAll, expect, test } from "vitest";
import { BROKEN, CLEAN, example } from "../fixtures.ts";
import { inTheme, open, openChecked } from "./doings.ts";
import { asPerson, goHome, onDisk, type Person, screenshot } from "./person.ts";

afterAll(goHome);

const settingsOnDisk = async (person: Person): Promise<unknown> =>
  JSON.parse(await onDisk(person, ".vscode/settings.json"));

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
        .poll(() => settingsOnDisk(person))
        .toEqual({ ...settings, "[plaintext]": { "files.trimTrailingWhitespace": false } });
    });
  },
);

test("another formatter is replaced by gouji for the reports' language where that is asked for, and nothing said where none runs, or where that is set", async () => {
  const settings = {
    "editor.formatOnSave": true,
    "editor.defaultFormatter": "vscode.html-language-features",
  };
  const third = CLEAN.replace("2023", "2022");
  const files = { [BROKEN]: await example(BROKEN), [CLEAN]: await example(CLEAN) };
  await asPerson({ files: { ...files, [third]: files[CLEAN] } }, async (person) => {
    const { page } = person;
    const word = page.locator(".notification-toast");
    await openChecked(person, BROKEN);
    await page.locator(".statusbar-item", { hasText: "Plain Text" }).waitFor();
    expect(await word.count()).toBe(0);
    await inTheme(person, "light", { ...settings, "gouji.guard.enable": false });
    await openChecked(person, CLEAN);
    expect(await word.count()).toBe(0);
    await inTheme(person, "dark", settings);
    await open(person, third);
    await word.filter({ hasText: "gouji can format it instead." }).waitFor();
    expect(await word.count()).toBe(1);
    await word.getByRole("button", { name: "Keep it out of plain text files in this folder" }).click();
    await expect
      .poll(() => settingsOnDisk(person))
      .toMatchObject({ ...settings, "[plaintext]": { "editor.defaultFormatter": "gouji.gouji" } });
  });
});
