/**
 * How the verbs run on Node: larger halves for what lives shortly, as pages do, take a sixth off a
 * build's time; the bound on what lives long keeps a build below 1.5 GiB, three times what it needs.
 */
export const NODE_FLAGS = ['--max-semi-space-size=32', '--max-old-space-size=1024'];
