import { which } from "./programs.mjs";

/** How a desktop program gets a display here: "own", by xvfb-run ("virtual"), or not at all ("none"). */
export async function display() {
  if (process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return "own";
  return (await which("xvfb-run")) ? "virtual" : "none";
}
