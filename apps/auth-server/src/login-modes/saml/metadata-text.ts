/** Reads the metadata of an identity provider, which may be huge, hanging or hostile: no more bytes and time than this. */
import { createReadStream } from 'node:fs';
import { boundedFetch } from '../oidc/bounded-fetch.js';
import { maximumBytes } from './xml.js';

/** @param source a file or a URL */
export async function metadataText(source: string, timeoutMs: number): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs);
  return isUrl(source) ? fetched(source, signal) : inFile(source, signal);
}

/** The source, for the log: what stands behind the question mark may be a secret. */
export function shownSource(source: string): string {
  if (!isUrl(source)) return source;
  const { origin, pathname } = new URL(source);
  return origin + pathname;
}

function isUrl(source: string): boolean {
  return source.includes('://');
}

async function fetched(url: string, signal: AbortSignal): Promise<string> {
  const answer = await boundedFetch(url, { method: 'GET', headers: {}, body: null, redirect: 'manual', signal });
  if (answer.status !== 200) throw new Error(`${new URL(url).host} answered ${answer.status}`);
  return answer.text();
}

/** One byte more than is allowed, by which the reader sees that it is too large. */
async function inFile(path: string, signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: maximumBytes, signal })) chunks.push(chunk as Buffer); // no encoding is set
  return Buffer.concat(chunks).toString('utf8');
}
