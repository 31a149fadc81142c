export function referencePages(): Promise<Record<string, string>>;
export function writeReference(): Promise<void>;
export function staleReference(): Promise<string[]>;
