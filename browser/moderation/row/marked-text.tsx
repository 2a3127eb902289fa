import { Fragment } from 'preact';
import { markTerms } from './mark-terms.ts';

type Props = { readonly text: string; readonly terms: readonly string[] };

/** A comment as typed, in paragraphs, with the terms that checks saw marked where they stand. */
export const MarkedText = ({ text, terms }: Props) => (
  <div class="text" dir="auto">
    {text.split(/\n{2,}/).map((paragraph, at) => (
      <p key={at} dir="auto">
        {paragraph.split('\n').map((line, number) => (
          <Fragment key={number}>
            {number > 0 && <br />}
            <Marked text={line} terms={terms} />
          </Fragment>
        ))}
      </p>
    ))}
  </div>
);

const Marked = ({ text, terms }: Props) => (
  <>
    {markTerms(text, terms).map(({ text: part, isTerm }, at) =>
      isTerm ? <mark key={at}>{part}</mark> : <Fragment key={at}>{part}</Fragment>,
    )}
  </>
);
