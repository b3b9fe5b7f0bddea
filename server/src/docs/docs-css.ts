export const DOCS_CSS = `:root { color-scheme: light dark; font: 1rem/1.6 system-ui, 'Noto Sans CJK SC', sans-serif; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem; }
code, pre { font: 0.9em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8886; padding: 0.35rem 0.5rem; text-align: left; vertical-align: top; }
section { border-top: 2px solid #8886; margin-top: 2rem; }
h3 code { background: #8882; border-radius: 4px; padding: 0.15rem 0.4rem; }
pre { background: #8881; overflow-x: auto; padding: 0.75rem; }
`
