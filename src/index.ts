/** The library: everything that the command line computes, without the command line. See docs/library.md. */

export * from './core.ts';

export {
  bundledCameo,
  bundledCatalog,
  bundledCountries,
  bundledCountryNames,
  bundledNames,
  type CameoCodes,
} from './bundle/bundled.ts';
export { loadCatalog } from './catalog/load.ts';
export { openPolicy } from './policy/open.ts';
export { catalogContext, openAtlas, openLibrary } from './question/open-library.ts';
export { lookUp, openQuestion } from './question/open-question.ts';
export { importFormats, type ImportOptions, importRecord } from './rollcalls/import/run.ts';
export { validateCatalogs } from './rollcalls/validate.ts';
export type { World } from './question/library.ts';
