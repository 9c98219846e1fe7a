export function replaceFolder(folder: string, place: string): void;
