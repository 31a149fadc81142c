export function buildExamples(folder?: string): Promise<void>;
