/** The link that reaches a channel: a web address as it is, a phone number to dial. */
export function channelLink(kind: 'web' | 'phone', address: string): string {
  return kind === 'phone' ? `tel:${address.replace(/[^\d+]/g, '')}` : address;
}

/** A web address as readers know it: `lapor.go.id`. */
export function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}
