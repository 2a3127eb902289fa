import { useId, useLayoutEffect, useRef } from 'preact/hooks';

type Props = {
  readonly text: string | undefined;
  /** The name of the field that is wrong, where the API says one: it is marked, described by the line, and gets the focus. */
  readonly field?: string | undefined;
};

/** What went wrong, beside what it went wrong with. */
export const ProblemLine = ({ text, field }: Props) => {
  const line = useRef<HTMLParagraphElement>(null);
  const id = useId();
  useLayoutEffect(() => (text && field ? mark(line.current, field) : undefined), [text, field]);
  return (
    <p class="problem" role="alert" id={id} ref={line}>
      {text}
    </p>
  );
};

const INVALID = 'aria-invalid';
const DESCRIBED = 'aria-describedby';

/** Of several fields that are wrong the first gets the focus. @returns takes the mark away */
const mark = (line: HTMLElement | null, field: string): (() => void) | undefined => {
  const form = line?.closest('form, .policy');
  const wrong = form?.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`);
  if (!line || !wrong) return undefined;
  const section = wrong.closest('details');
  if (section) section.open = true;
  wrong.setAttribute(INVALID, 'true');
  wrong.setAttribute(DESCRIBED, line.id);
  if (!document.activeElement?.hasAttribute(INVALID)) wrong.focus();
  return () => {
    wrong.removeAttribute(INVALID);
    wrong.removeAttribute(DESCRIBED);
  };
};
