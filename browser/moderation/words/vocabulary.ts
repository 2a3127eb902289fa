import { en as bansEn } from './bans/en.ts';
import { type BanWords, fr as bansFr } from './bans/fr.ts';
import { en as frameEn } from './frame/en.ts';
import { type FrameWords, fr as frameFr } from './frame/fr.ts';
import { en as learningEn } from './learning/en.ts';
import { type LearningWords, fr as learningFr } from './learning/fr.ts';
import { en as panelsEn } from './panels/en.ts';
import { type PanelWords, fr as panelsFr } from './panels/fr.ts';
import { en as policyEn } from './policy/en.ts';
import { type PolicyWords, fr as policyFr } from './policy/fr.ts';
import { en as queueEn } from './queue/en.ts';
import { type QueueWords, fr as queueFr } from './queue/fr.ts';
import { en as recordsEn } from './records/en.ts';
import { type RecordWords, fr as recordsFr } from './records/fr.ts';
import { en as refusalsEn } from './refusals/en.ts';
import { type RefusalWords, fr as refusalsFr } from './refusals/fr.ts';
import { en as searchEn } from './search/en.ts';
import { type SearchWords, fr as searchFr } from './search/fr.ts';
import { en as statsEn } from './stats/en.ts';
import { type StatsWords, fr as statsFr } from './stats/fr.ts';
import { en as teamEn } from './team/en.ts';
import { type TeamWords, fr as teamFr } from './team/fr.ts';

export type Language = 'fr' | 'en';
/** All sentences of the page. */
export type Words = {
  readonly locale: string;
  readonly frame: FrameWords;
  readonly queue: QueueWords;
  readonly panels: PanelWords;
  readonly search: SearchWords;
  readonly policy: PolicyWords;
  readonly learning: LearningWords;
  readonly team: TeamWords;
  readonly bans: BanWords;
  readonly records: RecordWords;
  readonly refusals: RefusalWords;
  readonly stats: StatsWords;
};

const words: Readonly<Record<Language, Words>> = {
  fr: {
    locale: 'fr-FR',
    frame: frameFr,
    queue: queueFr,
    panels: panelsFr,
    search: searchFr,
    policy: policyFr,
    learning: learningFr,
    team: teamFr,
    bans: bansFr,
    records: recordsFr,
    refusals: refusalsFr,
    stats: statsFr,
  },
  en: {
    locale: 'en-GB',
    frame: frameEn,
    queue: queueEn,
    panels: panelsEn,
    search: searchEn,
    policy: policyEn,
    learning: learningEn,
    team: teamEn,
    bans: bansEn,
    records: recordsEn,
    refusals: refusalsEn,
    stats: statsEn,
  },
};

export const wordsIn = (language: Language): Words => words[language];
