import { z } from 'zod';
import { inputError, type UserError } from '../../errors.ts';
import { BrokenAnswer } from './answer.ts';

/** What an error that the server reported is about, by its code. */
const meanings: Readonly<Record<number, { readonly says: string; readonly hint?: string }>> = {
  ...sameFor([192, 193, 194, 516], {
    says: 'refuses the user or the password',
    hint: 'set ALIGN_CLICKHOUSE_USER and ALIGN_CLICKHOUSE_PASSWORD',
  }),
  ...sameFor([497], { says: 'does not let this user read the table' }),
  ...sameFor([60, 81], { says: 'has no such table' }),
  ...sameFor([159, 160], {
    says: 'took longer than the query may take',
    hint: 'ask about fewer years or countries, or of a server with more cores',
  }),
  ...sameFor([32, 198, 209, 210, 279], {
    says: 'cannot reach a part of the table, so there is no answer',
    hint: 'a shard of its cluster is down or was lost during the query',
  }),
  ...sameFor([241], {
    says: 'needs more memory for the query than it is allowed',
    hint: 'ask about fewer years or countries',
  }),
  ...sameFor([394], { says: 'was told by somebody to stop the query' }),
};

function sameFor<T>(codes: readonly number[], meaning: T): Readonly<Record<number, T>> {
  return Object.fromEntries(codes.map((code) => [code, meaning]));
}

/** What a connection failed of, by Node's code. */
const failures: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  EHOSTUNREACH: 'there is no way to the host',
  ENETUNREACH: 'there is no way to the host',
  ETIMEDOUT: 'it does not answer',
  EPROTO: 'it does not speak https',
};

const longestQuoted = 300;
const nothing = { code: '', type: undefined, message: '' };

/** An exception of the server. */
interface Exception {
  readonly code: number;
  /** Its own words, one line. */
  readonly words: string;
}

const partsOf = z.object({
  code: z.coerce.string().catch(''),
  /** Only of exceptions that the client could read, which are those of newer servers. */
  type: z.string().optional().catch(undefined),
  message: z.coerce.string().catch(''),
});

/** The exception that a server reported; `undefined` for whatever else was thrown. */
export function exceptionOf(thrown: unknown): Exception | undefined {
  const { code, type, message } = partsOf.catch(nothing).parse(thrown);
  const written = /^\s*Code: (\d+)[.,].*?Exception: ([^\n]*)/s.exec(message);
  if (type === undefined && written === null) return undefined;
  const words = type === undefined ? (written?.[2] ?? '') : message;
  return {
    code: Number(type === undefined ? written?.[1] : code),
    words: words
      .replace(/(?:, e\.what\(\)|\(version |\n).*$/s, '')
      .trim()
      .slice(0, longestQuoted),
  };
}

/**
 * Words for what went wrong at, or on the way to, a server. Only words that are the server's own are
 * repeated, and `hide` is taken out of them: what a proxy answers may hold the request with its password.
 *
 * @param server `host:port`
 */
export function faultOf(
  thrown: unknown,
  server: string,
  hide: (text: string) => string,
): UserError {
  const { code, message } = partsOf.catch(nothing).parse(thrown);
  const at = `ClickHouse at ${server}`;
  const exception = exceptionOf(thrown);
  if (exception !== undefined) {
    const meaning = meanings[exception.code];
    const words = hide(exception.words);
    const told = `${at} ${meaning?.says ?? 'refuses the query'} (error ${exception.code}: ${words})`;
    return inputError(told, { hint: meaning?.hint });
  }
  if (thrown instanceof BrokenAnswer) {
    return inputError(`${at} sent an answer that cannot be used: ${message}`, {
      hint: 'nothing of it is shown; is this the port for HTTP of a ClickHouse server?',
    });
  }
  if (Object.hasOwn(failures, code)) {
    return inputError(`${at} cannot be reached: ${failures[code]}`, {
      hint: 'is the server running, and is this its port for HTTP (8123, for https 8443)?',
    });
  }
  if (/CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code)) {
    return inputError(`${at} cannot be reached: its certificate is not trusted (${code})`, {
      hint: 'NODE_EXTRA_CA_CERTS names a file of certificates to be trusted',
    });
  }
  if (message === 'Timeout error.') return inputError(`${at} did not answer in time`);
  if (/^(?:ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/.test(code) || message === 'aborted') {
    return inputError(`${at} broke off before its answer was complete`, {
      hint: 'nothing of it is shown',
    });
  }
  if (message.startsWith('The response length exceeds')) {
    return inputError(`the answer of ${at} is longer than one text can be`, {
      hint: 'ask about fewer years or countries',
    });
  }
  return inputError(`what answers at ${server} does not answer as ClickHouse does`, {
    hint: 'is this the port for HTTP of a ClickHouse server, or of something before it?',
  });
}
