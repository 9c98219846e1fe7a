import { type RowVisitor, textOf } from '../csv.ts';
import { describer, placesOf, type Row } from './describe.ts';
import { copyOf, createDetailCheck } from './details.ts';
import type { Details, VoteGrid } from './grid.ts';
import { createKnownStates } from './known-states.ts';
import { bodyOf, type ReadContext, totalRows } from './read-context.ts';
import { isTotal } from './values.ts';

const withoutVote = /without (?:a )?vote|consensus/i;

const emptyRows = 'rows without anything in them';

/** Rows that repeat a roll call may name another of its subjects each. */
function createSubjects(grid: VoteGrid, column: number): (rollCall: number, row: Row) => void {
  if (column < 0) return () => {};
  const known: Set<string>[] = [];
  return (rollCall, row) => {
    const subject = row[column]!;
    const own = known[rollCall];
    if (own === undefined) known[rollCall] = new Set([copyOf(subject)]);
    else if (!own.has(subject)) {
      own.add(copyOf(subject));
      const described = grid.rows[rollCall]!;
      const subjects = [described.details.subjects ?? '', textOf(subject).trim()];
      described.details = {
        ...described.details,
        subjects: subjects.filter((text) => text !== '').join('|'),
      };
    }
  };
}

/** Reads a row per vote. */
export function readVoteRows(context: ReadContext): RowVisitor {
  const { layout, grid, remarks, header } = context;
  const at = placesOf(header, layout.columns);
  const vote = at('vote');
  const state = (layout.states ?? ['code']).map(at).filter((column) => column >= 0);
  const id = at('roll_call');
  const [resolution, date] = [at('resolution'), at('date')];
  const describe = layout.companions
    ? (row: Row): Details => ({ roll_call: textOf(row[id]!).trim() })
    : describer({ ...context, columns: layout.columns });
  const checkDetails = createDetailCheck(
    remarks.doubtful,
    header,
    layout.companions ? [] : (['date', 'session', 'resolution', 'title'] as const).map(at),
  );
  const uniteSubjects = layout.companions ? () => {} : createSubjects(grid, at('subjects'));
  const isOfBody = bodyOf(context);
  const modality = at('modality');
  const values = new Map<string, number>();
  const states = createKnownStates();
  const [label, people] = [at('label'), at('name')];
  const labelled = new Map<string, string>();
  const noteLabel = (row: Row, code: string) => {
    const shared = textOf(row[label] ?? '');
    const words = `${textOf(row[people] ?? '')} (${code})`;
    const earlier = labelled.get(shared);
    if (shared !== '' && earlier !== undefined)
      remarks.doubtful.add(
        'shared-code',
        'codes that the file gives to two states; told apart by other ones',
        () => `${shared}: ${earlier} and ${words}`,
      );
    labelled.set(shared, words);
  };
  const [first = -1, second = -1] = state;
  let last: string | undefined;
  let rollCall = -1;
  const isEmpty = (row: Row) => row.every((cell) => cell.trim() === '');
  return (row, line) => {
    const place = () => `line ${line()}`;
    if (!isOfBody(row)) return;
    const key = row[id] || `${row[resolution] ?? ''} ${row[date] ?? ''}`;
    if (key !== last) {
      last = undefined;
      if (key.trim() === '' && isEmpty(row)) {
        remarks.skipped.add('empty-row', emptyRows, place);
        return;
      }
      if (isTotal(textOf(key))) {
        remarks.skipped.add('total-row', totalRows, place);
        return;
      }
      last = copyOf(key);
      rollCall = grid.rollCall(textOf(last).trim(), () => describe(row, line));
    }
    checkDetails(rollCall, row, place);
    uniteSubjects(rollCall, row);
    const [name, other] = [row[first]!, second < 0 ? '' : row[second]!];
    let column = states.find(name, other);
    if (column === undefined) {
      const names = state.map((each) => textOf(row[each]!).trim());
      if (names.some(isTotal)) {
        remarks.skipped.add('total-row', totalRows, place);
        return;
      }
      column = grid.state(
        names.filter((text) => text !== ''),
        place,
        state.includes(people) ? '' : textOf(row[people] ?? ''),
      );
      states.add(name, other, column);
      noteLabel(row, names[0] ?? '');
    }
    const cell = row[vote]!;
    // Nobody is absent from a vote that there was not.
    if (modality >= 0 && withoutVote.test(row[modality]!) && !/^\s*[yna]\s*$/i.test(cell)) {
      remarks.skipped.add('without-vote', 'rows of texts adopted without a vote', place);
      return;
    }
    let value = values.get(cell);
    if (value === undefined) {
      value = grid.value(textOf(cell).trim(), place);
      values.set(copyOf(cell), value);
    }
    grid.cast(rollCall, column, value, place);
  };
}
