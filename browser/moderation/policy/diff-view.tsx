import { useDesk } from '../desk.ts';
import { diffLines } from './line-diff.ts';

/** Lines around a change that are shown with it. */
const AROUND = 2;

/** Stands for lines that are left out. */
const GAP = '  ⋯\n';

/** What changes between two texts, with a word and a sign for each line, not a colour alone. */
export const DiffView = ({ before, after }: { readonly before: string; readonly after: string }) => {
  const { policy } = useDesk().words.value;
  const lines = diffLines(before, after);
  const isNear = (at: number) =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ kind }) => kind !== 'same');
  const signs = { same: '\u00A0', added: '+', removed: '−' };
  const said = { same: '', added: policy.added, removed: policy.removed };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section class="diff" tabIndex={0} aria-label={policy.changes}>
      <pre>
        {lines.map(({ kind, text }, at) =>
          isNear(at) ? (
            <span key={at} data-kind={kind}>
              <b aria-hidden="true">{signs[kind]}</b> <span class="hidden">{said[kind]} </span>
              {`${text}\n`}
            </span>
          ) : (
            isNear(at + 1) && <span key={at}>{GAP}</span>
          ),
        )}
      </pre>
    </section>
  );
};
