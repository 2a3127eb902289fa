import { readFileSync } from 'node:fs';
import { SourceMap, type SourceOrigin } from 'node:module';

/** Where a frame of a stack is: `file:///var/task/dist/submit-comment.mjs:1:2345`. */
const PLACE = /\(?(file:\/\/[^\s()]+):(\d+):(\d+)\)?$/;

/**
 * A frame of a stack with its place in the source, `at src/app.ts:12:5`, where the bundle it is in has a map beside it; any other as it is.
 * Its column also counts the parentheses that `tools/bundling/quick-start` put before it. A map is read at the first error: `--enable-source-maps`
 * would read it at each start, which took a tenth of a cold start.
 */
export const sourceFrame = (frame: string): string => {
  const [, bundle, line, column] = PLACE.exec(frame) ?? [];
  const map = bundle === undefined ? undefined : mapBeside(bundle);
  const { fileName, lineNumber, columnNumber }: Partial<SourceOrigin> =
    map?.findOrigin(Number(line), Number(column)) ?? {};
  return fileName === undefined
    ? frame
    : `at ${fileName.replace(/^(?:[.]{2}[/])+/, '')}:${lineNumber}:${columnNumber}`;
};

const maps = new Map<string, SourceMap | undefined>();

const mapBeside = (bundle: string): SourceMap | undefined => {
  if (!maps.has(bundle)) maps.set(bundle, readMap(bundle));
  return maps.get(bundle);
};

/** Nothing where there is no map, or none that can be read: the log then has the place in the bundle. */
const readMap = (bundle: string): SourceMap | undefined => {
  try {
    return new SourceMap(JSON.parse(readFileSync(new URL(`${bundle}.map`), 'utf8')));
  } catch {
    return undefined;
  }
};
