import { RetryBudget } from './retry-budget.js';

it('a budget of retries is ten, and grows again by a tenth with each success', () => {
  const budget = new RetryBudget();
  const taken = Array.from({ length: 11 }, () => budget.take());
  expect(taken).toEqual([...Array.from({ length: 10 }, () => true), false]);
  for (let success = 0; success < 9; success += 1) budget.refill();
  expect(budget.take()).toBe(false);
  budget.refill();
  budget.refill(); // tenths do not add up to a whole in binary
  expect(budget.take()).toBe(true);
});
