import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { FIELDS } from '../keys/keyboard.ts';
import type { Listing } from '../list/listing.ts';
import type { Row } from '../list/row.ts';

/**
 * Whatever brings the focus into a row selects it, so that keys act on the row that has the focus. Rows fold and unfold with that: what is
 * pressed has to stay where it is until it was let go, and clicked.
 */
export const useSelecting = (isSelected: () => boolean, onSelect: (isShown: boolean) => void) => {
  const isPressed = useRef(false);
  return {
    onFocusIn: ({ target }: FocusEvent) => {
      const isByKeyboard = target instanceof Element && target.matches(':focus-visible');
      if (!isSelected() && (isByKeyboard || !isPressed.current)) onSelect(isByKeyboard);
    },
    onMouseDown: ({ currentTarget: row, target }: MouseEvent) => {
      isPressed.current = true;
      const letGo = () => {
        isPressed.current = false;
        const hasFocus = row instanceof Element && row.contains(document.activeElement);
        if (hasFocus && !isSelected()) onSelect(!isControl(target));
      };
      addEventListener('mouseup', () => setTimeout(letGo), { once: true });
    },
    // Not every browser gives the focus to what is clicked.
    onClick: ({ target }: MouseEvent) => {
      if (!isSelected() && !isControl(target)) onSelect(true);
    },
  };
};

const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, label, summary') !== null;

/**
 * Takes the focus when the keyboard or a button moved the selection here, and shows the whole row if there is room. The focus moves at once,
 * lest it be taken from what is pressed next; the row comes into sight when those around it have folded.
 */
export const useFocusWhenSelected = (
  { id }: Row,
  isSelected: boolean,
  { focusWanted, selected }: Listing,
) => {
  const article = useRef<HTMLElement>(null);
  const wanted = isSelected ? focusWanted.value : 0;
  // The next key may have moved the selection on already.
  const isMeant = () => wanted > 0 && selected.peek() === id;
  useLayoutEffect(() => {
    const { activeElement } = document;
    const isInside = article.current?.contains(activeElement);
    // Letters that are typed on would decide.
    const isTyping = activeElement?.matches(FIELDS) ?? false;
    if (isMeant() && !isInside && !isTyping) article.current?.focus({ preventScroll: true });
  }, [wanted]);
  useEffect(() => {
    if (isMeant()) article.current?.scrollIntoView({ block: 'nearest' });
  }, [wanted]);
  return article;
};
