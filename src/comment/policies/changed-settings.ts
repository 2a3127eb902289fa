type Value = unknown;
type Map = Readonly<Record<string, Value>>;

/** How deep a setting's name goes: `articles.gare.links` names what an article has of its own. */
const DEPTH_MAX = 3;

/** The names of what differs between two documents, in their order: `links.holdFrom`, `checks.links`, `fixtures`. A list is one setting. */
export const changedSettings = (before: object, after: object): readonly string[] =>
  changedIn(before as Map, after as Map, []);

const changedIn = (before: Map, after: Map, path: readonly string[]): readonly string[] => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [one, other] = [before[name], after[name]];
    if (isSame(one, other)) return [];
    const place = [...path, name];
    const isDeeper = isMap(one) && isMap(other) && place.length < depthOf(place);
    return isDeeper ? changedIn(one, other, place) : [place.join('.')];
  });
};

const depthOf = ([section]: readonly string[]): number =>
  section === 'articles' ? DEPTH_MAX : DEPTH_MAX - 1;

const isMap = (value: Value): value is Map =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two values of JSON are the same, in whatever order a map names its keys. */
const isSame = (one: Value, other: Value): boolean => {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, at) => isSame(value, other[at]));
  if (!isMap(one) || !isMap(other)) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
  );
};
