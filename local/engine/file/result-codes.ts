/** SQLite's primary result codes (the low byte of an extended code), by the names that its documentation has for them. */
const codes = {
  ...{ ERROR: 1, INTERNAL: 2, PERM: 3, ABORT: 4, BUSY: 5, LOCKED: 6, NOMEM: 7, READONLY: 8, INTERRUPT: 9 },
  ...{
    IOERR: 10,
    CORRUPT: 11,
    NOTFOUND: 12,
    FULL: 13,
    CANTOPEN: 14,
    PROTOCOL: 15,
    EMPTY: 16,
    SCHEMA: 17,
    TOOBIG: 18,
  },
  ...{ CONSTRAINT: 19, MISMATCH: 20, MISUSE: 21, NOLFS: 22, AUTH: 23, FORMAT: 24, RANGE: 25, NOTADB: 26 },
} as const;
export type ResultCode = keyof typeof codes;

const byNumber = new Map(Object.entries(codes).map(([name, code]) => [code as number, name as ResultCode]));

/** The primary result code of an error of `node:sqlite`; undefined for other errors. */
export const resultCodeOf = (error: unknown): ResultCode | undefined => {
  const { errcode } = error as { errcode?: number };
  return errcode === undefined ? undefined : (byNumber.get(errcode & 0xff) ?? 'INTERNAL');
};
