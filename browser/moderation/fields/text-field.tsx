import type { Signal } from '@preact/signals';
import type { TextareaHTMLAttributes } from 'preact';

type Props = Pick<TextareaHTMLAttributes, 'name' | 'rows' | 'required' | 'dir' | 'maxLength'> & {
  readonly label: string;
  readonly hint?: string;
  /** Changes as it is typed. */
  readonly text: Signal<string>;
};

/** A labelled text of several lines. */
export const TextField = ({ label, hint, text, ...rest }: Props) => (
  <label class="field">
    {label}
    <textarea
      {...rest}
      value={text.value}
      onInput={({ currentTarget }) => {
        text.value = currentTarget.value;
      }}
    />
    {hint && <small>{hint}</small>}
  </label>
);
