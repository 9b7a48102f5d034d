declare module 'react-dom/client' {
  export function createRoot(container: Element): { render(children: unknown): void };
}
declare module 'react/jsx-runtime' {
  export namespace JSX {
    type Element = unknown;
    type ElementType = unknown;
    type IntrinsicElements = Record<string, Record<string, unknown>>;
  }
}
declare module '*.css';
