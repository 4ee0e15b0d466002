import Negotiator from 'negotiator';
import { english } from './english.js';
import { german } from './german.js';
import type { Texts } from './texts.js';

const all: readonly Texts[] = [english, german];

/** The texts in the language that a browser asks for most (RFC 9110 section 12.5.4); English where it asks for none of ours. */
export function textsFor(acceptLanguage: string | undefined): Texts {
  const asked = new Negotiator({ headers: { 'accept-language': acceptLanguage } });
  const [best] = asked.languages(all.map(({ language }) => language));
  return all.find(({ language }) => language === best) ?? english;
}
