/** What the API refuses, in French: it says so in English alone. */
export const fr = {
  /** By the codes of problems that a person can mend. */
  codes: {
    'already-a-member': 'Ce compte est déjà membre du site.',
    'already-decided': 'C’était déjà fait\u00A0: rien n’a changé.',
    'body-too-large': 'C’est trop pour un seul envoi.',
    'changed-meanwhile': 'Quelqu’un d’autre l’a changé entre-temps\u00A0: relisez avant de recommencer.',
    'invalid-fields': 'Quelque chose manque ou ne convient pas.',
    'invalid-id-token': 'La connexion ne prouve pas qui vous êtes\u00A0: reconnectez-vous.',
    'invalid-undo': 'Il est trop tard pour annuler.',
    'last-admin': 'C’est la dernière personne qui administre ce site\u00A0: nommez-en d’abord une autre.',
    'team-full': 'L’équipe est complète.',
    'too-many-bans': 'La liste des blocages est pleine\u00A0: levez-en un d’abord.',
  } as Readonly<Record<string, string>>,
  /** Of any other. */
  other: 'Le service n’a pas compris cette demande\u00A0: rechargez la page.',
  /** What is wrong with one value. */
  detail: (said: string): string => {
    const known = exact[said];
    if (known !== undefined) return known;
    for (const [pattern, sentence] of patterns) {
      const found = pattern.exec(said);
      if (found) return sentence(...found.slice(1));
    }
    return 'Cette valeur ne convient pas.';
  },
};

const domain = 'Indiquez un domaine, comme spam.exemple';

const exact: Readonly<Record<string, string>> = {
  'Somebody who is invited to the team has this name.': 'Une personne invitée dans l’équipe porte ce nom.',
  'The comment is the newsroom’s own.': 'Ce commentaire est de la rédaction.',
  'It is required.': 'C’est obligatoire.',
  'There is no such field.': 'Ce champ n’existe pas.',
  'It is the same article as another one here.': 'Cet article figure déjà ici sous une autre forme.',
  'It must have characters that can be seen.': 'Il faut des caractères visibles.',
  'It must hold characters that can be seen.': 'Il faut des caractères visibles.',
  'It must hold a letter or a digit.': 'Il faut une lettre ou un chiffre.',
  'It must hold a letter or a digit that can be seen.': 'Il faut une lettre ou un chiffre visible.',
  'It must have a word.': 'Il faut un mot.',
  'It must be a domain such as spam.example.': `${domain}.`,
  'It must be a domain such as spam.example or *.top, without a path.': `${domain} ou *.top, sans chemin.`,
  'It must be a domain such as spam.example, without stars or a path.': `${domain}, sans astérisque ni chemin.`,
  'It must not be a dot or two.': 'Des points ne suffisent pas.',
  'It must be an email address such as jean@spam.example or *@spam.example.':
    'Indiquez une adresse e-mail, comme jean@spam.exemple ou *@spam.exemple.',
  'It must be an address or a prefix.': 'Indiquez une adresse IP ou un préfixe.',
  'It must be an address or a host.': 'Indiquez une adresse ou un domaine.',
  'It must be an IPv4 address or a /24 of them, or an IPv6 address or /64.':
    'Indiquez une adresse IPv4 ou un /24, une adresse IPv6 ou un /64.',
  'It would match every address.': 'Toutes les adresses seraient touchées.',
  'It must be a whole number.': 'Indiquez un nombre entier.',
  'It must be a time to come.': 'Indiquez un moment à venir.',
  'It must be one line of Unicode text without control characters.':
    'Une seule ligne de texte, s’il vous plaît.',
  'It begins like a web address and is none that can be read.': 'Cette adresse web est illisible.',
  'Another member of the team has this name.': 'Quelqu’un d’autre porte déjà ce nom dans l’équipe.',
  'It must have no hidden characters and not turn the direction of writing.':
    'Ni caractère invisible, ni sens d’écriture détourné.',
  'Together they take too long to judge: leave some out.':
    'Les exemples prennent ensemble trop de temps\u00A0: retirez-en.',
};

const kinds: Readonly<Record<string, string>> = {
  'a list': 'une liste',
  'a number': 'un nombre',
  'a text': 'un texte',
  'a whole number': 'un nombre entier',
  'an object': 'un objet',
  'true or false': 'true ou false',
};

type Pattern = readonly [pattern: RegExp, sentence: (...found: readonly string[]) => string];

/** `10,000` in figures of French. */
const spaced = (figures = ''): string => figures.replace(/,/g, '\u202F').replace('.', ',');
const bound = (word = ''): string => (word === 'most' ? 'au plus' : 'au moins');
const unit = (figures = '', word = ''): string =>
  `${word === 'character' ? 'caractère' : 'entrée'}${figures === '0' || figures === '1' ? '' : 's'}`;

const patterns: readonly Pattern[] = [
  [/^It must have at most \d+ accents /, () => 'Trop d’accents ou de signes sur une même lettre.'],
  [/^It must be Unicode text /, () => 'Il faut du texte sans caractère de contrôle.'],
  [/^The comment was erased/, () => 'Ce commentaire est effacé.'],
  [/^The comment came without/, () => 'Ce commentaire n’a pas d’adresse e-mail.'],
  [/^The network /, () => 'Le réseau de ce commentaire n’est pas ou plus connu.'],
  [/^It must be an email address/, () => 'Indiquez une adresse e-mail.'],
  [
    /^It must have at (most|least) ([\d,]+) (character|entr)/,
    (of, figures, word) => `Il faut ${bound(of)} ${spaced(figures)} ${unit(figures, word)}.`,
  ],
  [/^It must be at (most|least) ([\d.,]+)\.$/, (of, figures) => `Indiquez ${bound(of)} ${spaced(figures)}.`],
  [/^It must be one of: (.+)\.$/, (list = '') => `À choisir parmi\u00A0: ${list}.`],
  [
    /^It must be (an? [a-z ]+|true or false)\.$/,
    (kind = '') => `Il faut ${kinds[kind] ?? 'une autre valeur'}.`,
  ],
];

export type RefusalWords = typeof fr;
