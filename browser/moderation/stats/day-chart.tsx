import { useDesk } from '../desk.ts';

type Series = { readonly name: string; readonly tone: string; readonly values: readonly number[] };
type Props = {
  readonly days: readonly string[];
  readonly series: readonly Series[];
  /** Says a height in figures. */
  readonly nameOf: (value: number) => string;
};

const WIDTH = 640;
const HEIGHT = 160;
/** Share of a day's place that its bar takes. */
const BAR = 0.75;

/** Bars by day, each series on top of the one before. The table beside it says the same in figures. */
export const DayChart = ({ days, series, nameOf }: Props) => {
  const { day: nameDay } = useDesk().times.value;
  const totals = days.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const most = Math.max(1, ...totals);
  const scale = HEIGHT / most;
  const step = WIDTH / Math.max(1, days.length);
  return (
    <>
      <p class="scale" aria-hidden="true">
        {nameOf(most)}
      </p>
      <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`} aria-hidden="true">
        <path class="axis" d={`M0 0.5H${WIDTH}M0 ${HEIGHT + 0.5}H${WIDTH}`} />
        {days.map((day, at) => (
          <Bar
            key={day}
            x={at * step}
            width={step * BAR}
            heights={series.map(({ tone, values }) => [tone, (values[at] ?? 0) * scale])}
          />
        ))}
      </svg>
      <p class="scale" aria-hidden="true">
        {[days[0], days.at(-1)].map((day) => day && <span key={day}>{nameDay(day)}</span>)}
      </p>
      <ul class="legend" aria-hidden="true">
        {series.map(({ name, tone }) => (
          <li key={name}>
            <i data-tone={tone} />
            {name}
          </li>
        ))}
      </ul>
    </>
  );
};

type BarProps = {
  readonly x: number;
  readonly width: number;
  readonly heights: readonly (readonly [string, number])[];
};

const Bar = ({ x, width, heights }: BarProps) => {
  let top = HEIGHT;
  return (
    <g>
      {heights.map(([tone, height]) => {
        top -= height;
        return <rect key={tone} data-tone={tone} x={x} y={top} width={width} height={height} />;
      })}
    </g>
  );
};
