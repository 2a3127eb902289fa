import type { Reading } from '../reading/reading.ts';

/** Words in the names of associations, public bodies and companies, spelled as in normalised texts. */
const WORDS: ReadonlySet<string> = new Set(
  (
    'association associations federation syndicat syndicats union comite collectif confederation conseil mairie ville commune ' +
    'departement region ministere prefecture institut universite ecole lycee college club amicale fondation chambre ordre ' +
    'societe cercle ligue mouvement observatoire agence direction groupe groupement reseau cooperative bibliotheque musee ' +
    'paroisse chorale orchestre maison centre office asso amis society council foundation institute university school trust ' +
    'committee board department ministry federation league network museum library choir parish friends team project group'
  ).split(' '),
);

/** Whether the author signs as an organisation, whose name then says little about spam. */
export const isOrganisation = ({ author }: Pick<Reading, 'author'>): boolean =>
  author.words.length > 1 && author.words.some((word) => WORDS.has(word));
