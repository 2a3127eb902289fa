import { useDesk } from '../desk.ts';

type Props = { readonly label: string; readonly value: string };

/** An address to be passed on, and a button that copies it. */
export const CopyField = ({ label, value }: Props) => {
  const { words, toasts } = useDesk();
  const { copy, copied } = words.value.frame;
  const write = async () => {
    await navigator.clipboard.writeText(value);
    toasts.show({ text: copied, tone: 'done' });
  };
  return (
    <>
      <label class="field">
        {label}
        <input readOnly value={value} onFocus={({ currentTarget }) => currentTarget.select()} />
      </label>
      <button type="button" onClick={() => void write()}>
        {copy}
      </button>
    </>
  );
};
