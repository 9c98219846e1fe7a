import { dyads, statistics, statisticsWithoutSimd } from './compiled.ts';

/** A module of `assembly/`, where each function is described. Pointers are byte offsets into its memory. */
interface Kernels {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
}

interface StatisticsKernels extends Kernels {
  readonly seedGenerator: (seed: number) => void;
  /** Only where the machine can do four things at once. */
  readonly drawFewKinds?: (
    resamples: number,
    units: number,
    kinds: number,
    limits: number,
    words: number,
    counts: number,
    stride: number,
  ) => void;
  readonly drawManyKinds: (
    resamples: number,
    units: number,
    kinds: number,
    kindOf: number,
    words: number,
    counts: number,
    stride: number,
  ) => void;
  readonly averageResamples: (
    resamples: number,
    kinds: number,
    counts: number,
    stride: number,
    weights: number,
    weighted: number,
    means: number,
  ) => void;
  readonly selectPlace: (values: number, first: number, last: number, place: number) => number;
  readonly countDyads: (
    dyads: number,
    joint: number,
    scores: number,
    least: number,
    above: number,
    below: number,
  ) => number;
}

interface DyadKernels extends Kernels {
  readonly packCountries: (
    countries: number,
    categories: number,
    rows: number,
    width: number,
    readAs: number,
    issues: number,
    size: number,
    bits: number,
    words: number,
    from: number,
    to: number,
  ) => void;
  readonly tabulateCountries: (
    countries: number,
    categories: number,
    bits: number,
    words: number,
    from: number,
    to: number,
    start: number,
    end: number,
    cells: number,
  ) => void;
  readonly sumCountries: (
    countries: number,
    categories: number,
    bits: number,
    words: number,
    from: number,
    to: number,
    weight: number,
    lost: number,
    distances: number,
    sums: number,
  ) => void;
}

/** Node has it; the types of ECMAScript have not. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

const pageSize = 65_536;

/** The kernels leave the first bytes alone, so that no pointer is 0, and keep the state of the generator after them. */
const firstByte = 80;

/** Byte offsets of arrays in a memory, by name, and the memory as it is now. */
export type Layout<Name extends string> = { readonly [N in Name]: number } & {
  readonly buffer: ArrayBuffer;
};

/** Kernels with a memory of their own. */
export interface Workspace<K extends Kernels> {
  readonly kernels: K;
  /**
   * Makes room for arrays, one after the other, each aligned to 16 bytes. The next layout takes the
   * same memory, and what is in it stays until it is overwritten.
   *
   * @param sizes in bytes
   */
  readonly layOut: <Name extends string>(sizes: Readonly<Record<Name, number>>) => Layout<Name>;
}

const modules = new Map<string, object>();

function compile(text: string): object {
  const known = modules.get(text);
  if (known) return known;
  const module = new WebAssembly.Module(Buffer.from(text, 'base64'));
  modules.set(text, module);
  return module;
}

/** Opens loops that are too hot for an interpreter: WebAssembly, compiled when first asked for. */
function openWorkspace<K extends Kernels>(module: object): Workspace<K> {
  const kernels = new WebAssembly.Instance(module).exports as K;
  const { memory } = kernels;
  return {
    kernels,
    layOut: <Name extends string>(sizes: Readonly<Record<Name, number>>) => {
      const offsets: Record<string, number> = {};
      let end = firstByte;
      for (const name in sizes) {
        offsets[name] = end;
        end += Math.ceil(sizes[name] / 16) * 16;
      }
      const missing = end - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / pageSize));
      return { ...(offsets as Record<Name, number>), buffer: memory.buffer };
    },
  };
}

/**
 * Resamples and ranks.
 *
 * @param simd whether to do four things at once where the machine can; processors of before 2008, and
 *   virtual machines that act like one, cannot
 */
export function openStatistics(simd = true): Workspace<StatisticsKernels> {
  if (simd)
    try {
      return openWorkspace(compile(statistics));
    } catch {
      // It cannot.
    }
  return openWorkspace(compile(statisticsWithoutSimd));
}

/** Tables of all dyads of countries. */
export function openDyads(): Workspace<DyadKernels> {
  return openWorkspace(compile(dyads));
}
