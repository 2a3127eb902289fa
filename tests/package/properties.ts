import {
  isTree,
  type Kind,
  type Properties,
  propertiesOf,
  specificationOf,
  type Template,
} from './template.ts';

/** Unknown resource types, unknown or missing properties, and values of the wrong kind: a sentence for each. */
export const propertyProblems = ({ Resources }: Template): string[] =>
  Object.entries(Resources).flatMap(([id, { Type, Properties = {} }]) => {
    const specification = specificationOf(Type);
    return specification
      ? ofObject(Properties, specification.properties, id)
      : [`${id} has the unknown type ${Type}`];
  });

const ofObject = (value: unknown, properties: Properties, at: string): string[] => {
  if (!isTree(value)) return [`${at} is no object`];
  const unknown = Object.keys(value).filter((key) => !properties[key]);
  return [
    ...unknown.map((key) => `${at}.${key} is no known property`),
    ...Object.entries(properties).flatMap(([key, { required, type }]) => {
      if (value[key] !== undefined) return ofValue(value[key], type, `${at}.${key}`);
      return required ? [`${at}.${key} is missing`] : [];
    }),
  ];
};

const ofValue = (value: unknown, kind: Kind, at: string): string[] =>
  isFunction(value) ? [] : (byKind[kind.type]?.(value, kind, at) ?? []);

/** `Ref`, `Fn::...`: only CloudFormation knows what it will be. */
const isFunction = (value: unknown) => {
  if (!isTree(value)) return false;
  const [name = '', ...others] = Object.keys(value);
  return others.length === 0 && /^(Ref|Fn::)/.test(name);
};

const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);

const ofNumber = (value: unknown, _: Kind, at: string) =>
  isScalar(value) && Number.isFinite(Number(value)) ? [] : [`${at} is no number`];

const byKind: Record<string, (value: unknown, kind: Kind, at: string) => string[]> = {
  string: (value, { allowedValues = [] }, at) => {
    if (!isScalar(value)) return [`${at} is no string`];
    const allowed = allowedValues.length === 0 || allowedValues.some((one) => String(one) === String(value));
    return allowed ? [] : [`${at} may not be ${String(value)}`];
  },
  number: ofNumber,
  integer: ofNumber,
  boolean: (value, _, at) =>
    /^(true|false)$/.test(String(value)) ? [] : [`${at} is neither true nor false`],
  array: (value, { element }, at) => {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return element ? value.flatMap((one, index) => ofValue(one, element, `${at}[${index}]`)) : [];
  },
  map: (value, { element }, at) => {
    if (!isTree(value)) return [`${at} is no object`];
    return element
      ? Object.entries(value).flatMap(([key, one]) => ofValue(one, element, `${at}.${key}`))
      : [];
  },
  ref: (value, { reference }, at) => (reference ? ofObject(value, propertiesOf(reference.$ref), at) : []),
  union: (value, { types = [] }, at) => {
    const problems = told(types).map((one) => ofValue(value, one, at));
    return problems.some((found) => found.length === 0) ? [] : problems.flat();
  },
};

/** Some types are specified as a structure or as any JSON, which would let every mistake in the structure pass. */
const told = (types: readonly Kind[]) => {
  const structures = types.filter(({ type }) => ['ref', 'array', 'map'].includes(type));
  return structures.length > 0 ? structures : types;
};
