import { type Client, provideClient } from '../../app.ts';
import { shippedModel } from '../../screening/filter/shipped.ts';
import { demoSite } from '../demo/site.ts';
import { type Engine, type EngineSetup, openEngine } from '../engine/engine.ts';
import { ensureSite, withLocalOrigins } from '../ensure-site.ts';
import { openStore } from '../store.ts';

/** Opens the embedded database, which all functions of this thread are given from here on. @throws with a sentence for the operator */
export const openData = (setup: EngineSetup): Engine => {
  const engine = openEngine(setup);
  provideClient(() => engine);
  return engine;
};

/** Makes sure that the demo's pages have a site. @throws with a sentence for the operator */
export const makeDemoSite = async (database: Client | string | undefined, port: number): Promise<void> => {
  // Better no server than one that fails at its first comment.
  shippedModel();
  const { store, close } = openStore(database);
  const site = await store.readSite(demoSite.id);
  await ensureSite(store, { ...demoSite, ...site, origins: withLocalOrigins(site?.origins ?? [], port) });
  close();
};
