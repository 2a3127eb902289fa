import { type Signal, signal } from '@preact/signals';

export type Toast = {
  readonly text: string;
  readonly tone: 'done' | 'problem';
  /** Whether `z` takes back what it tells of. */
  readonly isUndoable?: boolean;
  /** Another way to take it back. */
  readonly act?: { readonly label: string; readonly run: () => void };
};

/** One at a time; the next replaces it. It stays until then, so that nobody has to be quick. */
export type Toasts = {
  readonly shown: Signal<Toast | undefined>;
  readonly show: (toast: Toast) => void;
  readonly hide: () => void;
};

export const createToasts = (): Toasts => {
  const shown = signal<Toast | undefined>(undefined);
  return {
    shown,
    show: (toast) => {
      shown.value = toast;
    },
    hide: () => {
      shown.value = undefined;
    },
  };
};
