import { Options } from './options.tsx';

type Props = {
  readonly label: string;
  readonly name?: string;
  /** Values and what they are called. */
  readonly options: readonly (readonly [string | number, string])[];
  readonly chosen?: string | number;
  /** Where the choice is kept elsewhere than in its form. */
  readonly onChoose?: (value: string) => void;
};

/** One of several, under its label. */
export const SelectField = ({ label, name, options, chosen, onChoose }: Props) => (
  <label class="field">
    {label}
    <select
      name={name}
      {...(onChoose && {
        value: chosen,
        onChange: ({ currentTarget }) => onChoose(currentTarget.value),
      })}
    >
      <Options of={options} chosen={chosen} />
    </select>
  </label>
);
