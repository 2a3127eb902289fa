import { computed, type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

/** A value of JSON. */
export type Value = unknown;
type Map = Readonly<Record<string, Value>>;

/** The policy that is being written: one text, which the form reads and writes as well. */
export type Draft = {
  readonly text: Signal<string>;
  /** Undefined while the text is no JSON of an object. */
  readonly document: ReadonlySignal<Map | undefined>;
  /** Why it is not. */
  readonly unreadable: ReadonlySignal<string | undefined>;
  readonly at: (...path: readonly string[]) => Value;
  /** Gives a place another value; undefined takes it out. */
  readonly set: (value: Value, ...path: readonly string[]) => void;
};

export const written = (policy: object): string => JSON.stringify(policy, null, 2);

/** @param begun the text that was written before */
export const useDraft = (policy: object, begun = written(policy)): Draft => {
  const text = useSignal(begun);
  return useMemo(() => {
    const parsed = computed(() => parse(text.value));
    const document = computed(() => parsed.value.document);
    return {
      ...{ text, document },
      unreadable: computed(() => parsed.value.unreadable),
      at: (...path) => path.reduce<Value>((of, name) => (isMap(of) ? of[name] : undefined), document.value),
      set: (value, ...path) => {
        if (document.value) text.value = written(withValue(document.value, path, value));
      },
    };
  }, [text]);
};

const parse = (text: string): { readonly document?: Map; readonly unreadable?: string } => {
  try {
    const document: Value = JSON.parse(text);
    return isMap(document) ? { document } : { unreadable: '{ … }' };
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : '' };
  }
};

const isMap = (value: Value): value is Map =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const withValue = (of: Map, [name = '', ...rest]: readonly string[], value: Value): Map => {
  const inner = of[name];
  const next = rest.length === 0 ? value : withValue(isMap(inner) ? inner : {}, rest, value);
  const { [name]: _, ...others } = of;
  // A name that was there keeps its place, so that the difference shows what changed and nothing else.
  return next === undefined ? others : { ...of, [name]: next };
};
