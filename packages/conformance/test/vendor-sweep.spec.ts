import { runStory, type Story } from '../src/index.js';
import { isOver, lives, logIn } from '../src/stories/a-day.js';
import { openTarget } from './open-target.js';

/** Where the sweeps stand is known only of a server whose clock starts on one. */
const story: Story = {
  id: 'sweep',
  title: 'between two sweeps a session outlives its timeout',
  level: 'vendor-observed',
  steps: [
    { advanceMs: 1000 },
    logIn('ann'),
    { advanceMs: 1_198_999 },
    lives('ann'),
    { advanceMs: 600_000 },
    lives('ann'),
    { advanceMs: 600_001 },
    isOver('ann'),
  ],
};

describe('a server that behaves like the vendor', () => {
  it(story.title, async () => {
    await using open = await openTarget({ profile: 'vendor' }, { profile: 'vendor' });
    const { reasons } = await runStory(story, open.target);
    expect(reasons).toEqual([]);
  });
});
