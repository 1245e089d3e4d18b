/** What the scripts print: one place, so that every step reads alike in a terminal and in a CI log. */

export const say = (text) => console.log(`gouji: ${text}`);

/** A reason that a person can act on: printed as it is, without a stack. */
export class Trouble extends Error {}

/** Runs a script's main function; a Trouble or any other error ends the process with status 1 and a sentence. */
export function main(work) {
  Promise.resolve()
    .then(work)
    .then(
      (status) => {
        process.exitCode = status ?? 0;
      },
      (error) => {
        console.error(`gouji: ${error instanceof Trouble ? error.message : (error?.stack ?? error)}`);
        process.exitCode = 1;
      },
    );
}
