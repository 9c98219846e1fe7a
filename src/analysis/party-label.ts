import type { Party } from '../evidence/party.ts';

/** How results name a party. */
export interface PartyLabel {
  readonly code: string;
  readonly name: string;
  /** Only for blocs. */
  readonly members?: readonly string[];
}

export function partyLabel({ code, name, members }: Party): PartyLabel {
  return members.length > 0 ? { code, name, members } : { code, name };
}
