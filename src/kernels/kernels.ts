import { dyads } from './compiled.ts';

/** The module of `assembly/`, where each function is described. Pointers are byte offsets into its memory. */
interface Kernels {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
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

/** The kernels leave the first bytes alone, so that no pointer is 0. */
const firstByte = 16;

/** Byte offsets of arrays in a memory, by name, and the memory as it is now. */
export type Layout<Name extends string> = { readonly [N in Name]: number } & {
  readonly buffer: ArrayBuffer;
};

/** Kernels with a memory of their own. */
interface Workspace {
  readonly kernels: Kernels;
  /**
   * Makes room for arrays, one after the other, each aligned to 16 bytes. The next layout takes the
   * same memory, and what is in it stays until it is overwritten.
   *
   * @param sizes in bytes
   */
  readonly layOut: <Name extends string>(sizes: Readonly<Record<Name, number>>) => Layout<Name>;
}

let module: object | undefined;

/** Tables of all dyads of countries: loops too hot for an interpreter, in WebAssembly, compiled when first asked for. */
export function openDyads(): Workspace {
  module ??= new WebAssembly.Module(Buffer.from(dyads, 'base64'));
  const kernels = new WebAssembly.Instance(module).exports as Kernels;
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
