import { coresIn } from './cores.js';

describe('the list of cores that Linux writes', () => {
  it('has numbers and ranges', () => {
    expect(coresIn(' 0-2,6\n')).toEqual([0, 1, 2, 6]);
    expect(coresIn('3')).toEqual([3]);
  });

  it('is none where there is no number in it', () => {
    expect(coresIn(' unknown')).toEqual([]);
  });
});
