/** A change of one block's text: UTF-16 offsets from the block's start, end exclusive. */
export interface BlockEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}
