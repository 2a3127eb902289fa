import type { Room } from './room.ts';

type Place = { readonly path: string; readonly pathNot?: readonly string[] };
type Rule = { readonly from: object; readonly to: object };

/**
 * What the rooms may import, in the words of dependency-cruiser: its `allowed` rules, of which every import must fit one.
 * @throws when a room names one that is not on the list
 */
export const allowedImports = (rooms: readonly Room[]): readonly Rule[] => {
  const placeOf = placesIn(rooms);
  return rooms.flatMap((room) =>
    room.paths.flatMap((path) => {
      const from = placeOf(path);
      return targetsOf(room, rooms, placeOf).map((to) => ({ from, to }));
    }),
  );
};

/** The folders that hold all rooms, each once: what there is to look at. */
export const foldersOf = (rooms: readonly Room[]): readonly string[] => [
  ...new Set(pathsOf(rooms).flatMap((path) => path.split('/').slice(0, 1))),
];

const targetsOf = (
  room: Room,
  rooms: readonly Room[],
  placeOf: (path: string) => Place,
): readonly object[] => {
  const { paths, may = [], types = [], onDemand = [], packages = [], packageTypes = [], node = [] } = room;
  const placesOf = (names: readonly string[]) => names.flatMap((name) => pathsLike(name, rooms)).map(placeOf);
  const typesOnly = { dependencyTypes: ['type-only'] };
  return [
    ...placesOf([...paths, ...may]),
    ...placesOf(types).map((place) => ({ ...place, ...typesOnly })),
    ...placesOf(onDemand).map((place) => ({ ...place, dynamic: true })),
    ...(packages === 'any'
      ? [{ path: 'node_modules/' }]
      : packages.map((name) => ({ path: packagePath(name) }))),
    ...packageTypes.map((name) => ({ path: packagePath(name), ...typesOnly })),
    ...(node === 'any' ? [{ dependencyTypes: ['core'] }] : node.map(coreModule)),
  ];
};

/** Files of a room, without those of the rooms inside it. */
const placesIn = (rooms: readonly Room[]) => {
  const all = pathsOf(rooms);
  return (path: string): Place => {
    const within = all.filter((other) => other.startsWith(`${path}/`));
    return { path: pattern(path), ...(within.length > 0 ? { pathNot: within.map(pattern) } : {}) };
  };
};

const pathsOf = (rooms: readonly Room[]) => rooms.flatMap(({ paths }) => paths);

/** The rooms that a row means: one by its path, all by `*`, all of a folder by `folder/*`. */
const pathsLike = (name: string, rooms: readonly Room[]): readonly string[] => {
  const all = pathsOf(rooms);
  const meant = name.endsWith('*') ? all.filter((path) => path.startsWith(name.slice(0, -1))) : [name];
  if (meant.length === 0 || !meant.every((path) => all.includes(path)))
    throw new Error(`There is no room ${name}.`);
  return meant;
};

const pattern = (path: string) => `^${escaped(path)}([.]ts$|/)`;
const packagePath = (name: string) => `node_modules/(@types/)?${escaped(name)}/`;
const coreModule = (name: string) => ({ dependencyTypes: ['core'], path: `^${escaped(name)}$` });
const escaped = (text: string) => text.replaceAll('.', '[.]');
