import { useLayoutEffect } from 'preact/hooks';
import { useDesk } from '../desk.ts';

/** What a key does; `A` is Shift and `a`. */
export type Keymap = Readonly<Record<string, () => void>>;

/**
 * Listens to single keys while a view is shown: not in fields, not in dialogs, not with Ctrl, Alt or Meta, and not when they are switched off
 * (WCAG 2.1.4). A key that is held down moves on and does nothing else, since it would decide on comments that nobody has read.
 */
export const useKeys = (keymap: Keymap): void => {
  const { keysOn } = useDesk();
  // At once: the next key is meant for what is shown by now.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!keysOn.value || !isMeant(event) || isHeldTooLong(event)) return;
      const act = Object.hasOwn(keymap, event.key) ? keymap[event.key] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
};

const REPEATABLE = ['j', 'k'];
const isHeldTooLong = ({ repeat, key }: KeyboardEvent): boolean => repeat && !REPEATABLE.includes(key);

/** Where somebody may be typing. */
export const FIELDS = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

const isMeant = ({
  ctrlKey,
  altKey,
  metaKey,
  isComposing,
  defaultPrevented,
  target,
}: KeyboardEvent): boolean => {
  if (ctrlKey || altKey || metaKey || isComposing || defaultPrevented) return false;
  if (document.querySelector('dialog[open]')) return false;
  return !(target instanceof Element && target.closest(FIELDS));
};
