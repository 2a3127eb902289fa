import type { ComponentChildren } from 'preact';

type Props = {
  readonly titles: readonly string[];
  readonly children: ComponentChildren;
  readonly caption?: string;
};

/** Rows under titles. On a phone each row becomes a block, whose cells name themselves. */
export const DataTable = ({ titles, children, caption }: Props) => (
  <table class="list">
    {caption && <caption>{caption}</caption>}
    <thead>
      <tr>
        {titles.map((title) => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);
