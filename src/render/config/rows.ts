import type { ConfigResult, Setting } from '../../results/config.ts';
import { left, growing } from '../kit/columns.ts';

export const columns = [left('Setting'), growing('Value', 2), growing('From')];

function valueWords({ name, value }: Setting): string {
  if (Array.isArray(value)) return value.join(name === 'session' ? '-' : ', ');
  return value === null ? 'none' : String(value);
}

function originWords({ from, place }: Setting): string {
  if (from === 'preset') return 'preset';
  return from === 'convention' ? `convention ${place ?? ''}` : (place ?? from);
}

/** A row for every setting that somebody said, or that has a value without; JSON has all. */
export function rowsOf({ settings }: Pick<ConfigResult, 'settings'>): string[][] {
  return settings
    .filter(
      ({ from, value }) => from !== 'preset' || (value !== null && typeof value !== 'boolean'),
    )
    .map((setting) => [setting.name, valueWords(setting), originWords(setting)]);
}

/** What the settings are of. */
export function heading({ project }: Pick<ConfigResult, 'project'>): string {
  return project === null
    ? 'No project file is in force: align init makes one'
    : `In force with the project file ${project}`;
}
