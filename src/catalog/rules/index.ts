/** Every semantic rule, a line a file; what these files export are rules and nothing else. */
export * from './actor.ts';
export * from './coders.ts';
export * from './country.ts';
export * from './dates.ts';
export * from './duplicate-id.ts';
export * from './events.ts';
export * from './evidence.ts';
export * from './reference.ts';
export * from './repetition.ts';
