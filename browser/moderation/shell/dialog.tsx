import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { Icon } from '../row/icons.tsx';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
};

/** A dialog over the page; Escape and the cross close it, and the focus goes back where it was. On a phone it rises from the bottom. */
export const Dialog = ({ title, onClose, children, onKeyDown = () => {} }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { close } = useDesk().words.value.frame;
  // Before the next key, which is meant for the dialog.
  useLayoutEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => void requestAnimationFrame(() => focusAfter(opener));
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={titleId} onClose={onClose} onKeyDown={onKeyDown}>
      <h2 id={titleId}>{title}</h2>
      {children}
      {/* Last, so that the focus begins at what the dialog is for. */}
      <button type="button" class="icon-only close" onClick={() => dialog.current?.close()}>
        <Icon name="close" />
        <span class="hidden">{close}</span>
      </button>
    </dialog>
  );
};

/** A dialog that leaves the page would leave the focus to all of it: what had it before gets it, or the selected row. */
const focusAfter = (opener: Element | null): void => {
  const { activeElement, body } = document;
  if (activeElement !== body) return;
  const isThere = opener instanceof HTMLElement && opener !== body && opener.isConnected;
  const next = isThere ? opener : document.querySelector<HTMLElement>('.row[data-selected=true] article');
  next?.focus({ preventScroll: true });
};
