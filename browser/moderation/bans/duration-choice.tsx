import { useDesk } from '../desk.ts';

/** From a day to for good. */
const DAYS = ['1', '7', '30', '365', ''];

/** For how long. */
export const Duration = () => {
  const { add } = useDesk().words.value.bans;
  return (
    <label class="field">
      {add.days}
      <select name="days">
        {DAYS.map((days) => (
          <option key={days} value={days} selected={days === '30'}>
            {add.durations[days]}
          </option>
        ))}
      </select>
    </label>
  );
};
