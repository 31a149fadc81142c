export function elementFiles(name: string): Record<string, string>;
export function writeElement(name: string, into?: string): string[];
export function nextSteps(name: string): string[];
