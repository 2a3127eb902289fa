import { invalid } from '../errors.ts';

/** Source: DynamoDB's naming rules and data types, "Number". */
const DIGITS_MAX = 38;
const EXPONENT_MAX = 125;
const EXPONENT_MIN = -130;

/** `digits` times ten to the `exponent`; `digits` has no trailing zeros. */
type Decimal = { readonly digits: bigint; readonly exponent: number };

const FORM = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:e([+-]?)0*(\d{1,9}))?$/i;
/** Integers of at most 15 digits, which JavaScript adds and compares exactly. */
const SMALL = /^-?[1-9]\d{0,14}$|^0$/;

/** The form in which a number is stored: no exponent and no superfluous zeros. @throws ValidationException */
export const canonical = (text: string): string => (SMALL.test(text) ? text : write(bounded(parse(text))));

/** @throws ValidationException when the sum has more than 38 digits or is out of range */
export const addNumbers = (one: string, other: string): string =>
  isSmall(one, other) ? String(Number(one) + Number(other)) : write(bounded(sum(parse(one), parse(other))));

/** @throws ValidationException as `addNumbers` does */
export const subtractNumbers = (one: string, other: string): string => addNumbers(one, negative(other));

/** @returns negative, 0 or positive */
export const compareNumbers = (one: string, other: string): number => {
  if (isSmall(one, other)) return Number(one) - Number(other);
  const { digits } = sum(parse(one), parse(negative(other)));
  return digits === 0n ? 0 : digits < 0n ? -1 : 1;
};

/** Digit pairs, counted from the decimal point, without leading and trailing zero pairs; they determine a number's size. */
export const pairsOf = (text: string): number => {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const even = (digits: string) => digits.length + (digits.length % 2);
  const digits = whole.padStart(even(whole), '0') + fraction.padEnd(even(fraction), '0');
  return digits.replace(/^(?:00)+/, '').replace(/(?:00)+$/, '').length / 2;
};

const isSmall = (one: string, other: string) => SMALL.test(one) && SMALL.test(other);

const negative = (text: string) => {
  if (text === '0') return text;
  return text.startsWith('-') ? text.slice(1) : `-${text}`;
};

const parse = (text: string): Decimal => {
  const [whole, sign, front = '', back = '', onlyBack = '', direction = '', power = '0'] =
    FORM.exec(text) ?? [];
  if (whole === undefined)
    throw invalid(`The parameter cannot be converted to a numeric value: ${text.slice(0, 50)}`);
  const fraction = back || onlyBack;
  const digits = (front + fraction).replace(/^0+/, '');
  const trimmed = digits.replace(/0+$/, '');
  if (trimmed === '') return { digits: 0n, exponent: 0 };
  return {
    digits: BigInt(sign === '-' ? `-${trimmed}` : trimmed),
    exponent: Number(`${direction}${power}`) - fraction.length + digits.length - trimmed.length,
  };
};

const bounded = (decimal: Decimal): Decimal => {
  const { digits, exponent } = decimal;
  if (digits === 0n) return decimal;
  const count = lengthOf(digits);
  if (count > DIGITS_MAX) throw invalid('Attempting to store more than 38 significant digits in a Number');
  const magnitude = exponent + count - 1;
  if (magnitude > EXPONENT_MAX)
    throw invalid('Number overflow. Attempting to store a number with magnitude larger than supported range');
  if (magnitude < EXPONENT_MIN)
    throw invalid(
      'Number underflow. Attempting to store a number with magnitude smaller than supported range',
    );
  return decimal;
};

/** Exponents far apart are cheap: numbers are bounded, so scaling adds at most 256 zeros. */
const sum = (one: Decimal, other: Decimal): Decimal => {
  const exponent = Math.min(one.exponent, other.exponent);
  const scaled = ({ digits, exponent: own }: Decimal) => digits * 10n ** BigInt(own - exponent);
  return trim({ digits: scaled(one) + scaled(other), exponent });
};

const trim = ({ digits, exponent }: Decimal): Decimal => {
  const zeros = digits === 0n ? 0 : (/0*$/.exec(String(digits))?.[0].length ?? 0);
  return digits === 0n
    ? { digits, exponent: 0 }
    : { digits: digits / 10n ** BigInt(zeros), exponent: exponent + zeros };
};

const write = ({ digits, exponent }: Decimal): string => {
  const sign = digits < 0n ? '-' : '';
  const text = String(digits).replace('-', '');
  if (exponent >= 0) return `${sign}${text}${'0'.repeat(exponent)}`;
  const padded = text.padStart(1 - exponent, '0');
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
};

const lengthOf = (digits: bigint) => String(digits).replace('-', '').length;
