import { createHash } from 'node:crypto';
import { createReadStream, type Stats, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { inputError, systemReason, UserError } from '../errors.ts';

/** How far reading has come, in bytes of the file on disk. */
export interface ReadProgress {
  readonly read: number;
  readonly total: number;
}

/** A file on disk, read once, front to back; gzip is recognised by its first bytes and unpacked. */
export interface ByteSource {
  /** As the user named it. */
  readonly name: string;
  /** Bytes on disk. */
  readonly size: number;
  readonly blocks: AsyncIterable<Buffer>;
  /** Of the file as it is on disk; call it after the last block. */
  readonly sha256: () => string;
}

/** Bytes that are read at once. Text of a megabyte and more is kept outside V8's heap, where every access to it is slower. */
export const blockSize = 1 << 18;

/**
 * Opens a file, plain or gzip.
 *
 * @throws UserError (exit 3) if it is missing, unreadable, no file, empty, or packed in another way
 */
export async function openSource(
  path: string,
  onProgress: (progress: ReadProgress) => void = () => {},
): Promise<ByteSource> {
  const total = sizeOf(path);
  const start = await firstBytes(path, 4);
  if (start.subarray(0, 2).toString('latin1') === 'PK') {
    throw unusable(path, 'is a ZIP archive', 'unpack it first; .csv and .csv.gz are read');
  }
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)) {
    throw unusable(path, 'is UTF-16 text', 'save it as UTF-8, for instance with iconv -t utf-8');
  }
  const hash = createHash('sha256');
  const packed = start[0] === 0x1f && start[1] === 0x8b;

  async function* fromDisk(): AsyncGenerator<Buffer> {
    let read = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: blockSize })) {
      const bytes = chunk as Buffer;
      hash.update(bytes);
      read += bytes.length;
      onProgress({ read, total });
      yield bytes;
    }
  }

  async function* unpacked(): AsyncGenerator<Buffer> {
    const gunzip = createGunzip({ chunkSize: blockSize });
    // Whatever goes wrong on either side ends the other, and comes out below.
    pipeline(fromDisk(), gunzip, () => {});
    for await (const bytes of gunzip) yield bytes as Buffer;
  }

  async function* guarded(): AsyncGenerator<Buffer> {
    try {
      yield* packed ? unpacked() : fromDisk();
    } catch (error) {
      throw readingFailed(path, error);
    }
  }

  return { name: path, size: total, blocks: guarded(), sha256: () => hash.digest('hex') };
}

function unusable(path: string, what: string, hint?: string): UserError {
  return inputError(`${path} ${what}`, {
    hint,
  });
}

/** What the system knows of a file; `undefined` if there is none. @throws UserError (exit 3) if it may not be asked */
export function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw readingFailed(path, error);
  }
}

function sizeOf(path: string): number {
  const stat = statusOf(path);
  if (!stat) throw unusable(path, 'does not exist');
  if (!stat.isFile()) throw unusable(path, 'is not a file');
  if (stat.size === 0) throw unusable(path, 'is empty');
  return stat.size;
}

/** The first bytes of a file. @throws UserError (exit 3) if it is missing, unreadable or no file */
export async function firstBytes(path: string, length: number): Promise<Buffer> {
  sizeOf(path);
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw readingFailed(path, error);
  }
}

function readingFailed(path: string, error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  if (code === 'Z_BUF_ERROR') {
    return unusable(path, 'ends too early: the packed file is truncated', 'download it again');
  }
  if (typeof code === 'string' && code.startsWith('Z_')) {
    return unusable(path, 'is damaged and cannot be unpacked', 'download it again');
  }
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) {
    return unusable(path, `cannot be read: ${systemReason(error)}`);
  }
  return error;
}
