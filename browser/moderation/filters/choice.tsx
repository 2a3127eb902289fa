import { Options } from '../fields/options.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  /** Values and what they are called. */
  readonly options: readonly (readonly [string, string])[];
  readonly onChoose: (value: string) => void;
};

/** One of several, with its name before it. */
export const Choice = ({ label, value, options, onChoose }: Props) => (
  <label class="choice-of">
    <span>{label}</span>
    <select value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
      <Options of={options} chosen={value} />
    </select>
  </label>
);
