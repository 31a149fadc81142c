let home: string | null = null;

/** Address of the environment the bundle came from: used where a page names none. */
export function homeEnvironment(): string | null {
  return home;
}

export function setHomeEnvironment(url: string): void {
  home = url;
}
