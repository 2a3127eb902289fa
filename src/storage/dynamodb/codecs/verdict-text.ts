import { type Finding, type Outcome, outcomes, type Verdict } from '../../../comment/verdict.ts';
import { DamagedItem } from '../attributes.ts';

const MICROSECONDS = 1000;
/** Shorter times are not worth storing: twenty of them take the room of a finding. */
const TIME_MIN = 100;
const SCORE_DIGITS = 3;
const OUTCOME_LETTERS = 'ahsr';

/**
 * A verdict as one short text, since each byte is stored and read often: `;honeypot;links!h2.4k,0.5,text=https://...`.
 * Per finding: check, version if not 1, microseconds in base 36 from 100 on; if it saw something, outcome letter, score and traces. A second
 * letter is what the check itself said, where the policy's mode made something else of it.
 */
export const writeVerdict = ({ findings }: Verdict): string =>
  findings.map((finding) => `;${writeFinding(finding)}`).join('');

/**
 * A verdict's text in two: the findings that objected or pointed something out, which a queue's row shows, and the whole order of checks with
 * a gap (`;J;;B`) for each of those.
 */
export const splitVerdict = (text: string): { readonly remarks: string; readonly others: string } => {
  const findings = text.split(';').slice(1);
  return {
    remarks: findings
      .filter(isRemark)
      .map((finding) => `;${finding}`)
      .join(''),
    others: findings.map((finding) => (isRemark(finding) ? ';' : `;${shortened(finding)}`)).join(''),
  };
};

/** Joins a split text. Older items have no second part: their remarks are the whole text. */
export const joinVerdict = (remarks: string, others: string | undefined): string => {
  if (others === undefined) return remarks;
  const found = remarks.split(';').slice(1);
  return others
    .split(';')
    .slice(1)
    .map((finding) => `;${finding === '' ? (found.shift() ?? '') : lengthened(finding)}`)
    .join('');
};

/**
 * The letter that stands for a check that found nothing, by its place here: most checks of most comments. The list only grows, at its end; a
 * check that is not on it is written out.
 */
const LETTERED = [
  ...['article-mode', 'flood', 'invisible', 'text-length', 'bidi-controls', 'shouting', 'endless-word'],
  ...['links', 'abusive-words', 'honeypot', 'form-token', 'duplicate', 'near-duplicate', 'blocked-words'],
  ...['blocked-emails', 'blocked-domains', 'blocked-networks', 'staff', 'author-page', 'first-comment'],
  ...['learned-filter', 'banned', 'proof', 'surge'],
];
const A = 65;

const shortened = (finding: string): string =>
  finding.replace(/^[^!.]+/, (check) => {
    const place = LETTERED.indexOf(check);
    return place < 0 ? check : String.fromCharCode(A + place);
  });
const lengthened = (finding: string): string =>
  finding.replace(/^[A-Z](?=[!.]|$)/, (letter) => LETTERED[letter.charCodeAt(0) - A] ?? letter);

/** A finding that says something has a letter for its outcome behind the name. */
const isRemark = (finding: string): boolean => /^[^!,]*![ahsr]/.test(finding);

/** @throws {DamagedItem} */
export const readVerdict = (text: string): Verdict => {
  const findings = text.split(';').slice(1).map(readFinding);
  const worst = Math.max(0, ...findings.map(({ outcome }) => outcomes.indexOf(outcome)));
  return { outcome: outcomes[worst] as Outcome, findings };
};

/** What a verdict's text holds when a check of this name objected to the comment or pointed something out. */
export const remarksOf = (check: string): readonly string[] =>
  ['a', 'h', 's'].map((letter) => `;${encoded(check)}!${letter}`);

const writeFinding = ({ check, version, outcome, judged, score, traces, ms }: Finding): string => {
  const letter = `${letterOf(outcome)}${judged === undefined ? '' : letterOf(judged)}`;
  const taken = Math.round(ms * MICROSECONDS);
  const time = taken < TIME_MIN ? '' : `.${taken.toString(36)}`;
  const stated = version === 1 ? '' : version;
  if (traces.length === 0 && outcome === 'approve')
    return `${encoded(check)}${stated && `!${stated}`}${time}`;

  const head = `${encoded(check)}!${letter}${stated}${time}`;
  return [
    head,
    String(Number(score.toFixed(SCORE_DIGITS))),
    ...traces.map(({ field, term }) => `${encoded(field)}=${encoded(term)}`),
  ].join(',');
};

const letterOf = (outcome: Outcome): string => OUTCOME_LETTERS[outcomes.indexOf(outcome)] ?? '';
const outcomeOf = (letter: string): Outcome | undefined => outcomes[OUTCOME_LETTERS.indexOf(letter)];

const readFinding = (text: string): Finding => {
  const [head = '', score = '0', ...traces] = text.split(',');
  const [, check, letters, version, time] =
    head.match(/^([^!]*?)(?:!([ahsr]{0,2})(\d*))?(?:[.]([0-9a-z]+))?$/) ?? [];
  const [letter = 'a', itself] = letters ?? '';
  const outcome = outcomeOf(letter);
  const judged = itself === undefined ? undefined : outcomeOf(itself);
  if (!check || !outcome) throw new DamagedItem('verdict');
  return {
    check: decoded(check),
    version: version ? Number(version) : 1,
    outcome,
    ...(judged === undefined ? {} : { judged }),
    score: Number(score),
    traces: traces.map((trace) => {
      const [field = '', term = ''] = trace.split('=').map(decoded);
      return { field, term };
    }),
    ms: time ? Number.parseInt(time, 36) / MICROSECONDS : 0,
  };
};

/** Percent-encodes the separators, and nothing else. */
const encoded = (text: string): string => text.toWellFormed().replace(/[%;,=!]/g, encodeChar);
const encodeChar = (char: string) => (char === '!' ? '%21' : encodeURIComponent(char));

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new DamagedItem('verdict', { cause });
  }
};
