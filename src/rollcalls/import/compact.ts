/** Without what says nothing. */
export function compact(value: object): object {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([name, each]) =>
        each !== undefined &&
        each !== '' &&
        each !== false &&
        !(name === 'submitters' && Array.isArray(each) && each.length === 0),
    ),
  );
}
