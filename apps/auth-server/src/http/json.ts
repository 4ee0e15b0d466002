import { visit } from 'jsonc-parser';
import { Problem } from '../errors/problem.js';

const maximumDepth = 32;

/**
 * Reads JSON (RFC 8259), and refuses what two readers could understand differently or what only costs: repeated names
 * and more than 32 levels.
 * @throws Problem jsonInvalid
 */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object') refuseAmbiguity(text);
    return value;
  } catch (cause) {
    throw cause instanceof Problem ? cause : new Problem('jsonInvalid', { cause: new Error('JSON.parse refused it') });
  }
}

function refuseAmbiguity(text: string): void {
  const names: Set<string>[] = [];
  let depth = 0;
  const enter = () => {
    depth += 1;
    if (depth > maximumDepth) throw new Problem('jsonInvalid');
  };
  const leave = () => {
    depth -= 1;
  };
  visit(text, {
    onObjectBegin: () => {
      enter();
      names.push(new Set());
    },
    onObjectProperty: (name) => {
      const seen = names.at(-1);
      if (seen?.has(name)) throw new Problem('jsonInvalid');
      seen?.add(name);
    },
    onObjectEnd: () => {
      names.pop();
      leave();
    },
    onArrayBegin: enter,
    onArrayEnd: leave,
  });
}
