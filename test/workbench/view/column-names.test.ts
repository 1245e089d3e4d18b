import { afterAll, expect, test } from "vitest";
import { example } from "../fixtures.ts";
import { goTo, open } from "./doings.ts";
import { asPerson, goHome, screenshot } from "./person.ts";

afterAll(goHome);

/** One cell a line. */
const FLAT = "南星街道2023（没有标题）.txt";

test.each(["Default Light Modern", "Default Dark Modern"])(
  "figures that stand alone on their lines have their columns behind them: %s",
  async (theme) => {
    const text = await example(FLAT);
    const line = text.slice(0, text.indexOf("重复申请")).split("\n").length;
    const settings = { "workbench.colorTheme": theme };
    await asPerson({ files: { [FLAT]: text }, settings }, async (person) => {
      await open(person, FLAT);
      await goTo(person, line);
      const row = person.page.locator(".editor-instance .view-line").filter({ hasText: "社会公益组织" });
      await row.first().waitFor();
      expect((await row.first().textContent())?.replace(/\s/g, " ").trim()).toMatch(/^\d+ *社会公益组织$/);
      await screenshot(person, `column-names-${theme.split(" ")[1]?.toLowerCase()}`);
    });
  },
);
