const KEPT = Symbol("kept");
let slots = 0;

interface Keeper {
  [KEPT]?: unknown[];
}

/** What is kept with objects of a kind for as long as they live. */
export interface Kept<K extends object, T> {
  get(key: K): T | undefined;
  set(key: K, value: T): void;
}

/**
 * A weak map by other means: a value stands in a property of its key. V8's scavenger takes what an old weak map holds
 * for living even where its key is dead, and so moves the blocks of every text into the old generation: after a
 * thousand reports that was twice the memory.
 */
export function createKept<K extends object, T>(): Kept<K, T> {
  const slot = slots++;
  return {
    get: (key: K & Keeper) => key[KEPT]?.[slot] as T | undefined,
    set(key: K & Keeper, value) {
      key[KEPT] ??= [];
      key[KEPT][slot] = value;
    },
  };
}
