import { inputError } from '../../errors.ts';

/** Under these an answer is all of it, or an error: nothing is left out because it takes long or is away. */
const whole: Readonly<Record<string, string>> = {
  skip_unavailable_shards: '0',
  distributed_group_by_no_merge: '0',
  timeout_overflow_mode: 'throw',
  timeout_overflow_mode_leaf: 'throw',
  read_overflow_mode: 'throw',
  read_overflow_mode_leaf: 'throw',
  group_by_overflow_mode: 'throw',
  sort_overflow_mode: 'throw',
  set_overflow_mode: 'throw',
  result_overflow_mode: 'throw',
  limit: '0',
  offset: '0',
  extremes: '0',
};

const besides = ['readonly', 'max_execution_time', 'cancel_http_readonly_queries_on_client_close'];

/** The settings that are of concern; a server knows some of them, by its age. */
export const settingsAsked: readonly string[] = [...Object.keys(whole), ...besides];

/** Level of `readonly` at which no setting may be changed, not even to a stricter one. */
const unchangeable = '1';

/**
 * What is sent along with a query: that it is to read only, to end in time, and to be whole. Nothing that
 * the server does not know or has so already, for it would refuse the query.
 *
 * @param own values of `settingsAsked` at the server, for this user; those it does not know are left out
 * @throws UserError (input) where an answer might be cut short and the user may not change that
 */
export function settingsToSend(
  own: ReadonlyMap<string, string>,
  server: string,
  seconds: number,
): Readonly<Record<string, string>> {
  const differing = Object.entries(whole).filter(
    ([name, value]) => own.has(name) && own.get(name) !== value,
  );
  const [first] = differing;
  if (own.get('readonly') === unchangeable) {
    if (first === undefined) return {};
    const [name, value] = first;
    throw inputError(
      `ClickHouse at ${server} may leave rows out: its setting ${name} is ${own.get(name) ?? ''} for this user, who may not change it`,
      { hint: `have ${name} set to ${value}, or readonly to 2, in the user's profile` },
    );
  }
  const longest = Number(own.get('max_execution_time') ?? 0);
  return {
    ...Object.fromEntries(differing),
    ...(longest === 0 || longest > seconds ? { max_execution_time: String(seconds) } : {}),
    ...(own.get('cancel_http_readonly_queries_on_client_close') === '0'
      ? { cancel_http_readonly_queries_on_client_close: '1' }
      : {}),
    ...(own.get('readonly') === '0' ? { readonly: '1' } : {}),
  };
}
