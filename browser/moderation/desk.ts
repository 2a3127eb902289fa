import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Calls } from './calls/site-calls.ts';
import { type FollowedCounts, followCounts } from './counts/follow-counts.ts';
import type { Listing } from './list/listing.ts';
import { createPassed, type Passed } from './queue/passed.ts';
import { createUndos, type Undos } from './queue/undo.ts';
import { type AtWork, createAtWork } from './session/at-work.ts';
import { createDrafts, type Drafts } from './session/drafts.ts';
import { openPlace, type Place } from './shell/place.ts';
import { type Times, timesIn } from './shell/times.ts';
import { createToasts, type Toasts } from './shell/toasts.ts';
import type { Me, Queue } from './wire.ts';
import { type Language, type Words, wordsIn } from './words/vocabulary.ts';

/** What a moderator has before them on one site: who they are, where they are, and what all views share. */
export type Desk = FollowedCounts & {
  readonly calls: Calls;
  readonly me: Me;
  readonly language: Signal<Language>;
  readonly words: ReadonlySignal<Words>;
  readonly times: ReadonlySignal<Times>;
  /** Milliseconds since 1970, brought up to date with the counts. */
  readonly now: Signal<number>;
  readonly place: Signal<Place>;
  /** The queue that is on the page, if one is. */
  readonly shown: { current: { readonly queue: Queue; readonly listing: Listing } | undefined };
  /** Rises when lists are to be loaded again. */
  readonly reloads: Signal<number>;
  readonly passed: Passed;
  readonly drafts: Drafts;
  /** What is asked before the view is left, while something in it is not saved. */
  readonly unsaved: Signal<string | undefined>;
  readonly atWork: AtWork;
  readonly toasts: Toasts;
  readonly undos: Undos;
  readonly keysOn: Signal<boolean>;
  readonly signOut: () => void;
  readonly leaveSite: () => void;
  /** Reads anew who this is here, when they changed that themselves. */
  readonly reenter: () => Promise<void>;
};

type Setup = Pick<Desk, 'calls' | 'me' | 'language' | 'signOut' | 'leaveSite' | 'reenter'>;

export const openDesk = (setup: Setup): Desk => {
  const now = signal(Date.now());
  const unsaved = signal<string | undefined>(undefined);
  const atWork = createAtWork();
  const words = computed(() => wordsIn(setup.language.value));
  return {
    ...setup,
    words,
    times: computed(() => timesIn(words.value.locale, setup.me.site.timeZone, words.value.frame.justNow)),
    now,
    place: openPlace(() => mayLeave(unsaved)),
    unsaved,
    drafts: createDrafts(setup.me),
    ...followCounts(setup.calls, now),
    shown: { current: undefined },
    reloads: signal(0),
    passed: createPassed(),
    atWork,
    signOut: signingOut(atWork, setup.signOut),
    toasts: createToasts(),
    undos: createUndos(),
    keysOn: readKeysOn(),
  };
};

/** Once all is sent that the page says is done, or at once for who asks again. */
const signingOut = ({ isOver }: AtWork, signOut: () => void) => {
  let isAsked = false;
  return () => {
    void (isAsked ? Promise.resolve() : isOver()).then(signOut);
    isAsked = true;
  };
};

const KEYS = 'palabre-keys';
const OFF = 'off';

/** Whether single keys decide; kept in this browser. */
const readKeysOn = (): Signal<boolean> => {
  const keysOn = signal(localStorage.getItem(KEYS) !== OFF);
  keysOn.subscribe((isOn) => (isOn ? localStorage.removeItem(KEYS) : localStorage.setItem(KEYS, OFF)));
  return keysOn;
};

export const DeskContext = createContext<Desk | undefined>(undefined);

export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('There is no desk around this view.');
  return desk;
};

/** Asks once: who agreed is not asked again by another step of the way. */
const mayLeave = (unsaved: Signal<string | undefined>): boolean => {
  if (unsaved.value !== undefined && !confirm(unsaved.value)) return false;
  unsaved.value = undefined;
  return true;
};
