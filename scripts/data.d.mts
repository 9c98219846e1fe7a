export function makeData(to?: string): Promise<unknown>;
