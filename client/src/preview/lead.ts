/** A scroll and its echo from the other side are no further apart than this, in milliseconds. */
const ECHO = 400;

export type Side = "editor" | "page";

/** Which of two that scroll each other is led by the other: what it does then is an echo, and answered by nothing. */
export interface Lead {
  /** Whether this side leads: it does unless the other has led a moment ago. */
  take(side: Side): boolean;
  /** This side leads, whatever the other has done. */
  seize(side: Side): void;
}

export function createLead(now: () => number = Date.now): Lead {
  let leader: Side = "editor";
  let since = Number.NEGATIVE_INFINITY;
  const seize = (side: Side): void => {
    leader = side;
    since = now();
  };
  return {
    seize,
    take(side) {
      const isEcho = side !== leader && now() - since < ECHO;
      if (!isEcho) seize(side);
      return !isEcho;
    },
  };
}
