/** What is put into a page, so that it can be asked from outside. */
export interface StoryWindow {
  __STORYBOOK_ADDONS_CHANNEL__?: {
    on(event: string, listener: (payload: unknown) => void): void;
    emit(event: string, payload: unknown): void;
  };
  __selectStory?: (id: string, viewMode: 'story' | 'docs') => void;
  __finished?: (id: string) => Promise<string[]>;
  /** Takes the story away and shows it anew, so many times. */
  __remount?: (id: string, times: number) => Promise<void>;
  __surround?: (globals: object) => Promise<void>;
}

/** Runs in the page: keeps what Storybook says of each story, so that it can be asked for later. */
export function listenToStorybook(): void {
  const page = globalThis as StoryWindow;
  const ended = new Map<string, string[]>();
  let shown = '';
  let again = (): void => {};
  const failures = ['storyThrewException', 'playFunctionThrewException', 'storyErrored', 'storyMissing'];

  const timer = setInterval(() => {
    const channel = page.__STORYBOOK_ADDONS_CHANNEL__;
    if (!channel) return;
    clearInterval(timer);
    channel.on('storyFinished', (payload) => {
      const { storyId, status } = payload as { storyId: string; status: string };
      again();
      if (!ended.has(storyId)) ended.set(storyId, status === 'success' ? [] : [`finished with ${status}`]);
    });
    channel.on('docsRendered', (id) => ended.set(id as string, []));
    for (const event of failures) {
      channel.on(event, (payload) => ended.set(shown, [`${event}: ${JSON.stringify(payload)}`]));
    }
    page.__selectStory = (id, viewMode) => {
      ended.delete(id);
      channel.emit('setCurrentStory', { storyId: id, viewMode });
    };
    page.__remount = async (id, times) => {
      for (let time = 0; time < times; time++) {
        await new Promise<void>((resolve) => {
          again = resolve;
          channel.emit('forceRemount', { storyId: id });
        });
      }
    };
    page.__surround = (globals) =>
      new Promise((resolve) => {
        let rendered = false;
        channel.on('storyRendered', () => {
          if (rendered) return;
          rendered = true;
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
        });
        channel.emit('updateGlobals', { globals });
      });
  }, 5);

  page.__finished = (id) => {
    shown = id;
    return new Promise((resolve) => {
      // Looks are counted, for in pictures the clock stands still.
      let looks = 0;
      const look = setInterval(() => {
        const end = ended.get(id) ?? (++looks > 9000 ? ['not finished in 90 seconds'] : undefined);
        if (!end) return;
        clearInterval(look);
        resolve(end);
      }, 10);
    });
  };
}
