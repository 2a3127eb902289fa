import type { Language } from '../../../comment/site.ts';

/**
 * One language's insults and slurs, spelled as in normalised texts. Plurals and feminines follow from rules, but `enculee`, since
 * `encule` has lost its accent.
 */
export type AbusiveTerms = {
  /** Words, and phrases of consecutive words, that have no other meaning. */
  readonly plain: readonly string[];
  /** Words that are insults only after one of `openers`. */
  readonly doubtful: readonly string[];
  readonly openers: readonly string[];
};

/** Stands for the beginning of a text in a phrase, and for its end. */
export const BEGINNING = '^';
export const END = '$';

/**
 * Insults and slurs by language, without those that are only anatomical. A word with an everyday meaning is doubtful, or in
 * phrases where it has none. Partly from the List of Dirty, Naughty, Obscene, and Otherwise Bad Words (CC BY 4.0).
 */
export const abusiveTerms: Readonly<Record<Language, AbusiveTerms>> = {
  fr: {
    plain: (
      'connard,connasse,conard,conasse,abruti,encule,enculee,enculeur,salaud,salope,salopard,pute,fils de pute,fille de pute,' +
      'va te faire foutre,va te faire enculer,allez vous faire foutre,allez vous faire enculer,nique ta mere,nique ta race,' +
      'nique sa mere,ta gueule,vos gueules,ferme la connard,ferme la toi,ferme la $,trou du cul,sous merde,grosse merde,' +
      'petite merde,sac a merde,branleur,pouffiasse,petasse,grognasse,pede,tarlouze,gouine,bougnoule,bicot,youpin,chintok,' +
      'mongolien,triso,debile mental,debiles mentaux,sale arabe,sale juif,un sale noir,une sale noir,les sale noir,' +
      'ces sale noir,un sale blanc,une sale blanc,les sale blanc,ces sale blanc,un bamboula,une bamboula,le bamboula,' +
      'les bamboula,des bamboula,ces bamboula,un enfoire,une enfoiree,cet enfoire,cette enfoiree,l enfoire,quel enfoire,' +
      '^ creve $,^ crevez $,^ tg $,tg toi,vas y tg,^ ntm $,ntm toi,ce fdp'
    ).split(','),
    doubtful: 'pd,fdp,f d p,tg,negre,negresse,mongol,gogol,batard,bamboula,enfoire,enfoiree'.split(','),
    openers: (
      'sale,gros,grosse,petit,petite,ptit,vrai,quel,quelle,espece de,espece d,bande de,bande d,putain de,pauvre,tu es,tu es un,' +
      'tu es une,tu es qu un,t es,t es un,t es une,t es qu un,vous etes des'
    ).split(','),
  },
  en: {
    plain: (
      'asshole,arsehole,bitch,son of a bitch,bellend,cunt,dickhead,douchebag,dumbass,dumbfuck,faggot,fucker,fuck you,' +
      'fuck off,fucktard,fuckwit,go fuck yourself,go kill yourself,kill yourself,kys,gook,jackass,kike,moron,motherfucker,' +
      'mother fucker,nigger,nigga,paki,piece of shit,raghead,retarded,scumbag,shithead,shut the fuck up,shut your mouth,slut,' +
      'stfu,tosser,towelhead,tranny,twat,wanker,wetback,whore,you idiot'
    ).split(','),
    doubtful: 'bastard,fag,prick,retard,spastic,spic'.split(','),
    openers: (
      'you,you are a,you re a,you re such a,he is a,he s a,she s a,such a,what a,fucking,stupid,dirty,filthy,little,lying,' +
      'total,complete,absolute,rat,these,those,bunch of,full of'
    ).split(','),
  },
};
