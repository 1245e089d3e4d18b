import { execFile } from "node:child_process";
import { expect, test } from "vitest";

test("npm start checks the examples, then VS Code answers at a loopback address", async () => {
  const { status, output } = await start();
  expect(output).toMatch(/示例区东风街道办事处2023.*/);
  expect(output).toMatch(/open http:\/\/127\.0\.0\.1:\d+\/\?folder=/);
  expect(status).toBe(0);
});

function start(): Promise<{ status: number; output: string }> {
  const env = { ...process.env, GOUJI_START_ONCE: "1", GOUJI_HOST: "server" };
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/start.mjs"], { env }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code ?? 1) : 0, output: stdout + stderr });
    });
  });
}
