import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { largestInput } from '../bundle/read-input.ts';
import { inputError, UserError } from '../errors.ts';

/** What is at a path of a commit. */
export interface GitObject {
  /** A link may be a submodule too. */
  readonly kind: 'file' | 'folder' | 'link';
  /** Its hash. */
  readonly id: string;
  /** Path in the repository. */
  readonly path: string;
}

/** A commit of the repository that a path is in. */
export interface Commit {
  /** Its hash. */
  readonly id: string;
  /** The path, in the repository. */
  readonly path: string;
  /** What is at a path of the commit; `undefined` if nothing is. */
  readonly find: (path: string) => Promise<GitObject | undefined>;
  /** What is in a folder of the commit. */
  readonly list: (folder: GitObject) => Promise<readonly GitObject[]>;
  /** The bytes of a file. @throws UserError (input) if it is larger than any input may be */
  readonly read: (file: GitObject) => Promise<Buffer>;
}

type Env = Readonly<Record<string, string | undefined>>;

/** No setting of a caller may lead git to other objects, to a server, or to a question on the terminal. */
function environment(env: Env): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !name.startsWith('GIT_') || name.startsWith('GIT_CONFIG'),
  );
  return {
    ...Object.fromEntries(kept),
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}

/** What git says, or why it said nothing. */
type Answer =
  | { readonly out: Buffer; readonly failure?: never }
  | { readonly out?: never; readonly failure: string };

function run(cwd: string, env: Env, args: readonly string[]): Promise<Answer> {
  const options = {
    cwd,
    env: environment(env),
    encoding: 'buffer',
    maxBuffer: largestInput + 1,
    windowsHide: true,
  } as const;
  return new Promise((answer, refuse) => {
    execFile('git', args, options, (error, out, err) => {
      if (!error) return answer({ out });
      if (error.code === 'ENOENT')
        return refuse(inputError('git:REV needs git, which is not installed here'));
      const [first = ''] = err.toString().trim().split('\n');
      answer({ failure: first.replace(/^fatal: /, '') });
    });
  });
}

/** The nearest folder that is there, upwards from a path. */
function nearestFolder(path: string): string {
  const above = dirname(path);
  try {
    if (above === path || statSync(path).isDirectory()) return path;
  } catch {
    // Nothing is there, or nothing that we may look at.
  }
  return nearestFolder(above);
}

/** A revision as people write it: no option, no range, no path of git's own. */
function refuseRevision(revision: string): void {
  // oxlint-disable-next-line no-control-regex
  if (/^(?![-^\s])[^\u0000-\u001f\u007f:]+$/.test(revision) && !revision.includes('..')) return;
  throw new UserError(`${JSON.stringify(revision)} is no git revision`, {
    hint: 'expected git:REV such as git:main, git:HEAD~1 or git:v1.0.0; git:REV:PATH names the path too',
  });
}

const entryPattern = /^(\d{6}) (\w+) ([0-9a-f]{40,64})\t(.+)$/s;

/** What `git ls-tree -z` lists in a folder. */
function parseTree(out: Buffer, folder: string): readonly GitObject[] {
  return out
    .toString()
    .split('\0')
    .flatMap((line): GitObject[] => {
      const [, mode = '', , id = '', name = ''] = entryPattern.exec(line) ?? [];
      if (id === '') return [];
      const path = folder === '' ? name : `${folder}/${name}`;
      const kind = mode === '040000' ? 'folder' : mode.startsWith('100') ? 'file' : 'link';
      return [{ kind, id, path }];
    });
}

/**
 * The commit of a revision in the repository that a path is in, whether there still is anything at that path.
 * Git runs without a shell, on objects of that repository alone, and reaches no server.
 *
 * @throws UserError (usage) if it is no revision; (input) if there is no repository, no such commit or no git
 */
export async function openCommit(
  revision: string,
  path: string,
  cwd: string,
  env: Env,
): Promise<Commit> {
  refuseRevision(revision);
  const full = resolve(cwd, path);
  const folder = nearestFolder(full);
  const git = (...args: readonly string[]) => run(folder, env, args);
  const place = await git('rev-parse', '--show-prefix');
  if (place.failure !== undefined)
    throw inputError(`${path} is in no git repository`, {
      hint: `git says: ${place.failure}`,
    });
  const found = await git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
  const id = found.out?.toString().trim() ?? '';
  if (!/^[0-9a-f]{40,64}$/.test(id))
    throw inputError(`the repository of ${path} has no commit ${JSON.stringify(revision)}`, {
      hint: 'git log --oneline shows what it has; a shallow clone has the last one only, and nothing is fetched',
    });
  const ask = async (...args: readonly string[]): Promise<Buffer> => {
    const { out, failure } = await git(...args);
    if (out) return out;
    throw inputError(`git cannot read ${path} at ${revision}: ${failure}`);
  };
  const rest = relative(folder, full).replaceAll('\\', '/');
  const prefix = place.out.toString().replace(/\n$/, '');
  const find = async (wanted: string): Promise<GitObject | undefined> => {
    if (wanted === '') return { kind: 'folder', id, path: '' };
    const entries = await ask('ls-tree', '-z', '--full-tree', id, '--', wanted);
    return parseTree(entries, '').find((each) => each.path === wanted);
  };
  return {
    id,
    path: join(prefix, rest)
      .replaceAll('\\', '/')
      .replace(/^\.?\/?$|\/$/g, ''),
    find,
    list: async (parent) =>
      parseTree(await ask('ls-tree', '-z', '--full-tree', parent.id), parent.path),
    read: async (file) => {
      const size = Number((await ask('cat-file', '-s', file.id)).toString());
      if (size > largestInput) throw inputError(`${file.path} is too large at ${revision}`);
      return ask('cat-file', 'blob', file.id);
    },
  };
}
