/** A part of the backend: files that may import the same. A file belongs to the room whose path fits it best. */
export type Room = {
  /** Folders, or single files without their extension. */
  readonly paths: readonly string[];
  /** What it is for, in a phrase. */
  readonly is: string;
  /** Rooms whose files it may import beside its own, by their paths; `src/*` is every room below. */
  readonly may?: readonly string[];
  /** Rooms of which it may import types only. */
  readonly types?: readonly string[];
  /** Rooms that it may import by `import()` only, when they are needed. */
  readonly onDemand?: readonly string[];
  readonly packages?: Names;
  /** Packages of which it may import types only. */
  readonly packageTypes?: readonly string[];
  /** Node's own modules, without `node:`. */
  readonly node?: Names;
};

/** Some, or all there are. */
export type Names = readonly string[] | 'any';
