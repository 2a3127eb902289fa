import { isWestern, unicode, westernClasses } from '../../text/unicode.ts';

/** Letters a word needs before it is judged. */
const LETTERS_MIN = 5;
/** Words in capitals up to this length count as abbreviations. */
const ABBREVIATION_MAX = 6;
const WORDS_MAX = 80;

/** What one unit of RARITY is, in bits. */
const UNIT = 0.33;

/**
 * For each letter from a to z, how rarely each letter from a to z follows it: the information of that pair in honest training texts
 * (French, English, German) and their authors' names, in units, a digit of base 36 each; pairs of Nordic and Slavic words are lowered.
 */
const RARITY = Uint8Array.from(
  (
    'qgeeslfmbrjbf7tgr9bbefnqeq akso7sykagz9tr7szbhnanxzjs atjv8xz7cgddwv7uwencfzuzme 8npi5plp8xujkj9qvectfkozfe ' +
    'dmfceklpiumdf8liv78dfhkjjj 8ywuabxz8gzguu6vz9jeezqzry 9uxq6ujaczyfqe9tz9gmcyszpy 7pvt4yxx9gvoon9wwhpchztxlx ' +
    'gkbebigrxujcg7dkmd9aqhultq 7zgg9zyyhxgwqg4syngr7wyrzy bnsv5uul7gliqbeozi8mjxrziy apne6lpt9gl8luamsrgjenozex ' +
    '6fss6wqo9ggocs8dzqksfurzoz eud98j9rdgflsfctnrb8imuvhs liiglkjqevjec7fgv9dc7hfslr 7srt8vtfcxsatg8drbcgezzzlz ' +
    'qxxzwzzzxzzkzwzzvyww0qmzzy amge5pisatijhhbrrfbchlovee bofm8urcbgjjjlbgotc6cqlzoe cqlw7qt59gxlotbgwcedgzjyjr ' +
    'hggiblgrdopcfaohw799uhxfoq ayrx3wzz8zzsxg8rzezxoozxoy 7pgu8sv88zggvf9xzfgvtzazrg 8nbt9tzm7xquqzm7xxt8twxfhw ' +
    'dkjm8qwveynehi4fzo9ehqhxxo bigg6rzf7mfgggbzhumcezgzea'
  ).replaceAll(' ', ''),
  (digit) => Number.parseInt(digit, 36),
);

const letterAt = (word: string, at: number): number => word.charCodeAt(at) - 97;

/** Mean bits of a lower-case Latin word's pairs of letters. Words of a language have about four, random letters seven. */
const bitsOf = (word: string): number => {
  let rarity = 0;
  for (let at = 1; at < word.length; at += 1)
    rarity += RARITY[26 * letterAt(word, at - 1) + letterAt(word, at)] ?? 0;
  return (UNIT * rarity) / (word.length - 1);
};

/**
 * A word is gibberish from these bits on: one in a hundred and fifty honest names is, one in a thousand honest words, and of random letters
 * half of five and nearly all of twelve. The longer a word, the surer its mean.
 */
const bitsFrom = (letters: number): number => 4.2 + 16 / letters;
/** Bits less for a word with capitals in places where names have none, as generated ones do: `xkjWqTrb`, `GvrPpYNk`. */
const CASED_BITS = 1.1;
/** Words as people write them: `lizard`, `Lizard`, `McGregor`, `DotNetNuke`, `BigJimDC`. */
const HUMPS = /^[A-Za-z][a-z]+(?:[A-Z][a-z]+)*[A-Z]{0,3}$/;

/** Whether a Latin word's letters follow each other as in no language we know. */
export const isGibberish = (word: string): boolean => {
  if (word.length < LETTERS_MIN) return false;
  const more = bitsOf(word.toLowerCase()) - bitsFrom(word.length);
  if (word === word.toUpperCase()) return more >= 0 && word.length > ABBREVIATION_MAX;
  return more >= 0 || (more >= -CASED_BITS && !HUMPS.test(word));
};

/** A word in plain Latin letters only, long enough to judge. */
const plainWord = (letters: string): string => `(?<![${letters}])[A-Za-z]{${LETTERS_MIN},}(?![${letters}])`;
const WESTERN_WORD = new RegExp(plainWord(westernClasses.letters), 'g');
const WORD = () => unicode(plainWord(String.raw`\p{L}\p{M}`), 'gu');

/** The number of words in plain Latin letters that are long enough to judge, and how many of them are gibberish. */
export const gibberishIn = (text: string): { readonly words: number; readonly odd: number } => {
  const words = (text.match(isWestern(text) ? WESTERN_WORD : WORD()) ?? []).slice(0, WORDS_MAX);
  return { words: words.length, odd: words.filter(isGibberish).length };
};
