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
      {options.map(([value, text]) => (
        <option key={value} value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </label>
);
