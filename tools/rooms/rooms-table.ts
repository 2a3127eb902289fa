import { table } from '../report/markdown.ts';
import type { Names, Room } from './room.ts';

const HEAD = ['room', 'is', 'may import', 'packages'];

/** The table of `ARCHITECTURE.md`. */
export const roomsTable = (rooms: readonly Room[]): string =>
  table(
    HEAD,
    rooms.map((room) => [room.paths.map(code).join(', '), room.is, importsOf(room), packagesOf(room)]),
  );

/** The table as a page has it; undefined when it has none. */
export const tableIn = (page: string): string | undefined => TABLE.exec(page)?.[0];

/** A page with the table in the place of the one it has. */
export const withTable = (page: string, markdown: string): string => page.replace(TABLE, () => markdown);

const TABLE = new RegExp(`^[|] ${HEAD.join(' [|] ')} [|]\n(?:[|].*\n)+(?=\n)`, 'm');

const importsOf = ({ may = [], types = [], onDemand = [] }: Room): string =>
  [
    ...may.map(shortName),
    ...types.map((name) => `${shortName(name)} (types)`),
    ...onDemand.map((name) => `${shortName(name)} (on demand)`),
  ].join(', ') || 'nothing';

const packagesOf = ({ packages = [], packageTypes = [], node = [] }: Room): string =>
  [
    ...(packages === 'any' ? ['any'] : packages.map(code)),
    ...packageTypes.map((name) => `${code(name)} (types)`),
    ...nodeOf(node),
  ].join(', ') || 'none';

const nodeOf = (node: Names): readonly string[] =>
  node === 'any'
    ? ["Node's own"]
    : node.map((name) => code(name.startsWith('node:') ? name : `node:${name}`));

const code = (text: string) => `\`${text}\``;

const shortName = (path: string) => {
  if (path === '*') return 'every room';
  return path === 'src/*' ? 'all of src' : path.replace(/^src\//, '');
};
