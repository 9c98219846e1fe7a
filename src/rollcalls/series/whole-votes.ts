/** What the series of a roll call is told by; nothing else counts. */
export interface TitledVote {
  /** Its series, where the record gives it; else empty. */
  readonly series: string;
  readonly title: string;
  /** What was voted on, as the record says; empty for a whole text. */
  readonly on: string;
  /** Symbol of the resolution, in one spelling; empty where the record has none. */
  readonly resolution: string;
  readonly session: number;
}

const fromTheChair = /^\W*the (?:acting |temporary |vice[- ]?)?president\b|\bput to the vote\b/i;

/** Whether a text is what was said from the chair, which is never a title. */
export function isSpeech(text: string): boolean {
  return fromTheChair.test(text);
}

/**
 * Whether a roll call was on a whole text, under its title: not on a paragraph or amendment, not without
 * a title, and not under what was said from the chair.
 */
export function isWhole({ on, title }: Pick<TitledVote, 'on' | 'title'>): boolean {
  return title !== '' && !/paragraph|amendment/.test(on) && !isSpeech(title);
}

const firstTitledSession = 40;

/**
 * Whether a text is a summary of what was decided, in capitals, as the record of the General Assembly
 * has them instead of titles up to session 39.
 */
export function isSummary({ title, session }: TitledVote): boolean {
  return session < firstTitledSession && title === title.toUpperCase();
}
