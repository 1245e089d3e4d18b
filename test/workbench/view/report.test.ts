import { afterAll, expect, test } from "vitest";
import { BROKEN, example } from "../fixtures.ts";
import { formatDocument, open, quickFix, quickFixTitles, save } from "./doings.ts";
import { asPerson, goHome, onDisk, screenshot } from "./person.ts";
import { outlineRows, problemsRows, waitForNoSquiggle, waitForSquiggle } from "./sights.ts";

afterAll(goHome);

test("a broken figure: one squiggle, its row in Problems, the outline, and a fix that settles it", async () => {
  const text = await example(BROKEN);
  await asPerson({ files: { [BROKEN]: text }, language: "zh-cn" }, async (person) => {
    await open(person, BROKEN);
    expect(await waitForSquiggle(person)).toBe(1);
    await screenshot(person, "squiggle");
    console.log(await problemsRows(person, 2));
    console.log(await quickFixTitles(person, "合计"));
    console.log(await outlineRows(person, 3));
    await screenshot(person, "problems");
    await quickFix(person, "合计", "8");
    await waitForNoSquiggle(person);
    await save(person);
    expect(await onDisk(person, BROKEN)).toBe(text.replace("予以公开\t7", "予以公开\t8"));
    await formatDocument(person);
    await save(person);
    await screenshot(person, "formatted");
    expect(await onDisk(person, BROKEN)).toMatch(/^格式化/);
  });
});
