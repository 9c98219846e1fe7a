import type { Catalog, EventSource } from '../../src/catalog/model.ts';

/** A source of the generated events in a ClickHouse table, as `fill` declares it. */
export function sourceOf(from: string, more: Partial<EventSource> = {}): EventSource {
  return {
    id: 'generated',
    title: 'Generated events',
    engine: 'clickhouse',
    from,
    folder: '/nowhere',
    layout: 'table',
    columns: {
      date: 'day',
      source: 'actor',
      target: 'recipient',
      cameo: 'code',
      goldstein: 'goldstein',
    },
    countries: 'cameo',
    sources: [],
    ...more,
  };
}

/** A catalog with a source of events and nothing else. */
export function catalogOf(...events: readonly EventSource[]): Catalog {
  return {
    id: 'generated',
    title: 'Generated',
    short: 'Generated',
    version: '1',
    sha256: '',
    sources: {},
    topics: {},
    scales: {},
    groups: {},
    actors: {},
    issues: [],
    interactions: [],
    rollCalls: [],
    events,
  };
}
