/** Whether a name is a URL rather than that of a file; apart from what reads files, for the core. */
export function isUrl(name: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(name);
}
