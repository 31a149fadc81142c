export function pagesOfMap(): string[];
export function writeLlms(folder: string): void;
