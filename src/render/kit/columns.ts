/** A column of a table, in whatever format. */
export interface Column {
  readonly title: string;
  readonly align?: 'right';
  /**
   * Columns that give way when a window is narrow, in proportion; others keep their width while these
   * can give.
   */
  readonly grow?: number;
}

export const left = (title: string): Column => ({ title });

/** A column of numbers. */
export const right = (title: string): Column => ({ title, align: 'right' });

export const growing = (title: string, grow = 1): Column => ({ title, grow });
