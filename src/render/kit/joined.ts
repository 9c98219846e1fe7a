/** The parts that say anything, in a row. */
export function joined(
  parts: readonly (string | false | null | undefined)[],
  glue = ' · ',
): string {
  return parts.filter(Boolean).join(glue);
}
