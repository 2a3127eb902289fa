type Props = {
  /** Values and what they are called. */
  readonly of: readonly (readonly [string | number, string])[];
  readonly chosen: string | number | undefined;
};

/** What a `<select>` offers. */
export const Options = ({ of, chosen }: Props) =>
  of.map(([value, text]) => (
    <option key={value} value={value} selected={value === chosen}>
      {text}
    </option>
  ));
