import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

type Props = {
  readonly isBusy: ReadonlySignal<boolean>;
  readonly isPrimary?: boolean;
  /** What its form is sent with. */
  readonly value?: string;
  /** What it does; sends its form when absent. */
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
};

/** Does nothing while a call is under way, pressed or by Enter in a field, and keeps the focus, which a disabled button would lose. */
export const BusyButton = ({ isBusy, isPrimary = true, value, onClick, children }: Props) => (
  <button
    type={onClick ? 'button' : 'submit'}
    class={isPrimary ? 'primary' : ''}
    {...(value === undefined ? {} : { value })}
    aria-disabled={isBusy.value}
    onClick={(event) => {
      if (isBusy.value) event.preventDefault();
      else onClick?.();
    }}
  >
    {children}
  </button>
);
