import { styleText } from "node:util";
import type { Io } from "./io.ts";

type Style = Parameters<typeof styleText>[0];

/** Colours a text, or leaves it where there are to be no colours. */
export type Paint = (style: Style, text: string) => string;

/** `choice` is that of --color; by itself a terminal gets colours unless NO_COLOR is set (no-color.org). */
export function paintFor(choice: string | undefined, { stdout, env }: Io): Paint {
  const automatic = stdout.isTerminal && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb";
  const isOn = choice === "always" || (choice !== "never" && automatic);
  return isOn ? (style, text) => styleText(style, text) : (_, text) => text;
}
