type Props = { readonly bars: readonly (readonly [name: string, value: number, said: string])[] };

const WIDTH = 300;

/** A bar for each of some names, the longest first. Names and figures stand beside them, so it needs no other table. */
export const BarList = ({ bars }: Props) => {
  const most = Math.max(1, ...bars.map(([, value]) => value));
  return (
    <table class="bars">
      <tbody>
        {bars.map(([name, value, said]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <svg viewBox={`0 0 ${WIDTH} 12`} aria-hidden="true">
                <rect
                  data-tone="accent"
                  x={0}
                  y={1}
                  width={Math.max(2, (value / most) * WIDTH)}
                  height={10}
                />
              </svg>
            </td>
            <td>{said}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
