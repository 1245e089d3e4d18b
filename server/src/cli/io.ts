/** What a command needs of the process around it, so that the commands themselves can be run in a test. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input. */
  readStdin(): Promise<Uint8Array>;
}

export interface Output {
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined for a pipe or a file. */
  readonly columns: number | undefined;
  write(data: string | Uint8Array): void;
}
