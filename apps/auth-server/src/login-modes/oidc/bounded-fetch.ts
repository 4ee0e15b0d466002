import type { CustomFetch } from 'openid-client';

const maximumBytes = 512 * 1024;

/** Asks a provider, who may be slow, huge or hostile: no redirect is followed, and an answer has an end. */
export const boundedFetch: CustomFetch = async (url, options) => {
  const answer = await fetch(url, { ...(options as RequestInit), redirect: 'manual' }); // its own type of the same options
  if (answer.body === null) return answer;
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the rest.
  for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > maximumBytes)
      throw new Error(`the answer of ${new URL(url).host} is larger than ${maximumBytes} bytes`);
    chunks.push(chunk);
  }
  const { status, headers } = answer;
  return new Response(status === 204 || status === 304 ? null : Buffer.concat(chunks), { status, headers });
};
