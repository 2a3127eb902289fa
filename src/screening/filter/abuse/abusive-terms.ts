import type { Language } from '../../../comment/site.ts';

/**
 * Insults and slurs by language, spelled as in normalised texts; a phrase is consecutive words.
 * Partly from the List of Dirty, Naughty, Obscene, and Otherwise Bad Words (CC BY 4.0), without terms that
 * are only anatomical or that also have an ordinary meaning.
 */
export const abusiveTerms: Readonly<Record<Language, readonly string[]>> = {
  fr: (
    'connard,connards,connasse,connasses,conard,abruti,abrutis,abrutie,encule,encules,enculee,enculeur,enfoire,enfoires,' +
    'enfoiree,salaud,salauds,salope,salopes,salopard,pute,putes,fils de pute,fille de pute,fdp,ntm,nique ta mere,' +
    'nique ta race,nique sa mere,ta gueule,ferme la,va te faire foutre,va te faire encule,trou du cul,sous merde,' +
    'grosse merde,petite merde,sac a merde,branleur,branleurs,branleuse,pouffiasse,petasse,grognasse,batard,batards,' +
    'pede,pedes,pd,f d p,tarlouze,gouine,negre,negres,bougnoule,bougnoules,bicot,youpin,youpins,chintok,bamboula,' +
    'sale arabe,sale juif,sale noir,sale blanc,sale pd,mongol,mongolien,gogol,triso,debile mental,creve,tg'
  ).split(','),
  en: (
    'asshole,assholes,arsehole,arseholes,bastard,bastards,bitch,bitches,son of a bitch,bellend,cunt,cunts,dickhead,' +
    'dickheads,douchebag,dumbass,dumbfuck,fag,fags,faggot,faggots,fuck you,fuck off,fucktard,fuckwit,go fuck yourself,' +
    'go kill yourself,kill yourself,kys,gook,jackass,kike,kikes,moron,morons,motherfucker,motherfuckers,mother fucker,nigger,niggers,' +
    'nigga,paki,pakis,piece of shit,prick,pricks,raghead,ragheads,retard,retards,retarded,scumbag,scumbags,shithead,' +
    'shut the fuck up,shut your mouth,slut,sluts,spastic,spic,spics,stfu,tosser,tossers,towelhead,tranny,twat,twats,' +
    'wanker,wankers,wetback,whore,whores,you idiot,you idiots'
  ).split(','),
};
