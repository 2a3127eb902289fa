import { isTree, specificationOf, type Template } from './template.ts';

type Reference = { readonly at: string; readonly target: string; readonly attribute?: string };

/** References to resources the template lacks, or to attributes they do not have: a sentence for each. */
export const danglingReferences = ({ Resources, Outputs }: Template): string[] =>
  referencesIn({ Resources, Outputs }, 'template').flatMap(({ at, target, attribute }) => {
    const resource = Resources[target];
    if (!resource) return [`${at} refers to ${target}, which does not exist`];
    const known = attribute === undefined || specificationOf(resource.Type)?.attributes[attribute];
    return known ? [] : [`${at} refers to ${target}.${attribute}, which ${resource.Type} does not have`];
  });

/** Resources that wait, over whatever others, for themselves: CloudFormation refuses to create any of them. */
export const circles = ({ Resources }: Template): string[] => {
  const next = new Map(Object.entries(Resources).map(([id, one]) => [id, targetsOf(one)]));
  const reaches = (id: string, seen: Set<string>): Set<string> => {
    for (const target of next.get(id) ?? []) if (!seen.has(target)) reaches(target, seen.add(target));
    return seen;
  };
  return Object.keys(Resources).filter((id) => reaches(id, new Set()).has(id));
};

const targetsOf = (value: unknown) => referencesIn(value, '').map(({ target }) => target);

const referencesIn = (value: unknown, at: string): Reference[] => {
  if (Array.isArray(value)) return value.flatMap((one, index) => referencesIn(one, `${at}[${index}]`));
  if (!isTree(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(byKey[key]?.(inner) ?? [])
      .filter((name) => !name.startsWith('AWS::'))
      .map((name) => ({ at, ...named(name) })),
    ...referencesIn(inner, `${at}.${key}`),
  ]);
};

const named = (name: string): { target: string; attribute?: string } => {
  const [target = '', ...attribute] = name.split('.');
  return attribute.length > 0 ? { target, attribute: attribute.join('.') } : { target };
};

/** The names a function of CloudFormation speaks of, as `Resource` or `Resource.Attribute`. */
const byKey: Record<string, (inner: unknown) => string[]> = {
  Ref: (inner) => [String(inner)],
  DependsOn: (inner) => [inner].flat().map(String),
  'Fn::GetAtt': (inner) => [[inner].flat().join('.')],
  'Fn::Sub': (inner) => {
    const [text, given = {}] = [inner].flat();
    const names = [...String(text).matchAll(/[$][{]([^!}][^}]*)[}]/g)].map(([, name = '']) => name);
    return names.filter((name) => !Object.hasOwn(given as object, name));
  },
};
