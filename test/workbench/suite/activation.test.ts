import assert from "node:assert/strict";
import { diagnosticsOf, errorsIn, started, withDocument } from "../documents.ts";
import { BROKEN, CLEAN, example } from "../fixtures.ts";

describe("opening a report", () => {
  it("starts the extension", async () => {
    await withDocument(CLEAN, await example(CLEAN), async (document) => {
      await started();
      assert.equal(document.languageId, "plaintext");
    });
  });

  it("finds the figure that does not add up", async () => {
    await withDocument(BROKEN, await example(BROKEN), async (document) => {
      const found = await diagnosticsOf(document, (diagnostics) => errorsIn(diagnostics).length > 0);
      const [error, ...more] = errorsIn(found);
      assert.ok(error);
      assert.deepEqual(more, []);
      assert.equal(document.getText(error.range), "7");
      assert.match(document.lineAt(error.range.start).text, /予以公开/);
    });
  });
});
