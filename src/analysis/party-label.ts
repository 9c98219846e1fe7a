import type { Party } from '../evidence/party.ts';
import type { PartyLabel } from '../results/parts.ts';

export function partyLabel({ code, name, members }: Party): PartyLabel {
  return members.length > 0 ? { code, name, members } : { code, name };
}
