import { type Signal, signal } from '@preact/signals';
import type { Me } from '../wire.ts';
import { deciderOf } from './caught.ts';
import { forget, keep, recall } from './tab.ts';

/** Texts of moderators that were not sent yet: a closed dialog opens with them again, also after an expired sign-in. */
export type Drafts = {
  /** @param base the text that it began with; a draft of another one is forgotten */
  readonly of: (name: string, base?: string) => Signal<string>;
  readonly drop: (name: string) => void;
};
type Kept = { readonly base: string; readonly text: string };

/** Of this tab alone, each member's of each site by itself. */
const DRAFTS = 'palabre-drafts';

export const createDrafts = (me: Me): Drafts => {
  const by = deciderOf(me);
  const kept = new Map(peek(by).own);
  const open = new Map<string, { readonly base: string; readonly text: Signal<string> }>();
  // Others may have changed since, as when an answer comes after a change of site. Where there is no room, the page still has them.
  const store = () =>
    keep(DRAFTS, [...peek(by).others, { ...by, texts: [...kept] }] satisfies readonly Stored[]);
  const begin = (name: string, base: string): Signal<string> => {
    const before = kept.get(name);
    const text = signal(before?.base === base ? before.text : base);
    text.subscribe((now) => {
      if (now === base) kept.delete(name);
      else kept.set(name, { base, text: now });
      store();
    });
    open.set(name, { base, text });
    return text;
  };
  return {
    of: (name, base = '') => {
      const known = open.get(name);
      return known?.base === base ? known.text : begin(name, base);
    },
    drop: (name) => {
      open.delete(name);
      kept.delete(name);
      store();
    },
  };
};

/** Who signs out means to leave nothing behind. */
export const dropDrafts = (): void => forget(DRAFTS);

type Stored = ReturnType<typeof deciderOf> & { readonly texts: readonly (readonly [string, Kept])[] };

const peek = ({ site, member }: ReturnType<typeof deciderOf>) => {
  const stored = recall<unknown>(DRAFTS);
  const all: readonly Stored[] = Array.isArray(stored) ? stored : [];
  const isOwn = (one: Stored) => one.site === site && one.member === member;
  return { own: all.find(isOwn)?.texts, others: all.filter((one) => !isOwn(one)) };
};
