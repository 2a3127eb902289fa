import { useDesk } from '../desk.ts';
import { SelectField } from '../fields/select-field.tsx';

/** From a day to for good. */
const DAYS = ['1', '7', '30', '365', ''];

/** For how long. */
export const Duration = () => {
  const { add } = useDesk().words.value.bans;
  return (
    <SelectField
      name="days"
      label={add.days}
      options={DAYS.map((days) => [days, add.durations[days] ?? ''])}
      chosen="30"
    />
  );
};
