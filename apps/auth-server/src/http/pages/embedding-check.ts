import { html } from './html.js';
import type { Page } from './layout.js';
import type { Texts } from './texts/texts.js';

/**
 * @param address of this page, whole
 * @param origins whose pages may call
 */
export function embeddingCheckPage(texts: Texts, address: string, origins: readonly string[]): Page {
  const line = `import('${address}/script.js')`;
  return {
    title: texts.embeddingCheck,
    body: html`<h1>${texts.embeddingCheck}</h1>
      <p>${texts.embeddingCheckHow}</p>
      <pre tabindex="0"><code>${line}</code></pre>
      <h2>${texts.embeddingCheckHere}</h2>
      <div id="mstr-embedding-check" role="status" aria-live="polite">
        <noscript>${texts.needsJavaScript}</noscript>
      </div>
      <h2>${texts.allowedOrigins}</h2>
      <ul>
        ${origins.map((origin) => html`<li><bdi>${origin}</bdi></li>`)}
      </ul>`,
    scriptAddress: `${address}/script.js`,
  };
}

/**
 * Tries, from the page that runs it: may it ask (CORS), and does a cookie with the attributes of the session's come
 * back? Shows the outcome in the page and on its console.
 */
export const embeddingCheckScript = `const base = import.meta.url.replace(/[/]script[.]js.*$/, '');
const ask = (method) => fetch(base + '/cookie', { method, credentials: 'include' });
const lines = ['Origin: ' + location.origin, 'Server: ' + base, window === window.top ? 'A page of its own' : 'A page in a frame'];
let works = false;
try {
  await ask('POST');
  lines.push('CORS: works, this origin may ask');
  const { cookieCameBack } = await (await ask('GET')).json();
  works = cookieCameBack;
  lines.push(cookieCameBack ? 'Cookies: work, sessions will too' : 'Cookies: this browser keeps them back here; see session.cookie.sameSite and session.cookie.partitioned');
} catch (error) {
  lines.push('CORS: this origin may not ask, or the server cannot be reached; see auth.cors.origins (' + error.message + ')');
}
const place = document.getElementById('mstr-embedding-check');
if (place) {
  place.replaceChildren(...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })));
  place.dataset.works = String(works);
}
console[works ? 'info' : 'warn'](lines.join('\\n'));
`;
