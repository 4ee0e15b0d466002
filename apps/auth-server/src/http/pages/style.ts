/** The look of our pages: system fonts, light and dark, logical directions so that it holds right to left. */
export const style = `
:root { color-scheme: light dark; --line: light-dark(#767680, #8e8e98); --accent: light-dark(#0b57d0, #8ab4f8);
  --on-accent: light-dark(#ffffff, #10131a); --page: light-dark(#ffffff, #121417); --text: light-dark(#1b1b1f, #e3e3e8);
  background: var(--page); color: var(--text);
  --bad: light-dark(#a50e0e, #f6aea9); }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100dvh; display: grid; grid-template-columns: minmax(0, 1fr); place-items: center; font: 1rem/1.5 system-ui, sans-serif; padding: 1rem; }
main { inline-size: min(100%, 24rem); overflow-wrap: anywhere; }
h1 { font-size: 1.375rem; margin-block: 0 1rem; }
h2 { font-size: 1.125rem; margin-block: 1.5rem .5rem; }
form > h2 { margin-block: 0; }
form, nav { display: grid; gap: .75rem; margin-block: 1rem; }
label { display: grid; gap: .25rem; }
input { font: inherit; padding: .625rem; border: 1px solid var(--line); border-radius: .375rem; inline-size: 100%; background: transparent; color: inherit; }
button, a.button { font: inherit; font-weight: 600; display: block; inline-size: 100%; padding: .625rem 1rem; text-align: center;
  text-decoration: none; border: 1px solid var(--accent); border-radius: .375rem; background: var(--accent); color: var(--on-accent); cursor: pointer; }
a:not(.button) { color: var(--accent); display: inline-block; padding-block: .25rem; }
a.button, button.second { background: transparent; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.problem { border-inline-start: 4px solid var(--bad); padding-inline-start: .75rem; overflow-wrap: anywhere; }
pre { overflow-x: auto; padding: .5rem; border: 1px solid var(--line); border-radius: .375rem; }
.small { font-size: .875rem; overflow-wrap: anywhere; }
`;
